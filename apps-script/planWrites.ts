// Decides, before anything is written, what a batch writes or why it is refused: pure, over what was read.
import {
  a1,
  type CellChange,
  type CellRef,
  type Change,
  freeSheetName,
  type Grid,
  hashGrid,
  type MarksChange,
  type RefusalCode,
  sheetMarker,
  type TableChange,
} from '../core/index.ts';
import { type BookState, type CellState, GENERAL, type SheetState, sheetNamed } from './bookState.ts';
import type { CellFormat } from './protocol.ts';
import { hasRoom, tableFormula, tableValue, widthOf } from './tableCells.ts';

/** Where to write: sheets that are there go by their id, new ones by their name. */
export interface Target {
  readonly name: string;
  readonly id: number | null;
}

/** One thing to do in the spreadsheet. It is certain by now that it may be done. */
export type Write =
  | { readonly kind: 'marks'; readonly target: Target; readonly cells: MarksChange['cells'] }
  | { readonly kind: 'table'; readonly target: Target; readonly change: TableChange; readonly before: Grid | null }
  | { readonly kind: 'remove'; readonly target: Target }
  | CellWrite;

export interface CellWrite {
  readonly kind: 'cell';
  readonly target: Target;
  readonly change: CellChange;
  readonly before: CellState;
  /** The number format the cell needs or gets back, null when it keeps what it has. */
  readonly format: string | null;
}

export type WritePlan =
  | { readonly ok: true; readonly writes: readonly Write[]; readonly replaced: readonly CellFormat[] }
  | Refusal;

interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly at?: CellRef;
}

/** A sheet as the changes so far would leave it. */
interface DraftSheet {
  readonly target: Target;
  readonly name: string;
  readonly own: string | null;
  readonly isProtected: boolean;
  readonly grid: Grid | null;
  readonly cells: ReadonlyMap<string, CellState>;
}

interface Draft {
  readonly sheets: readonly DraftSheet[];
  /** Names that cannot be taken, sheets on their way out included. */
  readonly taken: readonly string[];
  readonly writes: readonly Write[];
}

type Next = Draft | Refusal;

/** Plans the whole batch; later changes see what earlier ones do. `formats` are to be given back to undone cells. */
export function planWrites(state: BookState, changes: readonly Change[], formats: readonly CellFormat[]): WritePlan {
  let draft: Draft = {
    sheets: state.sheets.map(draftOf),
    taken: state.sheets.map((sheet) => sheet.name),
    writes: [],
  };
  for (const change of changes) {
    const next = plan(draft, change, formats);
    if ('ok' in next) return next;
    draft = next;
  }
  return { ok: true, writes: draft.writes, replaced: draft.writes.flatMap(replacedFormat) };
}

function draftOf(sheet: SheetState): DraftSheet {
  const { name, own, isProtected, grid, cells } = sheet;
  return { target: { name, id: sheet.id }, name, own, isProtected, grid, cells };
}

function plan(draft: Draft, change: Change, formats: readonly CellFormat[]): Next {
  switch (change.kind) {
    case 'marks':
      return planMarks(draft, change);
    case 'table':
      return planTable(draft, change);
    case 'remove':
      return planRemoval(draft, change.id);
    case 'cell':
      return planCell(draft, change, formats);
    default:
      return change satisfies never;
  }
}

function refuse(code: RefusalCode, at?: CellRef): Refusal {
  return at ? { ok: false, code, at } : { ok: false, code };
}

function topOf(sheet: string): CellRef {
  return { sheet, row: 0, column: 0 };
}

function planMarks(draft: Draft, change: MarksChange): Next {
  const sheet = sheetNamed(draft.sheets, change.sheet);
  if (!sheet) return refuse('sheet-missing');
  if (sheet.isProtected) return refuse('protected', topOf(sheet.name));
  const isEarlier = (write: Write) => write.kind === 'marks' && write.target.name === sheet.target.name;
  const writes = draft.writes.filter((write) => !isEarlier(write));
  return { ...draft, writes: [...writes, { kind: 'marks', target: sheet.target, cells: change.cells }] };
}

function planCell(draft: Draft, change: CellChange, formats: readonly CellFormat[]): Next {
  const { at, from, to } = change;
  const sheet = sheetNamed(draft.sheets, change.sheet);
  if (!sheet) return refuse('sheet-missing');
  const place = { ...at, sheet: change.sheet };
  const before = sheet.cells.get(a1(at)) ?? drawnCell(sheet, at.row, at.column);
  if (JSON.stringify(before.value) !== JSON.stringify(from) || before.formula !== null) return refuse('changed', place);
  if (before.isLocked) return refuse('protected', place);
  if (!hasRoom(to)) return refuse('failed', place);
  const format = formatFor(before, change, formats);
  const after: CellState = { ...before, value: to === '' ? null : to, format: format ?? before.format };
  const write: CellWrite = { kind: 'cell', target: sheet.target, change, before, format };
  const changed = { ...sheet, cells: new Map([...sheet.cells, [a1(at), after]]) };
  return { ...draft, sheets: replaced(draft, sheet, changed), writes: [...draft.writes, write] };
}

/** In a cell of plain text Sheets makes a text even of a number; a text that comes back gets its plain text back. */
function formatFor(before: CellState, { sheet, at, to }: CellChange, formats: readonly CellFormat[]): string | null {
  if (typeof to === 'number' || typeof to === 'boolean') return before.format === '@' ? GENERAL : null;
  const isHere = (one: CellFormat) => one.sheet === sheet && one.row === at.row && one.column === at.column;
  const former = formats.find(isHere)?.format ?? null;
  return former === before.format ? null : former;
}

function replacedFormat(write: Write): readonly CellFormat[] {
  if (write.kind !== 'cell' || write.format !== GENERAL) return [];
  const { sheet, at } = write.change;
  return [{ sheet, row: at.row, column: at.column, format: write.before.format }];
}

/** A cell of a sheet that this very batch writes, or one beyond the sheet's edge. */
function drawnCell(sheet: DraftSheet, row: number, column: number): CellState {
  const value = sheet.grid?.cells[row]?.[column] ?? null;
  const formula = sheet.grid?.formulas[row]?.[column] ?? null;
  return { value, formula, format: GENERAL, isLocked: sheet.isProtected };
}

function planTable(draft: Draft, change: TableChange): Next {
  const own = change.id === null ? undefined : draft.sheets.find((sheet) => sheet.own === change.id);
  if ((own?.grid ? hashGrid(own.grid) : null) !== change.expects) return refuse('changed');
  if (own?.isProtected) return refuse('protected', topOf(own.name));
  if (!change.rows.every((row) => row.cells.every((cell) => hasRoom(tableValue(cell))))) return refuse('failed');
  const name = own?.name ?? freeSheetName(change.sheet, draft.taken);
  const target = own?.target ?? { name, id: null };
  const grid = gridOf(name, change);
  const sheet = { target, name, own: change.id, isProtected: false, grid, cells: new Map() };
  const write: Write = { kind: 'table', target, change, before: own?.grid ?? null };
  return {
    sheets: own ? replaced(draft, own, sheet) : [...draft.sheets, sheet],
    taken: own ? draft.taken : [...draft.taken, name],
    writes: [...draft.writes, write],
  };
}

/** The sheet as it will be read back, for changes further on in the batch. */
function gridOf(name: string, change: TableChange): Grid {
  const cells = change.rows.map((row) => row.cells.map(tableValue));
  const [first = [], ...rest] = cells;
  const padded = Array.from({ length: widthOf(change) }, (_, i) => first[i] ?? null);
  const marked = change.id === null ? cells : [[...padded, sheetMarker(change.id)], ...rest];
  const formulas = change.rows.map((row) => row.cells.map(tableFormula));
  return { name, visible: true, cells: marked, texts: [], formulas };
}

function planRemoval(draft: Draft, id: string): Next {
  const own = draft.sheets.find((sheet) => sheet.own === id);
  if (!own) return refuse('sheet-missing');
  if (own.isProtected) return refuse('protected', topOf(own.name));
  const sheets = draft.sheets.filter((sheet) => sheet !== own);
  // A spreadsheet must keep a sheet.
  if (sheets.length === 0) return refuse('failed');
  const others = draft.writes.filter((write) => write.target !== own.target);
  const isNew = own.target.id === null;
  return { ...draft, sheets, writes: isNew ? others : [...others, { kind: 'remove', target: own.target }] };
}

function replaced(draft: Draft, old: DraftSheet, fresh: DraftSheet): readonly DraftSheet[] {
  return draft.sheets.map((sheet) => (sheet === old ? fresh : sheet));
}
