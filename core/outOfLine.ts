// Which figures moved out of line with the others between two periods, after Hidiroglou and Berthelot.
import { type Decimal, decimal, whole } from './decimal.ts';

/** A figure other than 0 in both periods, whole. */
export interface Pair<K extends string> {
  readonly key: K;
  readonly now: number;
  readonly before: number;
}

export interface Outlying<K extends string> extends Pair<K> {
  /** Now over before, and the middle one of all such ratios: to two decimals, rounded half up, for showing. */
  readonly ratio: Decimal;
  readonly median: Decimal;
}

/** Fewer figures have no line to be out of. */
const FEWEST = 8;
/** C: how many quartile distances from the middle are still in line. */
const REACH = big(4);
/** A = 1/20 of the middle effect: the least distance, so that figures which all moved alike are not all outliers. */
const LEAST_PART = big(20);
/** Below this in both periods a count jumps by chance. */
const SMALLEST = 10;
/** The ratio must besides be more than twice, or less than half, the middle one: what is less is no news. */
const TWICE = big(2);

/**
 * M. A. Hidiroglou and J.-M. Berthelot, "Statistical editing and imputation for periodic business surveys", Survey
 * Methodology 12 (1986), 73–83. Ratios r = now/before are made symmetric around their median m: s = 1 − m/r below it,
 * s = r/m − 1 above it; effects E = s · max(now, before)^U let a large figure move less than a small one. Out of line is
 * an effect beyond E_med − C · max(E_med − E_q1, A · |E_med|) or E_med + C · max(E_q3 − E_med, A · |E_med|).
 * Here U = 1/2 (the root rounded down to thousandths), C = 4, A = 0.05; quartiles are the values at ranks ⌈n/4⌉ and
 * ⌈3n/4⌉, medians of an even number the mean of the middle two. The figures are those of one commune, so two bounds of
 * experience stand beside the method's: `SMALLEST` and `TWICE`. All in exact fractions; the order of pairs changes nothing.
 */
export function outOfLine<K extends string>(pairs: readonly Pair<K>[]): readonly Outlying<K>[] {
  if (pairs.length < FEWEST) return [];
  const median = middle(pairs.map((pair) => fraction(big(pair.now), big(pair.before))));
  const effects = pairs.map((pair) => effectOf(pair, median));
  const sorted = [...effects].sort(compare);
  const centre = middle(effects);
  const [first, third] = [quartile(sorted, 1), quartile(sorted, 3)];
  const least = fraction(absolute(centre.over), centre.under * LEAST_PART);
  const low = minus(centre, times(larger(minus(centre, first), least), REACH));
  const high = minus(centre, times(larger(minus(third, centre), least), -REACH));
  return pairs.flatMap((pair, place) => {
    const effect = effects[place];
    if (!effect || (compare(effect, low) >= 0 && compare(effect, high) <= 0)) return [];
    return isNews(pair, median)
      ? [{ ...pair, ratio: shown(fraction(big(pair.now), big(pair.before))), median: shown(median) }]
      : [];
  });
}

function isNews({ now, before }: Pair<string>, median: Fraction): boolean {
  const ratio = fraction(big(now), big(before));
  const far = compare(ratio, times(median, TWICE)) > 0 || compare(times(ratio, TWICE), median) < 0;
  return far && Math.max(now, before) >= SMALLEST;
}

function effectOf({ now, before }: Pair<string>, median: Fraction): Fraction {
  const ratio = fraction(big(now), big(before));
  const gap = minus(ratio, median);
  const base = compare(ratio, median) < 0 ? ratio : median;
  const weight = rootOf(big(Math.max(now, before)) * big(1_000_000));
  return fraction(gap.over * base.under * weight, gap.under * base.over);
}

/** The whole part of the square root, by Newton's steps. */
function rootOf(value: bigint): bigint {
  if (value < TWICE) return value;
  let root = value;
  for (let next = (root + big(1)) / TWICE; next < root; next = (root + value / root) / TWICE) root = next;
  return root;
}

/** `under` is positive. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

function big(value: number): bigint {
  return BigInt(value);
}

function fraction(over: bigint, under: bigint): Fraction {
  return { over, under };
}

function minus(one: Fraction, other: Fraction): Fraction {
  return fraction(one.over * other.under - other.over * one.under, one.under * other.under);
}

function times(one: Fraction, factor: bigint): Fraction {
  return fraction(one.over * factor, one.under);
}

function compare(one: Fraction, other: Fraction): number {
  const [left, right] = [one.over * other.under, other.over * one.under];
  return left < right ? -1 : left > right ? 1 : 0;
}

function larger(one: Fraction, other: Fraction): Fraction {
  return compare(one, other) < 0 ? other : one;
}

function absolute(value: bigint): bigint {
  return value < big(0) ? -value : value;
}

const NOTHING: Fraction = { over: big(0), under: big(1) };

function middle(values: readonly Fraction[]): Fraction {
  const sorted = [...values].sort(compare);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? NOTHING;
  const lower = Number.isInteger(half) ? (sorted[half - 1] ?? NOTHING) : upper;
  return fraction(lower.over * upper.under + upper.over * lower.under, lower.under * upper.under * TWICE);
}

function quartile(sorted: readonly Fraction[], which: 1 | 3): Fraction {
  return sorted[Math.ceil((sorted.length * which) / 4) - 1] ?? NOTHING;
}

/** To two decimals, rounded half up once. */
function shown({ over, under }: Fraction): Decimal {
  return decimal(whole(Number((over * big(200) + under) / (under * TWICE))), -2);
}
