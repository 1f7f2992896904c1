// The level above in the pane: sheets of the workbook, files sent in, and what is written of them.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Grid, ownSheetId } from '../../core/index.ts';
import { annexWorkbook, THREE_COMMUNES } from '../core/annexes.ts';
import { gridOf, workbookOf } from '../core/workbooks.ts';
import {
  chooseReports,
  chooseRoster,
  communeFile,
  consolidate,
  ROSTER,
  SENT,
  toConsolidation,
  writeTotals,
} from './bringTogether.ts';
import { button, EXAMPLE } from './states.ts';
import { paneForTests } from './withPane.ts';

const withPane = paneForTests();

function sheets(page: Page): Promise<readonly Grid[]> {
  return page.evaluate(() => window.steering.workbook().sheets);
}

/** The row of "Tổng hợp" by its code: total, communes with and without, then the communes. */
async function totalRow(page: Page, code: string): Promise<readonly unknown[]> {
  const total = (await sheets(page)).find((grid) => ownSheetId(grid) === 'consolidated');
  const row = total?.cells.find(([first]) => first === code) ?? [];
  return [row[3], row[6], row[7], ...row.slice(9)];
}

const EMPTY = workbookOf(gridOf('Sổ tay', [['việc', 1]]));

describe('sheets of the workbook', () => {
  it('are offered where there are several, and found in the menu where there are not', async () => {
    await withPane(THREE_COMMUNES, async (page) => {
      await toConsolidation(page);
      expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(3);
    });
    await withPane(EXAMPLE, async (page) => {
      await button(page, 'Kiểm tra số liệu').waitFor();
      expect(await button(page, 'Tổng hợp').count()).toBe(0);
      await page.locator('.menu summary').click();
      await button(page, 'Tổng hợp nhiều báo cáo…').click();
      await page.getByText('Trang tính có Phụ lục 01b trong tệp này').waitFor();
      expect(await page.locator('.menu').getAttribute('open')).toBeNull();
      expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
      await page.locator('main').getByRole('button', { name: 'Tổng hợp', exact: true }).click();
      await page.getByText('Chưa chọn trang tính hoặc tệp nào để tổng hợp.').waitFor();
    });
  });

  it('are added up; the planted fault is told with its cell; every number leads to its cell', () =>
    withPane(THREE_COMMUNES, async (page) => {
      await toConsolidation(page);
      await consolidate(page);
      const summary = page.locator('.card [role="status"]');
      expect(await summary.innerText()).toBe(
        'Kỳ báo cáo: 6 tháng đầu năm 2024. Đã cộng 3 báo cáo. Các báo cáo đọc được còn 1 lỗi chưa giải trình.',
      );
      await expect.poll(() => summary.evaluate((one) => one === document.activeElement)).toBe(true);
      await page.getByText('UBND xã Bình: 1 lỗi').click();
      await button(page, 'Đến ô Bình!D45').click();
      expect(await page.evaluate(() => window.steering.revealed())).toBe('Bình!44,3');
      await page.getByText('Số liệu từng dòng').click();
      const row = page.locator('.row', { hasText: '1.1.3. ' });
      expect(await row.locator('summary').innerText()).toMatch(/ 8 thiếu số liệu của 1 đơn vị$/);
      await row.locator('summary').click();
      await row.getByRole('button', { name: 'Đến ô An!D13' }).click();
      expect(await page.evaluate(() => window.steering.revealed())).toBe('An!12,3');
      expect((await row.locator('dd').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
        '3 Đến ô An!D13',
        '5 Đến ô Bình!D13',
        'trống Đến ô Cát!D13',
      ]);
    }));

  it('are written as they stand now, once, and again in place', () =>
    withPane(THREE_COMMUNES, async (page) => {
      await toConsolidation(page);
      await consolidate(page);
      await writeTotals(page);
      expect(await totalRow(page, '1.1.3')).toEqual([8, 2, 1, 3, 5, null]);
      const names = ['An', 'Bình', 'Cát', 'Tổng hợp', 'Tình hình nộp báo cáo', 'Lỗi và số khác thường'];
      expect((await sheets(page)).map(({ name }) => name)).toEqual(names);
      await page.evaluate(() => window.steering.edit('Cát', 12, 3, 2));
      await writeTotals(page);
      expect(await totalRow(page, '1.1.3')).toEqual([10, 3, 0, 3, 5, 2]);
      expect((await sheets(page)).map(({ name }) => name)).toEqual(names);
      // What was brought together stays while another view is looked at.
      await button(page, 'Số liệu').click();
      await button(page, 'Tổng hợp').click();
      await button(page, 'Ghi bảng tổng hợp vào tệp này').waitFor();
    }));

  it('of another period are told apart, and chosen by their period', () => {
    const workbook = annexWorkbook(
      { sheet: 'An', unit: 'UBND xã An' },
      { sheet: 'Bình', unit: 'UBND xã Bình' },
      { sheet: 'An quý I', unit: 'UBND xã An', period: 'quý I năm 2024' },
    );
    return withPane(workbook, async (page) => {
      await toConsolidation(page);
      await consolidate(page);
      await page.getByText('Đã cộng 2 báo cáo; 1 khác kỳ báo cáo').waitFor();
      await page.locator('main select').selectOption('quý I năm 2024');
      await page.getByText('Kỳ báo cáo: quý I năm 2024. Đã cộng 1 báo cáo; 2 khác kỳ báo cáo').waitFor();
    });
  });

  it('a refusal says why, and nothing is written', () =>
    withPane(THREE_COMMUNES, async (page) => {
      await toConsolidation(page);
      await consolidate(page);
      await page.evaluate(() => window.steering.refuse('protected'));
      await button(page, 'Ghi bảng tổng hợp vào tệp này').click();
      await page.locator('.notice.bad').waitFor();
      expect(await sheets(page)).toHaveLength(3);
    }));
});

describe('files sent in', () => {
  it('are judged against the roster; one that is broken stops nothing; what comes of them is saved', () =>
    withPane(EMPTY, async (page) => {
      await toConsolidation(page);
      await chooseReports(page, SENT);
      await chooseRoster(page, ROSTER);
      await page.getByText('Danh sách “danh-sach.csv”: 11 đơn vị.').waitFor();
      await consolidate(page);
      await page
        .getByText('Đã cộng 9 báo cáo; 2 chưa nộp; 1 nộp trùng; 1 khác kỳ báo cáo; 1 không đọc được tệp.')
        .waitFor();
      const cases = await page.locator('.case').allInnerTexts();
      expect(cases.map((text) => text.split(/\n+/).slice(0, 3).join(' | ')).slice(0, 5)).toEqual([
        '✖ hong | Không đọc được tệp | hong.xlsx',
        '● Phường 1 | Nộp trùng, số liệu như nhau; chỉ cộng một bản | xa-cat-2.xlsx · Phụ lục 01b',
        '✖ Xã Cát | Chưa nộp | Đôn đốc đơn vị gửi Phụ lục 01b của kỳ này.',
        '✖ Xã Cát | Khác kỳ báo cáo, chưa cộng | xa-cat.xlsx · Phụ lục 01b',
        '✖ Xã Dương | Chưa nộp | Đôn đốc đơn vị gửi Phụ lục 01b của kỳ này.',
      ]);
      const shares = page.locator('figure', { hasText: 'Tỷ lệ hồ sơ tiếp nhận trực tuyến của từng đơn vị' });
      expect(await shares.locator('dd').last().innerText()).toBe('10,12% (50/494)');
      const widths = await shares
        .locator('.bar')
        .evaluateAll((bars) => bars.map((bar) => (100 * (bar.firstElementChild?.clientWidth ?? 0)) / bar.clientWidth));
      expect(widths.map(Math.round)).toEqual([...Array(8).fill(91), 10]);
      await button(page, 'Lưu thành tệp .xlsx mới').click();
      await page.getByText('Đã tải “Tổng hợp Phụ lục 01b 6 tháng đầu năm 2024.xlsx”.').waitFor();
      expect((await page.evaluate(() => window.steering.saved())).map(({ name }) => name)).toEqual([
        'Tổng hợp Phụ lục 01b 6 tháng đầu năm 2024.xlsx',
      ]);
      await page.evaluate(() => window.steering.refuseDownloads());
      await button(page, 'Lưu thành tệp .xlsx mới').click();
      await page.getByText('Ở đây không tải tệp về được.').waitFor();
      await writeTotals(page);
      expect((await sheets(page)).map(({ name }) => name)).toEqual([
        'Sổ tay',
        'Tổng hợp',
        'Tình hình nộp báo cáo',
        'Lỗi và số khác thường',
      ]);
    }));

  it('chosen twice count once; others of the same name are told apart; both with the sheets of the workbook', () =>
    withPane(THREE_COMMUNES, async (page) => {
      await toConsolidation(page);
      const one = communeFile('phu-luc.xlsx', { unit: 'UBND xã Dương' });
      const other = communeFile('phu-luc.xlsx', { unit: 'UBND phường Mười Bốn', figures: { '1.1.3': 7 } });
      await chooseReports(page, [one]);
      await chooseReports(page, [other]);
      await page.getByText('Đã chọn 2 tệp.').waitFor();
      await page.getByLabel('Cát').uncheck();
      await consolidate(page);
      await page.getByText('Đã cộng 4 báo cáo').waitFor();
      expect(await button(page, 'Lưu thành tệp .xlsx mới').count()).toBe(0);
      await writeTotals(page);
      const total = (await sheets(page)).find((grid) => ownSheetId(grid) === 'consolidated');
      expect(total?.cells[5]?.slice(9).filter((cell) => cell !== 'cchc:consolidated')).toEqual([
        'phu-luc (2).xlsx · Phụ lục 01b',
        'Tệp này · An',
        'Tệp này · Bình',
        'phu-luc.xlsx · Phụ lục 01b',
      ]);
    }));

  it('none that can be counted: said, and nothing to write', () =>
    withPane(EMPTY, async (page) => {
      await toConsolidation(page);
      await chooseReports(page, SENT.slice(-1));
      await consolidate(page);
      await page.getByText('Không có báo cáo nào cộng được').waitFor();
      expect(await button(page, 'Ghi bảng tổng hợp vào tệp này').count()).toBe(0);
    }));

  it('can be stopped while they are read, and what was chosen stays', () =>
    withPane(EMPTY, async (page) => {
      await toConsolidation(page);
      await page.evaluate(() => window.steering.slowFiles(2_000));
      await chooseReports(page, SENT);
      await page.locator('main').getByRole('button', { name: 'Tổng hợp', exact: true }).click();
      await page.getByText('Đang đọc báo cáo 1/12…').waitFor();
      await button(page, 'Dừng').click();
      await page.getByText('Đã dừng, chưa tổng hợp.').waitFor();
      await page.getByText('Đã chọn 12 tệp.').waitFor();
      expect(await sheets(page)).toHaveLength(1);
    }));
});
