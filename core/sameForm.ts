// Many files are copies of one form: a sheet that differs from the last only in its figures is not searched again.
import { type Cell, type Grid, isBlank, textAt } from './grid.ts';
import { asTyped, isSuspicious } from './legible.ts';
import { type Layout, locateOn } from './locate.ts';
import type { Template } from './template.ts';
import type { Key } from './templates/index.ts';

interface Seen {
  readonly grid: Grid;
  readonly layout: Layout;
}

/** The last sheet on which each template was found. */
const lastSeen = new WeakMap<Template<Key>, Seen>();

/** As `locateOn`, and with the same result: a copy of the last form keeps its layout. */
export function locateForm(grid: Grid, template: Template<Key>): Layout | null {
  const seen = lastSeen.get(template);
  if (seen && isSameForm(seen, grid)) return { ...seen.layout, sheet: grid.name, legible: asTyped(grid) };
  const layout = locateOn(grid, template);
  if (layout?.heading && layout.legible.legacy.length === 0 && !grid.fonts) lastSeen.set(template, { grid, layout });
  return layout;
}

/** Every cell alike but those below the heading in the column of figures, which may hold another figure or text. */
function isSameForm({ grid: before, layout }: Seen, grid: Grid): boolean {
  if (grid.cells.length !== before.cells.length || grid.fonts) return false;
  const firstFigure = (layout.heading?.to ?? 0) + 1;
  return grid.cells.every((cells, row) => {
    const others = before.cells[row] ?? [];
    if (cells.length !== others.length) return false;
    for (let column = 0; column < cells.length; column++) {
      const figure = column === layout.columns.value && row >= firstFigure;
      const [cell, other] = [cells[column] ?? null, others[column] ?? null];
      if (figure ? !mayDiffer(cell, other) : !isSameCell(before, grid, row, column)) return false;
    }
    return true;
  });
}

/** What the locator sees of a figure is whether there is one. */
function mayDiffer(cell: Cell, other: Cell): boolean {
  return isBlank(cell) === isBlank(other) && !(typeof cell === 'string' && isSuspicious(cell));
}

function isSameCell(before: Grid, grid: Grid, row: number, column: number): boolean {
  const cell = grid.cells[row]?.[column] ?? null;
  if (cell !== (before.cells[row]?.[column] ?? null)) return false;
  return typeof cell === 'string' || cell === null || textAt(grid, row, column) === textAt(before, row, column);
}
