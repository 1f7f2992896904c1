// What a rule between periods is: comparisons over the figures of this period and of an earlier one.
import type { Severity } from './change.ts';
import { type Message, type Slot, word } from './message.ts';
import type { Hint, Operand, Rule } from './rule.ts';
import type { Relation } from './span.ts';
import type { Key } from './templates/index.ts';

/** Which of the two reports a figure is taken from. */
export type When = 'now' | 'before';

/** `[-1, 'before', '3.1.2']`: the earlier period's 3.1.2, subtracted. */
export type PeriodTerm = readonly [number, When, Operand];

/** Sums over both reports. An input that nobody typed counts as 0; a row without a figure leaves it undecided. */
export interface PeriodComparison {
  readonly left: readonly PeriodTerm[];
  readonly is: '=' | '≤' | '≥';
  readonly right: readonly PeriodTerm[];
}

/** How the periods lie to one another; `cumulative`: the annex is declared to be counted from January on ("lũy kế"). */
export type PeriodFact = keyof Relation | 'cumulative';

/** All of `is` hold, none of `not`. */
export interface PeriodCase {
  readonly is?: readonly PeriodFact[];
  readonly not?: readonly PeriodFact[];
}

export type BetweenMust =
  /** Every one holds, or the other reading of the same figures does. */
  | { readonly all: readonly PeriodComparison[]; readonly or?: PeriodComparison }
  /** Fewer than `least` of these rows hold the same number, other than 0, in both. */
  | { readonly copied: readonly Key[]; readonly least: number }
  /** None of these rows moved out of line with the others: outOfLine.ts. */
  | { readonly inLine: readonly Key[] };

export interface BetweenCheck {
  /** The row of the finding; for `inLine` each row has its own. */
  readonly key: Key;
  /** Where it does not hold, the check is not applicable. */
  readonly applies?: PeriodCase;
  /** Inputs without which it is not applicable. */
  readonly known?: readonly (readonly [When, Operand])[];
  readonly must: BetweenMust;
  readonly sides?: { readonly left: readonly PeriodTerm[]; readonly right: readonly PeriodTerm[] };
  /** Decided by the first whose case holds; the last has none. */
  readonly severity: Severity | readonly (readonly [Severity, PeriodCase?])[];
  readonly message: Message;
  readonly hint: Hint;
}

/** Every example has a `previous`, but for one that shows that without it nothing is said. */
export interface BetweenRule<Id extends string = string> extends Omit<Rule<Id>, 'checks'> {
  readonly checks: readonly BetweenCheck[];
}

// Words that the machine fills besides those of message.ts, which speak of the present annex.

/** The finding's row: "mục 2.1 (ô D27)"; where the earlier period has it: "ô D27 của “Quý I”". */
export const ROW: Slot = word('mục');
export const THERE: Slot = word('nơi ghi');
/** "6 tháng đầu năm 2024", "quý I năm 2024". */
export const THIS_PERIOD: Slot = word('kỳ này');
export const EARLIER: Slot = word('kỳ trước');
/** "hồ sơ"; nothing where a bare number reads best. */
export const NOUN: Slot = word('đơn vị');
/** "Tăng" or "giảm", "nhiều hơn" or "ít hơn", as left is to right. */
export const ROSE: Slot = word('tăng / giảm');

/** The earlier period's number. */
export function was(operand: Operand): Slot {
  return word(`${operand} kỳ trước`);
}

/** Where the earlier period's number stands: "ô D36 của “Quý I”". */
export function there(operand: Operand): Slot {
  return word(`ô ${operand} kỳ trước`);
}

/** How much more this period holds than the earlier one: "5 − 2 = 3". */
export function grew(operand: Operand): Slot {
  return word(`${operand} thêm`);
}

/** The earlier period's terms of the right side, those that were typed: "4 + 1 = 5". */
export const WAS_ADDED: Slot = word('phép cộng kỳ trước');
/** Where those stand. */
export const THERE_ADDED: Slot = word('các ô kỳ trước');

/** Where an input of this period stands: "ô B13 của “Thông tin báo cáo”". */
export function here(operand: Operand): Slot {
  return word(`ô ${operand}`);
}

export function balanceOver(
  left: readonly PeriodTerm[],
  is: PeriodComparison['is'],
  right: readonly PeriodTerm[],
): Pick<BetweenCheck, 'must' | 'sides'> {
  return { must: { all: [{ left, is, right }] }, sides: { left, right } };
}

export function now(of: Operand, factor = 1): PeriodTerm {
  return [factor, 'now', of];
}

export function before(of: Operand, factor = 1): PeriodTerm {
  return [factor, 'before', of];
}
