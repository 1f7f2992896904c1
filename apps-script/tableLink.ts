// Where a cell of a table leads.
import type { CellRef, TableCell } from '../core/index.ts';

/** Where the cell leads, null for a cell without a link. */
export function tableLink(cell: TableCell): CellRef | null {
  return cell !== null && typeof cell === 'object' && 'link' in cell ? cell.link : null;
}
