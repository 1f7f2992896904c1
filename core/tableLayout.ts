// How a table is laid out, the same in every host: what is joined, how large its letters are, which number formats its
// cells take.
import type { Range, RowLook, Severity, TableChange, TableRow } from './change.ts';
import { GENERAL, tableFormula, tableValue } from './tableCells.ts';

/** RRGGBB. */
export const TABLE_COLOURS = { heading: 'E7E6E6', note: '595959', link: '0563C1' } as const;

/** A form is filled in and printed (12 points); our own sheets are read (11 points). */
export function fontSize(change: Pick<TableChange, 'id'>, look: RowLook): number {
  const size = change.id === null ? 12 : 11;
  if (look === 'title') return size + 2;
  return look === 'note' ? 10 : size;
}

/** A row of a severity looks like any other, but for its first cell. */
export function isSeverityLook(look: RowLook): look is Severity {
  return look === 'error' || look === 'warning' || look === 'info';
}

/** Areas to be joined: those the table asks for, and titles and notes that stand alone in their row. */
export function joinedAreas(change: TableChange): readonly Range[] {
  return [...(change.merges ?? []), ...spreadRows(change)].filter(
    ({ from, to }) => from.row !== to.row || from.column !== to.column,
  );
}

/** They take the whole width, unless the table itself joins cells there. */
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

/** Lines that the text of joined cells takes: rather one too many than one cut off. */
export function joinedLines(change: TableChange, { from, to }: Range): number {
  const value = tableValue(change.rows[from.row]?.cells[from.column] ?? null);
  const columns = change.columns.slice(from.column, to.column + 1);
  const width = columns.reduce((sum, column) => sum + (column.hidden ? 0 : column.width), 0) || 8;
  const lines = String(value ?? '').split('\n');
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0);
}

/** Rows of these looks are words around the table: the columns' number formats are not theirs. */
const AROUND: readonly RowLook[] = ['title', 'subtitle', 'note', 'heading'];

/** The number format of a cell, `GENERAL` where neither it nor its column asks for another. */
export function tableFormat(change: TableChange, row: TableRow, column: number): string {
  const cell = row.cells[column] ?? null;
  const ofColumn = AROUND.includes(row.look) ? GENERAL : (change.columns[column]?.format ?? GENERAL);
  if (tableFormula(cell) === null) return ofColumn;
  const own = cell !== null && typeof cell === 'object' && 'format' in cell ? cell.format : undefined;
  // A formula in a column of texts would be shown as its own text.
  return own ?? (ofColumn === '@' ? GENERAL : ofColumn);
}
