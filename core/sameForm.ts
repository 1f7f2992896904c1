// Many files are copies of one form: a sheet that differs from the last only in its figures is not searched again.
import { type Cell, type Grid, isBlank, textAt } from './grid.ts';
import { mayBeHeading } from './heading.ts';
import { asTyped, isSuspicious } from './legible.ts';
import { type Layout, locateOn, titleLines } from './locate.ts';
import type { Template } from './template.ts';
import type { Key } from './templates/index.ts';

interface Seen {
  readonly grid: Grid;
  readonly layout: Layout;
  /** Rows whose figure may come or go without the locator seeing it. */
  readonly free: ReadonlySet<number>;
}

/** The last sheet on which each template was found. */
const lastSeen = new WeakMap<Template<Key>, Seen>();

/** As `locateOn`, and with the same result: a copy of the last form keeps its layout. */
export function locateForm(grid: Grid, template: Template<Key>): Layout | null {
  const seen = lastSeen.get(template);
  if (seen && isSameForm(seen, grid)) return relaid(seen.layout, grid);
  const layout = locateOn(grid, template);
  if (layout?.heading && layout.legible.legacy.length === 0 && !grid.fonts) {
    lastSeen.set(template, { grid, layout, free: freeRows(layout, template) });
  }
  return layout;
}

/** The layout on another copy of its form, under that copy's own name and title. */
function relaid(layout: Layout, grid: Grid): Layout {
  const legible = asTyped(grid);
  return { ...layout, sheet: grid.name, legible, title: titleLines(grid, legible, layout.heading?.from ?? 0) };
}

/** Where every row of the template stands in its place under its own name, figures have no part in finding them. */
function freeRows(layout: Layout, template: Template<Key>): ReadonlySet<number> {
  const rows = [...layout.rows.values()];
  const plain = rows.every((row) => row.match.nearness === 1 && row.rows.length === 1 && !row.match.moved);
  const complete = rows.length === template.rows.length && layout.others.length === 0;
  return new Set(plain && complete ? rows.map((row) => row.valueRow) : []);
}

/**
 * Every cell alike, but for the figures below the heading and the title above it: a title that is no heading and no
 * legacy text is all the same to the locator.
 */
function isSameForm({ grid: before, layout, free }: Seen, grid: Grid): boolean {
  if (!layout.heading || grid.cells.length !== before.cells.length || grid.fonts) return false;
  const { from, to } = layout.heading;
  const typed = asTyped(grid).text;
  return grid.cells.every((cells, row) => {
    const figures = row > to ? layout.columns.value : null;
    if (isSameRow(before, grid, row, figures, free.has(row))) {
      return figures === null || typeof cells[figures] !== 'string' || !mayBeHeading(grid, typed, row);
    }
    const plain = cells.every((cell) => typeof cell !== 'string' || !isSuspicious(cell));
    return row < from && plain && !mayBeHeading(grid, typed, row);
  });
}

function isSameRow(before: Grid, grid: Grid, row: number, figures: number | null, free: boolean): boolean {
  const [cells, others] = [grid.cells[row] ?? [], before.cells[row] ?? []];
  for (let column = 0; column < Math.max(cells.length, others.length); column++) {
    const [cell, other] = [cells[column] ?? null, others[column] ?? null];
    const same = column === figures ? mayDiffer(cell, other, free) : isSameCell(before, grid, row, column);
    if (!same) return false;
  }
  return true;
}

/** What the locator sees of a figure is at most whether there is one. */
function mayDiffer(cell: Cell, other: Cell, free: boolean): boolean {
  return (free || isBlank(cell) === isBlank(other)) && !(typeof cell === 'string' && isSuspicious(cell));
}

function isSameCell(before: Grid, grid: Grid, row: number, column: number): boolean {
  const cell = grid.cells[row]?.[column] ?? null;
  if (cell !== (before.cells[row]?.[column] ?? null)) return false;
  return typeof cell === 'string' || cell === null || textAt(grid, row, column) === textAt(before, row, column);
}
