// A workbook of the file → a workbook of Univer that looks like it.
import {
  BooleanNumber,
  type ICellData,
  type IColumnData,
  type IRange,
  type IRowData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
  LocaleType,
} from '@univerjs/core';
import type { Grid, Range, Workbook } from '../core/index.ts';
import type { SheetAppearance, WorkbookAppearance } from '../xlsx/index.ts';
import { valueData } from './cellData.ts';
import { styleData } from './styleData.ts';

/** Room below and beside what is filled. */
const SPARE_ROWS = 40;
const SPARE_COLUMNS = 6;
const LEAST_ROWS = 100;
const LEAST_COLUMNS = 20;
/** Excel's own sizes where a file says nothing: characters and points. */
const DEFAULT_WIDTH = 9.14;
const DEFAULT_HEIGHT = 15.75;
/** Pixels of a digit at the usual font, and of a point. */
const DIGIT = 7;
const POINT = 96 / 72;

/** How sheets are drawn: the file's styles, made ready once. */
export interface Looks {
  readonly styles: readonly IStyleData[];
  readonly sheets: ReadonlyMap<string, SheetAppearance>;
}

export function looksOf(appearance: WorkbookAppearance | null): Looks {
  return {
    styles: (appearance?.styles ?? []).map(styleData),
    sheets: new Map((appearance?.sheets ?? []).map((sheet) => [sheet.name, sheet])),
  };
}

/** The whole workbook. Sheets get ids from `newId`, which never gives one twice. */
export function workbookData(id: string, workbook: Workbook, looks: Looks, newId: () => string): IWorkbookData {
  const sheets = workbook.sheets.map((grid) => sheetData(newId(), grid, looks));
  return {
    id,
    name: '',
    appVersion: '',
    locale: LocaleType.VI_VN,
    styles: {},
    sheetOrder: sheets.map((sheet) => sheet.id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
  };
}

/** One sheet with its looks; plain when the file does not tell them. */
export function sheetData(id: string, grid: Grid, looks: Looks): IWorksheetData {
  const look = looks.sheets.get(grid.name);
  const longest = Math.max(0, ...grid.cells.map((row) => row.length), ...(look?.styles ?? []).map((row) => row.length));
  const deepest = Math.max(grid.cells.length, look?.styles.length ?? 0);
  return {
    id,
    name: grid.name,
    tabColor: '',
    hidden: bit(!grid.visible),
    freeze: freeze(look),
    rowCount: Math.max(deepest + SPARE_ROWS, LEAST_ROWS),
    columnCount: Math.max(longest + SPARE_COLUMNS, LEAST_COLUMNS),
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    defaultColumnWidth: columnPixels(look?.defaultWidth ?? DEFAULT_WIDTH),
    defaultRowHeight: rowPixels(look?.defaultHeight ?? DEFAULT_HEIGHT),
    mergeData: (look?.merges ?? []).map(rangeData),
    cellData: cells(grid, look, looks.styles, deepest),
    rowData: rows(look),
    columnData: columns(look, longest + SPARE_COLUMNS),
    rowHeader: { width: 46 },
    columnHeader: { height: 20 },
    showGridlines: bit(look?.showGridlines ?? true),
    rightToLeft: BooleanNumber.FALSE,
  };
}

function bit(on: boolean): BooleanNumber {
  return on ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

export function rangeData({ from, to }: Range): IRange {
  return { startRow: from.row, startColumn: from.column, endRow: to.row, endColumn: to.column };
}

function freeze(look: SheetAppearance | undefined): IWorksheetData['freeze'] {
  const { rows, columns } = look?.frozen ?? { rows: 0, columns: 0 };
  return { xSplit: columns, ySplit: rows, startRow: rows > 0 ? rows : -1, startColumn: columns > 0 ? columns : -1 };
}

function cells(
  grid: Grid,
  look: SheetAppearance | undefined,
  styles: readonly IStyleData[],
  deepest: number,
): Record<number, Record<number, ICellData>> {
  const data: Record<number, Record<number, ICellData>> = {};
  for (let row = 0; row < deepest; row++) {
    const length = Math.max(grid.cells[row]?.length ?? 0, look?.styles[row]?.length ?? 0);
    const line: Record<number, ICellData> = {};
    for (let column = 0; column < length; column++) {
      const cell = cellData(grid, styles[look?.styles[row]?.[column] ?? -1], row, column);
      if (cell) line[column] = cell;
    }
    data[row] = line;
  }
  return data;
}

function cellData(grid: Grid, style: IStyleData | undefined, row: number, column: number): ICellData | null {
  const value = grid.cells[row]?.[column] ?? null;
  const formula = grid.formulas[row]?.[column];
  if (value === null && !formula && !style) return null;
  return { ...valueData(value), ...(formula && { f: `=${formula}` }), ...(style && { s: style }) };
}

function rows(look: SheetAppearance | undefined): Record<number, Partial<IRowData>> {
  return Object.fromEntries(
    (look?.rows ?? []).map(({ row, height, hidden }) => [
      row,
      { ...(height !== null && { h: rowPixels(height), ia: BooleanNumber.FALSE }), ...(hidden && { hd: bit(true) }) },
    ]),
  );
}

/** Runs of columns reach to the sheet's end in many files: only those in sight count. */
function columns(look: SheetAppearance | undefined, count: number): Record<number, Partial<IColumnData>> {
  const data: Record<number, Partial<IColumnData>> = {};
  for (const { from, to, width, hidden } of look?.columns ?? []) {
    for (let column = from; column <= Math.min(to, count); column++) {
      data[column] = { ...(width !== null && { w: columnPixels(width) }), ...(hidden && { hd: bit(true) }) };
    }
  }
  return data;
}

function columnPixels(characters: number): number {
  return Math.max(1, Math.round(Math.min(characters, 255) * DIGIT));
}

function rowPixels(points: number): number {
  return Math.max(1, Math.round(Math.min(points, 409) * POINT));
}
