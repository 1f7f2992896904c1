// What every host must do, whatever spreadsheet lies behind it: called by one test file per host.
import { describe, expect, it } from 'vitest';
import {
  type Cell,
  type Change,
  cellAt,
  type Grid,
  hashGrid,
  isCellError,
  type MarksChange,
  ownSheetId,
  type SpreadsheetHost,
  type TableChange,
  type Workbook,
} from '../../core/index.ts';

/** Makes a host whose spreadsheet holds the workbook. */
export type MakeHost = (workbook: Workbook) => SpreadsheetHost | Promise<SpreadsheetHost>;

/** A sheet of plain values; texts are what a spreadsheet shows for whole numbers and texts. */
export function sheetOf(name: string, cells: readonly (readonly Cell[])[], more: Partial<Grid> = {}): Grid {
  const texts = cells.map((row) =>
    row.map((cell) => (cell === null ? '' : isCellError(cell) ? cell.error : showPlain(cell))),
  );
  return { name, visible: true, cells, texts, formulas: cells.map(() => []), ...more };
}

function showPlain(cell: number | string | boolean): string {
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

const ANNEX = sheetOf(
  'Phụ lục 01b',
  [
    ['STT', 'Nội dung', 'Kết quả'],
    ['1', 'Tổng số hồ sơ', 12],
    ['1.1', 'Trực tuyến', 0],
    ['1.2', 'Trực tiếp', null],
    [null, 'Đạt', true],
    ['04', 'Lỗi', { error: '#REF!' }],
    [null, 'Tổng', 12],
  ],
  { formulas: [[], [], [], [], [], [], [null, null, 'SUM(C2:C4)']] },
);
const NOTES = sheetOf("Ghi chú 'của tôi' đây", [['giữ nguyên']]);
const HIDDEN = sheetOf('Ẩn', [[1]], { visible: false });
const WORKBOOK: Workbook = { sheets: [ANNEX, NOTES, HIDDEN], active: 'Phụ lục 01b' };

const TABLE: TableChange = {
  kind: 'table',
  sheet: 'Phiếu kiểm tra số liệu',
  id: 'check-sheet',
  expects: null,
  columns: [{ width: 10 }, { width: 40 }, { width: 12, format: '0.00%' }],
  frozenRows: 1,
  rows: [
    { look: 'heading', cells: ['Ô', 'Nội dung', 'Tỷ lệ'] },
    { look: 'error', cells: [{ text: 'C2', link: { sheet: 'Phụ lục 01b', row: 1, column: 2 } }, 'Số liệu lệch', null] },
    { look: 'row', cells: [null, '04', { formula: "COUNT('Phụ lục 01b'!C2)", value: 1 }] },
  ],
};

function marks(sheet: string, error: readonly (readonly [number, number])[]): MarksChange {
  return {
    kind: 'marks',
    sheet,
    cells: { error: error.map(([row, column]) => ({ row, column })), warning: [], info: [] },
  };
}

/** A workbook without what hosts may differ in: trailing blanks, fonts, how numbers are shown. */
function content(workbook: Workbook): unknown {
  return workbook.sheets.map((sheet) => ({ name: sheet.name, visible: sheet.visible, hash: hashGrid(sheet) }));
}

async function sheetNamed(host: SpreadsheetHost, name: string): Promise<Grid> {
  const found = (await host.readWorkbook()).sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

async function ownSheet(host: SpreadsheetHost, id: string): Promise<Grid | undefined> {
  return (await host.readWorkbook()).sheets.find((sheet) => ownSheetId(sheet) === id);
}

/** Runs the whole suite against a kind of host. */
export function hostContract(name: string, make: MakeHost): void {
  describe(`${name}: reading`, () => {
    it('gives values, blanks, errors and formulas as they are', async () => {
      const read = await (await make(WORKBOOK)).readWorkbook();
      expect(content(read)).toEqual(content(WORKBOOK));
      expect(read.active).toBe('Phụ lục 01b');
      const grid = read.sheets[0] as Grid;
      expect(cellAt(grid, 2, 2)).toBe(0);
      expect(cellAt(grid, 3, 2)).toBeNull();
      expect(cellAt(grid, 5, 0)).toBe('04');
      expect(grid.texts[1]?.[2]).toBe('12');
    });

    it('reads the same twice', async () => {
      const host = await make(WORKBOOK);
      expect(await host.readWorkbook()).toEqual(await host.readWorkbook());
    });
  });

  describe(`${name}: marks`, () => {
    it('change no cell, and may be set again and cleared', async () => {
      const host = await make(WORKBOOK);
      for (const cells of [
        [
          [1, 2],
          [2, 2],
        ],
        [[2, 2]],
        [],
      ] as const) {
        expect(await host.apply([marks('Phụ lục 01b', cells)])).toEqual({ applied: true });
        expect(content(await host.readWorkbook())).toEqual(content(WORKBOOK));
      }
    });

    it('are refused on a sheet that is not there', async () => {
      const outcome = await (await make(WORKBOOK)).apply([marks('Không có', [[0, 0]])]);
      expect(outcome).toMatchObject({ applied: false, code: 'sheet-missing' });
    });
  });

  describe(`${name}: tables`, () => {
    it('become a sheet that is found again by its id', async () => {
      const host = await make(WORKBOOK);
      expect(await host.apply([TABLE])).toEqual({ applied: true });
      const own = await ownSheet(host, 'check-sheet');
      expect(own?.name).toBe('Phiếu kiểm tra số liệu');
      expect(own?.cells[1]?.slice(0, 2)).toEqual(['C2', 'Số liệu lệch']);
      expect(own?.cells[2]?.slice(0, 3)).toEqual([null, '04', 1]);
      expect(own?.formulas[2]?.[2]).toBe("COUNT('Phụ lục 01b'!C2)");
      const read = await host.readWorkbook();
      expect(read.active).toBe('Phụ lục 01b');
      expect(content({ ...read, sheets: read.sheets.slice(0, 3) })).toEqual(content(WORKBOOK));
    });

    it('are rewritten in place when the sheet is as it was read', async () => {
      const host = await make(WORKBOOK);
      await host.apply([TABLE]);
      const expects = hashGrid((await ownSheet(host, 'check-sheet')) as Grid);
      const rows = [{ look: 'plain', cells: ['mới'] }] as const;
      expect(await host.apply([{ ...TABLE, sheet: 'Tên khác', expects, rows }])).toEqual({ applied: true });
      const read = await host.readWorkbook();
      expect(read.sheets).toHaveLength(4);
      expect(read.sheets[3]?.name).toBe('Phiếu kiểm tra số liệu');
      expect(read.sheets[3]?.cells[0]?.[0]).toBe('mới');
      expect(read.sheets[3]?.cells[1] ?? []).toEqual([]);
    });

    it('are refused when the sheet has changed, or is there when none was read', async () => {
      const host = await make(WORKBOOK);
      expect(await host.apply([{ ...TABLE, expects: '0000000000000000' }])).toMatchObject({ code: 'changed' });
      await host.apply([TABLE]);
      const before = content(await host.readWorkbook());
      expect(await host.apply([TABLE])).toMatchObject({ applied: false, code: 'changed' });
      expect(await host.apply([{ ...TABLE, expects: '0000000000000000' }])).toMatchObject({ code: 'changed' });
      expect(content(await host.readWorkbook())).toEqual(before);
    });

    it("never touch a user's sheet of the same name", async () => {
      const users = sheetOf('PHIẾU kiểm tra số liệu', [['của tôi']]);
      const host = await make({ ...WORKBOOK, sheets: [...WORKBOOK.sheets, users] });
      expect(await host.apply([TABLE, { ...TABLE, id: 'other' }])).toEqual({ applied: true });
      expect((await ownSheet(host, 'check-sheet'))?.name).toBe('Phiếu kiểm tra số liệu (CCHC)');
      expect((await ownSheet(host, 'other'))?.name).toMatch(/^Phiếu kiểm tra số l.*\(CCHC 2\)$/);
      expect((await sheetNamed(host, 'PHIẾU kiểm tra số liệu')).cells[0]).toEqual(['của tôi']);
    });

    it('without an id are plain sheets of the user', async () => {
      const host = await make(WORKBOOK);
      expect(await host.apply([{ ...TABLE, sheet: 'Phụ lục mới', id: null }])).toEqual({ applied: true });
      expect(ownSheetId(await sheetNamed(host, 'Phụ lục mới'))).toBeNull();
    });

    it('keep text that looks like a formula as text', async () => {
      const texts = ['=1+1', '+84 912', '-5', '@tên', '\tthụt', '=HYPERLINK("x")', '_x0041_', 'a\nb', ' đầu '];
      const host = await make(WORKBOOK);
      await host.apply([{ ...TABLE, rows: texts.map((text) => ({ look: 'row', cells: [text] })) }]);
      const own = (await ownSheet(host, 'check-sheet')) as Grid;
      expect(texts.map((_, row) => cellAt(own, row, 0))).toEqual(texts);
      expect(texts.map((_, row) => own.formulas[row]?.[0] ?? null)).toEqual(texts.map(() => null));
    });

    it('are taken out again', async () => {
      const host = await make(WORKBOOK);
      await host.apply([TABLE]);
      expect(await host.apply([{ kind: 'remove', id: 'check-sheet' }])).toEqual({ applied: true });
      expect(content(await host.readWorkbook())).toEqual(content(WORKBOOK));
      expect(await host.apply([{ kind: 'remove', id: 'check-sheet' }])).toMatchObject({ code: 'sheet-missing' });
    });
  });

  describe(`${name}: cells`, () => {
    const set = (row: number, column: number, from: Cell, to: Cell): Change => {
      return { kind: 'cell', sheet: 'Phụ lục 01b', at: { row, column }, from, to };
    };

    it('are set and undone', async () => {
      const host = await make(WORKBOOK);
      const steps: readonly (readonly [number, number, Cell, Cell])[] = [
        [1, 2, 12, 13],
        [2, 2, 0, '=1'],
        [3, 2, null, 7],
        [5, 0, '04', 4],
        [4, 2, true, null],
        [9, 6, null, 'xa'],
      ];
      for (const [row, column, from, to] of steps) {
        expect(await host.apply([set(row, column, from, to)])).toEqual({ applied: true });
        expect(cellAt(await sheetNamed(host, 'Phụ lục 01b'), row, column)).toEqual(to);
        expect(await host.apply([set(row, column, to, from)])).toEqual({ applied: true });
      }
      expect(content(await host.readWorkbook())).toEqual(content(WORKBOOK));
    });

    it('are refused when they hold something else or a formula, and then nothing of the batch is done', async () => {
      const host = await make(WORKBOOK);
      const wrong: readonly Change[] = [set(1, 2, 11, 13), set(3, 2, 0, 1), set(6, 2, 12, 1), set(1, 2, '12', 13)];
      for (const change of wrong) {
        const outcome = await host.apply([set(2, 2, 0, 5), TABLE, marks('Phụ lục 01b', [[1, 1]]), change]);
        expect(outcome).toMatchObject({ applied: false, code: 'changed' });
        expect(content(await host.readWorkbook())).toEqual(content(WORKBOOK));
      }
    });

    it('see what earlier changes of the batch did', async () => {
      const host = await make(WORKBOOK);
      expect(await host.apply([set(1, 2, 12, 13), set(1, 2, 13, 14)])).toEqual({ applied: true });
      expect(cellAt(await sheetNamed(host, 'Phụ lục 01b'), 1, 2)).toBe(14);
    });

    it('are refused on a sheet that is not there', async () => {
      const outcome = await (await make(WORKBOOK)).apply([{ ...set(0, 0, null, 1), sheet: 'Không có' } as Change]);
      expect(outcome).toMatchObject({ applied: false, code: 'sheet-missing' });
    });
  });

  describe(`${name}: the port`, () => {
    it('carries changes that went through JSON, and reveals a cell', async () => {
      const host = await make(WORKBOOK);
      const batch: readonly Change[] = JSON.parse(JSON.stringify([marks('Phụ lục 01b', [[1, 2]]), TABLE]));
      expect(await host.apply(batch)).toEqual({ applied: true });
      await host.reveal({ sheet: 'Phụ lục 01b', row: 1, column: 2 });
      expect(await host.apply([])).toEqual({ applied: true });
    });
  });
}
