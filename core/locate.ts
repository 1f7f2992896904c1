// Where the annex stands on a sheet: heading, columns and rows, and what about its form is not the template's.
import { type Alignment, align, type Match, nearnessTo, type SheetRow, targetsOf } from './align.ts';
import { type CodeReading, NO_CODE } from './code.ts';
import { type Address, cellAt, type Grid, isBlank } from './grid.ts';
import { type Columns, findHeadings, type Heading } from './heading.ts';
import { type Legible, makeLegible } from './legible.ts';
import { completeColumns, readLine, readLines, type Search } from './lines.ts';
import type { Template } from './template.ts';
import type { Key } from './templates/index.ts';
import { tidy } from './vietnamese.ts';

/** A row of the template, found on the sheet. */
export interface LayoutRow {
  readonly key: Key;
  /** All grid rows it takes, from 0; more than one when it was broken over lines. */
  readonly rows: readonly number[];
  /** The grid row whose figure counts. */
  readonly valueRow: number;
  readonly label: string;
  readonly unit: string;
  readonly code: CodeReading;
  readonly match: Match;
}

export interface Layout {
  readonly sheet: string;
  readonly heading: Heading | null;
  readonly columns: Columns;
  readonly rows: ReadonlyMap<Key, LayoutRow>;
  /** Rows between the first and the last of the annex, and those right below, that match no row of the template. */
  readonly others: readonly OtherRow[];
  readonly legible: Legible;
  readonly score: number;
  /** The lines above the heading: title, unit, period. */
  readonly title: readonly string[];
}

export interface OtherRow {
  readonly row: number;
  readonly code: string;
  readonly label: string;
}

/** A sheet carries the annex when so many rows that ask for a figure agree in label, and in code or place. */
const ENOUGH_ROWS = 6;
const ENOUGH_ROWS_WITHOUT_HEADING = 12;
const LABEL_AGREES = 0.6;
const MOST_HEADINGS = 6;

/** Finds the annex on one sheet; null when the sheet does not carry it. */
export function locateOn(grid: Grid, template: Template<Key>): Layout | null {
  const legible = makeLegible(grid);
  const search = { grid, template, legible, headings: findHeadings(grid, legible.text) };
  const found = tablesOn(search).flatMap((table) => tryTable(search, table) ?? []);
  if (found.length === 0) return tryWithoutHeading(search);
  return found.reduce((best, one) => (one.score > best.score ? one : best));
}

/** A heading, and the row where the next table begins. */
interface Table {
  readonly heading: Heading;
  readonly end: number;
}

/**
 * A heading with other columns may begin a table of its own, and one below which the numbering starts again does.
 * All others are repetitions after page breaks.
 */
function tablesOn(search: Search): readonly Table[] {
  const { grid, headings } = search;
  const seen = new Set<string>();
  const starts: { readonly heading: Heading; readonly code: string | null }[] = [];
  headings.forEach((heading, index) => {
    const code = firstCode(search, heading, headings[index + 1]?.from ?? grid.cells.length);
    const again = code !== null && starts.some((start) => start.code === code);
    const shape = JSON.stringify(heading.columns);
    if (again || !seen.has(shape)) starts.push({ heading, code });
    seen.add(shape);
  });
  return starts.slice(0, MOST_HEADINGS).map(({ heading, code }, index) => {
    const next = starts.slice(index + 1).find((start) => code !== null && start.code === code);
    return { heading, end: next?.heading.from ?? grid.cells.length };
  });
}

function firstCode(search: Search, heading: Heading, end: number): string | null {
  for (let row = heading.to + 1; row < end; row++) {
    const code = readLine(search, heading.columns, row)?.code;
    if (code) return code;
  }
  return null;
}

function tryTable(search: Search, { heading, end }: Table): Layout | null {
  const from = heading.to + 1;
  const columns = { ...completeColumns(search, heading.columns, from), value: heading.columns.value };
  return layoutOf(search, heading, columns, readLines(search, columns, from, end), ENOUGH_ROWS);
}

function tryWithoutHeading(search: Search): Layout | null {
  const none: Columns = { code: null, label: null, unit: null, value: null, previous: null, note: null };
  const columns = completeColumns(search, none, 0);
  if (columns.label === null) return null;
  const lines = readLines(search, columns, 0, search.grid.cells.length);
  return layoutOf(search, null, columns, lines, ENOUGH_ROWS_WITHOUT_HEADING);
}

function layoutOf(
  search: Search,
  heading: Heading | null,
  columns: Columns,
  lines: readonly SheetRow[],
  enough: number,
): Layout | null {
  const { grid, template, legible } = search;
  const alignment = align(targetsOf(template), lines);
  if (!carriesAnnex(template, alignment.matches, enough)) return null;
  const rows = new Map<Key, LayoutRow>();
  for (const match of alignment.matches) {
    const row = layoutRow(search, columns, lines, match);
    if (row) rows.set(row.key, row);
  }
  const first = lines[alignment.matches[0]?.lines[0] ?? 0]?.row ?? 0;
  return {
    sheet: grid.name,
    heading,
    columns,
    rows,
    others: otherRows(search, heading, columns, lines, alignment),
    legible,
    score: alignment.score,
    title: titleLines(grid, legible, heading?.from ?? first),
  };
}

/** Headings of sections do not count: every plan and report on the same work has them. */
function carriesAnnex(template: Template<Key>, matches: readonly Match[], enough: number): boolean {
  const agreed = matches.filter((match) => match.nearness >= LABEL_AGREES);
  const asking = agreed.filter((match) => template.rows[match.target]?.kind !== 'heading');
  return asking.length >= enough && agreed.length * 2 >= matches.length;
}

function layoutRow(
  { grid, template, legible }: Search,
  columns: Columns,
  lines: readonly SheetRow[],
  match: Match,
): LayoutRow | null {
  const target = template.rows[match.target];
  const rows = match.lines.map((line) => lines[line]?.row ?? -1);
  const [first] = rows;
  if (!target || first === undefined) return null;
  const value = columns.value;
  const filled = value === null ? undefined : rows.find((row) => !isBlank(cellAt(grid, row, value)));
  const joined = (column: number | null) => {
    if (column === null) return '';
    return tidy(
      rows.length === 1 ? legible.text(first, column) : rows.map((row) => legible.text(row, column)).join(' '),
    );
  };
  const line = lines[match.lines[0] ?? -1];
  return {
    key: target.key,
    rows,
    valueRow: filled ?? first,
    label: joined(columns.label),
    unit: joined(columns.unit),
    code: line ? { code: line.code, perhaps: line.perhaps, mangled: line.mangled } : NO_CODE,
    match,
  };
}

/**
 * Two blank lines or a heading with other columns end the table; what lies below is not the annex's. Right below it
 * only a code of two parts or more is a row: notes and lists are numbered 1, 2, 3.
 */
function otherRows(
  { grid, legible, headings }: Search,
  heading: Heading | null,
  columns: Columns,
  lines: readonly SheetRow[],
  alignment: Alignment,
): OtherRow[] {
  const used = new Set<number>();
  for (const match of alignment.matches) for (const line of match.lines) used.add(line);
  if (used.size === lines.length) return [];
  const last = Math.max(...used);
  const first = Math.min(...used);
  const others: OtherRow[] = [];
  const lastRow = lines[last]?.row ?? 0;
  const shape = JSON.stringify(heading?.columns);
  const below = headings.filter((other) => other.from > lastRow);
  const end = below.find((other) => JSON.stringify(other.columns) !== shape)?.from ?? grid.cells.length;
  let previous = lastRow;
  lines.forEach((line, index) => {
    if (index < first || used.has(index)) return;
    const repeated = below.filter((other) => previous < other.from && other.from < line.row);
    const between = repeated.reduce((rows, other) => rows + other.to - other.from + 1, 0);
    if (index > last && (line.row > end || line.row - previous - between > 2)) return;
    if (index > last) previous = line.row;
    if (line.code === null || (index > last && !line.code.includes('.'))) return;
    const label = columns.label === null ? '' : tidy(legible.text(line.row, columns.label));
    others.push({ row: line.row, code: line.code, label });
  });
  return others;
}

const MOST_TITLE_LINES = 30;

/** Row by row; before these column by column, since a letterhead is read downwards. */
/** The filled lines above a row, each as one text. */
export function titleLines(grid: Grid, legible: Legible, heading: number): readonly string[] {
  const down: string[][] = [];
  const across: string[] = [];
  for (let row = Math.max(0, heading - MOST_TITLE_LINES); row < heading; row++) {
    const texts: string[] = [];
    (grid.cells[row] ?? []).forEach((cell, column) => {
      const text = typeof cell === 'string' ? tidy(legible.text(row, column)) : '';
      if (text === '') return;
      texts.push(text);
      down[column] = [...(down[column] ?? []), text];
    });
    if (texts.length > 0) across.push(texts.join(' '));
  }
  return [...down.filter((column) => column.length > 1).flat(), ...across];
}

/** The row of the template that a label is nearest to, and how near, when it is not the one it was matched with. */
export function nearerRow(
  template: Template<Key>,
  row: LayoutRow,
): { readonly key: Key; readonly nearness: number } | null {
  const near = nearnessTo(targetsOf(template), row.label);
  let best = row.match.target;
  near.forEach((nearness, index) => {
    if (nearness > (near[best] ?? 0)) best = index;
  });
  const nearer = template.rows[best];
  return nearer && best !== row.match.target ? { key: nearer.key, nearness: near[best] ?? 0 } : null;
}

/** How near the whole label of a row is to the template's. */
export function labelNearness(template: Template<Key>, row: LayoutRow): number {
  return nearnessTo(targetsOf(template), row.label)[row.match.target] ?? 0;
}

/** The cell that carries a row's figure; null when the sheet has no column of figures. */
export function valueAddress(layout: Layout, key: Key): Address | null {
  const row = layout.rows.get(key);
  return row && layout.columns.value !== null ? { row: row.valueRow, column: layout.columns.value } : null;
}
