// What a content rule is: linear comparisons over rows of the annex and optional inputs, with words and examples.
import type { Severity } from './change.ts';
import type { Decimal } from './decimal.ts';
import type { InputKey, Told } from './inputs.ts';
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
  | { readonly months: number }
  /** The period ends in December. Without a known period: false. */
  | { readonly endsYear: true }
  /** The official said so on "Thông tin báo cáo", or it follows from what is typed there. */
  | { readonly told: Told };

/** One comparison of a rule; it gives at most one finding. */
export interface Check {
  readonly key: Key;
  /** Over the period, optional inputs and what is filled in: where it does not hold, the check is not applicable. */
  readonly applies?: Condition;
  /** It adds up all "Trong đó" rows of this one: under a template that divides it otherwise it is not applicable. */
  readonly whole?: Key;
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
  readonly told: (what: Told) => boolean;
  readonly period: Period | null;
}

// Short forms, so that a record reads as the rule does.

export function compareForms(left: Form, is: Relation, right: Form): Comparison {
  return { left, is, right };
}

/** `when` ⇒ `then`. */
export function implies(when: Condition, then: Condition): Condition {
  return { any: [{ not: when }, then] };
}

/** No operand of the sum is anything but 0, for counts that are never negative. */
export function isZero(...operands: readonly Operand[]): Comparison {
  return { left: operands, is: '=', right: [0] };
}

export function isPositive(...operands: readonly Operand[]): Comparison {
  return { left: operands, is: '>', right: [0] };
}

export function all(...conditions: readonly Condition[]): Condition {
  return { all: conditions };
}

export function any(...conditions: readonly Condition[]): Condition {
  return { any: conditions };
}

export function not(condition: Condition): Condition {
  return { not: condition };
}

/** A check that `left` stands in `relation` to `right`, with both sides and the imbalance in the finding. */
export function balance(left: Form, is: Relation, right: Form): Pick<Check, 'must' | 'sides'> {
  return { must: { left, is, right }, sides: { left, right } };
}
