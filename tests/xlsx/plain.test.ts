// Reading a part straight from its bytes gives what reading it as XML gives, refusals included. A comment behind the
// root has any part read as XML.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../xlsx/index.ts';
import { bytesOf, MAIN, oneSheet, worksheet } from './parts.ts';

const COMMENT = '<!-- -->';
const STRINGS =
  '<si><t>Tổng số</t></si><si><t xml:space="preserve"> hồ &amp; sơ </t></si><si/><si><r><t>a</t></r></si>';

function read(bytes: Uint8Array): unknown {
  const result = openWorkbook(bytes);
  return result.ok ? [result.file.readWorkbook().sheets, result.file.warnings] : result;
}

function table(strings: string): string {
  return `<sst xmlns="${MAIN}" count="4">${strings}</sst>`;
}

function expectAlikeSheet(xml: string): void {
  const strings = table(STRINGS);
  expect(read(oneSheet(xml, { strings }))).toEqual(read(oneSheet(`${xml}${COMMENT}`, { strings })));
}

const SHEET = worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>');

function expectAlikeStrings(xml: string): void {
  const withTable = (strings: string) => read(bytesOf({ sheets: [{ name: 'S', xml: SHEET }], strings }));
  expect(withTable(xml)).toEqual(withTable(`${xml}${COMMENT}`));
}

const address = fc
  .tuple(
    fc.constantFrom('A', 'B', 'C', 'D', 'AA', 'XFD', 'XFE', 'a', ''),
    fc.constantFrom('1', '2', '3', '0', '02', 'x'),
  )
  .map((parts) => parts.join(''));
const attribute = fc.oneof(
  { weight: 6, arbitrary: address.map((at) => ` r="${at}"`) },
  fc.constantFrom(' s="0"', ' s="7"', ' s=""', ' t="s"', ' t="n"', ' t="str"', ' t="b"', ' t="e"', ' t="inlineStr"'),
  fc.constantFrom(' t="x"', " s='1'", '  s="1"', ' cm="1"', ' x:y="&lt;"', ' ', '\n', ' t="&#115;"'),
);
const content = fc.constantFrom(
  '<v>0</v>',
  '<v>3</v>',
  '<v>12</v>',
  '<v> 7 </v>',
  '<v>-1.5e3</v>',
  '<v>1234567890123456789</v>',
  '<v>a &amp; _x000D_ đ</v>',
  '<v>\ufeffx</v>',
  '<v/>',
  '<v></v>',
  '<is><t>chữ</t></is>',
  '<is><r><t>chữ</t></r></is>',
  '<f>A1+1</f><v>2</v>',
  '<f>A1</f>',
  '<f/>',
  '<f t="shared" si="0" ref="A1:B2">A1</f><v>1</v>',
  '<f t="shared" si="0"/><v>1</v>',
  '',
  ' \n',
);
const cell = fc
  .tuple(fc.array(attribute, { maxLength: 4 }), content, fc.boolean())
  .map(([attributes, inside, empty]) => `<c${attributes.join('')}${empty ? '/>' : `>${inside}</c>`}`);
const row = fc
  .tuple(fc.constantFrom(' r="1"', ' r="2" spans="1:5"', ' r="3"', ' r="0"', '', ' r="1" r="2"'), fc.array(cell))
  .map(([attributes, cells]) => `<row${attributes}>${cells.join('')}</row>`);
/** As programs write rows: in order, every cell with its address. */
const tidyCell = fc.tuple(
  fc.constantFrom('', ' s="0"', ' s="7"'),
  fc.constantFrom('', ' t="s"', ' t="n"', ' t="str"', ' t="b"', ' t="e"', ' t="inlineStr"'),
  content,
);
const tidyRows = fc.array(fc.array(tidyCell, { maxLength: 4 }), { maxLength: 3 }).map((all) =>
  all.map((cells, i) => {
    const written = cells.map(([style, type, inside], k) => `<c r="${'ABCD'[k]}${i + 1}"${style}${type}>${inside}</c>`);
    return `<row r="${i + 1}" ht="15.75">${written.join('')}</row>`;
  }),
);
const rows = fc.oneof(tidyRows, fc.array(row, { maxLength: 4 })).map((all) => all.join(''));

/** One place of a text taken out, doubled or written over. */
const slip = fc.record({
  at: fc.nat(),
  length: fc.nat({ max: 3 }),
  put: fc.constantFrom('', '<', '>', '/', '"', '&', ' ', 'x', '<!-- -->', '<x/>', '\0'),
});

function slipped(xml: string, { at, length, put }: { at: number; length: number; put: string }): string {
  const place = at % (xml.length + 1);
  return xml.slice(0, place) + put + xml.slice(place + length);
}

describe('a sheet read from its bytes', () => {
  it('is as it is read as XML', () => {
    fc.assert(
      fc.property(rows, (xml) => expectAlikeSheet(worksheet(xml))),
      { numRuns: 300 },
    );
  });

  it('and when something is wrong with it', () => {
    fc.assert(
      fc.property(rows, slip, (xml, wrong) => expectAlikeSheet(slipped(worksheet(xml), wrong))),
      { numRuns: 300 },
    );
  });
});

const entry = fc.constantFrom(
  '<si><t>một</t></si>',
  '<si><t>hai</t></si>',
  '<si><t xml:space="preserve"> ba </t></si>',
  '<si><t>&lt;bốn&gt; _x0041_</t></si>',
  '<si><r><rPr><rFont val=".VnTime"/></rPr><t>n</t></r><rPh><t>p</t></rPh></si>',
  '<si/>',
  '<si></si>',
  ' ',
  '<x><si><t>sâu</t></si></x>',
  '<extLst/>',
);
const entries = fc.array(entry, { maxLength: 8 }).map((all) => all.join(''));

describe('a table of strings read from its bytes', () => {
  it('is as it is read as XML, whatever table was read before', () => {
    fc.assert(
      fc.property(entries, (strings) => expectAlikeStrings(table(strings))),
      { numRuns: 300 },
    );
  });

  it('and when something is wrong with it', () => {
    fc.assert(
      fc.property(entries, slip, (strings, wrong) => expectAlikeStrings(slipped(table(strings), wrong))),
      { numRuns: 300 },
    );
  });
});
