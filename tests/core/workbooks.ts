// Builds workbooks for tests: fresh annexes with what a situation changes, and grids from plain rows.
import {
  type AnalyzeOptions,
  type Cell,
  FIRST_FORM_ROW,
  type Grid,
  pl01b2024,
  planAnnexForm,
  planInfoForm,
  type Situation,
  type TableCell,
  type TableChange,
  type Workbook,
} from '../../core/index.ts';
import { CONSISTENT } from './consistent.ts';

export const UNIT = 'UBND xã Hoằng Hợp';
export const PERIOD = '6 tháng đầu năm 2024';

/** A grid whose texts are what a Vietnamese spreadsheet shows. */
export function gridOf(
  name: string,
  rows: readonly (readonly Cell[])[],
  texts: Readonly<Record<string, string>> = {},
): Grid {
  return {
    name,
    visible: true,
    cells: rows,
    texts: rows.map((row, r) => row.map((cell, c) => texts[`${r},${c}`] ?? shown(cell))),
    formulas: [],
  };
}

function shown(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.error;
  return typeof cell === 'number' ? String(cell).replace('.', ',') : String(cell);
}

export function workbookOf(...sheets: readonly Grid[]): Workbook {
  return { sheets, active: sheets[0]?.name ?? '' };
}

function plain(cell: TableCell): Cell {
  if (typeof cell !== 'object' || cell === null || 'error' in cell) return cell;
  return 'formula' in cell ? cell.value : cell.text;
}

/** A planned sheet as a host would hold it, the marker of our own sheets included. */
export function gridOfTable(change: TableChange): Grid {
  const rows = change.rows.map((row) => row.cells.map(plain));
  const first = rows[0] ?? [];
  if (change.id) {
    while (first.length < change.columns.length) first.push(null);
    first[change.columns.length] = `cchc:${change.id}`;
  }
  return gridOf(change.sheet, rows);
}

/** The sheets of a situation as planned changes, for a host that writes real files: figures, inputs and period only. */
export function situationForms(situation: Situation): readonly TableChange[] {
  const figures = { ...CONSISTENT, ...situation.figures };
  const annex = planAnnexForm(pl01b2024, { figures, unit: UNIT, period: situation.period ?? PERIOD });
  return situation.inputs ? [annex, planInfoForm(situation.inputs)] : [annex];
}

/** The consistent annex with what the situation changes, and "Thông tin báo cáo" where inputs are given. */
export function situationWorkbook(situation: Situation): Workbook {
  const [form] = situationForms(situation);
  if (!form) throw new Error('A situation has an annex.');
  const rows = form.rows.map((row) => row.cells.map(plain));
  const texts: Record<string, string> = {};
  pl01b2024.rows.forEach((row, index) => {
    const at = FIRST_FORM_ROW + index;
    const cells = rows[at];
    if (!cells) return;
    const code = situation.codes?.[row.key];
    if (code !== undefined) cells[0] = code;
    if (situation.labels?.[row.key] !== undefined) cells[1] = situation.labels[row.key] ?? null;
    if (situation.units?.[row.key] !== undefined) cells[2] = situation.units[row.key] ?? null;
    const display = situation.shown?.[row.key];
    if (display !== undefined) texts[`${at},3`] = display;
  });
  const annex = gridOf(form.sheet, rearranged(rows, situation), texts);
  const info = situation.inputs ? [gridOfTable(planInfoForm(situation.inputs))] : [];
  return workbookOf(annex, ...info);
}

/** The earlier period's file of a situation that has one. */
export function situationOptions({ previous }: Situation): AnalyzeOptions {
  if (!previous) return {};
  const workbook = situationWorkbook({ ...previous, period: previous.period ?? 'quý I năm 2024' });
  return { previous: { file: 'ky-truoc.xlsx', workbook } };
}

function rearranged(rows: Cell[][], situation: Situation): Cell[][] {
  const rowOf = (key: string) => rows[FIRST_FORM_ROW + pl01b2024.rows.findIndex((row) => row.key === key)] ?? [];
  const result = [...rows];
  if (situation.headings) {
    const [code, label, unit, value] = situation.headings;
    result[6] = [code, label, value === '' ? null : 'Kết quả thống kê', null, 'Ghi chú'];
    result[7] = [null, null, unit, value || null, null];
  }
  for (const key of situation.without ?? []) result.splice(result.indexOf(rowOf(key)), 1);
  for (const key of situation.twice ?? []) result.splice(result.indexOf(rowOf(key)) + 1, 0, [...rowOf(key)]);
  for (const { key, after } of situation.moved ?? []) {
    const [row] = result.splice(result.indexOf(rowOf(key)), 1);
    if (row) result.splice(result.indexOf(rowOf(after)) + 1, 0, row);
  }
  for (const { after, cells } of situation.added ?? []) result.splice(result.indexOf(rowOf(after)) + 1, 0, [...cells]);
  return result;
}
