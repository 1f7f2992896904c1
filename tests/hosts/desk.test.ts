// The desk's host keeps the contract in a real browser: Univer draws on a canvas and has no life outside one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Change, markFormula, type SpreadsheetHost, type Workbook } from '../../core/index.ts';
import { openWorkbook } from '../../xlsx/index.ts';
import { type DeskBrowser, openDeskPage } from '../desk/browser.ts';
import { bytesOfWorkbook, oneSheet, worksheet } from '../xlsx/parts.ts';
import { hostContract, sheetOf } from './contract.ts';

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

const SHEET = sheetOf(
  'Trang 1',
  [
    [1, 2, 3],
    ['a', 0.5, null],
  ],
  { formulas: [[null, null, 'A1+B1'], []] },
);
const BOOK: Workbook = { sheets: [SHEET], active: 'Trang 1' };

/** What the saved file holds in its first sheet. */
async function savedCells() {
  const opened = openWorkbook(Uint8Array.from(await desk.call<readonly number[]>('save')));
  if (!opened.ok) throw new Error(opened.message);
  return opened.file.readWorkbook().sheets[0]?.cells;
}

function setting(row: number, column: number, value: object) {
  return desk.call('command', 'sheet.command.set-range-values', { value: { [row]: { [column]: value } } });
}

describe('desk: what a user does in the grid', () => {
  it('goes into the file, values only, and formulas follow in what is read', async () => {
    const host = await make(BOOK);
    await setting(0, 0, { v: 5, s: { bl: 1 } });
    expect(await savedCells()).toEqual([
      [5, 2, 7],
      ['a', 0.5],
    ]);
    const read = await host.readWorkbook();
    expect(read.sheets[0]?.cells[0]).toEqual([5, 2, 7]);
    expect(read.sheets[0]?.texts[1]).toEqual(['a', '0,5']);
    expect(await desk.call('shown', 'B2')).toBe('0,5');
  });

  it('is refused where a file could not keep it', async () => {
    await make(BOOK);
    const commands: readonly (readonly [string, object])[] = [
      ['sheet.command.insert-row-before', {}],
      ['sheet.command.insert-sheet', {}],
      ['sheet.command.set-worksheet-name', { name: 'Tên khác' }],
      ['sheet.command.set-frozen', { startRow: 1, startColumn: 0, xSplit: 0, ySplit: 1 }],
      ['sheet.command.set-range-bold', {}],
      ['sheet.command.delta-column-width', { deltaX: 10, anchorCol: 0 }],
      ['sheet.command.remove-col', { range: { startRow: 0, endRow: 9, startColumn: 0, endColumn: 0 } }],
      ['sheet.command.set-range-values', { value: { 0: { 2: { v: 9 } } } }],
      ['sheet.command.set-range-values', { value: { 1: { 2: { f: '=A1' } } } }],
    ];
    const silent: string[] = [];
    for (const [id, params] of commands) {
      const before = await desk.call<readonly string[]>('said');
      await desk.call('command', id, params);
      if ((await desk.call<readonly string[]>('said')).length === before.length) silent.push(id);
    }
    expect(silent).toEqual([]);
    expect(await desk.call('isChanged')).toBe(false);
    expect(Uint8Array.from(await desk.call<readonly number[]>('save'))).toEqual(bytesOfWorkbook(BOOK));
  });

  it('is taken back where the file refuses it', async () => {
    const rows =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>2</v></c></row>';
    await desk.call('open', [...oneSheet(worksheet(rows))]);
    await setting(1, 0, { v: 9 });
    await setting(1, 1, { v: 3 });
    expect(await savedCells()).toEqual([[1], [2, 3]]);
    expect(await desk.call('said')).toEqual(['Không ghi được vào ô A2 của tệp; ô đã trở về như cũ.']);
    expect(await desk.call('shown', 'A2')).toBe('2');
  });

  it('is told to whoever watches, and is committed before changes are carried out', async () => {
    const host = await make(BOOK);
    await desk.call('watch');
    await setting(0, 0, { v: 5 });
    expect(await desk.call('heard')).toBe(1);
    const change = { kind: 'cell', sheet: 'Trang 1', at: { row: 0, column: 0 }, from: 5, to: 6 } as const;
    expect(await host.apply([change])).toEqual({ applied: true });
    expect(await desk.call('heard')).toBe(1);
    expect(await desk.call('shown', 'A1')).toBe('6');
  });
});

describe('desk: the grid fails while changes are shown', () => {
  const TABLE: Change = {
    kind: 'table',
    sheet: 'Phiếu',
    id: 'check-sheet',
    expects: null,
    columns: [{ width: 9 }],
    rows: [{ look: 'row', cells: ['mới'] }],
  };
  const BATCH: readonly Change[] = [
    { kind: 'cell', sheet: 'Trang 1', at: { row: 0, column: 0 }, from: 1, to: 6 },
    { kind: 'marks', sheet: 'Trang 1', cells: { error: [{ row: 0, column: 1 }], warning: [], info: [] } },
    TABLE,
  ];

  /** The outcome of the batch, and whether file and grid are as they were. */
  async function failingAt(n: number, stays: boolean) {
    const host = await make(BOOK);
    const before = await host.readWorkbook();
    await desk.call('failAt', n, stays);
    const outcome = await host.apply(BATCH);
    await desk.call('failAt', 0, false);
    const isGridWhole = JSON.stringify(await host.readWorkbook()) === JSON.stringify(before);
    const isChanged = await desk.call<boolean>('isChanged');
    const saved = Uint8Array.from(await desk.call<readonly number[]>('save'));
    return { outcome, isGridWhole, isChanged, isFileWhole: Buffer.from(saved).equals(bytesOfWorkbook(BOOK)) };
  }

  it('once: file and grid are as they were', async () => {
    let n = 1;
    for (; ; n++) {
      const { outcome, ...whole } = await failingAt(n, false);
      if (outcome.applied) break;
      expect(outcome).toEqual({ applied: false, code: 'failed' });
      expect(whole).toEqual({ isGridWhole: true, isChanged: false, isFileWhole: true });
    }
    expect(n).toBeGreaterThan(4);
  });

  it('for good: the file is as it was, and the sheets to look through are named', async () => {
    const { outcome, isChanged, isFileWhole } = await failingAt(2, true);
    expect(outcome).toEqual({ applied: false, code: 'interrupted', sheets: ['Trang 1', 'Phiếu'] });
    expect({ isChanged, isFileWhole }).toEqual({ isChanged: false, isFileWhole: true });
  });
});

describe('desk: marks', () => {
  it('are conditional formats tagged by their formula, and are there again when the file is opened anew', async () => {
    const host = await make(BOOK);
    const error = [
      { row: 0, column: 0 },
      { row: 0, column: 1 },
    ];
    await host.apply([
      { kind: 'marks', sheet: 'Trang 1', cells: { error, warning: [], info: [{ row: 1, column: 1 }] } },
    ]);
    const marks = await desk.call<readonly object[]>('marks');
    expect(marks).toMatchObject([
      {
        rule: { value: `=${markFormula('error')}` },
        ranges: [{ startRow: 0, startColumn: 0, endRow: 0, endColumn: 1 }],
      },
      {
        rule: { value: `=${markFormula('info')}` },
        ranges: [{ startRow: 1, startColumn: 1, endRow: 1, endColumn: 1 }],
      },
    ]);
    await desk.call('open', await desk.call('save'));
    expect(await desk.call('marks')).toEqual(marks);
  });
});
