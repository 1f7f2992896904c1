// The spreadsheet of the fake: its sheets, and which of them is shown.
import type { Book } from './fakeBook.ts';
import { FakeSheet } from './fakeSheet.ts';
import type * as S from './google.ts';
import { original } from './strict.ts';

type Faked = Pick<
  S.Spreadsheet,
  | 'deleteSheet'
  | 'getActiveSheet'
  | 'getNumSheets'
  | 'getSheetByName'
  | 'getSheets'
  | 'getSpreadsheetTimeZone'
  | 'setActiveSheet'
>;

export class FakeSpreadsheet implements Faked {
  private readonly book: Book;
  /** By their numbers: a sheet stays the same to the script that has it. */
  private readonly known = new Map<number, FakeSheet>();

  constructor(book: Book) {
    this.book = book;
  }

  /** Google's types leave out that there may be none. */
  private sheetAt(index: number): S.Sheet {
    const data = this.book.sheets[index];
    if (!data) return null as unknown as S.Sheet;
    const sheet = this.known.get(data.id) ?? new FakeSheet(this.book, data);
    this.known.set(data.id, sheet);
    return sheet.api;
  }

  private indexOf(sheet: S.Sheet, method: string): number {
    return this.book.sheets.indexOf(original(sheet, FakeSheet, `Spreadsheet.${method}`).data);
  }

  private indexNamed(name: string): number {
    return this.book.sheets.findIndex((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  getSheets(): S.Sheet[] {
    this.book.call('Spreadsheet.getSheets');
    return this.book.sheets.map((_, i) => this.sheetAt(i));
  }

  getNumSheets(): number {
    this.book.note('Spreadsheet.getNumSheets');
    return this.book.sheets.length;
  }

  getSheetByName(name: string): S.Sheet {
    this.book.call('Spreadsheet.getSheetByName');
    return this.sheetAt(this.indexNamed(name));
  }

  getActiveSheet(): S.Sheet {
    this.book.call('Spreadsheet.getActiveSheet');
    return this.sheetAt(this.book.active);
  }

  setActiveSheet(sheet: S.Sheet): S.Sheet {
    this.book.call('Spreadsheet.setActiveSheet');
    this.book.active = this.indexOf(sheet, 'setActiveSheet');
    return sheet;
  }

  /** As in Google, the new sheet is shown at once. */
  insertSheet(name: string, index: number): S.Sheet {
    this.book.call('Spreadsheet.insertSheet');
    if (this.indexNamed(name) !== -1)
      throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
    this.book.add(name, index);
    this.book.active = index;
    return this.sheetAt(index);
  }

  deleteSheet(sheet: S.Sheet): void {
    this.book.call('Spreadsheet.deleteSheet');
    if (this.book.sheets.length === 1) throw new Error("You can't remove all the sheets in a document.");
    const index = this.indexOf(sheet, 'deleteSheet');
    this.book.sheets.splice(index, 1);
    if (this.book.active >= index && this.book.active > 0) this.book.active--;
  }

  getSpreadsheetTimeZone(): string {
    this.book.call('Spreadsheet.getSpreadsheetTimeZone');
    return this.book.timeZone;
  }

  toast(message: string): void {
    this.book.call('Spreadsheet.toast');
    this.book.toasts.push(message);
  }
}
