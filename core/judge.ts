// Decides what a bound number is worth against the annex: agrees, differs, or not compared, in exact arithmetic.
import { type Bound, isWithin } from './claim.ts';
import type { ClaimRecord, RateForm } from './claimRecord.ts';
import { type Decimal, sum, whole } from './decimal.ts';
import { isKey } from './evaluate.ts';
import { type Mention, speaksElsewhere } from './mention.ts';
import { phrase } from './prose.ts';
import { compareRate, matchRate } from './rate.ts';
import type { Facts, Form } from './rule.ts';
import type { TextRuleId } from './rules/text.ts';

export type ClaimOutcome = 'agrees' | 'differs' | 'not-compared';

/** The verdict on one number; `form` and `right` are what it was held against. */
export interface Verdict {
  readonly outcome: ClaimOutcome;
  readonly form: Form | null;
  readonly right: Decimal | null;
  /** An indicator's id or a ratio, where the key is no sum of rows. */
  readonly name: string | null;
  readonly rule: TextRuleId | null;
  /** What a rate turned out to be a share of, in words. */
  readonly base: string;
}

export interface Prose {
  readonly facts: Facts;
  readonly all: readonly Bound[];
  /** Numbers of the prose by their claim, those of another time left out. */
  readonly printed: ReadonlyMap<string, readonly Decimal[]>;
  readonly boundTo: ReadonlyMap<Mention, Bound>;
  readonly inPassage: ReadonlyMap<number, readonly Mention[]>;
  /** The first twenty fractions it prints. */
  readonly fractions: readonly (readonly [Decimal, Decimal])[];
}

const NOT_COMPARED: Verdict = { outcome: 'not-compared', form: null, right: null, name: null, rule: null, base: '' };

export function proseOf(all: readonly Bound[], facts: Facts): Prose {
  const printed = new Map<string, Decimal[]>();
  const inPassage = new Map<number, Mention[]>();
  for (const { mention, record, barred } of all) {
    push(inPassage, mention.passage, mention);
    if (!barred && record && mention.number.value) push(printed, record.id, mention.number.value);
  }
  const boundTo = new Map(all.map((one) => [one.mention, one]));
  const fractions = all.flatMap(({ mention: { number, over } }) =>
    number.value && over?.value ? [[number.value, over.value] as const] : [],
  );
  return { facts, all, printed, boundTo, inPassage, fractions: fractions.slice(0, 20) };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** The counts printed near a number: in its passage and those around it, sixty at most. */
function countsNear(mention: Mention, passages: number, prose: Prose): readonly Mention[] {
  const found: Mention[] = [];
  for (let at = mention.passage - passages; at <= mention.passage + passages; at++) {
    const there = prose.inPassage.get(at) ?? [];
    const own = at === mention.passage ? there.indexOf(mention) : 0;
    found.push(...there.slice(Math.max(0, own - 30), own + 30).filter((one) => !one.percent));
  }
  return found.slice(0, 60);
}

export function judge(bound: Bound, prose: Prose): Verdict {
  const { mention, record } = bound;
  if (!mention.number.value) return NOT_COMPARED;
  if (record?.activity) return judgeActivity(bound, record, mention.number.value, prose);
  if (bound.barred) return NOT_COMPARED;
  if (bound.ofGovernor) return judgeShare(mention, mention.number.value, prose);
  if (!record) return NOT_COMPARED;
  return record.rate
    ? judgeRate(mention, record, record.rate, mention.number.value, prose)
    : judgeSum(mention, record, mention.number.value, prose);
}

/** The value of a form; null where a figure is blank or an input is not given. */
export function totalOf(form: Form, facts: Facts): Decimal | null {
  const products: [number, Decimal][] = [];
  for (const term of form) {
    const [factor, operand] = typeof term === 'number' || typeof term === 'string' ? [1, term] : term;
    const value =
      typeof operand === 'number' ? whole(operand) : isKey(operand) ? facts.figure(operand) : facts.input(operand);
    if (!value) return null;
    products.push([factor, value]);
  }
  return sum(products);
}

function judgeActivity(bound: Bound, record: ClaimRecord, value: Decimal, prose: Prose): Verdict {
  const { mention } = bound;
  const rows = totalOf(record.activity ?? [], prose.facts);
  const ours = isWithin(mention, prose.facts.period) && !speaksElsewhere(mention.before + mention.after + mention.lead);
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
  const holding = withHeld(record, value, prose);
  if (holding) return holding;
  const [form] = record.equals;
  const right = form ? totalOf(form, prose.facts) : null;
  if (!right || !form) return belowLeast(mention, record, value, prose);
  if (record.lenient || mention.approximate !== null) return NOT_COMPARED;
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

export function equal(one: Decimal, other: Decimal): boolean {
  return (
    sum([
      [1, one],
      [-1, other],
    ]).digits === 0
  );
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

/** A share of the number before it: "263/269 hồ sơ, đạt tỷ lệ 97,77%", "trực tuyến 448 (đạt 90,69%)". */
function judgeShare(mention: Mention, rate: Decimal, prose: Prose): Verdict {
  const { printed } = mention.number;
  const counts = mention.governors.filter((one) => !one.percent && one.passage === mention.passage);
  const [nearest] = counts;
  const over = nearest?.number.value;
  if (!nearest || !over || mention.approximate !== null || nearest.approximate !== null) return NOT_COMPARED;
  for (const one of counts) {
    const own = one.over?.value;
    const match = own && one.number.value ? matchRate(rate, printed, one.number.value, own) : null;
    if (match === 'rounded') return { ...NOT_COMPARED, outcome: 'agrees' };
    if (match === 'truncated')
      return {
        ...NOT_COMPARED,
        outcome: 'agrees',
        right: own ?? null,
        rule: 'text-rate-not-reproducible',
        base: 'cắt',
      };
  }
  const stated = nearest.over?.value;
  if (stated && nearest === mention.governors[0]) return fractionBroken(mention, rate, over, stated, prose);
  return stated ? NOT_COMPARED : judgeLooseShare(mention, nearest, rate, over, prose);
}

function fractionBroken(mention: Mention, rate: Decimal, over: Decimal, under: Decimal, prose: Prose): Verdict {
  const rest = (prose.inPassage.get(mention.passage) ?? []).slice(0, 200).some(
    (other) =>
      other.percent &&
      other !== mention &&
      other.number.value !== null &&
      equal(
        sum([
          [1, rate],
          [1, other.number.value],
        ]),
        whole(100),
      ),
  );
  const base = rest ? 'bù' : '';
  if (under.digits <= 0 || over.digits > under.digits) return NOT_COMPARED;
  return {
    ...NOT_COMPARED,
    outcome: rest ? 'agrees' : 'differs',
    right: under,
    rule: 'text-rate-not-reproducible',
    base,
  };
}

/** Without a stated base, any number printed beside it or counted in the annex may be the base. */
function judgeLooseShare(mention: Mention, nearest: Mention, rate: Decimal, over: Decimal, prose: Prose): Verdict {
  const { printed } = mention.number;
  const bound = prose.boundTo.get(nearest);
  const forms = bound?.record?.bases ?? [];
  for (const form of forms) {
    const right = totalOf(form, prose.facts);
    if (right && matchRate(rate, printed, over, right))
      return { ...NOT_COMPARED, outcome: 'agrees', form, right, name: null };
  }
  const bases = countsNear(mention, 3, prose).flatMap((other) => [other.number.value, other.over?.value ?? null]);
  const isOurs = bound?.record !== null && bound?.record !== undefined;
  if (bases.some((base) => base && matchRate(rate, printed, over, base))) {
    return isOurs ? { ...NOT_COMPARED, outcome: 'agrees' } : NOT_COMPARED;
  }
  const known = forms.map((form) => totalOf(form, prose.facts));
  const [first] = known;
  const isFirst = nearest === mention.governors[0];
  if (!first || !isFirst || first.digits <= 0 || bound?.barred || rate.digits === 0) return NOT_COMPARED;
  if (!certainlyBeyond(rate, over, known)) return NOT_COMPARED;
  return { ...NOT_COMPARED, outcome: 'differs', form: forms[0] ?? null, right: first, rule: 'text-rate-without-base' };
}

/** While a base is unknown it may be larger: then only a rate above all known ones is beyond every base. */
function certainlyBeyond(rate: Decimal, over: Decimal, bases: readonly (Decimal | null)[]): boolean {
  if (bases.every((base) => base !== null)) return true;
  return bases.every((base) => base === null || base.digits <= 0 || compareRate(rate, over, base) > 0);
}

function judgeRate(mention: Mention, record: ClaimRecord, rate: RateForm, value: Decimal, prose: Prose): Verdict {
  const { printed } = mention.number;
  const over = totalOf(rate.of, prose.facts);
  if (!over || mention.approximate !== null) return NOT_COMPARED;
  const isStated = (rate.stated ?? []).some((words) => (mention.before + mention.after).includes(phrase(words)));
  const bases = (isStated ? rate.over.slice(0, 1) : rate.over).map((form) => totalOf(form, prose.facts));
  const found = bases.findIndex((base) => base !== null && matchRate(value, printed, over, base) !== null);
  if (found >= 0)
    return { ...NOT_COMPARED, outcome: 'agrees', name: found === 0 ? (record.indicator ?? null) : null, form: rate.of };
  const [first] = bases;
  if (!first || first.digits <= 0 || record.lenient) return NOT_COMPARED;
  if (!isStated && (!certainlyBeyond(value, over, bases) || statedElsewhere(mention, value, prose)))
    return NOT_COMPARED;
  return {
    ...NOT_COMPARED,
    outcome: 'differs',
    form: rate.of,
    right: first,
    name: record.indicator ?? null,
    rule: isStated ? 'text-differs-from-annex' : 'text-rate-without-base',
    base: isStated ? '' : otherBase(mention, value, prose),
  };
}

/** The prose gives this rate's own fraction, here or elsewhere. */
function statedElsewhere(mention: Mention, rate: Decimal, prose: Prose): boolean {
  const counts = countsNear(mention, 1, prose).flatMap(({ number }) => (number.value ? [number.value] : []));
  const matches = (over: Decimal, under: Decimal) => matchRate(rate, mention.number.printed, over, under) !== null;
  return (
    prose.fractions.some(([over, under]) => matches(over, under)) ||
    counts.some((over) => counts.some((under) => over !== under && matches(over, under)))
  );
}

/** Two fractions of the prose taken together: "(263 + 169) / (269 + 179)". */
function otherBase(mention: Mention, rate: Decimal, prose: Prose): string {
  const fractions = prose.fractions;
  for (const [index, [over, under]] of fractions.entries()) {
    for (const [more, base] of fractions.slice(index + 1)) {
      const joined = matchRate(
        rate,
        mention.number.printed,
        sum([
          [1, over],
          [1, more],
        ]),
        sum([
          [1, under],
          [1, base],
        ]),
      );
      if (joined) return `(${over.digits} + ${more.digits})/(${under.digits} + ${base.digits})`;
    }
  }
  return '';
}
