// Decides what a bound number is worth against the annex: agrees, differs, or not compared, in exact arithmetic.
import { isWithin, speaksElsewhere } from './barred.ts';
import type { Bound } from './claim.ts';
import type { ClaimRecord } from './claimRecord.ts';
import { type Decimal, sum, whole } from './decimal.ts';
import { judgeOwnFraction, judgeRate, judgeShare } from './judgeRate.ts';
import type { Mention } from './mention.ts';
import { matchRate } from './rate.ts';
import { equal, NOT_COMPARED, type Prose, totalOf, type Verdict } from './verdict.ts';

export function judge(bound: Bound, prose: Prose): Verdict {
  const { mention, record } = bound;
  if (!mention.number.value) return NOT_COMPARED;
  if (record?.activity) return judgeActivity(bound, record, mention.number.value, prose);
  if (bound.barred) return NOT_COMPARED;
  const own = mention.percent ? judgeOwnFraction(mention, mention.number.value, prose) : null;
  if (own) return own;
  if (bound.ofGovernor) return judgeShare(mention, mention.number.value, prose);
  if (!record) return NOT_COMPARED;
  return record.rate
    ? judgeRate(mention, record, record.rate, mention.number.value, prose)
    : judgeSum(mention, record, mention.number.value, prose);
}

function judgeActivity(bound: Bound, record: ClaimRecord, value: Decimal, prose: Prose): Verdict {
  const { mention } = bound;
  const rows = totalOf(record.activity ?? [], prose.facts);
  const ours =
    isWithin(mention, prose.facts.period) && !mention.leadElsewhere && !speaksElsewhere(mention.before + mention.after);
  if (rows?.digits === 0 && value.digits > 0 && ours) {
    return {
      ...NOT_COMPARED,
      outcome: 'differs',
      form: record.activity ?? null,
      right: rows,
      rule: 'text-claims-against-zero',
    };
  }
  return bound.barred ? NOT_COMPARED : judgeSum(mention, record, value, prose);
}

function judgeSum(mention: Mention, record: ClaimRecord, value: Decimal, prose: Prose): Verdict {
  const same = (other: Decimal) => isSame(mention, value, other);
  for (const form of [...record.equals, ...(record.mayBe ?? [])]) {
    const right = totalOf(form, prose.facts);
    if (right && same(right)) return { ...NOT_COMPARED, outcome: 'agrees', form, right };
  }
  const together = withOther(record, value, prose);
  if (together) return together;
  const holding = withHeld(record, value, prose);
  if (holding) return holding;
  const [form] = record.equals;
  const right = form ? totalOf(form, prose.facts) : null;
  if (!right || !form) return belowLeast(mention, record, value, prose);
  if (record.lenient || (record.bare && !isBare(mention)) || mention.approximate !== null) return NOT_COMPARED;
  const confused = record.confusedWith ? totalOf(record.confusedWith, prose.facts) : null;
  const isConfused = confused !== null && confused.digits >= 30 && same(confused);
  const rule = isConfused ? 'text-counts-wrong-thing' : 'text-differs-from-annex';
  return { ...NOT_COMPARED, outcome: 'differs', form: isConfused ? (record.confusedWith ?? form) : form, right, rule };
}

/** "498 hồ sơ, trong đó từ kỳ trước chuyển qua 4": the prose's own part explains the rest. */
function withHeld(record: ClaimRecord, value: Decimal, prose: Prose): Verdict | null {
  const { mayHold } = record;
  const bases = record.atLeast ? [record.atLeast] : record.equals;
  for (const held of mayHold ? (prose.printed.get(mayHold.claim) ?? []) : []) {
    const rest = sum([
      [1, value],
      [-(mayHold?.sign ?? 1), held],
    ]);
    for (const form of bases) {
      const right = totalOf(form, prose.facts);
      if (right && equal(rest, right)) return { ...NOT_COMPARED, outcome: 'agrees', form, right };
    }
  }
  return null;
}

/** "Hồ sơ trực tuyến: 448 hồ sơ", with nothing before it that could narrow it down. */
function isBare(mention: Mention): boolean {
  if (mention.before.includes(' | ')) return false;
  return mention.chain.length === 0 || mention.governors.some(({ unit, percent }) => !percent && unit === mention.unit);
}

/** "trước hạn 300, đúng hạn 190": the two, each printed once, give the row. */
function withOther(record: ClaimRecord, value: Decimal, prose: Prose): Verdict | null {
  const { together } = record;
  const others = together ? (prose.printed.get(together.claim) ?? []) : [];
  const right = together ? totalOf(together.equals, prose.facts) : null;
  if (!together || !right) return null;
  const isRow = (other: Decimal) =>
    equal(
      sum([
        [1, value],
        [1, other],
      ]),
      right,
    );
  return others.some(isRow) ? { ...NOT_COMPARED, outcome: 'agrees', form: together.equals, right } : null;
}

function belowLeast(mention: Mention, record: ClaimRecord, value: Decimal, prose: Prose): Verdict {
  const least = record.atLeast ? totalOf(record.atLeast, prose.facts) : null;
  if (!least || mention.approximate !== null || mention.number.power > 0) return NOT_COMPARED;
  if (
    sum([
      [1, value],
      [-1, least],
    ]).digits >= 0
  )
    return NOT_COMPARED;
  return {
    ...NOT_COMPARED,
    outcome: 'differs',
    form: record.atLeast ?? null,
    right: least,
    rule: 'text-differs-from-annex',
  };
}

/** Equal as printed: rounded shares, thousands and words of approximation stand for more than one number. */
function isSame(mention: Mention, value: Decimal, other: Decimal): boolean {
  const { printed, power } = mention.number;
  if (mention.percent && matchRate(value, printed, other, whole(100)) !== null) return true;
  const gap = sum([
    [1, other],
    [-1, value],
  ]);
  if (gap.digits === 0) return true;
  const unit = power > printed ? whole(10 ** (power - printed)) : null;
  if (
    unit &&
    sum([
      [gap.digits < 0 ? -1 : 1, gap],
      [-1, unit],
    ]).digits <= 0
  )
    return true;
  const most =
    sum([
      [5, gap],
      [-1, value],
    ]).digits <= 0;
  const least =
    sum([
      [-5, gap],
      [-1, value],
    ]).digits <= 0;
  switch (mention.approximate) {
    case 'below':
      return gap.digits <= 0 && least;
    case 'above':
      return (
        gap.digits >= 0 &&
        sum([
          [1, gap],
          [-1, value],
        ]).digits <= 0
      );
    case 'around':
      return most && least;
    case null:
      return false;
    default:
      return mention.approximate satisfies never;
  }
}
