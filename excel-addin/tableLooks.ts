// How the rows of our sheets look in Excel.
import {
  fontSize,
  isSeverityLook,
  joinedAreas,
  joinedLines,
  MARK_COLOURS,
  type RowLook,
  TABLE_COLOURS,
  type TableChange,
  type TableRow,
} from '../core/index.ts';
import { tableLink } from './tableLink.ts';
import { rangeOf } from './tableSheet.ts';

const FONT = 'Times New Roman';
/** Points; Excel refuses more. */
const TALLEST_ROW = 409;

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
  const all = sheet.getRangeByIndexes(0, 0, change.rows.length, width).format;
  all.font.name = FONT;
  all.font.size = fontSize(change, 'row');
  all.wrapText = true;
  all.verticalAlignment = change.id === null ? 'Center' : 'Top';
  for (const run of runsOf(change.rows)) drawRun(sheet, change, run);
  drawFirstCells(sheet, change);
  drawLinks(sheet, change);
  drawColumns(sheet, change);
  all.autofitRows();
  joinCells(sheet, change);
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
  return isSeverityLook(look) ? 'row' : look;
}

function drawRun(sheet: Excel.Worksheet, change: TableChange, run: Run): void {
  const columns = Math.max(change.columns.length, 1);
  const rows = run.to - run.from + 1;
  const { format } = sheet.getRangeByIndexes(run.from, 0, rows, columns);
  switch (run.base) {
    case 'title':
      format.font.set({ bold: true, size: fontSize(change, run.base) });
      centre(format);
      break;
    case 'subtitle':
      format.font.italic = true;
      centre(format);
      break;
    case 'note':
      format.font.set({ color: `#${TABLE_COLOURS.note}`, size: fontSize(change, run.base) });
      format.verticalAlignment = 'Top';
      break;
    case 'heading':
      drawBorders(format, rows, columns);
      format.fill.color = `#${TABLE_COLOURS.heading}`;
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
    if (isSeverityLook(look)) sheet.getCell(row, 0).format.fill.color = `#${MARK_COLOURS[look]}`;
  });
}

function drawLinks(sheet: Excel.Worksheet, change: TableChange): void {
  change.rows.forEach((row, r) => {
    row.cells.forEach((cell, c) => {
      if (tableLink(cell) === null) return;
      sheet.getCell(r, c).format.font.set({ color: `#${TABLE_COLOURS.link}`, underline: 'Single' });
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
function joinCells(sheet: Excel.Worksheet, change: TableChange): void {
  for (const range of joinedAreas(change)) {
    rangeOf(sheet, range).merge(false);
    const row = change.rows[range.from.row];
    const lines = joinedLines(change, range);
    if (!row || lines === 1 || range.from.row !== range.to.row) continue;
    const height = lines * fontSize(change, row.look) * 1.35 + 2;
    sheet.getCell(range.from.row, 0).format.rowHeight = Math.min(TALLEST_ROW, height);
  }
}
