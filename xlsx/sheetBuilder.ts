// Collects the cells of a sheet into rows as jagged as the sheet itself.
import type { Cell } from '../core/index.ts';
import { corrupt, tooLarge, type XmlReader } from '../ooxml/index.ts';
import { isoSerial } from './dateSerial.ts';
import { formulaAt, type SharedFormula, shareFormula } from './sharedFormula.ts';
import { decodeCellText, type RichText } from './strings.ts';
import type { ReadStyles } from './styles.ts';

export const ROW_LIMIT = 1_048_576;
export const COLUMN_LIMIT = 16_384;
/**
 * Places in the grid's rows, filled or not: 5 million is five full sheets of 50,000 × 20. A few cells far out cost
 * little, since rows reach only to their last filled cell; what is refused is a grid that would fill the memory.
 */
export const MAX_PLACES = 5_000_000;

/** Excel takes no longer one. What shares it is written for each cell, so that its length counts as often. */
const LONGEST_FORMULA = 8192;
/** What all cells that share a formula may hold together: a million cells of sixteen characters. */
const MAX_SHARED_LENGTH = 2 ** 24;

/** Rows without cells share one array: a lone cell at the sheet's end must not cost a million arrays. */
const NO_CELLS: readonly never[] = [];

/** What the cells of a sheet refer to elsewhere in the workbook. */
export interface SheetContext {
  readonly strings: readonly RichText[];
  readonly styles: ReadStyles;
  readonly date1904: boolean;
  /** Whether the workbook uses a font of an old encoding, so that fonts are wanted. */
  readonly withFonts: boolean;
}

interface Rows {
  readonly cells: Cell[][];
  readonly texts: string[][];
  readonly formulas: (string | null)[][];
  readonly fonts: (string | null)[][];
}

/** Collects a sheet's cells; it knows where the next row and cell without an address of its own stand. */
export class SheetBuilder {
  private readonly context: SheetContext;
  private readonly rows: Rows = { cells: [], texts: [], formulas: [], fonts: [] };
  private readonly shared = new Map<string, SharedFormula>();
  private readonly waiting: { readonly index: string; readonly row: number; readonly column: number }[] = [];
  private places = 0;
  private formulaPlaces = 0;
  private sharedLength = 0;
  private row = -1;
  private column = -1;
  private style = 0;
  private type = '';

  constructor(context: SheetContext) {
    this.context = context;
  }

  startRow(row: number | null): void {
    this.row = row ?? this.row + 1;
    this.column = -1;
    if (!(this.row >= 0 && this.row < ROW_LIMIT)) throw corrupt('số dòng không hợp lệ');
  }

  /** Takes the attributes r, s and t of a cell in one pass. */
  startCell(reader: XmlReader): void {
    const xml = reader.xml;
    this.style = 0;
    this.type = 'n';
    let column = this.column + 1;
    while (reader.nextAttribute()) {
      if (reader.attributeEnd - reader.attributeStart !== 1) continue;
      const name = xml.charCodeAt(reader.attributeStart);
      if (name === 114) column = this.readReference(xml, reader.valueStart, reader.valueEnd);
      else if (name === 115) this.style = Number(xml.slice(reader.valueStart, reader.valueEnd));
      else if (name === 116) this.type = xml.slice(reader.valueStart, reader.valueEnd);
    }
    if (!(column < COLUMN_LIMIT)) throw corrupt('tên cột không hợp lệ');
    this.column = column;
  }

  /** The same for a cell whose attributes are known: its column from 0, its style and its type. */
  startPlainCell(column: number, style: number, type: string): void {
    if (!(column < COLUMN_LIMIT)) throw corrupt('tên cột không hợp lệ');
    this.column = column;
    this.style = style;
    this.type = type;
  }

  /** Whether the cell holds its text itself. */
  get isInline(): boolean {
    return this.type === 'inlineStr';
  }

  /** The column of "D45"; the row's number in it overrides the row's own, as spreadsheets do. */
  private readReference(xml: string, start: number, end: number): number {
    let i = start;
    let column = 0;
    let row = 0;
    for (; i < end; i++) {
      const letter = xml.charCodeAt(i) & 0xdf;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
    }
    for (; i < end; i++) {
      const digit = xml.charCodeAt(i) - 48;
      if (digit < 0 || digit > 9) throw corrupt('địa chỉ ô không hợp lệ');
      row = row * 10 + digit;
    }
    if (column === 0 || row === 0 || row > ROW_LIMIT) throw corrupt('địa chỉ ô không hợp lệ');
    this.row = row - 1;
    return column - 1;
  }

  /** The formula of a cell that shares it with no other. */
  addPlainFormula(written: string): void {
    const text = decodeCellText(written);
    if (text !== '') this.setFormula(this.row, this.column, text);
  }

  addFormula(reader: XmlReader): void {
    const shared = reader.attribute('t') === 'shared' ? reader.attribute('si') : null;
    const text = decodeCellText(reader.text());
    if (shared === null) {
      if (text !== '') this.setFormula(this.row, this.column, text);
    } else if (text !== '') {
      if (text.length > LONGEST_FORMULA) throw corrupt('công thức quá dài');
      this.shared.set(shared, shareFormula(text, this.row, this.column));
      this.setFormula(this.row, this.column, text);
    } else this.followFormula(shared, this.row, this.column);
  }

  private followFormula(index: string, row: number, column: number): void {
    const shared = this.shared.get(index);
    if (shared) this.setShared(row, column, formulaAt(shared, row, column));
    else this.waiting.push({ index, row, column });
  }

  private setShared(row: number, column: number, text: string): void {
    this.sharedLength += text.length;
    if (this.sharedLength > MAX_SHARED_LENGTH) throw tooLarge('quá nhiều công thức dài');
    this.setFormula(row, column, text);
  }

  private setFormula(row: number, column: number, text: string): void {
    const formulas = rowOf(this.rows.formulas, row);
    // A formula without a value leaves no cell: its places are counted here.
    this.formulaPlaces += Math.max(0, column + 1 - formulas.length);
    if (this.formulaPlaces > MAX_PLACES) throw tooLarge('quá nhiều ô');
    fill(formulas, column, null)[column] = text;
  }

  addValue(value: string | null, rich: RichText | null): void {
    if (this.type === 's' && value !== null && value.trim() !== '') this.addShared(Number(value));
    else if (this.type === 'inlineStr' && rich) this.addText(rich);
    else this.addCell(this.cellOf(value), null);
  }

  /** A string of the workbook's table by its place there; nothing when there is none. */
  addShared(index: number): void {
    const shared = this.context.strings[index];
    if (shared) this.addText(shared);
  }

  addNumber(value: number): void {
    this.set(value, this.textOf(value));
  }

  private addText({ text, font }: RichText): void {
    if (text !== '') this.addCell(text, font);
  }

  private addCell(cell: Cell, ownFont: string | null): void {
    if (cell === null) return;
    this.set(cell, typeof cell === 'string' && this.style === 0 ? cell : this.textOf(cell));
    if (!this.context.withFonts || typeof cell !== 'string') return;
    const font = ownFont ?? this.context.styles.font(this.style);
    fill(rowOf(this.rows.fonts, this.row), this.column, null)[this.column] = font;
  }

  private cellOf(value: string | null): Cell {
    if (value === null) return null;
    switch (this.type) {
      case 's':
        return null;
      case 'b':
        return value === '1' || value === 'true';
      case 'e':
        return { error: value };
      case 'str':
      case 'inlineStr':
        return decodeCellText(value) || null;
      case 'd':
        return isoSerial(value, this.context.date1904) ?? value;
      default:
        return numberOf(value);
    }
  }

  private textOf(cell: Cell): string {
    if (typeof cell === 'number' || typeof cell === 'string') return this.context.styles.formatter(this.style)(cell);
    if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
    return cell === null ? '' : cell.error;
  }

  private set(cell: Cell, text: string): void {
    const cells = rowOf(this.rows.cells, this.row);
    const before = cells.length;
    fill(cells, this.column, null)[this.column] = cell;
    fill(rowOf(this.rows.texts, this.row), this.column, '')[this.column] = text;
    this.places += cells.length - before;
    if (this.places > MAX_PLACES) throw tooLarge('quá nhiều ô');
  }

  /** Resolves the cells that share a formula standing after them. */
  finish(): Rows {
    for (const { index, row, column } of this.waiting) {
      if (this.shared.has(index)) this.followFormula(index, row, column);
    }
    while (this.rows.formulas.length > this.rows.cells.length) {
      rowOf(this.rows.cells, this.rows.cells.length);
      this.rows.texts[this.rows.cells.length - 1] = [];
    }
    return this.rows;
  }
}

/** The row's own array; rows passed over are blank. */
function rowOf<T>(rows: T[][], row: number): T[] {
  while (rows.length <= row) rows.push(NO_CELLS as unknown as T[]);
  const found = rows[row];
  if (found && (found as readonly unknown[]) !== NO_CELLS) return found;
  const fresh: T[] = [];
  rows[row] = fresh;
  return fresh;
}

function fill<T>(row: T[], column: number, blank: T): T[] {
  while (row.length < column) row.push(blank);
  return row;
}

function numberOf(value: string): Cell {
  const trimmed = value.trim();
  if (trimmed === '') return null;
  const number = Number(trimmed);
  return Number.isFinite(number) ? number : value;
}
