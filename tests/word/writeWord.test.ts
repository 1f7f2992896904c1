// A report written as .docx says all its texts, in their order, and the same report gives the same bytes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, ReportDocument } from '../../core/index.ts';
import { writeWord } from '../../word/index.ts';
import { DOCUMENT, templateOf, textsOf, unpacked, written } from './parts.ts';
import { sampleReport } from './sampleReport.ts';

/** What a reader of the document reads, from its head to the last row of its annex; lines of one place are one text. */
function expectedTexts(report: ReportDocument): readonly string[] {
  const { addressees, annex, signature } = report;
  const issuer = [...(report.superior ? [report.superior] : []), lines(report.issuer)].join('\n');
  const motto = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc';
  const one = addressees.length === 1 ? [`Kính gửi: ${addressees[0]}`] : [];
  const more = addressees.length > 1 ? ['Kính gửi:', lines(addressees)] : [];
  return [
    `${issuer}\t${motto}`,
    `${report.number}\t${report.placeDate}`,
    'BÁO CÁO',
    lines(report.subject),
    ...one,
    ...more,
    ...report.body.map(({ text }) => text),
    `Nơi nhận:\n${lines(report.recipients)}\t${lines(signature.authority)}\n${signature.name}`,
    lines(annex.title),
    ...(annex.note ? [annex.note] : []),
    'Số TT\tChỉ tiêu thống kê\tKết quả thống kê\tGhi chú',
    'Đơn vị tính\tSố liệu',
    ...annex.rows.map(({ code, label, unit, value, remark }) => [code, label, unit, value, remark].join('\t')),
  ].map(tidy);
}

function lines(texts: readonly string[]): string {
  return texts.join('\n');
}

/** Without what only places a text: the rules under the heads, empty cells, space at an end. */
function tidy(text: string): string {
  return text
    .replace(/\u00a0{4,}/g, '')
    .split(/\t+/)
    .map((cell) => cell.replace(/\n+/g, '\n').trim())
    .filter((cell) => cell !== '')
    .join('\t');
}

function readBack(bytes: Uint8Array): readonly string[] {
  return textsOf(bytes)
    .map(tidy)
    .filter((text) => text !== '');
}

describe('every text comes back, in its order', () => {
  it.each<[string, Partial<ReportDocument>]>([
    ['a final report', {}],
    ['a draft, with its questions', { draft: true }],
    ['the superior body named', { superior: 'UBND HUYỆN HOẰNG HÓA', issuer: ['ỦY BAN NHÂN DÂN XÃ HOẰNG HỢP'] }],
    ['sent to one', { addressees: ['Ủy ban nhân dân huyện Hoằng Hóa.'] }],
    ['sent to nobody', { addressees: [] }],
    ['the annex without its note and rows', { annex: { title: ['PHỤ LỤC 01b'], note: '', rows: [] } }],
    ['no text yet', { body: [] }],
  ])('%s', (_, change) => {
    expect(readBack(written(change))).toEqual(expectedTexts(sampleReport(change)));
  });
});

describe('the same report', () => {
  it('gives the same bytes', () => {
    expect(Buffer.from(written({ draft: true })).equals(Buffer.from(written({ draft: true })))).toBe(true);
  });
  it('names no author, program or hour', () => {
    const parts = unpacked(written());
    expect(Object.keys(parts).filter((name) => /docProps|custom/i.test(name))).toEqual([]);
    expect(Object.values(parts).join('')).not.toMatch(/dc:creator|lastModifiedBy|dcterms:|20\d\d-\d\d-\d\dT|rsid/);
  });
});

describe('odd texts', () => {
  const backAgain = (text: string) => readBack(written({ addressees: [], body: [{ kind: 'paragraph', text }] }))[4];
  it.each([
    [
      'markup',
      'a < b & c > d "e" \'f\' </w:t></w:r> <w:p/> &amp; ]]>',
      'a < b & c > d "e" \'f\' </w:t></w:r> <w:p/> &amp; ]]>',
    ],
    ['braces, which are no places any more', '{chu} {#noi_dung} {/x} }{', '{chu} {#noi_dung} {/x} }{'],
    ['control characters, which a document cannot hold', 'a\u0000b\u0007c\u001fd\uffffe', 'abcde'],
    ['half of a character', 'a\ud83db\udc00c', 'abc'],
    ['both halves', 'a😀b', 'a😀b'],
    ['line breaks of any kind', 'a\r\nb\rc\u2028d\ne', 'a\nb\nc\nd\ne'],
    ['no-break spaces', '17\u00a0văn bản', '17\u00a0văn bản'],
    ['spaces in a row', 'a   b', 'a   b'],
    ['dollar signs', '$& $1 $$', '$& $1 $$'],
    ['letters with marks of their own stay as they are', 'hòa'.normalize('NFD'), 'hòa'.normalize('NFD')],
  ])('%s', (_, text, expected) => {
    expect(backAgain(text)).toBe(expected);
  });
  it('a very long one', () => {
    const text = 'Cải cách hành chính. '.repeat(20_000).trim();
    expect(backAgain(text) === text).toBe(true);
  });
});

describe('labels of a draft inside a text', () => {
  const documentOf = (draft: boolean) =>
    unpacked(written({ draft, body: [{ kind: 'paragraph', text: 'Đạt ⟦⚠ 494⟧ hồ sơ; ⟦Cần ghi: số⟧' }] }))[DOCUMENT];
  it('are red, and nothing else of the text is', () => {
    const red = [...(documentOf(true)?.matchAll(/C00000"\/><\/w:rPr><w:t[^>]*>([^<]*)/g) ?? [])].map(
      ([, text]) => text,
    );
    expect(red).toEqual(['⟦⚠ 494⟧', '⟦Cần ghi: số⟧']);
  });
  it('keep the look of the text around them', () => {
    const body =
      '<w:p><w:r><w:rPr><w:b/><w:color w:val="0000FF"/><w:sz w:val="30"/></w:rPr><w:t>{nguoi_ky}</w:t></w:r></w:p>';
    const draft = { draft: true, signature: { authority: [], name: 'A ⟦B⟧ C' } };
    const xml = unpacked(written(draft, templateOf(body)))[DOCUMENT];
    const before = '<w:r><w:rPr><w:b/>';
    const blue = (text: string) =>
      `${before}<w:color w:val="0000FF"/><w:sz w:val="30"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const red = `${before}<w:color w:val="C00000"/><w:sz w:val="30"/></w:rPr><w:t xml:space="preserve">⟦B⟧</w:t></w:r>`;
    expect(xml).toContain(`<w:p>${blue('A ')}${red}${blue(' C')}</w:p>`);
  });
  it('are left alone in a final report', () => {
    expect(documentOf(false)).not.toContain('C00000');
  });
});

describe('any texts', () => {
  /** Without what a document cannot hold, and without space, which ends of lines and cells may lose. */
  const plain = (text: string) => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff\s]/gu, '');
  const kinds = ['section', 'heading', 'subheading', 'paragraph', 'question'] as const;
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('{chu}', '⟦a⟧', '\u0000', '\ud800', '\t', ']]>'),
  );
  const texts = fc.array(text, { maxLength: 3 });
  const block: fc.Arbitrary<Block> = fc.record({ kind: fc.constantFrom(...kinds), text });
  const heads = fc.record({
    superior: text,
    issuer: texts,
    subject: texts,
    addressees: texts,
    body: fc.array(block, { maxLength: 6 }),
    recipients: texts,
    draft: fc.boolean(),
  });
  it('never throw, and are in the document', () => {
    fc.assert(
      fc.property(heads, (change) => {
        const result = writeWord(sampleReport(change));
        expect(result.ok).toBe(true);
        const found = plain(result.ok ? textsOf(result.bytes).join('') : '');
        for (const one of [...change.issuer, ...change.subject, ...change.body.map((item) => item.text)]) {
          expect(found).toContain(plain(one));
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
