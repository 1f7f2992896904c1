// The level above on the desk, in a real browser: annex sheets and a file are brought together, calculated and saved.
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Grid } from '../../core/index.ts';
import { serve } from '../../scripts/serve.mjs';
import { checkIntegrity, makeWorkbook, openWorkbook } from '../../xlsx/index.ts';
import { annexForm, THREE_ANNEXES } from '../core/annexes.ts';
import { CONSISTENT } from '../core/consistent.ts';
import {
  bringAllTogether,
  chooseReports,
  chooseRoster,
  consolidate,
  ROSTER,
  SENT,
  SHEETS_AFTER,
  writeTotals,
} from '../pane/bringTogether.ts';
import { launchBrowser } from '../pane/browser.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  server = await serve('dist/desk', 0);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** The three communes as an .xlsx. */
function workbook(): Buffer {
  return Buffer.from(makeWorkbook(THREE_ANNEXES.map(annexForm)));
}

async function withDesk(use: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(server.address)) troubles.push(request.url());
  });
  await page.goto(server.address);
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  await page.getByText('UBND xã Hoằng Hợp', { exact: true }).waitFor();
  try {
    await use(page);
    expect(troubles).toEqual([]);
  } finally {
    await page.close();
  }
}

async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const saving = page.waitForEvent('download');
  await press();
  const download = await saving;
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

function sheetsOf(bytes: Uint8Array): readonly Grid[] {
  const opened = openWorkbook(bytes);
  if (!opened.ok) throw new Error(opened.message);
  expect(checkIntegrity(bytes)).toEqual([]);
  return opened.file.readWorkbook().sheets;
}

function rowOf(sheets: readonly Grid[], code: string): readonly unknown[] {
  const total = sheets.find(({ name }) => name === 'Tổng hợp');
  const row = total?.cells.find(([first]) => first === code) ?? [];
  return [row[3], row[6], row[7], ...row.slice(9)];
}

it('sheets of the workbook and a file: written, calculated by the desk, and the saved file is whole', () =>
  withDesk(async (page) => {
    await page
      .locator('#file')
      .setInputFiles({ name: 'huyen.xlsx', mimeType: 'application/octet-stream', buffer: workbook() });
    await page.getByText('UBND xã An', { exact: true }).waitFor();
    await bringAllTogether(page);
    const first = await downloaded(page, () => page.getByRole('button', { name: 'Lưu tệp .xlsx' }).click());
    const sheets = sheetsOf(first.bytes);
    expect(first.name).toBe('huyen.xlsx');
    expect(sheets.map(({ name }) => name)).toEqual(SHEETS_AFTER);
    expect(rowOf(sheets, '1.1.3')).toEqual([15, 3, 1, 3, 5, null, 7]);
    await writeTotals(page);
    const again = await downloaded(page, () => page.getByRole('button', { name: 'Lưu tệp .xlsx' }).click());
    expect(sheetsOf(again.bytes)).toEqual(sheets);
  }));

it('files alone become a workbook of their own', () =>
  withDesk(async (page) => {
    await page.locator('.menu summary').click();
    await page.getByRole('button', { name: 'Tổng hợp nhiều báo cáo…' }).click();
    await chooseReports(page, SENT);
    await chooseRoster(page, ROSTER);
    await page.getByText('11 đơn vị').waitFor();
    await consolidate(page);
    const { name, bytes } = await downloaded(page, () =>
      page.getByRole('button', { name: 'Lưu thành tệp .xlsx mới' }).click(),
    );
    expect(name).toBe('Tổng hợp Phụ lục 01b 6 tháng đầu năm 2024.xlsx');
    const sheets = sheetsOf(bytes);
    expect(sheets.map((sheet) => sheet.name)).toEqual(SHEETS_AFTER.slice(3));
    expect(rowOf(sheets, '1.1.3').slice(0, 3)).toEqual([
      1 + 2 + 3 + 4 + 5 + 6 + 7 + 2 * Number(CONSISTENT['1.1.3']),
      9,
      0,
    ]);
  }));
