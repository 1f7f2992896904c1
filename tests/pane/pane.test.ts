// The pane in a real browser, state by state, as an official meets it.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cellAt, ownSheetId } from '../../core/index.ts';
import { gridOf, situationWorkbook, workbookOf } from '../core/workbooks.ts';
import { ANNEX, button, check, compare, EXAMPLE, REPORT, toCompare, toText } from './states.ts';
import { paneForTests } from './withPane.ts';

const withPane = paneForTests();

function filter(page: Page, name: string): Promise<void> {
  return page.locator('.filters button', { hasText: name }).click();
}

function counts(page: Page): Promise<readonly string[]> {
  return page.locator('.filters b').allTextContents();
}

function cell(page: Page, row: number, column: number): Promise<unknown> {
  return page.evaluate(
    ([sheet, r, c]) => window.steering.workbook().sheets.find(({ name }) => name === sheet)?.cells[r]?.[c],
    [ANNEX, row, column] as const,
  );
}

/** The row of 3.5 "04" on the example's sheet. */
const APOLOGIES = { row: 60, column: 3 };

describe('the cells of a finding', () => {
  it('say what stands in them: a code, words, or nothing', () =>
    withPane(situationWorkbook({ twice: ['3.1.1'], figures: { '2.1': null, '3.5': 'bốn vụ' } }), async (page) => {
      await check(page);
      const cells = async (finding: string) => {
        await page.locator('.head', { hasText: finding }).click();
        return page.locator('.entry:has([aria-expanded="true"]) .cells').innerText();
      };
      expect(await cells('xuất hiện 2 lần')).toMatch(/A34\s+3\.1\.1\s+.*A35\s+3\.1\.1$/s);
      expect(await cells('chưa ghi số')).toMatch(/trống$/);
      expect(await cells('bốn vụ')).toMatch(/bốn vụ$/);
    }));
});

describe('from the first look to the results', () => {
  it('says what it is, once', () =>
    withPane(
      EXAMPLE,
      async (page) => {
        expect(await page.locator('main').innerText()).toContain('Số liệu chỉ nằm trong tệp này, không gửi đi đâu.');
        await button(page, 'Bắt đầu').click();
        await button(page, 'Kiểm tra số liệu').waitFor();
        await page.reload();
        await button(page, 'Kiểm tra số liệu').waitFor();
      },
      { started: false },
    ));

  it('tells what it recognised, and what is missing', async () => {
    await withPane(EXAMPLE, async (page) => {
      await button(page, 'Kiểm tra số liệu').waitFor();
      const text = await page.locator('main').innerText();
      expect(text).toContain('UBND xã Hoằng Hợp');
      expect(text).toContain('6 tháng đầu năm 2024');
      expect(text).toContain('Đã nhận ra Phụ lục 01b, đủ 80 dòng; 60 dòng phải ghi số, đã ghi 60.');
    });
    await withPane(situationWorkbook({ figures: { '2.1': null, '2.2': null } }), async (page) => {
      await button(page, 'Kiểm tra số liệu').waitFor();
      expect(await page.locator('main').innerText()).toContain(
        'Đã nhận ra Phụ lục 01b: đủ 80 dòng, còn 2 ô chưa ghi số.',
      );
    });
  });

  it('finds on the example what the command line finds', () =>
    withPane(EXAMPLE, async (page) => {
      await check(page);
      expect(await counts(page)).toEqual(['3', '7', '1', '0']);
      expect(await page.locator('.head .place').allTextContents()).toEqual([
        '▲Cảnh báo · Mục 1.1.1 · ô D11',
        '●Gợi ý · Mục 1.4.1 · ô D23',
        '▲Cảnh báo · Mục 3.1.1 · ô D34',
        '✖Lỗi · Mục 3.2.6 · ô D43',
        '✖Lỗi · Mục 3.3.1 · ô D45',
        '✖Lỗi · Mục 3.3.2 · ô D50',
        '▲Cảnh báo · Mục 3.3.2 · ô D50',
        '▲Cảnh báo · Mục 3.4.1 · ô D58',
        '▲Cảnh báo · Mục 3.5 · ô D61',
        '▲Cảnh báo · Mục 3.5 · ô D61',
        '▲Cảnh báo · Mục 7.2.3 · ô D80',
      ]);
      // What the results say is said to screen readers too.
      const said = await page.getByRole('status').allTextContents();
      expect(said).toContain('Đã kiểm tra xong: 3 lỗi, 7 cảnh báo, 1 gợi ý, 0 quy tắc chưa đủ số liệu.');
    }));

  it('filters by severity and groups by section or severity', () =>
    withPane(EXAMPLE, async (page) => {
      await check(page);
      expect(await page.locator('.list h3').allTextContents()).toEqual([
        '1. Công tác chỉ đạo, điều hành CCHC',
        '3. Cải cách thủ tục hành chính',
        '7. Xây dựng và phát triển Chính quyền điện tử',
      ]);
      await button(page, 'mức độ').click();
      expect(await page.locator('.list h3').allTextContents()).toEqual(['Lỗi', 'Cảnh báo', 'Gợi ý']);
      await filter(page, 'Lỗi');
      expect(await page.locator('.entry').count()).toBe(3);
      await filter(page, 'Chưa đủ số liệu');
      expect(await page.locator('.list').innerText()).toBe('Không có mục nào ở bộ lọc này.');
      await filter(page, 'Chưa đủ số liệu');
      expect(await page.locator('.entry').count()).toBe(11);
    }));

  it('tells many blanks together, and which rules lack a figure', () =>
    withPane(situationWorkbook({ figures: Object.fromEntries(BLANK.map((key) => [key, null])) }), async (page) => {
      await check(page);
      const blanks = page.locator('.entry', { hasText: `${BLANK.length} ô chưa ghi số.` });
      await blanks.locator('.head').click();
      await expect.poll(() => blanks.locator('button.cell').count()).toBe(BLANK.length);
      await filter(page, 'Chưa đủ số liệu');
      expect(await page.locator('.entry').first().innerText()).toContain('Chưa so được quy tắc');
    }));
});

const BLANK = ['3.3.1', '3.3.1.a', '3.3.1.b', '3.3.1.c', '3.3.1.d', '3.3.2'] as const;

describe('a finding', () => {
  it('shows both sides, the difference in words, its cells and what to do', () =>
    withPane(EXAMPLE, async (page) => {
      await check(page);
      await button(page, /Mục 3\.3\.1 · ô D45/).click();
      const detail = page.locator('.detail');
      expect((await detail.locator('.sides').innerText()).replace(/\s+/g, ' ')).toBe(
        'Ghi 494 Đối chiếu 498 Lệch −4 ít hơn 4',
      );
      expect(await detail.locator('button.cell').allTextContents()).toEqual([
        'Đến ô D45494',
        'Đến ô D4645',
        'Đến ô D475',
        'Đến ô D48269',
        'Đến ô D49179',
      ]);
      expect(await detail.innerText()).toMatch(
        /Cần làm: Đối chiếu cả năm ô[\s\S]*Nếu số đúng: Ghi số hồ sơ[\s\S]*Căn cứ:/,
      );
      await detail.getByRole('button', { name: /^Đến ô D48/ }).click();
      expect(await page.evaluate(() => window.steering.revealed())).toBe(`${ANNEX}!47,3`);
    }));

  it('is walked to by keyboard: F8, arrows, Enter, Escape', () =>
    withPane(EXAMPLE, async (page) => {
      await check(page);
      const open = () => page.locator('.head[aria-expanded="true"] .place').allTextContents();
      const focused = () => page.evaluate(() => document.activeElement?.querySelector('.place')?.textContent);
      await page.keyboard.press('F8');
      await page.keyboard.press('F8');
      expect(await open()).toEqual(['●Gợi ý · Mục 1.4.1 · ô D23']);
      await page.keyboard.press('Shift+F8');
      await page.keyboard.press('Shift+F8');
      await expect.poll(focused).toBe('▲Cảnh báo · Mục 7.2.3 · ô D80');
      expect(await page.evaluate(() => window.steering.revealed())).toBe('');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => window.steering.revealed())).toBe(`${ANNEX}!79,3`);
      await page.keyboard.press('ArrowUp');
      expect(await focused()).toBe('▲Cảnh báo · Mục 3.5 · ô D61');
      await page.keyboard.press('Home');
      expect(await focused()).toBe('▲Cảnh báo · Mục 1.1.1 · ô D11');
      await page.keyboard.press('Escape');
      expect(await open()).toEqual([]);
    }));

  it('stays open after another check', () =>
    withPane(EXAMPLE, async (page) => {
      await check(page);
      await button(page, /Mục 3\.3\.1 · ô D45/).click();
      await page.evaluate((sheet) => window.steering.edit(sheet, 45, 3, 46), ANNEX);
      await page.getByText('Số liệu đã thay đổi sau lần kiểm tra lúc 10 giờ 42.').waitFor();
      await button(page, 'Kiểm tra lại').click();
      await page.locator('.banner').waitFor({ state: 'detached' });
      expect(await page.locator('.head[aria-expanded="true"]').innerText()).toContain('46 + 5 + 269 + 179 = 499');
    }));
});

describe('a quick fix', () => {
  it('is shown, done and taken back', () =>
    withPane(EXAMPLE, async (page) => {
      await check(page);
      await button(page, /“04” ở dạng chữ/).click();
      await button(page, 'Sửa nhanh…').click();
      expect(await page.locator('.fix li').allTextContents()).toEqual(['Ô D61: “04” (dạng chữ) → 4 (dạng số)']);
      await button(page, 'Không sửa').click();
      expect(await cell(page, APOLOGIES.row, APOLOGIES.column)).toBe('04');
      await button(page, 'Sửa nhanh…').click();
      await button(page, 'Sửa').click();
      await page.getByText('Đã sửa 1 ô.').waitFor();
      expect(await cell(page, APOLOGIES.row, APOLOGIES.column)).toBe(4);
      await expect.poll(() => counts(page)).toEqual(['3', '6', '1', '0']);
      await button(page, 'Hoàn tác').click();
      await page.getByText('Đã trả lại 1 ô như trước khi sửa.').waitFor();
      expect(await cell(page, APOLOGIES.row, APOLOGIES.column)).toBe('04');
      await expect.poll(() => counts(page)).toEqual(['3', '7', '1', '0']);
    }));

  it('is refused when the cell has changed meanwhile', () =>
    withPane(EXAMPLE, async (page) => {
      await check(page);
      await button(page, /“04” ở dạng chữ/).click();
      await button(page, 'Sửa nhanh…').click();
      await page.evaluate(([sheet, at]) => window.steering.edit(sheet, at.row, at.column, '05'), [
        ANNEX,
        APOLOGIES,
      ] as const);
      await button(page, 'Sửa').click();
      await page.getByText('Ô D61 đã đổi, chưa sửa gì. Kiểm tra lại.').waitFor();
      expect(await cell(page, APOLOGIES.row, APOLOGIES.column)).toBe('05');
    }));

  it('corrects all at once', () =>
    withPane(situationWorkbook({ figures: { '2.1': '03', '2.2': '07' } }), async (page) => {
      await check(page);
      await button(page, 'Sửa nhanh 2 ô…').click();
      await button(page, 'Sửa 2 ô').click();
      await page.getByText('Đã sửa 2 ô.').waitFor();
      expect(await page.getByText('dạng chữ').count()).toBe(0);
    }));
});

describe('marks and sheets', () => {
  it('are made and taken off only when asked for', () =>
    withPane(EXAMPLE, async (page) => {
      await check(page);
      expect(await page.evaluate(() => window.steering.marks())).toEqual({});
      await button(page, 'Đánh dấu ô cần xem').click();
      await page.getByText('Đã đánh dấu 9 ô cần xem.').waitFor();
      await button(page, 'Bỏ đánh dấu').click();
      await page.getByText('Đã bỏ đánh dấu.').waitFor();
      expect(await page.evaluate((sheet) => Reflect.get(Object(window.steering.marks()), sheet), ANNEX)).toEqual({
        error: [],
        warning: [],
        info: [],
      });
      await button(page, 'Xuất phiếu kiểm tra số liệu').click();
      await page.getByText('Đã ghi trang tính “Phiếu kiểm tra số liệu”').waitFor();
      const names = await page.evaluate(() => window.steering.workbook().sheets.map(({ name }) => name));
      expect(names).toEqual(expect.arrayContaining(['Phiếu kiểm tra số liệu', 'Tỷ lệ tính từ Phụ lục']));
    }));

  it.each([
    ['protected', 'Trang tính đang được bảo vệ, chưa ghi gì.'],
    ['busy', 'Một ô đang gõ dở hoặc người khác đang ghi, chưa ghi gì.'],
    ['sheet-missing', 'Trang tính đã bị đổi tên hoặc xóa, chưa ghi gì.'],
    ['failed', 'Chưa ghi được vào bảng; bảng vẫn như cũ.'],
    ['interrupted', 'Đang ghi thì bị ngắt, có thể đã ghi dở. Hãy xem lại bảng.'],
  ] as const)('a refusal (%s) is one sentence', (code, sentence) =>
    withPane(EXAMPLE, async (page) => {
      await check(page);
      await page.evaluate((refusal) => window.steering.refuse(refusal), code);
      await button(page, 'Đánh dấu ô cần xem').click();
      await page.getByText(sentence).waitFor();
      expect(await page.evaluate(() => window.steering.marks())).toEqual({});
    }),
  );
});

describe('changes and failures', () => {
  it('follows edits by itself where that is wished', () =>
    withPane(EXAMPLE, async (page) => {
      await check(page);
      await page.getByLabel('Tự động kiểm tra lại khi sửa số').check();
      await page.evaluate(([sheet, at]) => window.steering.edit(sheet, at.row, at.column, 4), [
        ANNEX,
        APOLOGIES,
      ] as const);
      await expect.poll(() => counts(page)).toEqual(['3', '6', '1', '0']);
    }));

  it('says that a cell is being typed, and tries again', () =>
    withPane(EXAMPLE, async (page) => {
      await button(page, 'Kiểm tra số liệu').waitFor();
      await page.evaluate(() => {
        window.steering.fail('busy');
        window.steering.pane.reset();
      });
      await page.getByText('Chưa đọc được trang tính. Có thể một ô đang gõ dở').waitFor();
      await button(page, 'Thử lại').click();
      await button(page, 'Kiểm tra số liệu').waitFor();
    }));

  it('shows a bar for a long read, and stops it', () =>
    withPane(EXAMPLE, async (page) => {
      await button(page, 'Kiểm tra số liệu').waitFor();
      await page.evaluate(() => window.steering.slow(6000));
      await button(page, 'Kiểm tra số liệu').click();
      await page.getByText(/Đang đọc [\d.]+\/20\.000 ô…/).waitFor();
      await button(page, 'Dừng').click();
      await page.getByText('Đã dừng. Bảng không bị thay đổi.').waitFor();
      expect(await page.getByRole('progressbar').count()).toBe(0);
    }));

  it('finds no annex: another sheet may be chosen, or a new form made', () =>
    withPane(workbookOf(gridOf('Sổ tay', [['việc', 1]])), async (page) => {
      await page.getByText('Chưa thấy Phụ lục 01b trong tệp này.').waitFor();
      await button(page, 'Xem trang này').click();
      await page.getByText('Trang tính “Sổ tay” không có Phụ lục 01b.').waitFor();
      await button(page, 'Tạo bảng mới theo mẫu').click();
      await page.getByText('Đã nhận ra Phụ lục 01b: đủ 80 dòng, còn 60 ô chưa ghi số.').waitFor();
    }));

  it('makes a new form beside the sheet of what it lacks, where that is there already', () => {
    const [, info] = situationWorkbook({ inputs: { K: 4 } }).sheets;
    if (!info) throw new Error('no sheet of inputs');
    return withPane(workbookOf(gridOf('Sổ tay', [['việc', 1]]), info), async (page) => {
      await button(page, 'Tạo bảng mới theo mẫu').click();
      await page.getByText('Đã nhận ra Phụ lục 01b: đủ 80 dòng, còn 60 ô chưa ghi số.').waitFor();
      const sheets = await page.evaluate(() => window.steering.workbook().sheets);
      expect(sheets.map(({ name }) => name)).toEqual(['Sổ tay', info.name, 'Phụ lục 01b']);
      expect(sheets[1]).toEqual(info);
    });
  });

  it('says so when nothing is wrong, and what that does not mean', () =>
    withPane(situationWorkbook({}), async (page) => {
      await check(page);
      const good = await page.locator('.card.good').innerText();
      expect(good).toMatch(/^Không còn lỗi\. Đã đối chiếu \d+ quy tắc/);
      expect(await page.locator('main').innerText()).toContain('không thay việc đối chiếu với hồ sơ gốc');
      await button(page, 'Soạn lời văn').click();
      await page.getByText('Sẽ ghi').waitFor();
    }));
});

describe('the text', () => {
  it('is shown before it is written, a draft as long as errors are left', () =>
    withPane(EXAMPLE, async (page) => {
      await toText(page);
      const summary = await page.locator('.card').innerText();
      expect(summary).toContain('Sẽ ghi 27 đoạn: 27 đoạn mới. Chưa soạn 3 đoạn');
      expect(summary).toContain('Còn 3 lỗi chưa sửa, chưa giải trình: lời văn chỉ là bản nháp');
      await button(page, 'đoạn cần xem').click();
      expect(await page.locator('.paragraph').count()).toBeGreaterThan(0);
      expect(await page.locator('.paragraph.withheld').count()).toBe(5);
      expect(await page.locator('.paragraph.withheld .advice').count()).toBeGreaterThanOrEqual(5);
    }));

  it('says of each number where it comes from, and goes there', () =>
    withPane(situationWorkbook({}), async (page) => {
      await toText(page);
      const rate = page.locator('.number', { hasText: '%' }).first();
      await rate.focus();
      await page.keyboard.press('Enter');
      const source = page.locator('.source');
      expect((await source.locator('p').first().innerText()).replace(/\u00a0/g, ' ')).toMatch(
        /^[\d,]+% = .+ : .+ · (các ô D\d+(, D\d+)+|ô D\d+)$/,
      );
      await source
        .getByRole('button', { name: /^Đến ô/ })
        .first()
        .click();
      expect(await page.evaluate(() => window.steering.revealed())).toMatch(/!\d+,3$/);
      await page.keyboard.press('Escape');
      expect(await source.count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('number');
    }));

  it('is written, keeps an edited sentence and renews its number', () =>
    withPane(situationWorkbook({}), async (page) => {
      await toText(page);
      await button(page, 'Ghi vào trang “Lời văn báo cáo”').click();
      await page.getByText('Đã ghi trang tính “Lời văn báo cáo”.').waitFor();
      const written = await directions(page);
      expect(written.text).toBe('UBND xã đã ban hành 16 văn bản chỉ đạo, triển khai công tác CCHC.');
      const edited = 'Trong kỳ, xã ban hành được 16 văn bản chỉ đạo CCHC.';
      await page.evaluate(([row, text]) => window.steering.edit('Lời văn báo cáo', row, 1, text), [
        written.row,
        edited,
      ] as const);
      // 1.1.3, the directions issued, is in row 13.
      await page.evaluate((sheet) => window.steering.edit(sheet, 12, 3, 17), ANNEX);
      await page.getByText('Số liệu đã thay đổi').waitFor();
      await button(page, 'Ghi vào trang “Lời văn báo cáo”').click();
      await expect.poll(async () => (await directions(page)).text).toBe(edited.replace('16', '17'));
      await page.locator('.paragraph.kept', { hasText: 'xã ban hành được 17 văn bản' }).waitFor();
    }));

  it('is copied by hand where the clipboard is closed', () =>
    withPane(EXAMPLE, async (page) => {
      await toText(page);
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
      });
      await button(page, 'Sao chép').click();
      const box = page.getByLabel('Nhấn Ctrl + C để sao chép đoạn chữ đang chọn.');
      expect(await box.inputValue()).toContain('CÔNG TÁC CHỈ ĐẠO');
    }));

  it('goes into a Word file, and says so where files cannot be saved', () =>
    withPane(EXAMPLE, async (page) => {
      await toText(page);
      await button(page, 'Tải tệp Word').click();
      await page.getByText('Đã tải “Báo cáo CCHC UBND xã Hoằng Hợp 6 tháng đầu năm 2024.docx”.').waitFor();
      const [saved] = await page.evaluate(() => window.steering.saved());
      expect(saved?.size).toBeGreaterThan(5000);
      await page.evaluate(() => window.steering.refuseDownloads());
      await button(page, 'Tải tệp Word').click();
      await page.getByText('Ở đây không tải tệp về được.').waitFor();
    }));
});

describe('comparing a text', () => {
  it('tells what agrees, what differs and what has nothing to be compared with', () =>
    withPane(EXAMPLE, async (page) => {
      await toCompare(page);
      await page.getByLabel('Lời văn cần đối chiếu').fill(REPORT);
      await compare(page);
      await page.getByText('Đã đối chiếu xong: 21 số khớp, 12 số lệch, 55 số chưa đối chiếu được.').waitFor();
      const difference = page.locator('.entry', { hasText: '19. Lệch +2' });
      await difference.locator('.head').click();
      expect(await page.evaluate(() => window.steering.revealed())).toBe(`${ANNEX}!11,3`);
      await button(page, 'Khớp 21').click();
      expect(await page.locator('.claims li').count()).toBe(21);
    }));

  it('reads a file, and says what it cannot read', () =>
    withPane(EXAMPLE, async (page) => {
      await toCompare(page);
      await compare(page);
      await page.getByText('Chưa có lời văn để đối chiếu.').waitFor();
      const input = page.locator('input[type="file"]');
      await input.setInputFiles({ name: 'bao-cao.docx', mimeType: '', buffer: Buffer.from('PK') });
      await page.getByText('Tệp bị hỏng').waitFor();
      await input.setInputFiles({ name: 'bao-cao.txt', mimeType: '', buffer: Buffer.from(REPORT) });
      await page.getByText('Đã đọc “bao-cao.txt”').waitFor();
      await compare(page);
      await page.getByText('Đã đối chiếu xong: 21 số khớp').waitFor();
    }));
});

/** The paragraph on directions as it stands on "Lời văn báo cáo", plain spaces for those that do not break. */
async function directions(page: Page): Promise<{ readonly row: number; readonly text: string }> {
  const workbook = await page.evaluate(() => window.steering.workbook());
  const grid = workbook.sheets.find((sheet) => ownSheetId(sheet) === 'narrative');
  const texts = (grid?.cells ?? []).map((_, row) => String(grid ? cellAt(grid, row, 1) : '').replaceAll('\u00a0', ' '));
  const row = texts.findIndex((text) => text.includes('văn bản chỉ đạo'));
  return { row, text: texts[row] ?? '' };
}
