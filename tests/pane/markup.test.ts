// Markup in whatever the pane shows of a user's: names of sheets and files, units, labels, figures, reasons, prose.
// It is shown as the text it is; nothing of it becomes an element, an attribute or a script.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { analyze, type Grid, planNarrative, type Workbook } from '../../core/index.ts';
import { annexSheet } from '../core/annexes.ts';
import { gridOf, gridOfTable, workbookOf } from '../core/workbooks.ts';
import { chooseReports, chooseRoster, communeFile, consolidate, sentFile, toConsolidation } from './bringTogether.ts';
import { bundlePane, launchBrowser, openPane } from './browser.ts';
import { button, check, compare, earlierFile, openEarlier, toCompare, toText } from './states.ts';

let browser: Browser;
let files: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  [browser, files] = await Promise.all([launchBrowser(), bundlePane()]);
});
afterAll(() => browser.close());

const EVIL = '<img class=evil src=x onerror="window.evil=1"><script class=evil>window.evil=1</script>';
/** Where slashes and quotes may not stand. */
const SHORT = '<b class=evil>x</b>';

/** An annex whose every label carries markup, with a figure that is none. */
function hostileAnnex(sheet: string, unit: string): Grid {
  const grid = annexSheet({ sheet, unit, figures: { '3.3.1.a': 45, '1.1.3': `${EVIL}`, '3.5': '04' } });
  const cells = grid.cells.map((row, at) =>
    at < 8
      ? row
      : row.map((cell, column) => (column === 4 ? `Giải trình: ${EVIL}` : column === 1 ? `${cell} ${SHORT}` : cell)),
  );
  return { ...grid, cells };
}

const WORKBOOK: Workbook = workbookOf(
  hostileAnnex(`Xã ${SHORT}`, `UBND xã ${SHORT}`),
  hostileAnnex('An', 'UBND xã An'),
  gridOf(`Sổ ${SHORT}`, [[EVIL]]),
);

/** The workbook with a text to which the official added a paragraph. */
function withOwnText(): Workbook {
  const plan = planNarrative(analyze(WORKBOOK), WORKBOOK);
  if (!plan) throw new Error('The workbook has an annex.');
  const text = gridOfTable(plan.change);
  return { ...WORKBOOK, sheets: [...WORKBOOK.sheets, { ...text, cells: [...text.cells, [SHORT, EVIL, EVIL, EVIL]] }] };
}

/** What came of the markup on the page as it stands. */
function traces(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const handlers = all.filter((one) => one.getAttributeNames().some((name) => name.startsWith('on')));
    const foreign = all.filter((one) =>
      one.matches('.evil, img, b[class=evil], iframe, object, embed, script:not([type=module])'),
    );
    const links = all.filter((one) => /^\s*(javascript|data|https?):/i.test(one.getAttribute('href') ?? ''));
    const found = [...handlers, ...foreign, ...links].map((one) => one.outerHTML.slice(0, 100));
    return 'evil' in window ? [...found, 'a script ran'] : found;
  });
}

/** Markup is there to be seen, as text, and has left no trace. */
async function expectText(page: Page, marker = 'class=evil'): Promise<void> {
  expect(await page.locator('body').innerText()).toContain(marker);
  expect(await traces(page)).toEqual([]);
}

it('the search for traces finds some where there are some', async () => {
  const page = await openPane(browser, files, WORKBOOK);
  await button(page, 'Kiểm tra số liệu').waitFor();
  await page.evaluate((evil) => document.body.insertAdjacentHTML('beforeend', evil), EVIL);
  await expect.poll(() => traces(page)).toHaveLength(4);
  await page.context().close();
});

it('in every view of the pane', async () => {
  const page = await openPane(browser, files, WORKBOOK);
  await button(page, 'Kiểm tra số liệu').waitFor();
  await expectText(page);

  await openEarlier(page);
  const earlier = earlierFile('x.xlsx', { period: 'quý I năm 2024' });
  await page.locator('.earlier input').setInputFiles({ ...earlier, name: `${SHORT.replace('/', '')}.xlsx` });
  await page
    .getByText(/tệp “<b class=evil>/)
    .first()
    .waitFor();
  await expectText(page);

  await check(page);
  await expectText(page);
  for (const finding of await page.locator('.list button').all()) {
    if (await finding.isVisible()) await finding.click();
  }
  await expectText(page, EVIL.slice(0, 20));
  await page.context().close();
});

it('in the text, and beside it', async () => {
  const page = await openPane(browser, files, withOwnText());
  await toText(page);
  await expectText(page, '<img class=evil');
  await page.context().close();

  const other = await openPane(browser, files, WORKBOOK);
  await toCompare(other);
  const prose = `Trong kỳ ${SHORT}, đã tiếp nhận 999 hồ sơ ${SHORT}; đã tiếp nhận trực tuyến 998 hồ sơ.\n${EVIL} 997 hồ sơ.`;
  await other.getByLabel('Lời văn cần đối chiếu').fill(prose);
  await compare(other);
  await expect.poll(() => other.locator('main').innerText()).toContain('999');
  for (const fold of await other.locator('main summary').all()) await fold.click();
  await expectText(other);
  await other.context().close();
});

it('in what is brought together: files, units, rosters, and what is refused', async () => {
  const page = await openPane(browser, files, WORKBOOK);
  await toConsolidation(page);
  await chooseReports(page, [
    communeFile(`${EVIL.replaceAll('/', '')}.xlsx`, { unit: `UBND xã ${SHORT}`, figures: { '3.3.1.a': 45 } }),
    communeFile('b.xlsx', { unit: `UBND phường ${SHORT}` }),
    sentFile(`hỏng ${SHORT.replace('/', '')}.xlsx`, EVIL),
  ]);
  await chooseRoster(page, sentFile(`${SHORT.replace('/', '')}.csv`, `Tên đơn vị\nXã ${SHORT}\n${EVIL}`));
  await consolidate(page);
  await expectText(page);
  for (const fold of await page.locator('main summary').all()) await fold.click();
  await expectText(page, '<img class=evil');
  await page.context().close();
});
