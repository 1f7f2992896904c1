// Decides one check on the figures of one report: exact integers, four outcomes.
import type { Severity } from './change.ts';
import { decides, holds, missingOf, questionOf } from './condition.ts';
import type { Decimal } from './decimal.ts';
import { formValue } from './form.ts';
import type { Check, Facts } from './rule.ts';
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
  const must = questionOf(check.must);
  const missing = missingOf(must, facts);
  if (missing.length > 0) return { outcome: 'undecided', missing };
  if (check.unless && decides(check.unless, facts)) return PASS;
  if (must.holds(facts)) return PASS;
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
