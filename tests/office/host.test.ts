// What Excel is and the contract does not know: round trips, protection, edit mode, co-authors, formats, failures half-way.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Cell,
  type CellChange,
  type Change,
  type Grid,
  hashGrid,
  ownSheetId,
  type SpreadsheetHost,
  type TableChange,
  undo,
} from '../../core/index.ts';
import { excelHost } from '../../excel-addin/index.ts';
import { sheetOf } from '../hosts/contract.ts';
import { type Book, type BookSheet, bookOf, parseBox } from './book.ts';
import { type ExcelModel, excelModel } from './excelModel.ts';
import { connectExcel } from './nodeClient.ts';
import { HostError } from './wire.ts';

const ANNEX = 'Phụ lục 01b';
const CELLS: readonly (readonly Cell[])[] = [
  ['STT', 'Nội dung', 'Số liệu'],
  ['1', 'Tổng số', 12],
  ['1.1', 'Trực tuyến', '04'],
];
const TABLE: TableChange = {
  kind: 'table',
  sheet: 'Phiếu kiểm tra số liệu',
  id: 'check-sheet',
  expects: null,
  columns: [
    { width: 12, format: '@' },
    { width: 40, align: 'center' },
    { width: 8, hidden: true },
  ],
  rows: [
    { look: 'title', cells: ['PHIẾU KIỂM TRA'] },
    { look: 'heading', cells: ['Ô', 'Nội dung', 'id'] },
    { look: 'error', cells: [{ text: 'C2', link: { sheet: ANNEX, row: 1, column: 2 } }, 'Lệch 4', 'a'] },
    { look: 'row', cells: ['04', '=1+1', 'b'] },
  ],
  merges: [{ from: { row: 3, column: 0 }, to: { row: 3, column: 1 } }],
  lists: [{ range: { from: { row: 3, column: 1 }, to: { row: 3, column: 1 } }, values: ['Rồi', 'Chưa'] }],
  frozenRows: 2,
  print: { landscape: true, repeat: { from: 1, to: 1 } },
};

function set(at: string, from: Cell, to: Cell): CellChange {
  const { top: row, left: column } = parseBox(at);
  return { kind: 'cell', sheet: ANNEX, at: { row, column }, from, to };
}

function mark(...cells: readonly string[]): Change {
  const error = cells.map(parseBox).map(({ top: row, left: column }) => ({ row, column }));
  return { kind: 'marks', sheet: ANNEX, cells: { error, warning: [], info: [] } };
}

const NO_MARKS = mark();

/** All that a sheet holds: contents, looks, conditional formats in their order, lists. */
function stateOf(sheet: BookSheet): unknown {
  const { name, validations, merges, frozenRows } = sheet;
  // A mark that was taken off and put on again has another id.
  const formats = sheet.formats.map(({ id: _id, ...format }) => format);
  const cells = [...sheet.cells].filter(([, cell]) => cell.value !== null || Object.keys(cell.look).length > 0);
  return structuredClone({ name, cells, formats, validations, merges, frozenRows });
}

function userFormat(book: Book, formula: string): void {
  const format = { id: book.nextId(), boxes: [parseBox('C1:C9')], type: 'Custom', formula, look: { fill: '#00FF00' } };
  annexOf(book).formats.push(format);
}

function annexOf(book: Book): BookSheet {
  return book.sheet(ANNEX);
}

describe.each(['1.9', '1.15'])('ExcelApi %s', (api) => {
  let book: Book;
  let model: ExcelModel;
  let host: SpreadsheetHost;

  function open(grids: readonly Grid[]): void {
    book = bookOf({ sheets: grids, active: grids[0]?.name ?? '' });
    model = excelModel(book);
    connectExcel(model, api);
    host = excelHost();
  }

  beforeEach(() => open([sheetOf(ANNEX, CELLS), sheetOf('Khác', [['giữ nguyên']])]));

  /** Round trips that something takes. */
  async function tripsOf(work: () => unknown): Promise<number> {
    const before = model.trips.length;
    await work();
    return model.trips.length - before;
  }

  function wide(name: string, rows: number, columns: number): Grid {
    return sheetOf(
      name,
      Array.from({ length: rows }, () => Array.from({ length: columns }, () => 1)),
    );
  }

  describe('reading', () => {
    it('takes two round trips up to 20,000 used cells, whatever the sheets', async () => {
      expect(await tripsOf(() => host.readWorkbook())).toBe(2);
      open([wide('a', 10_000, 1), wide('b', 1, 5_000), wide('c', 50, 100)]);
      expect(await tripsOf(() => host.readWorkbook())).toBe(2);
      open(Array.from({ length: 24 }, (_, i) => wide(`t${i}`, 8, 100)));
      expect(await tripsOf(() => host.readWorkbook())).toBe(2);
    });

    it('asks more sheets for their size in one trip more', async () => {
      open(Array.from({ length: 40 }, (_, i) => sheetOf(`t${i}`, [[i]])));
      expect(await tripsOf(() => host.readWorkbook())).toBe(3);
      expect((await host.readWorkbook()).sheets.map((sheet) => sheet.cells[0]?.[0])).toEqual([...Array(40).keys()]);
    });

    it('comes in pieces beyond, tells how far it is, and stops when asked', async () => {
      open([wide('a', 3_000, 16), sheetOf('b', [['cuối']])]);
      const told: (readonly [number, number])[] = [];
      const signal = { aborted: false };
      const progress = (done: number, total: number) => void told.push([done, total]);
      expect(await tripsOf(() => host.readWorkbook({ progress, signal }))).toBe(4);
      expect(told).toEqual([
        [20_000, 48_001],
        [40_000, 48_001],
        [48_001, 48_001],
      ]);
      const read = host.readWorkbook({ progress: () => Object.assign(signal, { aborted: true }), signal });
      await expect(read).rejects.toMatchObject({ code: 'stopped' });
    });

    it('halves a piece whose texts are too long for one answer', async () => {
      open([
        sheetOf(
          'a',
          Array.from({ length: 400 }, (_, i) => [`${i} ${'chữ '.repeat(2_000)}`]),
        ),
      ]);
      const [sheet] = (await host.readWorkbook()).sheets;
      expect(sheet?.cells.map((row) => Number.parseInt(String(row[0]), 10))).toEqual([...Array(400).keys()]);
    });

    it('does without the walk past the last sheet where Excel will not have it', async () => {
      model.beforeTrip = (trip) => {
        model.fault = (place) => {
          if (trip === 1 && place.startsWith('Range.')) throw new HostError('InvalidObjectPath');
        };
      };
      expect((await host.readWorkbook()).sheets.map((sheet) => sheet.name)).toEqual([ANNEX, 'Khác']);
      expect(await tripsOf(() => host.readWorkbook())).toBe(3);
    });

    it('starts at A1 wherever the used block does, and tells blanks, errors and texts apart', async () => {
      open([sheetOf('a', [[], [null, null, '#REF!'], [null, null, { error: '#REF!' }], [null, null, '=1+1']])]);
      const [sheet] = (await host.readWorkbook()).sheets;
      expect(sheet?.cells).toEqual([[], [null, null, '#REF!'], [null, null, { error: '#REF!' }], [null, null, '=1+1']]);
      expect(sheet?.formulas[3]).toEqual([null, null, null]);
    });

    it('gives the fonts of a sheet typed for the old ones, in one trip more', async () => {
      open([sheetOf('a', [[], [null, 'C¶i c¸ch hµnh chÝnh', 'Tæng sè hå s¬']]), sheetOf('b', [['Cải cách']])]);
      book.sheet('a').cell(1, 1).look['font.name'] = '.VnTimeH';
      expect(await tripsOf(() => host.readWorkbook())).toBe(3);
      const [old, plain] = (await host.readWorkbook()).sheets;
      expect(old?.fonts).toEqual([[], [null, '.VnTimeH', 'Calibri']]);
      expect(plain?.fonts).toBeUndefined();
    });

    it('fails as busy while a cell is being typed', async () => {
      book.isEditing = true;
      await expect(host.readWorkbook()).rejects.toMatchObject({ code: 'busy' });
      await expect(host.reveal({ sheet: ANNEX, row: 1, column: 1 })).rejects.toMatchObject({ code: 'busy' });
    });
  });

  describe('writing', () => {
    it('takes three round trips, one of them the writing', async () => {
      const changes = [mark('C2'), { ...TABLE, id: 'other' }, set('C2', 12, 13)];
      const unprinted = changes.map((change) => ('print' in change ? without(change, 'print') : change));
      expect(await tripsOf(() => host.apply(unprinted))).toBe(3);
    });

    it('draws our sheet', async () => {
      expect(await host.apply([TABLE])).toEqual({ applied: true });
      const sheet = book.sheet(TABLE.sheet);
      expect(sheet.peek(2, 0)?.look).toMatchObject({
        link: { documentReference: `'${ANNEX}'!C2` },
        'fill.color': '#F8B4B4',
        'font.color': '#0563C1',
        'border.EdgeTop.style': 'Continuous',
      });
      expect(sheet.peek(3, 0)).toMatchObject({ value: '04', format: '@' });
      expect(sheet.peek(3, 1)).toMatchObject({ value: '=1+1', formula: null, look: { horizontal: 'Center' } });
      expect(sheet.columns.get(0)).toEqual({ width: 66.75 });
      expect(sheet.columns.get(2)?.hidden).toBe(true);
      expect(sheet.columns.get(3)?.hidden).toBe(true);
      expect(sheet.merges.map(({ top }) => top)).toEqual([3, 0]);
      expect(sheet.validations[0]?.settings).toMatchObject({
        rule: { list: { source: 'Rồi,Chưa', inCellDropDown: true } },
        errorAlert: { showAlert: false },
      });
      expect(sheet.frozenRows).toBe(2);
      expect(sheet.page).toMatchObject({ orientation: 'Landscape', titleRows: '$2:$2' });
      expect(book.active).toBe(ANNEX);
    });

    it('leaves nothing of the old sheet when it is rewritten, and keeps it in its place', async () => {
      await host.apply([TABLE]);
      const sheet = book.sheet(TABLE.sheet);
      const expects = hashGrid((await host.readWorkbook()).sheets[2] as Grid);
      const rows = [{ look: 'plain', cells: ['mới'] }] as const;
      const plain = without({ ...TABLE, expects, rows }, 'print', 'merges', 'lists', 'frozenRows');
      expect(await host.apply([plain])).toEqual({ applied: true });
      expect(book.sheets.indexOf(sheet)).toBe(2);
      expect(sheet).toMatchObject({ merges: [], validations: [], frozenRows: 0 });
      expect([...sheet.cells.keys()].sort()).toEqual(['0:0', '0:1', '0:2', '0:3']);
      expect(sheet.peek(0, 0)?.look['fill.color']).toBeUndefined();
    });

    it('writes texts as long as a cell holds', async () => {
      const text = 'chữ '.repeat(8_000);
      expect(await host.apply([{ ...TABLE, rows: [{ look: 'plain', cells: [text] }] }])).toEqual({ applied: true });
      expect(book.sheet(TABLE.sheet).peek(0, 0)?.value).toBe(text);
    });

    it('writes the table even where there is no printer', async () => {
      book.hasPrinter = false;
      expect(await host.apply([TABLE])).toEqual({ applied: true });
      expect(book.sheet(TABLE.sheet).frozenRows).toBe(2);
    });

    it('tells the pane of edits, but not of what it writes itself', async () => {
      let heard = 0;
      const stop = host.watch?.(() => void heard++);
      await settled();
      await host.apply([set('C2', 12, 13), TABLE]);
      await settled();
      expect(heard).toBe(0);
      model.edit(annexOf(book), 'C2');
      await settled();
      expect(heard).toBe(1);
      stop?.();
      await settled();
      model.edit(annexOf(book), 'C2');
      await settled();
      expect(heard).toBe(1);
    });
  });

  describe('marks', () => {
    it("stand before the user's conditional formats and leave cell, format and note exactly as they were", async () => {
      Object.assign(annexOf(book).cell(1, 2), { format: '#,##0', look: { 'fill.color': '#FFFF00', note: 'xem lại' } });
      userFormat(book, '=C1>5');
      userFormat(book, '=N("other")=0');
      const before = stateOf(annexOf(book));
      expect(await host.apply([mark('C2', 'C3', 'B7')])).toEqual({ applied: true });
      expect(annexOf(book).formats.map(({ formula }) => formula)).toEqual([
        '=N("cchc:error")=0',
        '=C1>5',
        '=N("other")=0',
      ]);
      expect(annexOf(book).formats[0]).toMatchObject({
        look: { fill: '#F8B4B4' },
        boxes: [parseBox('C2:C3'), parseBox('B7')],
      });
      await host.apply([mark('C2')]);
      expect(annexOf(book).formats).toHaveLength(3);
      await host.apply([NO_MARKS]);
      expect(stateOf(annexOf(book))).toEqual(before);
    });

    it('of many cells become several formats, all of which are found again', async () => {
      const many = Array.from({ length: 200 }, (_, i) => `C${2 * i + 2}`);
      expect(await host.apply([mark(...many)])).toEqual({ applied: true });
      expect(annexOf(book).formats.flatMap(({ boxes }) => boxes)).toHaveLength(200);
      await host.apply([NO_MARKS]);
      expect(annexOf(book).formats).toEqual([]);
    });
  });

  describe('a fix', () => {
    it.each([
      ['@', '04', 4],
      ['@', '1', true],
      ['General', '04', 4],
      ['00', 4, '4'],
    ] as const)('in a cell of the format %s from %j to %j comes back with its undo', async (format, from, to) => {
      Object.assign(annexOf(book).cell(2, 2), { value: from, format });
      const before = stateOf(annexOf(book));
      const change = set('C3', from, to);
      expect(await host.apply([change])).toEqual({ applied: true });
      expect(annexOf(book).peek(2, 2)?.value).toBe(to);
      expect(await host.apply([undo(change)])).toEqual({ applied: true });
      expect(stateOf(annexOf(book))).toEqual(before);
      expect(await host.apply([undo(change)])).toMatchObject({ code: 'changed' });
    });
  });

  describe('refusals', () => {
    /** Tries a batch and expects the workbook to be what it was. */
    async function refused(changes: readonly Change[], by?: () => void): Promise<unknown> {
      const before = book.sheets.map(stateOf);
      by?.();
      const outcome = await host.apply(changes);
      if (!by) expect(book.sheets.map(stateOf)).toEqual(before);
      return outcome;
    }

    it('a protected sheet is refused before anything is written', async () => {
      annexOf(book).isProtected = true;
      const outcome = { applied: false, code: 'protected' };
      expect(await refused([TABLE, mark('C2')])).toMatchObject(outcome);
      expect(await refused([TABLE, set('C2', 12, 13)])).toMatchObject({ ...outcome, at: { row: 1, column: 2 } });
    });

    it('an unlocked cell of a protected sheet may be set', async () => {
      annexOf(book).isProtected = true;
      annexOf(book).cell(1, 2).look.locked = false;
      expect(await host.apply([set('C2', 12, 13)])).toEqual({ applied: true });
    });

    it('a protected workbook gets no new sheet and loses none', async () => {
      await host.apply([TABLE]);
      book.isProtected = true;
      expect(await refused([{ ...TABLE, id: 'other' }])).toMatchObject({ code: 'protected' });
      expect(await refused([{ kind: 'remove', id: 'check-sheet' }])).toMatchObject({ code: 'protected' });
    });

    it('a cell being typed makes Excel busy', async () => {
      book.isEditing = true;
      expect(await refused([mark('C2')])).toEqual({ applied: false, code: 'busy' });
    });

    it('a sheet renamed or deleted since it was read is missing', async () => {
      await host.readWorkbook();
      annexOf(book).name = 'Tên mới';
      expect(await refused([TABLE, mark('C2')])).toMatchObject({ code: 'sheet-missing' });
      book.sheets.shift();
      expect(await refused([set('C2', 12, 13)])).toMatchObject({ code: 'sheet-missing' });
    });

    it("a co-author's change since the reading is found, even one made while the batch is under way", async () => {
      await host.readWorkbook();
      annexOf(book).cell(1, 2).value = 99;
      expect(await refused([TABLE, set('C2', 12, 13)])).toMatchObject({ code: 'changed', at: { row: 1, column: 2 } });
      await host.apply([TABLE]);
      const read = (await host.readWorkbook()).sheets.find((sheet) => ownSheetId(sheet) === 'check-sheet') as Grid;
      const from = model.trips.length;
      model.beforeTrip = (trip) => {
        if (trip === from + 2) book.sheet(TABLE.sheet).cell(3, 1).value = 'câu của đồng nghiệp';
      };
      expect(await host.apply([{ ...TABLE, expects: hashGrid(read) }])).toMatchObject({ code: 'changed' });
      expect(book.sheet(TABLE.sheet).peek(3, 1)?.value).toBe('câu của đồng nghiệp');
    });

    it('numbers and texts that Excel cannot hold are not tried', async () => {
      expect(await refused([set('C2', 12, Number.NaN)])).toMatchObject({ code: 'failed' });
      expect(await refused([set('C2', 12, 'x'.repeat(40_000))])).toMatchObject({ code: 'failed' });
    });
  });

  describe('a batch that Excel stops half-way', () => {
    const BATCH: readonly Change[] = [set('C2', 12, 13), mark('C3'), TABLE, { kind: 'remove', id: 'old' }];

    async function prepare(): Promise<unknown> {
      annexOf(book).cell(1, 2).look.note = 'ghi chú';
      userFormat(book, '=C1>5');
      await host.apply([mark('C2'), { ...TABLE, id: 'old', sheet: 'Cũ' }]);
      return book.sheets.map(stateOf);
    }

    /** Lets Excel fail at the n-th action of the writing trip. */
    function failAt(n: number, code: string): void {
      const writing = model.trips.length + 3;
      let seen = 0;
      model.beforeTrip = (trip) => {
        model.fault = () => {
          if (trip === writing && ++seen === n) throw new HostError(code);
        };
      };
    }

    it('is taken back, wherever it was stopped', async () => {
      const before = await prepare();
      for (let n = 1; n < 400; n += 11) {
        failAt(n, 'GeneralException');
        const outcome = await host.apply(BATCH);
        model.fault = () => {};
        model.beforeTrip = () => {};
        if (outcome.applied) {
          expect(n).toBeGreaterThan(50);
          return;
        }
        expect(outcome).toEqual({ applied: false, code: 'failed' });
        expect(book.sheets.map(stateOf)).toEqual(before);
      }
      throw new Error('the batch never got through');
    });

    it('for good, names the sheets that may not be as they were', async () => {
      await prepare();
      const writing = model.trips.length + 3;
      let seen = 0;
      model.beforeTrip = (trip) => {
        model.fault = () => {
          if (trip >= writing && ++seen >= 60) throw new HostError('GeneralException');
        };
      };
      const outcome = await host.apply(BATCH);
      model.fault = () => {};
      const sheets = [ANNEX, TABLE.sheet, 'Cũ'];
      expect(outcome).toEqual({ applied: false, code: 'interrupted', sheets });
    });

    it('between two sheets on their way out, names the one that is gone', async () => {
      await host.apply([
        { ...TABLE, id: 'old', sheet: 'Cũ' },
        { ...TABLE, id: 'older', sheet: 'Cũ hơn' },
      ]);
      const named: unknown[] = [];
      for (let n = 1; n < 30; n++) {
        failAt(n, 'GeneralException');
        const outcome = await host.apply(['old', 'older'].map((id): Change => ({ kind: 'remove', id })));
        model.fault = () => {};
        model.beforeTrip = () => {};
        if (outcome.applied) break;
        const isWhole = book.sheets.length === 4;
        if (isWhole) expect(outcome).toEqual({ applied: false, code: 'failed' });
        else {
          named.push(outcome);
          break;
        }
      }
      expect(named).toEqual([{ applied: false, code: 'interrupted', sheets: ['Cũ'] }]);
    });

    it('gives a rewritten sheet of ours its contents back', async () => {
      await prepare();
      const read = async () => (await host.readWorkbook()).sheets.find((sheet) => ownSheetId(sheet) === 'old') as Grid;
      const before = hashGrid(await read());
      const rows = [{ look: 'row', cells: ['mới', '=2', 3] }] as const;
      failAt(60, 'GeneralException');
      const outcome = await host.apply([{ ...TABLE, id: 'old', expects: before, rows }]);
      model.fault = () => {};
      expect(outcome).toEqual({ applied: false, code: 'failed' });
      expect(hashGrid(await read())).toBe(before);
    });

    it("leaves a co-author's new sheet of the same name alone", async () => {
      const writing = model.trips.length + 3;
      model.beforeTrip = (trip) => {
        if (trip === writing) book.add(TABLE.sheet).cell(0, 0).value = 'của đồng nghiệp';
      };
      expect(await host.apply([set('C2', 12, 13), TABLE])).toEqual({ applied: false, code: 'failed' });
      expect(annexOf(book).peek(1, 2)?.value).toBe(12);
      expect(book.sheet(TABLE.sheet).peek(0, 0)?.value).toBe('của đồng nghiệp');
    });

    it('says that the sheet is missing when it was deleted at the last moment', async () => {
      const writing = model.trips.length + 3;
      model.beforeTrip = (trip) => {
        if (trip === writing) book.sheets = book.sheets.filter((sheet) => sheet.name !== ANNEX);
      };
      expect(await host.apply([TABLE, mark('C2')])).toEqual({ applied: false, code: 'sheet-missing' });
      expect(book.sheets.map((sheet) => sheet.name)).toEqual(['Khác']);
    });
  });
});

function without<T extends object, K extends keyof T>(from: T, ...names: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => !names.some((one) => one === name))) as Omit<T, K>;
}

/** Lets the client's own steps come to rest. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
