// Whether a printed rate is a fraction's: rounded half up at its own decimals, cut off, or 100 less another.
import { type Decimal, sum } from './decimal.ts';

export type RateMatch = 'rounded' | 'truncated' | null;

/** Compares in whole numbers; `printed` is the number of decimals printed. The denominator is positive. */
export function matchRate(rate: Decimal, printed: number, over: Decimal, under: Decimal): RateMatch {
  if (under.digits <= 0 || over.digits < 0) return null;
  const places = Math.max(over.decimals, under.decimals);
  const top = scaled(over, places) * BigInt(10) ** BigInt(printed + 2);
  const base = scaled(under, places);
  const units = scaled(rate, printed);
  const twice = top * BigInt(2);
  const two = units * BigInt(2);
  if ((two - BigInt(1)) * base <= twice && twice < (two + BigInt(1)) * base) return 'rounded';
  return units * base <= top && top < (units + BigInt(1)) * base ? 'truncated' : null;
}

/** Whether a rate that is not rounded from the fraction is at most a unit of its last printed decimal off. */
export function isNearRate(rate: Decimal, printed: number, over: Decimal, under: Decimal): boolean {
  const unit = { digits: 1, decimals: printed };
  const [above, below] = ([1, -1] as const).map((sign) =>
    sum([
      [1, rate],
      [sign, unit],
    ]),
  ) as [Decimal, Decimal];
  return compareRate(above, over, under) >= 0 && compareRate(below, over, under) <= 0;
}

/** Less than, equal to or more than the fraction: −1, 0, 1. */
export function compareRate(rate: Decimal, over: Decimal, under: Decimal): number {
  const places = Math.max(over.decimals, under.decimals);
  const left = scaled(rate, rate.decimals) * scaled(under, places);
  const right = scaled(over, places) * BigInt(100) * BigInt(10) ** BigInt(rate.decimals);
  return left < right ? -1 : left > right ? 1 : 0;
}

function scaled(value: Decimal, places: number): bigint {
  return BigInt(value.digits) * BigInt(10) ** BigInt(places - value.decimals);
}
