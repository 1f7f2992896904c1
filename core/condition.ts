// What a condition decides on the figures of one report, and which it needs: exact integers, and slack only where a printed
// share was rounded.
import { type Decimal, isReachableShare, type Product, sum } from './decimal.ts';
import { addProducts, isKey, operandsOf, operandValue } from './form.ts';
import type { Period } from './period.ts';
import type { Comparison, Condition, Facts, Form, Operand, Relation } from './rule.ts';
import type { Key } from './templates/index.ts';

type Test = (facts: Facts) => boolean;

/** Conditions are records that never change: what each asks is made a function once. */
const tests = new WeakMap<Condition, Test>();

/** Whether a condition holds. Figures it needs must be there: see `missingOf`. */
export function holds(condition: Condition, facts: Facts): boolean {
  return testOf(condition)(facts);
}

/** Whether a condition holds and can be decided: one over a figure that is not there does not. */
export function decides(condition: Condition, facts: Facts): boolean {
  return missingOf(condition, facts).length === 0 && holds(condition, facts);
}

function testOf(condition: Condition): Test {
  const known = tests.get(condition);
  if (known) return known;
  const test = makeTest(condition);
  tests.set(condition, test);
  return test;
}

function makeTest(condition: Condition): Test {
  if ('left' in condition) return (facts) => compare(condition, facts);
  if ('all' in condition) {
    const parts = condition.all.map(testOf);
    return (facts) => parts.every((part) => part(facts));
  }
  if ('any' in condition) {
    const parts = condition.any.map(testOf);
    return (facts) => parts.some((part) => part(facts));
  }
  if ('not' in condition) {
    const part = testOf(condition.not);
    return (facts) => !part(facts);
  }
  if ('known' in condition) return (facts) => facts.input(condition.known) !== null;
  if ('filled' in condition) return (facts) => facts.state(condition.filled) === 'filled';
  if ('blankOrZero' in condition) return (facts) => isBlankOrZero(condition.blankOrZero, facts);
  if ('reachable' in condition) return (facts) => isReachable(condition.reachable, facts);
  if ('ends' in condition) return ({ period }) => endsWithin(condition.ends, period);
  if ('endsYear' in condition) return ({ period }) => period?.end.endsWith('-12') === true;
  if ('told' in condition) return (facts) => facts.told(condition.told);
  if ('since' in condition) return (facts) => facts.since?.(condition.since) === true;
  return ({ period }) => runsFromJanuary(condition.months, period);
}

function runsFromJanuary(months: number, period: Period | null): boolean {
  return period?.months === months && period.end === `${period.year}-${String(months).padStart(2, '0')}`;
}

function isBlankOrZero(key: Key, facts: Facts): boolean {
  return facts.state(key) === 'blank' || facts.figure(key)?.digits === 0;
}

function isReachable(shares: { share: Key; total: Key }, facts: Facts): boolean {
  const share = facts.figure(shares.share);
  const total = facts.figure(shares.total);
  return share !== null && total !== null && isReachableShare(share, total);
}

function endsWithin(months: { from?: string; to?: string }, period: Period | null): boolean {
  if (!period) return false;
  return (
    (months.from === undefined || period.end >= months.from) && (months.to === undefined || period.end <= months.to)
  );
}

function compare(comparison: Comparison, facts: Facts): boolean {
  const difference = comparison.rounded ? null : wholeDifference(comparison, facts);
  if (difference !== null) return relates(comparison.is, difference, difference);
  const products: Product[] = [];
  addProducts(products, comparison.left, facts, 1);
  addProducts(products, comparison.right, facts, -1);
  const slack = comparison.rounded ? slackOf(comparison, facts) : null;
  // The lowest and the highest difference that the printed shares allow; without rounding they are one.
  const low = sum(slack ? [...products, [-1, slack]] : products).digits;
  const high = slack ? sum([...products, [1, slack]]).digits : low;
  return relates(comparison.is, low, high);
}

/** Left less right where every figure is whole, as nearly all are; null where one is not, or the sum is not safe. */
function wholeDifference({ left, right }: Comparison, facts: Facts): number | null {
  const more = wholeSum(left, facts);
  const less = more === null ? null : wholeSum(right, facts);
  return more !== null && less !== null && Number.isSafeInteger(more - less) ? more - less : null;
}

function wholeSum(form: Form, facts: Facts): number | null {
  let total = 0;
  for (const term of form) {
    if (typeof term === 'number') total += term;
    else {
      const alone = typeof term === 'string';
      const value = operandValue(alone ? term : term[1], facts);
      if (value.decimals !== 0) return null;
      total += alone ? value.digits : term[0] * value.digits;
    }
    if (!Number.isSafeInteger(total)) return null;
  }
  return total;
}

/** Whether a difference known to lie from `low` to `high` may stand in the relation to 0. */
function relates(relation: Relation, low: number, high: number): boolean {
  switch (relation) {
    case '=':
      return low <= 0 && high >= 0;
    case '≠':
      return low > 0 || high < 0;
    case '≤':
      return low <= 0;
    case '<':
      return low < 0;
    case '≥':
      return high >= 0;
    case '>':
      return high > 0;
    default:
      return relation satisfies never;
  }
}

/** Half a unit of the last printed digit of every share, added up. Constants are exact. */
function slackOf(comparison: Comparison, facts: Facts): Decimal {
  const operands = [...operandsOf(comparison.left), ...operandsOf(comparison.right)];
  return sum(operands.map((operand) => [1, { digits: 5, decimals: operandValue(operand, facts).decimals + 1 }]));
}

interface Needs {
  readonly operands: readonly Operand[];
  readonly keys: readonly Key[];
  /** Keys whose blank the condition itself looks at. */
  readonly tolerant: readonly Key[];
}

const needs = new WeakMap<Condition, Needs>();

function needsOf(condition: Condition): Needs {
  const known = needs.get(condition);
  if (known) return known;
  const operands = [...new Set(collect(condition))];
  const result = { operands, keys: operands.filter(isKey), tolerant: blankTolerant(condition) };
  needs.set(condition, result);
  return result;
}

/** All operands of a condition, in the order written, each once. */
export function conditionOperands(condition: Condition): readonly Operand[] {
  return needsOf(condition).operands;
}

function collect(condition: Condition): Operand[] {
  if ('left' in condition) return [...operandsOf(condition.left), ...operandsOf(condition.right)];
  if ('all' in condition) return condition.all.flatMap(collect);
  if ('any' in condition) return condition.any.flatMap(collect);
  if ('not' in condition) return collect(condition.not);
  if ('known' in condition) return [condition.known];
  if ('filled' in condition) return [condition.filled];
  if ('blankOrZero' in condition) return [condition.blankOrZero];
  if ('reachable' in condition) return [condition.reachable.total, condition.reachable.share];
  if ('since' in condition) return [...operandsOf(condition.since.of), ...operandsOf(condition.since.over ?? [])];
  return [];
}

/** The annex rows without which a condition cannot be decided: blank or unreadable, though not looked at as blanks. */
export function missingOf(condition: Condition, facts: Facts): readonly Key[] {
  const { keys, tolerant } = needsOf(condition);
  let missing: Key[] | null = null;
  for (const key of keys) {
    if (facts.figure(key) !== null || (tolerant.includes(key) && facts.state(key) === 'blank')) continue;
    missing ??= [];
    missing.push(key);
  }
  return missing ?? NOTHING;
}

const NOTHING: readonly Key[] = [];

function blankTolerant(condition: Condition): readonly Key[] {
  if ('all' in condition) return condition.all.flatMap(blankTolerant);
  if ('any' in condition) return condition.any.flatMap(blankTolerant);
  if ('not' in condition) return blankTolerant(condition.not);
  if ('filled' in condition) return [condition.filled];
  if ('blankOrZero' in condition) return [condition.blankOrZero];
  return [];
}
