// What the cells of a table hold.
import type { Cell, CellRef, TableCell, TableChange } from '../core/index.ts';

/** Sheets would take 50,000 characters, Excel no more than these: the file must be able to go there. */
const LONGEST_TEXT = 32_767;

/** The value that is read back from the cell. */
export function tableValue(cell: TableCell): Cell {
  if (cell === null || typeof cell !== 'object' || 'error' in cell) return cell === '' ? null : cell;
  return 'link' in cell ? cell.text : cell.value;
}

/** The cell's formula without "=", or null. */
export function tableFormula(cell: TableCell): string | null {
  return cell !== null && typeof cell === 'object' && 'formula' in cell ? cell.formula.replace(/^=/, '') : null;
}

/** Where the cell leads, null for a cell without a link. */
export function tableLink(cell: TableCell): CellRef | null {
  return cell !== null && typeof cell === 'object' && 'link' in cell ? cell.link : null;
}

/** Whether a cell can hold the value at all. */
export function hasRoom(value: Cell): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'string' || value.length <= LONGEST_TEXT;
}

/** How many columns the table takes; the marker of a sheet of ours stands behind them. */
export function widthOf(change: TableChange): number {
  return Math.max(change.columns.length, 1, ...change.rows.map((row) => row.cells.length));
}
