// Reports written as .docx: all that was said stands in them, by the form of NĐ 30/2020; wrong templates are explained at once.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { templateBytes, templateModule, templateParts } from '../../scripts/wordTemplate.ts';
import { PLACES, STRETCHES, writeWord } from '../../word/index.ts';
import { DOCUMENT, docxOf, paragraph, run, textsOf, typesXml, unpacked, written } from './parts.ts';
import { sampleReport } from './sampleReport.ts';

const flat = (texts: readonly string[]) => texts.map((text) => text.replace(/\s+/g, ' ').trim());

describe('a report', () => {
  it('says every text of the document, in order', () => {
    const report = sampleReport({ draft: true });
    const texts = flat(textsOf(written({ draft: true })));
    let at = 0;
    for (const { text } of report.body) {
      const found = texts.indexOf(text.replace(/\s+/g, ' '), at);
      expect(found, text).toBeGreaterThanOrEqual(at);
      at = found + 1;
    }
    const whole = texts.join('\n');
    for (const text of [...report.recipients, ...report.annex.title, ...report.addressees, report.signature.name])
      expect(whole).toContain(text);
    for (const { label } of report.annex.rows) expect(whole).toContain(label);
  });
  it('is the same to the byte, with no author and no clock', () => {
    expect(Buffer.from(written()).equals(Buffer.from(written()))).toBe(true);
    expect(Object.keys(unpacked(written())).join()).not.toMatch(/docProps/);
  });
  it('has one place of sending on the line of “Kính gửi”, more on lines of their own', () => {
    const one = flat(textsOf(written({ addressees: ['Ủy ban nhân dân huyện Hoằng Hóa.'] })));
    expect(one).toContain('Kính gửi: Ủy ban nhân dân huyện Hoằng Hóa.');
    expect(textsOf(written()).join('\n')).toContain('Hoằng Hóa;\n- Phòng Nội vụ huyện Hoằng Hóa.');
  });
  it('names the superior body only when it is to be written', () => {
    expect(textsOf(written({ superior: 'UBND HUYỆN HOẰNG HÓA' })).join('\n')).toContain('UBND HUYỆN HOẰNG HÓA');
    expect(textsOf(written()).join('\n')).not.toContain('UBND HUYỆN');
  });
  it('is marked as a draft only when it is one', () => {
    const headers = (draft: boolean) =>
      Object.entries(unpacked(written({ draft })))
        .filter(([name]) => name.includes('header'))
        .map(([, xml]) => xml)
        .join('');
    expect(headers(true)).toContain('BẢN NHÁP');
    expect(headers(false)).not.toContain('BẢN NHÁP');
  });
  it('takes texts as text, whatever is in them', () => {
    const odd = ['a < b & "c" {x} {#y}', 'dòng một\ndòng hai', 'có\u0000ký tự\u0008 lạ', 'cách\u00A0liền', '⟦⚠ 494⟧'];
    const body = odd.map((text) => ({ kind: 'paragraph' as const, text }));
    const texts = textsOf(written({ body })).join('\n');
    for (const text of [odd[0], 'có', 'ký tự lạ', odd[3], odd[4]]) expect(texts).toContain(text?.replace('\u0000', ''));
    expect(texts).toMatch(/dòng một\s+dòng hai/);
  });
  it('any texts come back', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        const body = texts.map((one) => ({ kind: 'paragraph' as const, text: one }));
        const result = writeWord(sampleReport({ body }));
        expect(result.ok).toBe(true);
        if (result.ok) textsOf(result.bytes);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the form of NĐ 30/2020/NĐ-CP', () => {
  const parts = unpacked(written());
  const document = parts[DOCUMENT] ?? '';
  const millimetres = (name: string, element = 'pgMar') =>
    [...document.matchAll(new RegExp(`<w:${element} [^>]*w:${name}="(\\d+)"`, 'g'))].map(([, twips]) =>
      Math.round((Number(twips) * 25.4) / 1440),
    );
  it.each([
    ['top', 20, 25],
    ['bottom', 20, 25],
    ['left', 30, 35],
    ['right', 15, 20],
  ])('margin %s is %i to %i mm', (side, least, most) => {
    const found = millimetres(side);
    expect(found).toHaveLength(2);
    for (const width of found) expect(width >= least && width <= most).toBe(true);
  });
  it('is A4, in Times New Roman', () => {
    expect(millimetres('w', 'pgSz')).toEqual([210, 210]);
    expect(millimetres('h', 'pgSz')).toEqual([297, 297]);
    expect(parts['word/styles.xml']).toContain('w:ascii="Times New Roman"');
  });
  it('numbers pages from the second on, and the annex anew', () => {
    expect(document.match(/<w:titlePg\/>/g)).toHaveLength(2);
    expect(document).toMatch(/<w:pgNumType [^>]*w:start="1"/);
  });
  it('repeats the heading of the annex on every page', () => {
    expect(document.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThanOrEqual(1);
  });
});

describe('the default template', () => {
  it('uses every place and every stretch', async () => {
    const text = [...(await templateParts()).values()].join('');
    const names = (stretches: typeof STRETCHES): string[] =>
      stretches.flatMap((one) => [`#${one.name}`, ...one.places.map(({ name }) => name), ...names(one.stretches)]);
    for (const name of [...PLACES.map((place) => place.name), ...names(STRETCHES)]) expect(text).toContain(`{${name}}`);
  });
  it('lies in the repository as its script makes it', async () => {
    const parts = await templateParts();
    expect(readFileSync('word/templates/bao-cao.docx').equals(Buffer.from(templateBytes(parts)))).toBe(true);
    expect(readFileSync('word/defaultTemplate.ts', 'utf8')).toBe(templateModule(parts));
  });
});

const WHOLE =
  paragraph('{#ban_nhap}BẢN NHÁP{/ban_nhap}') +
  paragraph('{#noi_dung}') +
  paragraph('{chu}') +
  paragraph('{/noi_dung}');

/** What stands in the template besides what must, and all that is said about it. */
const WRONG: readonly (readonly [string, readonly string[]])[] = [
  ['{so_ky_hieu', ['Thiếu dấu “}” sau dấu “{” ở chỗ “{so_ky_hieu”; hãy thêm dấu “}”, trong cùng một đoạn.']],
  ['so_ky_hieu}', ['Thừa dấu “}” ở chỗ “so_ky_hieu}”; hãy bỏ dấu này, hoặc thêm dấu “{” trước tên chỗ điền.']],
  ['{so_ki_hieu}', ['Chỗ điền “{so_ki_hieu}” có tên không dùng được; có phải là {so_ky_hieu} không? Hãy sửa lại.']],
  ['{chu}', ['Chỗ điền “{chu}” chỉ dùng được giữa {#noi_dung} và {/noi_dung}; hãy chuyển vào đó.']],
  [
    '{noi_dung}',
    ['Chỗ điền “{noi_dung}” là tên của một phần; hãy ghi {#noi_dung} ở đầu và {/noi_dung} ở cuối phần này.'],
  ],
  ['{#gui_mot_noi}', ['Chỗ điền “{#gui_mot_noi}” chưa được đóng; hãy thêm {/gui_mot_noi} ở cuối phần này.']],
  [
    '{/gui_mot_noi}',
    ['Chỗ điền “{/gui_mot_noi}” đóng một phần chưa mở; hãy thêm {#gui_mot_noi} ở đầu phần này, hoặc bỏ chỗ điền này.'],
  ],
  [
    '{ten_co_quon} {nguoi_ki} {#gui_mot_noi}',
    [
      'Chỗ điền “{ten_co_quon}” có tên không dùng được; có phải là {ten_co_quan} không? Hãy sửa lại.',
      'Chỗ điền “{nguoi_ki}” có tên không dùng được; có phải là {nguoi_ky} không? Hãy sửa lại.',
      'Chỗ điền “{#gui_mot_noi}” chưa được đóng; hãy thêm {/gui_mot_noi} ở cuối phần này.',
    ],
  ],
];

describe('a template of one’s own', () => {
  it('is filled, also where Word has split a place over runs', () => {
    const split = `<w:p>${run('{so_')}${run('ky_hieu}', '<w:b/>')}</w:p>`;
    const texts = textsOf(written({}, docxOf(WHOLE + split)));
    expect(texts).toContain('Số: 12/BC-UBND');
  });
  it.each(WRONG)('%s: all that is wrong is said', (text, problems) => {
    expect(writeWord(sampleReport(), docxOf(WHOLE + paragraph(text)))).toEqual({ ok: false, problems });
  });
  it('without what every report needs is told what it would lack', () => {
    const result = writeWord(sampleReport(), docxOf(paragraph('{so_ky_hieu}')));
    expect(result).toMatchObject({ ok: false });
    if (!result.ok) expect(result.problems).toHaveLength(2);
    if (!result.ok) expect(result.problems.join()).toMatch(/thiếu \{#ban_nhap\}.*thiếu \{#noi_dung\}/);
  });
  it.each([
    ['application/vnd.ms-word', 'document.macroEnabled.main', 'có macro'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml', 'template.main', 'mẫu của Word (.dotx)'],
  ])('of another kind (%s.%s) is told so', (prefix, main, words) => {
    const bytes = docxOf(WHOLE, '', { '[Content_Types].xml': typesXml(main, prefix) });
    const result = writeWord(sampleReport(), bytes);
    expect(result.ok ? '' : result.problems.join()).toContain(words);
  });
});
