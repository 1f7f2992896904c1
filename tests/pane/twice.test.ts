// Buttons pressed twice, as impatient hands do while the workbook is slow to answer: what is asked for is done once.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ANNEX, button, check, EXAMPLE } from './states.ts';
import { paneForTests } from './withPane.ts';

const withPane = paneForTests();

function apologies(page: Page): Promise<unknown> {
  return page.evaluate((sheet) => {
    return window.steering.workbook().sheets.find(({ name }) => name === sheet)?.cells[60]?.[3];
  }, ANNEX);
}

/** Presses twice in a row; gives how many batches that made, once the pane says it is done. */
async function twice(page: Page, name: string, said: string): Promise<number> {
  await page.evaluate(() => window.steering.slow(300));
  const before = await page.evaluate(() => window.steering.batches());
  await button(page, name).dblclick();
  await page.getByText(said).waitFor();
  // Longer than the second would have taken.
  await page.waitForTimeout(700);
  return (await page.evaluate(() => window.steering.batches())) - before;
}

it('a quick fix and its undo', () =>
  withPane(EXAMPLE, async (page) => {
    await check(page);
    await button(page, /“04” ở dạng chữ/).click();
    await button(page, 'Sửa nhanh…').click();
    expect(await twice(page, 'Sửa', 'Đã sửa 1 ô.')).toBe(1);
    expect(await apologies(page)).toBe(4);
    expect(await twice(page, 'Hoàn tác', 'Đã trả lại 1 ô như trước khi sửa.')).toBe(1);
    expect(await apologies(page)).toBe('04');
  }));

it('marks, and sheets of ours', () =>
  withPane(EXAMPLE, async (page) => {
    await check(page);
    expect(await twice(page, 'Đánh dấu ô cần xem', 'Đã đánh dấu 9 ô cần xem.')).toBe(1);
    expect(await twice(page, 'Xuất phiếu kiểm tra số liệu', 'Đã ghi trang tính “Phiếu kiểm tra số liệu”')).toBe(1);
    const names = await page.evaluate(() => window.steering.workbook().sheets.map(({ name }) => name));
    expect(names).toEqual([
      ...EXAMPLE.sheets.map(({ name }) => name),
      'Phiếu kiểm tra số liệu',
      'Tỷ lệ tính từ Phụ lục',
    ]);
  }));

it('says that it works while a slow workbook is written, and no longer once it is done', () =>
  withPane(EXAMPLE, async (page) => {
    await check(page);
    await page.evaluate(() => window.steering.slow(1500));
    const opacity = () => page.locator('.working').evaluate((line) => getComputedStyle(line).opacity);
    await button(page, 'Bỏ đánh dấu').click();
    await page.getByText('Đang đọc').waitFor();
    await page.locator('.working').waitFor({ state: 'attached' });
    await expect.poll(opacity).toBe('1');
    await page.getByText('Đã bỏ đánh dấu.').waitFor();
    expect(await page.locator('.working').count()).toBe(0);
  }));
