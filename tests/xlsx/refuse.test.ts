// Files that cannot be read are refused with a code and one clear Vietnamese sentence, and nothing is ever thrown.
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { nodeUnpackers } from '../../cli/inflate.ts';
import { openWorkbook } from '../../xlsx/index.ts';
import { ole2 } from './ole2.ts';
import { bytesOf, MAIN, oneSheet, type Parts, partsOf, worksheet, zipOf } from './parts.ts';

const SHEET = worksheet('<row r="1"><c r="A1"><v>1</v></c></row>');
const SOUND = partsOf({ sheets: [{ name: 'Sheet1', xml: SHEET }] });

function refusal(bytes: Uint8Array): { code: string; message: string } {
  const result = openWorkbook(bytes);
  // Node's own inflate must refuse what ours refuses.
  const byNode = openWorkbook(bytes, nodeUnpackers);
  expect(byNode.ok ? 'opened' : byNode.code).toBe(result.ok ? 'opened' : result.code);
  if (result.ok) return { code: 'opened', message: '' };
  expect(result.message).toMatch(/^Tệp [^.]+(\.[a-z]+[^.]+)*\.$/u);
  expect(result.message).toMatch(/hãy|Hãy/);
  return result;
}

function code(bytes: Uint8Array): string {
  return refusal(bytes).code;
}

function find(bytes: Uint8Array, signature: number, from = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = from; at + 4 <= bytes.length; at++) if (view.getUint32(at, true) === signature) return at;
  throw new Error('signature not found');
}

/** Changes the directory entry of a part. */
function withEntry(bytes: Uint8Array, name: string, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = find(copy, 0x02014b50); ; at = find(copy, 0x02014b50, at + 1)) {
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(copy.subarray(at + 46, at + 46 + length)) === name) {
      change(view, at);
      return copy;
    }
  }
}

const PART = 'xl/worksheets/sheet1.xml';

describe('files of other programs', () => {
  it.each([
    ['an empty file', new Uint8Array(0), 'corrupt'],
    ['plain text', strToU8('STT;Nội dung;Kết quả'), 'not-a-spreadsheet'],
    ['a web page called .xlsx', strToU8('<html><table></table></html>'), 'not-a-spreadsheet'],
    ['a workbook with a password', ole2('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'encrypted'],
    ['an .xls file', ole2('Root Entry', 'Workbook'), 'unsupported'],
    ['an older .xls file', ole2('Root Entry', 'Book'), 'unsupported'],
    ['a .doc file', ole2('Root Entry', '1Table', 'WordDocument'), 'not-a-spreadsheet'],
    ['another OLE2 container', ole2('Root Entry'), 'unsupported'],
    [
      'an .ods file',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      'unsupported',
    ],
    ['a zip of anything', zipOf({ 'readme.txt': 'xin chào' }), 'not-a-spreadsheet'],
    ['a zip without content', zipOf({}), 'not-a-spreadsheet'],
  ])('%s', (_, bytes, expected) => {
    expect(code(bytes)).toBe(expected);
  });

  it('.xlsb, with the advice to save as .xlsx', () => {
    const rels = String(SOUND['_rels/.rels']).replace('xl/workbook.xml', 'xl/workbook.bin');
    const binary = refusal(zipOf({ '_rels/.rels': rels, 'xl/workbook.bin': 'x' }));
    expect(binary.code).toBe('unsupported');
    expect(binary.message).toContain('.xlsx');
  });

  it.each(['word/document.xml', 'ppt/presentation.xml'])('%s as the main part', (part) => {
    const rels = String(SOUND['_rels/.rels']).replace('xl/workbook.xml', part);
    expect(code(zipOf({ '_rels/.rels': rels, [part]: '<w:document xmlns:w="urn:w"/>' }))).toBe('not-a-spreadsheet');
  });
});

describe('damaged files', () => {
  const bytes = zipOf(SOUND);

  it('are sound before they are damaged', () => {
    expect(code(bytes)).toBe('opened');
  });

  it.each([10, 20, 30, 40, 50, 60, 70, 80, 90, 99])('cut at %i per cent', (percent) => {
    expect(code(bytes.subarray(0, (bytes.length * percent) / 100))).toBe('corrupt');
  });

  it('with a wrong checksum', () => {
    expect(code(withEntry(bytes, PART, (view, at) => view.setUint32(at + 16, 1, true)))).toBe('corrupt');
  });

  it('with a size that is too small or too large', () => {
    for (const size of [10, 100_000]) {
      expect(code(withEntry(bytes, PART, (view, at) => view.setUint32(at + 24, size, true)))).toBe('corrupt');
    }
  });

  it('with an entry that lies outside, overlaps, or is encrypted', () => {
    const moved = (to: number) => withEntry(bytes, PART, (view, at) => view.setUint32(at + 42, to, true));
    expect(code(moved(bytes.length + 5))).toBe('corrupt');
    expect(code(moved(0))).toBe('corrupt');
    expect(code(withEntry(bytes, PART, (view, at) => view.setUint32(at + 20, bytes.length, true)))).toBe('corrupt');
    expect(code(withEntry(bytes, PART, (view, at) => view.setUint16(at + 8, 1, true)))).toBe('encrypted');
  });

  it('packed in an unknown way, or as zip64', () => {
    expect(code(withEntry(bytes, PART, (view, at) => view.setUint16(at + 10, 99, true)))).toBe('unsupported');
    expect(code(withEntry(bytes, PART, (view, at) => view.setUint32(at + 42, 0xffffffff, true)))).toBe('unsupported');
  });

  it('with two parts of one name, or a name that points outside', () => {
    expect(code(zipOf({ ...SOUND, 'XL/Workbook.xml': 'x' }))).toBe('corrupt');
    expect(code(zipOf({ ...SOUND, '../evil.xml': 'x' }))).toBe('corrupt');
    expect(code(zipOf({ ...SOUND, 'xl/../../evil.xml': 'x' }))).toBe('corrupt');
    expect(code(zipOf({ ...SOUND, 'C:\\evil.xml': 'x' }))).toBe('corrupt');
  });

  it('whose XML is not well formed or has a DOCTYPE', () => {
    const broken = [
      '<worksheet><sheetData>',
      '<a><b></a></b>',
      '',
      '<a b=c/>',
      '<a/><b/>',
      'text',
      `${SHEET}<`,
      '<a b="<"/>',
    ];
    for (const xml of broken) expect(code(oneSheet(xml))).toBe('corrupt');
    const entity = '<!DOCTYPE x [<!ENTITY a "b">]>';
    expect(code(oneSheet(entity + SHEET))).toBe('corrupt');
    expect(code(zipOf({ ...SOUND, 'xl/workbook.xml': entity + SOUND['xl/workbook.xml'] }))).toBe('corrupt');
    expect(code(oneSheet('<a>'.repeat(5000) + '</a>'.repeat(5000)))).toBe('corrupt');
  });

  it('whose cells have addresses no spreadsheet has', () => {
    for (const at of ['A', '1', 'XFE1', 'A1048577', 'A-1', 'A1B']) {
      expect(code(oneSheet(worksheet(`<row r="1"><c r="${at}"><v>1</v></c></row>`)))).toBe('corrupt');
    }
  });

  it('only in a sheet that is not the active one: the others are read, with a warning', () => {
    const two = bytesOf({
      sheets: [
        { name: 'Phụ lục', xml: SHEET },
        { name: 'Hỏng', xml: '<worksheet>' },
      ],
    });
    const result = openWorkbook(two);
    expect(result.ok && result.file.readWorkbook().sheets.map((sheet) => sheet.name)).toEqual(['Phụ lục']);
    expect(result.ok && result.file.warnings).toMatchObject([{ code: 'damaged-sheet' }]);
    expect(result.ok && result.file.save()).toEqual(two);
  });

  it('in any one byte: never a throw, and never another content unnoticed', () => {
    const step = Math.ceil(bytes.length / 300);
    for (let at = 0; at < bytes.length; at += step) {
      const copy = bytes.slice();
      copy[at] = (copy[at] ?? 0) ^ 0x55;
      const result = openWorkbook(copy);
      if (result.ok) expect(result.file.readWorkbook().sheets.map((sheet) => sheet.cells)).toEqual([[[1]]]);
    }
  });
});

describe('files beyond an honest size', () => {
  const bomb = (size: number): Parts => ({ ...SOUND, 'xl/media/image1.bin': new Uint8Array(size) });

  it('with a part packed a thousand times', () => {
    expect(code(zipOf(bomb(12_000_000)))).toBe('too-large');
  });

  it('that say they unpack to more than all memory', () => {
    const declared = withEntry(zipOf(SOUND), PART, (view, at) => view.setUint32(at + 24, 0xfffffff0, true));
    expect(code(declared)).toBe('too-large');
  });

  it('that unpack to more than they say', () => {
    const spaces = zipOf({ ...SOUND, [PART]: SHEET + ' '.repeat(3_000_000) });
    expect(code(spaces)).toBe('opened');
    expect(code(withEntry(spaces, PART, (view, at) => view.setUint32(at + 24, SHEET.length, true)))).toBe('corrupt');
  });

  it('of too many parts', () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`x/${i}`, '']));
    expect(code(zipOf({ ...SOUND, ...many }))).toBe('too-large');
  });

  it('with cells scattered so that no grid could hold them; a single cell far out is fine', () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>';
    const result = openWorkbook(oneSheet(worksheet(far)));
    expect(result.ok && result.file.readWorkbook().sheets[0]?.cells[1_048_575]?.[16_383]).toBe(7);
    const rows = Array.from({ length: 400 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`);
    expect(code(oneSheet(worksheet(rows.join(''))))).toBe('too-large');
  });

  it('with one part listed as several sheets: read for each, a small file would never end', () => {
    const relationship = /<Relationship Id="rId1"[^>]*worksheet[^>]*\/>/;
    const parts = partsOf({ sheets: [{ name: 'Sheet1', xml: SHEET }] });
    const rels = String(parts['xl/_rels/workbook.xml.rels']).replace(
      relationship,
      (one) => one + one.replace('rId1', 'rId2'),
    );
    for (const id of ['rId1', 'rId2']) {
      const twice = `<sheet name="Sheet2" sheetId="2" r:id="${id}"/></sheets>`;
      const workbook = String(parts['xl/workbook.xml']).replace('</sheets>', twice);
      const bytes = zipOf({ ...parts, 'xl/workbook.xml': workbook, 'xl/_rels/workbook.xml.rels': rels });
      expect(refusal(bytes)).toMatchObject({ code: 'corrupt', message: expect.stringContaining('dùng chung') });
    }
  });

  it('with strings that multiply are read in time', () => {
    const long = `<sst xmlns="${MAIN}"><si><t>${'x'.repeat(1_000_000)}</t></si></sst>`;
    const rows = Array.from({ length: 2000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c></row>`);
    expect(code(oneSheet(worksheet(rows.join('')), { strings: long }))).toBe('opened');
  });
});
