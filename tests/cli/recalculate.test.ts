// A second opinion on our live formulas: LibreOffice recalculates "Tỷ lệ tính từ Phụ lục" and must agree with the core.
import { describe, expect, it } from 'vitest';
import {
  a1,
  analyze,
  type Cell,
  CONSOLIDATED_SHEET,
  consolidate,
  INDICATOR_SHEET,
  pl01b2024,
  planConsolidation,
  planIndicatorTable,
  type Situation,
} from '../../core/index.ts';
import { newWorkbook } from '../../xlsx/index.ts';
import { TWELVE_FILES, TWELVE_ROSTER } from '../core/twelve.ts';
import { situationForms } from '../core/workbooks.ts';
import { temporaryFolder } from './cchc.ts';
import { LIBRE_OFFICE_INSTALLED, recalculated, spoilt } from './libreOffice.ts';

const folder = temporaryFolder();
const NOT_ENOUGH = 'Chưa đủ số liệu';

const SITUATIONS: readonly (readonly [string, Situation])[] = [
  ['a consistent annex', {}],
  ['inputs given', { inputs: { K: 4, L: 4, Q: 1 } }],
  ['blanks and zeros', { figures: { '1.1.1': 0, '1.1.2': 0, '3.3.1.c': null, '2.4': 0, '2.5': 0 }, inputs: { L: 0 } }],
  ['texts and errors', { figures: { '3.3.1': 'chưa rõ', '4.1.1': { error: '#N/A' } } }],
];

function ratesOf(name: string, situation: Situation): { expected: readonly unknown[]; found: readonly Cell[] } {
  const file = newWorkbook();
  expect(file.apply(situationForms(situation))).toEqual({ applied: true });
  const workbook = file.readWorkbook();
  const analysis = analyze(workbook);
  const table = planIndicatorTable(analysis, workbook);
  if (!table) throw new Error('no annex');
  file.apply([spoilt(table)]);
  const { sheets } = recalculated(folder, name, file.save());
  const sheet = sheets.find((one) => one.name === INDICATOR_SHEET);
  return {
    expected: analysis.indicators.map((one) => one.text ?? NOT_ENOUGH),
    found: (sheet?.cells ?? []).slice(3).map((row) => row[5] ?? null),
  };
}

/** 0.9069 → "90,69%": the sheet holds the fraction, the core the percentage in words. */
function asText(cell: Cell): string {
  return typeof cell === 'number' ? `${String(Math.round(cell * 10000) / 100).replace('.', ',')}%` : String(cell);
}

describe.skipIf(!LIBRE_OFFICE_INSTALLED)('LibreOffice', () => {
  it.each(SITUATIONS)('agrees on %s', (name, situation) => {
    const { expected, found } = ratesOf(name, situation);
    expect(found.map(asText)).toEqual(expected);
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
    const live = table.rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) => {
        if (typeof cell !== 'object' || cell === null || !('formula' in cell)) return [];
        const found = sheet?.cells[row]?.[column] ?? '';
        return [{ at: a1({ row, column }), found: rounded(found), expected: rounded(cell.value) }];
      }),
    );
    expect(live.length).toBeGreaterThan(400);
    expect(live.filter(({ found, expected }) => found !== expected)).toEqual([]);
  });
});

/** Sums of products of shares are floats in any spreadsheet. */
function rounded(cell: Cell): Cell {
  return typeof cell === 'number' ? Math.round(cell * 1e6) / 1e6 : cell;
}
