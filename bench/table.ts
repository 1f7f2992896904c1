// Prints measurements as an aligned table a person can read.

/** What was measured, how much it is, beside what, what it should be, and whether it is. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly ratio?: string;
  readonly target?: string;
  readonly met?: boolean;
}

const HEADINGS = ['', 'measured', 'ratio', 'mục tiêu/target', ''] as const;

export function printTable(title: string, rows: readonly Row[]): void {
  const lines = [HEADINGS, ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? '').length)));
  const [head = '', ...body] = lines.map((cells) => lineOf(cells, widths));
  process.stdout.write(`\n${[title, head, '-'.repeat(head.length), ...body].join('\n')}\n`);
}

function cellsOf(row: Row): readonly string[] {
  const verdict = row.met === undefined ? '' : row.met ? 'met' : 'NOT MET';
  return [row.what, row.measured, row.ratio ?? '', row.target ?? '', verdict];
}

/** Words to the left, numbers to the right. */
function lineOf(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, column) =>
      column === 1 || column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
    )
    .join('  ');
}

export function seconds(value: number): string {
  return `${value.toFixed(3)} s`;
}

export function times(value: number): string {
  return `${value.toFixed(2)}×`;
}
