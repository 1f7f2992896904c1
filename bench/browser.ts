// What measuring pages in a real browser takes: a slower processor, the first paint, and times over several fresh pages.
import type { Page } from 'playwright-core';
import type { Row } from './table.ts';

/** An old office machine beside this one. */
export const SLOWER = 6;

/** An office's line to the web server that hands the add-in out: milliseconds there and back, bits a second. */
export const LINE = { latency: 40, megabits: 10 };

/** From now on what the page loads comes over that line. */
export async function loadOverLine(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const bytes = (LINE.megabits * 1_000_000) / 8;
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LINE.latency,
    downloadThroughput: bytes,
    uploadThroughput: bytes,
  });
}

/** From now on the page's processor is so many times slower. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Milliseconds from the start of loading to the first text or picture. Runs in the page. */
export async function firstPaint(): Promise<number> {
  for (;;) {
    const [entry] = performance.getEntriesByName('first-contentful-paint');
    if (entry) return entry.startTime;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** "312 ms", and how far the quickest and the slowest lie around it: "−8 … +21 %". */
export function medianAndSpread(values: readonly number[]): Pick<Row, 'measured' | 'spread'> {
  const middle = median(values);
  const percent = (value: number) => Math.abs((value / middle - 1) * 100).toFixed(0);
  return {
    measured: `${middle.toFixed(0)} ms`,
    spread: `−${percent(Math.min(...values))} … +${percent(Math.max(...values))} %`,
  };
}
