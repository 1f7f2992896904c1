// The add-in as it is handed out, in a real browser with Microsoft's real client: page, policy, ribbon, failures.
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Workbook } from '../../core/index.ts';
import { openWorkbook } from '../../xlsx/index.ts';
import { sheetOf } from '../hosts/contract.ts';
import { launchBrowser } from '../pane/browser.ts';
import { earlierFile } from '../pane/states.ts';
import { type Book, type BookSheet, bookOf, parseBox } from './book.ts';
import { type OpenExcel, type OpenOptions, openExcel } from './openExcel.ts';

function exampleWorkbook(): Workbook {
  const opened = openWorkbook(readFileSync('examples/hoang-hop-2024-h1.xlsx'));
  if (!opened.ok) throw new Error(opened.message);
  return opened.file.readWorkbook();
}

const example = exampleWorkbook();
let browser: Browser;
let excel: OpenExcel;
/** No part of the add-in is to be had that is not loaded yet. */
let isCutOff = false;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  expect(excel.outside).toEqual([]);
  expect(excel.complaints.filter((text) => !isOfClient(text) && !(isCutOff && isOfNetwork(text)))).toEqual([]);
  await excel.close();
});

/** With its telemetry on, Microsoft's client tries to style a page that has none of it; nothing is lost. */
function isOfClient(complaint: string): boolean {
  return complaint.startsWith('Applying inline style violates');
}

/** What the browser and webpack say of a script that does not come. */
function isOfNetwork(complaint: string): boolean {
  return complaint.startsWith('Failed to load resource') || /^Loading chunk \d+ failed/.test(complaint);
}

async function open(options: OpenOptions, book: Book = bookOf(example)): Promise<void> {
  isCutOff = false;
  excel = await openExcel(browser, book, options);
}

function annex(): BookSheet {
  return excel.book.sheet(example.active);
}

/** The annex as a user left it: own colours, an own conditional format, a note. */
function withUsersLooks(): Book {
  const book = bookOf(example);
  const sheet = book.sheet(example.active);
  Object.assign(sheet.cell(44, 3).look, { 'fill.color': '#FFFF00', note: 'đã gọi hỏi' });
  sheet.formats.push({
    id: 'users',
    boxes: [parseBox('D1:D90')],
    type: 'Custom',
    formula: '=D1>400',
    look: { fill: '#00FF00' },
  });
  return book;
}

function lookOf(sheet: BookSheet): unknown {
  return structuredClone({ cells: [...sheet.cells], formats: sheet.formats });
}

/** Waits for words that the user can see. */
async function seen(words: string | RegExp): Promise<void> {
  await excel.frame.getByText(words).filter({ visible: true }).first().waitFor({ timeout: 10_000 });
}

function sheetNames(): readonly string[] {
  return excel.book.sheets.map((sheet) => sheet.name);
}

describe.each(['1.9', '1.15'])('ExcelApi %s', (api) => {
  it('opens the pane over the workbook, which it only reads', async () => {
    await open({ api });
    await seen('Đã nhận ra Phụ lục 01b');
    expect(excel.model.trips.length).toBeGreaterThan(0);
    expect(sheetNames()).toEqual(example.sheets.map((sheet) => sheet.name));
  });

  it('checks, writes text and clears from the ribbon with the pane closed', async () => {
    await open({ api, isPaneOpen: false }, withUsersLooks());
    const before = lookOf(annex());
    await excel.pressRibbon('check');
    expect(annex().formats[0]?.formula).toBe('=N("cchc:error")=0');
    expect(annex().formats.at(-1)?.id).toBe('users');
    expect(sheetNames()).toEqual(expect.arrayContaining(['Phiếu kiểm tra số liệu', 'Tỷ lệ tính từ Phụ lục']));
    expect(excel.book.active).toBe(example.active);
    await excel.pressRibbon('clear');
    expect(lookOf(annex())).toEqual(before);
    await excel.pressRibbon('narrative');
    expect(excel.book.active).toBe('Lời văn báo cáo');
    expect(excel.book.sheet('Lời văn báo cáo').cells.size).toBeGreaterThan(40);
    expect(await excel.isPaneOpen()).toBe(false);
  });

  it('holds the figures against an earlier period of another file, which stays on the machine', async () => {
    await open({ api });
    await seen('Kỳ trước: không so');
    await excel.frame.locator('.earlier summary').click();
    const file = earlierFile('quy-1.xlsx', { period: 'quý I năm 2024', figures: { '2.1': 3 } });
    await excel.frame.locator('.earlier input').setInputFiles(file);
    await seen('Kỳ trước: quý I năm 2024 (tệp “quy-1.xlsx”)');
    expect(sheetNames()).toEqual(example.sheets.map((sheet) => sheet.name));
  });

  it('finds the same when checked twice', async () => {
    await open({ api, isPaneOpen: false });
    await excel.pressRibbon('check');
    const first = lookOf(excel.book.sheet('Phiếu kiểm tra số liệu'));
    const marks = annex().formats.map(({ boxes, formula }) => ({ boxes, formula }));
    await excel.pressRibbon('check');
    expect(lookOf(excel.book.sheet('Phiếu kiểm tra số liệu'))).toEqual(first);
    expect(annex().formats.map(({ boxes, formula }) => ({ boxes, formula }))).toEqual(marks);
  });

  it('leaves a command to the pane when that is open', async () => {
    await open({ api });
    await seen('Đã nhận ra Phụ lục 01b');
    await excel.pressRibbon('check');
    await seen('Lỗi · Mục 3.3.1');
    expect(annex().formats).toEqual([]);
    await excel.showPane(false);
    await excel.pressRibbon('check');
    expect(annex().formats).not.toEqual([]);
  });

  it('opens the pane to tell what is in the way', async () => {
    await open({ api, isPaneOpen: false });
    annex().isProtected = true;
    await excel.pressRibbon('clear');
    expect(await excel.isPaneOpen()).toBe(true);
    await excel.frame
      .getByText(/bảo vệ|khóa/)
      .first()
      .waitFor();
    expect(sheetNames()).toEqual(example.sheets.map((sheet) => sheet.name));
  });

  it('opens the pane when there is no annex, or a cell is being typed', async () => {
    await open({ api, isPaneOpen: false }, bookOf({ sheets: [sheetOf('Trang 1', [['xin chào']])], active: 'Trang 1' }));
    await excel.pressRibbon('check');
    await seen('Chưa thấy Phụ lục 01b');
    await excel.showPane(false);
    excel.book.isEditing = true;
    await excel.pressRibbon('check');
    await seen('nhấn Enter');
  });

  it('serves the ribbon alone where pane and ribbon share no page', async () => {
    await open({ api, hasSharedRuntime: false });
    await excel.pressRibbon('check');
    expect(annex().formats).not.toEqual([]);
  });

  it('keeps a sentence that was edited when a figure has changed', async () => {
    await open({ api, isPaneOpen: false });
    await excel.pressRibbon('narrative');
    const sheet = excel.book.sheet('Lời văn báo cáo');
    const [key] = [...sheet.cells].find(([at, { value }]) => at.endsWith(':1') && String(value).length > 120) ?? [];
    if (!key) throw new Error('no sentence');
    const sentence = sheet.cells.get(key);
    if (sentence) sentence.value = `${sentence.value} Câu thêm của xã.`;
    annex().cell(44, 3).value = 495;
    await excel.pressRibbon('narrative');
    expect(String(sheet.cells.get(key)?.value)).toContain('Câu thêm của xã.');
    expect(excel.book.sheets.filter(({ name }) => name.startsWith('Lời văn'))).toHaveLength(1);
  });
});

describe('a part of the add-in that cannot be loaded', () => {
  const parts = /\.[0-9a-f]{8}\.js$/;

  async function cutOff(): Promise<void> {
    isCutOff = true;
    await excel.page.route(parts, (route) => route.abort());
  }

  it('is told before anything is written, and asked for again', async () => {
    await open({});
    const before = lookOf(annex());
    await excel.frame.getByRole('button', { name: 'Kiểm tra số liệu' }).click();
    await seen('Lỗi · Mục 3.3.1');
    await cutOff();
    await excel.frame.getByRole('button', { name: 'Đánh dấu ô cần xem' }).click();
    await seen('Chưa tải được một phần của công cụ');
    expect(lookOf(annex())).toEqual(before);
    await excel.page.unroute(parts);
    await excel.frame.getByRole('button', { name: 'Đánh dấu ô cần xem' }).click();
    await seen(/^Đã đánh dấu \d+ ô/);
    expect(lookOf(annex())).not.toEqual(before);
  });

  it('comes when its tab is pressed again', async () => {
    await open({});
    await seen('Đã nhận ra Phụ lục 01b');
    await cutOff();
    const tab = excel.frame.getByRole('button', { name: 'Lời văn' });
    await tab.click();
    await seen('Chưa tải được một phần của công cụ');
    await excel.page.unroute(parts);
    await tab.click();
    await seen('Ghi vào trang “Lời văn báo cáo”');
  });

  it('is told in the pane’s place when nothing can be done without it', async () => {
    await open({ isStarted: false });
    await cutOff();
    await excel.frame.getByRole('button', { name: 'Bắt đầu' }).click();
    await seen('Chưa tải được một phần của công cụ');
    await excel.page.unroute(parts);
    await excel.frame.getByRole('button', { name: 'Thử lại' }).click();
    await seen('Đã nhận ra Phụ lục 01b');
  });
});

it('lets nothing out, not even the telemetry of Microsoft’s client', async () => {
  await open({ hasTelemetry: true, isPaneOpen: false });
  await excel.pressRibbon('check');
  await excel.pressRibbon('narrative');
  expect(excel.book.active).toBe('Lời văn báo cáo');
  const requests = await excel.frame.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin),
  );
  expect(new Set(requests)).toEqual(new Set(['https://localhost:3000', 'https://appsforoffice.microsoft.com']));
});
