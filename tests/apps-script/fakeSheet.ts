// Sheets of the fake.
import { type Box, overlaps, parseBox } from './boxes.ts';
import type { Book, BookSheet } from './fakeBook.ts';
import { FakeRange } from './fakeRange.ts';
import { FakeRule } from './fakeRules.ts';
import type * as S from './google.ts';
import { original, strict } from './strict.ts';
import type { Raw } from './typing.ts';

type Faked = Pick<
  S.Sheet,
  | 'clear'
  | 'getConditionalFormatRules'
  | 'getDataRange'
  | 'getMaxColumns'
  | 'getMaxRows'
  | 'getName'
  | 'getProtections'
  | 'getRangeList'
  | 'getSheetId'
  | 'getType'
  | 'insertColumnsAfter'
  | 'insertRowsAfter'
  | 'isSheetHidden'
  | 'setColumnWidth'
  | 'setConditionalFormatRules'
  | 'setFrozenRows'
  | 'setRowHeight'
  | 'showColumns'
>;

export const SHEET_TYPE = strict<S.SheetType>({ toString: () => 'GRID' }, 'SheetType');
export const PROTECTION_TYPES = {
  SHEET: strict<S.ProtectionType>({ toString: () => 'SHEET' }, 'ProtectionType'),
  RANGE: strict<S.ProtectionType>({ toString: () => 'RANGE' }, 'ProtectionType'),
};

/** What was given to whole areas: alignments, wrapping. */
interface Area {
  readonly box: Box;
  readonly [look: string]: unknown;
}

export class FakeSheet implements Omit<Faked, 'clear'> {
  readonly book: Book;
  readonly data: BookSheet;
  readonly areas: Area[] = [];

  constructor(book: Book, data: BookSheet) {
    this.book = book;
    this.data = data;
  }

  get api(): S.Sheet {
    return strict(this, 'Sheet');
  }

  range(box: Box): S.Range {
    const { rows, columns } = this.data;
    if (box.top < 0 || box.left < 0 || box.bottom < box.top || box.right < box.left)
      throw new Error('The starting row of the range is too small.');
    if (box.bottom >= rows || box.right >= columns)
      throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
    return strict(new FakeRange(this, box), 'Range');
  }

  getName = () => this.data.name;
  getSheetId = () => this.data.id;
  getType = () => SHEET_TYPE;
  getMaxRows = () => this.data.rows;
  getMaxColumns = () => this.data.columns;

  isSheetHidden(): boolean {
    this.book.note('Sheet.isSheetHidden');
    return this.data.isHidden;
  }

  getRange(row: number, column: number, rows = 1, columns = 1): S.Range {
    this.book.note('Sheet.getRange');
    return this.range({ top: row - 1, left: column - 1, bottom: row + rows - 2, right: column + columns - 2 });
  }

  getDataRange(): S.Range {
    this.book.call('Sheet.getDataRange');
    const { rows, columns } = this.data.extent();
    return this.range({ top: 0, left: 0, bottom: Math.max(rows, 1) - 1, right: Math.max(columns, 1) - 1 });
  }

  getSheetValues(row: number, column: number, rows: number, columns: number): unknown[][] {
    this.book.call('Sheet.getSheetValues');
    const box = { top: row - 1, left: column - 1, bottom: row + rows - 2, right: column + columns - 2 };
    const calls = this.book.calls.length;
    const values = this.range(box).getValues();
    this.book.calls.length = calls;
    return values;
  }

  getRangeList(addresses: string[]): S.RangeList {
    this.book.call('Sheet.getRangeList');
    const ranges = addresses.map((address) => this.range(parseBox(address)));
    const list: Pick<S.RangeList, 'getRanges'> = { getRanges: () => ranges };
    return strict(list, 'RangeList');
  }

  getConditionalFormatRules(): S.ConditionalFormatRule[] {
    this.book.call('Sheet.getConditionalFormatRules');
    return this.data.rules.map((rule) => strict(new FakeRule(this, rule), 'ConditionalFormatRule'));
  }

  setConditionalFormatRules(rules: S.ConditionalFormatRule[]): void {
    this.begin('setConditionalFormatRules');
    this.data.rules = rules.map((rule) => original(rule, FakeRule, 'Sheet.setConditionalFormatRules').rule);
  }

  getProtections(type: S.ProtectionType): S.Protection[] {
    this.book.call('Sheet.getProtections');
    const isWhole = type === PROTECTION_TYPES.SHEET;
    return this.data.protections
      .filter(({ box }) => (box === null) === isWhole)
      .map((protection) => {
        const faked: Pick<S.Protection, 'canEdit' | 'getRange' | 'getUnprotectedRanges'> = {
          canEdit: () => protection.canEdit,
          getRange: () => this.range(protection.box ?? { top: 0, left: 0, bottom: 0, right: 0 }),
          getUnprotectedRanges: () => protection.free.map((box) => this.range(box)),
        };
        return strict(faked, 'Protection');
      });
  }

  /** Begins a write that concerns the whole sheet. */
  private begin(method: string): void {
    this.book.call(`Sheet.${method}`);
    if (this.data.protections.some(({ box, canEdit }) => box === null && !canEdit))
      throw new Error(
        'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
      );
  }

  private write(method: string, change: (data: BookSheet) => void): S.Sheet {
    this.begin(method);
    change(this.data);
    return this.api;
  }

  clear(): S.Sheet {
    return this.write('clear', (data) => {
      data.cells = new Map();
      this.areas.length = 0;
    });
  }

  insertRowsAfter(_after: number, count: number): S.Sheet {
    return this.write('insertRowsAfter', (data) => {
      data.rows += count;
    });
  }

  insertColumnsAfter(_after: number, count: number): S.Sheet {
    return this.write('insertColumnsAfter', (data) => {
      data.columns += count;
    });
  }

  setColumnWidth(column: number, width: number): S.Sheet {
    return this.write('setColumnWidth', ({ widths }) => widths.set(column - 1, width));
  }

  setRowHeight(row: number, height: number): S.Sheet {
    return this.write('setRowHeight', ({ heights }) => heights.set(row - 1, height));
  }

  setFrozenRows(rows: number): void {
    this.write('setFrozenRows', (data) => {
      data.frozenRows = rows;
    });
  }

  hideColumns(first: number, count = 1): void {
    this.write('hideColumns', ({ hiddenColumns }) => {
      for (let i = 0; i < count; i++) hiddenColumns.add(first - 1 + i);
    });
  }

  showColumns(first: number, count = 1): void {
    this.write('showColumns', ({ hiddenColumns }) => {
      for (let i = 0; i < count; i++) hiddenColumns.delete(first - 1 + i);
    });
  }

  /** A stand-in for Google's arithmetic: COUNT of single cells, and of everything else nothing. */
  calculate(formula: string): Raw {
    const count = /^=COUNT\('((?:[^']|'')+)'!\$?([A-Z]+\$?\d+)\)$/.exec(formula);
    if (!count?.[1] || !count[2]) return 0;
    const box = parseBox(count[2]);
    const sheet = this.book.sheets.find(({ name }) => name === count[1]?.replace(/''/g, "'"));
    return Number(typeof sheet?.peek(box.top, box.left)?.value === 'number');
  }

  /** Merged cells that an area touches, for tests. */
  mergesIn(box: Box): readonly Box[] {
    return this.data.merges.filter((merge) => overlaps(merge, box));
  }
}
