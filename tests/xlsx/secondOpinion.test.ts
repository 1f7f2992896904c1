// What other programs make of a file we have written, where they are installed: LibreOffice and openpyxl.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Change, Workbook } from '../../core/index.ts';
import { checkIntegrity, newWorkbook } from '../../xlsx/index.ts';
import { convert, pythonWith, runs } from '../programs.ts';
import { changed, opened, unpacked } from './opened.ts';

const python = pythonWith('openpyxl');
const hasOffice = runs('soffice', ['--version']);
if (!hasOffice) console.warn('secondOpinion.test.ts: no soffice, its test is skipped');
if (python === null) console.warn('secondOpinion.test.ts: no openpyxl, its test is skipped');

const ANNEX = 'Phụ lục 01b';
const CHANGES: readonly Change[] = [
  {
    kind: 'table',
    sheet: ANNEX,
    id: null,
    expects: null,
    columns: [{ width: 8, format: '@', align: 'center' }, { width: 40 }, { width: 12 }],
    print: { landscape: false, repeat: { from: 1, to: 1 } },
    lists: [{ range: { from: { row: 2, column: 2 }, to: { row: 4, column: 2 } }, values: [0, 1, 2] }],
    rows: [
      { look: 'title', cells: ['PHỤ LỤC 01b'] },
      { look: 'heading', cells: ['STT', 'Nội dung', 'Kết quả'] },
      { look: 'row', cells: ['04', '=không phải công thức', 494] },
      { look: 'row', cells: ['3.1', 'a\nb <&> "c"', 0] },
      { look: 'row', cells: ['3.2', '@', 0.5] },
    ],
  },
  {
    kind: 'table',
    sheet: 'Tỷ lệ tính từ Phụ lục',
    id: 'indicators',
    expects: null,
    columns: [{ width: 40 }, { width: 12, format: '0.00%' }],
    frozenRows: 1,
    rows: [
      { look: 'heading', cells: ['Chỉ tiêu', 'Tỷ lệ'] },
      {
        look: 'info',
        cells: [
          { text: 'C3', link: { sheet: ANNEX, row: 2, column: 2 } },
          { formula: `IF(COUNT('${ANNEX}'!C3)=0,"Chưa đủ số liệu",'${ANNEX}'!C3/988)`, value: 0.5 },
        ],
      },
      {
        look: 'row',
        cells: ['trống', { formula: `IF(COUNT('${ANNEX}'!C9)=0,"Chưa đủ số liệu",1)`, value: 'Chưa đủ số liệu' }],
      },
    ],
  },
  {
    kind: 'marks',
    sheet: ANNEX,
    cells: {
      error: [{ row: 2, column: 2 }],
      warning: [
        { row: 3, column: 2 },
        { row: 4, column: 2 },
      ],
      info: [],
    },
  },
];

function sample(): Uint8Array {
  const file = newWorkbook();
  expect(file.apply(CHANGES)).toEqual({ applied: true });
  return changed(file.save(), [{ kind: 'cell', sheet: ANNEX, at: { row: 3, column: 2 }, from: 0, to: 7 }]);
}

const folder = mkdtempSync(join(tmpdir(), 'cchc-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Values and formulas by sheet, without our marker's column of formats and the like. */
function content(workbook: Workbook): unknown {
  return workbook.sheets.map((sheet) => ({
    name: sheet.name,
    cells: sheet.cells.map((row) => row.map((cell) => cell ?? null)),
    formulas: sheet.formulas.flat().filter((formula) => formula !== null),
  }));
}

describe.skipIf(!hasOffice)('LibreOffice', () => {
  it('calculates and saves the same values, and keeps our marks as ours', () => {
    const bytes = sample();
    const input = join(folder, 'sample.xlsx');
    const output = join(folder, 'out');
    writeFileSync(input, bytes);
    convert(folder, 'xlsx', output, [input]);
    const saved = new Uint8Array(readFileSync(join(output, 'sample.xlsx')));
    expect(content(opened(saved).readWorkbook())).toEqual(content(opened(bytes).readWorkbook()));
    expect(checkIntegrity(saved)).toEqual([]);
    expect(marksIn(saved)).toBe(3);
    const none = { error: [], warning: [], info: [] };
    expect(marksIn(changed(saved, [{ kind: 'marks', sheet: ANNEX, cells: none }]))).toBe(0);
  }, 150_000);
});

/** How many marked cells openpyxl or we would find: counted by the ranges of our formulas. */
function marksIn(bytes: Uint8Array): number {
  const text = sheetTexts(bytes);
  const found = text.matchAll(/sqref="([^"]*)"[^>]*>(?:(?!<\/conditionalFormatting>)[\s\S])*?cchc:/g);
  return [...found].reduce((sum, [, ranges = '']) => sum + cellCount(ranges), 0);
}

function cellCount(ranges: string): number {
  return ranges.split(' ').reduce((sum, range) => {
    const rows = [...range.matchAll(/\d+/g)].map(([digits]) => Number(digits));
    return sum + (rows[1] ?? rows[0] ?? 0) - (rows[0] ?? 0) + 1;
  }, 0);
}

function sheetTexts(bytes: Uint8Array): string {
  return Object.entries(unpacked(bytes))
    .filter(([name]) => name.includes('worksheets/sheet'))
    .map(([, text]) => text)
    .join('');
}

describe.skipIf(python === null)('openpyxl', () => {
  it('reads the same values, formulas and marks', () => {
    const input = join(folder, 'sample-python.xlsx');
    writeFileSync(input, sample());
    const script = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
annex, rates = book.worksheets
rules = [r for f in annex.conditional_formatting for r in f.rules]
print(json.dumps({
  'names': book.sheetnames,
  'cells': [[c.value for c in row] for row in annex.iter_rows(min_row=2, max_col=3)],
  'types': [annex['B3'].data_type, annex['A3'].number_format, rates['B2'].number_format],
  'formula': rates['B2'].value,
  'link': rates['A2'].hyperlink.location,
  'rules': [[r.priority, r.formula[0], r.dxf.fill.bgColor.rgb] for r in rules],
  'lists': [[str(v.sqref), v.formula1] for v in annex.data_validations.dataValidation],
  'titles': annex.print_title_rows,
  'hidden': rates.column_dimensions['C'].hidden,
}))`;
    const report = JSON.parse(execFileSync(python ?? '', ['-c', script, input], { encoding: 'utf8', timeout: 60_000 }));
    expect(report).toEqual({
      names: [ANNEX, 'Tỷ lệ tính từ Phụ lục'],
      cells: [
        ['STT', 'Nội dung', 'Kết quả'],
        ['04', '=không phải công thức', 494],
        ['3.1', 'a\nb <&> "c"', 7],
        ['3.2', '@', 0.5],
      ],
      types: ['s', '@', '0.00%'],
      formula: `=IF(COUNT('${ANNEX}'!C3)=0,"Chưa đủ số liệu",'${ANNEX}'!C3/988)`,
      link: `'${ANNEX}'!C3`,
      rules: [
        [1, 'N("cchc:error")=0', 'FFF8B4B4'],
        [2, 'N("cchc:warning")=0', 'FFFDE68A'],
      ],
      lists: [['C3:C5', '"0,1,2"']],
      titles: '$2:$2',
      hidden: true,
    });
  }, 90_000);
});
