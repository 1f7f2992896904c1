// Files that are no readable .docx are refused with a code and one clear Vietnamese sentence, and nothing is ever thrown.
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { nodeUnpackers } from '../../cli/inflate.ts';
import { readProse, readWord, writeWord } from '../../word/index.ts';
import { ole2 } from '../xlsx/ole2.ts';
import { oneSheet, worksheet, zipOf } from '../xlsx/parts.ts';
import { DOCUMENT, documentXml, docxOf, paragraph, partsOf, typesXml, written } from './parts.ts';
import { sampleReport } from './sampleReport.ts';

const SOUND = docxOf(paragraph('Báo cáo'));

/** As the command line reads and as a browser does; as a template too. */
function refusal(bytes: Uint8Array): { code: string; message: string } {
  const result = readWord(bytes);
  const byNode = readWord(bytes, nodeUnpackers);
  expect(byNode.ok ? 'read' : byNode.code).toBe(result.ok ? 'read' : result.code);
  if (result.ok) return { code: 'read', message: '' };
  expect(result.message).toMatch(/^Tệp [^.]+(\.[a-z]+[^.]+)*\.$/u);
  expect(result.message).toMatch(/hãy/);
  expect(result.message).not.toMatch(/\.xlsx|bằng Excel/);
  const asTemplate = writeWord(sampleReport(), bytes);
  expect(asTemplate).toEqual({ ok: false, problems: [result.message.replace('Tệp', 'Tệp mẫu')] });
  return result;
}

function code(bytes: Uint8Array): string {
  return refusal(bytes).code;
}

describe('files of other programs', () => {
  it.each([
    ['an empty file', new Uint8Array(0), 'corrupt', 'rỗng'],
    ['plain text', strToU8('Báo cáo cải cách hành chính'), 'not-a-document', 'không phải là văn bản Word'],
    ['a PDF', strToU8('%PDF-1.7'), 'not-a-document', 'PDF'],
    ['an .rtf', strToU8('{\\rtf1\\ansi'), 'unsupported', '.rtf'],
    ['a document with a password', ole2('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'encrypted', 'mật khẩu'],
    ['a .doc', ole2('Root Entry', '1Table', 'WordDocument'), 'unsupported', '.doc cũ'],
    ['an .xls', ole2('Root Entry', 'Workbook'), 'not-a-document', 'Excel'],
    ['a .ppt', ole2('Root Entry', 'PowerPoint Document'), 'not-a-document', 'PowerPoint'],
    ['another OLE2 container', ole2('Root Entry'), 'unsupported', '.docx'],
    ['an .xlsx', oneSheet(worksheet('')), 'not-a-document', 'bảng tính'],
    [
      'an .odt',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
      'unsupported',
      '.odt',
    ],
    ['a zip of anything', zipOf({ 'readme.txt': 'xin chào' }), 'not-a-document', '.docx'],
    ['a zip without content', zipOf({}), 'not-a-document', '.docx'],
    ['a package without its document', zipOf({ ...partsOf(''), [DOCUMENT]: '' }), 'corrupt', 'hỏng'],
  ])('%s', (_, bytes, expected, word) => {
    const { code, message } = refusal(bytes);
    expect(code).toBe(expected);
    expect(message).toContain(word);
  });

  it('a package whose document is missing or external', () => {
    const { [DOCUMENT]: _, ...without } = partsOf('');
    expect(code(zipOf(without))).toBe('not-a-document');
    const rels = String(partsOf('')['_rels/.rels']).replace('Target=', 'TargetMode="External" Target=');
    expect(code(zipOf({ ...partsOf(''), '_rels/.rels': rels }))).toBe('not-a-document');
  });

  it('with macros, or a template of Word: its text can be read', () => {
    for (const kind of ['document.macroEnabled.main', 'template.macroEnabledTemplate.main', 'template.main']) {
      const types = typesXml(kind, kind.includes('macro') ? 'application/vnd.ms-word' : undefined);
      expect(code(zipOf({ ...partsOf(paragraph('a')), '[Content_Types].xml': types }))).toBe('read');
    }
  });
});

describe('damaged and hostile files', () => {
  it.each([10, 30, 50, 70, 90, 99])('cut at %i per cent', (percent) => {
    expect(code(SOUND.subarray(0, (SOUND.length * percent) / 100))).toBe('corrupt');
  });

  it.each([
    ['a DOCTYPE', `<!DOCTYPE x [<!ENTITY a "b">]>${documentXml(paragraph('&a;'))}`],
    ['an unclosed element', documentXml('<w:p>')],
    ['elements that cross', documentXml('<w:p><w:r></w:p></w:r>')],
    ['elements too deep', documentXml('<w:tbl><w:tr><w:tc>'.repeat(2000))],
    ['text after the root', `${documentXml('')}<x`],
  ])('with %s', (_, xml) => {
    expect(code(docxOf('', '', { [DOCUMENT]: xml }))).toBe('corrupt');
  });

  it('with a DOCTYPE in its styles', () => {
    expect(code(docxOf('', '', { 'word/styles.xml': '<!DOCTYPE x><w:styles>".Vn"</w:styles>' }))).toBe('corrupt');
  });

  it('that unpack beyond all measure', () => {
    const spaces = documentXml(paragraph(' '.repeat(12_000_000)));
    expect(code(docxOf('', '', { [DOCUMENT]: spaces }))).toBe('too-large');
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`x/${i}`, '']));
    expect(refusal(docxOf('', '', many)).message).toContain('văn bản báo cáo');
  });

  it('with a million braces are checked in time', () => {
    const braces = docxOf(paragraph('{'.repeat(20_000)) + paragraph('{a}'.repeat(20_000)));
    expect(writeWord(sampleReport(), braces).ok).toBe(false);
  });

  it('in any one byte: never a throw', () => {
    for (let at = 0; at < SOUND.length; at += 7) {
      const copy = SOUND.slice();
      copy[at] = (copy[at] ?? 0) ^ 0x55;
      const result = readWord(copy);
      if (result.ok) expect(result.paragraphs).toEqual(['Báo cáo']);
    }
  });
});

describe('whatever the bytes, nothing is thrown', () => {
  const outcomes = (bytes: Uint8Array) => [typeof readWord(bytes).ok, typeof writeWord(sampleReport(), bytes).ok];

  it('at random, behind any first bytes', () => {
    const heads = fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    fc.assert(
      fc.property(heads, fc.uint8Array({ maxLength: 2000 }), (head, rest) => {
        expect(outcomes(new Uint8Array([...head, ...rest]))).toEqual(['boolean', 'boolean']);
      }),
      { numRuns: 300 },
    );
  });

  it('in any XML of the right names', () => {
    const names = [
      'p',
      'r',
      't',
      'tbl',
      'tr',
      'tc',
      'sdt',
      'sdtContent',
      'del',
      'rPr',
      'pPr',
      'txbxContent',
      'fldChar',
    ];
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.string({ maxLength: 8 }).map((text) => text.replace(/[<&]/g, '{')),
        fc
          .tuple(fc.constantFrom(...names), fc.array(tie('tree'), { maxLength: 4 }))
          .map(([name, inner]) => `<w:${name}>${inner.join('')}</w:${name}>`),
      ),
    }));
    fc.assert(
      fc.property(tree, (body) => {
        const bytes = docxOf(body);
        expect(readWord(bytes).ok).toBe(true);
        expect(writeWord(sampleReport(), bytes).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('cut anywhere', () => {
    const whole = written();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        expect(readWord(whole.subarray(0, length)).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

it('a report longer than any is refused: every number in it would be looked at', () => {
  const text = 'Đã tiếp nhận 494 hồ sơ. '.repeat(45_000);
  for (const [name, bytes] of [
    ['a.txt', strToU8(text)],
    ['a.docx', docxOf(paragraph(text))],
  ] as const) {
    expect(readProse(name, bytes)).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^Tệp quá lớn .+quá nhiều chữ.+\.$/),
    });
    expect(readProse(name, name === 'a.txt' ? strToU8(text.slice(0, 900_000)) : docxOf(paragraph('a')))).toMatchObject({
      ok: true,
    });
  }
});
