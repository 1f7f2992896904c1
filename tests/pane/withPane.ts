// The pane in a real browser, one for all tests of a file, a fresh page for each use.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Workbook } from '../../core/index.ts';
import { bundlePane, launchBrowser, type OpenOptions, openPane } from './browser.ts';

/** Opens the pane over a workbook, and closes it after use. */
export type WithPane = (workbook: Workbook, use: (page: Page) => Promise<void>, options?: OpenOptions) => Promise<void>;

/** To be called once, at the head of a file of tests. */
export function paneForTests(): WithPane {
  let browser: Browser;
  let files: ReadonlyMap<string, Uint8Array>;
  beforeAll(async () => {
    [browser, files] = await Promise.all([launchBrowser(), bundlePane()]);
  });
  afterAll(() => browser.close());
  return async (workbook, use, options = {}) => {
    const page = await openPane(browser, files, workbook, options);
    try {
      await use(page);
    } finally {
      await page.context().close();
    }
  };
}
