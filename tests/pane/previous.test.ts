// The earlier period in the pane: found in the workbook, given as a file, or not compared at all.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { annexGrid } from '../core/periods.ts';
import { workbookOf } from '../core/workbooks.ts';
import {
  button,
  check,
  compare,
  earlierFile,
  openEarlier,
  QUARTER,
  toCompare,
  toText,
  WITH_QUARTER,
} from './states.ts';
import { paneForTests } from './withPane.ts';

const withPane = paneForTests();

const ALONE = workbookOf(annexGrid());
const LAST_YEAR = {
  period: '6 tháng đầu năm 2023',
  figures: { '3.3.1': 412, '3.3.1.a': 62, '3.3.1.b': 0, '3.3.1.c': 200, '3.3.1.d': 150 },
} as const;

function summary(page: Page): Promise<string> {
  return page.locator('.earlier summary').innerText();
}

async function choose(page: Page, file: ReturnType<typeof earlierFile>): Promise<void> {
  await openEarlier(page);
  await page.locator('.earlier input').setInputFiles(file);
}

describe('on another sheet', () => {
  it('is found, its findings are shown, and its cells can be gone to', () =>
    withPane(WITH_QUARTER, async (page) => {
      await check(page);
      expect(await summary(page)).toBe('Kỳ trước: quý I năm 2024 (trang tính “Quý I”)');
      await button(page, /Mục 2\.1 · ô D27/).click();
      const detail = page.locator('.detail');
      await detail.getByRole('button', { name: 'Quý I!D27' }).click();
      expect(await page.evaluate(() => window.steering.revealed())).toBe('Quý I!26,3');
    }));
  it('an edit there is noticed', () =>
    withPane(WITH_QUARTER, async (page) => {
      await check(page);
      await page.evaluate((sheet) => window.steering.edit(sheet, 26, 3, 0), QUARTER);
      await page.getByText('Số liệu đã thay đổi').waitFor();
      await button(page, 'Kiểm tra lại').click();
      await button(page, /Mục 2\.1 · ô D27/).waitFor({ state: 'detached' });
    }));
  it('is left out when the official says so, and looked for again when they say so', () =>
    withPane(WITH_QUARTER, async (page) => {
      await check(page);
      await openEarlier(page);
      await button(page, 'Không so với kỳ trước').click();
      await expect.poll(() => summary(page)).toBe('Kỳ trước: không so');
      expect(await page.locator('.earlier').innerText()).toContain('Hiện không so số liệu với kỳ trước.');
      expect(await button(page, /Mục 2\.1 · ô D27/).count()).toBe(0);
      await button(page, 'Tìm trong tệp này').click();
      await button(page, /Mục 2\.1 · ô D27/).waitFor();
    }));
});

describe('in another file', () => {
  it('is read here, and its cells are named', () =>
    withPane(ALONE, async (page) => {
      await check(page);
      expect(await summary(page)).toBe('Kỳ trước: không so');
      await choose(page, earlierFile('quy-1.xlsx', { period: 'quý I năm 2024', figures: { '2.1': 3 } }));
      await expect.poll(() => summary(page)).toBe('Kỳ trước: quý I năm 2024 (tệp “quy-1.xlsx”)');
      await button(page, /Mục 2\.1 · ô D27/).click();
      const cells = page.locator('.detail .cells');
      await expect.poll(() => cells.innerText()).toContain('ô D27 của “Phụ lục 01b”, tệp “quy-1.xlsx” 3');
      expect(await cells.getByRole('button').count()).toBe(1);
    }));
  it('before the check too', () =>
    withPane(ALONE, async (page) => {
      await choose(page, earlierFile('6t2023.xlsx', LAST_YEAR));
      await expect.poll(() => summary(page)).toBe('Kỳ trước: 6 tháng đầu năm 2023 (tệp “6t2023.xlsx”)');
      await button(page, 'Kiểm tra số liệu').waitFor();
    }));
  it('one that cannot be compared says why', () =>
    withPane(ALONE, async (page) => {
      await choose(page, earlierFile('9t.xlsx', { period: '9 tháng đầu năm 2024' }));
      await page.getByText('không sớm hơn 6 tháng đầu năm 2024 nên chưa so').waitFor();
      expect(await summary(page)).toBe('Kỳ trước: không so');
    }));
  it('one that cannot be read changes nothing', () =>
    withPane(WITH_QUARTER, async (page) => {
      await choose(page, { name: 'anh.xlsx', mimeType: '', buffer: Buffer.from('không phải bảng tính') });
      await page.getByText('“anh.xlsx”: ').waitFor();
      expect(await summary(page)).toBe('Kỳ trước: quý I năm 2024 (trang tính “Quý I”)');
    }));
});

describe('in the text', () => {
  it('sentences compare with it, and a number says where both figures are', () =>
    withPane(ALONE, async (page) => {
      await choose(page, earlierFile('6t2023.xlsx', LAST_YEAR));
      await expect.poll(() => summary(page)).toContain('6t2023.xlsx');
      await toText(page);
      const paragraph = page.locator('.paragraph', { hasText: 'So với cùng kỳ năm trước, số hồ sơ tiếp nhận tăng 82' });
      await paragraph.getByRole('button', { name: '19,9%' }).click();
      const source = await paragraph.locator('.source').innerText();
      expect(source.replace(/\s+/g, ' ')).toContain(
        '19,9% = (494 − 412) : 412 · ô D45, ô D45 của “Phụ lục 01b”, tệp “6t2023.xlsx”',
      );
    }));
  it('a change that is told is compared', () =>
    withPane(ALONE, async (page) => {
      await choose(page, earlierFile('6t2023.xlsx', LAST_YEAR));
      await expect.poll(() => summary(page)).toContain('6t2023.xlsx');
      await toCompare(page);
      await page
        .getByLabel('Lời văn cần đối chiếu')
        .fill('Tiếp nhận 494 hồ sơ, tăng 90 hồ sơ so với cùng kỳ năm 2023.');
      await compare(page);
      await page.getByText('Đã đối chiếu xong: 1 số khớp, 1 số lệch').waitFor();
      expect(await page.locator('.entry .message').innerText()).toContain('6 tháng đầu năm 2023 là 412, tức tăng 82');
    }));
});

it('another workbook forgets the file', () =>
  withPane(ALONE, async (page) => {
    await choose(page, earlierFile('6t2023.xlsx', LAST_YEAR));
    await expect.poll(() => summary(page)).toContain('6t2023.xlsx');
    await page.evaluate(() => window.steering.pane.reset());
    await expect.poll(() => summary(page)).toBe('Kỳ trước: không so');
  }));
