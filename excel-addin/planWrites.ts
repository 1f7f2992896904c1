// Decides, before anything is written, what a batch writes or why it is refused: pure, over what was read.
import {
  a1,
  type Cell,
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
import { type BookState, type CellState, type SheetState, sheetNamed } from './bookState.ts';
import { hasRoom, tableFormula, tableValue } from './tableCells.ts';

/** Where to write: sheets that are there go by their id, which a rename does not touch; new ones by their name. */
export interface Target {
  readonly name: string;
  readonly id: string | null;
}

/** One thing to do in Excel. It is certain by now that it may be done. */
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
  | { readonly ok: true; readonly writes: readonly Write[] }
  | { readonly ok: false; readonly code: RefusalCode; readonly at?: CellRef };

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
  /** Names that cannot be taken, sheets on their way out included: those go last. */
  readonly taken: readonly string[];
  readonly writes: readonly Write[];
}

type Next = Draft | Extract<WritePlan, { ok: false }>;

/** The number format a cell had before a fix of ours needed another; null where none is remembered. */
export type FormerFormat = (sheetId: string | null, change: CellChange) => string | null;

/** Plans the whole batch; later changes see what earlier ones do. */
export function planWrites(state: BookState, changes: readonly Change[], former: FormerFormat): WritePlan {
  let draft: Draft = {
    sheets: state.sheets.map(draftOf),
    taken: state.sheets.map((sheet) => sheet.name),
    writes: [],
  };
  for (const change of changes) {
    const next = plan(draft, change, state.isProtected, former);
    if ('ok' in next) return next;
    draft = next;
  }
  return { ok: true, writes: draft.writes };
}

function draftOf(sheet: SheetState): DraftSheet {
  const { name, own, isProtected, grid, cells } = sheet;
  return { target: { name, id: sheet.id }, name, own, isProtected, grid, cells };
}

function plan(draft: Draft, change: Change, isBookProtected: boolean, former: FormerFormat): Next {
  switch (change.kind) {
    case 'marks':
      return planMarks(draft, change);
    case 'table':
      return planTable(draft, change, isBookProtected);
    case 'remove':
      return planRemoval(draft, change.id, isBookProtected);
    case 'cell':
      return planCell(draft, change, former);
    default:
      return change satisfies never;
  }
}

function refuse(code: RefusalCode, at?: CellRef): Extract<WritePlan, { ok: false }> {
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

function planCell(draft: Draft, change: CellChange, former: FormerFormat): Next {
  const { at, from, to } = change;
  const sheet = sheetNamed(draft.sheets, change.sheet);
  if (!sheet) return refuse('sheet-missing');
  const place = { ...at, sheet: change.sheet };
  const before = sheet.cells.get(a1(at)) ?? drawnCell(sheet, at.row, at.column);
  if (JSON.stringify(before.value) !== JSON.stringify(from) || before.formula !== null) return refuse('changed', place);
  const format = formatFor(before, to) ?? former(sheet.target.id, change);
  if (sheet.isProtected && (before.isLocked || format !== null)) return refuse('protected', place);
  if (!hasRoom(to)) return refuse('failed', place);
  const after: CellState = { ...before, value: to === '' ? null : to, format: format ?? before.format };
  const write: CellWrite = { kind: 'cell', target: sheet.target, change, before, format };
  const changed = { ...sheet, cells: new Map([...sheet.cells, [a1(at), after]]) };
  return { ...draft, sheets: replaced(draft, sheet, changed), writes: [...draft.writes, write] };
}

/** In a cell of the format "@" Excel makes a text even of a number. */
function formatFor(before: CellState, to: Cell): string | null {
  return before.format === '@' && (typeof to === 'number' || typeof to === 'boolean') ? 'General' : null;
}

/** A cell of a sheet that this very batch writes. */
function drawnCell(sheet: DraftSheet, row: number, column: number): CellState {
  const value = sheet.grid?.cells[row]?.[column] ?? null;
  const formula = sheet.grid?.formulas[row]?.[column] ?? null;
  return { value, formula, format: 'General', isLocked: true };
}

function planTable(draft: Draft, change: TableChange, isBookProtected: boolean): Next {
  const own = change.id === null ? undefined : draft.sheets.find((sheet) => sheet.own === change.id);
  if ((own?.grid ? hashGrid(own.grid) : null) !== change.expects) return refuse('changed');
  if (own?.isProtected) return refuse('protected', topOf(own.name));
  if (!own && isBookProtected) return refuse('protected');
  if (!change.rows.every((row) => row.cells.every((cell) => hasRoom(tableValue(cell))))) return refuse('failed');
  const name = own?.name ?? freeSheetName(change.sheet, draft.taken);
  const target = own?.target ?? { name, id: null };
  const isProtected = false;
  const sheet = { target, name, own: change.id, isProtected, grid: gridOf(name, change), cells: new Map() };
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
  const width = Math.max(change.columns.length, 1, ...cells.map((row) => row.length));
  const [first = [], ...rest] = cells;
  const padded = Array.from({ length: width }, (_, i) => first[i] ?? null);
  const marked = change.id === null ? cells : [[...padded, sheetMarker(change.id)], ...rest];
  return {
    name,
    visible: true,
    cells: marked,
    texts: [],
    formulas: change.rows.map((row) => row.cells.map(tableFormula)),
  };
}

function planRemoval(draft: Draft, id: string, isBookProtected: boolean): Next {
  const own = draft.sheets.find((sheet) => sheet.own === id);
  if (!own) return refuse('sheet-missing');
  if (isBookProtected) return refuse('protected');
  const sheets = draft.sheets.filter((sheet) => sheet !== own);
  // A workbook must keep a sheet.
  if (sheets.length === 0) return refuse('failed');
  const others = draft.writes.filter((write) => write.target !== own.target);
  const isNew = own.target.id === null;
  return { ...draft, sheets, writes: isNew ? others : [...others, { kind: 'remove', target: own.target }] };
}

function replaced(draft: Draft, old: DraftSheet, fresh: DraftSheet): readonly DraftSheet[] {
  return draft.sheets.map((sheet) => (sheet === old ? fresh : sheet));
}
