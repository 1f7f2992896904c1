// Small files that would fill the memory or never end: each is opened or refused in time. All are made here.
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeUnpackers } from '../../cli/inflate.ts';
import { analyze, planCheck } from '../../core/index.ts';
import { writeArchive } from '../../ooxml/index.ts';
import { readWord, writeWord } from '../../word/index.ts';
import { openWorkbook, readSpreadsheet } from '../../xlsx/index.ts';
import { DOCUMENT, documentXml, docxOf, paragraph } from '../word/parts.ts';
import { sampleReport } from '../word/sampleReport.ts';
import { bytesOf, MAIN, oneSheet, partsOf, worksheet, zipOf } from '../xlsx/parts.ts';
import { MOST_MEGABYTES, MOST_MILLISECONDS } from './fuzz.ts';

const SHEET = worksheet('<row r="1"><c r="A1"><v>1</v></c></row>');
const SOUND = partsOf({ sheets: [{ name: 'Sheet1', xml: SHEET }] });

/** A billion laughs: nine entities of ten of the one before. */
const LAUGHS = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`;
/** One long entity, told many times. */
const BLOWUP = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(100_000)}">]>`;

function times(count: number, xml: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => xml(n)).join('');
}

/** Many directory entries over the same packed bytes, as in bombs that unpack to petabytes. */
function overlapping(): Uint8Array {
  const kernel = writeArchive([{ name: 'a', content: new Uint8Array(4_000_000) }], new Uint8Array(0));
  const view = new DataView(kernel.buffer, kernel.byteOffset);
  const end = kernel.length - 22;
  const start = view.getUint32(end + 16, true);
  const header = kernel.slice(start, end);
  const bytes = new Uint8Array(start + header.length * 9000 + 22);
  bytes.set(kernel.subarray(0, start));
  for (let i = 0; i < 9000; i++) bytes.set(header, start + i * header.length);
  bytes.set(kernel.subarray(end), start + header.length * 9000);
  const last = new DataView(bytes.buffer, bytes.length - 22);
  for (const at of [8, 10]) last.setUint16(at, 9000, true);
  last.setUint32(12, header.length * 9000, true);
  return bytes;
}

/** Nothing but the directory tells: the size it gives is a lie. */
function lying(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return copy;
}

const WORKBOOKS: readonly (readonly [string, () => Uint8Array, 'opened' | 'refused' | 'either'])[] = [
  ['40 MB of nothing', () => zipOf({ ...SOUND, 'xl/media/a.bin': new Uint8Array(40 * 2 ** 20) }), 'refused'],
  [
    '60 MB of nothing that say they are 9 bytes',
    () => lying(zipOf({ ...SOUND, 'xl/worksheets/sheet1.xml': new Uint8Array(60 * 2 ** 20) }), 9),
    'refused',
  ],
  ['9,000 entries over the same bytes', overlapping, 'refused'],
  [
    'a zip in a zip in a zip',
    () => zipOf({ ...SOUND, 'xl/a.xlsx': zipSync({ a: zipSync({ b: new Uint8Array(1_000_000) }) }) }),
    'opened',
  ],
  ['a billion laughs in a sheet', () => oneSheet(LAUGHS + SHEET.replace('<v>1</v>', '<v>&a9;</v>')), 'refused'],
  [
    'a billion laughs in the strings',
    () => oneSheet(SHEET, { strings: `${LAUGHS}<sst xmlns="${MAIN}"><si><t>&a9;</t></si></sst>` }),
    'refused',
  ],
  [
    'one long entity told many times',
    () => oneSheet(BLOWUP + SHEET.replace('<v>1</v>', `<v>${'&a;'.repeat(100_000)}</v>`)),
    'refused',
  ],
  [
    'a laugh in the list of relationships',
    () => zipOf({ ...SOUND, '_rels/.rels': LAUGHS + SOUND['_rels/.rels'] }),
    'either',
  ],
  ['a million elements within each other', () => oneSheet('<a>'.repeat(1_000_000)), 'refused'],
  [
    'an element of 300,000 attributes',
    () => oneSheet(worksheet(`<row ${times(300_000, (n) => `a${n}="1" `)}/>`)),
    'opened',
  ],
  ['an attribute of 3 MB', () => oneSheet(worksheet(`<row r="1" x="${'x'.repeat(3_000_000)}"/>`)), 'opened'],
  [
    'a text of 3 MB that is all "&"',
    () => oneSheet(worksheet(`<row r="1"><c r="A1" t="str"><v>${'&amp;'.repeat(600_000)}</v></c></row>`)),
    'opened',
  ],
  [
    'a text of 1 MB of escapes begun',
    () => oneSheet(worksheet(`<row r="1"><c r="A1" t="str"><v>${'_x'.repeat(500_000)}</v></c></row>`)),
    'opened',
  ],
  ['comments begun and never ended', () => oneSheet(`<a>${'<!-'.repeat(500_000)}`), 'refused'],
  [
    '200,000 joined areas',
    () =>
      oneSheet(
        worksheet('', `<mergeCells>${times(200_000, (n) => `<mergeCell ref="A${n + 1}:B${n + 1}"/>`)}</mergeCells>`),
      ),
    'opened',
  ],
  [
    'joined areas over all there is',
    () => oneSheet(worksheet('', `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(2000)}</mergeCells>`)),
    'opened',
  ],
  [
    '100,000 formats that depend on cells',
    () =>
      oneSheet(
        worksheet(
          '',
          times(
            100_000,
            (n) =>
              `<conditionalFormatting sqref="A${n + 1}"><cfRule type="expression" priority="${n + 1}"><formula>1</formula></cfRule></conditionalFormatting>`,
          ),
        ),
      ),
    'opened',
  ],
  [
    'a formula shared by all cells of 30,000 rows',
    () =>
      oneSheet(
        worksheet(
          times(
            30_000,
            (n) =>
              `<row r="${n + 1}"><c r="A${n + 1}"><f t="shared" si="0"${n === 0 ? ' ref="A1:A1048576">B1+C1' : '>'}</f></c></row>`,
          ),
        ),
      ),
    'opened',
  ],
  [
    'a long formula shared by 30,000 cells',
    () =>
      oneSheet(
        worksheet(
          times(
            30_000,
            (n) =>
              `<row r="${n + 1}"><c r="A${n + 1}"><f t="shared" si="0"${n === 0 ? ` ref="A1:A1048576">${'B1+'.repeat(2500)}1` : '>'}</f></c></row>`,
          ),
        ),
      ),
    'refused',
  ],
  [
    'a formula of a megabyte of brackets, for others to share',
    () =>
      oneSheet(
        worksheet(
          `<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A2">${'['.repeat(1_000_000)}</f></c><c r="B1"><f t="shared" si="0"/></c></row>`,
        ),
      ),
    'refused',
  ],
  [
    'formulas far out in 400 rows',
    () => oneSheet(worksheet(times(400, (n) => `<row r="${n + 1}"><c r="XFD${n + 1}"><f>1</f></c></row>`))),
    'refused',
  ],
  [
    'rows in the order of their end',
    () => oneSheet(worksheet(times(100_000, (n) => `<row r="${1_048_576 - n}"><c><v>1</v></c></row>`))),
    'either',
  ],
  [
    '50,000 sheets',
    () =>
      zipOf({
        ...SOUND,
        'xl/workbook.xml': String(SOUND['xl/workbook.xml']).replace(
          '</sheets>',
          `${times(50_000, (n) => `<sheet name="s${n}" sheetId="${n + 2}" r:id="x${n}"/>`)}</sheets>`,
        ),
      }),
    'opened',
  ],
  [
    '50,000 content types',
    () =>
      zipOf({
        ...SOUND,
        '[Content_Types].xml': String(SOUND['[Content_Types].xml']).replace(
          '</Types>',
          `${times(50_000, (n) => `<Override PartName="/x${n}" ContentType="x"/>`)}</Types>`,
        ),
      }),
    'opened',
  ],
  [
    '2,000 sheets in earnest',
    () => bytesOf({ sheets: Array.from({ length: 2000 }, (_, n) => ({ name: `s${n}`, xml: SHEET })) }),
    'opened',
  ],
];

function inTime<T>(work: () => T): T {
  const start = performance.now();
  const result = work();
  expect(performance.now() - start).toBeLessThan(MOST_MILLISECONDS);
  return result;
}

function expectSentence(message: string): void {
  expect(message).toMatch(/^Tệp [^\n]+\.$/u);
  expect(message).not.toContain('không đọc được cấu trúc bên trong');
}

describe('workbooks', () => {
  it.each(WORKBOOKS)('%s', (_, make, expected) => {
    const bytes = make();
    for (const unpackers of [{}, nodeUnpackers]) {
      const result = inTime(() => openWorkbook(bytes, unpackers));
      if (expected !== 'either') expect(result.ok ? 'opened' : 'refused').toBe(expected);
      if (!result.ok) expectSentence(result.message);
      else inTime(() => result.file.apply(planCheck(analyze(result.file.readWorkbook()), result.file.readWorkbook())));
    }
  });
});

describe('documents', () => {
  const runs = (count: number) => times(count, () => '<w:r><w:t>1</w:t></w:r>');
  it.each([
    ['a billion laughs', () => docxOf('', '', { [DOCUMENT]: LAUGHS + documentXml(paragraph('x')) })],
    ['a billion laughs in the styles', () => docxOf(paragraph('x'), '', { 'word/styles.xml': `${LAUGHS}<w:styles/>` })],
    ['100 MB of nothing', () => docxOf(paragraph('x'), '', { 'word/media/a.bin': new Uint8Array(100 * 2 ** 20) })],
    ['tables within tables', () => docxOf('<w:tbl><w:tr><w:tc>'.repeat(300_000))],
    [
      '60 tables within each other, each of many rows',
      () =>
        docxOf(
          `${'<w:tbl><w:tr><w:tc>'.repeat(60)}${paragraph('x').repeat(20_000)}${'</w:tc></w:tr></w:tbl>'.repeat(60)}`,
        ),
    ],
    ['a paragraph of 200,000 runs', () => docxOf(`<w:p>${runs(200_000)}</w:p>`)],
    [
      '200,000 paragraphs whose marks were deleted',
      () => docxOf('<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'.repeat(200_000)),
    ],
    [
      '100,000 fields begun',
      () => docxOf(`<w:p><w:r>${'<w:fldChar w:fldCharType="begin"/><w:t>x</w:t>'.repeat(100_000)}</w:r></w:p>`),
    ],
    [
      'styles that build on each other in a ring',
      () =>
        docxOf(
          paragraph('x', '<w:rStyle w:val="s0"/>').repeat(2000),
          times(5000, (n) => `<w:style w:styleId="s${n}"><w:basedOn w:val="s${(n + 1) % 5000}"/></w:style>`),
        ),
    ],
    [
      '50,000 content types',
      () =>
        docxOf(paragraph('{chu}'), '', {
          'x.xml': '<x/>',
          ...Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`x${n}.xml`, '<x/>'])),
        }),
    ],
  ])('%s', (_, make) => {
    const bytes = make();
    const read = inTime(() => readWord(bytes));
    if (!read.ok) expectSentence(read.message);
    const written = inTime(() => writeWord(sampleReport(), bytes));
    if (!written.ok) for (const problem of written.problems) expect(problem).toMatch(/^\p{Lu}[^\n]+\.$/u);
  });
});

describe('delimited text', () => {
  it.each([
    ['six million separators', () => ';'.repeat(6_000_000)],
    ['a quotation of 5 MB that never ends', () => `"${'""'.repeat(2_500_000)}`],
    ['a million quotations begun', () => '"a;"b\n'.repeat(300_000)],
    ['a million rows', () => '1\n'.repeat(1_000_000)],
  ])('%s', (_, make) => {
    const bytes = strToU8(make());
    const read = inTime(() => readSpreadsheet('a.csv', bytes));
    if (read.ok) inTime(() => analyze(read.workbook));
    else expectSentence(read.message);
  });
});

afterAll(() => {
  // All of them in one process, each forgotten before the next.
  expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(MOST_MEGABYTES);
});
