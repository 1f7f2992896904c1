// Ranges of the fake.
import { type Box, boxName, contains, overlaps } from './boxes.ts';
import type { BookCell } from './fakeBook.ts';
import { FakeRichText, FakeTextStyle, FakeValidation } from './fakeRules.ts';
import type { FakeSheet } from './fakeSheet.ts';
import type * as S from './google.ts';
import { original, strict } from './strict.ts';
import { shown, typeInto } from './typing.ts';

/** All that the fake knows of a range. */
type Faked = Pick<
  S.Range,
  | 'activate'
  | 'breakApart'
  | 'clearContent'
  | 'clearDataValidations'
  | 'getA1Notation'
  | 'getColumn'
  | 'getDisplayValues'
  | 'getFormulas'
  | 'getMergedRanges'
  | 'getNumberFormats'
  | 'getNumColumns'
  | 'getNumRows'
  | 'getRow'
  | 'getValues'
  | 'merge'
  | 'mergeAcross'
  | 'setBackgrounds'
  | 'setDataValidation'
  | 'setFormulas'
  | 'setHorizontalAlignments'
  | 'setNumberFormat'
  | 'setNumberFormats'
  | 'setRichTextValues'
  | 'setTextStyles'
  | 'setValue'
  | 'setValues'
  | 'setVerticalAlignment'
  | 'setWrap'
>;

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

export class FakeRange implements Faked {
  readonly sheet: FakeSheet;
  readonly box: Box;

  constructor(sheet: FakeSheet, box: Box) {
    this.sheet = sheet;
    this.box = box;
  }

  private get self(): S.Range {
    return strict(this, 'Range');
  }

  private read<T>(method: string, of: (cell: BookCell | undefined) => T): T[][] {
    this.sheet.book.call(`Range.${method}`);
    const { top, left } = this.box;
    return Array.from({ length: this.getNumRows() }, (_, r) =>
      Array.from({ length: this.getNumColumns() }, (_, c) => of(this.sheet.data.peek(top + r, left + c))),
    );
  }

  /** Begins a write: counted, and refused where a protection stands in the way. */
  private begin(method: string): void {
    this.sheet.book.call(`Range.${method}`);
    for (const { box, free, canEdit } of this.sheet.data.protections) {
      const isFree = free.some((one) => contains(one, this.box));
      if (!canEdit && !isFree && (box === null || overlaps(box, this.box))) throw new Error(PROTECTED);
    }
  }

  private write<T>(
    method: string,
    values: readonly (readonly T[])[],
    put: (cell: BookCell, value: T) => void,
  ): S.Range {
    this.begin(method);
    checkSize('rows', values.length, this.getNumRows());
    for (const row of values) checkSize('columns', row.length, this.getNumColumns());
    values.forEach((row, r) => {
      row.forEach((value, c) => {
        put(this.sheet.data.cell(this.box.top + r, this.box.left + c), value);
      });
    });
    return this.self;
  }

  private fill<T>(method: string, value: T, put: (cell: BookCell, value: T) => void): S.Range {
    const row = Array.from({ length: this.getNumColumns() }, () => value);
    return this.write(
      method,
      Array.from({ length: this.getNumRows() }, () => row),
      put,
    );
  }

  getRow = () => this.box.top + 1;
  getColumn = () => this.box.left + 1;
  getNumRows = () => this.box.bottom - this.box.top + 1;
  getNumColumns = () => this.box.right - this.box.left + 1;
  getA1Notation = () => boxName(this.box);

  getValues(): unknown[][] {
    return this.read('getValues', (cell) => {
      const value = cell?.value ?? '';
      return typeof value === 'object' && 'error' in value ? value.error : value;
    });
  }

  getDisplayValues(): string[][] {
    return this.read('getDisplayValues', (cell) => (cell ? shown(cell, this.sheet.book.locale) : ''));
  }

  getFormulas(): string[][] {
    return this.read('getFormulas', (cell) => cell?.formula ?? '');
  }

  getNumberFormats(): string[][] {
    return this.read('getNumberFormats', (cell) => cell?.format ?? '0.###############');
  }

  getMergedRanges(): S.Range[] {
    this.sheet.book.call('Range.getMergedRanges');
    return this.sheet.data.merges.filter((box) => overlaps(box, this.box)).map((box) => this.sheet.range(box));
  }

  setValues(values: unknown[][]): S.Range {
    return this.write('setValues', values, (cell, value) => typeInto(cell, value, this.sheet.book.locale));
  }

  setValue(value: unknown): S.Range {
    return this.fill('setValue', value, (cell, one) => typeInto(cell, one, this.sheet.book.locale));
  }

  setFormulas(formulas: string[][]): S.Range {
    return this.write('setFormulas', formulas, (cell, formula) => {
      Object.assign(cell, { formula, value: this.sheet.calculate(formula), link: null });
    });
  }

  setRichTextValues(values: S.RichTextValue[][]): S.Range {
    return this.write('setRichTextValues', values, (cell, value) => {
      const { text, link, style } = original(value, FakeRichText, 'Range.setRichTextValues');
      Object.assign(cell, { value: text === '' ? null : text, formula: '', link });
      Object.assign(cell.look, style);
    });
  }

  setNumberFormats(formats: string[][]): S.Range {
    return this.write('setNumberFormats', formats, (cell, format) => Object.assign(cell, { format }));
  }

  setNumberFormat(format: string): S.Range {
    return this.fill('setNumberFormat', format, (cell, one) => Object.assign(cell, { format: one }));
  }

  setTextStyles(styles: S.TextStyle[][]): S.Range {
    return this.write('setTextStyles', styles, (cell, style) => {
      Object.assign(cell.look, original(style, FakeTextStyle, 'Range.setTextStyles').style);
    });
  }

  setBackgrounds(colours: (string | null)[][]): S.Range {
    return this.write('setBackgrounds', colours, (cell, fill) => Object.assign(cell.look, { fill }));
  }

  setHorizontalAlignments(alignments: ('left' | 'center' | 'normal' | 'right' | null)[][]): S.Range {
    return this.write('setHorizontalAlignments', alignments, (cell, align) => Object.assign(cell.look, { align }));
  }

  setVerticalAlignment(vertical: 'top' | 'middle' | 'bottom' | null): S.Range {
    this.begin('setVerticalAlignment');
    this.sheet.areas.push({ box: this.box, vertical });
    return this.self;
  }

  setWrap(wrap: boolean): S.Range {
    this.begin('setWrap');
    this.sheet.areas.push({ box: this.box, wrap });
    return this.self;
  }

  setBorder(top: boolean | null, ..._others: unknown[]): S.Range {
    return this.fill('setBorder', top, ({ look }, border) => {
      if (border) look.border = true;
      else delete look.border;
    });
  }

  setDataValidation(rule: S.DataValidation | null): S.Range {
    const { values } = original(rule, FakeValidation, 'Range.setDataValidation');
    return this.fill('setDataValidation', values, (cell, list) => Object.assign(cell.look, { list }));
  }

  clearContent(): S.Range {
    this.begin('clearContent');
    for (const [key, cell] of this.sheet.data.cells) {
      const [row = 0, column = 0] = key.split(':').map(Number);
      const at = { top: row, left: column, bottom: row, right: column };
      if (overlaps(at, this.box)) Object.assign(cell, { value: null, formula: '', link: null });
    }
    return this.self;
  }

  clearDataValidations(): S.Range {
    this.begin('clearDataValidations');
    for (const cell of this.sheet.data.cells.values()) delete cell.look.list;
    return this.self;
  }

  breakApart(): S.Range {
    this.begin('breakApart');
    this.sheet.data.merges = this.sheet.data.merges.filter((box) => !overlaps(box, this.box));
    return this.self;
  }

  merge(): S.Range {
    this.begin('merge');
    this.sheet.data.merges.push(this.box);
    return this.self;
  }

  mergeAcross(): S.Range {
    this.begin('mergeAcross');
    for (let row = this.box.top; row <= this.box.bottom; row++) {
      this.sheet.data.merges.push({ ...this.box, top: row, bottom: row });
    }
    return this.self;
  }

  activate(): S.Range {
    this.sheet.book.call('Range.activate');
    this.sheet.book.active = this.sheet.book.sheets.indexOf(this.sheet.data);
    this.sheet.book.selected = `${this.sheet.data.name}!${boxName(this.box)}`;
    return this.self;
  }
}

function checkSize(kind: 'rows' | 'columns', given: number, wanted: number): void {
  if (given === wanted) return;
  throw new Error(
    `The number of ${kind} in the data does not match the number of ${kind} in the range. The data has ${given} but the range has ${wanted}.`,
  );
}
