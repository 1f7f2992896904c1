// Fills a directory with annex workbooks, each of another commune, as the product itself writes them.
import { existsSync, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cell, type Key, pl01b2024, planAnnexForm, planInfoForm } from '../core/index.ts';
import { newWorkbook } from '../xlsx/index.ts';
import { figuresOf } from './figures.ts';

const PERIODS = ['6 tháng đầu năm 2024', '9 tháng năm 2025', 'năm 2024', 'quý I năm 2026'];

/** Writes workbooks number 0 to `count` − 1 into a new directory. */
export function writeWorkbooks(directory: string, count: number): void {
  mkdirSync(directory, { recursive: true });
  for (let index = 0; index < count; index++) writeFileSync(join(directory, nameOf(index)), workbook(index));
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

function workbook(index: number): Uint8Array {
  const { values, inputs } = figuresOf(index, { blanks: true, fractions: true });
  const figures: Partial<Record<Key, Cell>> = Object.fromEntries(values);
  const names = { unit: `UBND xã Số ${index}`, period: PERIODS[index % PERIODS.length] ?? '' };
  const file = newWorkbook();
  const form = planAnnexForm(pl01b2024, { figures, ...names });
  const outcome = file.apply([form, planInfoForm({ ...Object.fromEntries(inputs), ...names })]);
  if (!outcome.applied) throw new Error(`Workbook ${index} could not be made: ${outcome.code}`);
  return file.save();
}
