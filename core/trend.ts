// What has changed since the period that the text compares with: differences, their percentage, percentage points.
import type { Analysis } from './analyze.ts';
import { factsOf } from './check.ts';
import { type Decimal, percentOf, sum, whole } from './decimal.ts';
import type { FindingCell } from './finding.ts';
import { isKey } from './form.ts';
import { a1, type CellRef } from './grid.ts';
import { valueAddress } from './locate.ts';
import type { Previous } from './previous.ts';
import type { Condition, Facts, Form, Operand, Trend } from './rule.ts';
import type { Template } from './template.ts';
import type { Key } from './templates/index.ts';
import { totalOf } from './verdict.ts';

/** An earlier annex and its figures. */
export interface Earlier {
  readonly previous: Previous;
  readonly facts: Facts;
}

/** The earlier period that a text compares with. */
export interface Compared extends Earlier {
  /** As a sentence names it: "cùng kỳ năm trước", "quý I năm 2024". */
  readonly name: string;
}

/**
 * The same months a year before; else a period of the same length right before. Null where there is none, or where
 * communes were merged in between: the two did not count the same.
 */
export function comparedWith({
  previous: periods,
  period: now,
  template,
}: Pick<Analysis, 'previous' | 'period' | 'template'>): Compared | null {
  if (!periods || !now) return null;
  const { nearest, yearBefore } = periods;
  const name = yearBefore ? 'cùng kỳ năm trước' : nearest.period?.label;
  const isAlike = yearBefore !== null || (nearest.relation.adjacent && nearest.period?.months === now.months);
  const previous = yearBefore ?? nearest;
  if (name === undefined || !isAlike || previous.relation.acrossMerger) return null;
  return { previous, name, facts: factsBefore(previous, template) };
}

/** The earlier figures; what cannot be a count or a share is as good as blank: nothing is built on it. */
export function factsBefore(previous: Previous, template: Template<Key>): Facts {
  const facts = factsOf(previous);
  const shares = new Set(template.rows.flatMap(({ key, kind }) => (kind === 'percent' ? [key] : [])));
  return {
    ...facts,
    figure: (key) => {
      const value = facts.figure(key);
      return value && isPossible(value, shares.has(key)) ? value : null;
    },
  };
}

function isPossible(value: Decimal, isShare: boolean): boolean {
  if (value.digits < 0) return false;
  return isShare ? less(value, whole(100)).digits <= 0 : value.decimals === 0;
}

/** Where an earlier figure stands; nothing for what nobody typed. */
export function cellBefore(earlier: Earlier, operand: Operand): readonly (CellRef & EarlierCell)[] {
  const { source, layout, inputs } = earlier.previous;
  const typed = isKey(operand) ? null : inputs.cells.get(operand);
  const at = isKey(operand) ? valueAddress(layout, operand) : typed;
  if (!at) return [];
  const cell = { ...at, address: a1(at), sheet: typed?.sheet ?? source.sheet };
  return [source.kind === 'file' ? { ...cell, file: source.file } : cell];
}

/** Named as messages do: "ô D45 của “6T2023”, tệp “ky-truoc.xlsx”". */
type EarlierCell = Pick<FindingCell, 'address' | 'file'> & { readonly sheet: string };

/** The name of an earlier figure, in a token's source and among a paragraph's figures: "before:3.3.1". */
export const BEFORE = 'before:';

/** Whether a condition is on what has changed. */
export function asksSince(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(asksSince);
  if ('any' in condition) return condition.any.some(asksSince);
  return 'not' in condition ? asksSince(condition.not) : 'since' in condition;
}

/** Decides conditions on what has changed. */
export function trendFacts(now: Facts, before: Facts): Facts {
  return { ...now, since: (trend) => hasCome(trend, now, before) };
}

function hasCome({ of, over, is }: Trend, now: Facts, before: Facts): boolean {
  if (is === 'in-percent') return (shareOfChange(of, now, before)?.digits ?? 0) > 0;
  const change = over ? pointsOf(of, over, now, before) : changeOf(of, now, before);
  if (!change) return false;
  return is === 'equal' ? change.digits === 0 : is === 'risen' ? change.digits > 0 : change.digits < 0;
}

/** Now less before; null where a figure of either is not there, or an input was typed for one period only. */
export function changeOf(form: Form, now: Facts, before: Facts | undefined): Decimal | null {
  const sides = both(form, now, before);
  return sides && less(sides.now, sides.before);
}

/** How much that is of the earlier figure, in per cent rounded half up, without its sign; null without one above 0. */
export function shareOfChange(form: Form, now: Facts, before: Facts | undefined): Decimal | null {
  const sides = both(form, now, before);
  if (!sides || sides.before.digits <= 0) return null;
  return percentOf(magnitude(less(sides.now, sides.before)), sides.before);
}

/**
 * A rate of whole numbers less the rate before, in percentage points: rounded once, half away from 0, from the exact
 * fractions. Null without both, where a rate would be above 100 %, and where a difference rounds to nothing: it can
 * neither be written nor is it an equality.
 */
export function pointsOf(over: Form, under: Form, now: Facts, before: Facts | undefined): Decimal | null {
  const [parts, bases] = [both(over, now, before), both(under, now, before)];
  if (!parts || !bases || !isPart(parts.now, bases.now) || !isPart(parts.before, bases.before)) return null;
  const gap = less(product(parts.now, bases.before), product(parts.before, bases.now));
  const points = percentOf(magnitude(gap), product(bases.now, bases.before));
  if (points.digits === 0 && gap.digits !== 0) return null;
  return gap.digits < 0 ? less(whole(0), points) : points;
}

function both(
  form: Form,
  now: Facts,
  before: Facts | undefined,
): { readonly now: Decimal; readonly before: Decimal } | null {
  const [one, other] = [totalOf(form, now), before ? totalOf(form, before) : null];
  return one && other && { now: one, before: other };
}

function isPart(part: Decimal, base: Decimal): boolean {
  return base.digits > 0 && part.digits >= 0 && less(base, part).digits >= 0;
}

function product(one: Decimal, other: Decimal): Decimal {
  return sum([[one.digits, other]]);
}

export function less(one: Decimal, other: Decimal): Decimal {
  return sum([
    [1, one],
    [-1, other],
  ]);
}

/** Without its sign. */
export function magnitude(value: Decimal): Decimal {
  return value.digits < 0 ? less(whole(0), value) : value;
}
