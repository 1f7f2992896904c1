// An official's first day with the pane: a form that is still empty, news while the list is scrolled, what is theirs to write.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { planNewAnnex } from '../../core/index.ts';
import { gridOfTable, situationWorkbook, workbookOf } from '../core/workbooks.ts';
import { ANNEX, button, check, EXAMPLE, toText } from './states.ts';
import { paneForTests } from './withPane.ts';

const withPane = paneForTests();

const FRESH = workbookOf(...planNewAnnex(workbookOf()).map((form) => gridOfTable(form)));

describe('a form that is still empty', () => {
  it('is not called free of errors, and filling in goes before writing', () =>
    withPane(FRESH, async (page) => {
      await check(page);
      const card = page.locator('.card', { has: button(page, 'Soạn lời văn') });
      expect(await card.innerText()).toMatch(/^Chưa thấy lỗi ở các số đã ghi\. Đã đối chiếu \d+ quy tắc; 60 cảnh báo/);
      expect(await page.locator('.card.good, .card .primary').count()).toBe(0);
    }));

  it('leads to where unit and period are typed, until they are', () =>
    withPane(FRESH, async (page) => {
      const fillIn = button(page, 'Ghi ở “Thông tin báo cáo”');
      await fillIn.click();
      expect(await page.evaluate(() => window.steering.revealed())).toBe('Thông tin báo cáo!4,1');
      await page.evaluate(() => window.steering.edit('Thông tin báo cáo', 4, 1, 'UBND xã Hoằng Hợp'));
      await page.getByText('UBND xã Hoằng Hợp', { exact: true }).waitFor();
      await fillIn.click();
      expect(await page.evaluate(() => window.steering.revealed())).toBe('Thông tin báo cáo!9,1');
      await page.evaluate(() => window.steering.edit('Thông tin báo cáo', 9, 1, 'quý I năm 2024'));
      await page.getByText('quý I năm 2024', { exact: true }).waitFor();
      expect(await fillIn.count()).toBe(0);
    }));
});

/** Whether the whole element is inside the window. */
function inSight(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });
}

describe('news', () => {
  it('is in sight at the end of a long list: what was done, and that the figures have changed', () =>
    withPane(EXAMPLE, async (page) => {
      await check(page);
      await button(page, 'Đánh dấu ô cần xem').scrollIntoViewIfNeeded();
      await button(page, 'Đánh dấu ô cần xem').click();
      await page.getByText('Đã đánh dấu 9 ô cần xem.').waitFor();
      expect(await inSight(page, '.notice')).toBe(true);
      await page.evaluate((sheet) => window.steering.edit(sheet, 60, 3, 5), ANNEX);
      await page.getByText('Số liệu đã thay đổi').waitFor();
      expect(await inSight(page, '.banner')).toBe(true);
      // Not in a window as low as at a zoom of 200 %: there it would cover the list.
      await page.setViewportSize({ width: 320, height: 384 });
      expect(await inSight(page, '.banner')).toBe(false);
    }));

  it('does not cover what is gone to by keyboard', () =>
    withPane(EXAMPLE, async (page) => {
      await check(page);
      await page.evaluate((sheet) => window.steering.edit(sheet, 60, 3, 5), ANNEX);
      await page.getByText('Số liệu đã thay đổi').waitFor();
      await page.keyboard.press('Shift+F8');
      for (let step = 0; step < 5; step++) {
        await page.keyboard.press('Shift+F8');
        await expect.poll(() => page.evaluate(() => document.activeElement?.classList.contains('head'))).toBe(true);
        const [bottom, top] = await page.evaluate(() => [
          document.querySelector('.news')?.getBoundingClientRect().bottom,
          document.activeElement?.getBoundingClientRect().top,
        ]);
        expect(top).toBeGreaterThanOrEqual(bottom ?? Number.NaN);
      }
    }));

  it('of before is gone after another check, save where something can be taken back', () =>
    withPane(EXAMPLE, async (page) => {
      await check(page);
      await button(page, 'Bỏ đánh dấu').click();
      await page.getByText('Đã bỏ đánh dấu.').waitFor();
      await page.evaluate((sheet) => window.steering.edit(sheet, 10, 3, 40), ANNEX);
      await button(page, 'Kiểm tra lại').click();
      await page.locator('.banner').waitFor({ state: 'detached' });
      expect(await page.locator('.notice').count()).toBe(0);
      await button(page, /“04” ở dạng chữ/).click();
      await button(page, 'Sửa nhanh…').click();
      await button(page, 'Sửa').click();
      await button(page, 'Hoàn tác').waitFor();
      await page.evaluate((sheet) => window.steering.edit(sheet, 10, 3, 38), ANNEX);
      await button(page, 'Kiểm tra lại').click();
      await page.locator('.banner').waitFor({ state: 'detached' });
      expect(await button(page, 'Hoàn tác').count()).toBe(1);
    }));
});

it('tells what is the unit’s to write apart from what lacks figures', async () => {
  await withPane(situationWorkbook({}), async (page) => {
    await toText(page);
    const summary = await page.locator('.card').innerText();
    expect(summary).toContain('Còn 2 đoạn để đơn vị tự viết.');
    expect(summary).not.toContain('Chưa soạn');
  });
  await withPane(situationWorkbook({ figures: { '1.1.3': null } }), async (page) => {
    await toText(page);
    expect(await page.locator('.card').innerText()).toContain(
      'Chưa soạn 1 đoạn vì thiếu số liệu hoặc số liệu mâu thuẫn. Còn 2 đoạn để đơn vị tự viết.',
    );
  });
});
