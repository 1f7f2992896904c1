// Writes a table as a sheet: laid out when it is new, with only its cells and looks renewed when it stands already.
import { type Cell, GENERAL, type Grid, sheetMarker, type TableChange, widthOf } from '../core/index.ts';
import { ensureSize } from './sheetSize.ts';
import { type LinkTo, writeContent } from './tableContent.ts';
import { joinCells, joinsOf } from './tableJoins.ts';
import { drawBorders } from './tableLooks.ts';
import { needsApostrophe, typed } from './typed.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Characters to pixels. */
const pixelsOf = (characters: number) => characters * 7 + 5;

/** Writes a new sheet. */
export function writeTable(sheet: Sheet, change: TableChange, linkTo: LinkTo): void {
  const width = widthOf(change);
  ensureSize(sheet, Math.max(change.rows.length, 1), width + 1);
  const visible = visibleWidth(change, width);
  if (change.rows.length > 0) {
    // Down to the sheet's end, for rows to come; what is in hidden columns must not make rows tall.
    const seen = sheet.getRange(1, 1, sheet.getMaxRows(), visible);
    seen.setWrap(true);
    seen.setVerticalAlignment(change.id === null ? 'middle' : 'top');
  }
  writeContent(sheet, change, change.rows.length, linkTo);
  drawBorders(sheet, change, visible);
  joinCells(sheet, change, joinsOf(change));
  writeColumns(sheet, change, width);
  writeDropDowns(sheet, change);
  if (change.frozenRows) sheet.setFrozenRows(change.frozenRows);
}

/**
 * Writes a sheet of ours anew where it stands. With as many columns as before it keeps its layout, and widths that
 * the official chose; else it is laid out from the start.
 */
export function rewriteTable(sheet: Sheet, change: TableChange, before: Grid, linkTo: LinkTo): void {
  const width = widthOf(change);
  if (!hasMarkerAt(before, change, width) || !hasJoins(sheet, change)) {
    emptySheet(sheet);
    writeTable(sheet, change, linkTo);
    return;
  }
  const rows = Math.max(change.rows.length, before.cells.length, 1);
  ensureSize(sheet, rows, width + 1);
  writeContent(sheet, change, rows, linkTo);
  renewDropDowns(sheet, change);
  const visible = visibleWidth(change, width);
  sheet.getRange(1, 1, rows, visible).setBorder(false, false, false, false, false, false);
  drawBorders(sheet, change, visible);
}

/** Gives a sheet of ours the contents back that it had; its looks the next write draws anew. */
export function restoreTable(sheet: Sheet, { cells, formulas }: Grid): void {
  const width = Math.max(1, ...cells.map((row) => row.length));
  ensureSize(sheet, Math.max(cells.length, 1), width);
  sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).clearContent();
  if (cells.length === 0) return;
  const range = sheet.getRange(1, 1, cells.length, width);
  // The formats may be the former ones or the new ones, which are alike; only what would read a value otherwise goes.
  const formats = range
    .getNumberFormats()
    .map((row, r) => row.map((format, c) => (keeps(format, cells[r]?.[c] ?? null) ? format : GENERAL)));
  range.setNumberFormats(formats);
  range.setValues(formats.map((row, r) => row.map((format, c) => typed(cells[r]?.[c] ?? null, format))));
  formulas.forEach((row, r) => {
    row.forEach((formula, c) => {
      if (formula !== null) sheet.getRange(r + 1, c + 1, 1, 1).setFormulas([[`=${formula}`]]);
    });
  });
}

/** Whether a value written into a cell of that format stays what it is: plain text takes no numbers and no apostrophes. */
function keeps(format: string, value: Cell): boolean {
  return format !== '@' || (typeof value === 'string' && !needsApostrophe(value));
}

function hasMarkerAt(before: Grid, { id }: TableChange, column: number): boolean {
  return id !== null && before.cells[0]?.[column] === sheetMarker(id);
}

function hasJoins(sheet: Sheet, change: TableChange): boolean {
  const present = sheet
    .getDataRange()
    .getMergedRanges()
    .map((range) => range.getA1Notation());
  const wanted = joinsOf(change).map((join) => join.name);
  return present.length === wanted.length && wanted.every((name) => present.includes(name));
}

function emptySheet(sheet: Sheet): void {
  const all = sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns());
  all.breakApart();
  all.clearDataValidations();
  sheet.clear();
  sheet.showColumns(1, sheet.getMaxColumns());
  sheet.setFrozenRows(0);
}

/** How many columns are seen: hidden ones stand last. */
function visibleWidth(change: TableChange, width: number): number {
  const hidden = change.columns.findIndex((column) => column.hidden);
  return Math.max(1, hidden === -1 ? width : hidden);
}

function writeColumns(sheet: Sheet, change: TableChange, width: number): void {
  change.columns.forEach((column, i) => {
    if (!column.hidden) sheet.setColumnWidth(i + 1, pixelsOf(column.width));
  });
  // What is hidden stands last, our marker behind it: one call for all.
  const visible = visibleWidth(change, width);
  const hidden = width + (change.id === null ? 0 : 1) - visible;
  if (hidden > 0) sheet.hideColumns(visible + 1, hidden);
}

/** Rows may have moved since the lists were set. */
function renewDropDowns(sheet: Sheet, change: TableChange): void {
  if (!change.lists?.length) return;
  sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).clearDataValidations();
  writeDropDowns(sheet, change);
}

/** The lists help; other values stay possible. */
function writeDropDowns(sheet: Sheet, change: TableChange): void {
  for (const { range, values } of change.lists ?? []) {
    const { from, to } = range;
    const cells = sheet.getRange(from.row + 1, from.column + 1, to.row - from.row + 1, to.column - from.column + 1);
    const list = SpreadsheetApp.newDataValidation().requireValueInList(values.map(String), true);
    cells.setDataValidation(list.setAllowInvalid(true).build());
  }
}
