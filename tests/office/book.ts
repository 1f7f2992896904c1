// A workbook as the test host keeps it: plain data that a test can look at, and what Excel makes of what is typed into a cell.
import { type Cell, columnName, type Grid, isCellError, type Workbook } from '../../core/index.ts';
import { HostError } from './wire.ts';

/** A rectangle of cells, counted from 0, both corners included. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

export interface BookCell {
  value: Cell;
  formula: string | null;
  format: string;
  /** What a user gave the cell: fonts, fills, borders, a note. */
  look: Record<string, unknown>;
}

export interface BookFormat {
  readonly id: string;
  readonly boxes: readonly Box[];
  readonly type: string;
  formula: string;
  readonly look: Record<string, unknown>;
}

export interface BookValidation {
  readonly box: Box;
  readonly settings: Record<string, unknown>;
}

export class BookSheet {
  readonly id: string;
  name: string;
  isVisible = true;
  isProtected = false;
  /** By "row:column". A cell that is not there is blank and plain. */
  readonly cells = new Map<string, BookCell>();
  /** First priority first. */
  formats: BookFormat[] = [];
  validations: BookValidation[] = [];
  merges: Box[] = [];
  readonly columns = new Map<number, Record<string, unknown>>();
  readonly rows = new Map<number, Record<string, unknown>>();
  frozenRows = 0;
  readonly page: Record<string, unknown> = {};

  constructor(id: string, name: string) {
    this.id = id;
    this.name = name;
  }

  cell(row: number, column: number): BookCell {
    const key = `${row}:${column}`;
    const known = this.cells.get(key);
    if (known) return known;
    const made: BookCell = { value: null, formula: null, format: 'General', look: {} };
    this.cells.set(key, made);
    return made;
  }

  peek(row: number, column: number): BookCell | undefined {
    return this.cells.get(`${row}:${column}`);
  }
}

export class Book {
  sheets: BookSheet[] = [];
  active = '';
  selected = '';
  isProtected = false;
  /** A cell is being typed: Excel refuses everything. */
  isEditing = false;
  /** Page set-up needs a printer. */
  hasPrinter = true;
  private made = 0;

  add(name: string): BookSheet {
    const sheet = new BookSheet(`{sheet-${++this.made}}`, name);
    this.sheets.push(sheet);
    return sheet;
  }

  sheet(key: string): BookSheet {
    const found = this.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === key.toLowerCase());
    if (!found) throw new HostError('ItemNotFound', `no sheet ${key}`);
    return found;
  }

  nextId(): string {
    return `{format-${++this.made}}`;
  }
}

/** A book that holds a workbook of the core. */
export function bookOf(workbook: Workbook): Book {
  const book = new Book();
  for (const grid of workbook.sheets) fillSheet(book.add(grid.name), grid);
  book.active = workbook.active;
  return book;
}

function fillSheet(sheet: BookSheet, grid: Grid): void {
  sheet.isVisible = grid.visible;
  grid.cells.forEach((row, r) => {
    row.forEach((value, c) => {
      const formula = grid.formulas[r]?.[c] ?? null;
      if (value !== null || formula !== null) Object.assign(sheet.cell(r, c), { value, formula });
    });
  });
}

const ERRORS = /^#(REF!|VALUE!|N\/A|NAME\?|DIV\/0!|NUM!|NULL!)$/;
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?%?$/i;
const DATE = /^\d{1,4}[-/]\d{1,2}([-/]\d{2,4})?$/;

/** Puts something into a cell as if it were typed, which is how Excel takes values from add-ins. */
export function enter(cell: BookCell, typed: unknown, calculate: (formula: string) => Cell): void {
  if (typed === null) return;
  cell.formula = null;
  if (typeof typed === 'string' && typed.startsWith("'")) cell.value = typed.slice(1);
  else if (cell.format === '@') cell.value = typed === '' ? null : String(typed);
  else if (typeof typed === 'string') enterText(cell, typed, calculate);
  else if (typeof typed === 'number' || typeof typed === 'boolean') cell.value = typed;
  else throw new HostError('InvalidArgument', `cannot be typed: ${JSON.stringify(typed)}`);
}

function enterText(cell: BookCell, typed: string, calculate: (formula: string) => Cell): void {
  if (typed === '') cell.value = null;
  else if (ERRORS.test(typed)) cell.value = { error: typed };
  else if (NUMBER.test(typed)) cell.value = Number.parseFloat(typed) / (typed.endsWith('%') ? 100 : 1);
  else if (DATE.test(typed)) cell.value = 45_000;
  else if (/^(true|false)$/i.test(typed)) cell.value = typed.toLowerCase() === 'true';
  else if (typed.startsWith('=')) {
    cell.formula = typed.slice(1);
    cell.value = calculate(cell.formula);
  } else if (/^[+\-@]/.test(typed)) throw new HostError('InvalidArgument', `no formula: ${typed}`);
  else cell.value = typed;
}

/** What the cell shows. */
export function shown(cell: BookCell | undefined): string {
  const value = cell?.value ?? null;
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return String(value).toUpperCase();
  if (typeof value === 'number' && cell?.format === '0.00%') return `${(value * 100).toFixed(2)}%`;
  return String(value);
}

/** "B2:C5" of a box. */
export function boxName(box: Box): string {
  const from = `${columnName(box.left)}${box.top + 1}`;
  const to = `${columnName(box.right)}${box.bottom + 1}`;
  return from === to ? from : `${from}:${to}`;
}

/** Reads "B2", "B2:C5" or "1:1". */
export function parseBox(address: string): Box {
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(address);
  if (rows) return { top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1, left: 0, right: LAST_COLUMN };
  const match = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/i.exec(address);
  if (!match?.[1] || !match[2]) throw new HostError('InvalidArgument', `no address: ${address}`);
  const [, left, top, right = left, bottom = top] = match;
  return { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) };
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Whether two boxes share a cell. */
export function overlaps(a: Box, b: Box): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
