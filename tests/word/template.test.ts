// The default template by its XML: every place is used, and the page is the one of Nghị định 30/2020/NĐ-CP, Phụ lục I.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { templateBytes, templateModule, templateParts } from '../../scripts/wordTemplate.ts';
import { PLACES, STRETCHES } from '../../word/placeholders.ts';
import { DOCUMENT, unpacked, written } from './parts.ts';

const FILE = 'word/templates/bao-cao.docx';
const template = unpacked(readFileSync(FILE));
const everything = Object.values(template).join('');
const report = unpacked(written());
const body = report[DOCUMENT] ?? '';
const styles = report['word/styles.xml'] ?? '';

describe('the files are what scripts/wordTemplate.ts makes', () => {
  const made = templateParts();
  it(FILE, async () => {
    expect(Buffer.from(templateBytes(await made)).equals(readFileSync(FILE))).toBe(true);
  });
  it('word/defaultTemplate.ts', async () => {
    expect(templateModule(await made)).toBe(readFileSync('word/defaultTemplate.ts', 'utf8'));
  });
  it('the same each time', async () => {
    expect(await templateParts()).toEqual(await made);
  });
});

describe('every place and stretch is used', () => {
  const places = [...PLACES, ...STRETCHES.flatMap((stretch) => stretch.places)];
  const stretches = [...STRETCHES, ...STRETCHES.flatMap((stretch) => stretch.stretches)];
  it.each(places.map(({ name }) => name))('{%s}', (name) => {
    expect(everything).toContain(`{${name}}`);
  });
  it.each(stretches.map(({ name }) => name))('{#%s}…{/%s}', (name) => {
    expect(everything).toContain(`{#${name}}`);
    expect(everything).toContain(`{/${name}}`);
  });
  it('and nothing is left of them in a report', () => {
    expect(Object.values(report).join('')).not.toMatch(/[{}]/);
  });
});

/** Of every section, in its order: a length in millimetres. */
function lengths(element: string, name: string): readonly number[] {
  const found = body.matchAll(new RegExp(`<w:${element} [^>]*w:${name}="(\\d+)"`, 'g'));
  return [...found].map(([, twips]) => Math.round((Number(twips) * 25.4) / 144) / 10);
}

describe('the page', () => {
  it('is A4, upright, in both sections', () => {
    expect([lengths('pgSz', 'w'), lengths('pgSz', 'h')]).toEqual([
      [210, 210],
      [297, 297],
    ]);
  });
  it.each([
    ['top', 20, 25],
    ['bottom', 20, 25],
    ['left', 30, 35],
    ['right', 15, 20],
  ])('margin %s: %d–%d mm', (side, least, most) => {
    const margins = lengths('pgMar', side);
    expect(margins).toHaveLength(2);
    for (const margin of margins) {
      expect(margin).toBeGreaterThanOrEqual(least);
      expect(margin).toBeLessThanOrEqual(most);
    }
  });
  it('has the annex in a section of its own, each counting its pages from 1 and showing them from 2', () => {
    const sections = [...body.matchAll(/<w:sectPr>.*?<\/w:sectPr>/g)].map(([whole]) => whole);
    expect(sections).toHaveLength(2);
    for (const section of sections) {
      expect(section).toContain('<w:pgNumType w:start="1"/>');
      expect(section).toContain('<w:titlePg/>');
    }
    expect(body.indexOf('PHỤ LỤC 01b')).toBeGreaterThan(body.indexOf('</w:sectPr>'));
    expect(body.indexOf('Lê Văn Thành')).toBeLessThan(body.indexOf('<w:sectPr>'));
  });
  it('numbers the pages at the top, in the middle; not the first', () => {
    expect(headerOf('default')).toMatch(/"SoTrang".*PAGE/);
    expect(headerOf('first')).not.toContain('PAGE');
    expect(styleOf('SoTrang')).toMatch(/w:jc w:val="center".*w:sz w:val="28"/);
  });
});

/** The header of the pages of a kind; the annex has those of the report. */
function headerOf(kind: string, parts: Readonly<Record<string, string>> = report): string {
  const id = new RegExp(`headerReference w:type="${kind}" r:id="(\\w+)"`).exec(parts[DOCUMENT] ?? '')?.[1];
  const relations = parts['word/_rels/document.xml.rels'] ?? '';
  const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(relations)?.[1];
  return parts[`word/${target}`] ?? '';
}

function styleOf(id: string): string {
  return new RegExp(`w:styleId="${id}">.*?</w:style>`).exec(styles)?.[0] ?? '';
}

describe('the letters', () => {
  it('are Times New Roman and no other', () => {
    const fonts = new Set([...everything.matchAll(/w:(?:ascii|hAnsi|cs|eastAsia)="([^"]+)"/g)].map(([, font]) => font));
    expect([...fonts]).toEqual(['Times New Roman', 'en-US']);
  });
  it.each([
    ['LoiVan', 14, ['w:jc w:val="both"', 'w:before="120"', 'w:firstLine="720"']],
    ['Muc', 14, ['<w:b/>', '<w:caps/>', '<w:keepNext/>']],
    ['Khoan', 14, ['<w:b/>', '<w:keepNext/>']],
    ['Diem', 14, ['<w:b/>', '<w:keepNext/>']],
    ['CoQuan', 13, ['<w:b/>']],
    ['QuocHieu', 13, ['<w:b/>']],
    ['TieuNgu', 14, ['<w:b/>']],
    ['SoKyHieu', 13, []],
    ['DiaDanh', 14, ['<w:i/>']],
    ['TenLoai', 14, ['<w:b/>']],
    ['TrichYeu', 14, ['<w:b/>']],
    ['NoiNhan', 12, ['<w:b/>', '<w:i/>']],
    ['NoiNhanDong', 11, []],
    ['QuyenHan', 14, ['<w:b/>', '<w:keepNext/>']],
    ['NguoiKy', 14, ['<w:b/>']],
    ['TenPhuLuc', 14, ['<w:b/>']],
    ['KemTheo', 14, ['<w:i/>']],
  ])('style %s: %d points', (id, points, wanted) => {
    for (const one of [`<w:sz w:val="${2 * points}"/>`, ...wanted]) expect(styleOf(id)).toContain(one);
  });
});

describe('tables', () => {
  const rowsWith = (text: string) => body.split(/(?=<w:tr>)/).filter((row) => row.includes(text));
  it.each(['Kết quả thống kê', 'Đơn vị tính'])('the heading row with “%s” is repeated on each page', (text) => {
    expect(rowsWith(text)).toEqual([expect.stringContaining('<w:tblHeader/>')]);
  });
  it('no other row is', () => {
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  });
  it('no row breaks across pages, the signatures least of all', () => {
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(body.match(/<w:tr>/g)?.length ?? 0);
    expect(rowsWith('Lê Văn Thành')[0]).toContain('<w:cantSplit/>');
  });
});

describe('the mark of a draft', () => {
  const MARK = 'BẢN NHÁP – CHƯA PHÁT HÀNH';
  const draft = unpacked(written({ draft: true }));
  it.each(['first', 'default'])('stands on %s pages of a draft only', (kind) => {
    expect(headerOf(kind, draft)).toContain(MARK);
    expect(Object.values(report).join('')).not.toContain(MARK);
  });
  it('takes no place in a final: its pages have the number alone, and every header a paragraph', () => {
    expect(headerOf('default').match(/<w:p[ >]/g)).toHaveLength(1);
    expect(headerOf('first').match(/<w:p[ >]/g)).toHaveLength(1);
  });
});
