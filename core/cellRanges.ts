// Many cells as few ranges: what hosts name when they mark them.
import { type Address, a1 } from './grid.ts';

/** "D5", "D45:D49", …: sorted, each cell once, neighbours joined to ranges, first along rows, then down. */
export function rangesOf(cells: readonly Address[]): readonly string[] {
  const byPlace = new Map(cells.map((cell) => [cell.row * 16_384 + cell.column, cell]));
  const sorted = [...byPlace].sort(([a], [b]) => a - b).map(([, cell]) => cell);
  const runs: { top: number; bottom: number; left: number; right: number }[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last && last.top === row && last.right === column - 1) last.right = column;
    else runs.push({ top: row, bottom: row, left: column, right: column });
  }
  const blocks: typeof runs = [];
  const above = new Map<string, (typeof runs)[number]>();
  for (const run of runs) {
    const key = `${run.left}:${run.right}`;
    const upper = above.get(key);
    if (upper && upper.bottom === run.top - 1) upper.bottom = run.bottom;
    else {
      above.set(key, run);
      blocks.push(run);
    }
  }
  return blocks.map(showBlock);
}

function showBlock(block: { top: number; bottom: number; left: number; right: number }): string {
  const from = a1({ row: block.top, column: block.left });
  const to = a1({ row: block.bottom, column: block.right });
  return from === to ? from : `${from}:${to}`;
}
