// Derived rates: exact fractions, rounded half up once, always with their base.
import type { Subject } from './check.ts';
import { type Decimal, percentOf, sum, toNumber, ZERO } from './decimal.ts';
import { isKey } from './form.ts';
import { INDICATORS } from './indicators.ts';
import { inputValue } from './input.ts';
import type { InputKey } from './inputs.ts';
import type { Operand } from './rule.ts';
import type { Key } from './templates/index.ts';
import { writeDecimal } from './vietnamese.ts';

export interface IndicatorRecord {
  readonly id: string;
  readonly name: string;
  readonly numerator: readonly Operand[];
  readonly denominator: readonly Operand[];
  /** What is said when the denominator is 0. */
  readonly whenZero: string;
  /** Above 100 % the figures do not belong together: undecided. */
  readonly atMostWhole?: true;
}

export interface Indicator {
  readonly id: string;
  readonly name: string;
  /** Null when an operand is blank or unreadable. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** "90,69%", the words for a denominator of 0, or null when undecided. */
  readonly text: string | null;
  /** "(3.3.1.c + 3.3.1.d) / 3.3.1" */
  readonly formula: string;
  /** The operands that are missing, when undecided. */
  readonly missing: readonly Operand[];
}

export interface Operands {
  readonly figure: (key: Key) => Decimal | null;
  readonly input: (key: InputKey) => Decimal | null;
}

/** The rates of a checked annex. */
export function indicatorsOf({ report, inputs }: Pick<Subject, 'report' | 'inputs'>): readonly Indicator[] {
  const figure = (key: Key) => report.get(key)?.value ?? null;
  return computeIndicators({ figure, input: (key) => inputValue(inputs, key) });
}

export function computeIndicators(operands: Operands): readonly Indicator[] {
  return INDICATORS.map((record) => compute(record, operands));
}

function compute(record: IndicatorRecord, operands: Operands): Indicator {
  const missing: Operand[] = [];
  const over = total(record.numerator, operands, missing);
  const under = total(record.denominator, operands, missing);
  return {
    id: record.id,
    name: record.name,
    numerator: over && toNumber(over),
    denominator: under && toNumber(under),
    text: over && under ? rateText(record, over, under) : null,
    formula: formulaOf(record),
    missing,
  };
}

/** "90,69%", the words for a denominator of 0, or null when the figures do not belong together. */
export function rateText(record: IndicatorRecord, over: Decimal, under: Decimal): string | null {
  if (under.digits === 0) return record.whenZero;
  const share = percentOf(over, under);
  return record.atMostWhole && toNumber(share) > 100 ? null : `${writeDecimal(share)}%`;
}

/** The sum of one side; null when an operand is missing, which is then noted. */
function total(parts: readonly Operand[], operands: Operands, missing: Operand[]): Decimal | null {
  const values: [number, Decimal][] = [];
  for (const part of parts) {
    const value = operandOf(part, operands);
    if (value) values.push([1, value]);
    else missing.push(part);
  }
  return values.length === parts.length ? sum(values) : null;
}

/** Q left blank means that no open dossier is overdue; every other input must be typed. */
function operandOf(part: Operand, operands: Operands): Decimal | null {
  if (isKey(part)) return operands.figure(part);
  const value = operands.input(part);
  return value === null && part === 'Q' ? ZERO : value;
}

export function formulaOf(record: IndicatorRecord): string {
  return `${side(record.numerator)} / ${side(record.denominator)}`;
}

function side(parts: readonly Operand[]): string {
  return parts.length === 1 ? parts.join('') : `(${parts.join(' + ')})`;
}
