// Reads sheets as plain grids, each in four calls: the range, its values, texts and formulas.
import { type Cell, type Grid, hostFailure } from '../core/index.ts';
import { type ReadDate, rawCell } from './rawCell.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A report has some thousands; a script may run for six minutes only. */
const MOST_CELLS = 1_000_000;

/** `content` leaves texts out, `values` formulas too. */
export type Depth = 'all' | 'content' | 'values';

export interface SheetsRead {
  readonly grids: readonly Grid[];
  /** Names and values as Google gave them, for a checksum. */
  readonly raw: string;
}

/** The sheets in the order given; those that hold a chart or a connected source alone have no cells and are left out. */
export function readSheets(book: Spreadsheet, sheets: readonly Sheet[], depth: Depth = 'all'): SheetsRead {
  const readDate = dateReader(book);
  const raw: string[] = [];
  let cells = 0;
  const grids = sheets.filter(isGrid).map((sheet): Grid => {
    const range = sheet.getDataRange();
    cells += range.getNumRows() * range.getNumColumns();
    if (cells > MOST_CELLS) throw hostFailure('too-large');
    const values: readonly (readonly unknown[])[] = range.getValues();
    raw.push(JSON.stringify([sheet.getName(), values]));
    return gridOf(sheet, range, values, readDate, depth);
  });
  return { grids, raw: raw.join('\n') };
}

function isGrid(sheet: Sheet): boolean {
  return sheet.getType() === SpreadsheetApp.SheetType.GRID;
}

function gridOf(
  sheet: Sheet,
  range: GoogleAppsScript.Spreadsheet.Range,
  values: readonly (readonly unknown[])[],
  readDate: ReadDate,
  depth: Depth,
): Grid {
  const name = sheet.getName();
  const cells = values.map((row) => row.map((value): Cell => rawCell(value, readDate)));
  if (depth === 'values') return { name, visible: true, cells, texts: [], formulas: [] };
  return {
    name,
    visible: !sheet.isSheetHidden(),
    cells,
    texts: depth === 'all' ? range.getDisplayValues() : [],
    formulas: range.getFormulas().map((row) => row.map(formulaOf)),
  };
}

/** Google gives "" for a cell without a formula. */
export function formulaOf(formula: string): string | null {
  return formula === '' ? null : formula.replace(/^=/, '');
}

/** Reads a date as the spreadsheet shows it, in the spreadsheet's own time zone. Asks for that once, and only if there is a date. */
export function dateReader(book: Spreadsheet): ReadDate {
  let zone: string | null = null;
  const known = new Map<number, string>();
  return (date) => {
    zone ??= book.getSpreadsheetTimeZone();
    const shown = known.get(date.getTime()) ?? Utilities.formatDate(date, zone, "yyyy-MM-dd'T'HH:mm:ss");
    known.set(date.getTime(), shown);
    return shown;
  };
}
