// What a batch of changes depends on, as it stands in the spreadsheet just before anything is written.
import {
  type Address,
  a1,
  type BookState,
  type CellChange,
  type CellState,
  type Change,
  GENERAL,
  ownSheetId,
  type SheetState,
} from '../core/index.ts';
import { guardOf } from './protection.ts';
import { rawCell } from './rawCell.ts';
import { dateReader, formulaOf, readSheets } from './readSheets.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface SheetsBook extends BookState<number> {
  /** The sheets themselves, by id. */
  readonly handles: ReadonlyMap<number, Sheet>;
}

/** Reads what the changes name, and of other sheets no more than their names and whose they are. */
export function readState(book: Spreadsheet, changes: readonly Change[]): SheetsBook {
  const ids = new Set(changes.flatMap((change) => ('id' in change && change.id !== null ? [change.id] : [])));
  const handles = sheetsFor(book, changes);
  const sheets = handles.map((sheet) => sheetState(book, sheet, changes, ids));
  return { sheets, isProtected: false, handles: new Map(handles.map((sheet) => [sheet.getSheetId(), sheet])) };
}

/** All sheets where one may be added or taken out; else only those named. */
function sheetsFor(book: Spreadsheet, changes: readonly Change[]): readonly Sheet[] {
  if (changes.some((change) => change.kind === 'table' || change.kind === 'remove')) return book.getSheets();
  const names = new Set(changes.flatMap((change) => ('sheet' in change ? [change.sheet] : [])));
  // Google's types leave out that there may be no such sheet.
  return [...names].flatMap((name) => book.getSheetByName(name) ?? []);
}

function sheetState(
  book: Spreadsheet,
  sheet: Sheet,
  changes: readonly Change[],
  ids: ReadonlySet<string>,
): SheetState<number> {
  const name = sheet.getName();
  const own = ids.size > 0 ? ownIdOf(sheet) : null;
  const here = changes.filter((change) => 'sheet' in change && change.sheet.toLowerCase() === name.toLowerCase());
  const named = here.filter((change): change is CellChange => change.kind === 'cell').map(({ at }) => at);
  const isOurs = own !== null && ids.has(own);
  const isTouched = isOurs || named.length > 0 || here.some((change) => change.kind === 'marks');
  const guard = isTouched ? guardOf(sheet, named.length > 0) : null;
  const grid = isOurs ? (readSheets(book, [sheet], 'content').grids[0] ?? null) : null;
  const cells = readCells(book, sheet, named, guard?.isLocked ?? (() => false));
  return { id: sheet.getSheetId(), name, isProtected: guard?.isSheetLocked ?? false, own, grid, cells };
}

/** The sheet of ours with an id, null when there is none. */
export function findOwnSheet(book: Spreadsheet, id: string): Sheet | null {
  return book.getSheets().find((sheet) => ownIdOf(sheet) === id) ?? null;
}

/** Our id in the first row, or null. */
function ownIdOf(sheet: Sheet): string | null {
  if (sheet.getType() !== SpreadsheetApp.SheetType.GRID) return null;
  const cells = sheet
    .getSheetValues(1, 1, 1, sheet.getMaxColumns())
    .map((row) => row.map((value) => rawCell(value, String)));
  return ownSheetId({ name: sheet.getName(), visible: true, cells, texts: [], formulas: [] });
}

/** The cells named, read as one block; what lies beyond the sheet's edge is blank. */
function readCells(
  book: Spreadsheet,
  sheet: Sheet,
  named: readonly Address[],
  isLocked: (at: Address) => boolean,
): ReadonlyMap<string, CellState> {
  const within = named.filter(({ row, column }) => row < sheet.getMaxRows() && column < sheet.getMaxColumns());
  if (within.length === 0) return new Map();
  const top = Math.min(...within.map(({ row }) => row));
  const left = Math.min(...within.map(({ column }) => column));
  const height = Math.max(...within.map(({ row }) => row)) - top + 1;
  const width = Math.max(...within.map(({ column }) => column)) - left + 1;
  const range = sheet.getRange(top + 1, left + 1, height, width);
  const [values, formulas, formats] = [range.getValues(), range.getFormulas(), range.getNumberFormats()];
  const readDate = dateReader(book);
  return new Map(
    within.map((at) => {
      const [row, column] = [at.row - top, at.column - left];
      const value = rawCell(values[row]?.[column], readDate);
      const formula = formulaOf(formulas[row]?.[column] ?? '');
      const format = formats[row]?.[column] ?? GENERAL;
      return [a1(at), { value, formula, format, isLocked: isLocked(at), isFormatLocked: isLocked(at) }];
    }),
  );
}
