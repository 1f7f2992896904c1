// What hosts have in common when they write a table and its marks.
import { describe, expect, it } from 'vitest';
import {
  analyze,
  joinedAreas,
  markFormula,
  markOf,
  planNarrative,
  planNewAnnex,
  type TableChange,
  type TableRow,
  tableFormat,
} from '../../core/index.ts';
import { gridOf, gridOfTable, situationWorkbook, workbookOf } from './workbooks.ts';

function table(rows: readonly TableRow[], more: Partial<TableChange> = {}): TableChange {
  const columns = [{ width: 8, format: '@' }, { width: 20 }, { width: 9, hidden: true }];
  return { kind: 'table', sheet: 'Bảng', id: 'check-report', expects: null, columns, rows, ...more };
}

it.each([
  [markFormula('error'), 'error'],
  [`= n( "CCHC:Warning" ) = 0 `, 'warning'],
  ['N("cchc:other")=0', null],
  ['N("cchc:error")=1', null],
  ['D1>400', null],
])('markOf: %s is %s', (formula, severity) => {
  expect(markOf(formula)).toBe(severity);
});

describe('joinedAreas', () => {
  const title: TableRow = { look: 'title', cells: ['Tên', null] };
  const across = { from: { row: 0, column: 0 }, to: { row: 0, column: 1 } };
  it('spreads a title over the columns that are seen', () => {
    expect(joinedAreas(table([title]))).toEqual([across]);
    expect(
      joinedAreas(
        table([
          { look: 'title', cells: ['Tên', 'khác'] },
          { look: 'row', cells: ['a'] },
        ]),
      ),
    ).toEqual([]);
  });
  it('leaves rows to the joins of the table itself, and single cells alone', () => {
    const down = { from: { row: 0, column: 1 }, to: { row: 1, column: 1 } };
    const single = { from: { row: 1, column: 0 }, to: { row: 1, column: 0 } };
    expect(joinedAreas(table([title, title], { merges: [down, single] }))).toEqual([down]);
  });
});

it('tableFormat: a formula is no text, and a title has no number format', () => {
  const formula = { formula: 'A1', value: 1 };
  const row: TableRow = { look: 'row', cells: ['04', { ...formula, format: '0.00%' }] };
  const change = table([row]);
  expect([0, 1].map((column) => tableFormat(change, row, column))).toEqual(['@', '0.00%']);
  expect(tableFormat(change, { look: 'row', cells: [formula] }, 0)).toBe('General');
  expect(tableFormat(change, { look: 'title', cells: ['04'] }, 0)).toBe('General');
});

it('planNewAnnex: the sheet for what the annex lacks is planned once', () => {
  const empty = workbookOf(gridOf('Sổ tay', []));
  const [annex, info, ...others] = planNewAnnex(empty);
  if (!annex || !info) throw new Error('no plan');
  expect([annex.id, info.id, others]).toEqual([null, 'report-info', []]);
  const again = planNewAnnex({ ...empty, sheets: [...empty.sheets, gridOfTable(info)] });
  expect(again.map(({ id }) => id)).toEqual([null]);
});

/** Characters that the desk's grid shows at once on a screen of 1366 points, beside the pane at its usual width. */
const GRID_WIDTH = 124;

it('sheets that officials fill in show all their columns beside the pane', () => {
  const workbook = situationWorkbook({});
  const plan = planNarrative(analyze(workbook), workbook);
  const forms = [...planNewAnnex(workbookOf()), ...(plan ? [plan.change] : [])];
  const seen = (form: TableChange) => form.columns.filter(({ hidden }) => !hidden);
  expect(forms.map((form) => form.sheet)).toEqual(['Phụ lục 01b', 'Thông tin báo cáo', 'Lời văn báo cáo']);
  for (const form of forms.slice(1)) {
    expect(seen(form).reduce((sum, { width }) => sum + width, 0)).toBeLessThanOrEqual(GRID_WIDTH);
  }
});
