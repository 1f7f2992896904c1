// What LibreOffice makes of a report we have written, where it is installed: its pages and what stands on them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block, ReportDocument } from '../../core/index.ts';
import { temporaryFolder } from '../cli/cchc.ts';
import { convert, hasWriter, runs } from '../programs.ts';
import { written } from './parts.ts';
import { sampleReport } from './sampleReport.ts';

const able = hasWriter() && runs('pdftotext', ['-v']);
if (!able) console.warn('word/secondOpinion.test.ts: no LibreOffice Writer or no pdftotext, its tests are skipped');

const folder = temporaryFolder();
const MARK = 'BẢN NHÁP – CHƯA PHÁT HÀNH';
const HEADING_KINDS: readonly Block['kind'][] = ['section', 'heading', 'subheading'];
const SENTENCE = 'Tập trung nâng cao chất lượng tiếp nhận, giải quyết hồ sơ thủ tục hành chính. ';

/** The sample with more and more to say, so that pages end at ever other places. */
const LONGER = Array.from({ length: 12 }, (_, more): Partial<ReportDocument> => {
  const [first, ...others] = sampleReport().body;
  const filler: Block = { kind: 'paragraph', text: SENTENCE.repeat(4 * more + 1).trim() };
  return { body: [...(first ? [first] : []), filler, ...others] };
});
const REPORTS: readonly Partial<ReportDocument>[] = [{}, { draft: true }, ...LONGER];

/** The lines of a page, without its blank ones. */
type Page = readonly string[];

function pagesOf(pdf: string): readonly Page[] {
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', timeout: 60_000 });
  const pages = text.split('\f').slice(0, -1);
  return pages.map((page) => page.split('\n').flatMap((line) => line.trim() || []));
}

/** Letters alone, in the capitals that some styles show. */
function bare(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '').toUpperCase();
}

describe.skipIf(!able)('LibreOffice', () => {
  let printed: readonly (readonly Page[])[] = [];
  const final = () => printed[0] ?? [];
  const draft = () => printed[1] ?? [];

  beforeAll(() => {
    const output = join(folder, 'out');
    mkdirSync(output);
    const files = REPORTS.map((change, i) => {
      const file = join(folder, `${i}.docx`);
      writeFileSync(file, written(change));
      return file;
    });
    convert(folder, 'pdf', output, files);
    printed = REPORTS.map((_, i) => pagesOf(join(output, `${i}.pdf`)));
  }, 150_000);

  it('has the report on three pages and the annex on four', () => {
    const annex = final().findIndex((page) => page[0]?.startsWith('PHỤ LỤC'));
    expect([annex, final().length - annex]).toEqual([3, 4]);
  });
  it('numbers each from its second page', () => {
    const numbers = final().map(([first = '']) => (/^\d+$/.test(first) ? Number(first) : null));
    expect(numbers).toEqual([null, 2, 3, null, 2, 3, 4]);
  });
  it('says every text', () => {
    const said = bare(
      final()
        .flatMap((page, i) => (i === 0 ? page : page.filter((line) => !/^\d$/.test(line))))
        .join(''),
    );
    for (const { text } of sampleReport().body) expect(said).toContain(bare(text));
    for (const text of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số: 12/BC-UBND', 'Lê Văn Thành']) {
      expect(said).toContain(bare(text));
    }
  });
  it('repeats the heading of the table on every page of the annex', () => {
    for (const page of final().slice(3)) expect(page.join('\n')).toMatch(/Chỉ tiêu thống kê[\s\S]*Số liệu/);
  });
  it('marks every page of a draft, and none of a final', () => {
    for (const page of draft()) expect(page.slice(0, 2)).toContain(MARK);
    expect(final().flat()).not.toContain(MARK);
  });
  it.each(LONGER.map((_, i) => i))('leaves no heading alone, the signature whole and never alone (length %i)', (i) => {
    const pages = printed[i + 2] ?? [];
    expect(pages.length).toBeGreaterThanOrEqual(7);
    const headings = sampleReport()
      .body.filter(({ kind }) => HEADING_KINDS.includes(kind))
      .map(({ text }) => bare(text));
    for (const page of pages) expect(headings).not.toContain(bare(page.at(-1) ?? ''));
    const signed = pages.filter((page) => /Nơi nhận:|TM\. ỦY BAN|Lê Văn Thành|Lưu: VT/.test(page.join('\n')));
    expect(signed).toHaveLength(1);
    expect(signed[0]?.join('\n')).toContain('xem xét, chỉ đạo./.');
  });
});
