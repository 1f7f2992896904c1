// The formulas of a table in as few rectangles as may be: hosts at work pay for every call.
import type { TableRow } from './change.ts';
import { tableFormula } from './tableCells.ts';

/** A rectangle of cells that all hold formulas; `lines` with their "=". Row and column from 0. */
export interface FormulaBlock {
  readonly row: number;
  readonly column: number;
  readonly lines: readonly (readonly string[])[];
}

interface OpenBlock extends FormulaBlock {
  readonly lines: string[][];
}

/** Neighbours in a row, and the same columns in the rows right below, are one block. */
export function formulaBlocks(rows: readonly TableRow[]): readonly FormulaBlock[] {
  const blocks: OpenBlock[] = [];
  let above = new Map<string, OpenBlock>();
  rows.forEach((row, index) => {
    const here = new Map<string, OpenBlock>();
    for (const { column, line } of formulaRuns(row)) {
      const shape = `${column}:${line.length}`;
      const open = above.get(shape);
      const block = open ?? { row: index, column, lines: [] };
      block.lines.push(line);
      here.set(shape, block);
      if (!open) blocks.push(block);
    }
    above = here;
  });
  return blocks;
}

function formulaRuns(row: TableRow): readonly { readonly column: number; readonly line: string[] }[] {
  const runs: { readonly column: number; readonly line: string[] }[] = [];
  row.cells.forEach((cell, column) => {
    const formula = tableFormula(cell);
    if (formula === null) return;
    const last = runs[runs.length - 1];
    if (last && last.column + last.line.length === column) last.line.push(`=${formula}`);
    else runs.push({ column, line: [`=${formula}`] });
  });
  return runs;
}
