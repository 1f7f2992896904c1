// The closed union of what the product may change in a spreadsheet. Hosts carry these out and nothing else.
import type { Address, Cell, CellRef } from './grid.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A cell of a sheet the product writes: a value, a live formula with its present value, or a link to another cell. */
export type TableCell =
  | Cell
  | { readonly formula: string; readonly value: Cell; readonly format?: string }
  | { readonly text: string; readonly link: CellRef };

/**
 * How a row looks. `title` and `subtitle` stand centred above a form, `note` is small grey text, `heading` is a bold
 * bordered table head, `section` a bold bordered row, `row` a bordered row; `error`, `warning`, `info` are bordered
 * rows whose first cell carries the severity's colour; `plain` has no border.
 */
export type RowLook =
  | 'title'
  | 'subtitle'
  | 'note'
  | 'heading'
  | 'section'
  | 'row'
  | 'error'
  | 'warning'
  | 'info'
  | 'plain';

export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly look: RowLook;
}

export interface TableColumn {
  /** In characters, as spreadsheets count column widths. */
  readonly width: number;
  readonly hidden?: boolean;
  /** A number format; "@" keeps codes as text. */
  readonly format?: string;
  readonly align?: 'left' | 'center' | 'right';
}

export interface Range {
  readonly from: Address;
  readonly to: Address;
}

/** A drop-down list on a range. Other values stay possible: the list helps, it does not forbid. */
export interface DropDown {
  readonly range: Range;
  readonly values: readonly (string | number)[];
}

export interface PrintSetup {
  readonly landscape: boolean;
  /** Rows repeated at the top of every page, counted from 0. */
  readonly repeat?: { readonly from: number; readonly to: number };
}

/** Replaces all our marks on a sheet. Empty lists clear them. */
export interface MarksChange {
  readonly kind: 'marks';
  readonly sheet: string;
  readonly cells: Readonly<Record<Severity, readonly Address[]>>;
}

/**
 * Writes a whole sheet. With an `id` the sheet is ours: it is found again by "cchc:<id>" in the hidden last column of
 * its first row, and rewritten; a user's sheet of the same name is never touched, ours becomes "… (CCHC)".
 * With `id: null` the sheet is the user's from the start (a new annex): it is only ever added.
 */
export interface TableChange {
  readonly kind: 'table';
  readonly sheet: string;
  readonly id: string | null;
  /** `hashGrid` of our sheet as it was read, null when there was none; the change is refused when it differs. */
  readonly expects: string | null;
  readonly rows: readonly TableRow[];
  readonly columns: readonly TableColumn[];
  readonly merges?: readonly Range[];
  readonly lists?: readonly DropDown[];
  /** How many rows stay in sight at the top. */
  readonly frozenRows?: number;
  /** How many columns stay in sight at the left; only files keep them, a host at work leaves them out. */
  readonly frozenColumns?: number;
  readonly print?: PrintSetup;
}

/** Takes one of our own sheets out again. */
export interface RemoveChange {
  readonly kind: 'remove';
  readonly id: string;
}

/** Sets one cell, refused when it no longer holds `from`; its inverse is its undo. */
export interface CellChange {
  readonly kind: 'cell';
  readonly sheet: string;
  readonly at: Address;
  readonly from: Cell;
  readonly to: Cell;
}

export type Change = MarksChange | TableChange | RemoveChange | CellChange;

/** The formula that tags our conditional formats: always true, and the same text in every locale. */
export function markFormula(severity: Severity): string {
  return `N("cchc:${severity}")=0`;
}

const MARK_FORMULA = /^\s*=?\s*N\(\s*"cchc:(error|warning|info)"\s*\)\s*=\s*0\s*$/i;

/** Whose mark a conditional format with this formula is, however its host writes it; null for one of the user's. */
export function markOf(formula: string): Severity | null {
  const found = MARK_FORMULA.exec(formula)?.[1]?.toLowerCase();
  return found === 'error' || found === 'warning' || found === 'info' ? found : null;
}

/** Fill colours of the marks, RRGGBB. They differ in lightness too, so that they can be told apart in grey. */
export const MARK_COLOURS: Readonly<Record<Severity, string>> = { error: 'F8B4B4', warning: 'FDE68A', info: 'BFDBFE' };

/** What the hidden last cell of our sheet's first row holds. */
export function sheetMarker(id: string): string {
  return `cchc:${id}`;
}

/** Text that a spreadsheet might take for a formula. Hosts write such text as text. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}
