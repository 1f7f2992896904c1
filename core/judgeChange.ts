// Decides a rise or fall that the text tells on the annexes of both periods, in exact arithmetic.
import { type ChangeSaid, isSince } from './changeSaid.ts';
import type { ClaimRecord } from './claimRecord.ts';
import { type Decimal, percentOf, sum } from './decimal.ts';
import type { Mention } from './mention.ts';
import { matchRate } from './rate.ts';
import type { Facts, Form } from './rule.ts';
import { type Earlier, less, magnitude } from './trend.ts';
import { type ClaimOutcome, equal, totalOf, type Verdict } from './verdict.ts';

/** What has changed, worth this in the one period and the other; rates in per cent, rounded half up. */
export interface Sides {
  readonly earlier: Earlier;
  readonly form: Form;
  /** The denominator of a rate. */
  readonly over: Form | null;
  readonly now: Decimal;
  readonly before: Decimal;
}

export interface ChangeVerdict {
  readonly outcome: ClaimOutcome;
  /** Null where it was not compared. */
  readonly sides: Sides | null;
  /** The change as told and as it is, a fall below 0: of what is counted, in per cent of it; of a rate in percentage points. */
  readonly left: Decimal | null;
  readonly right: Decimal | null;
}

const NOT_COMPARED: ChangeVerdict = { outcome: 'not-compared', sides: null, left: null, right: null };

/**
 * `own`: the verdict on the number of which the change tells; where that differs already, the change is no news. A
 * change since nothing that the sentence names may be since any of the annexes: it agrees or is not compared.
 */
export function judgeChange(
  { sense, measure, record, since }: ChangeSaid,
  { number, approximate }: Mention,
  own: Verdict | null,
  now: Facts,
  all: readonly Earlier[],
): ChangeVerdict {
  const { value, printed } = number;
  if (!value || approximate !== null || own?.outcome === 'differs') return NOT_COMPARED;
  const meant = all.filter(
    ({ previous }) => since.kind === 'unsaid' || isSince(since, previous, now.period?.months ?? 0),
  );
  const possible = meant.flatMap((earlier) => sidesOf(record, own, now, earlier));
  const left = sense === 1 ? value : sum([[-1, value]]);
  const isRate = record.percent === true;
  const found = possible.find((sides) => isChange(sides, measure, isRate, left, printed));
  if (found) return { outcome: 'agrees', sides: found, left, right: left };
  const [first] = possible;
  const right = first ? changeIn(first, isRate ? 'points' : measure) : null;
  if (!first || !right || since.kind === 'unsaid' || record.lenient === true) return NOT_COMPARED;
  return { outcome: 'differs', sides: first, left, right };
}

/** The natural reading first; a number that agreed as another sum is held to that one. */
function sidesOf(record: ClaimRecord, own: Verdict | null, facts: Facts, earlier: Earlier): readonly Sides[] {
  const { rate } = record;
  const sides = (form: Form, over: Form | null): readonly Sides[] => {
    const [now, before] = [valueIn(form, over, facts), valueIn(form, over, earlier.facts)];
    return now && before ? [{ earlier, form, over, now, before }] : [];
  };
  if (rate) return rate.over.flatMap((over) => sides(rate.of, over));
  const forms = own?.outcome === 'agrees' && own.form ? [own.form] : [...record.equals, ...(record.mayBe ?? [])];
  return forms.flatMap((form) => sides(form, null));
}

function valueIn(form: Form, over: Form | null, facts: Facts): Decimal | null {
  const part = totalOf(form, facts);
  const base = over && totalOf(over, facts);
  if (!over || !part) return part;
  return base && base.digits > 0 ? percentOf(part, base) : null;
}

function isChange(
  { now, before }: Sides,
  measure: ChangeSaid['measure'],
  isRate: boolean,
  left: Decimal,
  printed: number,
): boolean {
  const change = less(now, before);
  switch (measure) {
    case 'count':
      return equal(change, left);
    case 'points':
      return isNear(change, left, printed);
    case 'percent':
      return isShare(change, before, left, printed) || (isRate && isNear(change, left, printed));
    default:
      return measure satisfies never;
  }
}

/** Of rates as printed or as they are: each was rounded to its second decimal, the change to its own. */
function isNear(change: Decimal, left: Decimal, printed: number): boolean {
  const slack: readonly (readonly [number, Decimal])[] = [
    [-1, { digits: 5, decimals: printed + 1 }],
    [-1, { digits: 1, decimals: 2 }],
  ];
  return sum([[1, magnitude(less(change, left))], ...slack]).digits <= 0;
}

function isShare(change: Decimal, before: Decimal, left: Decimal, printed: number): boolean {
  if (before.digits <= 0 || (left.digits !== 0 && change.digits < 0 !== left.digits < 0)) return false;
  return matchRate(magnitude(left), printed, magnitude(change), before) !== null;
}

/** What it should have been; null in per cent of nothing. */
function changeIn({ now, before }: Sides, measure: ChangeSaid['measure']): Decimal | null {
  const change = less(now, before);
  if (measure !== 'percent') return change;
  if (before.digits <= 0) return null;
  const share = percentOf(magnitude(change), before);
  return change.digits < 0 ? sum([[-1, share]]) : share;
}
