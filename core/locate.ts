// Where the annex stands on a sheet: heading, columns and rows, and what about its form is not the template's.
import { type Alignment, align, type Match, nearnessTo, type SheetRow, targetsOf } from './align.ts';
import { type CodeReading, NO_CODE, readCode } from './code.ts';
import { type Address, cellAt, type Grid, isBlank } from './grid.ts';
import { type Columns, findHeadings, type Heading } from './heading.ts';
import { canonicalLabel } from './label.ts';
import { type Legible, makeLegible } from './legible.ts';
import type { Template } from './template.ts';
import type { Key } from './templates/index.ts';
import { fold, tidy } from './vietnamese.ts';

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

/** A sheet carries the annex when so many rows agree in label, and in code or place. */
const ENOUGH_ROWS = 6;
const ENOUGH_ROWS_WITHOUT_HEADING = 12;
const LABEL_AGREES = 0.6;
/** Long sheets: the annex is sought in so many filled rows below a heading. */
const MOST_LINES = 3000;
const MOST_HEADINGS = 6;

/** Finds the annex on one sheet; null when the sheet does not carry it. */
export function locateOn(grid: Grid, template: Template<Key>): Layout | null {
  const legible = makeLegible(grid);
  const headings = findHeadings(grid, legible.text);
  const candidates = distinct(headings).map((heading) => tryHeading(grid, template, legible, headings, heading));
  if (candidates.length === 0) candidates.push(tryWithoutHeading(grid, template, legible));
  let best: Layout | null = null;
  for (const candidate of candidates)
    if (candidate && (best === null || candidate.score > best.score)) best = candidate;
  return best;
}

/** One heading of each arrangement of columns: the others are its repetitions after page breaks. */
function distinct(headings: readonly Heading[]): readonly Heading[] {
  const seen = new Set<string>();
  return headings
    .filter((heading) => {
      const shape = JSON.stringify(heading.columns);
      if (seen.has(shape)) return false;
      seen.add(shape);
      return true;
    })
    .slice(0, MOST_HEADINGS);
}

function tryHeading(
  grid: Grid,
  template: Template<Key>,
  legible: Legible,
  headings: readonly Heading[],
  heading: Heading,
): Layout | null {
  const columns = completeColumns(grid, template, legible, heading.columns, heading.to + 1);
  const skipped = new Set<number>();
  for (const other of headings) for (let row = other.from; row <= other.to; row++) skipped.add(row);
  const lines = readLines(grid, legible, columns, heading.to + 1, skipped);
  return layoutOf(grid, template, legible, heading, { ...columns, value: heading.columns.value }, lines, ENOUGH_ROWS);
}

function tryWithoutHeading(grid: Grid, template: Template<Key>, legible: Legible): Layout | null {
  const none: Columns = { code: null, label: null, unit: null, value: null, previous: null, note: null };
  const columns = completeColumns(grid, template, legible, none, 0);
  if (columns.label === null) return null;
  const lines = readLines(grid, legible, columns, 0, new Set());
  return layoutOf(grid, template, legible, null, columns, lines, ENOUGH_ROWS_WITHOUT_HEADING);
}

/** Code and label columns without a heading are found by what they hold; figures never are. */
function completeColumns(
  grid: Grid,
  template: Template<Key>,
  legible: Legible,
  columns: Columns,
  from: number,
): Columns {
  if (columns.code !== null && columns.label !== null) return columns;
  const taken = new Set(Object.values(columns).filter((column) => column !== null));
  const targets = targetsOf(template);
  const codes = new Set(targets.rows.map((row) => row.code));
  const label =
    columns.label ??
    fullest(grid, from, taken, (row, column) => targets.exact.has(canonicalLabel(legible.text(row, column))));
  if (label !== null) taken.add(label);
  const code =
    columns.code ??
    fullest(grid, from, taken, (row, column) =>
      codes.has(readCode(cellAt(grid, row, column), legible.text(row, column)).code),
    );
  return { ...columns, label, code };
}

const WIDEST = 40;

function fullest(
  grid: Grid,
  from: number,
  taken: ReadonlySet<number>,
  fits: (row: number, column: number) => boolean,
): number | null {
  const counts = new Map<number, number>();
  for (let row = from; row < Math.min(grid.cells.length, from + MOST_LINES); row++) {
    (grid.cells[row] ?? []).slice(0, WIDEST).forEach((cell, column) => {
      if (taken.has(column) || isBlank(cell) || !fits(row, column)) return;
      counts.set(column, (counts.get(column) ?? 0) + 1);
    });
  }
  let best: number | null = null;
  for (const [column, count] of counts)
    if (count >= ENOUGH_ROWS && count > (best === null ? 0 : (counts.get(best) ?? 0))) best = column;
  return best;
}

/** The filled rows below a heading, without repeated headings and rows that only number the columns. */
function readLines(
  grid: Grid,
  legible: Legible,
  columns: Columns,
  from: number,
  skipped: ReadonlySet<number>,
): SheetRow[] {
  const lines: SheetRow[] = [];
  for (let row = from; row < grid.cells.length && lines.length < MOST_LINES; row++) {
    if (skipped.has(row)) continue;
    const line = readLine(grid, legible, columns, row);
    if (line) lines.push(line);
  }
  return lines;
}

function readLine(grid: Grid, legible: Legible, columns: Columns, row: number): SheetRow | null {
  const at = (column: number | null) => (column === null ? '' : legible.text(row, column));
  const rawLabel = at(columns.label);
  const unit = at(columns.unit).trim();
  const inLabel = columns.code === null ? /^\s*(\d+(?:\.\d+)*)\.?\s+(.*)$/su.exec(rawLabel) : null;
  const code =
    columns.code === null
      ? readCode(inLabel?.[1] ?? null, '')
      : readCode(cellAt(grid, row, columns.code), at(columns.code));
  const label = canonicalLabel(inLabel?.[2] ?? rawLabel);
  const hasValue = columns.value !== null && !isBlank(cellAt(grid, row, columns.value));
  if (label === '' && unit === '' && code.code === null && !code.mangled && !hasValue) return null;
  if (numbersColumns(at(columns.code), rawLabel, unit)) return null;
  const blankCode = columns.code === null ? inLabel === null : isBlank(cellAt(grid, row, columns.code));
  return {
    row,
    ...code,
    label,
    hasValue,
    mayContinue: blankCode && (label !== '' || unit !== '' || hasValue),
  };
}

/** "(1) (2) (3)" or "A B 1" under a heading. */
function numbersColumns(code: string, label: string, unit: string): boolean {
  const short = /^\(?(?:\d{1,2}|[A-D])\)?$/;
  return short.test(label.trim()) && short.test(code.trim()) && (unit === '' || short.test(unit));
}

function layoutOf(
  grid: Grid,
  template: Template<Key>,
  legible: Legible,
  heading: Heading | null,
  columns: Columns,
  lines: readonly SheetRow[],
  enough: number,
): Layout | null {
  const alignment = align(targetsOf(template), lines);
  const agreed = alignment.matches.filter((match) => match.nearness >= LABEL_AGREES).length;
  if (agreed < enough || agreed * 2 < alignment.matches.length) return null;
  const rows = new Map<Key, LayoutRow>();
  for (const match of alignment.matches) {
    const row = layoutRow(grid, template, legible, columns, lines, match);
    if (row) rows.set(row.key, row);
  }
  const first = lines[alignment.matches[0]?.lines[0] ?? 0]?.row ?? 0;
  return {
    sheet: grid.name,
    heading,
    columns,
    rows,
    others: otherRows(grid, legible, columns, lines, alignment),
    legible,
    score: alignment.score,
    title: titleLines(grid, legible, heading?.from ?? first),
  };
}

function layoutRow(
  grid: Grid,
  template: Template<Key>,
  legible: Legible,
  columns: Columns,
  lines: readonly SheetRow[],
  match: Match,
): LayoutRow | null {
  const target = template.rows[match.target];
  const rows = match.lines.flatMap((line) => lines[line]?.row ?? []);
  const [first] = rows;
  if (!target || first === undefined) return null;
  const filled =
    columns.value === null ? undefined : rows.find((row) => !isBlank(cellAt(grid, row, columns.value ?? 0)));
  const joined = (column: number | null) =>
    column === null ? '' : tidy(rows.map((row) => legible.text(row, column)).join(' '));
  const line = lines[match.lines[0] ?? -1];
  return {
    key: target.key,
    rows,
    valueRow: filled ?? first,
    label: joined(columns.label),
    unit: joined(columns.unit),
    code: line ?? NO_CODE,
    match,
  };
}

/** Two blank lines or another heading end the table; what lies below is not the annex's. */
function otherRows(
  grid: Grid,
  legible: Legible,
  columns: Columns,
  lines: readonly SheetRow[],
  alignment: Alignment,
): OtherRow[] {
  const used = new Set(alignment.matches.flatMap((match) => match.lines));
  const last = Math.max(...used);
  const first = Math.min(...used);
  const others: OtherRow[] = [];
  let previous = lines[last]?.row ?? 0;
  lines.forEach((line, index) => {
    if (index < first || used.has(index)) return;
    if (index > last && line.row - previous > 2) return;
    if (index > last) previous = line.row;
    if (line.code === null) return;
    const label = columns.label === null ? '' : tidy(legible.text(line.row, columns.label));
    others.push({ row: line.row, code: line.code, label });
  });
  return others.filter((other) => !isBlank(cellAt(grid, other.row, columns.code ?? columns.label ?? 0)));
}

const MOST_TITLE_LINES = 30;

function titleLines(grid: Grid, legible: Legible, heading: number): string[] {
  const lines: string[] = [];
  for (let row = Math.max(0, heading - MOST_TITLE_LINES); row < heading; row++) {
    const texts = (grid.cells[row] ?? []).map((cell, column) =>
      typeof cell === 'string' ? tidy(legible.text(row, column)) : '',
    );
    const line = texts.filter((part) => part !== '').join(' ');
    if (line !== '') lines.push(line);
  }
  return lines;
}

/** The row of the template that a label is nearest to, when it is not the one it was matched with. */
export function nearerRow(template: Template<Key>, row: LayoutRow): Key | null {
  const near = nearnessTo(targetsOf(template), canonicalLabel(row.label));
  const own = near[row.match.target] ?? 0;
  let best = row.match.target;
  near.forEach((nearness, index) => {
    if (nearness > (near[best] ?? 0)) best = index;
  });
  return best !== row.match.target && (near[best] ?? 0) > own ? (template.rows[best]?.key ?? null) : null;
}

/** How near the whole label of a row is to the template's. */
export function labelNearness(template: Template<Key>, row: LayoutRow): number {
  return nearnessTo(targetsOf(template), canonicalLabel(row.label))[row.match.target] ?? 0;
}

/** The cell that carries a row's figure; null when the sheet has no column of figures. */
export function valueAddress(layout: Layout, key: Key): Address | null {
  const row = layout.rows.get(key);
  return row && layout.columns.value !== null ? { row: row.valueRow, column: layout.columns.value } : null;
}

/** "UBND xã Hoằng Hợp" from the title: the kind of unit, then the capitalised words of its name; the last one named. */
export function unitFromTitle(title: readonly string[]): string | null {
  const pattern = /(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(xã|phường|thị trấn|đặc khu)[ ]+(.+)$/gimu;
  let found: string | null = null;
  for (const match of title.join('\n').normalize('NFC').matchAll(pattern)) {
    const name = nameOf(match[2] ?? '');
    if (match[1] && name !== '') found = `UBND ${match[1].toLowerCase()} ${name}`;
  }
  return found;
}

const ENDS_NAME = /[,;.()…:]|\s(?:\d+ tháng|quý|năm|huyện|quận|thị xã|thành phố|tỉnh|kỳ|ngày|trong|về)(?=\s|$)|\s-\s/iu;

function nameOf(text: string): string {
  const end = ENDS_NAME.exec(` ${text}`);
  const words = (end ? ` ${text}`.slice(0, end.index) : text)
    .trim()
    .split(/\s+/)
    .filter((part) => part !== '');
  const name: string[] = [];
  for (const part of words.slice(0, 5)) {
    if (!/^[\p{Lu}\d]/u.test(part)) break;
    name.push(/^\d/.test(part) ? part : part.charAt(0) + part.slice(1).toLowerCase());
  }
  return /^(?:sáu|chín|ba)$/.test(fold(name[0] ?? '')) ? '' : name.join(' ');
}
