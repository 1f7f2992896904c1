// The spreadsheet as the pane sees it: a host whose every call goes to the script.
import { failureCode, hostFailure, type ReadOptions, type SpreadsheetHost, type Workbook } from '../../core/index.ts';
import type { ApplyAnswer, ApplyRequest, CellFormat } from '../protocol.ts';
import type { Caller } from './call.ts';

/** Google tells a sidebar of no edits: while it is looked at, it asks this often whether anything is different. */
const MILLISECONDS_BETWEEN = 5_000;
/** How soon a read that is no longer wanted is let go. */
const MILLISECONDS_TO_STOP = 150;

export function sheetsClient(caller: Caller): SpreadsheetHost {
  let formats: readonly CellFormat[] = [];
  /** Of the last read; there is nothing to compare before the first. */
  let checksum = '';
  return {
    name: 'Google Sheets',
    async readWorkbook(options = {}) {
      const read = await stoppable(caller.call('read', null), options);
      checksum = read.checksum;
      return read.workbook;
    },
    async apply(changes) {
      const { outcome, replaced } = await applyOr(caller, { changes, formats });
      formats = [...replaced, ...formats];
      return outcome;
    },
    async reveal(at) {
      await caller.call('reveal', at);
    },
    watch: (changed) =>
      poll(async () => {
        if (checksum === '' || document.hidden || caller.isBusy()) return;
        const now = await caller.call('checksum', null);
        if (now !== checksum) changed();
        checksum = now;
      }),
  };
}

/** Of a batch whose answer was lost nobody knows how far it came; only one that was never let in is surely not begun. */
async function applyOr(caller: Caller, request: ApplyRequest): Promise<ApplyAnswer> {
  try {
    return await caller.call('apply', request);
  } catch (error) {
    const code = failureCode(error) === 'busy' ? 'busy' : 'interrupted';
    return { outcome: { applied: false, code }, replaced: [] };
  }
}

/** The script cannot be stopped, but nobody has to wait for it. */
function stoppable<T extends { readonly workbook: Workbook }>(answer: Promise<T>, { signal }: ReadOptions): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      if (signal?.aborted) reject(hostFailure('stopped'));
    }, MILLISECONDS_TO_STOP);
    answer.then(resolve, reject).finally(() => clearInterval(timer));
  });
}

/** Asks again and again, each time after the last answer; a failure is passed over, the next one may go through. */
function poll(look: () => Promise<void>): () => void {
  let timer = setTimeout(next, MILLISECONDS_BETWEEN);
  async function next(): Promise<void> {
    await look().catch(() => undefined);
    timer = setTimeout(next, MILLISECONDS_BETWEEN);
  }
  return () => clearTimeout(timer);
}
