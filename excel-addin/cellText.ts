// How a value is handed to Excel so that it arrives as it is: Excel takes a text for typed and would make numbers, dates and formulas of it.
import { type Cell, looksLikeFormula } from '../core/index.ts';

/** Longer texts are never taken for a number or a date. */
const LONGEST_NUMBER = 64;

/**
 * What to write for a value into a cell of the given number format. An apostrophe in front keeps a text a text and is no
 * part of it. In cells of the format "@" every text stays one by itself.
 */
export function entered(value: Cell, format: string): string | number | boolean {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value !== 'string') return value;
  const isText = format === '@' && !value.startsWith("'") && !looksLikeFormula(value);
  return isText || !isTakenForMore(value) ? value : `'${value}`;
}

/** Whether Excel might read more into the text: numbers, dates ("tháng 6/2024"), TRUE, errors, formulas. */
function isTakenForMore(text: string): boolean {
  if (looksLikeFormula(text) || /^['#]/.test(text)) return true;
  return text.length <= LONGEST_NUMBER && (/\d/.test(text) || /^(true|false)$/i.test(text.trim()));
}
