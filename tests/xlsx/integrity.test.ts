// The integrity check must itself see what it is there to see.
import { describe, expect, it } from 'vitest';
import { checkIntegrity } from '../../xlsx/index.ts';
import { bytesOf, MAIN, type Made, oneSheet, partsOf, RELS, stylesWith, worksheet, zipOf } from './parts.ts';

const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>';
const two = (first: string, second: string, more: Partial<Made> = {}) =>
  bytesOf({ sheets: [first, second].map((name) => ({ name, xml: worksheet(ROWS) })), ...more });

describe('integrity', () => {
  it('of a sound workbook', () => {
    expect(checkIntegrity(oneSheet(worksheet(ROWS), { styles: stylesWith([14]) }))).toEqual([]);
  });

  const chain = `<calcChain xmlns="${MAIN}"><c r="A1" i="1"/></calcChain>`;
  const chained = {
    relationships: `<Relationship Id="c" Type="${RELS}/calcChain" Target="calcChain.xml"/>`,
    more: { 'xl/calcChain.xml': chain },
  };

  it.each([
    ['not well formed', oneSheet(worksheet(ROWS), { more: { 'docProps/app.xml': '<a>' } }), 'docProps/app.xml'],
    ['no content type', oneSheet(worksheet(ROWS), { more: { 'xl/media/a.png': 'x' } }), 'has none'],
    [
      'missing target',
      oneSheet(worksheet(ROWS), { relationships: `<Relationship Id="z" Type="${RELS}/theme" Target="no.xml"/>` }),
      'is missing',
    ],
    [
      'double relationship id',
      oneSheet(worksheet(ROWS), { relationships: `<Relationship Id="rId1" Type="${RELS}/x" Target="workbook.xml"/>` }),
      'given twice',
    ],
    ['double sheet name', two('Một', 'MỘT'), 'sheet name'],
    ['name too long', two('x'.repeat(32), 'b'), 'not allowed'],
    [
      'active tab beyond',
      two('a', 'b', { before: '<bookViews><workbookView activeTab="2"/></bookViews>' }),
      'activeTab',
    ],
    [
      'local name beyond',
      two('a', 'b', { after: '<definedNames><definedName name="x" localSheetId="2">1</definedName></definedNames>' }),
      'localSheetId',
    ],
    [
      'elements in disorder',
      oneSheet(worksheet(ROWS, '<pageMargins/><mergeCells><mergeCell ref="A1:B1"/></mergeCells>')),
      'too late',
    ],
    ['unknown relationship', oneSheet(worksheet(ROWS, '<legacyDrawing r:id="rId9"/>')), 'rId9'],
    ['unknown style', oneSheet(worksheet('<row r="1"><c r="A1" s="7"/></row>'), { styles: stylesWith([]) }), 'style 7'],
    [
      'unknown dxf',
      oneSheet(worksheet(ROWS, '<conditionalFormatting sqref="A1"><cfRule dxfId="3"/></conditionalFormatting>')),
      'dxfId 3',
    ],
    ['unknown string', oneSheet(worksheet('<row r="1"><c r="A1" t="s"><v>3</v></c></row>')), 'string 3'],
    ['rows in disorder', oneSheet(worksheet('<row r="2"/><row r="1"/>')), 'row 1'],
    ['double cell', oneSheet(worksheet('<row r="1"><c r="A1"/><c r="A1"/></row>')), 'A1'],
    ['cell of another row', oneSheet(worksheet('<row r="1"><c r="A2"/></row>')), 'A2'],
    ['chain to no formula', oneSheet(worksheet(ROWS), chained), 'holds no formula'],
    [
      'wrong font',
      oneSheet(worksheet(ROWS), { styles: stylesWith([0]).replace(/fontId="0"/g, 'fontId="4"') }),
      'fontId 4',
    ],
    ['no zip', new Uint8Array(30), 'Tệp'],
  ])('sees: %s', (_, bytes, word) => {
    expect(checkIntegrity(bytes).join('\n')).toContain(word);
  });

  it('sees the same part given twice', () => {
    const parts = partsOf({ sheets: [{ name: 'a', xml: worksheet(ROWS) }] });
    const types = String(parts['[Content_Types].xml']).replace(
      /(<Override PartName="\/xl\/workbook.xml"[^>]*>)/,
      '$1$1',
    );
    expect(checkIntegrity(zipOf({ ...parts, '[Content_Types].xml': types }))).toHaveLength(1);
  });
});
