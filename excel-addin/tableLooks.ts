// How the rows of our sheets look in Excel.
import {
  MARK_COLOURS,
  type Range,
  type RowLook,
  type Severity,
  type TableChange,
  type TableRow,
  tableValue,
} from '../core/index.ts';
import { tableLink } from './tableLink.ts';
import { rangeOf } from './tableSheet.ts';

const LIGHT_GREY = '#E7E6E6';
const DARK_GREY = '#595959';
const LINK_BLUE = '#0563C1';
const FONT = 'Times New Roman';

/** What rows of a look have in common; a severity shows in the first cell only. */
type Base = 'title' | 'subtitle' | 'note' | 'heading' | 'section' | 'row' | 'plain';

/** Neighbouring rows that are drawn alike. */
interface Run {
  readonly base: Base;
  readonly from: number;
  to: number;
}

/** Draws all rows, widths and joined cells of a table that is `width` columns wide. */
export function drawLooks(sheet: Excel.Worksheet, change: TableChange, width: number): void {
  const size = change.id === null ? 12 : 11;
  const all = sheet.getRangeByIndexes(0, 0, change.rows.length, width).format;
  all.font.name = FONT;
  all.font.size = size;
  all.wrapText = true;
  all.verticalAlignment = change.id === null ? 'Center' : 'Top';
  for (const run of runsOf(change.rows)) drawRun(sheet, change, run, size);
  drawFirstCells(sheet, change);
  drawLinks(sheet, change);
  drawColumns(sheet, change);
  all.autofitRows();
  joinCells(sheet, change, size);
}

function runsOf(rows: readonly TableRow[]): readonly Run[] {
  const runs: Run[] = [];
  rows.forEach((row, i) => {
    const base = baseOf(row.look);
    const last = runs.at(-1);
    if (last?.base === base) last.to = i;
    else runs.push({ base, from: i, to: i });
  });
  return runs;
}

function baseOf(look: RowLook): Base {
  return isSeverity(look) ? 'row' : look;
}

function isSeverity(look: RowLook): look is Severity {
  return look === 'error' || look === 'warning' || look === 'info';
}

function drawRun(sheet: Excel.Worksheet, change: TableChange, run: Run, size: number): void {
  const columns = Math.max(change.columns.length, 1);
  const rows = run.to - run.from + 1;
  const { format } = sheet.getRangeByIndexes(run.from, 0, rows, columns);
  switch (run.base) {
    case 'title':
      format.font.set({ bold: true, size: size + 2 });
      centre(format);
      break;
    case 'subtitle':
      format.font.italic = true;
      centre(format);
      break;
    case 'note':
      format.font.set({ color: DARK_GREY, size: 10 });
      format.verticalAlignment = 'Top';
      break;
    case 'heading':
      drawBorders(format, rows, columns);
      format.fill.color = LIGHT_GREY;
      format.font.bold = true;
      centre(format);
      break;
    default:
      drawBody(sheet, change, run, format);
  }
}

function drawBody(sheet: Excel.Worksheet, change: TableChange, run: Run, format: Excel.RangeFormat): void {
  if (run.base !== 'plain') drawBorders(format, run.to - run.from + 1, Math.max(change.columns.length, 1));
  if (run.base === 'section') format.font.bold = true;
  alignColumns(sheet, change, run);
}

function centre(format: Excel.RangeFormat): void {
  format.horizontalAlignment = 'Center';
  format.verticalAlignment = 'Center';
}

/** Inner lines are asked for only where there are any. */
function drawBorders(format: Excel.RangeFormat, rows: number, columns: number): void {
  const edges = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
  const across = rows > 1 ? (['InsideHorizontal'] as const) : [];
  const down = columns > 1 ? (['InsideVertical'] as const) : [];
  for (const edge of [...edges, ...across, ...down]) format.borders.getItem(edge).style = 'Continuous';
}

const ALIGNMENTS = { left: 'Left', center: 'Center', right: 'Right' } as const;

function alignColumns(sheet: Excel.Worksheet, change: TableChange, run: Run): void {
  change.columns.forEach(({ align }, column) => {
    if (!align) return;
    const range = sheet.getRangeByIndexes(run.from, column, run.to - run.from + 1, 1);
    range.format.horizontalAlignment = ALIGNMENTS[align];
  });
}

function drawFirstCells(sheet: Excel.Worksheet, change: TableChange): void {
  change.rows.forEach(({ look }, row) => {
    if (isSeverity(look)) sheet.getCell(row, 0).format.fill.color = `#${MARK_COLOURS[look]}`;
  });
}

function drawLinks(sheet: Excel.Worksheet, change: TableChange): void {
  change.rows.forEach((row, r) => {
    row.cells.forEach((cell, c) => {
      if (tableLink(cell) === null) return;
      sheet.getCell(r, c).format.font.set({ color: LINK_BLUE, underline: 'Single' });
    });
  });
}

function drawColumns(sheet: Excel.Worksheet, change: TableChange): void {
  change.columns.forEach(({ width, hidden }, column) => {
    const range = sheet.getCell(0, column);
    range.format.columnWidth = pointsOf(width);
    if (hidden) range.columnHidden = true;
  });
}

/** Characters to points: 7 pixels a character and 5 around it, 96 pixels to 72 points. */
function pointsOf(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

/** Excel fits rows to their texts, but not to texts in joined cells: those rows get their height from us. */
function joinCells(sheet: Excel.Worksheet, change: TableChange, size: number): void {
  for (const range of [...(change.merges ?? []), ...spreadRows(change)]) {
    if (range.from.row === range.to.row && range.from.column === range.to.column) continue;
    rangeOf(sheet, range).merge(false);
    if (range.from.row !== range.to.row) continue;
    const look = change.rows[range.from.row]?.look;
    const points = look === 'title' ? size + 2 : look === 'note' ? 10 : size;
    const lines = lineCount(change, range);
    if (lines > 1) sheet.getCell(range.from.row, 0).format.rowHeight = Math.min(409, lines * points * 1.35 + 2);
  }
}

/** Titles and notes that stand alone in their row take the whole width, unless the table itself joins cells there. */
function spreadRows(change: TableChange): readonly Range[] {
  const last = change.columns.reduce((found, column, i) => (column.hidden ? found : i), -1);
  return change.rows.flatMap((row, i) => {
    const spreads = row.look === 'title' || row.look === 'subtitle' || row.look === 'note';
    const alone = row.cells.slice(1).every((cell) => tableValue(cell) === null);
    const joined = change.merges?.some((range) => range.from.row <= i && range.to.row >= i) ?? false;
    if (!spreads || !alone || joined || last < 1) return [];
    return [{ from: { row: i, column: 0 }, to: { row: i, column: last } }];
  });
}

/** Lines that the text of joined cells takes: rather one too many than one cut off. */
function lineCount(change: TableChange, { from, to }: Range): number {
  const value = tableValue(change.rows[from.row]?.cells[from.column] ?? null);
  const columns = change.columns.slice(from.column, to.column + 1);
  const width = columns.reduce((sum, column) => sum + (column.hidden ? 0 : column.width), 0) || 8;
  const lines = String(value ?? '').split('\n');
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0);
}
