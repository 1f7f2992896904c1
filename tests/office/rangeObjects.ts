// Ranges of the test host: values, formats, and what is done to whole blocks of cells.
import { isCellError } from '../../core/index.ts';
import {
  type Book,
  type BookCell,
  type BookSheet,
  type Box,
  boxName,
  enter,
  LAST_COLUMN,
  LAST_ROW,
  overlaps,
  parseBox,
  shown,
} from './book.ts';
import { calculate } from './calculate.ts';
import { ConditionalFormatCollection, DataValidation } from './formatObjects.ts';
import { RangeFormat, setIn } from './rangeLooks.ts';
import { HostError, HostObject } from './wire.ts';

/** What all objects of one open workbook share. */
export interface World {
  readonly book: Book;
  /** Told of every change of cells' contents. */
  readonly edited: (sheet: BookSheet, address: string) => void;
}

/** Larger blocks are whole rows, columns or sheets: only cells that are there count. */
const MANY = 1_000_000;

export class Range extends HostObject {
  readonly world: World;
  readonly sheet: BookSheet;
  readonly box: Box;

  constructor(world: World, sheet: BookSheet, box: Box) {
    super();
    this.world = world;
    this.sheet = sheet;
    this.box = box;
  }

  override get isTracked(): boolean {
    return true;
  }
  override get scalars(): readonly string[] {
    return ['Address', 'RowIndex', 'ColumnIndex', 'RowCount', 'ColumnCount', 'Values', 'Formulas', 'NumberFormat'];
  }

  get Address(): string {
    return `'${this.sheet.name.replace(/'/g, "''")}'!${boxName(this.box)}`;
  }
  get RowIndex(): number {
    return this.box.top;
  }
  get ColumnIndex(): number {
    return this.box.left;
  }
  get RowCount(): number {
    return this.box.bottom - this.box.top + 1;
  }
  get ColumnCount(): number {
    return this.box.right - this.box.left + 1;
  }
  get Values(): unknown {
    return this.map(rawValue);
  }
  set Values(values: unknown) {
    this.type(values);
  }
  get Formulas(): unknown {
    return this.map((cell) => (cell && cell.formula !== null ? `=${cell.formula}` : rawValue(cell)));
  }
  set Formulas(values: unknown) {
    const texts: readonly unknown[] = Array.isArray(values) ? values.flat() : [];
    const isTooLong = texts.some((text) => typeof text === 'string' && text.length > 8_192);
    if (isTooLong) throw new HostError('FormulaLengthExceedsLimit');
    this.type(values);
  }
  get Text(): unknown {
    return this.map(shown);
  }
  get ValueTypes(): unknown {
    return this.map(valueType);
  }
  get NumberFormat(): unknown {
    return this.map((cell) => cell?.format ?? 'General');
  }
  set NumberFormat(formats: unknown) {
    this.allow(false);
    this.each(formats, (cell, format) => {
      cell.format = String(format);
    });
  }
  get Hyperlink(): unknown {
    return this.sheet.peek(this.box.top, this.box.left)?.look.link ?? null;
  }
  set Hyperlink(link: unknown) {
    this.allow(false);
    const cell = this.sheet.cell(this.box.top, this.box.left);
    cell.look.link = link;
    const text: unknown = typeof link === 'object' && link !== null ? Reflect.get(link, 'textToDisplay') : undefined;
    if (text !== undefined) enter(cell, text, () => 0);
  }
  get ColumnHidden(): boolean {
    return this.sheet.columns.get(this.box.left)?.hidden === true;
  }
  set ColumnHidden(hidden: boolean) {
    this.allow(false);
    const isWhole = this.ColumnCount > LAST_COLUMN;
    const columns = isWhole ? [...this.sheet.columns.keys()] : span(this.box.left, this.box.right);
    for (const column of columns) setIn(this.sheet.columns, column, 'hidden', hidden);
  }
  get Format(): RangeFormat {
    return new RangeFormat(this);
  }
  get ConditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.world, this.sheet, [this.box]);
  }
  get DataValidation(): DataValidation {
    return new DataValidation(this.sheet, this.box);
  }

  GetCellProperties(): unknown {
    return this.map((cell) => ({ format: { font: { name: cell?.look['font.name'] ?? 'Calibri' } } }));
  }
  GetRow(row: number): Range {
    const top = this.box.top + row;
    return new Range(this.world, this.sheet, { ...this.box, top, bottom: top });
  }
  GetBoundingRect(other: Range): Range {
    const [one, two] = [this.box, other.box];
    const top = Math.min(one.top, two.top);
    const left = Math.min(one.left, two.left);
    const bottom = Math.max(one.bottom, two.bottom);
    return new Range(this.world, this.sheet, { top, left, bottom, right: Math.max(one.right, two.right) });
  }
  /** The client asks before it sends a large matrix piece by piece. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.RowCount || columns !== this.ColumnCount) throw new HostError('InvalidArgument', 'wrong size');
  }
  GetUsedRange(): Range {
    const used = usedBox(this.sheet, this.box);
    if (!used) throw new HostError('ItemNotFound');
    return new Range(this.world, this.sheet, used);
  }
  Clear(applyTo: unknown): void {
    this.allow(false);
    for (const [key, cell] of this.sheet.cells) {
      if (!this.holds(key)) continue;
      if (applyTo === 'Contents') Object.assign(cell, { value: null, formula: null });
      else this.sheet.cells.delete(key);
    }
    this.world.edited(this.sheet, boxName(this.box));
  }
  Merge(): void {
    this.allow(false);
    this.sheet.merges.push(this.box);
  }
  Unmerge(): void {
    this.allow(false);
    this.sheet.merges = this.sheet.merges.filter((box) => !overlaps(box, this.box));
  }
  Select(): void {
    this.world.book.selected = this.Address;
  }

  /** Refuses what protection forbids: contents of locked cells, and every format. */
  allow(contents: boolean): void {
    if (!this.sheet.isProtected) return;
    const cell = this.sheet.peek(this.box.top, this.box.left);
    if (!contents || cell?.look.locked !== false) throw new HostError('AccessDenied');
  }

  /** All cells of a small block, those that are there of a large one. */
  cells(): readonly BookCell[] {
    if (this.RowCount * this.ColumnCount > MANY)
      return [...this.sheet.cells].filter(([key]) => this.holds(key)).map(([, cell]) => cell);
    return span(this.box.top, this.box.bottom).flatMap((row) =>
      span(this.box.left, this.box.right).map((column) => this.sheet.cell(row, column)),
    );
  }

  private holds(key: string): boolean {
    const [row = 0, column = 0] = key.split(':').map(Number);
    return overlaps(this.box, { top: row, bottom: row, left: column, right: column });
  }

  private map(read: (cell: BookCell | undefined) => unknown): unknown {
    if (this.RowCount * this.ColumnCount > MANY) throw new HostError('RangeExceedsLimit');
    return span(this.box.top, this.box.bottom).map((row) =>
      span(this.box.left, this.box.right).map((column) => read(this.sheet.peek(row, column))),
    );
  }

  private type(values: unknown): void {
    this.allow(true);
    this.each(values, (cell, value) => enter(cell, value, (formula) => calculate(this.world.book, formula)));
    this.world.edited(this.sheet, boxName(this.box));
  }

  /** A matrix must have the size of the range. */
  private each(matrix: unknown, set: (cell: BookCell, value: unknown) => void): void {
    const rows: readonly unknown[] = Array.isArray(matrix) ? matrix : [];
    if (rows.length !== this.RowCount) throw new HostError('InvalidArgument', 'wrong number of rows');
    rows.forEach((row, r) => {
      const values: readonly unknown[] = Array.isArray(row) ? row : [];
      if (values.length !== this.ColumnCount) throw new HostError('InvalidArgument', 'wrong number of columns');
      values.forEach((value, c) => {
        set(this.sheet.cell(this.box.top + r, this.box.left + c), value);
      });
    });
  }
}

function span(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function rawValue(cell: BookCell | undefined): unknown {
  const value = cell?.value ?? null;
  return isCellError(value) ? value.error : (value ?? '');
}

function valueType(cell: BookCell | undefined): string {
  const value = cell?.value ?? null;
  if (value === null) return cell?.formula ? 'String' : 'Empty';
  if (isCellError(value)) return 'Error';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

/** The block that holds all values of a sheet, or of a part of it. */
export function usedBox(sheet: BookSheet, within?: Box): Box | null {
  let used: Box | null = null;
  for (const [key, cell] of sheet.cells) {
    if (cell.value === null && cell.formula === null) continue;
    const [row = 0, column = 0] = key.split(':').map(Number);
    const here = { top: row, bottom: row, left: column, right: column };
    if (within && !overlaps(within, here)) continue;
    used = used ? union(used, here) : here;
  }
  return used;
}

function union(a: Box, b: Box): Box {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

export const WHOLE_SHEET: Box = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

/** Several blocks at once. */
export class RangeAreas extends HostObject {
  private readonly world: World;
  private readonly sheet: BookSheet;
  private readonly boxes: readonly Box[];

  constructor(world: World, sheet: BookSheet, addresses: string) {
    super();
    // Excel refuses long lists of addresses in some versions.
    if (addresses.length > 255) throw new HostError('InvalidArgument', 'list of addresses too long');
    this.world = world;
    this.sheet = sheet;
    this.boxes = addresses.split(',').map((address) => parseBox(address.trim()));
  }
  override get isTracked(): boolean {
    return true;
  }
  get ConditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.world, this.sheet, this.boxes);
  }
}
