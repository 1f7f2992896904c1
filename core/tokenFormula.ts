// How a number of the text came about, for whoever asks: "90,69% = (269 + 179) : 494".
import type { Analysis } from './analyze.ts';
import type { Decimal } from './decimal.ts';
import { inputValue } from './input.ts';
import { INPUT_KEYS } from './inputs.ts';
import type { NumberToken } from './narrative.ts';
import { writeDecimal } from './vietnamese.ts';

/** The source with figures in place of keys; null for a single figure, a word of the period, or a figure that is gone. */
export function formulaOfToken({ source, value }: NumberToken, analysis: Analysis): string | null {
  const words = source.split(/([\s()]+)/);
  if (value === null || words.length === 1) return null;
  const written = words.map((word) => (isName(word) ? writeFigure(figureNamed(word, analysis)) : OPERATORS.get(word)));
  if (written.includes(null)) return null;
  return written.map((text, index) => text ?? words[index]).join('');
}

/** Division is a colon in Vietnamese schools and offices. */
const OPERATORS = new Map([['/', ':']]);

/** A plain number of the source, a factor, stays as it is. */
function isName(word: string): boolean {
  return /[A-Za-z]|\d\.\d/.test(word);
}

function figureNamed(name: string, { template, report, inputs }: Analysis): Decimal | null {
  const row = template.rows.find(({ key }) => key === name);
  if (row) return report.get(row.key)?.value ?? null;
  const input = INPUT_KEYS.find((key) => key === name);
  return input === undefined ? null : inputValue(inputs, input);
}

function writeFigure(value: Decimal | null): string | null {
  return value && writeDecimal(value);
}
