// Every state of the pane, as a script that leads there: what is looked at by eye and by axe.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { pl01b2024, planAnnexForm, type Workbook } from '../../core/index.ts';
import { makeWorkbook, openWorkbook } from '../../xlsx/index.ts';
import { type Annex, THREE_COMMUNES } from '../core/annexes.ts';
import { CONSISTENT } from '../core/consistent.ts';
import { gridOf, PERIOD, situationWorkbook, workbookOf } from '../core/workbooks.ts';

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

export async function toConsolidation(page: Page): Promise<void> {
  await button(page, 'Tổng hợp').click();
  await page.getByRole('heading', { name: 'Tổng hợp nhiều báo cáo' }).waitFor();
}

/** The button of the view, not the tab. */
export async function consolidate(page: Page): Promise<void> {
  await page.locator('main').getByRole('button', { name: 'Tổng hợp', exact: true }).click();
  await page.getByText('Kỳ báo cáo: ').waitFor();
}

export interface SentFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const SPREADSHEET = 'application/octet-stream';

export function sentFile(name: string, content: Uint8Array | string): SentFile {
  return { name, mimeType: SPREADSHEET, buffer: Buffer.from(content) };
}

/** An annex as a file of its own. */
export function communeFile(name: string, annex: Omit<Annex, 'sheet'>): SentFile {
  const { unit, period, figures } = annex;
  const names = { period: period ?? PERIOD, ...(unit !== null && { unit }) };
  const form = planAnnexForm(pl01b2024, { ...names, figures: { ...CONSISTENT, ...figures } });
  return sentFile(name, makeWorkbook([form]));
}

/** Ten communes: one with errors, one sent twice, one of another period, one far from the others, one file broken. */
export const SENT: readonly SentFile[] = [
  ...[1, 2, 3, 4, 5, 6, 7].map((number) =>
    communeFile(`phuong-${number}.xlsx`, {
      unit: `UBND phường ${number}`,
      figures: { '1.1.2': number === 2 || number === 3 ? 999 : 19, '1.1.3': number },
    }),
  ),
  communeFile('xa-an.xlsx', { unit: 'UBND xã An', figures: { '3.3.1.a': 45 } }),
  communeFile('xa-binh.xlsx', {
    unit: 'UBND xã Bình',
    figures: { '3.3.1.a': 434, '3.3.1.b': 10, '3.3.1.c': 30, '3.3.1.d': 20 },
  }),
  communeFile('xa-cat.xlsx', { unit: 'UBND xã Cát', period: 'quý I năm 2024' }),
  communeFile('xa-cat-2.xlsx', { unit: 'UBND phường 1', figures: { '1.1.3': 1 } }),
  sentFile('hong.xlsx', 'không phải bảng tính'),
];
export const ROSTER = sentFile(
  'danh-sach.csv',
  [
    'Tên đơn vị',
    ...[1, 2, 3, 4, 5, 6, 7].map((number) => `Phường ${number}`),
    'Xã An',
    'Xã Bình',
    'Xã Cát',
    'Xã Dương',
  ].join('\n'),
);

export function chooseReports(page: Page, files: readonly SentFile[]): Promise<void> {
  return page.getByLabel('Chọn tệp của các xã…').setInputFiles([...files]);
}

export async function chooseRoster(page: Page, file: SentFile): Promise<void> {
  await page.getByLabel('Chọn danh sách đơn vị…').setInputFiles(file);
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
