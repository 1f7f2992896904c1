// Decides, before anything is written, what a batch writes or why it is refused: pure, over what the host has read. For
// hosts that write into a spreadsheet others work in at the same time.
import type { CellChange, Change, MarksChange, TableChange } from './change.ts';
import { sheetMarker } from './change.ts';
import { a1, type Cell, type CellRef, type Grid, hashGrid } from './grid.ts';
import type { RefusalCode } from './host.ts';
import { freeSheetName } from './sheetName.ts';
import { GENERAL, hasRoom, isWritable, tableFormula, tableValue, widthOf } from './tableCells.ts';

/** A cell that a change names. */
export interface CellState {
  readonly value: Cell;
  readonly formula: string | null;
  /** Its number format; "@" is plain text. */
  readonly format: string;
  /** It may not be changed. */
  readonly isLocked: boolean;
  /** Its format may not be changed, though its value may. */
  readonly isFormatLocked: boolean;
}

/** A sheet as it stands just before a batch. Ids are the host's own. */
export interface SheetState<Id> {
  readonly id: Id;
  readonly name: string;
  readonly isProtected: boolean;
  /** The id of a sheet of ours. */
  readonly own: string | null;
  /** The whole sheet, read only where it is ours and the batch touches it. */
  readonly grid: Grid | null;
  /** By address; only cells that the batch names. */
  readonly cells: ReadonlyMap<string, CellState>;
}

export interface BookState<Id> {
  readonly sheets: readonly SheetState<Id>[];
  /** Sheets may not be added or taken out. */
  readonly isProtected: boolean;
}

/** Finds a sheet by its name, as spreadsheets do: large and small letters are the same. */
export function sheetNamed<T extends { readonly name: string }>(sheets: readonly T[], name: string): T | undefined {
  return sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}

/** Where to write: sheets that are there go by their id, which a rename does not touch; new ones by their name. */
export interface Target<Id> {
  readonly name: string;
  readonly id: Id | null;
}

/** One thing to do in the spreadsheet. It is certain by now that it may be done. */
export type Write<Id> =
  | { readonly kind: 'marks'; readonly target: Target<Id>; readonly cells: MarksChange['cells'] }
  | { readonly kind: 'table'; readonly target: Target<Id>; readonly change: TableChange; readonly before: Grid | null }
  | { readonly kind: 'remove'; readonly target: Target<Id> }
  | CellWrite<Id>;

export interface CellWrite<Id> {
  readonly kind: 'cell';
  readonly target: Target<Id>;
  readonly change: CellChange;
  readonly before: CellState;
  /** The number format the cell needs or gets back, null when it keeps what it has. */
  readonly format: string | null;
}

export type WritePlan<Id> = { readonly ok: true; readonly writes: readonly Write<Id>[] } | Refusal;

interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly at?: CellRef;
}

/** A sheet as the changes so far would leave it. */
interface DraftSheet<Id> {
  readonly target: Target<Id>;
  readonly name: string;
  readonly own: string | null;
  readonly isProtected: boolean;
  readonly grid: Grid | null;
  readonly cells: ReadonlyMap<string, CellState>;
}

interface Draft<Id> {
  readonly sheets: readonly DraftSheet<Id>[];
  /** Names that cannot be taken, sheets on their way out included. */
  readonly taken: readonly string[];
  readonly writes: readonly Write<Id>[];
  /** Sheets may not be added or taken out. */
  readonly isProtected: boolean;
}

type Next<Id> = Draft<Id> | Refusal;

/** The number format a cell had before a fix of ours needed another; null where none is remembered. */
export type FormerFormat<Id> = (sheetId: Id | null, change: CellChange) => string | null;

/** Plans the whole batch; later changes see what earlier ones do. */
export function planWrites<Id>(
  state: BookState<Id>,
  changes: readonly Change[],
  former: FormerFormat<Id>,
): WritePlan<Id> {
  let draft: Draft<Id> = {
    sheets: state.sheets.map(draftOf),
    taken: state.sheets.map((sheet) => sheet.name),
    writes: [],
    isProtected: state.isProtected,
  };
  for (const change of changes) {
    const next = plan(draft, change, former);
    if ('ok' in next) return next;
    draft = next;
  }
  return { ok: true, writes: draft.writes };
}

function draftOf<Id>(sheet: SheetState<Id>): DraftSheet<Id> {
  const { name, own, isProtected, grid, cells } = sheet;
  return { target: { name, id: sheet.id }, name, own, isProtected, grid, cells };
}

function plan<Id>(draft: Draft<Id>, change: Change, former: FormerFormat<Id>): Next<Id> {
  switch (change.kind) {
    case 'marks':
      return planMarks(draft, change);
    case 'table':
      return planTable(draft, change);
    case 'remove':
      return planRemoval(draft, change.id);
    case 'cell':
      return planCell(draft, change, former);
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

function planMarks<Id>(draft: Draft<Id>, change: MarksChange): Next<Id> {
  const sheet = sheetNamed(draft.sheets, change.sheet);
  if (!sheet) return refuse('sheet-missing');
  if (sheet.isProtected) return refuse('protected', topOf(sheet.name));
  const isEarlier = (write: Write<Id>) => write.kind === 'marks' && write.target.name === sheet.target.name;
  const writes = draft.writes.filter((write) => !isEarlier(write));
  return { ...draft, writes: [...writes, { kind: 'marks', target: sheet.target, cells: change.cells }] };
}

function planCell<Id>(draft: Draft<Id>, change: CellChange, former: FormerFormat<Id>): Next<Id> {
  const { at, from, to } = change;
  const sheet = sheetNamed(draft.sheets, change.sheet);
  if (!sheet) return refuse('sheet-missing');
  const place = { ...at, sheet: change.sheet };
  const before = sheet.cells.get(a1(at)) ?? drawnCell(sheet, at.row, at.column);
  if (JSON.stringify(before.value) !== JSON.stringify(from) || before.formula !== null) return refuse('changed', place);
  const format = formatFor(before, to, former(sheet.target.id, change));
  if (before.isLocked || (before.isFormatLocked && format !== null)) return refuse('protected', place);
  if (!hasRoom(to)) return refuse('failed', place);
  const after: CellState = { ...before, value: to === '' ? null : to, format: format ?? before.format };
  const write: CellWrite<Id> = { kind: 'cell', target: sheet.target, change, before, format };
  const changed = { ...sheet, cells: new Map([...sheet.cells, [a1(at), after]]) };
  return { ...draft, sheets: replaced(draft, sheet, changed), writes: [...draft.writes, write] };
}

/** In a cell of plain text spreadsheets make a text even of a number; a text that comes back gets its format back. */
function formatFor(before: CellState, to: Cell, former: string | null): string | null {
  if (typeof to === 'number' || typeof to === 'boolean') return before.format === '@' ? GENERAL : null;
  return former === before.format ? null : former;
}

/** A cell of a sheet that this very batch writes, or one beyond the sheet's edge. */
function drawnCell<Id>(sheet: DraftSheet<Id>, row: number, column: number): CellState {
  const value = sheet.grid?.cells[row]?.[column] ?? null;
  const formula = sheet.grid?.formulas[row]?.[column] ?? null;
  return { value, formula, format: GENERAL, isLocked: sheet.isProtected, isFormatLocked: sheet.isProtected };
}

function planTable<Id>(draft: Draft<Id>, change: TableChange): Next<Id> {
  const own = change.id === null ? undefined : draft.sheets.find((sheet) => sheet.own === change.id);
  if ((own?.grid ? hashGrid(own.grid) : null) !== change.expects) return refuse('changed');
  if (own?.isProtected) return refuse('protected', topOf(own.name));
  if (!own && draft.isProtected) return refuse('protected');
  if (!isWritable(change)) return refuse('failed');
  const name = own?.name ?? freeSheetName(change.sheet, draft.taken);
  const target: Target<Id> = own?.target ?? { name, id: null };
  const grid = gridOf(name, change);
  const sheet: DraftSheet<Id> = { target, name, own: change.id, isProtected: false, grid, cells: new Map() };
  const write: Write<Id> = { kind: 'table', target, change, before: own?.grid ?? null };
  return {
    ...draft,
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

function planRemoval<Id>(draft: Draft<Id>, id: string): Next<Id> {
  const own = draft.sheets.find((sheet) => sheet.own === id);
  if (!own) return refuse('sheet-missing');
  if (draft.isProtected) return refuse('protected');
  if (own.isProtected) return refuse('protected', topOf(own.name));
  const sheets = draft.sheets.filter((sheet) => sheet !== own);
  // A workbook must keep a sheet.
  if (sheets.length === 0) return refuse('failed');
  const others = draft.writes.filter((write) => write.target !== own.target);
  const isNew = own.target.id === null;
  return { ...draft, sheets, writes: isNew ? others : [...others, { kind: 'remove', target: own.target }] };
}

function replaced<Id>(draft: Draft<Id>, old: DraftSheet<Id>, fresh: DraftSheet<Id>): readonly DraftSheet<Id>[] {
  return draft.sheets.map((sheet) => (sheet === old ? fresh : sheet));
}
