// Google stops at any call of a batch: everything is as it was, or the sheets that are not are named.
import { describe, expect, it } from 'vitest';
import { sheetsHost } from '../../apps-script/index.ts';
import { createCaller } from '../../apps-script/sidebar/call.ts';
import { sheetsClient } from '../../apps-script/sidebar/sheetsClient.ts';
import { type Change, hashGrid, type Outcome, ownSheetId, type Workbook } from '../../core/index.ts';
import { pressMenu } from './builtScript.ts';
import type { Book } from './fakeBook.ts';
import { serve } from './serve.ts';
import { ANNEX, stateOf, usersBook } from './usersBook.ts';

const FIX = { kind: 'cell', sheet: ANNEX, at: { row: 60, column: 3 }, from: '04', to: 4 } as const;
const MARKS = {
  kind: 'marks',
  sheet: ANNEX,
  cells: { error: [{ row: 44, column: 3 }], warning: [], info: [] },
} as const;
const COLUMNS = [{ width: 20 }, { width: 10 }];

function table(id: string, sheet: string, expects: string | null, cells: readonly (string | number)[][]): Change {
  return {
    kind: 'table',
    sheet,
    id,
    expects,
    columns: COLUMNS,
    rows: cells.map((row) => ({ look: 'row', cells: row })),
  };
}

/** The annex, a sheet of ours with a sentence that the official has changed, and one that is to go. */
function prepare(): { readonly book: Book; readonly batch: readonly Change[] } {
  const book = usersBook();
  const host = sheetsHost();
  const apply = (changes: readonly Change[]) => serve(book, () => host.apply(changes));
  const begun = [
    table('text', 'Lời văn', null, [
      ['04', 4],
      ['câu', 5],
      ['câu', 6],
    ]),
    table('old', 'Cũ', null, [['cũ', 1]]),
  ];
  expect(apply(begun)).toEqual({ applied: true });
  book.sheet('Lời văn').cell(1, 0).value = 'câu sửa tay';
  const own = workbookOf(book).sheets.find((sheet) => ownSheetId(sheet) === 'text');
  if (!own) throw new Error('no sheet of ours');
  const rewritten = table('text', 'Lời văn', hashGrid(own), [
    ['04', 7],
    ['=2', 8],
  ]);
  return {
    book,
    batch: [FIX, MARKS, rewritten, table('new', 'Mới', null, [['mới', 2]]), { kind: 'remove', id: 'old' }],
  };
}

function workbookOf(book: Book): Workbook {
  return serve(book, () => sheetsHost().readWorkbook()) as Workbook;
}

/** What counts of each sheet, by name: of ours the contents, of the user's everything. */
function statesOf(book: Book): Readonly<Record<string, string>> {
  const states = workbookOf(book).sheets.map((grid) => {
    const state = grid.name === ANNEX ? stateOf(book) : hashGrid(grid);
    return [grid.name, JSON.stringify(state)];
  });
  return Object.fromEntries(states);
}

/** The sheets that came, went or changed. */
function differing(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
}

const isWrite = (call: string) => /\.(set|insert|delete|hide|show|merge|break|clear|flush)/.test(call);

/** Applies the batch while Google refuses the n-th call that writes, and, if it `stays` so, every one after it. */
function interruptedAt(
  n: number,
  stays: boolean,
): { readonly outcome: Outcome; readonly differing: readonly string[] } {
  const { book, batch } = prepare();
  const before = statesOf(book);
  let seen = 0;
  book.onCall = (call) => {
    if (isWrite(call) && (++seen === n || (stays && seen > n))) throw new Error('Service error: Spreadsheets');
  };
  const host = sheetsHost();
  const outcome = serve(book, () => host.apply(batch)) as Outcome;
  book.onCall = () => {};
  return { outcome, differing: differing(before, statesOf(book)) };
}

describe('Google stops', () => {
  it('once, at any call: everything is taken back', () => {
    let n = 1;
    for (; ; n++) {
      const { outcome, differing } = interruptedAt(n, false);
      if (outcome.applied) break;
      expect({ n, outcome, differing }).toEqual({ n, outcome: { applied: false, code: 'failed' }, differing: [] });
    }
    expect(n).toBeGreaterThan(25);
  });

  it('for good, at any call: what is not as it was is named', () => {
    let named = 0;
    for (let n = 1; ; n++) {
      const { outcome, differing } = interruptedAt(n, true);
      if (outcome.applied) break;
      if (outcome.code === 'failed') expect({ n, differing }).toEqual({ n, differing: [] });
      else {
        expect(outcome.code).toBe('interrupted');
        for (const name of differing) expect(outcome.sheets, `call ${n}`).toContain(name);
        named++;
      }
    }
    expect(named).toBeGreaterThan(20);
  });

  it('and the menu says which sheets to look through', () => {
    const book = usersBook();
    let isStopped = false;
    book.onCall = (call) => {
      isStopped ||= call === 'Range.setBackgrounds';
      if (isStopped && isWrite(call)) throw new Error('Service error: Spreadsheets');
    };
    pressMenu(book, 'Kiểm tra số liệu');
    expect(book.toasts.at(-1)).toBe(
      `Đang ghi thì bị ngắt, có thể đã ghi dở. Hãy xem lại trang tính “${ANNEX}”, “Phiếu kiểm tra số liệu”.`,
    );
  });
});

it('an answer that is lost on its way to the sidebar is not taken for “as it was”', async () => {
  let fail: (error: Error) => void = () => {};
  const run = {
    withSuccessHandler: () => run,
    withFailureHandler(handler: typeof fail) {
      fail = handler;
      return run;
    },
    rpc: () => fail(new Error('NetworkError: Connection failure due to HTTP 0')),
  };
  Object.assign(globalThis, { google: { script: { run } } });
  const outcome = await sheetsClient(createCaller(() => {})).apply([FIX]);
  expect(outcome).toEqual({ applied: false, code: 'interrupted' });
});
