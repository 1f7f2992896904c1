// What a spreadsheet is to the core: plain grids of cells, and the addresses of cells.

/** A cell's value. A blank is `null`, always; a date is its serial number; an error keeps its code, as "#REF!". */
export type Cell = number | string | boolean | null | { readonly error: string };

/** One sheet. `cells[0][0]` is A1; rows may be jagged, and what is absent is blank. */
export interface Grid {
  readonly name: string;
  readonly visible: boolean;
  readonly cells: readonly (readonly Cell[])[];
  /** As displayed, after the cell's number format. */
  readonly texts: readonly (readonly string[])[];
  /** The formula without its "=", or null. */
  readonly formulas: readonly (readonly (string | null)[])[];
  /** The cells come from a text file (.csv), where a number and its text are one. */
  readonly untyped?: boolean;
  /** Font names, given only by hosts that know them, and only where a legacy font is used at all. */
  readonly fonts?: readonly (readonly (string | null)[])[];
}

export interface Workbook {
  readonly sheets: readonly Grid[];
  /** The name of the active sheet. */
  readonly active: string;
}

/** Row and column counted from 0: A1 is `{ row: 0, column: 0 }`. */
export interface Address {
  readonly row: number;
  readonly column: number;
}

export interface CellRef extends Address {
  readonly sheet: string;
}

/** The column's letters: 0 → "A", 26 → "AA". */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** An address as people write it, without "$": `{ row: 44, column: 3 }` → "D45". */
export function a1(address: Address): string {
  return `${columnName(address.column)}${address.row + 1}`;
}

/** Reads "D45" or "$D$45"; null when the text is no address. */
export function parseA1(text: string): Address | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (!match?.[1] || !match[2]) return null;
  let column = 0;
  for (const letter of match[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** A sheet's name as a formula wants it: 'Phụ lục 01b'!, quotes doubled. */
export function quoteSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'!`;
}

export function cellAt(grid: Grid, row: number, column: number): Cell {
  return grid.cells[row]?.[column] ?? null;
}

/** The text shown in a cell, "" when blank. */
export function textAt(grid: Grid, row: number, column: number): string {
  return grid.texts[row]?.[column] ?? '';
}

export function isCellError(cell: Cell): cell is { readonly error: string } {
  return typeof cell === 'object' && cell !== null;
}

/** A text of spaces only is a blank, as an official sees it. */
export function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** The id of a sheet of ours, from "cchc:<id>" in its first row; null for any other sheet. */
export function ownSheetId(grid: Grid): string | null {
  const marker = (grid.cells[0] ?? []).find((cell) => typeof cell === 'string' && /^cchc:[a-z-]+$/.test(cell));
  return typeof marker === 'string' ? marker.slice(5) : null;
}

/** Sheets of ours: "Thông tin báo cáo", "Lời văn báo cáo", "Phiếu kiểm tra số liệu", "Tỷ lệ tính từ Phụ lục", "Mẫu biểu". */
export const INFO_SHEET_ID = 'report-info';
export const NARRATIVE_SHEET_ID = 'narrative';
export const CHECK_SHEET_ID = 'check-report';
export const INDICATOR_SHEET_ID = 'indicators';
export const TEMPLATE_SHEET_ID = 'template';
/** For the level above: "Tổng hợp", "Tình hình nộp báo cáo", "Lỗi và số khác thường". */
export const CONSOLIDATED_SHEET_ID = 'consolidated';
export const SUBMISSION_SHEET_ID = 'submissions';
export const ERROR_SHEET_ID = 'commune-errors';

/** The sheet "Mẫu biểu": ours, or made by hand with its heading; an annex on a sheet of that name stays an annex. */
export function isTemplateSheet(grid: Grid): boolean {
  const id = ownSheetId(grid);
  if (id !== null) return id === TEMPLATE_SHEET_ID;
  const named = /^m\S{1,4}u bi\S{1,4}u$/iu.test(grid.name.trim());
  return named && grid.cells.some((row) => row.some(isTemplateHeading));
}

function isTemplateHeading(cell: Cell): boolean {
  return typeof cell === 'string' && cell.normalize('NFC').trim().toLowerCase() === 'mục của mẫu chuẩn';
}

/**
 * A 64-bit fingerprint (16 hex digits) of a sheet's values and formulas, blind to trailing blanks and to formats.
 * It tells whether a sheet has changed; it is no protection against forgery.
 */
export function hashGrid(grid: Grid): string {
  const parts: string[] = [];
  grid.cells.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell !== null) parts.push(`${r},${c}=${JSON.stringify(cell)}`);
      const formula = grid.formulas[r]?.[c];
      if (formula) parts.push(`${r},${c}:${formula}`);
    });
  });
  return hashText(parts.join('\n'));
}

/** Two mixed 32-bit multiplicative hashes over UTF-16 units (cyrb53's scheme, kept at its full width). */
export function hashText(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}
