// A real browser for the desk's tests, and a page of ours in it that holds nothing but the host.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import webpack from 'webpack';
import desk from '../../desk/webpack.mjs';
import { serve } from '../../scripts/serve.mjs';
import { launchBrowser } from '../pane/browser.ts';

export interface DeskBrowser {
  readonly page: Page;
  /** Calls a function of tests/desk/page.ts; arguments and answer go through JSON. */
  readonly call: <T>(name: string, ...values: readonly unknown[]) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Builds tests/desk/page.ts the way the desk is built, serves it and opens it. */
export async function openDeskPage(): Promise<DeskBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-desk-'));
  await build(folder);
  const server = await serve(folder, 0);
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  await page.goto(`${server.address}page.html`);
  return {
    page,
    call: (name, ...values) => page.evaluate(`deskPage.${name}(...${JSON.stringify(values)})`),
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function build(folder: string): Promise<void> {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const configuration = {
    ...desk,
    mode: 'development' as const,
    devtool: false as const,
    context: here,
    entry: { page: ['./page.html', './page.ts'] },
    output: { ...desk.output, path: folder },
  };
  return new Promise((done, failed) => {
    webpack(configuration, (error, stats) => {
      if (error || stats?.hasErrors()) failed(error ?? new Error(stats?.toString('errors-only')));
      else done();
    });
  });
}
