// A stand-in for Excel's calculation: it counts numbers, and calls everything else 0.
import type { Cell } from '../../core/index.ts';
import { type Book, parseBox } from './book.ts';

/** The value of a formula of the one kind that tests look at: COUNT('Sheet'!C2). */
export function calculate(book: Book, formula: string): Cell {
  const match = /^COUNT\('((?:[^']|'')+)'!([A-Z]+\d+)\)$/.exec(formula);
  if (!match?.[1] || !match[2]) return 0;
  const name = match[1].replace(/''/g, "'").toLowerCase();
  const { top, left } = parseBox(match[2]);
  const sheet = book.sheets.find((one) => one.name.toLowerCase() === name);
  return typeof sheet?.peek(top, left)?.value === 'number' ? 1 : 0;
}
