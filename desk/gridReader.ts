// Reads a sheet back from Univer: the values as edited and recalculated there.
import type { ICellData, Nullable, Workbook as UnivWorkbook, Worksheet } from '@univerjs/core';
import { type Cell, type Grid, isCellError } from '../core/index.ts';
import { type Formatter, makeFormatter } from '../xlsx/index.ts';
import { cellOf, formulaOf } from './cellData.ts';

export type ShowText = (cell: Cell, pattern: string) => string;

/** Shows values after their number formats, as Excel in Vietnamese does. */
export function textMaker(date1904: boolean): ShowText {
  const formatters = new Map<string, Formatter>();
  return (cell, pattern) => {
    if (cell === null) return '';
    if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
    if (typeof cell === 'object') return cell.error;
    const formatter = formatters.get(pattern) ?? makeFormatter(pattern, date1904);
    formatters.set(pattern, formatter);
    return formatter(cell);
  };
}

/** The number format of a cell, "General" where it has none. */
export function patternOf(workbook: UnivWorkbook, data: Nullable<ICellData>): string {
  const style = data?.s ? workbook.getStyles().getStyleByCell(data) : null;
  return style?.n?.pattern ?? 'General';
}

/** The whole sheet, rows as long as they are filled. `known` is the same sheet in the file. */
export function readGrid(workbook: UnivWorkbook, sheet: Worksheet, show: ShowText, known: Grid | undefined): Grid {
  const cells: Cell[][] = [];
  const texts: string[][] = [];
  const formulas: (string | null)[][] = [];
  sheet.getCellMatrix().forValue((row, column, data) => {
    const formula = formulaOf(data);
    const value = resultOf(cellOf(data), formula, known?.cells[row]?.[column] ?? null);
    if (value !== null) {
      put(cells, row, column, value, null);
      put(texts, row, column, show(value, patternOf(workbook, data)), '');
    }
    if (formula !== null) put(formulas, row, column, formula, null);
  });
  while (cells.length < formulas.length) cells.push([]);
  while (texts.length < cells.length) texts.push([]);
  while (formulas.length < cells.length) formulas.push([]);
  const name = sheet.getName();
  const grid = { name, visible: !sheet.isSheetHidden(), cells, texts, formulas };
  return known?.fonts ? { ...grid, fonts: known.fonts } : grid;
}

/** Where Univer cannot calculate as Excel does (a function it does not know, an array of fixed extent), Excel's result counts. */
function resultOf(value: Cell, formula: string | null, stored: Cell): Cell {
  return formula !== null && isCellError(value) && /^#(NAME\?|SPILL!)$/.test(value.error) ? stored : value;
}

function put<T>(rows: T[][], row: number, column: number, value: T, blank: T): void {
  while (rows.length <= row) rows.push([]);
  const line = rows[row] ?? [];
  while (line.length < column) line.push(blank);
  line[column] = value;
}
