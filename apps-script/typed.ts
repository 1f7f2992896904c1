// How a value is handed to Google Sheets so that it arrives as it is: a text is taken for typed, and would become a number, date or formula.
import { type Cell, looksLikeFormula } from '../core/index.ts';

/** Longer texts are never taken for a number or a date. */
const LONGEST_NUMBER = 64;

/** What to write into a cell of the given number format. An apostrophe in front keeps a text a text and is no part of it. */
export function typed(value: Cell, format: string): string | number | boolean {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value !== 'string') return value;
  return isTakenForMore(value, format === '@') ? `'${value}` : value;
}

/** Whether the text needs a cell of no particular format, since an apostrophe is its only guard. */
export function needsApostrophe(value: Cell): boolean {
  return typeof value === 'string' && isTakenForMore(value, true);
}

/** In cells of plain text ("@") only formulas are still read; elsewhere numbers, dates ("6/2024"), TRUE and errors too. */
function isTakenForMore(text: string, isPlainText: boolean): boolean {
  if (looksLikeFormula(text) || text.startsWith("'")) return true;
  if (isPlainText) return false;
  return (
    text.startsWith('#') || (text.length <= LONGEST_NUMBER && (/\d/.test(text) || /^\s*(true|false)\s*$/i.test(text)))
  );
}
