// Reads the cells of sheets, all at once where there are few and piece by piece where there are many.
import { type Cell, type Grid, hostFailure, type ReadOptions } from '../core/index.ts';
import { isTooMuchAtOnce } from './excelError.ts';
import type { Block, SheetHead } from './sheetList.ts';

/** Cells asked for in one round trip: Excel on the web hands over 5 MB at most, and a cell takes some 100 bytes. */
const CELLS_A_TRIP = 20_000;
/** A report has some thousands; beyond this it is a database, and reading would take minutes. */
const MOST_CELLS = 2_000_000;

/** A piece of a sheet, small enough for one trip. */
interface Piece {
  readonly head: SheetHead;
  readonly block: Block;
}

interface Draft {
  readonly cells: Cell[][];
  readonly texts: string[][];
  readonly formulas: (string | null)[][];
}

/** The sheets as plain grids, in the order given. Requests waiting in the context go out with the first trip. */
export async function readSheets(
  context: Excel.RequestContext,
  heads: readonly SheetHead[],
  options: ReadOptions = {},
): Promise<readonly Grid[]> {
  const drafts = new Map(heads.map((head) => [head.id, emptyDraft(head.used)]));
  const trips = tripsFor(heads.flatMap(piecesOf));
  const total = heads.reduce((sum, head) => sum + (head.used ? sizeOf(head.used) : 0), 0);
  if (total > MOST_CELLS) throw hostFailure('too-large');
  let done = 0;
  for (const trip of trips) {
    if (options.signal?.aborted) throw hostFailure('stopped');
    await readPieces(context, trip, drafts);
    done += trip.reduce((sum, piece) => sum + sizeOf(piece.block), 0);
    options.progress?.(done, total);
  }
  if (trips.length === 0) await context.sync();
  return heads.map((head) => ({
    name: head.name,
    visible: head.visible,
    ...(drafts.get(head.id) ?? emptyDraft(null)),
  }));
}

function sizeOf(block: Block): number {
  return block.rows * block.columns;
}

/** A sheet cut into bands of rows; a used block is at most 16,384 columns wide, so a row always fits. */
function piecesOf(head: SheetHead): readonly Piece[] {
  const { used } = head;
  if (!used) return [];
  const band = Math.floor(CELLS_A_TRIP / used.columns);
  const pieces: Piece[] = [];
  for (let done = 0; done < used.rows; done += band) {
    pieces.push({ head, block: { ...used, row: used.row + done, rows: Math.min(band, used.rows - done) } });
  }
  return pieces;
}

function tripsFor(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const trips: Piece[][] = [];
  let room = 0;
  for (const piece of pieces) {
    const size = sizeOf(piece.block);
    if (trips.length === 0 || size > room) {
      trips.push([]);
      room = CELLS_A_TRIP;
    }
    trips.at(-1)?.push(piece);
    room -= size;
  }
  return trips;
}

/** One trip; when long texts make the answer too large, its halves. */
async function readPieces(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
  drafts: ReadonlyMap<string, Draft>,
): Promise<void> {
  const ranges = pieces.map(({ head, block }) => {
    const range = head.sheet.getRangeByIndexes(block.row, block.column, block.rows, block.columns);
    return range.load('values,text,formulas,valueTypes');
  });
  try {
    await context.sync();
  } catch (error) {
    const halves = isTooMuchAtOnce(error) ? halved(pieces) : null;
    if (!halves) throw error;
    for (const half of halves) await readPieces(context, half, drafts);
    return;
  }
  pieces.forEach(({ head, block }, i) => {
    const range = ranges[i];
    const draft = drafts.get(head.id);
    if (range && draft) fill(draft, block, range);
  });
}

function halved(pieces: readonly Piece[]): readonly (readonly Piece[])[] | null {
  const middle = Math.ceil(pieces.length / 2);
  if (pieces.length > 1) return [pieces.slice(0, middle), pieces.slice(middle)];
  const only = pieces[0];
  if (!only || only.block.rows < 2) return null;
  const { head, block } = only;
  const rows = Math.floor(block.rows / 2);
  return [
    [{ head, block: { ...block, rows } }],
    [{ head, block: { ...block, row: block.row + rows, rows: block.rows - rows } }],
  ];
}

function emptyDraft(used: Block | null): Draft {
  const rows = used ? used.row + used.rows : 0;
  const blank = <T>(): T[][] => Array.from({ length: rows }, () => []);
  return { cells: blank(), texts: blank(), formulas: blank() };
}

/** Lays a piece where it belongs: the used block need not start at A1, a grid does. */
function fill(draft: Draft, block: Block, range: Excel.Range): void {
  for (let r = 0; r < block.rows; r++) {
    const values = range.values[r] ?? [];
    const types = range.valueTypes[r] ?? [];
    const row = Array.from({ length: block.columns }, (_, c) => cellOf(values[c], types[c]));
    draft.cells[block.row + r] = [...padding(block.column, null), ...row];
    draft.texts[block.row + r] = [...padding(block.column, ''), ...(range.text[r] ?? [])];
    const formulas = (range.formulas[r] ?? []).map((formula, c) => formulaOf(formula, values[c]));
    draft.formulas[block.row + r] = [...padding(block.column, null), ...formulas];
  }
}

function padding<T>(count: number, blank: T): readonly T[] {
  return Array.from({ length: count }, () => blank);
}

/** A value as the core wants it. Only its type tells an error from the same letters typed as text. */
export function cellOf(value: unknown, type: string | undefined): Cell {
  if (type === 'Error') return { error: String(value) };
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Excel gives a cell's value where it has no formula; a text that starts with "=" is its own "formula" then. */
export function formulaOf(formula: unknown, value: unknown): string | null {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value ? formula.slice(1) : null;
}
