// Decides printed rates: on their own fraction, on the number before them, or by their name.
import type { ClaimRecord, RateForm } from './claimRecord.ts';
import { type Decimal, sum, whole } from './decimal.ts';
import type { Mention } from './mention.ts';
import { compareRate, isNearRate, matchRate } from './rate.ts';
import { phrase } from './synonyms.ts';
import { countsNear, equal, NOT_COMPARED, type Prose, totalOf, type Verdict } from './verdict.ts';

/** "92,69% (448/494 hồ sơ)": the fraction after a share; null where there is none, or it gives the share. */
export function judgeOwnFraction(mention: Mention, rate: Decimal, prose: Prose): Verdict | null {
  const fraction = prose.fractionOf.get(mention);
  const [over, under] = [fraction?.number.value, fraction?.over?.value];
  if (!over || !under || mention.approximate !== null) return null;
  if (matchRate(rate, mention.number.printed, over, under) !== null) return null;
  return { ...fractionBroken(mention, rate, over, under, prose), over };
}

/** A share of the number before it: "263/269 hồ sơ, đạt tỷ lệ 97,77%", "trực tuyến 448 (đạt 90,69%)". */
export function judgeShare(mention: Mention, rate: Decimal, prose: Prose): Verdict {
  const { printed } = mention.number;
  const counts = mention.governors.filter((one) => !one.percent && one.passage === mention.passage);
  const [nearest] = counts;
  const over = nearest?.number.value;
  if (!nearest || !over || mention.approximate !== null || nearest.approximate !== null) return NOT_COMPARED;
  // "24.560/31.200 triệu đồng": the word of scale is of both.
  if (nearest.over && nearest.over.power !== nearest.number.power) return NOT_COMPARED;
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
  if (under.digits <= 0 || over.digits > under.digits) return NOT_COMPARED;
  const rest = isNearRate(rate, mention.number.printed, over, under) && hasRest(mention, rate, prose);
  const base = rest ? 'bù' : '';
  return {
    ...NOT_COMPARED,
    outcome: rest ? 'agrees' : 'differs',
    right: under,
    rule: 'text-rate-not-reproducible',
    base,
  };
}

/** Another rate beside it makes it up to 100. */
function hasRest(mention: Mention, rate: Decimal, prose: Prose): boolean {
  return (prose.inPassage.get(mention.passage) ?? []).slice(0, 200).some(
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

export function judgeRate(
  mention: Mention,
  record: ClaimRecord,
  rate: RateForm,
  value: Decimal,
  prose: Prose,
): Verdict {
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
