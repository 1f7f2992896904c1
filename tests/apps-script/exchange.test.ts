// One workbook in two hosts: checked in Google Sheets and opened as a file, and the other way, it keeps marks, text and what was edited.
import { describe, expect, it } from 'vitest';
import {
  analyze,
  type Change,
  type Grid,
  hashGrid,
  ownSheetId,
  planCheck,
  planClear,
  planNarrative,
  planNarrativeSheets,
  type Workbook,
} from '../../core/index.ts';
import { INFLATE, Package } from '../../ooxml/index.ts';
import { openWorkbook, type WorkbookFile } from '../../xlsx/index.ts';
import { bytesOfWorkbook, escapeText } from '../xlsx/parts.ts';
import { bookOf, workbookOfBook } from './bookOf.ts';
import { boxName, parseBox } from './boxes.ts';
import { runScript } from './builtScript.ts';
import type { Book } from './fakeBook.ts';
import { rulesOf } from './fakeRules.ts';
import { ANNEX, EXAMPLE, usersBook } from './usersBook.ts';

const ADDED = ' Câu thêm của xã.';

/** What File → Download makes of the book: its cells as an .xlsx, its conditional formats among them. */
function downloaded(book: Book): WorkbookFile {
  const pack = Package.open(bytesOfWorkbook(workbookOfBook(book)), INFLATE);
  book.sheets.forEach(({ rules }, i) => {
    const part = `xl/worksheets/sheet${i + 1}.xml`;
    const formats = rules.flatMap(({ formula, boxes }, n) =>
      formula === null
        ? []
        : `<conditionalFormatting sqref="${boxes.map(boxName).join(' ')}"><cfRule type="expression" priority="${n + 1}"><formula>${escapeText(formula.slice(1))}</formula></cfRule></conditionalFormatting>`,
    );
    pack.setText(
      part,
      pack.text(part).replace('</worksheet>', () => `${formats.join('')}</worksheet>`),
    );
  });
  const opened = openWorkbook(pack.save());
  if (!opened.ok) throw new Error(opened.message);
  return opened.file;
}

/** What File → Import makes of a file: its cells, and its conditional formats with "=" in front of their formulas. */
function imported(file: WorkbookFile): Book {
  const book = bookOf(file.readWorkbook());
  book.sheets.forEach((sheet, i) => {
    sheet.rules = formatsIn(file, i).map(({ formula, ranges }) => {
      return { formula: `=${formula}`, background: '', boxes: ranges.map(parseBox) };
    });
  });
  return book;
}

function formatsIn(file: WorkbookFile, sheet: number): readonly { formula: string; ranges: readonly string[] }[] {
  const xml = Package.open(file.save(), INFLATE).text(`xl/worksheets/sheet${sheet + 1}.xml`);
  const formats = xml.matchAll(/<conditionalFormatting sqref="([^"]*)".*?<formula>(.*?)<\/formula>/g);
  return [...formats].map(([, ranges = '', formula = '']) => {
    return { formula: formula.replace(/&quot;/g, '"').replace(/&gt;/g, '>'), ranges: ranges.split(' ') };
  });
}

function narrative(workbook: Workbook): readonly Change[] {
  const analysis = analyze(workbook);
  const plan = planNarrative(analysis, workbook);
  if (!plan) throw new Error('no annex');
  return planNarrativeSheets(plan, analysis, workbook);
}

function check(workbook: Workbook): readonly Change[] {
  return planCheck(analyze(workbook), workbook);
}

function own(workbook: Workbook, id: string): Grid {
  const found = workbook.sheets.find((sheet) => ownSheetId(sheet) === id);
  if (!found) throw new Error(`no sheet ${id}`);
  return found;
}

/** The row of the first sentence that tells the 494 dossiers. */
function toldRow(sheet: Grid): number {
  return sheet.cells.findIndex((row) => / 494|⚠ 494/.test(String(row[1] ?? '')));
}

const changed = (row: number, from: number, to: number): Change => {
  return { kind: 'cell', sheet: ANNEX, at: { row, column: 3 }, from, to };
};

describe('from Google Sheets to a file', () => {
  it('keeps our sheets, found again by their ids and rewritten in place', () => {
    const book = usersBook();
    runScript(book, 'checkFigures');
    runScript(book, 'writeNarrative');
    const file = downloaded(book);
    const before = file.readWorkbook();
    expect(before.sheets.map(hashGrid)).toEqual(workbookOfBook(book).sheets.map(hashGrid));
    for (const id of ['check-report', 'indicators', 'narrative', 'report-info']) own(before, id);
    expect(file.apply([...check(before), ...narrative(before)])).toEqual({ applied: true });
    expect(file.readWorkbook().sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
    expect(analyze(file.readWorkbook()).findings).toEqual(analyze(EXAMPLE).findings);
  });

  it('keeps marks, which the file host clears without touching the user’s formats', () => {
    const book = usersBook();
    runScript(book, 'checkFigures');
    const file = downloaded(book);
    expect(formatsIn(file, 0).map(({ formula }) => formula)).toEqual([
      'N("cchc:error")=0',
      'N("cchc:warning")=0',
      'N("cchc:info")=0',
      'D1>400',
    ]);
    expect(file.apply(planClear(file.readWorkbook(), false))).toEqual({ applied: true });
    expect(formatsIn(file, 0).map(({ formula }) => formula)).toEqual(['D1>400']);
  });

  it('keeps what was added to a sentence and renews its number', () => {
    const book = usersBook();
    runScript(book, 'writeNarrative');
    const row = toldRow(own(workbookOfBook(book), 'narrative'));
    const cell = book.sheet('Lời văn báo cáo').cell(row, 1);
    cell.value = `${cell.value}${ADDED}`;
    const file = downloaded(book);
    expect(file.apply([changed(44, 494, 498)])).toEqual({ applied: true });
    expect(file.apply(narrative(file.readWorkbook()))).toEqual({ applied: true });
    expect(own(file.readWorkbook(), 'narrative').cells[row]?.[1]).toMatch(/498[\s\S]*Câu thêm của xã\.$/);
  });
});

describe('explanations', () => {
  const REASON = 'Gồm 4 hồ sơ kỳ trước chuyển sang';
  const SHEET = 'Phiếu kiểm tra số liệu';

  /** Where the reason for the first error is typed. */
  function place(workbook: Workbook): { readonly row: number; readonly column: number } {
    const { cells } = own(workbook, 'check-report');
    const heading = cells.findIndex((row) => row.includes('Giải trình'));
    const row = cells.findIndex((one, r) => r > heading && one.includes('Lỗi'));
    return { row, column: cells[heading]?.indexOf('Giải trình') ?? -1 };
  }

  it('typed in Google Sheets stay in the file when it is checked there, and the other way', () => {
    const book = usersBook();
    runScript(book, 'checkFigures');
    const { row, column } = place(workbookOfBook(book));
    book.sheet(SHEET).type(row, column, REASON);
    const file = downloaded(book);
    expect(file.apply(check(file.readWorkbook()))).toEqual({ applied: true });
    expect(own(file.readWorkbook(), 'check-report').cells[row]?.[column]).toBe(REASON);
    const back = imported(file);
    runScript(back, 'checkFigures');
    expect(back.sheet(SHEET).peek(row, column)?.value).toBe(REASON);
  });
});

describe('from a file to Google Sheets', () => {
  function marked(): WorkbookFile {
    const opened = openWorkbook(bytesOfWorkbook(EXAMPLE));
    if (!opened.ok) throw new Error(opened.message);
    const { file } = opened;
    expect(file.apply([...check(EXAMPLE), ...narrative(EXAMPLE)])).toEqual({ applied: true });
    return file;
  }

  it('keeps our sheets and the edits in them', () => {
    const file = marked();
    const workbook = file.readWorkbook();
    const row = toldRow(own(workbook, 'narrative'));
    const book = bookOf(workbook);
    const cell = book.sheet('Lời văn báo cáo').cell(row, 1);
    cell.value = `${cell.value}${ADDED}`;
    book.sheet(ANNEX).cell(44, 3).value = 498;
    runScript(book, 'writeNarrative');
    runScript(book, 'checkFigures');
    expect(book.sheets.map(({ name }) => name)).toEqual(workbook.sheets.map(({ name }) => name));
    expect(own(workbookOfBook(book), 'narrative').cells[row]?.[1]).toMatch(/498[\s\S]*Câu thêm của xã\.$/);
  });

  it('knows the file’s marks by their formula, replaces and clears them, and leaves what is the user’s', () => {
    const book = imported(marked());
    const ours = book.sheet(ANNEX).rules;
    expect(ours).toHaveLength(3);
    const users = usersBook().sheet(ANNEX).rules;
    // Google may put what it imports behind the user's own.
    book.sheet(ANNEX).rules = [...users, ...ours];
    runScript(book, 'checkFigures');
    expect(rulesOf(book.sheet(ANNEX).rules).filter((rule) => rule.includes('cchc:'))).toHaveLength(3);
    expect(book.sheet(ANNEX).rules.slice(-2)).toEqual(users);
    runScript(book, 'clearMarks');
    expect(book.sheet(ANNEX).rules).toEqual(users);
  });
});
