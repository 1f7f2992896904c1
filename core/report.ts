// The annex's figures by key: what each cell holds, what it is worth, and how it had to be read.
import type { Decimal } from './decimal.ts';
import { type Address, type Cell, cellAt, type Grid, textAt } from './grid.ts';
import { type Layout, type LayoutRow, valueAddress } from './locate.ts';
import { type FigureForm, readFigureCell } from './reading.ts';
import { type Choice, parseChoices, type Template, type TemplateRow } from './template.ts';
import type { Key } from './templates/index.ts';

export interface Figure {
  readonly key: Key;
  readonly address: Address;
  readonly cell: Cell;
  /** As displayed. */
  readonly text: string;
  readonly value: Decimal | null;
  readonly form: FigureForm;
  readonly showsPercent: boolean;
  /** The codes allowed, in a coded row. */
  readonly choices: readonly Choice[];
}

export type Report = ReadonlyMap<Key, Figure>;

/** Reads every row of the layout. Without a column of figures the report is empty. */
export function readReport(grid: Grid, layout: Layout, template: Template<Key>): Report {
  const report = new Map<Key, Figure>();
  for (const row of template.rows) {
    const found = layout.rows.get(row.key);
    const address = valueAddress(layout, row.key);
    if (found && address) report.set(row.key, readFigure(grid, layout, row, found, address));
  }
  return report;
}

function readFigure(grid: Grid, layout: Layout, row: TemplateRow<Key>, found: LayoutRow, address: Address): Figure {
  const cell = cellAt(grid, address.row, address.column);
  const text = textAt(grid, address.row, address.column);
  const choices = row.kind === 'choice' ? choicesOf(row, found.unit) : [];
  const typed = typeof cell === 'string' ? layout.legible.text(address.row, address.column) : text;
  const reading = readFigureCell(cell, typed, row, choices, grid.untyped === true);
  return { key: row.key, address, cell, text, ...reading, showsPercent: /%\s*$/.test(text), choices };
}

/** The code list printed on this very sheet, else the template's. */
function choicesOf(row: TemplateRow, unit: string): readonly Choice[] {
  const printed = parseChoices(unit);
  return printed.length > 0 ? printed : parseChoices(row.unit ?? '');
}
