// What was measured, topic by topic, as an aligned table for a terminal and as a table of docs/bench.md.
import type { Timed } from './measure.ts';

/** What was measured, how much it is, how far the rounds lay apart, beside what, what it should be, and whether it is. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly spread?: string;
  readonly ratio?: string;
  readonly target?: string;
  readonly met?: boolean;
}

export interface Topic {
  readonly title: string;
  /** Sentences on what was done, and what must be known to read the numbers. */
  readonly notes: readonly string[];
  readonly rows: readonly Row[];
}

const HEADINGS = ['', 'measured', 'spread', 'ratio', 'target', ''] as const;

/** The columns that a topic has anything in, headings first; numbers are told from words for setting them right. */
function columnsOf(rows: readonly Row[]): {
  readonly lines: readonly (readonly string[])[];
  readonly numeric: readonly boolean[];
} {
  const lines = [HEADINGS, ...rows.map(cellsOf)];
  const used = HEADINGS.map((_, column) => lines.slice(1).some((cells) => cells[column] !== ''));
  const kept = <T>(cells: readonly T[]) => cells.filter((_, column) => used[column]);
  return {
    lines: lines.map((cells) => kept(cells)),
    numeric: kept(HEADINGS.map((_, column) => column > 0 && column < 4)),
  };
}

export function printTopic({ title, notes, rows }: Topic): void {
  const { lines, numeric } = columnsOf(rows);
  const widths = numeric.map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? '').length)));
  const [head = '', ...body] = lines.map((cells) => lineOf(cells, widths, numeric));
  const above = [title, ...notes.map((note) => `  ${note}`)];
  const table = rows.length > 0 ? [head, '-'.repeat(head.length), ...body] : [];
  process.stdout.write(`\n${[...above, ...table].join('\n')}\n`);
}

export function markdownOf({ title, notes, rows }: Topic): string {
  const { lines, numeric } = columnsOf(rows);
  const [head = '', ...body] = lines.map((cells) => `| ${cells.join(' | ')} |`);
  const rule = `|${numeric.map((one) => (one ? '---:' : '---')).join('|')}|`;
  const parts = [`## ${title}`, notes.join('\n'), rows.length > 0 ? [head, rule, ...body].join('\n') : ''];
  return parts.filter((part) => part !== '').join('\n\n');
}

function cellsOf(row: Row): readonly string[] {
  return [row.what, row.measured, row.spread ?? '', row.ratio ?? '', row.target ?? '', verdict(row.met)];
}

export function verdict(met: boolean | undefined): string {
  if (met === undefined) return '';
  return met ? 'met' : 'NOT MET';
}

/** Words to the left, numbers to the right. */
function lineOf(cells: readonly string[], widths: readonly number[], numeric: readonly boolean[]): string {
  return cells
    .map((cell, column) => (numeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
    .join('  ');
}

/** The best of some rounds, and by how much the slowest lay above it. */
export function secondsAndSpread({ best, slowest }: Timed): Pick<Row, 'measured' | 'spread'> {
  return { measured: seconds(best), spread: `+${((slowest / best - 1) * 100).toFixed(0)} %` };
}

export function seconds(value: number): string {
  return `${value.toFixed(3)} s`;
}

export function milliseconds(value: number): string {
  return `${value.toFixed(2)} ms`;
}

export function times(value: number): string {
  return `${value.toFixed(2)}×`;
}

/** 10598 → "10,598". */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}
