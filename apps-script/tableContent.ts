// Writes the cells of a table and how they look: one call each for all values, formats, fonts, fills and alignments.
import {
  type CellRef,
  formulaBlocks,
  GENERAL,
  sheetMarker,
  type TableCell,
  type TableChange,
  type TableRow,
  tableFormat,
  tableFormula,
  tableValue,
  widthOf,
} from '../core/index.ts';
import { tableLink } from './tableLink.ts';
import { alignOf, type Font, fillOf, fontOf } from './tableLooks.ts';
import { needsApostrophe, typed } from './typed.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type TextStyle = GoogleAppsScript.Spreadsheet.TextStyle;

/** The address of a link, null when its sheet is not there. */
export type LinkTo = (to: CellRef) => string | null;

const BLANK: TableRow = { look: 'plain', cells: [] };

/** Writes `count` rows, blank and plain ones after the table's last, and the marker of a sheet of ours behind the first. */
export function writeContent(sheet: Sheet, change: TableChange, count: number, linkTo: LinkTo): void {
  const width = widthOf(change);
  const rows = Array.from({ length: Math.max(count, 1) }, (_, i) => change.rows[i] ?? BLANK);
  const range = sheet.getRange(1, 1, rows.length, width + (change.id === null ? 0 : 1));
  const styleOf = styles();
  const grid = <T>(of: (place: Place) => T, marker: T): T[][] =>
    rows.map((row, r) => {
      const cells = Array.from({ length: width }, (_, column) => of({ change, row, column }));
      return change.id === null ? cells : [...cells, r === 0 ? marker : of({ change, row: BLANK, column: width })];
    });
  range.setNumberFormats(grid(formatAt, GENERAL));
  range.setValues(grid(valueAt, change.id === null ? '' : sheetMarker(change.id)));
  range.setTextStyles(grid((place) => styleOf(fontAt(place)), styleOf(fontOf(change, BLANK, null))));
  range.setBackgrounds(grid<string | null>(({ row, column }) => fillOf(row.look, column), null));
  range.setHorizontalAlignments(grid<ReturnType<typeof alignOf>>(alignAt, null));
  writeFormulas(sheet, rows);
  writeLinks(sheet, change, rows, linkTo, styleOf);
}

interface Place {
  readonly change: TableChange;
  readonly row: TableRow;
  readonly column: number;
}

function cellAt({ row, column }: Place): TableCell {
  return row.cells[column] ?? null;
}

/** A text that only an apostrophe keeps a text must not stand in a cell of plain text. */
function formatAt(place: Place): string {
  const cell = cellAt(place);
  if (tableFormula(cell) === null && needsApostrophe(tableValue(cell))) return GENERAL;
  return tableFormat(place.change, place.row, place.column);
}

/** Formulas are left out here: among values, Google reads them with the separators of the spreadsheet's country. */
function valueAt(place: Place): string | number | boolean {
  const cell = cellAt(place);
  return tableFormula(cell) === null ? typed(tableValue(cell), formatAt(place)) : '';
}

function fontAt(place: Place): Font {
  return fontOf(place.change, place.row, cellAt(place));
}

function alignAt({ change, row, column }: Place): ReturnType<typeof alignOf> {
  return alignOf(row.look, change.columns[column]);
}

/** Makes each style once. */
function styles(): (font: Font) => TextStyle {
  const made = new Map<string, TextStyle>();
  return (font) => {
    const key = JSON.stringify(font);
    const style = made.get(key) ?? makeStyle(font);
    made.set(key, style);
    return style;
  };
}

function makeStyle({ size, bold, italic, underlined, colour }: Font): TextStyle {
  return SpreadsheetApp.newTextStyle()
    .setFontFamily('Times New Roman')
    .setFontSize(size)
    .setBold(bold)
    .setItalic(italic)
    .setUnderline(underlined)
    .setForegroundColor(colour)
    .build();
}

function writeFormulas(sheet: Sheet, rows: readonly TableRow[]): void {
  for (const { row, column, lines } of formulaBlocks(rows))
    sheet
      .getRange(row + 1, column + 1, lines.length, lines[0]?.length ?? 0)
      .setFormulas(lines.map((line) => [...line]));
}

/** Links are rich text: one call for each column, from its first link to its last where only texts stand between. */
function writeLinks(
  sheet: Sheet,
  change: TableChange,
  rows: readonly TableRow[],
  linkTo: LinkTo,
  styleOf: (font: Font) => TextStyle,
): void {
  for (let column = 0; column < widthOf(change); column++) {
    for (const { from, to } of linkRuns(rows, column)) {
      const values = rows.slice(from, to + 1).map((row) => {
        const cell = row.cells[column] ?? null;
        const link = tableLink(cell);
        const text = String(tableValue(cell) ?? '');
        const rich = SpreadsheetApp.newRichTextValue().setText(text);
        if (link) rich.setLinkUrl(linkTo(link));
        // A style needs letters to stand on.
        if (text !== '') rich.setTextStyle(styleOf(fontOf(change, row, cell)));
        return [rich.build()];
      });
      sheet.getRange(from + 1, column + 1, values.length, 1).setRichTextValues(values);
    }
  }
}

/** Stretches of a column that begin and end with a link and hold nothing that rich text would spoil. */
function linkRuns(
  rows: readonly TableRow[],
  column: number,
): readonly { readonly from: number; readonly to: number }[] {
  const runs: { readonly from: number; to: number }[] = [];
  let isOpen = false;
  rows.forEach((row, r) => {
    const cell = row.cells[column] ?? null;
    const last = runs[runs.length - 1];
    if (tableLink(cell)) {
      if (isOpen && last) last.to = r;
      else runs.push({ from: r, to: r });
      isOpen = true;
    } else if (tableFormula(cell) !== null || !isPlain(tableValue(cell))) isOpen = false;
  });
  return runs;
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value === 'string';
}
