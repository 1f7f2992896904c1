// How every state of the pane looks: axe finds nothing, nothing scrolls sideways, at any width, light and dark.
// `CCHC_SHOTS=folder` keeps a picture of each, to be looked at.

import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { OpenOptions } from './browser.ts';
import { type PaneState, STATES } from './states.ts';
import { paneForTests } from './withPane.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = process.env.CCHC_SHOTS;
const LEAST_TARGET = 24;

const withPane = paneForTests();

function inState(state: PaneState, options: OpenOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const started = state.started ?? true;
  const reached = async (page: Page) => {
    await state.reach(page);
    await use(page);
  };
  return withPane(state.workbook, reached, { started, reducedMotion: 'reduce', ...options });
}

/** What axe complains of, a line each. */
async function complaints(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const axe = Reflect.get(window, 'axe');
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
  });
}

/** Wider than the window, or narrower than a finger is sure of. */
function misfits(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate((target) => {
    const wide = document.documentElement.scrollWidth > window.innerWidth ? ['the page scrolls sideways'] : [];
    const small = [...document.querySelectorAll<HTMLElement>('.pane button, .pane select, .pane summary')].filter(
      (element) => element.offsetHeight > 0 && Math.min(element.offsetHeight, element.offsetWidth) < target,
    );
    return [...wide, ...small.map(({ outerHTML }) => `small: ${outerHTML.slice(0, 120)}`)];
  }, least);
}

async function shoot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

it.each(STATES)('$name is accessible in light and dark, and fits from 300 to 480 px and at 200 % zoom', (state) =>
  inState(state, {}, async (page) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await shoot(page, `${state.name}-${colorScheme}`);
      expect(await complaints(page)).toEqual([]);
    }
    for (const width of [300, 350, 480]) {
      await page.setViewportSize({ width, height: 640 });
      expect(await misfits(page, LEAST_TARGET)).toEqual([]);
    }
    await page.setViewportSize({ width: 640, height: 640 });
    await page.evaluate(() => document.documentElement.style.setProperty('zoom', '2'));
    expect(await misfits(page, LEAST_TARGET)).toEqual([]);
  }),
);

it('forced colours keep what is chosen in sight', () => {
  const results = STATES.find(({ name }) => name === 'results');
  if (!results) throw new Error('no such state');
  return inState(results, { forcedColors: 'active' }, async (page) => {
    await shoot(page, 'results-forced-colours');
    const [chosen, other] = await page.evaluate(() =>
      ['true', 'false'].map((pressed) => {
        const element = document.querySelector(`.choice [aria-pressed="${pressed}"]`);
        return element ? getComputedStyle(element).backgroundColor : '';
      }),
    );
    expect(chosen).not.toBe(other);
    expect(await complaints(page)).toEqual([]);
  });
});
