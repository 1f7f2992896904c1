// The sheet "Tỷ lệ tính từ Phụ lục": every rate as a live formula over the annex, readable where the add-in is not installed.
import type { Analysis } from './analyze.ts';
import type { TableCell, TableChange, TableRow } from './change.ts';
import { fromNumber, percentOf, toNumber } from './decimal.ts';
import { isKey } from './form.ts';
import { a1, type Cell, type CellRef, INDICATOR_SHEET_ID, quoteSheet, type Workbook } from './grid.ts';
import type { IndicatorRecord } from './indicator.ts';
import { INDICATORS } from './indicators.ts';
import { INPUTS } from './inputs.ts';
import { valueAddress } from './locate.ts';
import { readOwnSheet } from './ownSheet.ts';
import type { Operand } from './rule.ts';
import { nameOf } from './template.ts';
import { capitalise } from './vietnamese.ts';

export const INDICATOR_SHEET = 'Tỷ lệ tính từ Phụ lục';
const NOT_ENOUGH = 'Chưa đủ số liệu';
const HEADING_ROWS = 3;

/** Plans the sheet; null when there is no annex to refer to. */
export function planIndicatorTable(analysis: Analysis, workbook: Workbook): TableChange | null {
  if (!analysis.layout) return null;
  const own = readOwnSheet(workbook, INDICATOR_SHEET_ID);
  const rows: TableRow[] = [
    { cells: ['TỶ LỆ TÍNH TỪ PHỤ LỤC 01B'], look: 'title' },
    {
      cells: ['Công thức tính trực tiếp từ các ô của Phụ lục; ô nguồn trống hoặc ghi chữ thì ghi “Chưa đủ số liệu”.'],
      look: 'note',
    },
    { cells: ['STT', 'Tên tỷ lệ', 'Cách tính', 'Tử số', 'Mẫu số', 'Tỷ lệ'], look: 'heading' },
    ...INDICATORS.map((record, index) => indicatorRow(analysis, workbook, record, index)),
  ];
  return {
    kind: 'table',
    sheet: INDICATOR_SHEET,
    id: INDICATOR_SHEET_ID,
    expects: own.hash,
    rows: own.withNotes(rows, COLUMNS.length, 6),
    columns: COLUMNS,
    frozenRows: HEADING_ROWS,
    print: { landscape: true, repeat: { from: HEADING_ROWS - 1, to: HEADING_ROWS - 1 } },
  };
}

const COLUMNS: TableChange['columns'] = [
  { width: 6, align: 'center' },
  { width: 48 },
  { width: 52 },
  { width: 18, align: 'right' },
  { width: 18, align: 'right' },
  { width: 26, align: 'right' },
  { width: 12, hidden: true },
];

function indicatorRow(analysis: Analysis, workbook: Workbook, record: IndicatorRecord, index: number): TableRow {
  const row = HEADING_ROWS + index + 1;
  const numerator = sideCell(analysis, workbook, record.numerator);
  const denominator = sideCell(analysis, workbook, record.denominator);
  const name = describe(analysis, record);
  return {
    cells: [
      index + 1,
      record.name,
      name,
      numerator,
      denominator,
      rateCell(record, row, presentValue(numerator), presentValue(denominator)),
      record.id,
    ],
    look: 'row',
  };
}

function presentValue(cell: TableCell): Cell {
  return typeof cell === 'object' && cell !== null && 'value' in cell
    ? cell.value
    : typeof cell === 'string' || typeof cell === 'number'
      ? cell
      : null;
}

/** The sum of one side, guarded: COUNT sees only real numbers. */
function sideCell(analysis: Analysis, workbook: Workbook, operands: readonly Operand[]): TableCell {
  const refs = operands.map((operand) => ({ operand, at: refOf(analysis, operand) }));
  if (refs.some(({ operand, at }) => at === null && operand !== 'Q')) return NOT_ENOUGH;
  const present = refs.flatMap(({ operand, at }) =>
    at ? [{ operand, at, text: `${quoteSheet(at.sheet)}${a1(at)}` }] : [],
  );
  const needed = present.filter(({ operand }) => operand !== 'Q');
  const sum = present.map(({ operand, text }) => (operand === 'Q' ? `N(${text})` : text)).join('+');
  const values = present.map(({ operand, at }) => ({ operand, value: numberAt(workbook, at) }));
  const complete = values.every(({ operand, value }) => value !== null || operand === 'Q');
  const total = values.reduce((all, { value }) => all + (value ?? 0), 0);
  return {
    formula: `IF(COUNT(${needed.map(({ text }) => text).join(',')})=${needed.length},${sum},"${NOT_ENOUGH}")`,
    value: complete ? total : NOT_ENOUGH,
  };
}

/** Where an operand stands; null when the annex or "Thông tin báo cáo" has no cell for it. */
function refOf(analysis: Analysis, operand: Operand): CellRef | null {
  if (!isKey(operand)) return analysis.inputs.cells.get(operand) ?? null;
  const at = analysis.layout && valueAddress(analysis.layout, operand);
  return at && analysis.sheet !== null ? { sheet: analysis.sheet, ...at } : null;
}

function numberAt(workbook: Workbook, at: CellRef): number | null {
  const cell = workbook.sheets.find((grid) => grid.name === at.sheet)?.cells[at.row]?.[at.column];
  return typeof cell === 'number' ? cell : null;
}

function rateCell(record: IndicatorRecord, row: number, numerator: Cell, denominator: Cell): TableCell {
  const over = record.atMostWhole
    ? `IF(D${row}>E${row},"${NOT_ENOUGH}",ROUND(D${row}/E${row},4))`
    : `ROUND(D${row}/E${row},4)`;
  const formula = `IF(COUNT(D${row}:E${row})<2,"${NOT_ENOUGH}",IF(E${row}=0,"${record.whenZero}",${over}))`;
  return { formula, value: rateValue(record, numerator, denominator), format: '0.00%' };
}

function rateValue(record: IndicatorRecord, numerator: Cell, denominator: Cell): Cell {
  if (typeof numerator !== 'number' || typeof denominator !== 'number') return NOT_ENOUGH;
  if (denominator === 0) return record.whenZero;
  if (record.atMostWhole && numerator > denominator) return NOT_ENOUGH;
  const [over, under] = [fromNumber(numerator), fromNumber(denominator)];
  if (!over || !under) return NOT_ENOUGH;
  const percent = percentOf(over, under);
  return toNumber({ digits: percent.digits, decimals: percent.decimals + 2 });
}

/** The calculation in the form's own words: codes as printed, rows without a code by their label. */
function describe(analysis: Analysis, record: IndicatorRecord): string {
  const name = (operand: Operand) =>
    isKey(operand)
      ? nameOf(analysis.template, operand)
      : (INPUTS.find((input) => input.key === operand)?.name ?? operand);
  const side = (operands: readonly Operand[]) => {
    const text = operands.map(name).join(' + ');
    return operands.length > 1 ? `(${text})` : text;
  };
  return capitalise(`${side(record.numerator)} : ${side(record.denominator)}`);
}
