// Opens the built add-in in a real browser, beside a workbook that a test looks at: Microsoft's client is real, Excel is the model.
//
//   const browser = await launchBrowser(); // tests/pane/browser.ts
//   const excel = await openExcel(browser, book, { api: '1.9' });
//   await excel.frame.getByRole('button', { name: 'Kiểm tra số liệu' }).click();
//   excel.book.sheet('Phụ lục 01b').formats …
//   await excel.pressRibbon('clear');
//   await excel.close();
//
// No server and no network: every address is answered from files. `npm run build` must have made dist/excel-addin/.
import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { buildSync } from 'esbuild';
import type { Browser, Frame, Page, Route } from 'playwright-core';
import type { Book } from './book.ts';
import { type ExcelModel, excelModel } from './excelModel.ts';
import type {} from './hostPage.ts';
import { OFFICE_FOLDER } from './nodeClient.ts';

/** On the same site as the add-in: a browser without cookies of third parties gives frames of other sites no storage. */
const HOST = 'https://localhost:3001/';
const ADDIN = 'https://localhost:3000/';
const MICROSOFT = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const ADDIN_FOLDER = 'dist/excel-addin';
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  png: 'image/png',
};
const HOST_PAGE = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Excel</title>
<style>body{margin:0}iframe{width:350px;height:700px;border:0}iframe.closed{display:none}</style><iframe></iframe><script>${hostScript()}</script></html>`;

function hostScript(): string {
  const { outputFiles } = buildSync({ entryPoints: ['tests/office/hostPage.ts'], bundle: true, write: false });
  return outputFiles[0]?.text ?? '';
}

export interface OpenOptions {
  /** The newest ExcelApi that Excel says it knows. */
  readonly api?: string;
  /** Whether the user has the pane open from the start. */
  readonly isPaneOpen?: boolean;
  /** Pane and ribbon share one page; older Excel has no such thing. */
  readonly hasSharedRuntime?: boolean;
  /** Has used the pane before, so that no first card stands in the way. */
  readonly isStarted?: boolean;
  /** Microsoft's client keeps its own telemetry, as it does for users. */
  readonly hasTelemetry?: boolean;
  /** Where the add-in's files lie. */
  readonly folder?: string;
  /** What is done with the browser's page before anything is loaded. */
  readonly prepare?: (page: Page) => Promise<void>;
}

export interface OpenExcel {
  readonly page: Page;
  /** The add-in's page. */
  readonly frame: Frame;
  readonly book: Book;
  readonly model: ExcelModel;
  /** Addresses asked for that are neither Microsoft's script nor ours. */
  readonly outside: readonly string[];
  /** What the browser complained of: errors, and what the page's own policy forbids. */
  readonly complaints: readonly string[];
  /** Whether the user sees the pane. */
  isPaneOpen(): Promise<boolean>;
  /** The user opens or closes the pane. */
  showPane(isOpen: boolean): Promise<void>;
  /** Presses a button of the ribbon by its FunctionName, and waits until the add-in is done. */
  pressRibbon(command: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the book in "Excel" and the add-in beside it, ready to be used. */
export async function openExcel(browser: Browser, book: Book, options: OpenOptions = {}): Promise<OpenExcel> {
  const { api = '1.15', isPaneOpen = true, hasSharedRuntime = true, isStarted = true, hasTelemetry = false } = options;
  const { folder = ADDIN_FOLDER } = options;
  const model = excelModel(book);
  const context = await browser.newContext({ viewport: { width: 400, height: 720 } });
  const outside: string[] = [];
  const complaints: string[] = [];
  await context.route('**/*', (route) => serve(route, folder, outside));
  const page = await context.newPage();
  await options.prepare?.(page);
  listen(page, complaints);
  await page.exposeFunction('processBatch', (batch: string) => JSON.stringify(model.execute(JSON.parse(batch))));
  if (isStarted) await page.addInitScript(() => localStorage.setItem('cchc-pane', JSON.stringify({ started: true })));
  await page.goto(HOST);
  const shown = (isOpen: boolean) =>
    page.locator('iframe').evaluate((one, open) => one.classList.toggle('closed', !open), isOpen);
  const showPane = async (isOpen: boolean) => {
    await shown(isOpen);
    await tell(page, 65_539, '', { visibility: isOpen ? 'Visible' : 'Hidden' });
  };
  model.onEdit = (event) => void tell(page, 10, 'Workbook', event);
  model.onPane = (state) => void showPane(state === 'Visible');
  await shown(isPaneOpen);
  const frame = await start(page, { ExcelApi: api, ...(hasSharedRuntime && { SharedRuntime: '1.1' }) }, hasTelemetry);
  return {
    page,
    frame,
    book,
    model,
    outside,
    complaints,
    isPaneOpen: () => page.locator('iframe').isVisible(),
    showPane,
    pressRibbon: (command) => page.evaluate((name) => window.excelHost.press(name), command),
    close: () => context.close(),
  };
}

function listen(page: Page, complaints: string[]): void {
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
}

/** Sends an event to the add-in by the channel of request batches. */
async function tell(page: Page, type: number, target: string, event: unknown): Promise<void> {
  const entries = [[65_536, type, target, JSON.stringify(event), 0, false]];
  await page.evaluate((data) => window.excelHost.fire('richApiMessage', { ArrayData: data }), entries);
}

/** Waits until the pane is drawn: by then the add-in listens. */
async function start(page: Page, requirements: Readonly<Record<string, string>>, logging: boolean): Promise<Frame> {
  const told = JSON.stringify(requirements);
  const address = [`${ADDIN}taskpane.html`, told, logging] as const;
  await page.evaluate(([addin, sets, isLogged]) => window.excelHost.open(addin, sets, isLogged), address);
  const element = await page.waitForSelector('iframe', { state: 'attached' });
  const frame = await element.contentFrame();
  if (!frame) throw new Error('no frame');
  // Polled: a frame that is not shown draws no pictures to wait for.
  const isDrawn = () => document.querySelector('#pane > .pane:not(.opening)') !== null;
  await frame.waitForFunction(isDrawn, undefined, { polling: 20 });
  return frame;
}

function serve(route: Route, folder: string, outside: string[]): Promise<void> {
  const url = route.request().url();
  if (url === HOST) return route.fulfill({ contentType: TYPES.html ?? '', body: HOST_PAGE });
  const path = fileFor(url, folder);
  if (path === null) outside.push(url);
  if (path === null || !existsSync(path)) return route.fulfill({ status: 404 });
  return route.fulfill({ contentType: TYPES[path.replace(/^.*\./, '')] ?? 'text/plain', body: readFileSync(path) });
}

/** Microsoft's addresses are answered from its package, ours from what was built. */
function fileFor(url: string, folder: string): string | null {
  const plain = url.replace(/[?#].*$/, '');
  if (plain.startsWith(MICROSOFT)) return join(OFFICE_FOLDER, normalize(plain.slice(MICROSOFT.length)));
  if (plain.startsWith(ADDIN)) return join(folder, normalize(plain.slice(ADDIN.length)));
  return null;
}
