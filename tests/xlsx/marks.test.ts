// Marks stand before the user's formats, and taking them out gives back the same bytes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Address, type MarksChange, rangesOf, type Severity } from '../../core/index.ts';
import { encodeText } from '../../ooxml/index.ts';
import { checkIntegrity } from '../../xlsx/index.ts';
import { changed, opened, partText, unpacked } from './opened.ts';
import { bytesOf, MAIN, type Made, oneSheet, partsOf, stylesWith, worksheet, zipOf } from './parts.ts';

const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>';
const PART = 'xl/worksheets/sheet1.xml';
const STYLES = 'xl/styles.xml';

function marks(cells: Partial<Record<Severity, readonly Address[]>>, sheet = 'Sheet1'): MarksChange {
  return { kind: 'marks', sheet, cells: { error: [], warning: [], info: [], ...cells } };
}

const at = (row: number, column: number): Address => ({ row, column });
const SOME = marks({ error: [at(0, 0), at(0, 1), at(1, 0)], warning: [at(4, 3)] });
const NONE = marks({});

const USERS =
  '<conditionalFormatting sqref="A1:A9"><cfRule type="cellIs" dxfId="0" priority="2" operator="lessThan"><formula>0</formula></cfRule><cfRule type="expression" priority="1"><formula>N("cchc")=1</formula></cfRule></conditionalFormatting>';
const EXTENDED =
  '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="dataBar" priority="3" id="{0}"><x14:dataBar/></x14:cfRule><xm:sqref>B1</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>';
const ALTERNATE =
  '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent>';
const DXF = '<dxf><font><b/></font></dxf>';

const SHEETS: readonly (readonly [string, Partial<Made>, string])[] = [
  ['a bare sheet', {}, worksheet(ROWS)],
  ['no rows at all', {}, `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`],
  ['formats of the user', { styles: stylesWith([], {}, `<dxfs count="1">${DXF}</dxfs>`) }, worksheet(ROWS, USERS)],
  [
    'formats in the extension list',
    { styles: stylesWith([], {}, `<dxfs count="1">${DXF}</dxfs>`) },
    worksheet(ROWS, USERS + EXTENDED),
  ],
  ['dxfs self-closed', { styles: stylesWith([], {}, '<dxfs count="0" /><tableStyles count="0"/>') }, worksheet(ROWS)],
  ['dxfs open and empty', { styles: stylesWith([], {}, '<dxfs count="0"></dxfs>') }, worksheet(ROWS)],
  ['dxfs without a count', { styles: stylesWith([], {}, `<dxfs>\n${DXF}\n</dxfs>`) }, worksheet(ROWS, USERS)],
  [
    'later elements',
    { styles: stylesWith([]) },
    worksheet(ROWS, `<mergeCells><mergeCell ref="A1:B1"/></mergeCells>\n  <pageMargins left="1"/>${ALTERNATE}`),
  ],
  ['only alternate content after', {}, worksheet(ROWS, ALTERNATE)],
];

describe('clearing gives back the same bytes:', () => {
  it.each(SHEETS)('%s', (_, made, xml) => {
    const bytes = oneSheet(xml, made);
    const marked = changed(bytes, [SOME]);
    expect(checkIntegrity(marked)).toEqual(checkIntegrity(bytes));
    expect(marked).not.toEqual(bytes);
    expect(changed(marked, [SOME])).toEqual(marked);
    expect(unpacked(changed(marked, [NONE]))).toEqual(unpacked(bytes));
    const other = marks({ info: [at(7, 7)] });
    expect(unpacked(changed(changed(marked, [other]), [NONE]))).toEqual(unpacked(bytes));
  });

  it('prefixed elements', () => {
    const prefixed = (xml: string) => xml.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns=', 'xmlns:x=');
    const bytes = oneSheet(prefixed(worksheet(ROWS, USERS)), {
      styles: prefixed(stylesWith([], {}, `<dxfs count="1">${DXF}</dxfs>`)),
    });
    const marked = changed(bytes, [SOME]);
    expect(checkIntegrity(marked)).toEqual([]);
    expect(partText(marked, PART)).toContain('<x:cfRule type="expression" dxfId="1" priority="1"><x:formula>');
    expect(unpacked(changed(marked, [NONE]))).toEqual(unpacked(bytes));
  });

  it('UTF-16 parts and byte order marks', () => {
    for (const encoding of ['utf-16le', 'utf-16be', 'utf-8'] as const) {
      const parts = partsOf({ sheets: [{ name: 'Sheet1', xml: '' }], styles: stylesWith([]) });
      const text = worksheet('<row r="1"><c r="A1" t="str"><v>Tỷ lệ</v></c></row>');
      const bytes = zipOf({ ...parts, [PART]: encodeText({ text, encoding, bom: true }) });
      const marked = changed(bytes, [SOME]);
      expect(opened(marked).readWorkbook().sheets[0]?.cells).toEqual([['Tỷ lệ']]);
      expect(unpacked(changed(marked, [NONE]))).toEqual(unpacked(bytes));
    }
  });

  it('marks on two sheets, cleared one after the other', () => {
    const bytes = bytesOf({
      sheets: ['Một', 'Hai'].map((name) => ({ name, xml: worksheet(ROWS) })),
      styles: stylesWith([]),
    });
    const marked = changed(bytes, [
      { ...SOME, sheet: 'Một' },
      { ...SOME, sheet: 'Hai' },
    ]);
    const half = changed(marked, [{ ...NONE, sheet: 'Một' }]);
    expect(partText(half, STYLES)).toContain('FFF8B4B4');
    expect(unpacked(changed(half, [{ ...NONE, sheet: 'Hai' }]))).toEqual(unpacked(bytes));
  });

  it('whatever is marked', () => {
    const [, made, xml] = SHEETS[3] ?? SHEETS[0] ?? ['', {}, ''];
    const bytes = oneSheet(xml, made);
    const address = fc.record({ row: fc.nat(30), column: fc.nat(8) });
    const cells = fc.record({ error: fc.array(address), warning: fc.array(address), info: fc.array(address) });
    fc.assert(
      fc.property(cells, cells, (first, second) => {
        expect(unpacked(changed(changed(changed(bytes, [marks(first)]), [marks(second)]), [NONE]))).toEqual(
          unpacked(bytes),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('marks', () => {
  const made = { styles: stylesWith([], {}, `<dxfs count="1">${DXF}</dxfs>`) };

  it('stand first, and the user’s rules keep their order', () => {
    const text = partText(changed(oneSheet(worksheet(ROWS, USERS + EXTENDED), made), [SOME]), PART);
    const priorities = [...text.matchAll(/priority="(\d+)"/g)].map((match) => match[1]);
    expect(priorities).toEqual(['1', '2', '4', '3', '5']);
    expect(text).toContain(
      '<conditionalFormatting sqref="A1:B1 A2"><cfRule type="expression" dxfId="1" priority="1"><formula>N(&quot;cchc:error&quot;)=0</formula></cfRule></conditionalFormatting>',
    );
  });

  it('are found again when another program has written them anew', () => {
    const anew =
      '<conditionalFormatting sqref="D5 A1" ><cfRule priority="1" dxfId="1" type="expression" stopIfTrue="0"><formula> N( "cchc:error" )=0</formula></cfRule><cfRule type="cellIs" dxfId="0" priority="2" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting>';
    const text = partText(changed(oneSheet(worksheet(ROWS, anew), made), [NONE]), PART);
    expect(text).not.toContain('cchc');
    expect(text).toContain(
      '<conditionalFormatting sqref="D5 A1" ><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan">',
    );
  });

  it('use again the styles that another program has written anew', () => {
    const colours = ['FFF8B4B4', 'FFFDE68A', 'FFBFDBFE'];
    const anew = colours
      .map((rgb) => `<dxf><fill><patternFill><bgColor rgb="${rgb}" /></patternFill></fill></dxf>`)
      .join('\n');
    const styles = stylesWith([], {}, `<dxfs count="4">${anew}${DXF}</dxfs>`);
    const marked = changed(oneSheet(worksheet(ROWS), { styles }), [SOME]);
    expect(partText(marked, STYLES)).toBe(styles);
    expect(partText(marked, PART)).toMatch(/dxfId="0" priority="1".*dxfId="1" priority="2"/);
  });

  it('are refused on a sheet whose bytes are no valid text', () => {
    const xml = worksheet('<row r="1"><c r="A1" t="str"><v>~</v></c></row>');
    const broken = new TextEncoder().encode(xml).map((byte) => (byte === 0x7e ? 0xff : byte));
    const parts = partsOf({ sheets: [{ name: 'Sheet1', xml }] });
    const file = opened(zipOf({ ...parts, [PART]: broken }));
    expect(file.apply([SOME])).toEqual({ applied: false, code: 'failed' });
  });
});

describe('ranges', () => {
  it('join neighbours', () => {
    const cells = [at(0, 0), at(0, 1), at(1, 0), at(1, 1), at(5, 2), at(6, 2), at(7, 2), at(6, 2)];
    expect(rangesOf(cells)).toEqual(['A1:B2', 'C6:C8']);
  });

  it('cover every cell once and no other', () => {
    const address = fc.record({ row: fc.nat(12), column: fc.nat(6) });
    fc.assert(
      fc.property(fc.array(address), (cells) => {
        const covered = rangesOf(cells).flatMap(cellsIn);
        expect(covered.sort()).toEqual([...new Set(cells.map(({ row, column }) => `${row},${column}`))].sort());
      }),
    );
  });
});

function cellsIn(range: string): string[] {
  const [first = '', last = first] = range.split(':');
  const place = (name: string) => ({ row: Number(name.slice(1)) - 1, column: name.charCodeAt(0) - 65 });
  const [from, to] = [place(first), place(last)];
  const cells: string[] = [];
  for (let row = from.row; row <= to.row; row++) {
    for (let column = from.column; column <= to.column; column++) cells.push(`${row},${column}`);
  }
  return cells;
}
