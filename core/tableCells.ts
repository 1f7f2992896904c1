// What the cells of a table hold, the same in every host.
import type { TableCell, TableChange } from './change.ts';
import type { Cell } from './grid.ts';

/** Excel holds no more characters in a cell than this, and every file must be able to go there. */
const LONGEST_TEXT = 32_767;

/** The number format that shows numbers as numbers, in every host. */
export const GENERAL = 'General';

/** The value that is read back from the cell. */
export function tableValue(cell: TableCell): Cell {
  if (cell === null || typeof cell !== 'object' || 'error' in cell) return cell === '' ? null : cell;
  return 'link' in cell ? cell.text : cell.value;
}

/** The cell's formula without "=", or null. */
export function tableFormula(cell: TableCell): string | null {
  return cell !== null && typeof cell === 'object' && 'formula' in cell ? cell.formula.replace(/^=/, '') : null;
}

/** Whether a cell can hold the value at all. */
export function hasRoom(value: Cell): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'string' || value.length <= LONGEST_TEXT;
}

/** Whether a spreadsheet can hold the whole table. */
export function isWritable(change: TableChange): boolean {
  return change.rows.every((row) => row.cells.every((cell) => hasRoom(tableValue(cell))));
}

/** How many columns the table takes; the marker of a sheet of ours stands behind them. */
export function widthOf(change: TableChange): number {
  return Math.max(change.columns.length, 1, ...change.rows.map((row) => row.cells.length));
}
