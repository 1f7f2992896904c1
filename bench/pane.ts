// How heavy the pane is, how soon it paints and how soon it shows findings, on a processor six times slower.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import webpack from 'webpack';
import { smallest, typescript } from '../scripts/webpack.mjs';
import { launchBrowser, openPane } from '../tests/pane/browser.ts';
import { openWorkbook } from '../xlsx/index.ts';
import type { Row } from './table.ts';

const ROUNDS = 7;
const SLOWER = 6;
const MOST_KILOBYTES = 60;
const MOST_MILLISECONDS = 300;

export async function measurePane(example: string): Promise<readonly Row[]> {
  const opened = openWorkbook(readFileSync(example));
  if (!opened.ok) throw new Error(opened.message);
  const workbook = opened.file.readWorkbook();
  const [alone, page] = [await built('./pane/index.ts'), await built('./tests/pane/page.ts')];
  const browser = await launchBrowser();
  try {
    const runs: Run[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      runs.push(await timesOf(browser, (shared) => openPane(shared, page, workbook)));
    }
    const isAtStart = (name: string) => (runs[0]?.loaded ?? []).includes(name);
    return [...sizeRows(alone, isAtStart), ...timeRows(runs)];
  } finally {
    await browser.close();
  }
}

/** The script as it is handed out, with what it loads later; "/page.js" is what a page starts with. */
async function built(entry: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-pane-'));
  const compiler = webpack({
    mode: 'production',
    target: ['web', 'es2022'],
    entry: { page: entry },
    output: { path: folder, filename: '[name].js', publicPath: '/', library: { type: 'window' } },
    experiments: { css: true },
    module: { rules: [typescript('es2022')] },
    resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
    // Named, so that a part is known again in another build.
    optimization: { ...smallest, chunkIds: 'named' },
    performance: { hints: false },
  });
  try {
    await new Promise<void>((resolve, reject) => {
      compiler.run((error, stats) => (error || stats?.hasErrors() ? reject(error ?? stats) : resolve()));
    });
    return new Map(readdirSync(folder).map((name) => [`/${name}`, readFileSync(join(folder, name))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Run {
  /** Milliseconds. */
  readonly paint: number;
  readonly findings: number;
  /** What was loaded until the findings were shown. */
  readonly loaded: readonly string[];
}

async function timesOf(browser: Browser, open: (browser: Browser) => Promise<Page>): Promise<Run> {
  const page = await open(browser);
  try {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.reload();
    await page.getByRole('button', { name: 'Kiểm tra số liệu' }).waitFor();
    const paint = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    );
    const findings = await page.evaluate(clickToFindings);
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
    return { paint, findings, loaded };
  } finally {
    await page.context().close();
  }
}

/** From the click to the frame that shows the findings. Runs in the page. */
async function clickToFindings(): Promise<number> {
  const since = performance.now();
  document.querySelector<HTMLElement>('main button.primary')?.click();
  while (!document.querySelector('.entry')) await new Promise((resolve) => requestAnimationFrame(resolve));
  return performance.now() - since;
}

function sizeRows(files: ReadonlyMap<string, Uint8Array>, isAtStart: (name: string) => boolean): readonly Row[] {
  const scripts = [...files.keys()].filter((name) => name.endsWith('.js'));
  const gzipped = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + gzipSync(files.get(name) ?? new Uint8Array(), { level: 9 }).length / 1000, 0);
  const kilobytes = (value: number) => `${value.toFixed(1)} kB gzip`;
  const start = gzipped(scripts.filter(isAtStart));
  return [
    {
      what: 'pane and core, all that checking loads',
      measured: kilobytes(start),
      target: `≤ ${MOST_KILOBYTES} kB`,
      met: start <= MOST_KILOBYTES,
    },
    { what: '  its style sheet', measured: kilobytes(gzipped(['/page.css'])) },
    {
      what: '  loaded when asked for: sheets, narrative, comparison, Word, English',
      measured: kilobytes(gzipped(scripts.filter((name) => !isAtStart(name)))),
    },
  ];
}

function timeRows(runs: readonly Run[]): readonly Row[] {
  const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const row = (what: string, value: number): Row => ({
    what,
    measured: `${value.toFixed(0)} ms`,
    target: `≤ ${MOST_MILLISECONDS} ms`,
    met: value <= MOST_MILLISECONDS,
  });
  return [
    row(`first paint, processor ${SLOWER}× slower, median of ${ROUNDS}`, median(runs.map(({ paint }) => paint))),
    row('  from the click to the findings of the example', median(runs.map(({ findings }) => findings))),
  ];
}
