// Where a cell of a table leads.
import { a1, quoteSheet, type TableCell } from '../core/index.ts';

/** Where the cell leads, as a hyperlink wants it: 'Phụ lục 01b'!D45; null for a cell without a link. */
export function tableLink(cell: TableCell): string | null {
  const isLink = cell !== null && typeof cell === 'object' && 'link' in cell;
  return isLink ? quoteSheet(cell.link.sheet) + a1(cell.link) : null;
}
