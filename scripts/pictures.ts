// Takes the pictures of the guides: the pane in its states, desk and sidebar as they are built. `npm run docs` takes them anew.
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { openSidebar } from '../tests/apps-script/openSidebar.ts';
import { usersBook } from '../tests/apps-script/usersBook.ts';
import { bundlePane, launchBrowser, openPane } from '../tests/pane/browser.ts';
import { STATES } from '../tests/pane/states.ts';
import { serve } from './serve.mjs';

const FOLDER = 'docs/anh';
/** Sharp on screens of today. */
const SCALE = 2;

/** The picture's name, the state it shows, how tall it is. */
const PANE = [
  ['khung-san-sang', 'ready', 300],
  ['khung-ket-qua', 'results', 620],
  ['khung-phat-hien', 'finding', 700],
  ['khung-sua-nhanh', 'fix', 560],
  ['khung-giai-trinh', 'explain', 560],
  ['khung-loi-van', 'number', 620],
  ['khung-doi-chieu', 'compared', 560],
  ['khung-tong-hop-chon', 'consolidation', 560],
  ['khung-tong-hop', 'consolidated-files', 720],
] as const;

async function takePane(browser: Browser): Promise<void> {
  const files = await bundlePane();
  for (const [name, state, height] of PANE) {
    const found = STATES.find((one) => one.name === state);
    if (!found) throw new Error(`no state ${state}`);
    const page = await openPane(browser, files, found.workbook, {
      viewport: { width: 350, height },
      deviceScaleFactor: SCALE,
      reducedMotion: 'reduce',
    });
    await found.reach(page);
    await page.mouse.move(0, 0);
    await page.screenshot({ path: `${FOLDER}/${name}.png` });
    await page.context().close();
  }
}

/** The example on the desk, checked, its first error open and marked. */
async function takeDesk(browser: Browser): Promise<void> {
  const { address, close } = await serve('dist/desk', 0);
  const page = await (
    await browser.newContext({ viewport: { width: 1280, height: 760 }, deviceScaleFactor: 1.5 })
  ).newPage();
  await page.goto(address);
  await reachMarked(page);
  await page.screenshot({ path: `${FOLDER}/ban-lam-viec.png` });
  await close();
}

async function reachMarked(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  await page.getByRole('button', { name: 'Kiểm tra số liệu' }).click();
  await page.getByRole('button', { name: 'Đánh dấu ô cần xem' }).click();
  await page.getByText('Đã đánh dấu').waitFor();
  await page.getByRole('button', { name: 'Đóng thông báo' }).click();
  await page.getByRole('button', { name: /Mục 3\.3\.1 · ô D45/ }).click();
  await page.locator('.detail > *').first().waitFor();
  await page.getByRole('button', { name: /Mục 3\.3\.1 · ô D45/ }).scrollIntoViewIfNeeded();
}

/** Google's sidebar as it is built, over the example: ready, and with a finding open. */
async function takeSidebar(browser: Browser): Promise<void> {
  const { page, frame, close } = await openSidebar(browser, usersBook(), { scale: SCALE });
  const sidebar = page.locator('iframe');
  await frame.getByText('Đã nhận ra Phụ lục 01b').waitFor();
  await sidebar.screenshot({ path: `${FOLDER}/google-san-sang.png` });
  await frame.getByRole('button', { name: 'Kiểm tra số liệu' }).click();
  await frame.getByRole('button', { name: /Mục 3\.3\.1 · ô D45/ }).click();
  await page.mouse.move(0, 0);
  await sidebar.screenshot({ path: `${FOLDER}/google-phat-hien.png` });
  await close();
}

mkdirSync(FOLDER, { recursive: true });
const browser = await launchBrowser();
await takePane(browser);
await takeDesk(browser);
await takeSidebar(browser);
await browser.close();
