// The whole job without Excel, in a real browser, with every request beyond the desk's own server cut off.
import { readFile } from 'node:fs/promises';
import axe, { type AxeResults } from 'axe-core';
import { unzipSync } from 'fflate';
import type { Browser, BrowserContext, Dialog, Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../core/index.ts';
import { serve } from '../../scripts/serve.mjs';
import { readWord } from '../../word/index.ts';
import { checkIntegrity, openWorkbook } from '../../xlsx/index.ts';
import { sheetOf } from '../hosts/contract.ts';
import { launchBrowser } from '../pane/browser.ts';
import { earlierFile } from '../pane/states.ts';
import { ole2 } from '../xlsx/ole2.ts';
import { bytesOfWorkbook } from '../xlsx/parts.ts';

const EXAMPLE = 'examples/hoang-hop-2024-h1.xlsx';
const EXAMPLE_NAME = 'Ví dụ – UBND xã Hoằng Hợp, 6 tháng đầu năm 2024.xlsx';

let browser: Browser;
let context: BrowserContext;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  server = await serve('dist/desk', 0);
  browser = await launchBrowser();
  // One for all, so that the desk's scripts come from its cache after the first test.
  context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await context.addInitScript(() => {
    if (sessionStorage.getItem('opened') === null) localStorage.clear();
    sessionStorage.setItem('opened', 'yes');
  });
});
afterEach(async () => {
  for (const page of context.pages()) await page.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

interface Opened {
  readonly page: Page;
  /** What went wrong on the page: errors, refused requests, breaches of the content security policy. */
  readonly troubles: readonly string[];
  readonly outside: readonly string[];
}

/** Whatever the tests do on the desk, nothing is asked for anywhere else. */
const outside: string[] = [];
afterEach(() => expect(outside).toEqual([]));

async function openDesk(): Promise<Opened> {
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(server.address)) outside.push(request.url());
  });
  await page.goto(server.address);
  await page.getByRole('button', { name: 'Bắt đầu' }).waitFor();
  return { page, troubles, outside };
}

/** Goes to a cell by its name, as in Excel. */
async function goTo(page: Page, cell: string): Promise<void> {
  const box = page.locator('#grid input').first();
  await box.click();
  await box.fill(cell);
  await box.press('Enter');
}

/** Types into a cell of the grid itself. */
async function type(page: Page, cell: string, text: string): Promise<void> {
  await goTo(page, cell);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function unsaved(page: Page): Promise<void> {
  await page.getByText('Chưa lưu', { exact: true }).waitFor();
}

async function save(page: Page): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const saving: Promise<Download> = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Lưu tệp .xlsx' }).click();
  const download = await saving;
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

async function choose(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.locator('#file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

function differing(before: Uint8Array, after: Uint8Array): string[] {
  const old = unzipSync(before);
  const fresh = unzipSync(after);
  const names = new Set([...Object.keys(old), ...Object.keys(fresh)]);
  return [...names].filter((name) => !Buffer.from(old[name] ?? []).equals(Buffer.from(fresh[name] ?? []))).sort();
}

function textOf(bytes: Uint8Array, part: string): string {
  return new TextDecoder().decode(unzipSync(bytes)[part]);
}

function cellsOf(bytes: Uint8Array) {
  const opened = openWorkbook(bytes);
  if (!opened.ok) throw new Error(opened.message);
  return opened.file.readWorkbook().sheets[0]?.cells ?? [];
}

describe('the desk', () => {
  it('shows the example and the pane, with no request to anywhere else', async () => {
    const { page, troubles, outside } = await openDesk();
    expect(await page.locator('#file-name').textContent()).toBe(EXAMPLE_NAME);
    await page.getByRole('button', { name: 'Bắt đầu' }).click();
    await page.getByText('UBND xã Hoằng Hợp', { exact: true }).waitFor();
    expect(outside).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it('saves a figure typed in the grid into the file, and nothing else of it changes', async () => {
    const { page, troubles } = await openDesk();
    const before = new Uint8Array(await readFile(EXAMPLE));
    await type(page, 'D11', '40');
    await unsaved(page);
    const { name, bytes } = await save(page);
    expect(name).toMatch(/Hoằng Hợp.*\.xlsx$/);
    expect(differing(before, bytes)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
    const sheet = textOf(before, 'xl/worksheets/sheet1.xml');
    const cell = /<c r="D11"[^>]*><v>38<\/v>/.exec(sheet)?.[0] ?? 'no such cell';
    expect(textOf(bytes, 'xl/worksheets/sheet1.xml')).toBe(sheet.replace(cell, cell.replace('38', '40')));
    expect(textOf(bytes, 'xl/workbook.xml').replace(/<calcPr[^>]*>/, '')).toBe(
      textOf(before, 'xl/workbook.xml').replace(/<calcPr[^>]*>/, ''),
    );
    expect(checkIntegrity(bytes)).toEqual([]);
    await page.getByText('Chưa lưu', { exact: true }).waitFor({ state: 'hidden' });
    expect(troubles).toEqual([]);
  });

  it('gives the very same bytes when nothing was changed, and after undo the same cells', async () => {
    const { page } = await openDesk();
    const before = new Uint8Array(await readFile(EXAMPLE));
    expect((await save(page)).bytes).toEqual(before);
    await type(page, 'D11', '40');
    await unsaved(page);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => cellsOf((await save(page)).bytes)[10]?.[3]).toBe(38);
  });

  it('reads numbers as Vietnamese writes them, clears with Delete, keeps dates and codes as text', async () => {
    const { page } = await openDesk();
    const bytes = bytesOfWorkbook({ sheets: [sheetOf('Trang 1', [['a', 1]])], active: 'Trang 1' });
    await choose(page, 'thu.xlsx', bytes);
    await expect.poll(() => page.title()).toContain('thu.xlsx');
    await type(page, 'C1', '90,69');
    await type(page, 'C2', '1.234');
    await type(page, 'C3', '3.3.1');
    await type(page, 'C4', '31/5/2024');
    await goTo(page, 'B1');
    await page.keyboard.press('Delete');
    await page.evaluate(() => navigator.clipboard.writeText('1,5\tx\n7\t\n'));
    await goTo(page, 'A6');
    await page.keyboard.press('Control+v');
    await expect
      .poll(async () => cellsOf((await save(page)).bytes))
      .toEqual([
        ['a', null, 90.69],
        [null, null, 1234],
        [null, null, '3.3.1'],
        [null, null, '31/5/2024'],
        [],
        [1.5, 'x'],
        [7],
      ]);
  });

  it('refuses what a file cannot keep, with one sentence, and changes nothing', async () => {
    const { page } = await openDesk();
    const total = sheetOf('Trang 1', [[1, 2, 3]], { formulas: [[null, null, 'A1+B1']] });
    const before = bytesOfWorkbook({ sheets: [total], active: 'Trang 1' });
    await choose(page, 'tong.xlsx', before);
    await expect.poll(() => page.title()).toContain('tong.xlsx');
    await type(page, 'C1', '5');
    await page.getByText('Ô C1 có công thức nên chưa đổi').waitFor();
    await type(page, 'A3', '=1+1');
    await page.getByText('Ở đây chưa nhập được công thức').waitFor();
    await goTo(page, 'A1');
    await page.keyboard.press('Control+b');
    await page.getByText('Ở đây chỉ sửa được nội dung ô').waitFor();
    expect((await save(page)).bytes).toEqual(before);
  });

  it('says what is wrong with a file, and keeps the present one', async () => {
    const { page, troubles } = await openDesk();
    const bad: readonly (readonly [string, Uint8Array, string])[] = [
      ['hong.xlsx', new TextEncoder().encode('không phải bảng tính'), 'Tệp không phải là bảng tính .xlsx'],
      ['khoa.xlsx', ole2('EncryptedPackage'), 'Tệp được bảo vệ bằng mật khẩu'],
      ['cu.xls', ole2('Workbook'), 'Tệp ở dạng .xls cũ'],
      ['cu.doc', ole2('WordDocument'), 'Tệp không phải là bảng tính Excel'],
      ['rong.xlsx', new Uint8Array(0), 'Tệp rỗng'],
    ];
    await type(page, 'D11', '40');
    for (const [name, bytes, sentence] of bad) {
      await choose(page, name, bytes);
      await page.getByRole('status').filter({ hasText: sentence }).waitFor();
      expect(await page.locator('#file-name').textContent()).toBe(EXAMPLE_NAME);
    }
    expect(cellsOf((await save(page)).bytes)[10]?.[3]).toBe(40);
    expect(troubles).toEqual([]);
  });

  it('asks before it drops what is not saved', async () => {
    const { page } = await openDesk();
    const asked: string[] = [];
    let answer: 'accept' | 'dismiss' = 'dismiss';
    page.on('dialog', (dialog: Dialog) => {
      asked.push(dialog.message());
      void dialog[answer]();
    });
    await type(page, 'D11', '40');
    await unsaved(page);
    await page.getByRole('button', { name: 'Tạo Phụ lục 01b mới' }).click();
    expect(await page.locator('#file-name').textContent()).toBe(EXAMPLE_NAME);
    answer = 'accept';
    await page.getByRole('button', { name: 'Tạo Phụ lục 01b mới' }).click();
    await expect.poll(() => page.title()).toContain('Phụ lục 01b.xlsx');
    expect(asked).toHaveLength(2);
    const { bytes } = await save(page);
    expect(checkIntegrity(bytes)).toEqual([]);
    expect(cellsOf(bytes)[6]?.slice(0, 2)).toEqual(['Số TT', 'Chỉ tiêu thống kê']);
    await page.getByRole('button', { name: 'Mở tệp ví dụ' }).click();
    await expect.poll(() => page.title()).toContain('Hoằng Hợp');
    expect(asked).toHaveLength(2);
  });

  it('opens a file that is dropped on the page', async () => {
    const { page } = await openDesk();
    const bytes = bytesOfWorkbook({ sheets: [sheetOf('Trang 1', [['a']])], active: 'Trang 1' });
    await page.evaluate(
      (file) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(file)], 'tha.xlsx'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
      },
      [...bytes],
    );
    await expect.poll(() => page.title()).toContain('tha.xlsx');
  });

  it('checks, marks and writes through the pane; marks and sheets are in the saved file', async () => {
    const { page, troubles } = await openDesk();
    await page.getByRole('button', { name: 'Bắt đầu' }).click();
    await page.getByRole('button', { name: 'Kiểm tra số liệu', exact: true }).click();
    await page.getByRole('button', { name: 'Đánh dấu ô cần xem' }).click();
    // Said where it is seen, though the list is scrolled; the page itself does not scroll.
    const [notice, side] = await Promise.all([
      page.locator('.pane .notice').boundingBox(),
      page.locator('#pane').boundingBox(),
    ]);
    expect(notice?.y).toBeGreaterThanOrEqual(side?.y ?? Number.NaN);
    expect(await page.locator('#pane').evaluate((pane) => pane.scrollTop)).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);
    await unsaved(page);
    await page.getByRole('button', { name: 'Xuất phiếu kiểm tra số liệu' }).click();
    await page.locator('#grid').getByText('Phiếu kiểm tra số liệu').first().waitFor();
    await type(page, 'D11', '40');
    await page.getByText('Số liệu đã thay đổi sau lần kiểm tra').waitFor();
    const { bytes } = await save(page);
    expect(textOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('cchc:error');
    const opened = openWorkbook(bytes);
    expect(opened.ok && opened.file.readWorkbook().sheets.map((sheet) => sheet.name)).toContain(
      'Phiếu kiểm tra số liệu',
    );
    expect(opened.ok && opened.file.readWorkbook().active).toBe('Phụ lục 01b');
    expect(checkIntegrity(bytes)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it('holds the figures against another file, and compares with it in the text', async () => {
    const { page, troubles, outside } = await openDesk();
    await page.getByRole('button', { name: 'Bắt đầu' }).click();
    await page.locator('.earlier summary').click();
    const figures = { '3.3.1': 412, '3.3.1.a': 62, '3.3.1.b': 0, '3.3.1.c': 200, '3.3.1.d': 150 };
    const file = earlierFile('6t2023.xlsx', { period: '6 tháng đầu năm 2023', figures });
    await page.locator('.earlier input').setInputFiles(file);
    await page.getByText('Kỳ trước: 6 tháng đầu năm 2023 (tệp “6t2023.xlsx”)').waitFor();
    await page.getByRole('button', { name: 'Lời văn', exact: true }).click();
    await page.getByText('So với cùng kỳ năm trước, số hồ sơ tiếp nhận tăng').waitFor();
    expect([troubles, outside]).toEqual([[], []]);
  });

  it('explains a finding through the pane; the reason is in the saved file, for every host', async () => {
    const { page, troubles } = await openDesk();
    const reason = 'Gồm 4 hồ sơ kỳ trước chuyển sang';
    await page.getByRole('button', { name: 'Bắt đầu' }).click();
    await page.getByRole('button', { name: 'Kiểm tra số liệu', exact: true }).click();
    await page.getByRole('button', { name: /Mục 3\.3\.1 · ô D45/ }).click();
    await page.getByRole('button', { name: 'Giải trình…', exact: true }).click();
    await page.getByRole('button', { name: reason, exact: true }).click();
    await page.getByRole('button', { name: 'Lưu giải trình', exact: true }).click();
    await page.getByText(`Đã giải trình: ${reason}`).waitFor();
    const { bytes } = await save(page);
    const opened = openWorkbook(bytes);
    if (!opened.ok) throw new Error(opened.message);
    const { findings, summary, reported } = analyze(opened.file.readWorkbook());
    expect([summary.errors, summary.explained, reported]).toEqual([2, 1, 'same']);
    expect(findings.flatMap(({ explained }) => explained?.reason ?? [])).toEqual([reason]);
    expect(checkIntegrity(bytes)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it('writes the report: sentences into the file, and a Word document', async () => {
    const { page, troubles } = await openDesk();
    await page.getByRole('button', { name: 'Bắt đầu' }).click();
    await page.getByRole('button', { name: 'Kiểm tra số liệu', exact: true }).click();
    await page.locator('.pane').getByText('Lời văn', { exact: true }).first().click();
    const saving: Promise<Download> = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải tệp Word' }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    const read = readWord(new Uint8Array(await readFile(await download.path())));
    expect(read.ok && read.paragraphs.join(' ')).toContain('Hoằng Hợp');
    await page.getByRole('button', { name: /Ghi vào trang/ }).click();
    await unsaved(page);
    const opened = openWorkbook((await save(page)).bytes);
    expect(opened.ok && opened.file.readWorkbook().sheets.map((sheet) => sheet.name)).toContain('Lời văn báo cáo');
    expect(troubles).toEqual([]);
  });

  it('has nothing in its bar that axe-core finds, light or dark', async () => {
    const { page } = await openDesk();
    await type(page, 'D11', '=1');
    for (const colorScheme of ['light', 'dark'] as const) {
      // Without motion: a colour on its way to another has no contrast of its own.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // The page forbids scripts that are not its own: the inspector comes in from outside.
      const found = await page.evaluate<AxeResults>(`${axe.source}; axe.run({ exclude: ['#grid'] })`);
      expect(found.violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
    }
  });

  it('is worked by keyboard alone: F6 goes to the pane and back into the cell', async () => {
    const { page, troubles } = await openDesk();
    await goTo(page, 'D11');
    for (const name of ['Bắt đầu', 'Kiểm tra số liệu']) {
      await page.getByRole('button', { name, exact: true }).waitFor();
      await page.keyboard.press('F6');
      await page.keyboard.press('Enter');
    }
    await page.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor({ state: 'attached' });
    await page.keyboard.press('F8');
    await page.keyboard.press('F6');
    await page.keyboard.type('40');
    await page.keyboard.press('Enter');
    await page.getByText('Số liệu đã thay đổi').waitFor();
    expect(cellsOf((await save(page)).bytes)[10]?.[3]).toBe(40);
    expect(troubles).toEqual([]);
  });

  it('has a splitter for the keyboard, and one column on narrow screens', async () => {
    const { page } = await openDesk();
    const splitter = page.getByRole('separator', { name: 'Độ rộng khung kiểm tra' });
    const width = () => page.locator('#pane').evaluate((pane) => pane.getBoundingClientRect().width);
    await expect.poll(width).toBe(400);
    await splitter.focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(width).toBe(424);
    await page.keyboard.press('Home');
    await expect.poll(width).toBe(320);
    expect(await splitter.getAttribute('aria-valuenow')).toBe('320');
    await page.setViewportSize({ width: 640, height: 900 });
    await expect.poll(width).toBe(640);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  });
});
