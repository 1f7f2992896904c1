// Gives the cells that share a formula their own text: relative references move with the cell.
import { columnName } from '../core/index.ts';

/** A formula cut at its relative references, so that each cell that shares it is written without parsing again. */
export interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly pieces: readonly (string | Reference)[];
}

interface Reference {
  /** Null where the reference has no such part, as in A:A or 1:1. */
  readonly column: number | null;
  readonly columnFixed: boolean;
  readonly row: number | null;
  readonly rowFixed: boolean;
}

const ROWS = 1_048_576;
const COLUMNS = 16_384;

// Strings, quoted sheet names, structured references and names are passed over whole; a name before "(" or "!" is
// no cell.
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w.(!])|(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\w.(!])|(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6})(?![\w.(!])|[\p{L}_\\][\p{L}\p{N}_.\\]*|[\s\S]/giu;

/** Takes the formula of the cell that holds it for the others. */
export function shareFormula(text: string, row: number, column: number): SharedFormula {
  const pieces: (string | Reference)[] = [];
  const literal = (piece: string) => {
    const last = pieces.length - 1;
    if (typeof pieces[last] === 'string') pieces[last] += piece;
    else pieces.push(piece);
  };
  for (const match of text.matchAll(TOKEN)) {
    const [whole, c1, col, r1, r, c2, from, c3, to, r2, top, r3, bottom] = match;
    const columnPart = (fixed: string | undefined, name: string): Reference => ({
      column: columnIndex(name),
      columnFixed: fixed === '$',
      row: null,
      rowFixed: true,
    });
    const rowPart = (fixed: string | undefined, number: string): Reference => ({
      column: null,
      columnFixed: true,
      row: Number(number) - 1,
      rowFixed: fixed === '$',
    });
    if (col && r)
      pieces.push({ column: columnIndex(col), columnFixed: c1 === '$', row: Number(r) - 1, rowFixed: r1 === '$' });
    else if (from && to) pieces.push(columnPart(c2, from), ':', columnPart(c3, to));
    else if (top && bottom) pieces.push(rowPart(r2, top), ':', rowPart(r3, bottom));
    else literal(whole);
  }
  return { row, column, pieces };
}

/** The formula as it stands in another cell. */
export function formulaAt(shared: SharedFormula, row: number, column: number): string {
  const down = row - shared.row;
  const right = column - shared.column;
  return shared.pieces.map((piece) => (typeof piece === 'string' ? piece : showReference(piece, down, right))).join('');
}

function showReference(reference: Reference, down: number, right: number): string {
  let shown = '';
  if (reference.column !== null) {
    // References that leave the sheet come in again at the other side.
    const column = reference.columnFixed ? reference.column : wrap(reference.column + right, COLUMNS);
    shown += (reference.columnFixed ? '$' : '') + columnName(column);
  }
  if (reference.row !== null) {
    const row = reference.rowFixed ? reference.row : wrap(reference.row + down, ROWS);
    shown += (reference.rowFixed ? '$' : '') + (row + 1);
  }
  return shown;
}

function wrap(value: number, size: number): number {
  return ((value % size) + size) % size;
}

function columnIndex(name: string): number {
  let column = 0;
  for (const letter of name.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
