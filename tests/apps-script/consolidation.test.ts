// The level above in Google's sidebar over the built script: annex sheets and a file, written and written again.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { THREE_COMMUNES } from '../core/annexes.ts';
import { bringAllTogether, SHEETS_AFTER, TOTAL_ROW, writeTotals } from '../pane/bringTogether.ts';
import { launchBrowser } from '../pane/browser.ts';
import { bookOf } from './bookOf.ts';
import { openSidebar } from './openSidebar.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it.each(['vi_VN', 'en_US'])(
  'a spreadsheet of %s: brings sheets and a file together, once and again in place',
  async (locale) => {
    const sidebar = await openSidebar(browser, Object.assign(bookOf(THREE_COMMUNES), { locale }));
    const { book, frame } = sidebar;
    const total = () => book.sheet('Tổng hợp');
    const values = () =>
      TOTAL_ROW.map((_, index) => {
        const cell = total().peek(10, 3 + index);
        return cell?.formula ? cell.formula.replace(/^=/, '') : (cell?.value ?? null);
      });
    try {
      await bringAllTogether(frame);
      expect(book.selected).toBe('Bình!D45');
      expect(book.sheets.map(({ name }) => name)).toEqual(SHEETS_AFTER);
      expect(values()).toEqual(TOTAL_ROW);
      const before = structuredClone([...total().cells]);
      await writeTotals(frame);
      expect([...total().cells]).toEqual(before);
      expect(book.sheets.map(({ name }) => name)).toEqual(SHEETS_AFTER);
      expect(sidebar.complaints).toEqual([]);
      expect(sidebar.mostAtOnce()).toBeLessThanOrEqual(1);
    } finally {
      await sidebar.close();
    }
  },
);
