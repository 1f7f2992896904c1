// LibreOffice as a second opinion on live formulas: it recalculates a file of ours from formulas whose values are spoilt.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Cell,
  INDICATOR_SHEET,
  type TableCell,
  type TableChange,
  type Workbook,
  writeNumber,
} from '../../core/index.ts';
import { openWorkbook } from '../../xlsx/index.ts';
import { convert, recalculateAlways, runs } from '../programs.ts';

export const LIBRE_OFFICE_INSTALLED = runs('soffice', ['--version']);

/** The table with the values of its formulas spoilt, so that only a recalculation can give the right ones. */
export function spoilt(table: TableChange): TableChange {
  const spoil = (cell: TableCell): TableCell =>
    typeof cell === 'object' && cell !== null && 'formula' in cell ? { ...cell, value: 99 } : cell;
  return { ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(spoil) })) };
}

/** What LibreOffice makes of the file's bytes. */
export function recalculated(folder: string, name: string, bytes: Uint8Array): Workbook {
  const path = join(folder, `${name}.xlsx`);
  const out = join(folder, 'out');
  writeFileSync(path, bytes);
  recalculateAlways(folder);
  convert(folder, 'xlsx', out, [path]);
  const opened = openWorkbook(readFileSync(join(out, `${name}.xlsx`)));
  if (!opened.ok) throw new Error(opened.message);
  return opened.file.readWorkbook();
}

/** What the sheet of rates says where a figure is missing. */
export const NOT_ENOUGH = 'Chưa đủ số liệu';

/** The rates that the live formulas of "Tỷ lệ tính từ Phụ lục" give, as the core would write them. */
export function liveRates({ sheets }: Workbook): readonly string[] {
  const sheet = sheets.find((one) => one.name === INDICATOR_SHEET);
  return (sheet?.cells ?? []).slice(3).map((row) => asText(row[5] ?? null));
}

/** 0.9069 → "90,69%": the sheet holds the fraction, the core the percentage in words. */
function asText(cell: Cell): string {
  return typeof cell === 'number' ? `${writeNumber(Math.round(cell * 10000) / 100)}%` : String(cell);
}
