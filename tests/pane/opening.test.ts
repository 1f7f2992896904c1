// What stands in the pane's place until its script runs, in the pages that are handed out.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { VIETNAMESE } from '../../pane/words.ts';
import { serve } from '../../scripts/serve.mjs';
import { launchBrowser } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** `npm run build` must have made them. */
it.each([
  ['dist/excel-addin', 'taskpane.html'],
  ['dist/apps-script', 'sidebar.html'],
])('%s says what it is while it is opened', async (folder, page) => {
  const server = await serve(folder, 0);
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  try {
    const opened = await context.newPage();
    await opened.goto(`${server.address}${page}`);
    expect(await opened.locator('#pane').innerText()).toMatch(new RegExp(`^${VIETNAMESE.title}\\s+Đang mở…$`));
  } finally {
    await context.close();
    await server.close();
  }
});
