// The desk's host keeps the contract in a real browser: Univer draws on a canvas and has no life outside one.
import { afterAll, beforeAll } from 'vitest';
import type { SpreadsheetHost, Workbook } from '../../core/index.ts';
import { type DeskBrowser, openDeskPage } from '../desk/browser.ts';
import { bytesOfWorkbook } from '../xlsx/parts.ts';
import { hostContract } from './contract.ts';

let desk: DeskBrowser;

beforeAll(async () => {
  desk = await openDeskPage();
}, 120_000);
afterAll(() => desk?.close());

/** Everything goes through JSON, as the port promises it may. */
async function make(workbook: Workbook): Promise<SpreadsheetHost> {
  await desk.call('open', [...bytesOfWorkbook(workbook)]);
  return {
    name: 'desk',
    readWorkbook: () => desk.call('readWorkbook'),
    apply: (changes) => desk.call('apply', changes),
    reveal: (at) => desk.call('reveal', at),
  };
}

hostContract('desk', make);
