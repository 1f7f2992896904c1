// Opens the pane in a real browser: bundled from the sources, served from memory, nothing of the network.
import { build } from 'esbuild';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Workbook } from '../../core/index.ts';
import { findBrowser } from '../../scripts/browser.mjs';

const ORIGIN = 'http://pane.test';
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chromium, Chrome or Edge: run node scripts/setup.mjs --browser');
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

/** The page's files by path, bundled once. */
export async function bundlePane(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: { page: 'tests/pane/page.ts' },
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: '/',
    write: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    loader: { '.docx': 'binary' },
  });
  return new Map(
    outputFiles.map(({ path, contents }) => [path.replace(/^[A-Z]:/, '').replaceAll('\\', '/'), contents]),
  );
}

export interface OpenOptions extends BrowserContextOptions {
  /** Has used the pane before. */
  readonly started?: boolean;
}

/** A fresh page with the pane over the workbook. */
export async function openPane(
  browser: Browser,
  files: ReadonlyMap<string, Uint8Array>,
  workbook: Workbook,
  { started = true, ...context }: OpenOptions = {},
): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 }, ...context })).newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.addInitScript(
    ([start, used]) => {
      Object.assign(window, { START: start });
      if (used && localStorage.getItem('cchc-pane') === null)
        localStorage.setItem('cchc-pane', JSON.stringify({ started: true }));
    },
    [workbook, started] as const,
  );
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    const body = files.get(pathname);
    if (pathname === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: HTML });
    if (!body) return route.fulfill({ status: 404 });
    const contentType = pathname.endsWith('.css') ? 'text/css' : 'text/javascript; charset=utf-8';
    return route.fulfill({ contentType, body: Buffer.from(body) });
  });
  await page.goto(`${ORIGIN}/`);
  return page;
}

const HTML = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>CCHC</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/page.css"><style>html,body,body>div{height:100%;margin:0}</style></head>
<body><script type="module" src="/page.js"></script></body></html>`;
