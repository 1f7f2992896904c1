// The mean of shares weighed by their own bases, from exact whole numbers, rounded half up once.
import { type Decimal, decimal, whole } from './decimal.ts';

export interface WeighedShare {
  readonly share: Decimal;
  /** Their product is the weight. */
  readonly bases: readonly Decimal[];
}

interface Exact {
  readonly digits: bigint;
  readonly decimals: number;
}

export interface WeightedMean {
  /** Σ share × weight ÷ Σ weight, to two decimals; null when all weights together are not positive. */
  readonly mean: Decimal | null;
  /** Both sums in units of the first base; further bases are shares in per cent. */
  readonly over: number;
  readonly under: number;
}

export function weightedMean(terms: readonly WeighedShare[]): WeightedMean {
  const weights = terms.map(({ bases }) => product(bases));
  const products = terms.map(({ share, bases }) => product([share, ...bases]));
  const places = [...weights, ...products].reduce((most, { decimals }) => Math.max(most, decimals), 0);
  const over = total(products, places);
  const under = total(weights, places);
  const unit = 10 ** places * 100 ** Math.max(0, (terms[0]?.bases.length ?? 1) - 1);
  const sums = { over: Number(over) / 100 / unit, under: Number(under) / unit };
  if (under <= BigInt(0)) return { mean: null, ...sums };
  const hundredths = floorDivide(over * BigInt(200) + under, under * BigInt(2));
  return { mean: decimal(whole(Number(hundredths)), -2), ...sums };
}

function product(factors: readonly Decimal[]): Exact {
  return factors.reduce<Exact>(
    (all, { digits, decimals }) => ({ digits: all.digits * BigInt(digits), decimals: all.decimals + decimals }),
    { digits: BigInt(1), decimals: 0 },
  );
}

function total(values: readonly Exact[], places: number): bigint {
  return values.reduce(
    (sum, { digits, decimals }) => sum + digits * BigInt(10) ** BigInt(places - decimals),
    BigInt(0),
  );
}

function floorDivide(over: bigint, under: bigint): bigint {
  const rest = ((over % under) + under) % under;
  return (over - rest) / under;
}
