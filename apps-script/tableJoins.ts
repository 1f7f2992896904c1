// Joins cells of a table.
import { a1, fontSize, joinedAreas, joinedLines, type Range, type TableChange } from '../core/index.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Cells that become one. */
export interface Join {
  readonly range: Range;
  /** "A1:E1" */
  readonly name: string;
}

/** All areas to be joined, top first. */
export function joinsOf(change: TableChange): readonly Join[] {
  return joinedAreas(change).map((range) => ({ range, name: `${a1(range.from)}:${a1(range.to)}` }));
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
  const lines = joinedLines(change, { from, to });
  if (row && lines > 1) sheet.setRowHeight(from.row + 1, Math.round(lines * fontSize(change, row.look) * 1.8 + 4));
}
