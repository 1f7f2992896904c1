// Derived rates: exact fractions, rounded half up once, always with their base.
import { type Decimal, percentOf, sum, toNumber } from './decimal.ts';
import { isKey } from './evaluate.ts';
import { INDICATORS } from './indicators.ts';
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

export function computeIndicators(operands: Operands): readonly Indicator[] {
  return INDICATORS.map((record) => compute(record, operands));
}

function compute(record: IndicatorRecord, operands: Operands): Indicator {
  const numerator = total(record.numerator, operands);
  const denominator = total(record.denominator, operands);
  const names = { id: record.id, name: record.name, formula: formulaOf(record) };
  const missing = [...numerator.missing, ...denominator.missing];
  const values = {
    numerator: numerator.value && toNumber(numerator.value),
    denominator: denominator.value && toNumber(denominator.value),
  };
  if (!numerator.value || !denominator.value) return { ...names, ...values, text: null, missing };
  if (denominator.value.digits === 0) return { ...names, ...values, text: record.whenZero, missing };
  const share = percentOf(numerator.value, denominator.value);
  const impossible = record.atMostWhole === true && toNumber(share) > 100;
  return { ...names, ...values, text: impossible ? null : `${writeDecimal(share)}%`, missing };
}

function total(parts: readonly Operand[], operands: Operands): { value: Decimal | null; missing: readonly Operand[] } {
  const values = parts.map((part) => ({ part, value: operandOf(part, operands) }));
  const missing = values.filter(({ value }) => value === null).map(({ part }) => part);
  if (missing.length > 0) return { value: null, missing };
  return { value: sum(values.flatMap(({ value }) => (value ? [[1, value] as const] : []))), missing };
}

/** Q left blank means that no open dossier is overdue; every other input must be typed. */
function operandOf(part: Operand, operands: Operands): Decimal | null {
  if (isKey(part)) return operands.figure(part);
  const value = operands.input(part);
  return value === null && part === 'Q' ? { digits: 0, decimals: 0 } : value;
}

export function formulaOf(record: IndicatorRecord): string {
  return `${side(record.numerator)} / ${side(record.denominator)}`;
}

function side(parts: readonly Operand[]): string {
  return parts.length === 1 ? parts.join('') : `(${parts.join(' + ')})`;
}
