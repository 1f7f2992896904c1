// Decides one check on the figures of one report: exact integers, four outcomes.
import type { Severity } from './change.ts';
import { type Decimal, isReachableShare, type Product, sum, whole, ZERO } from './decimal.ts';
import type { Period } from './period.ts';
import type { Check, Comparison, Condition, Facts, Form, Operand, Relation } from './rule.ts';
import type { Key } from './templates/index.ts';

export type CheckOutcome =
  | { readonly outcome: 'pass' | 'not-applicable' }
  | { readonly outcome: 'undecided'; readonly missing: readonly Key[] }
  | {
      readonly outcome: 'fail';
      readonly severity: Severity;
      readonly left: Decimal | null;
      readonly right: Decimal | null;
    };

const NOT_APPLICABLE: CheckOutcome = { outcome: 'not-applicable' };
const PASS: CheckOutcome = { outcome: 'pass' };

/** Decides one check. Any figure it needs being blank makes it undecided, whatever the others say. */
export function evaluate(check: Check, facts: Facts): CheckOutcome {
  if (check.applies && !holds(check.applies, facts)) return NOT_APPLICABLE;
  const missing = missingOf(check.must, facts);
  if (missing.length > 0) return { outcome: 'undecided', missing };
  if (check.unless && missingOf(check.unless, facts).length === 0 && holds(check.unless, facts)) return PASS;
  if (holds(check.must, facts)) return PASS;
  const sides = check.sides;
  return {
    outcome: 'fail',
    severity: severityOf(check, facts),
    left: sides ? formValue(sides.left, facts) : null,
    right: sides ? formValue(sides.right, facts) : null,
  };
}

function severityOf(check: Check, facts: Facts): Severity {
  if (typeof check.severity === 'string') return check.severity;
  const found = check.severity.find(([, when]) => when === undefined || holds(when, facts));
  return found?.[0] ?? 'warning';
}

/** Whether a condition holds. Figures it needs must be there: see `missingOf`. */
export function holds(condition: Condition, facts: Facts): boolean {
  if ('left' in condition) return compare(condition, facts);
  if ('all' in condition) return condition.all.every((part) => holds(part, facts));
  if ('any' in condition) return condition.any.some((part) => holds(part, facts));
  if ('not' in condition) return !holds(condition.not, facts);
  if ('known' in condition) return facts.input(condition.known) !== null;
  if ('filled' in condition) return facts.state(condition.filled) === 'filled';
  if ('blankOrZero' in condition) return isBlankOrZero(condition.blankOrZero, facts);
  if ('reachable' in condition) return isReachable(condition.reachable, facts);
  if ('ends' in condition) return endsWithin(condition.ends, facts.period);
  if ('endsYear' in condition) return facts.period?.end.endsWith('-12') === true;
  if ('told' in condition) return facts.told(condition.told);
  if ('since' in condition) return facts.since?.(condition.since) === true;
  return (
    facts.period?.end === `${facts.period?.year}-${String(condition.months).padStart(2, '0')}` &&
    facts.period.months === condition.months
  );
}

/** Whether a condition holds and can be decided: one over a figure that is not there does not. */
export function decides(condition: Condition, facts: Facts): boolean {
  return missingOf(condition, facts).length === 0 && holds(condition, facts);
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

/** The value of a form, for showing. An operand without a value counts as 0. */
export function formValue(form: Form, facts: Facts): Decimal {
  const products: Product[] = [];
  addProducts(products, form, facts, 1);
  return sum(products);
}

function addProducts(products: Product[], form: Form, facts: Facts, sign: 1 | -1): void {
  for (const term of form) {
    if (typeof term === 'number') products.push([sign, whole(term)]);
    else if (typeof term === 'string') products.push([sign, operandValue(term, facts)]);
    else products.push([sign * term[0], operandValue(term[1], facts)]);
  }
}

function operandValue(operand: Operand, facts: Facts): Decimal {
  return (isKey(operand) ? facts.figure(operand) : facts.input(operand)) ?? ZERO;
}

/** Keys of the annex start with a digit; inputs never do. */
export function isKey(operand: Operand): operand is Key {
  const first = operand.charCodeAt(0);
  return first >= 48 && first <= 57;
}

/** The annex rows a form speaks of, in the order written, inputs left out. */
export function operandsOf(form: Form): Operand[] {
  return form
    .filter((term): term is Operand | readonly [number, Operand] => typeof term !== 'number')
    .map((term) => (typeof term === 'string' ? term : term[1]));
}

/** A form as a formula of keys: "3.3.1.c + 3.3.1.d", "1.1.1 − 1.1.2". `prefix` goes before each. */
export function writeForm(form: Form, prefix = ''): string {
  return form
    .map((term, index) => {
      const [factor, name] = typeof term === 'object' ? term : [1, term];
      const sign = factor < 0 ? '− ' : index === 0 ? '' : '+ ';
      return `${sign}${Math.abs(factor) === 1 ? '' : `${Math.abs(factor)} × `}${typeof name === 'number' ? '' : prefix}${name}`;
    })
    .join(' ');
}

interface Needs {
  readonly operands: readonly Operand[];
  readonly keys: readonly Key[];
  /** Keys whose blank the condition itself looks at. */
  readonly tolerant: readonly Key[];
}

/** Conditions are records that never change: what each needs is worked out once. */
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
function missingOf(condition: Condition, facts: Facts): readonly Key[] {
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
