// Two periods side by side: what is missing on either side, what a change is in counts, shares and coded rows.
import { describe, expect, it } from 'vitest';
import {
  analyze,
  type Cell,
  comparePeriods,
  type Decimal,
  fingerprintOf,
  type Key,
  planCheckReport,
  toNumber,
} from '../../core/index.ts';
import { annexGrid, fileOf, withColumn } from './periods.ts';
import { workbookOf } from './workbooks.ts';

const QUARTER = 'quý I năm 2024';

function number(value: Decimal | null): number | null {
  return value && toNumber(value);
}

function rowOf(key: Key, before: Cell, now: Cell) {
  const previous = fileOf({ period: QUARTER, figures: { [key]: before } });
  const table = comparePeriods(analyze(workbookOf(annexGrid({ figures: { [key]: now } })), { previous }));
  const row = table?.rows.find((one) => one.row.key === key);
  if (!row) throw new Error(`No row ${key}`);
  return {
    states: `${row.before.state} ${row.now.state}`,
    change: number(row.change),
    percent: number(row.percent),
    changed: row.changed,
  };
}

describe('a count', () => {
  it.each<[Cell, Cell, string, number | null, number | null]>([
    [10, 15, 'filled filled', 5, 50],
    [15, 10, 'filled filled', -5, -33.33],
    [8, 7, 'filled filled', -1, -12.5],
    [0, 5, 'filled filled', 5, null],
    [0, 0, 'filled filled', 0, null],
    [5, 0, 'filled filled', -5, -100],
    ['04', 5, 'filled filled', 1, 25],
    [null, 5, 'blank filled', null, null],
    [5, null, 'filled blank', null, null],
    [null, null, 'blank blank', null, null],
    ['chưa rõ', 5, 'unreadable filled', null, null],
    [5, { error: '#REF!' }, 'filled unreadable', null, null],
  ])('%j, then %j: %s', (before, now, states, change, percent) => {
    expect(rowOf('2.1', before, now)).toMatchObject({
      states,
      change,
      percent,
      changed: change === null ? null : change !== 0,
    });
  });
});

it('a share changes by percentage points, a coded row only changes or does not', () => {
  expect(rowOf('7.2.3.a', 90.5, 95.15)).toMatchObject({ change: 4.65, percent: null, changed: true });
  expect(rowOf('1.4.2', 1, 2)).toMatchObject({ change: null, percent: null, changed: true });
  expect(rowOf('1.4.2', 1, 1)).toMatchObject({ change: null, changed: false });
  expect(rowOf('1.4.2', null, 1)).toMatchObject({ states: 'blank filled', changed: null });
});

it('a row that one of the tables does not have is absent, not blank', () => {
  const grid = annexGrid({ period: QUARTER });
  const cells = grid.cells.filter((row) => row[0] !== '2.1');
  const workbook = workbookOf({ ...grid, cells, texts: cells.map((row) => row.map((cell) => String(cell ?? ''))) });
  const table = comparePeriods(analyze(workbookOf(annexGrid()), { previous: { file: 'x.xlsx', workbook } }));
  expect(table?.rows.find(({ row }) => row.key === '2.1')).toMatchObject({
    before: { state: 'absent' },
    changed: null,
  });
});

it('a rate whose figures are missing in one period has no change', () => {
  const previous = fileOf({
    period: QUARTER,
    figures: { '1.1.2': null, '3.3.1.c': 100, '3.3.1.d': 100, '3.3.1': 400 },
  });
  const rates = comparePeriods(analyze(workbookOf(annexGrid()), { previous }))?.rates ?? [];
  const rate = (id: string) => rates.find((one) => one.id === id);
  expect(rate('plan-completion')).toMatchObject({ before: null, now: '50%', change: null });
  expect(rate('online-share')).toMatchObject({ before: '50%', now: '90,69%', change: { digits: 4069, decimals: 2 } });
});

it('without an earlier period there is no table', () => {
  expect(comparePeriods(analyze(workbookOf(annexGrid())))).toBe(null);
});

it('an edit on the earlier period’s sheet is an edit of what was checked', () => {
  const now = annexGrid();
  const print = (before: Cell) => {
    const earlier = annexGrid({ name: 'Quý I', period: QUARTER, figures: { '2.1': before } });
    const workbook = workbookOf(now, earlier);
    const analysis = analyze(workbook);
    return fingerprintOf(workbook, analysis.sheet, analysis.previous);
  };
  expect(print(1)).toBe(print(1));
  expect(print(1)).not.toBe(print(0));
});

it('the check report says what the annex was held against', () => {
  const workbook = workbookOf(withColumn({}, 'Cùng kỳ năm trước', { '2.1': 1 }));
  const text = JSON.stringify(planCheckReport(analyze(workbook), workbook)?.rows);
  expect(text).toContain('Đã so với 6 tháng đầu năm 2023 (cột E).');
});
