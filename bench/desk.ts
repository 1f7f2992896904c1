// How soon the desk paints, and how soon the example stands there with the pane beside it, on this and on a slower processor.
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { serve } from '../scripts/serve.mjs';
import { launchBrowser } from '../tests/pane/browser.ts';
import { firstPaint, medianAndSpread, SLOWER, slowDown } from './browser.ts';
import type { Row, Topic } from './table.ts';

const ROUNDS = 3;

/** Milliseconds from the start of loading. */
interface Run {
  readonly paint: number;
  readonly ready: number;
}

/** `dist` is where the built desk lies. */
export async function measureDesk(dist: URL): Promise<Topic> {
  const [server, browser] = [await serve(fileURLToPath(new URL('desk', dist)), 0), await launchBrowser()];
  try {
    const [usual, slower] = [
      await measureRuns(browser, server.address, 1),
      await measureRuns(browser, server.address, SLOWER),
    ];
    return {
      title: 'The desk, in a real browser',
      notes: [
        `Chromium ${browser.version()}, median of ${ROUNDS} pages with nothing of it in the cache; served from this machine.`,
        'Ready is when the example stands in the grid and the pane beside it has its first button.',
      ],
      rows: [...rowsOf(usual, 'this processor'), ...rowsOf(slower, `${SLOWER} times slower`)],
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measureRuns(browser: Browser, address: string, rate: number): Promise<readonly Run[]> {
  const runs: Run[] = [];
  for (let round = 0; round < ROUNDS; round++) runs.push(await timesOf(browser, address, rate));
  return runs;
}

async function timesOf(browser: Browser, address: string, rate: number): Promise<Run> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  try {
    await slowDown(page, rate);
    await page.goto(address, { waitUntil: 'commit' });
    await page.getByRole('button', { name: 'Bắt đầu' }).waitFor({ timeout: 120_000 });
    const ready = await page.evaluate(() => performance.now());
    return { paint: await page.evaluate(firstPaint), ready };
  } finally {
    await page.context().close();
  }
}

function rowsOf(runs: readonly Run[], where: string): readonly Row[] {
  return [
    { what: `first paint, ${where}`, ...medianAndSpread(runs.map(({ paint }) => paint)) },
    { what: `ready, ${where}`, ...medianAndSpread(runs.map(({ ready }) => ready)) },
  ];
}
