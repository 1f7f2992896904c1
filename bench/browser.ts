// What measuring pages in a real browser takes: a slower processor, the first paint, and times over several fresh pages.
import type { Page } from 'playwright-core';
import type { Row } from './table.ts';

/** An old office machine beside this one. */
export const SLOWER = 6;

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
