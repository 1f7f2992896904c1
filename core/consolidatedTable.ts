// The sheet "Tổng hợp": the annex's rows with live totals over one column per commune, and the rates of the whole.
import type { RowTotal } from './addUp.ts';
import type { Range, RowLook, TableCell, TableChange, TableRow } from './change.ts';
import { type FigureCells, figureCellsOf } from './communeFigure.ts';
import { type Commune, type Consolidation, figuresByRow } from './consolidate.ts';
import { codeRows, type Places, RATES, spreadRows, totalCells } from './consolidatedFormulas.ts';
import { rateRows } from './consolidatedRates.ts';
import { THIS_WORKBOOK } from './gatherReports.ts';
import { CONSOLIDATED_SHEET_ID, type Workbook } from './grid.ts';
import { INPUTS } from './inputs.ts';
import { INDICATOR_INPUTS, type KeptFigure } from './keptReport.ts';
import { readOwnSheet } from './ownSheet.ts';
import { isFillable, printedCode, type TemplateRow } from './template.ts';
import type { Key } from './templates/index.ts';

export const CONSOLIDATED_SHEET = 'Tổng hợp';

/** Code, label, unit, total, numerator, denominator, communes with and without a figure, how it is brought together. */
const COLUMNS: TableChange['columns'] = [
  { width: 9, align: 'center', format: '@' },
  { width: 52 },
  { width: 16, align: 'center' },
  { width: 16, align: 'right' },
  { width: 14, align: 'right' },
  { width: 14, align: 'right' },
  { width: 10, align: 'center' },
  { width: 10, align: 'center' },
  { width: 34 },
];
const COMMUNE_COLUMN = { width: 14, align: 'right' } as const;
const FIRST_COMMUNE = COLUMNS.length;
const HEADING_ROWS = 6;
/** Up to the total: what a commune's figure is read against. */
const FROZEN_COLUMNS = 4;

const TITLE_MERGES: readonly Range[] = [0, 1, 2, 3].map((row) => ({
  from: { row, column: 0 },
  to: { row, column: FIRST_COMMUNE - 1 },
}));
/** A commune's column has its name and its source; all others one heading over both rows. */
const HEADING_MERGES: readonly Range[] = COLUMNS.map((_, column) => ({
  from: { row: HEADING_ROWS - 2, column },
  to: { row: HEADING_ROWS - 1, column },
}));

/** A sheet has 16,384 columns; one is the hidden mark that the sheet is ours. */
export const MOST_COMMUNES = 16_384 - FIRST_COMMUNE - 1;

/**
 * Beyond so many, nobody reads across: the columns keep the spreadsheet's own width, and the communes' own rates, which
 * follow from their figures, are left out.
 */
const MOST_READ_ACROSS = 1000;

/** Plans the sheet. There is at least one commune, and at most MOST_COMMUNES. */
export function planConsolidatedSheet(consolidation: Consolidation, workbook: Workbook): TableChange {
  const { communes } = consolidation;
  const own = readOwnSheet(workbook, CONSOLIDATED_SHEET_ID);
  const rows = [...headRows(consolidation), ...bodyRows(consolidation, workbook)];
  return {
    kind: 'table',
    sheet: CONSOLIDATED_SHEET,
    id: CONSOLIDATED_SHEET_ID,
    expects: own.hash,
    rows: own.withNotes(rows, FIRST_COMMUNE + communes.length, 0),
    columns: communes.length > MOST_READ_ACROSS ? COLUMNS : [...COLUMNS, ...communes.map(() => COMMUNE_COLUMN)],
    merges: [...TITLE_MERGES, ...HEADING_MERGES],
    frozenRows: HEADING_ROWS,
    frozenColumns: FROZEN_COLUMNS,
    print: { landscape: true, repeat: { from: HEADING_ROWS - 2, to: HEADING_ROWS - 1 } },
  };
}

const HEADINGS = [
  'Mã số',
  'Chỉ tiêu thống kê',
  'Đơn vị tính',
  'Toàn bộ',
  'Tử số',
  'Mẫu số',
  'Số đơn vị có số liệu',
  'Số đơn vị thiếu',
  'Cách tổng hợp',
];

const LIVE_NOTE = ' Số lấy từ trang tính của tệp này là công thức: sửa ở trang tính của đơn vị thì bảng này đổi theo.';

function headRows({ communes, period, submissions }: Consolidation): TableRow[] {
  const left = submissions.filter(({ state }) => state !== 'counted').length;
  const note = left === 0 ? '' : ` Chưa cộng ${left} trường hợp khác: xem trang tính “Tình hình nộp báo cáo”.`;
  const live = communes.some(({ file }) => file === THIS_WORKBOOK) ? LIVE_NOTE : '';
  return [
    { cells: ['TỔNG HỢP SỐ LIỆU PHỤ LỤC 01B'], look: 'title' },
    {
      cells: [`Kỳ báo cáo: ${period?.label ?? 'chưa ghi'}. Cộng từ ${communes.length} đơn vị cấp xã.${note}`],
      look: 'subtitle',
    },
    {
      cells: [
        `Cột “Toàn bộ” là công thức trên các cột của từng đơn vị; ô trống không được tính là 0, số đơn vị thiếu ghi ở cột “Số đơn vị thiếu”.${live}`,
      ],
      look: 'note',
    },
    {
      cells: [
        'Tỷ lệ không lấy trung bình cộng: tính lại từ tử số và mẫu số, hoặc theo trọng số ghi ở cột “Cách tổng hợp”.',
      ],
      look: 'note',
    },
    { cells: [...HEADINGS, ...communes.map(({ unit }) => unit)], look: 'heading' },
    { cells: [...HEADINGS.map(() => null), ...communes.map(sourceOf)], look: 'heading' },
  ];
}

/** Where a column's figures come from. */
function sourceOf({ file, report }: Commune): string {
  return `${file} · ${report.sheet}`;
}

function bodyRows(consolidation: Consolidation, workbook: Workbook): TableRow[] {
  const { template, communes, rows } = consolidation;
  const fillable = template.rows.filter(isFillable);
  const figures = figuresByRow(fillable, communes);
  const columns = communes.map((commune) => figureCellsOf(commune, workbook));
  const placeOf = new Map(fillable.map(({ key }, place) => [key, place]));
  const totals = new Map(rows.map((row) => [row.key, row]));
  const places: Places = {
    rows: placesOf(consolidation),
    first: FIRST_COMMUNE,
    last: FIRST_COMMUNE + communes.length - 1,
  };
  const annex = template.rows.flatMap((row) => {
    const total = totals.get(row.key);
    if (!total) return [headingRow(row)];
    const cells = cellsOf(columns, placeOf.get(row.key) ?? -1, figures.get(row.key) ?? []);
    return annexRows(row, total, cells, places);
  });
  return [
    ...annex,
    { cells: [null, 'Số liệu ngoài Phụ lục (trang tính “Thông tin báo cáo”)'], look: 'section' },
    ...INDICATOR_INPUTS.map((_, place) => inputRow(place, communes, places)),
    { cells: [null, 'Tỷ lệ tính từ số liệu tổng hợp'], look: 'section' },
    ...rateRows(consolidation, places, communes.length <= MOST_READ_ACROSS),
  ];
}

function headingRow(row: TemplateRow<Key>): TableRow {
  return { cells: [printedCode(row), row.label], look: 'section' };
}

function cellsOf(columns: readonly FigureCells[], place: number, figures: readonly KeptFigure[]): readonly TableCell[] {
  return figures.map((figure, commune) => columns[commune]?.(place, figure) ?? figure);
}

function annexRows(row: TemplateRow<Key>, total: RowTotal, figures: readonly TableCell[], places: Places): TableRow[] {
  const unit = row.kind === 'choice' ? 'Mã' : (row.unit ?? '');
  const own = tableRow([printedCode(row), row.label, unit, ...totalCells(total, places), ...figures]);
  const below = [...codeRows(total, places), ...spreadRows(total, places)].map((cells) => tableRow(cells));
  return [own, ...below];
}

function inputRow(place: number, communes: readonly Commune[], places: Places): TableRow {
  const key = INDICATOR_INPUTS[place] ?? 'L';
  const values = communes.map(({ report }) => report.inputs[place] ?? null);
  const label = INPUTS.find((input) => input.key === key)?.name ?? key;
  const present = values.filter((value) => value !== null).length;
  const value = values.reduce<number | null>((all, one) => (one === null ? all : (all ?? 0) + one), null);
  const missing = communes.length - present;
  const total = { value: value === null ? null : { digits: value, decimals: 0 }, way: 'sum' as const };
  return tableRow([
    null,
    label,
    'Hồ sơ',
    ...totalCells({ key, how: { way: 'sum' }, total, present, notArisen: 0, missing }, places),
    ...values,
  ]);
}

function tableRow(cells: readonly TableCell[], look: RowLook = 'row'): TableRow {
  return { cells, look };
}

/** The sheet's row (from 0) of each key: a coded row and a spread have rows of their own below them. */
function placesOf({ template, rows }: Consolidation): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const totals = new Map(rows.map((row) => [row.key, row]));
  const nothing: Places = { rows: places, first: 0, last: 0 };
  let at = HEADING_ROWS;
  for (const { key } of template.rows) {
    places.set(key, at);
    const total = totals.get(key);
    at += 1 + (total ? codeRows(total, nothing).length + spreadRows(total, nothing).length : 0);
  }
  for (const key of INDICATOR_INPUTS) places.set(key, ++at);
  places.set(RATES, at + 2);
  return places;
}
