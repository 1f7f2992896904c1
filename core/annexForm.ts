// A fresh annex, ready to fill: title, two-row heading, all rows of the template, code lists as drop-downs.

import type { Analysis } from './analyze.ts';
import type { DropDown, Range, TableCell, TableChange, TableRow } from './change.ts';
import type { Cell, Workbook } from './grid.ts';
import { parseChoices, printedCode, type Template, type TemplateRow } from './template.ts';
import type { Key } from './templates/index.ts';

export interface FormValues {
  readonly figures?: Partial<Readonly<Record<Key, Cell>>>;
  readonly unit?: string;
  readonly period?: string;
}

/** Grid row of the form's first template row: under six rows of title and two of heading. */
export const FIRST_FORM_ROW = 8;
const VALUE_COLUMN = 3;
const LAST_COLUMN = 4;

/** Plans the sheet of a fresh annex. Texts are written as text, so "04" stays "04". */
export function planAnnexForm(template: Template<Key>, values: FormValues): TableChange {
  const rows = [...titleRows(template, values), ...HEADING, ...template.rows.map((row) => formRow(row, values))];
  return {
    kind: 'table',
    sheet: template.sheet,
    id: null,
    expects: null,
    rows,
    columns: [
      { width: 9, format: '@', align: 'center' },
      { width: 62 },
      { width: 24, align: 'center' },
      { width: 12, align: 'right' },
      { width: 24 },
    ],
    merges: [...TITLE_LINES.map((row) => acrossForm(row)), ...HEADING_MERGES],
    lists: template.rows.flatMap((row, index) => dropDown(row, FIRST_FORM_ROW + index)),
    frozenRows: FIRST_FORM_ROW,
    print: { landscape: false, repeat: { from: FIRST_FORM_ROW - 2, to: FIRST_FORM_ROW - 1 } },
  };
}

const TITLE_LINES = [0, 1, 2, 3, 4];
const EMPTY: TableRow = { cells: [], look: 'plain' };

function titleRows(template: Template<Key>, values: FormValues): TableRow[] {
  const unit = values.unit ?? 'UBND xã …………';
  const fill = (line: string) =>
    line.replace('{unit}', unit.toUpperCase()).replace('{period}', (values.period ?? '…………').toUpperCase());
  const title = template.title.map((line): TableRow => ({ cells: [fill(line)], look: 'title' }));
  const attached = `(Kèm theo Báo cáo số …/BC-UBND ngày … tháng … năm … của ${unit})`;
  return [...title, { cells: [attached], look: 'subtitle' }, EMPTY, EMPTY];
}

const HEADING: readonly TableRow[] = [
  { cells: ['Số TT', 'Chỉ tiêu thống kê', 'Kết quả thống kê', null, 'Ghi chú'], look: 'heading' },
  { cells: [null, null, 'Đơn vị tính', 'Số liệu', null], look: 'heading' },
];

const HEADING_MERGES: readonly Range[] = [
  ...[0, 1, LAST_COLUMN].map((column) => ({ from: { row: 6, column }, to: { row: 7, column } })),
  { from: { row: 6, column: 2 }, to: { row: 6, column: VALUE_COLUMN } },
];

function acrossForm(row: number): Range {
  return { from: { row, column: 0 }, to: { row, column: LAST_COLUMN } };
}

function formRow(row: TemplateRow<Key>, values: FormValues): TableRow {
  const value: TableCell = values.figures?.[row.key] ?? null;
  return {
    cells: [printedCode(row) || null, row.label, row.unit ?? null, value, null],
    look: row.kind === 'heading' ? 'section' : 'row',
  };
}

function dropDown(row: TemplateRow<Key>, gridRow: number): DropDown[] {
  const values = parseChoices(row.unit ?? '').map((choice) => choice.code);
  if (row.kind !== 'choice' || values.length === 0) return [];
  const at = { row: gridRow, column: VALUE_COLUMN };
  return [{ range: { from: at, to: at }, values: [...values].sort((one, other) => one - other) }];
}

/** The sheets of a text file as sheets of a workbook; codes become text, so that no spreadsheet makes dates of them. */
export function planAnnexCopy(workbook: Workbook, analysis: Analysis): readonly TableChange[] {
  return workbook.sheets.map((grid) => {
    const codes = grid.name === analysis.sheet ? (analysis.layout?.columns.code ?? -1) : -1;
    const width = Math.max(1, ...grid.cells.map((row) => row.length));
    const heading = grid.name === analysis.sheet ? (analysis.layout?.heading ?? null) : null;
    return {
      kind: 'table',
      sheet: grid.name,
      id: null,
      expects: null,
      rows: grid.cells.map(
        (cells, row): TableRow => ({
          cells: cells.map((cell, column) => (column === codes && typeof cell === 'number' ? String(cell) : cell)),
          look: !heading || row < heading.from ? 'plain' : row <= heading.to ? 'heading' : 'row',
        }),
      ),
      columns: Array.from({ length: width }, (_, column) => ({
        width: column === analysis.layout?.columns.label ? 62 : 16,
        ...(column === codes && { format: '@' }),
      })),
    };
  });
}
