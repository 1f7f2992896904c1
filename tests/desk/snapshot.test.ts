// A file becomes a workbook of Univer that looks like it. Needs no browser: these are plain records.
import { expect, it } from 'vitest';
import { looksOf, workbookData } from '../../desk/snapshot.ts';
import { openWorkbook } from '../../xlsx/index.ts';
import { bytesOf, MAIN, worksheet } from '../xlsx/parts.ts';

const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="12"/><name val="Times New Roman"/></font><font><b/><sz val="14"/><color rgb="FFFF0000"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/></patternFill></fill></fills><borders count="2"><border/><border><top style="double"/></border></borders><cellXfs count="2"><xf/><xf numFmtId="10" fontId="1" fillId="1" borderId="1"><alignment horizontal="right" vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;
const FIRST = worksheet(
  '<row r="1" ht="30"><c r="A1" s="1"><v>0.5</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1" t="inlineStr"><is><t>#REF!</t></is></c></row><row r="2" hidden="1"><c r="A2"><f>A1*2</f><v>1</v></c></row>',
  '<mergeCells><mergeCell ref="A3:C3"/></mergeCells>',
  '<sheetViews><sheetView><pane ySplit="1" state="frozen"/></sheetView></sheetViews><cols><col min="2" max="2" width="20"/><col min="3" max="16384" width="5" hidden="1"/></cols>',
);

it('keeps values, looks, sizes, joined and frozen cells, and what is hidden', () => {
  const sheets = [
    { name: 'Một', xml: FIRST },
    { name: 'Hai', xml: worksheet(''), entry: ' state="hidden"' },
  ];
  const opened = openWorkbook(bytesOf({ sheets, styles: STYLES }));
  if (!opened.ok) throw new Error(opened.message);
  let id = 0;
  const looks = looksOf(opened.file.readAppearance());
  const data = workbookData('book', opened.file.readWorkbook(), looks, () => `s${++id}`);
  expect(data.sheetOrder).toEqual(['s1', 's2']);
  expect(data.sheets.s2).toMatchObject({ name: 'Hai', hidden: 1 });
  expect(data.sheets.s1).toMatchObject({
    name: 'Một',
    hidden: 0,
    freeze: { ySplit: 1, xSplit: 0, startRow: 1, startColumn: -1 },
    mergeData: [{ startRow: 2, endRow: 2, startColumn: 0, endColumn: 2 }],
    rowData: { 0: { h: 40 }, 1: { hd: 1 } },
    columnData: { 1: { w: 140 }, 2: { w: 35, hd: 1 } },
    cellData: {
      0: {
        0: {
          v: 0.5,
          t: 2,
          s: {
            fs: 14,
            bl: 1,
            cl: { rgb: '#FF0000' },
            bg: { rgb: '#00FF00' },
            bd: { t: { s: 7, cl: { rgb: '#000000' } } },
            ht: 3,
            vt: 1,
            tb: 3,
            n: { pattern: '0.00%' },
          },
        },
        1: { v: '#REF!', t: 1 },
        2: { v: '#REF!', t: 4 },
      },
      1: { 0: { f: '=A1*2', v: 1, t: 2 } },
    },
  });
  expect(Object.keys(data.sheets.s1?.columnData ?? {}).length).toBeLessThan(20);
});

it('is plain where a file does not tell its looks', () => {
  const opened = openWorkbook(bytesOf({ sheets: [{ name: 'Một', xml: FIRST }] }));
  if (!opened.ok) throw new Error(opened.message);
  const data = workbookData('book', opened.file.readWorkbook(), looksOf(null), () => 's');
  expect(data.sheets.s?.cellData?.[0]?.[0]).toEqual({ v: 0.5, t: 2 });
});
