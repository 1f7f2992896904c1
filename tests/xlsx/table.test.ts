// The sheets we write: what stands in their parts, and that taking them out leaves nothing behind.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashGrid, ownSheetId, type TableChange } from '../../core/index.ts';
import { checkIntegrity, newWorkbook, openWorkbook } from '../../xlsx/index.ts';
import { changed, opened, partText, unpacked } from './opened.ts';
import {
  bytesOf,
  MAIN,
  type Made,
  type Parts,
  partsOf,
  RELS,
  STRICT_MAIN,
  STRICT_RELS,
  stylesWith,
  worksheet,
  zipOf,
} from './parts.ts';

const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>';
const REMOVE = { kind: 'remove', id: 'check-sheet' } as const;

const TABLE: TableChange = {
  kind: 'table',
  sheet: 'Phiếu kiểm tra số liệu',
  id: 'check-sheet',
  expects: null,
  columns: [
    { width: 8, format: '@', align: 'center' },
    { width: 40 },
    { width: 12, format: '0.00%' },
    { width: 5, hidden: true },
  ],
  frozenRows: 2,
  print: { landscape: true, repeat: { from: 1, to: 1 } },
  lists: [{ range: { from: { row: 2, column: 1 }, to: { row: 9, column: 1 } }, values: [0, 1, 'Có "x"'] }],
  rows: [
    { look: 'title', cells: ['PHIẾU KIỂM TRA'] },
    { look: 'heading', cells: ['Ô', 'Nội dung', 'Tỷ lệ', 'khóa'] },
    {
      look: 'error',
      cells: [
        { text: 'D45', link: { sheet: "Phụ lục 'A' 1", row: 44, column: 3 } },
        '=1+1',
        { formula: '=A1/2', value: 0.5 },
        'k1',
      ],
    },
    { look: 'section', cells: ['3.1', `dài ${'rất dài '.repeat(30)}`, null] },
    { look: 'row', cells: [{ error: '#REF!' }, true, { formula: 'IF(1=1,"a","b")', value: 'a', format: '0' }] },
  ],
};

function made(more: Partial<Made> = {}): Uint8Array {
  return bytesOf({ sheets: [{ name: "Phụ lục 'A' 1", xml: worksheet(ROWS) }], ...more });
}

describe('a table sheet', () => {
  const bytes = changed(made(), [TABLE]);
  const text = partText(bytes, 'xl/worksheets/sheet2.xml');

  it('is sound, and stands last without becoming active', () => {
    expect(checkIntegrity(bytes)).toEqual([]);
    const workbook = opened(bytes).readWorkbook();
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(["Phụ lục 'A' 1", 'Phiếu kiểm tra số liệu']);
    expect(workbook.active).toBe("Phụ lục 'A' 1");
    expect(text).not.toContain('tabSelected');
  });

  it('holds its id in a hidden column after the last', () => {
    expect(text).toMatch(/<c r="E1" t="inlineStr"><is><t>cchc:check-sheet<\/t>/);
    expect(text).toContain('<col min="5" max="5" width="9" hidden="1" customWidth="1"/>');
    expect(opened(bytes).readWorkbook().sheets.map(ownSheetId)).toEqual([null, 'check-sheet']);
  });

  it('has links, lists, frozen rows, joined titles and print setup', () => {
    expect(text).toContain(`<hyperlink ref="A3" location="'Phụ lục ''A'' 1'!D45" display="D45"/>`);
    expect(text).toContain(
      '<dataValidation type="list" allowBlank="1" sqref="B3:B10"><formula1>&quot;0,1,Có &quot;&quot;x&quot;&quot;&quot;</formula1>',
    );
    expect(text).toContain('<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>');
    expect(text).toContain('<mergeCell ref="A1:C1"/>');
    expect(text).toContain('<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>');
    const names = partText(bytes, 'xl/workbook.xml');
    expect(names).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Phiếu kiểm tra số liệu'!$2:$2</definedName>`,
    );
    expect(names).toMatch(/<calcPr {2}fullCalcOnLoad="1" {2}\/>/);
  });

  it('writes formulas with their values, and makes long rows high', () => {
    expect(text).toMatch(/<c r="C3" s="\d+"><f>A1\/2<\/f><v>0.5<\/v><\/c>/);
    expect(text).toMatch(/<c r="C5" s="\d+" t="str"><f>IF\(1=1,&quot;a&quot;,&quot;b&quot;\)<\/f><v>a<\/v><\/c>/);
    const height = Number(/<row r="4" ht="([\d.]+)"/.exec(text)?.[1]);
    expect(height).toBeGreaterThan(80);
    expect(height).toBeLessThan(200);
  });

  it('leaves out lists that a rule cannot hold', () => {
    const range = { from: { row: 0, column: 0 }, to: { row: 0, column: 0 } };
    const lists = [
      { range, values: ['a,b'] },
      { range, values: ['x'.repeat(300)] },
      { range, values: [] },
    ];
    expect(partText(changed(made(), [{ ...TABLE, lists }]), 'xl/worksheets/sheet2.xml')).not.toContain(
      'dataValidation',
    );
  });

  it('is refused when a spreadsheet could not hold it', () => {
    for (const cell of ['x'.repeat(32_768), Number.NaN, Number.POSITIVE_INFINITY]) {
      const outcome = opened(made()).apply([{ ...TABLE, rows: [{ look: 'row', cells: [cell] }] }]);
      expect(outcome).toEqual({ applied: false, code: 'failed' });
    }
  });

  it('gets an allowed name', () => {
    const name = (sheet: string) => opened(changed(made(), [{ ...TABLE, sheet }])).readWorkbook().sheets[1]?.name;
    expect(name('Tổng/hợp: [2024]*?')).toBe('Tổng hợp   2024');
    expect(name("'a'")).toBe('a');
    expect(name('')).toBe('CCHC');
    expect(name('x'.repeat(40))).toBe('x'.repeat(31));
    expect(name(`${'x'.repeat(30)}😀`)).toBe('x'.repeat(30));
    expect(name("PHỤ LỤC 'A' 1")).toBe("PHỤ LỤC 'A' 1 (CCHC)");
  });

  it('keeps any text', () => {
    const cell = fc.string({ unit: 'binary', maxLength: 50 });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (texts) => {
        const written = changed(made(), [
          {
            ...TABLE,
            merges: [],
            rows: [
              { look: 'row', cells: [null] },
              { look: 'row', cells: texts },
            ],
          },
        ]);
        const row = opened(written).readWorkbook().sheets[1]?.cells[1] ?? [];
        expect(texts.map((_, i) => row[i] ?? null)).toEqual(texts.map((text) => text || null));
        expect(checkIntegrity(written)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('rewriting', () => {
  it('gives the same bytes for the same table', () => {
    const once = changed(made(), [TABLE]);
    const grid = opened(once).readWorkbook().sheets[1];
    expect(grid && changed(once, [{ ...TABLE, expects: hashGrid(grid) }])).toEqual(once);
  });

  it('drops what hung on the old sheet, and its cells from the calculation chain', () => {
    const own = worksheet(
      '<row r="1"><c r="A1"><f>1</f><v>1</v></c><c r="B1" t="str"><v>cchc:check-sheet</v></c></row>',
      '<pageSetup r:id="rId1"/>',
    );
    const bytes = bytesOf({
      sheets: [
        {
          name: 'Phụ lục',
          xml: worksheet('<row r="1"><c r="A1"><f>2</f><v>2</v></c><c r="B1"><f>3</f><v>3</v></c></row>'),
        },
        { name: 'Phiếu', xml: own },
      ],
      relationships: `<Relationship Id="rId70" Type="${RELS}/calcChain" Target="calcChain.xml"/>`,
      more: {
        'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="A1" i="2"/><c r="A1" i="1"/><c r="B1"/></calcChain>`,
        'xl/worksheets/_rels/sheet2.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/printerSettings" Target="../printer.bin"/></Relationships>`,
        'xl/printer.bin': 'x',
      },
      types: '<Default Extension="bin" ContentType="application/octet-stream"/>',
    });
    expect(checkIntegrity(bytes)).toEqual([]);
    const grid = opened(bytes).readWorkbook().sheets[1];
    const rewritten = changed(bytes, [{ ...TABLE, expects: grid ? hashGrid(grid) : null }]);
    expect(checkIntegrity(rewritten)).toEqual([]);
    expect(Object.keys(unpacked(rewritten))).not.toContain('xl/printer.bin');
    expect(partText(rewritten, 'xl/calcChain.xml')).toContain('<c r="A1" i="1"/><c r="B1"/>');
  });
});

describe('taking out', () => {
  const places: readonly (readonly [string, Partial<Made>])[] = [
    ['a workbook without styles', {}],
    ['styles of its own', { styles: stylesWith([14, 164], { 164: '0.0' }) }],
    [
      'names, calculation and views',
      {
        styles: stylesWith([]),
        before: '<bookViews><workbookView/></bookViews>',
        after:
          '<definedNames><definedName name="a" localSheetId="0">1</definedName></definedNames><calcPr calcId="1"/>',
      },
    ],
    ['empty lists', { styles: stylesWith([]), after: '<definedNames /><calcPr />' }],
    ['calculation switched off', { styles: stylesWith([]), after: '<calcPr calcId="1" fullCalcOnLoad="0"/>' }],
    ['calculation switched on', { styles: stylesWith([]), after: '<calcPr calcId="1" fullCalcOnLoad="1"/>' }],
  ];

  it.each(places)('gives back the same bytes: %s', (_, more) => {
    const bytes = made(more);
    const written = changed(bytes, [TABLE, { ...TABLE, id: 'other' }]);
    expect(checkIntegrity(written)).toEqual([]);
    expect(unpacked(changed(written, [REMOVE, { kind: 'remove', id: 'other' }]))).toEqual(unpacked(bytes));
    expect(unpacked(changed(written, [{ kind: 'remove', id: 'other' }, REMOVE]))).toEqual(unpacked(bytes));
  });

  it('moves names and the active tab of the sheets after it', () => {
    const own = worksheet('<row r="1"><c r="B1" t="str"><v>cchc:check-sheet</v></c></row>');
    const bytes = bytesOf({
      sheets: [
        { name: 'Phiếu', xml: own },
        { name: 'Phụ lục', xml: worksheet(ROWS) },
      ],
      before: '<bookViews><workbookView firstSheet="1" activeTab="1"/></bookViews>',
      after:
        '<definedNames><definedName name="a" localSheetId="0">1</definedName><definedName name="a" localSheetId="1">2</definedName></definedNames>',
    });
    const text = partText(changed(bytes, [REMOVE]), 'xl/workbook.xml');
    expect(text).toContain('<workbookView firstSheet="0" activeTab="0"/>');
    expect(text).toContain('<definedNames><definedName name="a" localSheetId="0">2</definedName></definedNames>');
  });

  it('never leaves a workbook without sheets', () => {
    const own = worksheet('<row r="1"><c r="B1" t="str"><v>cchc:check-sheet</v></c></row>');
    expect(opened(bytesOf({ sheets: [{ name: 'Phiếu', xml: own }] })).apply([REMOVE])).toMatchObject({
      code: 'failed',
    });
  });
});

describe('a strict workbook', () => {
  it('gets a strict sheet', () => {
    const strict = (text: unknown) => String(text).replaceAll(MAIN, STRICT_MAIN).replaceAll(RELS, STRICT_RELS);
    const parts = Object.entries(partsOf({ sheets: [{ name: 'Sheet1', xml: worksheet(ROWS) }] }));
    const bytes = changed(zipOf(Object.fromEntries(parts.map(([name, text]) => [name, strict(text)]))), [TABLE]);
    expect(checkIntegrity(bytes)).toEqual([]);
    expect(partText(bytes, 'xl/worksheets/sheet2.xml')).toContain(`xmlns="${STRICT_MAIN}"`);
    expect(partText(bytes, 'xl/_rels/workbook.xml.rels')).toContain(`${STRICT_RELS}/worksheet`);
  });
});

describe('a new workbook', () => {
  it('holds nothing but the tables given to it', () => {
    const file = newWorkbook();
    expect(file.readWorkbook().sheets).toEqual([]);
    expect(file.apply([{ ...TABLE, id: null, sheet: 'Phụ lục 01b' }, TABLE])).toEqual({ applied: true });
    const bytes = file.save();
    expect(checkIntegrity(bytes)).toEqual([]);
    expect(opened(bytes).readWorkbook()).toMatchObject({
      active: 'Phụ lục 01b',
      sheets: [{ name: 'Phụ lục 01b' }, { name: 'Phiếu kiểm tra số liệu' }],
    });
    expect(file.save()).toEqual(bytes);
  });

  it('is valid even when it stays empty', () => {
    const bytes = newWorkbook().save();
    expect(checkIntegrity(bytes)).toEqual([]);
    expect(opened(bytes).readWorkbook().sheets).toHaveLength(1);
  });
});

describe('a workbook that misleads', () => {
  const file = (change: (xml: string) => string, part = 'xl/workbook.xml') => {
    const parts = partsOf({ sheets: [{ name: 'Sheet1', xml: worksheet(ROWS) }], styles: stylesWith([]) });
    return zipOf({ ...parts, [part]: change(String(parts[part])) });
  };

  it('by an id that no relationship has yet: our sheet takes another', () => {
    const bytes = file((xml) => xml.replace('</sheets>', '<sheet name="Mất" sheetId="2" r:id="rId3"/></sheets>'));
    const after = changed(bytes, [TABLE]);
    expect(partText(after, 'xl/workbook.xml')).toContain('<sheet name="Mất" sheetId="2" r:id="rId3"/>');
    expect(checkIntegrity(after).filter((breach) => breach.includes('given twice'))).toEqual([]);
    expect(
      opened(after)
        .readWorkbook()
        .sheets.map((sheet) => sheet.name),
    ).toEqual(['Sheet1', TABLE.sheet]);
  });

  it('by a sheet whose part is gone: ours does not come in its place', () => {
    const parts = partsOf({ sheets: ['Một', 'Hai'].map((name) => ({ name, xml: worksheet(ROWS) })) });
    const types = String(parts['[Content_Types].xml']).replace(/<Override PartName="[^"]*sheet2.xml"[^>]*>/, '');
    const { 'xl/worksheets/sheet2.xml': _, ...others }: Parts = { ...parts, '[Content_Types].xml': types };
    const after = opened(changed(zipOf(others), [TABLE]));
    expect(after.readWorkbook().sheets.map((sheet) => sheet.name)).toEqual(['Một', TABLE.sheet]);
    expect(after.warnings).toMatchObject([{ code: 'damaged-sheet' }]);
  });

  it('by a workbook said to lie outside: it is found where all programs put it, and ours lies beside it', () => {
    const bytes = file((xml) => xml.replace('Target="xl/', 'TargetMode="External" Target="/xl/'), '_rels/.rels');
    const after = changed(bytes, [TABLE]);
    expect(partText(after, '[Content_Types].xml')).toContain('PartName="/xl/worksheets/sheet2.xml"');
    expect(checkIntegrity(after)).toEqual(checkIntegrity(bytes));
  });

  it.each(['1e400', '99999999999999999999', '65534'])('by the sheet number %s: ours is one that Excel takes', (id) => {
    const after = changed(
      file((xml) => xml.replace('sheetId="1"', `sheetId="${id}"`)),
      [TABLE],
    );
    expect(partText(after, 'xl/workbook.xml')).toContain(`name="${TABLE.sheet}" sheetId="1"`);
  });

  it.each(['/_rels/.rels', 'worksheets/sheet1.xml', '/[Content_Types].xml'])('by calling %s its styles', (target) => {
    const bytes = file((xml) => xml.replace('"styles.xml"', `"${target}"`), 'xl/_rels/workbook.xml.rels');
    const result = openWorkbook(bytes);
    expect(result.ok && result.file.apply([TABLE])).toEqual({ applied: false, code: 'failed' });
    expect(result.ok && result.file.save()).toEqual(bytes);
  });

  it('by calling another part a sheet', () => {
    const bytes = file((xml) => xml.replace('"worksheets/sheet1.xml"', '"styles.xml"'), 'xl/_rels/workbook.xml.rels');
    const result = openWorkbook(bytes);
    const at = { row: 0, column: 0 };
    const marks = { kind: 'marks', sheet: 'Sheet1', cells: { error: [at], warning: [], info: [] } } as const;
    expect(result.ok && result.file.apply([marks])).toEqual({ applied: false, code: 'failed' });
    expect(result.ok && result.file.apply([{ kind: 'cell', sheet: 'Sheet1', at, from: null, to: 1 }])).toMatchObject({
      applied: false,
    });
    expect(result.ok && result.file.save()).toEqual(bytes);
  });
});
