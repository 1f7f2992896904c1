// How a number of the text came about, for whoever asks: "90,69% = (269 + 179) : 494".
import type { Analysis } from './analyze.ts';
import { factsOf } from './check.ts';
import type { Decimal } from './decimal.ts';
import { INPUT_KEYS } from './inputs.ts';
import type { NumberToken } from './narrative.ts';
import type { Facts } from './rule.ts';
import { BEFORE, comparedWith } from './trend.ts';
import { writeDecimal } from './vietnamese.ts';

/** The source with figures in place of keys; null for a single figure, a word of the period, or a figure that is gone. */
export function formulaOfToken({ source, value }: NumberToken, analysis: Analysis): string | null {
  const words = source.split(/([\s()]+)/);
  if (value === null || words.length === 1) return null;
  const compared = source.includes(BEFORE) ? comparedWith(analysis) : null;
  const figure = (word: string) =>
    word.startsWith(BEFORE)
      ? compared && figureNamed(word.slice(BEFORE.length), analysis, compared.facts)
      : figureNamed(word, analysis, factsOf(analysis));
  const written = words.map((word) => (isName(word) ? writeFigure(figure(word)) : OPERATORS.get(word)));
  if (written.includes(null)) return null;
  return written.map((text, index) => text ?? words[index]).join('');
}

/** Division is a colon in Vietnamese schools and offices. */
const OPERATORS = new Map([['/', ':']]);

/** A plain number of the source, a factor, stays as it is. */
function isName(word: string): boolean {
  return /[A-Za-z]|\d\.\d/.test(word);
}

function figureNamed(name: string, { template }: Analysis, { figure, input }: Facts): Decimal | null {
  const row = template.rows.find(({ key }) => key === name);
  if (row) return figure(row.key);
  const typed = INPUT_KEYS.find((key) => key === name);
  return typed === undefined ? null : input(typed);
}

function writeFigure(value: Decimal | null): string | null {
  return value && writeDecimal(value);
}
