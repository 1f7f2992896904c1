// Opens the built sidebar.html in a real browser as Google shows it: a sandboxed frame of another origin, with google.script.run
// over the built Code.js over a fake spreadsheet. Nothing of the network.
import { readFileSync } from 'node:fs';
import type { Browser, Frame, Page } from 'playwright-core';
import { FOLDER, pressMenu, runScript } from './builtScript.ts';
import type { Book } from './fakeBook.ts';

const SHEETS = 'https://google.test/';
/** Of the same site, where a browser gives a frame storage; of another, where it may give none. */
const SIDEBARS = { same: 'https://script.google.test/', other: 'https://script.test/' } as const;
/** As Google's own frames have it. */
const SANDBOX =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';
const sheetsPage = (
  sidebar: string,
) => `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Google Trang tính</title>
<style>body{margin:0}iframe{width:300px;height:700px;border:0}</style><iframe sandbox="${SANDBOX}" src="${sidebar}"></iframe></html>`;

/** What Google may do to a call instead of answering it. */
export type Mishap = 'accounts' | 'silence' | null;

export interface OpenSidebar {
  readonly page: Page;
  /** The sidebar's own page. */
  readonly frame: Frame;
  readonly book: Book;
  /** What the next calls meet. */
  mishap: Mishap;
  /** How many calls ran at the same time at most. */
  readonly mostAtOnce: () => number;
  /** What the browser complained of. */
  readonly complaints: readonly string[];
  /** Addresses asked for that are neither Google's page nor the sidebar's own. */
  readonly outside: readonly string[];
  readonly close: () => Promise<void>;
}

export interface SidebarOptions {
  readonly isStarted?: boolean;
  readonly site?: keyof typeof SIDEBARS;
  /** Pixels to one of the page, for pictures. */
  readonly scale?: number;
  /** The test moves the clock itself. */
  readonly hasOwnClock?: boolean;
}

const DENIED = "We're sorry, a server error occurred while reading from storage. Error code: PERMISSION_DENIED.";

/** The bridge as Google puts it into the page: one call at a time is the page's own affair. */
function bridge(): void {
  const runner = (succeed: (answer: unknown) => void, fail: (error: Error) => void) => ({
    withSuccessHandler: (handler: (answer: unknown) => void) => runner(handler, fail),
    withFailureHandler: (handler: (error: Error) => void) => runner(succeed, handler),
    rpc(...given: unknown[]) {
      if (given.some((one) => typeof one !== 'string')) throw new Error('Failed due to illegal value in property: 0');
      void window.runRpc(given.map(String)).then(({ answer, error }) => {
        if (error !== null) fail(new Error(error));
        else if (answer !== null) succeed(answer);
      });
    },
  });
  Object.assign(window, {
    google: {
      script: {
        run: runner(
          () => {},
          () => {},
        ),
      },
    },
  });
}

declare global {
  interface Window {
    runRpc(given: readonly string[]): Promise<{ readonly answer: string | null; readonly error: string | null }>;
  }
}

/** What the test steers while the page is open. */
interface Bridge {
  mishap: Mishap;
  running: number;
  most: number;
}

/** Opens the spreadsheet and, by its menu, the sidebar. */
export async function openSidebar(browser: Browser, book: Book, options: SidebarOptions = {}): Promise<OpenSidebar> {
  const { isStarted = true, site = 'same', scale = 1, hasOwnClock = false } = options;
  const context = await browser.newContext({ viewport: { width: 320, height: 720 }, deviceScaleFactor: scale });
  const page = await context.newPage();
  page.setDefaultTimeout(25_000);
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  if (hasOwnClock) await page.clock.install();
  const state: Bridge = { mishap: null, running: 0, most: 0 };
  await page.exposeFunction('runRpc', (given: readonly string[]) => answer(book, state, given));
  await prepare(page, isStarted);
  const outside: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (/^(https?|wss?):/.test(url) && url !== SHEETS && url !== SIDEBARS[site]) outside.push(url);
  });
  const frame = await show(page, contentOf(book), SIDEBARS[site]);
  const mostAtOnce = () => state.most;
  return Object.assign(state, { page, frame, book, mostAtOnce, complaints, outside, close: () => context.close() });
}

function contentOf(book: Book): string {
  book.files.set('sidebar', readFileSync(`${FOLDER}/sidebar.html`, 'utf8'));
  pressMenu(book, 'Mở khung kiểm tra');
  return book.sidebars[book.sidebars.length - 1]?.content ?? '';
}

async function answer(book: Book, state: Bridge, given: readonly string[]): ReturnType<Window['runRpc']> {
  if (state.mishap !== null) return { answer: null, error: state.mishap === 'accounts' ? DENIED : null };
  state.running++;
  state.most = Math.max(state.most, state.running);
  await new Promise((resolve) => setTimeout(resolve, 5));
  state.running--;
  return { answer: String(runScript(book, 'rpc', given)), error: null };
}

async function prepare(page: Page, isStarted: boolean): Promise<void> {
  // Run by tsx, functions name themselves by a helper that a page has not.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(bridge);
  if (!isStarted) return;
  await page.addInitScript(() => {
    if (location.host === 'script.google.test') localStorage.setItem('cchc-pane', JSON.stringify({ started: true }));
  });
}

async function show(page: Page, content: string, address: string): Promise<Frame> {
  await page.route('**/*', (route) => {
    const body = { [SHEETS]: sheetsPage(address), [address]: content }[route.request().url()];
    return body ? route.fulfill({ contentType: 'text/html; charset=utf-8', body }) : route.fulfill({ status: 404 });
  });
  await page.goto(SHEETS);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('no frame');
  return frame;
}
