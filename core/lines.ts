// The rows of a sheet as the aligner wants them, and the columns they are read from.
import { isLabel, type SheetRow, targetsOf } from './align.ts';
import { readCode } from './code.ts';
import { cellAt, type Grid, isBlank } from './grid.ts';
import type { Columns, Heading } from './heading.ts';
import { canonicalLabel } from './label.ts';
import type { Legible } from './legible.ts';
import type { Template } from './template.ts';
import type { Key } from './templates/index.ts';

/** Long sheets: the annex is sought in so many filled rows below a heading. */
const MOST_LINES = 3000;
/** A column is one of codes or labels when so many of its cells are. */
const ENOUGH_CELLS = 6;

/** The sheet being searched, and what for. */
export interface Search {
  readonly grid: Grid;
  readonly template: Template<Key>;
  readonly legible: Legible;
  readonly headings: readonly Heading[];
}

/**
 * Code and label columns without a heading are found by what they hold; figures never are. Nor is a column of codes
 * known by "1" or "2", which figures are as well.
 */
export function completeColumns(search: Search, columns: Columns, from: number): Columns {
  const { grid, template, legible } = search;
  if (columns.code !== null && columns.label !== null) return columns;
  const taken = new Set(Object.values(columns).filter((column) => column !== null));
  const targets = targetsOf(template);
  const codes = new Set(targets.rows.flatMap(({ code }) => (code?.includes('.') ? [code] : [])));
  const label =
    columns.label ?? fullest(grid, from, taken, (row, column) => isLabel(targets, legible.text(row, column)));
  if (label !== null) taken.add(label);
  const code =
    columns.code ??
    fullest(grid, from, taken, (row, column) => {
      const { code, perhaps } = readCode(cellAt(grid, row, column), legible.text(row, column));
      return [code ?? '', ...perhaps].some((one) => codes.has(one));
    });
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
    if (count >= ENOUGH_CELLS && count > (best === null ? 0 : (counts.get(best) ?? 0))) best = column;
  return best;
}

/** The filled rows below a heading, without repeated headings and rows that only number the columns. */
export function readLines(search: Search, columns: Columns, from: number, end: number): SheetRow[] {
  const skipped = new Set<number>();
  for (const heading of search.headings) for (let row = heading.from; row <= heading.to; row++) skipped.add(row);
  const lines: SheetRow[] = [];
  for (let row = from; row < end && lines.length < MOST_LINES; row++) {
    if (skipped.has(row)) continue;
    const line = readLine(search, columns, row);
    if (line) lines.push(line);
  }
  return lines;
}

export function readLine({ grid, legible }: Search, columns: Columns, row: number): SheetRow | null {
  const at = (column: number | null) => (column === null ? '' : legible.text(row, column));
  const rawLabel = at(columns.label);
  const unit = at(columns.unit).trim();
  const inLabel = columns.code === null ? /^\s*(\d+(?:\.\d+)*)\.?\s+(.*)$/su.exec(rawLabel) : null;
  const code =
    columns.code === null
      ? readCode(inLabel?.[1] ?? null, '')
      : readCode(cellAt(grid, row, columns.code), at(columns.code));
  const text = inLabel?.[2] ?? rawLabel;
  const label = canonicalLabel(text);
  const hasValue = columns.value !== null && !isBlank(cellAt(grid, row, columns.value));
  if (label === '' && unit === '' && code.code === null && !code.mangled && !hasValue) return null;
  if (numbersColumns(at(columns.code), rawLabel, unit)) return null;
  const blankCode = columns.code === null ? inLabel === null : isBlank(cellAt(grid, row, columns.code));
  return {
    row,
    ...code,
    text,
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
