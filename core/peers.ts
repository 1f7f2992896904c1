// Rates far from those of the other communes: robust z-scores, which the odd ones themselves cannot shift.
import { fromNumber, percentOf, toNumber } from './decimal.ts';
import type { Indicator } from './indicator.ts';

/** One commune's rate far from its peers'. */
export interface Outlier {
  /** The commune's place among those compared. */
  readonly commune: number;
  readonly indicator: string;
  readonly name: string;
  /** In per cent. */
  readonly rate: number;
  readonly median: number;
  /** How many robust standard deviations above the median; negative when below. */
  readonly score: number;
  readonly numerator: number;
  readonly denominator: number;
  /** How many communes were compared. */
  readonly peers: number;
}

/** Fewer communes have no middle worth the name. */
const LEAST_PEERS = 8;
/** A share of a handful jumps by itself: 1 of 2 is no sign of anything. */
const LEAST_BASE = 10;
/** Iglewicz and Hoaglin (1993): beyond 3.5 a value is a potential outlier. */
const FAR = 3.5;
/** Where nearly all are alike a tiny difference scores high: below so many percentage points nobody is asked. */
const LEAST_DIFFERENCE = 10;
/** What makes a median, or mean, absolute deviation comparable to a standard deviation. */
const MEDIAN_FACTOR = 1.4826;
const MEAN_FACTOR = 1.2533;

interface Rate {
  readonly commune: number;
  readonly percent: number;
  readonly one: Indicator;
}

/** `indicators` are each commune's, all in the same order. Sorted by indicator, then by how far off they are. */
export function findOutliers(indicators: readonly (readonly Indicator[])[]): readonly Outlier[] {
  const places = indicators[0]?.map((_, place) => place) ?? [];
  return places.flatMap((place) => outliersOf(indicators.flatMap((all, commune) => rateOf(all[place], commune))));
}

function rateOf(one: Indicator | undefined, commune: number): readonly Rate[] {
  const [over, under] = [one?.numerator, one?.denominator].map((value) => fromNumber(value ?? Number.NaN));
  if (!one?.text?.endsWith('%') || !over || !under || toNumber(under) < LEAST_BASE) return [];
  return [{ commune, percent: toNumber(percentOf(over, under)), one }];
}

function outliersOf(rates: readonly Rate[]): readonly Outlier[] {
  if (rates.length < LEAST_PEERS) return [];
  const middle = median(rates.map(({ percent }) => percent));
  const spread = spreadOf(rates.map(({ percent }) => Math.abs(percent - middle)));
  if (spread === 0) return [];
  return rates
    .flatMap(({ commune, percent, one }): readonly Outlier[] => {
      const score = round((percent - middle) / spread, 1);
      if (Math.abs(score) <= FAR || Math.abs(percent - middle) < LEAST_DIFFERENCE) return [];
      const { numerator, denominator } = one;
      const where = { commune, indicator: one.id, name: one.name, rate: percent, median: round(middle, 2), score };
      return [{ ...where, numerator: numerator ?? 0, denominator: denominator ?? 0, peers: rates.length }];
    })
    .sort((a, b) => Math.abs(b.score) - Math.abs(a.score) || a.commune - b.commune);
}

/** More than half alike leave no median deviation: then the mean one, as the same authors advise. */
function spreadOf(deviations: readonly number[]): number {
  const typical = median(deviations);
  if (typical > 0) return MEDIAN_FACTOR * typical;
  return (MEAN_FACTOR * deviations.reduce((all, one) => all + one, 0)) / deviations.length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

function round(value: number, places: number): number {
  const factor = 10 ** places;
  const rounded = Math.round(value * factor) / factor;
  return rounded === 0 ? 0 : rounded;
}
