// What a grid holds for all the ways in which programs write the same sheet.
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../ooxml/index.ts';
import { firstSheet, opened } from './opened.ts';
import {
  bytesOf,
  escapeText,
  MAIN,
  oneSheet,
  partsOf,
  RELS,
  STRICT_MAIN,
  STRICT_RELS,
  stylesWith,
  worksheet,
  zipOf,
} from './parts.ts';

function cellsOf(xml: string, made = {}): unknown {
  return firstSheet(oneSheet(xml, made)).cells;
}

const SST = `<sst xmlns="${MAIN}"><si><t>Tổng số</t></si><si><r><t>Hồ </t></r><r><rPr><b/></rPr><t xml:space="preserve">sơ </t></r><rPh sb="0" eb="1"><t>phiên âm</t></rPh></si><si><t>a_x000D_b_x005F_x000D_</t></si><si/></sst>`;

describe('values', () => {
  it('of every type', () => {
    const rows =
      '<row r="1"><c r="A1"><v>12</v></c><c r="B1" t="n"><v>-1.5E3</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#REF!</v></c>' +
      '<c r="E1" t="str"><f>A1&amp;"x"</f><v>12x</v></c><c r="F1" t="inlineStr"><is><t>nội &lt;dung&gt; &#273;</t></is></c><c r="G1" t="d"><v>2024-06-15</v></c>' +
      '<c r="H1" s="0"/><c r="I1" t="str"><f>""</f><v></v></c><c r="J1"><v/></c></row>';
    expect(cellsOf(worksheet(rows))).toEqual([[12, -1500, true, { error: '#REF!' }, '12x', 'nội <dung> đ', 45458]]);
  });

  it('of shared strings: runs joined, phonetic hints left out, escapes undone, empty ones blank', () => {
    const rows = `<row r="1">${[0, 1, 2, 3, 4].map((i) => `<c t="s"><v>${i}</v></c>`).join('')}</row>`;
    expect(cellsOf(worksheet(rows), { strings: SST })).toEqual([['Tổng số', 'Hồ sơ ', 'a\rb_x000D_']]);
  });

  it('of no shared string are blank', () => {
    const rows =
      '<row r="1"><c r="A1" t="s"><v/></c><c r="B1" t="s"><v> </v></c><c r="C1" t="s"><v>99</v></c><c r="D1" t="s"/></row>';
    expect(cellsOf(worksheet(rows), { strings: SST })).toEqual([]);
  });

  it('with comments, CDATA and foreign elements between', () => {
    const rows =
      '<!-- <row> --><row r="1"><c r="A1" t="str"><v>a<![CDATA[<b>]]>c<!-- d --></v><extLst><ext><v>9</v></ext></extLst></c></row><?pi?>';
    expect(cellsOf(worksheet(rows))).toEqual([['a<b>c']]);
  });

  it('keep zero and blank apart, and never make a number of what is none', () => {
    const rows = '<row r="1"><c r="A1"><v>0</v></c><c r="C1"><v>abc</v></c><c r="D1"><v>1E999</v></c></row>';
    expect(cellsOf(worksheet(rows))).toEqual([[0, null, 'abc', '1E999']]);
  });
});

describe('places', () => {
  it('of cells and rows without addresses', () => {
    const rows =
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>';
    expect(cellsOf(worksheet(rows))).toEqual([[1, 2], [], [null, 3, 4], [5]]);
  });

  it('in rows that stand in disorder', () => {
    const rows = '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>';
    expect(cellsOf(worksheet(rows))).toEqual([[1, 2], [], [3]]);
  });
});

describe('formulas', () => {
  it('that are shared are each cell’s own', () => {
    const rows =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1+$B$1*SUM(C$1:D1)&amp;"A1"&amp;LOG10(Sheet1!B1)+\'A1 x\'!C1+A:A+2:2+Tax_A1</f><v>1</v></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="C3"><f t="shared" si="0"/><v>3</v></c></row>';
    const { formulas } = firstSheet(oneSheet(worksheet(rows)));
    expect(formulas[0]?.[0]).toBe('B1+$B$1*SUM(C$1:D1)&"A1"&LOG10(Sheet1!B1)+\'A1 x\'!C1+A:A+2:2+Tax_A1');
    expect(formulas[1]?.[0]).toBe('B2+$B$1*SUM(C$1:D2)&"A1"&LOG10(Sheet1!B2)+\'A1 x\'!C2+A:A+3:3+Tax_A1');
    expect(formulas[2]?.[2]).toBe('D3+$B$1*SUM(E$1:F3)&"A1"&LOG10(Sheet1!D3)+\'A1 x\'!E3+C:C+4:4+Tax_A1');
  });

  it('that are shared may stand after the cells that share them', () => {
    const rows =
      '<row r="1"><c r="A1"><f t="shared" si="3"/><v>1</v></c><c r="B1"><f t="shared" ref="A1:B1" si="3">B2</f><v>2</v></c></row>';
    expect(firstSheet(oneSheet(worksheet(rows))).formulas).toEqual([['A2', 'B2']]);
  });

  it('of arrays belong to their first cell, and may have no value yet', () => {
    const rows =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f></c></row><row r="2"><c r="A2"><v>4</v></c></row>';
    const grid = firstSheet(oneSheet(worksheet(rows)));
    expect(grid.formulas).toEqual([['B1:B2*2']]);
    expect(grid.cells[1]).toEqual([4]);
  });
});

describe('packages', () => {
  const rows = '<row r="1"><c r="A1"><v>5</v></c></row>';

  it('with prefixed elements', () => {
    const xml = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>có</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(cellsOf(xml)).toEqual([['có']]);
  });

  it('of the strict flavour', () => {
    const strict = (text: unknown) => String(text).replaceAll(MAIN, STRICT_MAIN).replaceAll(RELS, STRICT_RELS);
    const parts = Object.entries(partsOf({ sheets: [{ name: 'Sheet1', xml: worksheet(rows) }] }));
    expect(firstSheet(zipOf(Object.fromEntries(parts.map(([name, text]) => [name, strict(text)])))).cells).toEqual([
      [5],
    ]);
  });

  it('in UTF-16 and with byte order marks', () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      const text = worksheet('<row r="1"><c r="A1" t="inlineStr"><is><t>Tỷ lệ</t></is></c></row>');
      const parts = partsOf({ sheets: [{ name: 'Sheet1', xml: '' }] });
      const bytes = zipOf({ ...parts, 'xl/worksheets/sheet1.xml': encodeText({ text, encoding, bom: true }) });
      expect(firstSheet(bytes).cells).toEqual([['Tỷ lệ']]);
    }
  });

  it('with backslashes, other case, and absolute or roundabout targets', () => {
    const made = { sheets: [{ name: 'Sheet1', xml: worksheet(rows) }] };
    const parts = partsOf(made);
    const renamed = Object.entries(parts).map(([name, text]) => [name.replaceAll('/', '\\'), text] as const);
    expect(firstSheet(zipOf(Object.fromEntries(renamed))).cells).toEqual([[5]]);
    for (const target of [
      '/xl/worksheets/sheet1.xml',
      'Worksheets/SHEET1.xml',
      './../xl/worksheets/sheet1.xml',
      'worksheets\\sheet1.xml',
    ]) {
      const rels = String(parts['xl/_rels/workbook.xml.rels']).replace('worksheets/sheet1.xml', target);
      expect(firstSheet(zipOf({ ...parts, 'xl/_rels/workbook.xml.rels': rels })).cells).toEqual([[5]]);
    }
  });

  it('with hidden sheets, chart sheets and an active one', () => {
    const bytes = bytesOf({
      sheets: ['Một', 'Hai', 'Ba'].map((name, i) => ({
        name,
        xml: worksheet(rows),
        entry: ['', ' state="hidden"', ' state="veryHidden"'][i] ?? '',
      })),
      before: '<bookViews><workbookView activeTab="1"/></bookViews>',
      relationships: `<Relationship Id="rId50" Type="${RELS}/chartsheet" Target="chartsheets/sheet1.xml"/>`,
    });
    const workbook = opened(bytes).readWorkbook();
    expect(workbook.sheets.map((sheet) => [sheet.name, sheet.visible])).toEqual([
      ['Một', true],
      ['Hai', false],
      ['Ba', false],
    ]);
    expect(workbook.active).toBe('Hai');
  });

  it('that are signed say so', () => {
    const made = { sheets: [{ name: 'Sheet1', xml: worksheet(rows) }], more: { '_xmlsignatures/sig1.xml': '<x/>' } };
    expect(opened(bytesOf(made)).warnings).toMatchObject([{ code: 'signed' }]);
    expect(opened(oneSheet(worksheet(rows))).warnings).toEqual([]);
  });
});

describe('fonts', () => {
  const styles = stylesWith([0]).replace('name val="Calibri"', 'name val=".VnTime"');

  it('are given only where an old encoding is used', () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Céng</t></is></c><c r="B1"><v>1</v></c><c r="C1" t="inlineStr"><is><r><rPr><rFont val="VNI-Times"/></rPr><t>a</t></r><r><rPr><rFont val="Arial"/></rPr><t>b</t></r></is></c></row>';
    expect(firstSheet(oneSheet(worksheet(rows), { styles })).fonts).toEqual([['.VnTime', null, 'VNI-Times']]);
    expect(firstSheet(oneSheet(worksheet(rows), { styles: stylesWith([]) })).fonts).toBeUndefined();
  });

  it('of rich shared strings count too', () => {
    const strings = `<sst xmlns="${MAIN}"><si><r><rPr><rFont val=".VnArial"/></rPr><t>x</t></r></si></sst>`;
    expect(firstSheet(oneSheet(worksheet('<row><c t="s"><v>0</v></c></row>'), { strings })).fonts).toEqual([
      ['.VnArial'],
    ]);
  });
});

describe('texts', () => {
  const shown = (code: string, value: number | string, date1904 = false): string | undefined => {
    const cell =
      typeof value === 'number'
        ? `<c r="A1" s="1"><v>${value}</v></c>`
        : `<c r="A1" s="1" t="inlineStr"><is><t>${escapeText(value)}</t></is></c>`;
    const before = date1904 ? '<workbookPr date1904="1"/>' : '';
    return firstSheet(
      oneSheet(worksheet(`<row r="1">${cell}</row>`), { styles: stylesWith([164], { 164: code }), before }),
    ).texts[0]?.[0];
  };

  it.each([
    ['General', 1.5, '1,5'],
    ['General', 1234567, '1234567'],
    ['General', 1 / 3, '0,333333333'],
    ['General', 0.1 + 0.2, '0,3'],
    ['General', 123456789012, '1,23457E+11'],
    ['General', -0.00001, '-1E-05'],
    ['General', 12345.678901, '12345,6789'],
    ['0', 4.5, '5'],
    ['00', 4, '04'],
    ['0.00', 1.005, '1,01'],
    ['0.00', -2, '-2,00'],
    ['#,##0', 1234567.5, '1.234.568'],
    ['#,##0.00', 0, '0,00'],
    ['0%', 0.905, '91%'],
    ['0.00%', 0.9069, '90,69%'],
    ['0.0#', 2.5, '2,5'],
    ['#', 0, ''],
    ['#,##0;[Red]-#,##0;"không"', -12, '-12'],
    ['#,##0;(#,##0)', -1200, '(1.200)'],
    ['#,##0;-#,##0;"-"', 0, '-'],
    ['0;0', -3, '3'],
    ['0" hồ sơ"', 7, '7 hồ sơ'],
    ['\\T0', 3, 'T3'],
    ['_(* #,##0_)', 5, ' 5 '],
    ['[$-42A]0', 5, '5'],
    ['#,##0 [$₫-42A]', 1000, '1.000 ₫'],
    ['[<10]"ít";[>=10]"nhiều"', 4, 'ít'],
    ['[<10]"ít";[>=10]"nhiều"', 12, 'nhiều'],
    ['#,##0,', 1234567, '1.235'],
    ['0.00E+00', 12345, '1,23E+04'],
    ['# ?/?', 0.5, '0,5'],
    ['000-000', 123456, '123456'],
    ['@', 5, '5'],
    ['[White]0', 5, '5'],
    ['dd/mm/yyyy', 45458, '15/06/2024'],
    ['d-mmm', 45458, '15-Thg6'],
    ['[$-409]d-mmm-yy', 45458, '15-Jun-24'],
    ['dddd, dd mmmm', 45458, 'Thứ Bảy, 15 Tháng 6'],
    ['hh:mm:ss', 0.75, '18:00:00'],
    ['h:mm AM/PM', 0.75, '6:00 CH'],
    ['[h]:mm', 1.5, '36:00'],
    ['mm:ss.0', 0.5 / 86400, '00:00,5'],
    ['yyyy-mm-dd', 60, '1900-02-29'],
    ['dd/mm/yyyy', 59, '28/02/1900'],
    ['dd/mm/yyyy', 61, '01/03/1900'],
    ['dd/mm/yyyy', -1, '-1'],
    ['"ngày" d', 45458, 'ngày 15'],
  ])('%s of %f', (code, value, expected) => {
    expect(shown(code, value)).toBe(expected);
  });

  it('of strings', () => {
    expect(shown('@', '04')).toBe('04');
    expect(shown('0;0;0;"("@")"', 'a')).toBe('(a)');
    expect(shown('#,##0', 'chữ')).toBe('chữ');
  });

  it('of dates in a workbook that counts from 1904', () => {
    expect(shown('dd/mm/yyyy', 45458 - 1462, true)).toBe('15/06/2024');
  });

  it('of built-in formats, booleans and errors', () => {
    const rows =
      '<row r="1"><c r="A1" s="1"><v>45458</v></c><c r="B1" s="2"><v>0.5</v></c><c r="C1" t="b"><v>0</v></c><c r="D1" t="e" s="2"><v>#N/A</v></c><c r="E1" s="99"><v>2.5</v></c></row>';
    expect(firstSheet(oneSheet(worksheet(rows), { styles: stylesWith([14, 10]) })).texts).toEqual([
      ['15/06/2024', '50,00%', 'FALSE', '#N/A', '2,5'],
    ]);
  });
});
