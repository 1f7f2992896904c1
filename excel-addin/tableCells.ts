// What the cells of a table hold.
import { a1, type Cell, quoteSheet, type TableCell } from '../core/index.ts';

/** A cell of Excel holds no more characters than this. */
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

/** Where the cell leads, as a hyperlink wants it: 'Phụ lục 01b'!D45; null for a cell without a link. */
export function tableLink(cell: TableCell): string | null {
  const isLink = cell !== null && typeof cell === 'object' && 'link' in cell;
  return isLink ? quoteSheet(cell.link.sheet) + a1(cell.link) : null;
}

/** Whether Excel can hold the value at all. */
export function hasRoom(value: Cell): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'string' || value.length <= LONGEST_TEXT;
}
