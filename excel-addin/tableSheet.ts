// Writes a table into a sheet of Excel: values, formulas, links, drop-downs, what stays in sight. All requests go out with the next sync.
import {
  formulaBlocks,
  GENERAL,
  type Range,
  sheetMarker,
  type TableChange,
  type TableRow,
  tableFormat,
  tableFormula,
  tableValue,
  widthOf,
} from '../core/index.ts';
import { entered } from './cellText.ts';
import { tableLink } from './tableLink.ts';
import { drawLooks } from './tableLooks.ts';

/** A list written into its rule itself may be this long, commas included. */
const LONGEST_LIST = 255;

/** Takes everything off a sheet of ours, so that it can be written anew where it stands. */
export function emptySheet(sheet: Excel.Worksheet): void {
  const all = sheet.getRange();
  all.unmerge();
  all.clear('All');
  all.conditionalFormats.clearAll();
  all.dataValidation.clear();
  all.columnHidden = false;
  sheet.freezePanes.unfreeze();
}

/** Writes the whole table. The sheet is new or has been emptied. */
export function writeTable(sheet: Excel.Worksheet, change: TableChange): void {
  const width = widthOf(change);
  if (change.id !== null) writeMarker(sheet, change.id, width);
  if (change.rows.length > 0) {
    const range = sheet.getRangeByIndexes(0, 0, change.rows.length, width);
    const formats = change.rows.map((row) =>
      Array.from({ length: width }, (_, column) => tableFormat(change, row, column)),
    );
    range.numberFormat = formats;
    writeLinks(sheet, change);
    // After the links: a link writes its own text, and takes "04" for a number.
    range.values = change.rows.map((row, i) => valuesOf(row, formats[i] ?? [], width));
    writeFormulas(sheet, change);
    drawLooks(sheet, change, width);
  }
  writeDropDowns(sheet, change);
  if (change.frozenRows) sheet.freezePanes.freezeRows(change.frozenRows);
}

/** How the sheet is printed. Excel refuses this on machines without a printer, so it goes out in a trip of its own. */
export function writePrintSetup(sheet: Excel.Worksheet, change: TableChange): void {
  if (!change.print) return;
  const { pageLayout } = sheet;
  pageLayout.orientation = change.print.landscape ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = 'A4';
  pageLayout.centerHorizontally = true;
  pageLayout.zoom = { horizontalFitToPages: 1 };
  // Margins of an official document (Nghị định 30/2020/NĐ-CP): left 30 mm, right 15, top and bottom 20.
  pageLayout.setPrintMargins('Centimeters', { left: 3, right: 1.5, top: 2, bottom: 2, header: 0.8, footer: 0.8 });
  pageLayout.headersFooters.defaultForAllPages.centerFooter = '&P/&N';
  const { repeat } = change.print;
  if (repeat) pageLayout.setPrintTitleRows(`$${repeat.from + 1}:$${repeat.to + 1}`);
}

/** The range of a sheet that a table's range stands for. */
export function rangeOf(sheet: Excel.Worksheet, { from, to }: Range): Excel.Range {
  return sheet.getRangeByIndexes(from.row, from.column, to.row - from.row + 1, to.column - from.column + 1);
}

function writeMarker(sheet: Excel.Worksheet, id: string, column: number): void {
  const cell = sheet.getCell(0, column);
  cell.values = [[sheetMarker(id)]];
  cell.columnHidden = true;
}

/** Formulas are left out here: as values, Excel may read them with the separators of the user's country. */
function valuesOf(row: TableRow, formats: readonly string[], width: number): (string | number | boolean)[] {
  return Array.from({ length: width }, (_, column) => {
    const cell = row.cells[column] ?? null;
    return tableFormula(cell) === null ? entered(tableValue(cell), formats[column] ?? GENERAL) : '';
  });
}

function writeFormulas(sheet: Excel.Worksheet, change: TableChange): void {
  for (const { row, column, lines } of formulaBlocks(change.rows))
    sheet.getRangeByIndexes(row, column, lines.length, lines[0]?.length ?? 0).formulas = lines.map((line) => [...line]);
}

function writeLinks(sheet: Excel.Worksheet, change: TableChange): void {
  change.rows.forEach((row, r) => {
    row.cells.forEach((cell, c) => {
      const documentReference = tableLink(cell);
      const textToDisplay = String(tableValue(cell));
      if (documentReference !== null) sheet.getCell(r, c).hyperlink = { documentReference, textToDisplay };
    });
  });
}

/** Lists too long, or with commas in their values, cannot be written into the rule itself: they are left out. */
function writeDropDowns(sheet: Excel.Worksheet, change: TableChange): void {
  for (const { range, values } of change.lists ?? []) {
    const source = values.join(',');
    if (source === '' || source.length > LONGEST_LIST || values.some((value) => String(value).includes(','))) continue;
    const validation = rangeOf(sheet, range).dataValidation;
    validation.rule = { list: { inCellDropDown: true, source } };
    validation.ignoreBlanks = true;
    // The list helps; other values stay possible.
    validation.errorAlert = { showAlert: false, style: 'Information', title: '', message: '' };
  }
}
