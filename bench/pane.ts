// How heavy the pane is, how soon it paints and how soon it shows findings, on a processor six times slower.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import webpack from 'webpack';
import type { Workbook } from '../core/index.ts';
import { serve } from '../scripts/serve.mjs';
import { opening, smallest, typescript } from '../scripts/webpack.mjs';
import { bookOf } from '../tests/office/book.ts';
import { openExcel } from '../tests/office/openExcel.ts';
import { launchBrowser } from '../tests/pane/browser.ts';
import { openWorkbook } from '../xlsx/index.ts';
import { firstPaint, median, medianAndSpread, SLOWER, slowDown } from './browser.ts';
import type { Row, Topic } from './table.ts';

const ROUNDS = 7;
const MOST_KILOBYTES = 60;
const MOST_MILLISECONDS = 300;

export async function measurePane(example: string): Promise<Topic> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-pane-'));
  try {
    const [pane, page] = [join(folder, 'pane'), join(folder, 'page')];
    await build('./pane/index.ts', pane, smallest);
    await buildPage(page, smallest);
    verifyParts(pane, page);
    const { browser, runs } = await measureRuns(page, readExample(example));
    const isAtStart = (name: string) => (runs[0]?.loaded ?? []).includes(`/${name}`);
    return {
      title: 'The pane, in a real browser',
      notes: [
        `Chromium ${browser}, its processor slowed ${SLOWER} times; median of ${ROUNDS} fresh pages.`,
        'The page without anything is a heading and nothing else: no page can paint sooner there.',
        'The add-in is as handed out, with Microsoft’s own script, beside a model of Excel; the findings are those of the pane',
        'over a workbook in memory.',
      ],
      rows: [...sizeRows(pane, isAtStart), ...timeRows(runs)],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Parts are known again in the other build by their numbers, which follow from the files they are made of. */
function verifyParts(pane: string, page: string): void {
  const there = scriptsIn(page);
  const unknown = scriptsIn(pane).filter((name) => !there.includes(name));
  if (unknown.length > 0) throw new Error(`The page has no part of the pane that is called ${unknown.join(', ')}`);
}

export function scriptsIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.js'));
}

const PAGE = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>CCHC</title>
<link rel="stylesheet" href="page.css"><script src="page.js" defer></script></head><body><div id="pane">${opening}</div></body></html>`;

const EMPTY =
  '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>CCHC</title></head><body><h1>CCHC</h1></body></html>';

export function readExample(example: string): Workbook {
  const opened = openWorkbook(readFileSync(example));
  if (!opened.ok) throw new Error(opened.message);
  return opened.file.readWorkbook();
}

/** webpack's own words for how small, and how cut up, scripts are to be. */
export type Optimization = NonNullable<webpack.Configuration['optimization']>;

/** A page with the pane over a workbook in memory, and one that is a heading and nothing else. */
export async function buildPage(folder: string, optimization: Optimization): Promise<void> {
  await build('./tests/pane/page.ts', folder, optimization);
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'empty.html'), EMPTY);
}

/** The pane's own script, or a page's; `smallest` as it is handed out. */
async function build(entry: string, folder: string, optimization: Optimization): Promise<void> {
  const compiler = webpack({
    mode: 'production',
    target: ['web', 'es2022'],
    entry: { page: entry },
    output: { path: folder, filename: '[name].js', library: { type: 'window' } },
    experiments: { css: true },
    module: { rules: [typescript('es2022')] },
    resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
    optimization,
    performance: { hints: false },
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => (error || stats?.hasErrors() ? reject(error ?? stats) : resolve()));
  });
}

async function measureRuns(folder: string, workbook: Workbook): Promise<Runs> {
  const [server, browser] = [await serve(folder, 0), await launchBrowser()];
  try {
    const runs: Run[] = [];
    for (let round = 0; round < ROUNDS; round++) runs.push(await timesOf(browser, server.address, workbook));
    return { browser: browser.version(), runs };
  } finally {
    await browser.close();
    await server.close();
  }
}

interface Runs {
  /** Its version. */
  readonly browser: string;
  readonly runs: readonly Run[];
}

interface Run {
  /** Milliseconds; `empty` is the first paint of a page that is a heading and nothing else. */
  readonly empty: number;
  /** The add-in's first paint, and its first button: the annex is found by then. */
  readonly paint: number;
  readonly button: number;
  readonly findings: number;
  /** What was loaded until the findings were shown. */
  readonly loaded: readonly string[];
}

async function timesOf(browser: Browser, address: string, workbook: Workbook): Promise<Run> {
  return { ...(await paneTimes(browser, address, workbook)), ...(await addInTimes(browser, workbook)) };
}

/** The pane over a workbook in memory. */
async function paneTimes(
  browser: Browser,
  address: string,
  workbook: Workbook,
): Promise<Pick<Run, 'empty' | 'findings' | 'loaded'>> {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  try {
    await page.addInitScript({ content: startScript(workbook) });
    await slowDown(page, SLOWER);
    await page.goto(`${address}empty.html`);
    const empty = await page.evaluate(firstPaint);
    await page.goto(address);
    await page.getByRole('button', { name: 'Kiểm tra số liệu' }).waitFor();
    const findings = await page.evaluate(clickToFindings);
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
    return { empty, findings, loaded };
  } finally {
    await page.context().close();
  }
}

/** The built add-in in "Excel". */
async function addInTimes(browser: Browser, workbook: Workbook): Promise<Pick<Run, 'paint' | 'button'>> {
  const excel = await openExcel(browser, bookOf(workbook), { prepare: (page) => slowDown(page, SLOWER) });
  try {
    await excel.frame.getByRole('button', { name: 'Kiểm tra số liệu' }).waitFor();
    const button = await excel.frame.evaluate(() => performance.now());
    return { paint: await excel.frame.evaluate(firstPaint), button };
  } finally {
    await excel.close();
  }
}

/** The workbook as text, read when it is asked for: the page waits for the pane, not for the workbook. */
export function startScript(workbook: Workbook): string {
  const text = JSON.stringify(JSON.stringify(workbook));
  return `Object.defineProperty(window, 'START', { get: () => JSON.parse(${text}) });
localStorage.setItem('cchc-pane', '{"started":true}');`;
}

/** From the click until the frame that shows the findings is painted. Runs in the page. */
export async function clickToFindings(): Promise<number> {
  const since = performance.now();
  document.querySelector<HTMLElement>('main button.primary')?.click();
  while (!document.querySelector('.entry')) await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - since;
}

function sizeRows(folder: string, isAtStart: (name: string) => boolean): readonly Row[] {
  const scripts = scriptsIn(folder);
  const gzipped = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length / 1000, 0);
  const kilobytes = (value: number) => `${value.toFixed(1)} kB gzip`;
  const start = gzipped(scripts.filter(isAtStart));
  return [
    {
      what: 'pane and core, all that checking loads',
      measured: kilobytes(start),
      target: `≤ ${MOST_KILOBYTES} kB`,
      met: start <= MOST_KILOBYTES,
    },
    { what: 'its style sheet', measured: kilobytes(gzipped(['page.css'])) },
    {
      what: 'loaded when asked for: sheets, narrative, comparison, Word, English',
      measured: kilobytes(gzipped(scripts.filter((name) => !isAtStart(name)))),
    },
  ];
}

function timeRows(runs: readonly Run[]): readonly Row[] {
  const [empty, paint, button, findings] = (['empty', 'paint', 'button', 'findings'] as const).map((what) =>
    runs.map((run) => run[what]),
  ) as [number[], number[], number[], number[]];
  const row = (what: string, values: readonly number[]): Row => ({ what, ...medianAndSpread(values) });
  const bounded = (what: string, values: readonly number[]): Row => ({
    ...row(what, values),
    target: `≤ ${MOST_MILLISECONDS} ms`,
    met: median(values) <= MOST_MILLISECONDS,
  });
  return [
    row('first paint of a page without anything', empty),
    bounded('first paint of the add-in: what it is, and that it opens', paint),
    row('until the add-in has found the annex and its first button can be pressed', button),
    bounded('from the click to the findings of the example', findings),
  ];
}
