// The level above in Excel's pane, through Microsoft's real client: annex sheets and a file, written and written again.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { THREE_COMMUNES } from '../core/annexes.ts';
import { bringAllTogether, consolidate, SHEETS_AFTER, TOTAL_ROW, writeTotals } from '../pane/bringTogether.ts';
import { launchBrowser } from '../pane/browser.ts';
import { bookOf } from './book.ts';
import { openExcel } from './openExcel.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it.each(['1.9', '1.15'])('ExcelApi %s: brings sheets and a file together, once and again in place', async (api) => {
  const excel = await openExcel(browser, bookOf(THREE_COMMUNES), { api });
  const total = () => excel.book.sheet('Tổng hợp');
  const values = () =>
    TOTAL_ROW.map((_, index) => {
      const cell = total().peek(10, 3 + index);
      return cell?.formula ? cell.formula.replace(/^=/, '') : (cell?.value ?? null);
    });
  try {
    await bringAllTogether(excel.frame);
    expect(excel.book.selected).toBe("'Bình'!D45");
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(SHEETS_AFTER);
    expect(values()).toEqual(TOTAL_ROW);
    const before = [...total().cells];
    await writeTotals(excel.frame);
    expect([...total().cells]).toEqual(before);
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(SHEETS_AFTER);
    // Where the official went to look at the fault.
    expect(excel.book.active).toBe('Bình');
    // A sheet that is gone would leave its commune out of the totals: nothing is written, and it is said why.
    excel.book.sheet('Cát').name = 'Cát cũ';
    await excel.frame.getByRole('button', { name: 'Ghi bảng tổng hợp vào tệp này' }).click();
    await excel.frame.getByText('Trang tính “Cát” đã bị đổi tên').waitFor();
    expect([...total().cells]).toEqual(before);
    await excel.frame.getByRole('button', { name: 'Chọn lại nguồn' }).click();
    expect(await excel.frame.getByLabel('Bình').isChecked()).toBe(true);
    await excel.frame.getByLabel('Cát cũ').check();
    await consolidate(excel.frame);
    await writeTotals(excel.frame);
    expect(total().peek(5, 11)?.value).toBe('Tệp này · Cát cũ');
    expect(excel.outside).toEqual([]);
    expect(excel.complaints).toEqual([]);
  } finally {
    await excel.close();
  }
});
