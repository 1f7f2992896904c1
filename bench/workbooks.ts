// Fills a directory with annex workbooks: one form, saved by a spreadsheet program, filled in by many communes.
import { existsSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type Cell, isFillable, type Key, pl01b2024 } from '../core/index.ts';
import { figuresOf } from './figures.ts';

const PERIODS = ['6 tháng đầu năm 2024', '9 tháng năm 2025', 'năm 2024', 'quý I năm 2026'];

/** Writes workbooks number 0 to `count` − 1 into a new directory, of the given periods in turn. */
export function writeWorkbooks(directory: string, count: number, periods: readonly string[] = PERIODS): void {
  mkdirSync(directory, { recursive: true });
  for (let index = 0; index < count; index++) {
    const period = periods[index % periods.length] ?? '';
    writeFileSync(join(directory, nameOf(index)), workbook(index, period));
  }
}

/** A directory beside this one with its first `count` files, as hard links; made when it is first asked for. */
export function firstWorkbooks(from: string, count: number): string {
  const directory = `${from}-${count}`;
  if (existsSync(directory)) return directory;
  mkdirSync(directory, { recursive: true });
  for (let index = 0; index < count; index++) linkSync(join(from, nameOf(index)), join(directory, nameOf(index)));
  return directory;
}

function nameOf(index: number): string {
  return `xa-${String(index).padStart(5, '0')}.xlsx`;
}

/** A form as `cchc new` makes it, saved by LibreOffice: its n-th figure is 900000 + n. */
const FORM = unzipSync(readFileSync(new URL('form.xlsx', import.meta.url)));
const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';
const FILLABLE = pl01b2024.rows.filter(isFillable);

/** The form as a commune would send it back: with its own figures, name and period, all else as it was given out. */
function workbook(index: number, period: string): Uint8Array {
  const { values } = figuresOf(index, { blanks: true, fractions: true });
  const figures = new Map<Key, Cell>(values);
  const sheet = textOf(SHEET).replace(/<v>9000(\d\d)<\/v>/g, (_all, place: string) => {
    const row = FILLABLE[Number(place)];
    const value = row ? (figures.get(row.key) ?? null) : null;
    return value === null ? '' : `<v>${String(value)}</v>`;
  });
  const strings = textOf(STRINGS)
    .replaceAll('UBND xã Mẫu', `UBND xã Số ${index}`)
    .replaceAll('UBND XÃ MẪU', `UBND XÃ SỐ ${index}`)
    .replaceAll('6 tháng đầu năm 2024', period)
    .replaceAll('6 THÁNG ĐẦU NĂM 2024', period.toUpperCase());
  return zipSync({ ...FORM, [SHEET]: strToU8(sheet), [STRINGS]: strToU8(strings) });
}

function textOf(part: string): string {
  return strFromU8(FORM[part] ?? new Uint8Array());
}
