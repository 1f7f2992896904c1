// Wholes that the prose takes apart: their parts and shares are added up where the annex cannot tell.
import type { Bound } from './claim.ts';
import type { Partition } from './claimRecord.ts';
import { PARTITIONS } from './claims/index.ts';
import { type Decimal, sum, whole } from './decimal.ts';
import type { Said } from './textFinding.ts';
import { equal, type Prose, type Verdict } from './verdict.ts';
import { writeDecimal } from './vietnamese.ts';

interface Judged {
  readonly bound: Bound;
  readonly verdict: Verdict;
}

/** One finding for a whole whose parts, all of them printed after it, do not add up; and for shares that do not. */
export function brokenPartitions(judged: readonly Judged[], prose: Prose): readonly Said[] {
  return judged.flatMap((total, index) => {
    const { record, barred, mention } = total.bound;
    if (!record || barred || mention.percent || mention.approximate !== null) return [];
    const after = following(judged, index);
    const possible = PARTITIONS.filter((one) => one.total === record.id);
    const found = possible.find((one) => partsOf(one, after) !== null);
    if (!found) return [];
    const most = possible.reduce(
      (longest, one) => (one.parts.length > longest.parts.length && partsOf(one, after) !== null ? one : longest),
      found,
    );
    return [...partsBroken(total, found, possible, after), ...sharesBroken(total, most, after, prose)];
  });
}

/** Parts without a row of their own that, added up, give a whole which agrees with the annex: 17 = 9 + 8. */
export function provenParts(judged: readonly Judged[]): ReadonlySet<Judged['bound']> {
  const proven = new Set<Judged['bound']>();
  for (const [index, total] of judged.entries()) {
    const value = total.bound.mention.number.value;
    if (total.verdict.outcome !== 'agrees' || !value || total.bound.mention.percent) continue;
    const after = following(judged, index);
    for (const partition of PARTITIONS.filter((one) => one.total === total.bound.record?.id)) {
      const parts = partsOf(partition, after) ?? [];
      const values = numbersOf(parts);
      if (!values || values.length === 0 || !equal(sum(values.map((one) => [1, one])), value)) continue;
      for (const { bound } of parts) if (bound.record?.equals.length === 0) proven.add(bound);
    }
  }
  return proven;
}

/** What the whole governs: the numbers after it in its passage and list, up to another whole of its kind. */
function following(judged: readonly Judged[], index: number): readonly Judged[] {
  const total = judged[index];
  const found: Judged[] = [];
  for (const one of judged.slice(index + 1, index + 16)) {
    if (one.bound.record?.id === total?.bound.record?.id) break;
    if (total && one.bound.mention.governors.includes(total.bound.mention)) found.push(one);
  }
  return found;
}

function partsOf(partition: Partition, after: readonly Judged[]): readonly Judged[] | null {
  const parts = partition.parts.flatMap((id) => {
    const found = after.filter(({ bound }) => bound.record?.id === id && !bound.barred && !bound.mention.percent);
    return found.length === 1 ? found : [];
  });
  return parts.length === partition.parts.length ? parts : null;
}

function partsBroken(
  total: Judged,
  found: Partition,
  possible: readonly Partition[],
  after: readonly Judged[],
): readonly Said[] {
  const { mention } = total.bound;
  const value = mention.number.value;
  const parts = partsOf(found, after) ?? [];
  const values = numbersOf(parts);
  if (!value || values === null || isDecided([total, ...parts])) return [];
  const all = possible.flatMap((one) => numbersOf(partsOf(one, after) ?? []) ?? []);
  const others = numbersOf(after.filter((one) => !parts.includes(one) && !one.bound.mention.percent)) ?? [];
  const added = sum(values.map((one) => [1, one]));
  if (explains(value, added, [...others, ...all.filter((one) => !values.includes(one))])) return [];
  const words = {
    said: writeDecimal(value),
    sum: `cộng lại ${values.map(writeDecimal).join(' + ')} = ${writeDecimal(added)}`,
  };
  const form = total.bound.record?.equals[0] ?? null;
  return [
    {
      rule: 'text-parts-differ-from-total',
      mention,
      quote: mention.quote,
      paragraph: mention.paragraph,
      left: value,
      right: added,
      form,
      words,
    },
  ];
}

function numbersOf(parts: readonly Judged[]): readonly Decimal[] | null {
  const values = parts.flatMap(({ bound }) => (bound.mention.number.value ? [bound.mention.number.value] : []));
  return values.length === parts.length && parts.every(({ bound }) => bound.mention.approximate === null)
    ? values
    : null;
}

/** Where a number already differs from the annex, or all agree with it, the sum is no news: other rules speak. */
function isDecided(ones: readonly Judged[]): boolean {
  return (
    ones.some(({ verdict }) => verdict.outcome === 'differs') ||
    ones.every(({ verdict }) => verdict.outcome === 'agrees')
  );
}

/** Whether the parts, with any of the other numbers printed beside them, give the whole. */
function explains(total: Decimal, added: Decimal, others: readonly Decimal[]): boolean {
  let sums: readonly Decimal[] = [added];
  for (const other of others.slice(0, 6))
    sums = [
      ...sums,
      ...sums.map((one) =>
        sum([
          [1, one],
          [1, other],
        ]),
      ),
    ];
  return sums.some((one) => equal(one, total));
}

/** Each part has its share: together they are 100 % within their rounding, or cutting off. */
function sharesBroken(total: Judged, found: Partition, after: readonly Judged[], prose: Prose): readonly Said[] {
  const shares = (partsOf(found, after) ?? []).flatMap(({ bound }) => {
    const own = after.find(
      ({ bound: other }) => other.ofGovernor && other.mention.governors.find((one) => !one.percent) === bound.mention,
    );
    return own?.bound.mention.number.value && !own.bound.barred ? [own.bound.mention] : [];
  });
  if (shares.length !== found.parts.length || prose.all.length === 0) return [];
  const values = shares.flatMap(({ number }) => (number.value ? [number.value] : []));
  const added = sum(values.map((one) => [1, one]));
  const units = shares.map(({ number }): [number, Decimal] => [1, { digits: 1, decimals: number.printed }]);
  const gap = sum([
    [1, added],
    [-1, whole(100)],
  ]);
  if (sum([[gap.digits < 0 ? -1 : 1, gap], ...units.map(([, unit]): [number, Decimal] => [-1, unit])]).digits <= 0)
    return [];
  const { mention } = total.bound;
  const words = {
    said: '',
    sum: `${values.map((one) => `${writeDecimal(one)}%`).join(' + ')} = ${writeDecimal(added)}%`,
  };
  const form = total.bound.record?.equals[0] ?? null;
  return [
    {
      rule: 'text-shares-differ-from-100',
      mention,
      quote: mention.quote,
      paragraph: mention.paragraph,
      left: added,
      right: whole(100),
      form,
      words,
    },
  ];
}
