// The level above in Excel's pane, through Microsoft's real client: annex sheets and a file, written and written again.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { THREE_COMMUNES } from '../core/annexes.ts';
import { bringAllTogether, SHEETS_AFTER, TOTAL_ROW, writeTotals } from '../pane/bringTogether.ts';
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
    expect(excel.outside).toEqual([]);
    expect(excel.complaints).toEqual([]);
  } finally {
    await excel.close();
  }
});
