// Two periods side by side: every row of the annex and every derived rate, with its change, and what is missing said.
import type { Analysis } from './analyze.ts';
import { type Decimal, fromNumber, percentOf, sum } from './decimal.ts';
import type { Address } from './grid.ts';
import { computeIndicators, type Indicator, type Operands } from './indicator.ts';
import { inputValue } from './input.ts';
import type { Previous } from './previous.ts';
import type { Figure } from './report.ts';
import type { TemplateRow } from './template.ts';
import type { Key } from './templates/index.ts';

/** What one period has in a row. `absent`: its table has no such row. */
export interface PeriodFigure {
  readonly state: 'filled' | 'blank' | 'unreadable' | 'absent';
  /** Null unless filled. */
  readonly value: Decimal | null;
  readonly address: Address | null;
}

export interface PeriodRow {
  readonly row: TemplateRow<Key>;
  readonly before: PeriodFigure;
  readonly now: PeriodFigure;
  /**
   * Now less before: a count, or percentage points where the row is a share. Null where one of them is missing, and in
   * coded rows, whose numbers are names: `changed` says there whether they differ.
   */
  readonly change: Decimal | null;
  /** The change in per cent of before, rounded half up to two decimals; null against 0, and for shares. */
  readonly percent: Decimal | null;
  /** Null where one of them is missing. */
  readonly changed: boolean | null;
}

export interface PeriodRate {
  readonly id: string;
  readonly name: string;
  /** As shown: "90,69%", words for a denominator of 0, null when a figure is missing. */
  readonly before: string | null;
  readonly now: string | null;
  /** Percentage points between the two rates as shown, so that a reader can work it out; null without both. */
  readonly change: Decimal | null;
}

export interface PeriodTable {
  readonly before: Previous;
  /** All rows of the template in order; headings too, which mostly hold nothing. */
  readonly rows: readonly PeriodRow[];
  readonly rates: readonly PeriodRate[];
}

/** Null without an earlier period. */
export function comparePeriods(analysis: Analysis, before = analysis.previous?.nearest): PeriodTable | null {
  if (!before) return null;
  const rows = analysis.template.rows.map((row) => {
    return rowOf(row, figureOf(before.report.get(row.key)), figureOf(analysis.report.get(row.key)));
  });
  return { before, rows, rates: ratesOf(analysis, before) };
}

function figureOf(figure: Figure | undefined): PeriodFigure {
  if (!figure) return { state: 'absent', value: null, address: null };
  const { form, value, address } = figure;
  return { state: form === 'blank' ? 'blank' : value ? 'filled' : 'unreadable', value, address };
}

function rowOf(row: TemplateRow<Key>, before: PeriodFigure, now: PeriodFigure): PeriodRow {
  if (!before.value || !now.value) return { row, before, now, change: null, percent: null, changed: null };
  const change = minus(now.value, before.value);
  const changed = change.digits !== 0;
  if (row.kind === 'choice') return { row, before, now, change: null, percent: null, changed };
  const percent = row.kind === 'percent' || before.value.digits <= 0 ? null : shareOf(change, before.value);
  return { row, before, now, change, percent, changed };
}

function minus(one: Decimal, other: Decimal): Decimal {
  return sum([
    [1, one],
    [-1, other],
  ]);
}

/** Rounded away from zero alike on both sides: −12,345 is −12,35 as 12,345 is 12,35. */
function shareOf(change: Decimal, base: Decimal): Decimal {
  const size = percentOf({ ...change, digits: Math.abs(change.digits) }, base);
  return change.digits < 0 ? { ...size, digits: -size.digits } : size;
}

function ratesOf(analysis: Analysis, { report, inputs }: Previous): readonly PeriodRate[] {
  const operands: Operands = {
    figure: (key) => report.get(key)?.value ?? null,
    input: (key) => inputValue(inputs, key),
  };
  const before = computeIndicators(operands);
  return analysis.indicators.map((now, place): PeriodRate => {
    const then = before[place];
    const [earlier, later] = [then ? shownRate(then) : null, shownRate(now)];
    const change = earlier && later ? minus(later, earlier) : null;
    return { id: now.id, name: now.name, before: then?.text ?? null, now: now.text, change };
  });
}

/** The rate as it is shown; null where words stand for it. */
function shownRate({ numerator, denominator, text }: Indicator): Decimal | null {
  const [over, under] = [numerator, denominator].map((side) => (side === null ? null : fromNumber(side)));
  return text?.endsWith('%') && over && under ? percentOf(over, under) : null;
}
