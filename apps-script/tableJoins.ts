// Joined cells of a table: those it asks for, and titles that take the whole width.
import { a1, type Range, type TableChange, tableValue } from '../core/index.ts';
import { sizeOf } from './tableLooks.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Cells that become one. */
export interface Join {
  readonly range: Range;
  /** "A1:E1" */
  readonly name: string;
}

/** All areas to be joined, top first. */
export function joinsOf(change: TableChange): readonly Join[] {
  const ranges = [...(change.merges ?? []), ...spreadRows(change)].filter(isArea);
  return ranges.map((range) => ({ range, name: `${a1(range.from)}:${a1(range.to)}` }));
}

function isArea({ from, to }: Range): boolean {
  return from.row !== to.row || from.column !== to.column;
}

/** Titles and notes that stand alone in their row take the whole width, unless the table itself joins cells there. */
function spreadRows(change: TableChange): readonly Range[] {
  const last = change.columns.reduce((found, column, i) => (column.hidden ? found : i), -1);
  return change.rows.flatMap((row, i) => {
    const spreads = row.look === 'title' || row.look === 'subtitle' || row.look === 'note';
    const isAlone = row.cells.slice(1).every((cell) => tableValue(cell) === null);
    const isJoined = change.merges?.some((range) => range.from.row <= i && range.to.row >= i) ?? false;
    if (!spreads || !isAlone || isJoined || last < 1) return [];
    return [{ from: { row: i, column: 0 }, to: { row: i, column: last } }];
  });
}

/** Single rows joined across the same columns go in one call when they are neighbours. */
export function joinCells(sheet: Sheet, change: TableChange, joins: readonly Join[]): void {
  const ranges = joins.map(({ range }) => range);
  for (const { from, to } of rowBlocks(ranges.filter(isRow))) rangeOf(sheet, { from, to }).mergeAcross();
  for (const range of ranges) if (!isRow(range)) rangeOf(sheet, range).merge();
  for (const range of ranges) if (isRow(range)) fitRow(sheet, change, range);
}

function isRow({ from, to }: Range): boolean {
  return from.row === to.row;
}

function rowBlocks(rows: readonly Range[]): readonly Range[] {
  const blocks: Range[] = [];
  for (const row of rows) {
    const last = blocks[blocks.length - 1];
    const continues =
      last?.to.row === row.from.row - 1 && last.from.column === row.from.column && last.to.column === row.to.column;
    if (last && continues) blocks[blocks.length - 1] = { from: last.from, to: row.to };
    else blocks.push(row);
  }
  return blocks;
}

function rangeOf(sheet: Sheet, { from, to }: Range): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(from.row + 1, from.column + 1, to.row - from.row + 1, to.column - from.column + 1);
}

/** Sheets fits rows to their texts, but not to texts in joined cells: those rows get their height from us. */
function fitRow(sheet: Sheet, change: TableChange, { from, to }: Range): void {
  const row = change.rows[from.row];
  const lines = lineCount(change, { from, to });
  if (row && lines > 1) sheet.setRowHeight(from.row + 1, Math.round(lines * sizeOf(change, row.look) * 1.8 + 4));
}

/** Lines that the text of joined cells takes: rather one too many than one cut off. */
function lineCount(change: TableChange, { from, to }: Range): number {
  const value = tableValue(change.rows[from.row]?.cells[from.column] ?? null);
  const columns = change.columns.slice(from.column, to.column + 1);
  const width = columns.reduce((sum, column) => sum + (column.hidden ? 0 : column.width), 0) || 8;
  const lines = String(value ?? '').split('\n');
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0);
}
