// Wrong templates are refused with all that is wrong at once, in Vietnamese: the table wrongTemplates.md is for reading.
import { unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { writeWord } from '../../word/index.ts';
import { type Parts, zipOf } from '../xlsx/parts.ts';
import { docxOf, paragraph, partsOf, run, templateOf, textsOf, typesXml, written } from './parts.ts';
import { sampleReport } from './sampleReport.ts';

const DRAFT = '{#ban_nhap}NHÁP{/ban_nhap}';
const TEXTS = '{#noi_dung}{chu}{/noi_dung}';
const SOME_KINDS = '{#noi_dung}{#la_muc}{chu}{/la_muc}{#la_doan}{chu}{/la_doan}{#la_khoan}{/la_khoan}{/noi_dung}';

/** What is typed in a template besides the two required stretches, a paragraph each. */
const TYPED: readonly (readonly [string, readonly string[]])[] = [
  ['Thiếu dấu đóng', ['Số: {so_ky_hieu', 'Nơi nhận: {noi_nhan']],
  ['Thừa dấu đóng', ['Người ký: nguoi_ky}']],
  ['Hai dấu mở', ['{{nguoi_ky}']],
  ['Hai dấu đóng', ['{nguoi_ky}}']],
  ['Phần chưa đóng', ['{#kem_theo}{kem_theo}']],
  ['Phần đóng hai lần', ['{#kem_theo}{kem_theo}{/kem_theo}{/kem_theo}']],
  ['Phần mở hai lần', ['{#kem_theo}{#kem_theo}{kem_theo}{/kem_theo}']],
  ['Hai phần đan chéo', ['{#gui_mot_noi}{#kem_theo}{/gui_mot_noi}{/kem_theo}']],
  ['Phần chưa mở', ['{/gui_mot_noi}']],
  ['Tên viết có dấu, có cách', ['{Người ký}', '{số ký hiệu}', '{#gửi một nơi}{kinh_gui}{/gửi một nơi}']],
  ['Tên sai một chữ', ['{nguoi_ki}', '{trich_yeuu}', '{^kem_theoo}{/kem_theoo}']],
  ['Tên không có', ['{email}', '{}', '{ngày in báo cáo này}']],
  ['Chỗ điền ngoài phần của nó', ['{chu}', '{so_lieu}', '{#la_tieu_de}{/la_tieu_de}']],
  ['Tên của một phần dùng như chỗ điền', ['{ban_nhap}', '{dong_phu_luc}']],
  ['Biểu thức, lệnh', ['{constructor}', '{nguoi_ky.length}', '{=1+1}', '{@nguoi_ky}', '{__proto__}']],
  ['Nhiều lỗi một lúc', ['{#noi_dung}{chuu}', '{nguoi_ky', '{email}', '{/kem_theo}']],
];

const FILES: readonly (readonly [string, Uint8Array])[] = [
  ['Thiếu phần bắt buộc', docxOf(paragraph('{nguoi_ky}'))],
  ['Có macro (.docm)', kindOf('document.macroEnabled.main', 'application/vnd.ms-word')],
  ['Mẫu của Word (.dotx)', kindOf('template.main')],
  ['Mẫu của Word có macro (.dotm)', kindOf('template.macroEnabledTemplate.main', 'application/vnd.ms-word')],
  ['Không có lời văn trong phần lời văn', docxOf(paragraph(DRAFT) + paragraph('{#noi_dung}{/noi_dung}'))],
  ['Thiếu loại đoạn', docxOf(paragraph(DRAFT) + paragraph(SOME_KINDS))],
  ['Thiếu loại dòng', templateOf(paragraph('{#dong_phu_luc}{^la_tieu_de}{chi_tieu}{/la_tieu_de}{/dong_phu_luc}'))],
  ['Chỉ có dòng tiêu đề', templateOf(paragraph('{#dong_phu_luc}{#la_tieu_de}{chi_tieu}{/la_tieu_de}{/dong_phu_luc}'))],
  ['Phần mở và đóng ở hai bảng', templateOf(cellOf('{#kem_theo}') + paragraph('') + cellOf('{/kem_theo}'))],
  ['Phần mở trong bảng, đóng ngoài bảng', templateOf(cellOf('{#kem_theo}') + paragraph('{/kem_theo}'))],
  ['Phần mở trong khung chữ, đóng ngoài khung', templateOf(box('{#kem_theo}') + paragraph('{/kem_theo}'))],
  [
    'Một phần mở trong ô nội dung của Word, đóng ở ngoài',
    templateOf(
      `<w:sdt><w:sdtContent>${paragraph('{#gui_mot_noi}')}</w:sdtContent></w:sdt>${paragraph('{/gui_mot_noi}')}`,
    ),
  ],
  ['Phần mở ở đầu trang, đóng trong văn bản', templateOf(paragraph('{/kem_theo}'), header('{#kem_theo}'))],
  ['Đầu trang có tên sai', templateOf('', header('{ban_nhap} {nguoi_kyy}'))],
  ['XML hỏng', templateOf('<w:p><w:r></w:p>')],
  ['XML của đầu trang hỏng', templateOf('', header('</w:x>'))],
  ['Không phải tệp Word', new TextEncoder().encode('không phải tệp Word')],
  ['Tệp rỗng', new Uint8Array()],
  ['Tệp .doc giả .docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
];

function kindOf(main: string, prefix?: string): Uint8Array {
  const parts = partsOf(paragraph(DRAFT) + paragraph(TEXTS));
  return zipOf({ ...parts, '[Content_Types].xml': typesXml(main, prefix) });
}

function cellOf(text: string): string {
  return `<w:tbl><w:tr><w:tc>${paragraph(text)}</w:tc></w:tr></w:tbl>`;
}

function box(text: string): string {
  return `<w:p><w:r><w:txbxContent>${paragraph(text)}</w:txbxContent></w:r></w:p>`;
}

/** A header of a document, whose text is not escaped. */
function header(text: string): Parts {
  const parts = partsOf('');
  const relation =
    '<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>';
  const relations = String(parts['word/_rels/document.xml.rels']).replace('</Relationships>', relation);
  const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return {
    'word/_rels/document.xml.rels': relations,
    'word/header1.xml': `<w:hdr ${namespace}><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:hdr>`,
  };
}

function problemsOf(template: Uint8Array): readonly string[] {
  const result = writeWord(sampleReport(), template);
  return result.ok ? [] : result.problems;
}

const TYPED_FILES = TYPED.map(
  ([name, texts]) => [name, templateOf(texts.map((text) => paragraph(text)).join(''))] as const,
);

describe('every wrong template', () => {
  it.each([...TYPED_FILES, ...FILES])('%s: is refused, no sentence twice', (_, template) => {
    const problems = problemsOf(template);
    expect(problems.length).toBeGreaterThan(0);
    expect(new Set(problems).size).toBe(problems.length);
    for (const problem of problems) expect(problem).toMatch(/^[A-ZĐ].*; (?:hãy|có phải là).*\.$/);
  });
  it('is told all that is wrong, as the table shows', async () => {
    const typed = TYPED.map(([name, texts], i) => entry(name, texts, TYPED_FILES[i]?.[1] ?? new Uint8Array()));
    const files = FILES.map(([name, template]) => entry(name, [], template));
    const page = ['# Mẫu Word sai và những câu báo lỗi', ...typed, ...files].join('\n\n');
    await expect(`${page}\n`).toMatchFileSnapshot('wrongTemplates.md');
  });
});

function entry(name: string, typed: readonly string[], template: Uint8Array): string {
  const shown = typed.length === 0 ? [] : [typed.map((text) => `    ${text}`).join('\n')];
  const problems = problemsOf(template).map((problem) => `- ${problem}`);
  return [`## ${name}`, ...shown, problems.join('\n')].join('\n\n');
}

describe('right templates of other makes', () => {
  const filled = (body: string) => textsOf(written({ body: [] }, templateOf(body)));
  it.each([
    ['a place split over runs', `<w:p>${['{ng', 'uoi', '_ky', '}'].map((text) => run(text)).join('')}</w:p>`],
    ['runs of different looks', `<w:p>${run('{', '<w:b/>')}${run('nguoi_ky', '<w:i/>')}${run('}')}</w:p>`],
    ['spelling marks between', `<w:p>${run('{nguoi')}<w:proofErr w:type="spellStart"/>${run('_ky}')}</w:p>`],
    ['space in the braces', paragraph('{ nguoi_ky }')],
    ['in a table', cellOf('{nguoi_ky}')],
    ['only where there is one', paragraph('{#nguoi_ky}{nguoi_ky}{/nguoi_ky}{^nguoi_ky}…{/nguoi_ky}')],
  ])('%s', (_, body) => {
    expect(filled(body)).toEqual(['Lê Văn Thành']);
  });
  it.each([
    ['kinds told apart by what they are not', '{#noi_dung}{#la_muc}{chu}{/la_muc}{^la_muc}{chu}{/la_muc}{/noi_dung}'],
    ['all kinds alike', '{#noi_dung}{chu}{/noi_dung}'],
  ])('%s', (_, stretch) => {
    const texts = textsOf(written({}, docxOf(paragraph(DRAFT) + paragraph(stretch)))).join('');
    expect(texts).toBe(
      sampleReport()
        .body.map(({ text }) => text)
        .join(''),
    );
  });
  it('pictures and parts of unknown kinds stay to the byte', () => {
    const picture = new Uint8Array([137, 80, 78, 71, 0, 255, 123, 125]);
    const bytes = written({}, templateOf('', { 'word/media/logo.png': picture }));
    expect(unzipSync(bytes)['word/media/logo.png']).toEqual(picture);
  });
  it('lists that the engine’s own parser chokes on: filled all the same, and nothing on the terminal', () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const types = typesXml('document.main').replace('<Types ', '<Types x:y="1" a="1" a="2" z="&nosuch;" ');
    const bytes = written({ body: [] }, templateOf(paragraph('{nguoi_ky}'), { '[Content_Types].xml': types }));
    expect(textsOf(bytes)).toEqual(['Lê Văn Thành']);
    expect(new TextDecoder().decode(unzipSync(bytes)['[Content_Types].xml'])).toBe(types);
    expect(complaint).not.toHaveBeenCalled();
  });
});
