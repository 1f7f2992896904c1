// A sheet of ours as it stands before it is rewritten: what an official typed on it is read here, and kept.
import type { TableCell, TableRow } from './change.ts';
import { type Cell, cellAt, type Grid, hashGrid, isBlank, ownSheetId, type Workbook } from './grid.ts';

export interface OwnSheet {
  /** For TableChange.expects: null when the sheet is not there yet. */
  readonly hash: string | null;
  readonly grid: Grid | null;
  /**
   * The rows with the official's margin notes put back: those right of our columns stay with the row that has the same
   * id, those of a row without id stay where they were. What has lost its row is listed below the table. `width`: how
   * many columns we write now; `idColumns`: the columns of text that together are a row's id.
   */
  readonly withNotes: (
    rows: readonly TableRow[],
    width: number,
    ...idColumns: readonly number[]
  ) => readonly TableRow[];
}

export function readOwnSheet(workbook: Workbook, id: string): OwnSheet {
  const grid = workbook.sheets.find((sheet) => ownSheetId(sheet) === id) ?? null;
  return {
    hash: grid && hashGrid(grid),
    grid,
    withNotes: (rows, width, ...idColumns) => (grid ? putBack(grid, rows, width, idColumns) : rows),
  };
}

interface Note {
  readonly row: number;
  readonly id: string;
  readonly cells: readonly Cell[];
}

function putBack(
  grid: Grid,
  rows: readonly TableRow[],
  width: number,
  idColumns: readonly number[],
): readonly TableRow[] {
  const notes = notesOf(grid, idColumns);
  if (notes.length === 0) return rows;
  const used = new Set<Note>();
  const kept = rows.map((row, index) => {
    const id = idOf(idColumns.map((column) => row.cells[column]));
    const note = notes.find((one) => (id !== '' ? one.id === id : one.id === '' && one.row === index));
    if (!note) return row;
    used.add(note);
    return { ...row, cells: [...padded(row.cells, width + 1), ...note.cells] };
  });
  const lost = notes.filter((note) => !used.has(note));
  return [
    ...kept,
    ...lost.map((note): TableRow => ({ cells: [...padded([], width + 1), ...note.cells], look: 'plain' })),
  ];
}

function padded(cells: readonly TableCell[], length: number): readonly TableCell[] {
  return [...cells, ...Array.from({ length: Math.max(0, length - cells.length) }, () => null)];
}

/** Notes stand right of the marker, wherever an earlier release put it. */
function notesOf(grid: Grid, idColumns: readonly number[]): readonly Note[] {
  const marker = (grid.cells[0] ?? []).findIndex((cell) => typeof cell === 'string' && cell.startsWith('cchc:'));
  return grid.cells.flatMap((cells, row) => {
    const own = cells.slice(marker + 1);
    const id = idOf(idColumns.map((column) => cellAt(grid, row, column)));
    return own.some((cell) => !isBlank(cell)) ? [{ row, id, cells: own }] : [];
  });
}

function idOf(cells: readonly (TableCell | undefined)[]): string {
  return cells
    .map((cell) => (typeof cell === 'string' ? cell : ''))
    .join('\n')
    .trim();
}
