// The one evaluator of all content rules: linear forms over figures, exact integers, four outcomes.
import type { Severity } from './change.ts';
import { type Decimal, isReachableShare, type Product, sum, whole, ZERO } from './decimal.ts';
import type { InputKey } from './inputs.ts';
import type { Message } from './message.ts';
import type { Period } from './period.ts';
import type { Situation } from './situation.ts';
import type { Key } from './templates/index.ts';

/** What a rule may speak of: a row of the annex, or a number typed in "Thông tin báo cáo". */
export type Operand = Key | InputKey;
export type Term = Operand | number | readonly [number, Operand];
/** A sum of terms; `[2, 'K']` counts K twice, a number stands for itself. An input not given counts as 0. */
export type Form = readonly Term[];
export type Relation = '=' | '≤' | '≥' | '<' | '>' | '≠';

/** `rounded`: a share printed with d decimals stands for the interval ± half a unit of its last digit. */
export interface Comparison {
  readonly left: Form;
  readonly is: Relation;
  readonly right: Form;
  readonly rounded?: true;
}

/** Linear comparisons, joined. `filled` and `blankOrZero` are the only ones that may look at a blank. */
export type Condition =
  | Comparison
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly known: InputKey }
  | { readonly filled: Key }
  | { readonly blankOrZero: Key }
  | { readonly reachable: { readonly share: Key; readonly total: Key } }
  /** The period ends in one of these months, "2025-07" to null (open). Without a known period: false. */
  | { readonly ends: { readonly from?: string; readonly to?: string } }
  /** The period runs from January over this many months. */
  | { readonly months: number };

/** One comparison of a rule; it gives at most one finding. */
export interface Check {
  readonly key: Key;
  /** Over the period, optional inputs and what is filled in: where it does not hold, the check is not applicable. */
  readonly applies?: Condition;
  /** Where this holds another rule speaks, and this one passes. */
  readonly unless?: Condition;
  readonly must: Condition;
  /** Left and right of the finding, when its imbalance is given. */
  readonly sides?: { readonly left: Form; readonly right: Form };
  /** Decided by the first whose condition holds; the last has none. */
  readonly severity: Severity | readonly (readonly [Severity, Condition?])[];
  /** The keys to list as the finding's cells, when other than those of `must` in the order written. */
  readonly cells?: readonly Operand[];
  readonly message: Message;
  readonly hint: Hint;
}

/** What to check and change, and what to write in "Giải trình" when the figures are right. */
export interface Hint {
  readonly before?: Message;
  readonly todo: Message;
  readonly ifRight: Message;
}

export interface Examples {
  readonly pass: readonly Situation[];
  readonly fail: readonly Situation[];
  readonly undecided: readonly Situation[];
}

export interface Rule<Id extends string = string> {
  readonly id: Id;
  /** What must hold, in one Vietnamese sentence for the catalogue. */
  readonly title: string;
  readonly basis: string;
  readonly checks: readonly Check[];
  readonly examples: Examples;
}

/** Whether a row is on the sheet at all, and whether its cell holds anything. */
export type FigureState = 'absent' | 'blank' | 'filled';

/** The values a rule is decided on. A figure that is blank or unreadable is null; an input not given is null. */
export interface Facts {
  readonly figure: (key: Key) => Decimal | null;
  readonly state: (key: Key) => FigureState;
  readonly input: (key: InputKey) => Decimal | null;
  readonly period: Period | null;
}

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
  if (check.applies) {
    if (!holds(check.applies, facts)) return NOT_APPLICABLE;
  }
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
  return (
    facts.period?.end === `${facts.period?.year}-${String(condition.months).padStart(2, '0')}` &&
    facts.period.months === condition.months
  );
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
  const products = [...productsOf(comparison.left, facts, 1), ...productsOf(comparison.right, facts, -1)];
  const slack = comparison.rounded ? slackOf(comparison, facts) : ZERO;
  // The lowest and the highest difference that the printed shares allow; without rounding they are one.
  const low = sum([...products, [-1, slack]]).digits;
  const high = slack === ZERO ? low : sum([...products, [1, slack]]).digits;
  const relation = comparison.is;
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
  return sum(productsOf(form, facts, 1));
}

function productsOf(form: Form, facts: Facts, sign: 1 | -1): Product[] {
  return form.map((term): Product => {
    if (typeof term === 'number') return [sign, whole(term)];
    if (typeof term === 'string') return [sign, operandValue(term, facts)];
    return [sign * term[0], operandValue(term[1], facts)];
  });
}

function operandValue(operand: Operand, facts: Facts): Decimal {
  return (isKey(operand) ? facts.figure(operand) : facts.input(operand)) ?? ZERO;
}

/** Keys of the annex start with a digit; inputs never do. */
export function isKey(operand: Operand): operand is Key {
  return /^\d/.test(operand);
}

/** The annex rows a form speaks of, in the order written, inputs left out. */
export function operandsOf(form: Form): Operand[] {
  return form
    .filter((term): term is Operand | readonly [number, Operand] => typeof term !== 'number')
    .map((term) => (typeof term === 'string' ? term : term[1]));
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
  return [];
}

/** The annex rows without which a condition cannot be decided: blank or unreadable, though not looked at as blanks. */
function missingOf(condition: Condition, facts: Facts): readonly Key[] {
  const { keys, tolerant } = needsOf(condition);
  return keys.filter((key) => facts.figure(key) === null && !(tolerant.includes(key) && facts.state(key) === 'blank'));
}

function blankTolerant(condition: Condition): readonly Key[] {
  if ('all' in condition) return condition.all.flatMap(blankTolerant);
  if ('any' in condition) return condition.any.flatMap(blankTolerant);
  if ('not' in condition) return blankTolerant(condition.not);
  if ('filled' in condition) return [condition.filled];
  if ('blankOrZero' in condition) return [condition.blankOrZero];
  return [];
}

// Short forms, so that a record reads as the rule does.

export function compareForms(left: Form, is: Relation, right: Form): Comparison {
  return { left, is, right };
}

/** `when` ⇒ `then`. */
export function implies(when: Condition, then: Condition): Condition {
  return { any: [{ not: when }, then] };
}

export function isZero(key: Key): Comparison {
  return { left: [key], is: '=', right: [0] };
}

export function isPositive(...keys: Key[]): Comparison {
  return { left: keys, is: '>', right: [0] };
}

/** A check that `left` stands in `relation` to `right`, with both sides and the imbalance in the finding. */
export function balance(left: Form, is: Relation, right: Form): Pick<Check, 'must' | 'sides'> {
  return { must: { left, is, right }, sides: { left, right } };
}
