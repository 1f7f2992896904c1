// Every state of the pane, as a script that leads there: what is looked at by eye and by axe.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { planAnnexForm, planTemplateSheet, readTemplate, type Workbook } from '../../core/index.ts';
import { openWorkbook } from '../../xlsx/index.ts';
import { THREE_COMMUNES } from '../core/annexes.ts';
import { CONSISTENT } from '../core/consistent.ts';
import { gridOf, gridOfTable, situationWorkbook, workbookOf } from '../core/workbooks.ts';
import { chooseReports, chooseRoster, consolidate, ROSTER, SENT, sentFile, toConsolidation } from './bringTogether.ts';

export interface PaneState {
  readonly name: string;
  readonly workbook: Workbook;
  readonly started?: false;
  readonly reach: (page: Page) => Promise<unknown>;
}

export const EXAMPLE = exampleWorkbook();
export const REPORT = readFileSync('examples/hoang-hop-2024-h1.txt', 'utf8');
export const ANNEX = 'Phụ lục 01b';

function exampleWorkbook(): Workbook {
  const opened = openWorkbook(readFileSync('examples/hoang-hop-2024-h1.xlsx'));
  if (!opened.ok) throw new Error(opened.message);
  return opened.file.readWorkbook();
}

/** A province's own form without one row, and the sheet that says so; then the same with a fault on that sheet. */
const OWN_TEMPLATE = ownTemplate();
const UNREADABLE_TEMPLATE = {
  ...OWN_TEMPLATE,
  sheets: OWN_TEMPLATE.sheets.map((grid) => ({
    ...grid,
    cells: grid.cells.map((row) => row.map((cell) => (cell === 'Số đếm' ? 'Con số' : cell))),
  })),
};

function ownTemplate(): Workbook {
  const file: { rows: { key: string }[] } = JSON.parse(readFileSync('examples/mau-bieu.json', 'utf8'));
  const name = 'Phụ lục 01b của tỉnh Thanh Hóa';
  const read = readTemplate({ ...file, name, rows: file.rows.filter(({ key }) => key !== '3.5') });
  if (!read.ok) throw new Error(read.problems.join('; '));
  const annex = planAnnexForm(read.template, { figures: CONSISTENT, period: '6 tháng đầu năm 2024' });
  return workbookOf(gridOfTable(annex), gridOfTable(planTemplateSheet(read.template)));
}

async function toOwnTemplate(page: Page): Promise<void> {
  await check(page);
  await page.getByText('Mẫu biểu của địa phương').click();
  await page.getByText('không áp dụng theo mẫu này').waitFor();
}

export function button(page: Page, name: string | RegExp) {
  return page.getByRole('button', { name, exact: typeof name === 'string' });
}

export async function check(page: Page): Promise<void> {
  await button(page, 'Kiểm tra số liệu').click();
  await page.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor({ state: 'attached' });
}

export async function toText(page: Page): Promise<void> {
  await check(page);
  await button(page, 'Lời văn').click();
  await page.getByText('Sẽ ghi').waitFor();
}

export async function toCompare(page: Page): Promise<void> {
  await check(page);
  await button(page, 'Đối chiếu').first().click();
  await page.getByLabel('Lời văn cần đối chiếu').waitFor();
}

/** The button of the view, not the tab. */
export function compare(page: Page): Promise<void> {
  return page.locator('main').getByRole('button', { name: 'Đối chiếu', exact: true }).click();
}

export async function openFinding(page: Page, name: RegExp): Promise<void> {
  await check(page);
  await button(page, name).click();
  await page.locator('.detail > *').first().waitFor();
}

async function fixExample(page: Page): Promise<void> {
  await openFinding(page, /“04” ở dạng chữ/);
  await button(page, 'Sửa nhanh…').click();
}

export async function toReason(page: Page): Promise<void> {
  await openFinding(page, /Mục 3\.3\.1 · ô D45/);
  await button(page, 'Giải trình…').click();
  await page.getByLabel('Vì sao số liệu này đúng?').waitFor();
}

export const CARRIED_OVER = 'Gồm 4 hồ sơ kỳ trước chuyển sang';

/** With the preset of the rule, in the note too. */
export async function explain(page: Page): Promise<void> {
  await toReason(page);
  await button(page, CARRIED_OVER).click();
  await button(page, 'Lưu giải trình').click();
  await page.getByText('Đã lưu giải trình').waitFor();
}

const EMPTY = workbookOf(gridOf('Sổ tay', [['việc', 1]]));

async function consolidateFiles(page: Page): Promise<void> {
  await toConsolidation(page);
  await chooseReports(page, SENT);
  await chooseRoster(page, ROSTER);
  await page.getByText('11 đơn vị').waitFor();
  await consolidate(page);
}

/** In the order an official meets them. */
export const STATES: readonly PaneState[] = [
  { name: 'first', workbook: EXAMPLE, started: false, reach: (page) => button(page, 'Bắt đầu').waitFor() },
  {
    name: 'missing',
    workbook: workbookOf(gridOf('Sổ tay', [['việc', 1]]), gridOf('Khác', [])),
    reach: (page) => button(page, 'Tạo bảng mới theo mẫu').waitFor(),
  },
  { name: 'ready', workbook: EXAMPLE, reach: (page) => button(page, 'Kiểm tra số liệu').waitFor() },
  {
    name: 'running',
    workbook: EXAMPLE,
    async reach(page) {
      await button(page, 'Kiểm tra số liệu').waitFor();
      await page.evaluate(() => window.steering.slow(20_000));
      await button(page, 'Kiểm tra số liệu').click();
      await page.getByText('Đang đọc').waitFor();
    },
  },
  { name: 'results', workbook: EXAMPLE, reach: check },
  { name: 'finding', workbook: EXAMPLE, reach: (page) => openFinding(page, /Mục 3\.3\.1 · ô D45/) },
  { name: 'fix', workbook: EXAMPLE, reach: fixExample },
  {
    name: 'fixed',
    workbook: EXAMPLE,
    async reach(page) {
      await fixExample(page);
      await button(page, 'Sửa').click();
      await button(page, 'Hoàn tác').waitFor();
    },
  },
  { name: 'explain', workbook: EXAMPLE, reach: toReason },
  {
    name: 'explain-too-short',
    workbook: EXAMPLE,
    async reach(page) {
      await toReason(page);
      await page.getByLabel('Vì sao số liệu này đúng?').fill('đúng rồi');
      await button(page, 'Lưu giải trình').click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'explained',
    workbook: EXAMPLE,
    async reach(page) {
      await explain(page);
      await button(page, 'Sửa giải trình…').waitFor();
    },
  },
  {
    name: 'expired',
    workbook: EXAMPLE,
    async reach(page) {
      await explain(page);
      await page.evaluate((sheet) => window.steering.edit(sheet, 45, 3, 46), ANNEX);
      await button(page, 'Kiểm tra lại').click();
      await page.getByText('Giải trình này cho số cũ').waitFor();
    },
  },
  {
    name: 'blanks',
    workbook: situationWorkbook({
      figures: { '3.3.1': null, '3.3.1.a': null, '3.3.1.b': null, '3.3.1.c': null, '3.3.1.d': null, '3.3.2': null },
    }),
    reach: (page) => openFinding(page, /6 ô chưa ghi số/),
  },
  {
    name: 'changed',
    workbook: EXAMPLE,
    async reach(page) {
      await check(page);
      await page.evaluate((sheet) => window.steering.edit(sheet, 60, 3, 5), ANNEX);
      await page.getByText('Số liệu đã thay đổi').waitFor();
    },
  },
  { name: 'clean', workbook: situationWorkbook({}), reach: check },
  { name: 'own-template', workbook: OWN_TEMPLATE, reach: toOwnTemplate },
  {
    name: 'template-unreadable',
    workbook: UNREADABLE_TEMPLATE,
    reach: (page) => page.getByText('chỗ chưa đúng').waitFor(),
  },
  { name: 'text', workbook: EXAMPLE, reach: toText },
  {
    name: 'number',
    workbook: situationWorkbook({}),
    async reach(page) {
      await toText(page);
      await page.locator('.number', { hasText: '%' }).first().click();
    },
  },
  { name: 'compare', workbook: EXAMPLE, reach: toCompare },
  {
    name: 'compared',
    workbook: EXAMPLE,
    async reach(page) {
      await toCompare(page);
      await page.getByLabel('Lời văn cần đối chiếu').fill(REPORT);
      await compare(page);
      await page.getByText('Đã đối chiếu xong').waitFor();
    },
  },
  { name: 'consolidation', workbook: THREE_COMMUNES, reach: toConsolidation },
  {
    name: 'consolidation-files',
    workbook: EMPTY,
    async reach(page) {
      await toConsolidation(page);
      await chooseReports(page, SENT);
      await chooseRoster(page, sentFile('danh-sach.csv', 'Tên đơn vị\nXã An\nXã An\n'));
      await page.getByText('ghi hai lần').waitFor();
    },
  },
  {
    name: 'consolidated',
    workbook: THREE_COMMUNES,
    async reach(page) {
      await toConsolidation(page);
      await consolidate(page);
      await page.getByText('UBND xã Bình: 1 lỗi').click();
      await page.getByText('Số liệu từng dòng').click();
      await page.locator('.row summary').first().click();
    },
  },
  {
    name: 'consolidated-files',
    workbook: EMPTY,
    reach: consolidateFiles,
  },
  {
    name: 'consolidated-written',
    workbook: THREE_COMMUNES,
    async reach(page) {
      await toConsolidation(page);
      await consolidate(page);
      await button(page, 'Ghi bảng tổng hợp vào tệp này').click();
      await page.getByText('Đã ghi trang tính “Tổng hợp”').waitFor();
    },
  },
  {
    name: 'refused',
    workbook: EXAMPLE,
    async reach(page) {
      await check(page);
      await page.evaluate(() => window.steering.refuse('protected'));
      await button(page, 'Đánh dấu ô cần xem').click();
      await page.locator('.notice.bad').waitFor();
    },
  },
  {
    name: 'failed',
    workbook: EXAMPLE,
    async reach(page) {
      await button(page, 'Kiểm tra số liệu').waitFor();
      await page.evaluate(() => {
        window.steering.fail('busy');
        window.steering.pane.reset();
      });
      await button(page, 'Thử lại').waitFor();
    },
  },
  {
    name: 'menu',
    workbook: EXAMPLE,
    async reach(page) {
      await check(page);
      await page.locator('.menu summary').click();
      await button(page, 'Tối').waitFor();
    },
  },
  {
    name: 'english',
    workbook: EXAMPLE,
    async reach(page) {
      await openFinding(page, /Mục 3\.3\.1 · ô D45/);
      await page.locator('.menu summary').click();
      await button(page, 'English').click();
      await page.keyboard.press('Escape');
    },
  },
];
