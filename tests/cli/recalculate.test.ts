// A second opinion on our live formulas: LibreOffice recalculates "Tỷ lệ tính từ Phụ lục" and must agree with the core.
import { describe, expect, it } from 'vitest';
import {
  a1,
  analyze,
  annexSheetsOf,
  type Cell,
  CONSOLIDATED_SHEET,
  consolidate,
  type GatheredFile,
  type Grid,
  gatherSheet,
  pl01b2024,
  planConsolidation,
  planIndicatorTable,
  type Situation,
  type TableChange,
  type Workbook,
} from '../../core/index.ts';
import { newWorkbook } from '../../xlsx/index.ts';
import { annexForm, THREE_ANNEXES } from '../core/annexes.ts';
import { TWELVE_FILES, TWELVE_ROSTER } from '../core/twelve.ts';
import { situationForms } from '../core/workbooks.ts';
import { temporaryFolder } from './cchc.ts';
import { LIBRE_OFFICE_INSTALLED, liveRates, NOT_ENOUGH, recalculated, spoilt } from './libreOffice.ts';

const folder = temporaryFolder();

const SITUATIONS: readonly (readonly [string, Situation])[] = [
  ['a consistent annex', {}],
  ['inputs given', { inputs: { K: 4, L: 4, Q: 1 } }],
  ['blanks and zeros', { figures: { '1.1.1': 0, '1.1.2': 0, '3.3.1.c': null, '2.4': 0, '2.5': 0 }, inputs: { L: 0 } }],
  ['texts and errors', { figures: { '3.3.1': 'chưa rõ', '4.1.1': { error: '#N/A' } } }],
];

function ratesOf(name: string, situation: Situation): { expected: readonly unknown[]; found: readonly string[] } {
  const file = newWorkbook();
  expect(file.apply(situationForms(situation))).toEqual({ applied: true });
  const workbook = file.readWorkbook();
  const analysis = analyze(workbook);
  const table = planIndicatorTable(analysis, workbook);
  if (!table) throw new Error('no annex');
  file.apply([spoilt(table)]);
  return {
    expected: analysis.indicators.map((one) => one.text ?? NOT_ENOUGH),
    found: liveRates(recalculated(folder, name, file.save())),
  };
}

describe.skipIf(!LIBRE_OFFICE_INSTALLED)('LibreOffice', () => {
  it.each(SITUATIONS)('agrees on %s', (name, situation) => {
    const { expected, found } = ratesOf(name, situation);
    expect(found).toEqual(expected);
  });
});

/** The sheet "Tổng hợp" of twelve communes with planted faults: every formula of it, live, equals the core's own number. */
describe.skipIf(!LIBRE_OFFICE_INSTALLED)('LibreOffice on the level above', () => {
  it('agrees on every total', () => {
    const [table] = planConsolidation(consolidate(pl01b2024, TWELVE_FILES, { roster: TWELVE_ROSTER, period: null }));
    if (!table) throw new Error('no sheet');
    const file = newWorkbook();
    expect(file.apply([spoilt(table)])).toEqual({ applied: true });
    const sheet = recalculated(folder, 'tong-hop', file.save()).sheets.find(({ name }) => name === CONSOLIDATED_SHEET);
    const live = liveCells(table, sheet);
    expect(live.length).toBeGreaterThan(400);
    expect(live.filter(({ found, expected }) => found !== expected)).toEqual([]);
  });

  it('agrees on columns that refer to sheets of the same workbook, and follows them when a figure is changed', () => {
    const file = newWorkbook();
    expect(file.apply(THREE_ANNEXES.map(annexForm))).toEqual({ applied: true });
    const workbook = file.readWorkbook();
    const [table] = planConsolidation(consolidate(pl01b2024, sheetReports(workbook)), workbook);
    if (!table) throw new Error('no sheet');
    expect(file.apply([spoilt(table)])).toEqual({ applied: true });
    const calculated = (name: string) =>
      recalculated(folder, name, file.save()).sheets.find((sheet) => sheet.name === CONSOLIDATED_SHEET);
    const live = liveCells(table, calculated('trang-tinh'));
    expect(live.length).toBeGreaterThan(300);
    expect(live.filter(({ found, expected }) => found !== expected)).toEqual([]);
    // Emptied, a figure is missing, never 0.
    const at = { row: 12, column: 3 };
    expect(file.apply([{ kind: 'cell', sheet: 'An', at, from: 3, to: null }])).toEqual({ applied: true });
    const row = calculated('sua-so')?.cells.find(([code]) => code === '1.1.3') ?? [];
    expect([row[3], row[6], row[7]]).toEqual([5, 1, 2]);
  });
});

interface Live {
  readonly at: string;
  readonly found: Cell;
  readonly expected: Cell;
}

/** Every formula that was planned, with what LibreOffice makes of it and what the core says. */
function liveCells(table: TableChange, sheet: Grid | undefined): readonly Live[] {
  return table.rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => {
      if (typeof cell !== 'object' || cell === null || !('formula' in cell)) return [];
      const found = sheet?.cells[row]?.[column] ?? '';
      return [{ at: a1({ row, column }), found: rounded(found), expected: rounded(cell.value) }];
    }),
  );
}

function sheetReports(workbook: Workbook): readonly GatheredFile[] {
  const sheets = annexSheetsOf(analyze(workbook), workbook);
  return sheets.flatMap((sheet) => gatherSheet(workbook, sheet, sheets) ?? []);
}

/** Sums of products of shares are floats in any spreadsheet. */
function rounded(cell: Cell): Cell {
  return typeof cell === 'number' ? Math.round(cell * 1e6) / 1e6 : cell;
}
