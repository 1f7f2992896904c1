// What a condition decides on the figures of one report, and which it needs: exact integers, and slack only where a printed
// share was rounded.
import { type Decimal, isReachableShare, type Product, sum, whole } from './decimal.ts';
import { addProducts, isKey, operandsOf, operandValue } from './form.ts';
import type { Period } from './period.ts';
import type { Comparison, Condition, Facts, Form, Operand, Relation } from './rule.ts';
import type { Key } from './templates/index.ts';

/** What a condition asks. */
export interface Question {
  /** Whether it holds. Figures it needs must be there: see `missingOf`. */
  readonly holds: (facts: Facts) => boolean;
  /** In the order written, each once. */
  readonly operands: readonly Operand[];
  readonly keys: readonly Key[];
  /** Keys whose blank the condition itself looks at. */
  readonly tolerant: readonly Key[];
}

/** Conditions are records that never change: what each asks is worked out once. */
const questions = new WeakMap<Condition, Question>();

export function questionOf(condition: Condition): Question {
  const known = questions.get(condition);
  if (known) return known;
  const operands = [...new Set(collect(condition))];
  const tolerant = blankTolerant(condition);
  const question = { holds: testOf(condition), operands, keys: operands.filter(isKey), tolerant };
  questions.set(condition, question);
  return question;
}

/** Whether a condition holds. Figures it needs must be there: see `missingOf`. */
export function holds(condition: Condition, facts: Facts): boolean {
  return questionOf(condition).holds(facts);
}

/** Whether a condition holds and can be decided: one over a figure that is not there does not. */
export function decides(condition: Condition, facts: Facts): boolean {
  const question = questionOf(condition);
  return missingOf(question, facts).length === 0 && question.holds(facts);
}

function testOf(condition: Condition): Question['holds'] {
  if ('left' in condition) return comparisonTest(condition);
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

function comparisonTest(comparison: Comparison): Question['holds'] {
  if (comparison.rounded) return (facts) => compare(comparison, facts);
  const terms = [...wholeTerms(comparison.left, 1), ...wholeTerms(comparison.right, -1)];
  return (facts) => {
    const difference = wholeSum(terms, facts);
    return difference === null ? compare(comparison, facts) : relates(comparison.is, difference, difference);
  };
}

function compare(comparison: Comparison, facts: Facts): boolean {
  const products: Product[] = [];
  addProducts(products, comparison.left, facts, 1);
  addProducts(products, comparison.right, facts, -1);
  const slack = comparison.rounded ? slackOf(comparison, facts) : null;
  // The lowest and the highest difference that the printed shares allow; without rounding they are one.
  const low = sum(slack ? [...products, [-1, slack]] : products).digits;
  const high = slack ? sum([...products, [1, slack]]).digits : low;
  return relates(comparison.is, low, high);
}

/** A coefficient and what it multiplies; without an operand itself. */
type WholeTerm = readonly [number, Operand | null];

function wholeTerms(form: Form, sign: 1 | -1): readonly WholeTerm[] {
  return form.map((term): WholeTerm => {
    if (typeof term === 'number') return [sign * term, null];
    return typeof term === 'string' ? [sign, term] : [sign * term[0], term[1]];
  });
}

/** The sum where every figure is whole, as nearly all are; null where one is not, or the sum is not safe. */
function wholeSum(terms: readonly WholeTerm[], facts: Facts): number | null {
  let total = 0;
  for (const [factor, operand] of terms) {
    const value = operand === null ? ONE : operandValue(operand, facts);
    total += factor * value.digits;
    if (value.decimals !== 0 || !Number.isSafeInteger(total)) return null;
  }
  return total;
}

const ONE = whole(1);

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

/** All operands of a condition, in the order written, each once. */
export function conditionOperands(condition: Condition): readonly Operand[] {
  return questionOf(condition).operands;
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
export function missingOf({ keys, tolerant }: Question, facts: Facts): readonly Key[] {
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
