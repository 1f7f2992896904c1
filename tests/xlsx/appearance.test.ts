// The looks of a file, as the desk shows them.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pl01b2024, planAnnexForm } from '../../core/index.ts';
import { newWorkbook, openWorkbook, type WorkbookAppearance } from '../../xlsx/index.ts';
import { MAIN, oneSheet, worksheet } from './parts.ts';

function looksOf(bytes: Uint8Array): WorkbookAppearance {
  const opened = openWorkbook(bytes);
  if (!opened.ok) throw new Error(opened.message);
  const looks = opened.file.readAppearance();
  if (!looks) throw new Error('no looks');
  return looks;
}

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="170" formatCode="00"/></numFmts><fonts count="2"><font><sz val="12"/><name val="Times New Roman"/></font><font><b/><i val="0"/><u/><sz val="14"/><color theme="4" tint="-0.5"/><name val="Arial"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill></fills><borders count="2"><border><left/></border><border><left style="thin"><color rgb="FF112233"/></left><right/><top/><bottom style="double"/></border></borders><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="170" fontId="1" fillId="2" borderId="1"><alignment horizontal="center" vertical="top" wrapText="1" indent="2"/></xf></cellXfs></styleSheet>`;

it('gives font, fill, borders, format and alignment of a style', () => {
  const { styles, sheets } = looksOf(
    oneSheet(worksheet('<row r="1"><c r="B1" s="1"><v>1</v></c></row>'), { styles: STYLES }),
  );
  expect(sheets[0]?.styles).toEqual([[-1, 1]]);
  expect(styles[1]).toEqual({
    font: { name: 'Arial', size: 14, bold: true, italic: false, underlined: true, struck: false, colour: '223962' },
    fill: 'FFFF00',
    borders: {
      left: { style: 'thin', colour: '112233' },
      right: null,
      top: null,
      bottom: { style: 'double', colour: null },
    },
    format: '00',
    horizontal: 'center',
    vertical: 'top',
    wrap: true,
    indent: 2,
  });
});

it('gives widths, heights, what is hidden, frozen, joined, listed and linked', () => {
  const before =
    '<sheetViews><sheetView showGridLines="0"><pane xSplit="1" ySplit="2" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15.75" defaultColWidth="9.5"/><cols><col min="2" max="3" width="20.5" hidden="1"/></cols>';
  const after = `<mergeCells><mergeCell ref="A1:C1"/></mergeCells><conditionalFormatting sqref="D4:D5 D9"><cfRule type="expression" priority="1"><formula>N("cchc:warning")=0</formula></cfRule></conditionalFormatting><dataValidations><dataValidation type="list" sqref="D7"><formula1>"0,1,2"</formula1></dataValidation><dataValidation type="list" sqref="D8"><formula1>$A$1:$A$3</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A2" location="'Phụ ''lục'!$D$45"/></hyperlinks>`;
  const rows = '<row r="1" ht="30" customHeight="1"><c r="A1"/></row><row r="3" hidden="1"/>';
  const [sheet] = looksOf(oneSheet(worksheet(rows, after, before))).sheets;
  const at = (row: number, column: number) => ({ row, column });
  expect(sheet).toMatchObject({
    defaultWidth: 9.5,
    defaultHeight: 15.75,
    showGridlines: false,
    columns: [{ from: 1, to: 2, width: 20.5, hidden: true }],
    rows: [
      { row: 0, height: 30, hidden: false },
      { row: 2, height: null, hidden: true },
    ],
    frozen: { rows: 2, columns: 1 },
    merges: [{ from: at(0, 0), to: at(0, 2) }],
    lists: [{ range: { from: at(6, 3), to: at(6, 3) }, values: ['0', '1', '2'] }],
    links: [{ at: at(1, 0), to: { sheet: "Phụ 'lục", row: 44, column: 3 } }],
    marks: {
      error: [],
      warning: [
        { from: at(3, 3), to: at(4, 3) },
        { from: at(8, 3), to: at(8, 3) },
      ],
      info: [],
    },
  });
});

it('passes over what is wrong or too far out', () => {
  const after =
    '<mergeCells><mergeCell ref="nowhere"/></mergeCells><hyperlinks><hyperlink ref="A1" location="x"/></hyperlinks>';
  const before = '<cols><col min="0" max="2" width="9"/><col min="3" max="99999" width="-4"/></cols>';
  const rows = '<row r="1048576"><c r="XFD1048576" s="7"/></row>';
  const [sheet] = looksOf(oneSheet(worksheet(rows, after, before))).sheets;
  expect(sheet).toMatchObject({ merges: [], links: [], styles: [], columns: [{ from: 2, to: 16383, width: null }] });
});

it('reads what we write: the form of a new annex, and the example', () => {
  const file = newWorkbook();
  file.apply([planAnnexForm(pl01b2024, {})]);
  const looks = file.readAppearance();
  const [form] = looks?.sheets ?? [];
  expect(form?.frozen.rows).toBe(8);
  expect(form?.lists.length).toBeGreaterThan(3);
  expect(form?.columns.map((column) => column.width)).toEqual([9, 62, 24, 12, 24]);
  const heading = looks?.styles[form?.styles[6]?.[0] ?? -1];
  expect(heading).toMatchObject({
    font: { bold: true, name: 'Times New Roman' },
    fill: 'E7E6E6',
    horizontal: 'center',
  });
  const example = looksOf(readFileSync('examples/hoang-hop-2024-h1.xlsx'));
  expect(example.sheets.map((sheet) => sheet.merges.length > 0)).toContain(true);
});
