// How what an official types is read: as Excel in Vietnamese reads it, with a decimal comma and dots between thousands.
import type { Cell } from '../core/index.ts';

const WHOLE = /^[+-]?\d{1,15}$/;
const GROUPED = /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/;
const DECIMAL = /^[+-]?\d+,\d+$/;

/** The value of a typed text. Dates and anything else that is no number stay the text they are; "" is a blank. */
export function readTyped(text: string): Cell {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const isPercent = trimmed.endsWith('%');
  const digits = isPercent ? trimmed.slice(0, -1).trim() : trimmed;
  if (!WHOLE.test(digits) && !GROUPED.test(digits) && !DECIMAL.test(digits)) return text;
  const plain = digits.replace(/\./g, '').replace(',', '.');
  // "90,69%" is 0.9069 and not 0.9068999…: the point moves in the text.
  return isPercent ? Number(`${plain}e-2`) : Number(plain);
}

/** A number as it is edited: all its digits, a decimal comma, no dots; percentages as percentages. */
export function writeTyped(value: number, pattern: string): string {
  const isPercent = /%/.test(pattern.replace(/"[^"]*"|\\./g, ''));
  const shown = isPercent ? Number(`${value}e2`) : value;
  const text = String(isPercent && Number.isFinite(shown) ? Number(shown.toPrecision(15)) : value).replace('.', ',');
  return isPercent ? `${text}%` : text;
}
