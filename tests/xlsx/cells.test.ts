// Setting one cell changes that cell and what depends on where it stands, and no other byte of the sheet.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, type CellChange, cellAt } from '../../core/index.ts';
import { checkIntegrity } from '../../xlsx/index.ts';
import { changed, firstSheet, opened, partText } from './opened.ts';
import { MAIN, oneSheet, stylesWith, worksheet } from './parts.ts';

const PART = 'xl/worksheets/sheet1.xml';

function set(row: number, column: number, from: Cell, to: Cell): CellChange {
  return { kind: 'cell', sheet: 'Sheet1', at: { row, column }, from, to };
}

function patched(rows: string, change: CellChange, more = '', before = ''): string {
  const bytes = changed(oneSheet(worksheet(rows, more, before), { styles: stylesWith([49, 10]) }), [change]);
  expect(checkIntegrity(bytes)).toEqual([]);
  return partText(bytes, PART).replace(/^.*<sheetData>|<\/sheetData>.*$/g, '');
}

describe('a cell', () => {
  it('that is stored keeps its style', () => {
    expect(patched('<row r="2"><c r="B2" s="2"><v>1</v></c></row>', set(1, 1, 1, 2))).toBe(
      '<row r="2"><c r="B2" s="2"><v>2</v></c></row>',
    );
    expect(patched('<row r="2"><c r="B2" s="2" t="str"><v>a</v></c></row>', set(1, 1, 'a', null))).toBe(
      '<row r="2"><c r="B2" s="2"/></row>',
    );
    expect(patched('<row r="1"><c s="2"/></row>', set(0, 0, null, '=x'))).toBe(
      '<row r="1"><c r="A1" s="2" t="inlineStr"><is><t>=x</t></is></c></row>',
    );
  });

  it('that is not stored takes its place in order', () => {
    const rows = '<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>1</v></c></row><row r="4"/>';
    expect(patched(rows, set(1, 2, null, 9))).toContain('<c r="B2"><v>1</v></c><c r="C2"><v>9</v></c><c r="D2">');
    expect(patched(rows, set(1, 0, null, 9))).toContain('<row r="2"><c r="A2"><v>9</v></c><c r="B2">');
    expect(patched(rows, set(1, 5, null, 9))).toContain('<c r="D2"><v>1</v></c><c r="F2"><v>9</v></c></row>');
    expect(patched(rows, set(0, 0, null, 9))).toMatch(/^<row r="1"><c r="A1"><v>9<\/v><\/c><\/row><row r="2">/);
    expect(patched(rows, set(2, 0, null, true))).toContain(
      '</row><row r="3"><c r="A3" t="b"><v>1</v></c></row><row r="4"/>',
    );
    expect(patched(rows, set(3, 0, null, 9))).toContain('<row r="4"><c r="A4"><v>9</v></c></row>');
    expect(patched(rows, set(9, 0, null, 9))).toMatch(/<row r="4"\/><row r="10"><c r="A10"><v>9<\/v><\/c><\/row>$/);
    expect(patched(rows, set(9, 0, null, null))).toBe(rows);
  });

  it('takes the style of its row or column, and widens what tells the used columns', () => {
    const columns = '<dimension ref="A1:B2"/><cols><col min="3" max="4" width="9" style="2"/></cols>';
    expect(patched('<row r="1" spans="1:2"/>', set(0, 2, null, 9), '', columns)).toBe(
      '<row r="1" spans="1:3"><c r="C1" s="2"><v>9</v></c></row>',
    );
    expect(patched('<row r="1" s="1" customFormat="1"/>', set(0, 2, null, 'a'), '', columns)).toContain(
      '<c r="C1" s="1" t="inlineStr">',
    );
    const bytes = changed(oneSheet(worksheet('', '', columns), { styles: stylesWith([49, 10]) }), [set(4, 2, null, 9)]);
    expect(partText(bytes, PART)).toContain('<dimension ref="A1:C5"/>');
  });

  it('formatted as text that becomes a number gets a general format, once', () => {
    const rows =
      '<row r="1"><c r="A1" s="1" t="inlineStr"><is><t>04</t></is></c><c r="B1" s="1" t="inlineStr"><is><t>05</t></is></c></row>';
    const bytes = changed(oneSheet(worksheet(rows), { styles: stylesWith([49]) }), [
      set(0, 0, '04', 4),
      set(0, 1, '05', 5),
    ]);
    expect(partText(bytes, PART)).toContain('<c r="A1" s="0"><v>4</v></c><c r="B1" s="0"><v>5</v></c>');
    const own = stylesWith([49]).replace('numFmtId="49" fontId="0"', 'numFmtId="49" fontId="0" applyFont="1"');
    const kept = changed(oneSheet(worksheet(rows), { styles: own }), [set(0, 0, '04', 4), set(0, 1, '05', 5)]);
    expect(partText(kept, PART)).toContain('<c r="A1" s="2"><v>4</v></c><c r="B1" s="2"><v>5</v></c>');
    expect(partText(kept, 'xl/styles.xml')).toContain(
      '<xf numFmtId="0" fontId="0" applyFont="1" fillId="0" borderId="0" xfId="0"/></cellXfs>',
    );
    expect(checkIntegrity(kept)).toEqual([]);
  });

  it('in sheets without addresses, with prefixes, or without rows', () => {
    expect(patched('<row><c><v>1</v></c><c><v>2</v></c></row>', set(0, 1, 2, 3))).toBe(
      '<row><c><v>1</v></c><c r="B1"><v>3</v></c></row>',
    );
    const prefixed = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData/></x:worksheet>`;
    const bytes = changed(oneSheet(prefixed), [set(0, 0, null, 'a'), set(0, 1, null, 5)]);
    expect(partText(bytes, PART)).toContain(
      '<x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c r="B1"><x:v>5</x:v></x:c></x:row></x:sheetData>',
    );
    expect(firstSheet(bytes).cells).toEqual([['a', 5]]);
  });

  it('has the formulas calculated again when the file is opened', () => {
    const bytes = changed(oneSheet(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>')), [set(0, 0, 1, 2)]);
    expect(partText(bytes, 'xl/workbook.xml')).toContain('<calcPr fullCalcOnLoad="1"/>');
  });
});

describe('a cell is refused', () => {
  const rows =
    '<row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="B1"><f t="array" ref="B1:B2">C1:C2</f><v>2</v></c></row><row r="2"><c r="A2"/><c r="B2"><v>3</v></c></row><row r="3"><c r="A3"><f t="shared" ref="A3" si="0">1</f></c></row>';
  const file = opened(oneSheet(worksheet(rows, '<mergeCells count="1"><mergeCell ref="D1:E2"/></mergeCells>')));

  it.each([
    ['a formula', set(0, 0, 1, 2), 'changed'],
    ['a formula without a value', set(2, 0, null, 2), 'changed'],
    ['part of an array', set(1, 1, 3, 4), 'changed'],
    ['another value', set(1, 0, 1, 4), 'changed'],
    ['under a joined cell', set(1, 4, null, 4), 'failed'],
    ['no number', set(1, 0, null, Number.NaN), 'failed'],
    ['off the sheet', set(1, 16_384, null, 1), 'failed'],
    ['too long', set(1, 0, null, 'x'.repeat(32_768)), 'failed'],
  ])('%s', (_, change, code) => {
    expect(file.apply([change])).toEqual({ applied: false, code, at: { ...change.at, sheet: 'Sheet1' } });
  });

  it('but not the first of joined ones', () => {
    expect(file.apply([set(0, 3, null, 4)])).toEqual({ applied: true });
  });
});

it('any cell may be set, and its inverse undoes it', () => {
  const bytes = oneSheet(
    worksheet('<row r="2"><c r="B2"><v>1</v></c></row><row r="5"><c r="A5" t="str"><v>a</v></c></row>'),
  );
  const value = fc.oneof(
    // A spreadsheet knows no negative zero.
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.string({ minLength: 1 }),
    fc.boolean(),
    fc.constant(null),
  );
  fc.assert(
    fc.property(fc.nat(8), fc.nat(5), value, (row, column, to) => {
      const from = cellAt(firstSheet(bytes), row, column);
      const written = changed(bytes, [set(row, column, from, to)]);
      expect(checkIntegrity(written)).toEqual([]);
      expect(cellAt(firstSheet(written), row, column)).toEqual(to);
      const undone = changed(written, [set(row, column, to, from)]);
      expect(cellAt(firstSheet(undone), row, column)).toEqual(from);
    }),
    { numRuns: 80 },
  );
});
