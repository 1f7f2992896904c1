// Exact decimals: a figure is an integer number of units of its last place, so that no float decides a comparison.

/** `digits / 10^decimals`. `digits` is a safe integer; `decimals` is as small as it can be, for shares as printed. */
export interface Decimal {
  readonly digits: number;
  readonly decimals: number;
}

export const ZERO: Decimal = { digits: 0, decimals: 0 };

/** `value × 10^power`, for whole powers: 61,3 nghìn is `decimal(61.3, 3)`, 9069 hundredths are `decimal(9069, -2)`. */
export function decimal(value: Decimal, power: number): Decimal {
  const decimals = Math.max(0, value.decimals - power);
  return normal(value.digits * 10 ** Math.max(0, power - value.decimals), decimals);
}

export function whole(value: number): Decimal {
  return { digits: value, decimals: 0 };
}

function normal(digits: number, decimals: number): Decimal {
  let rest = digits;
  let places = decimals;
  while (places > 0 && rest % 10 === 0) {
    rest /= 10;
    places--;
  }
  return { digits: rest === 0 ? 0 : rest, decimals: places };
}

/** From printed digits, "96" and "43" → 96,43. Null beyond 15 significant digits, which no honest report needs. */
export function parseDecimal(wholePart: string, fraction: string): Decimal | null {
  const printed = (wholePart + fraction).replace(/^0+(?=\d)/, '');
  if (!/^\d{1,15}$/.test(printed)) return null;
  return normal(Number(printed), fraction.length);
}

/**
 * The decimal a spreadsheet means by a floating-point cell: its 15 significant digits, as Excel itself keeps, at most
 * ten of them after the decimal sign. Null for infinities and beyond 10^15.
 */
export function fromNumber(value: number): Decimal | null {
  if (Number.isSafeInteger(value)) return Math.abs(value) < 1e15 ? whole(value === 0 ? 0 : value) : null;
  const kept = Number(value.toPrecision(15));
  if (!(Math.abs(kept) < 1e15)) return null;
  if (Number.isInteger(kept)) return whole(kept);
  // `toFixed` writes out what a float adds beyond its fifteen digits: from a million on 1234567.13 would end in 129999.
  const text = Math.abs(kept) < 1e5 ? kept.toFixed(10) : kept.toPrecision(15);
  const [, sign, wholePart = '', fraction = ''] = /^(-?)(\d+)\.(\d+)$/.exec(text) ?? [];
  const parsed = parseDecimal(wholePart, fraction);
  return parsed && sign === '-' ? normal(-parsed.digits, parsed.decimals) : parsed;
}

export function toNumber(value: Decimal): number {
  return value.digits / 10 ** value.decimals;
}

export function isWhole(value: Decimal): boolean {
  return value.decimals === 0;
}

/** A whole coefficient and the decimal it multiplies. */
export type Product = readonly [number, Decimal];

/** The exact sum of products. Digits beyond 15 are dropped from the end, which only showing can notice. */
export function sum(terms: readonly Product[]): Decimal {
  let decimals = 0;
  for (const [, value] of terms) decimals = Math.max(decimals, value.decimals);
  let digits = 0;
  for (const [coefficient, value] of terms) {
    digits += coefficient * value.digits * 10 ** (decimals - value.decimals);
    if (!Number.isSafeInteger(digits)) return wideSum(terms, decimals);
  }
  return decimals === 0 ? { digits, decimals } : normal(digits, decimals);
}

function wideSum(terms: readonly Product[], decimals: number): Decimal {
  const ten = BigInt(10);
  let digits = BigInt(0);
  for (const [coefficient, value] of terms) {
    digits += BigInt(coefficient) * BigInt(value.digits) * ten ** BigInt(decimals - value.decimals);
  }
  let places = decimals;
  const limit = BigInt(Number.MAX_SAFE_INTEGER);
  while (places > 0 && (digits > limit || digits < -limit)) {
    digits /= ten;
    places--;
  }
  return normal(Number(digits), places);
}

/**
 * `100 × numerator / denominator` rounded half up, once, from the exact fraction, to two decimals at most.
 * The denominator is positive.
 */
export function percentOf(numerator: Decimal, denominator: Decimal): Decimal {
  const places = Math.max(numerator.decimals, denominator.decimals);
  const over = numerator.digits * 10 ** (places - numerator.decimals);
  const under = denominator.digits * 10 ** (places - denominator.decimals);
  const safe = Number.isSafeInteger(over * 20000 + under) && Number.isSafeInteger(under * 2);
  const percent = safe ? halfUp(over, under) : wideHalfUp(numerator, denominator, places);
  return normal(percent, 2);
}

/** floor(10000 × over / under + 1/2) in whole numbers; the remainder is exact where the quotient may not be. */
function halfUp(over: number, under: number): number {
  const twice = over * 20000 + under;
  const base = under * 2;
  const rest = ((twice % base) + base) % base;
  return (twice - rest) / base;
}

function wideHalfUp(numerator: Decimal, denominator: Decimal, places: number): number {
  const scaled = (value: Decimal) => BigInt(value.digits) * BigInt(10) ** BigInt(places - value.decimals);
  const base = scaled(denominator) * BigInt(2);
  const twice = scaled(numerator) * BigInt(20000) + scaled(denominator);
  const rest = ((twice % base) + base) % base;
  return Number((twice - rest) / base);
}

/**
 * Whether some whole number of `total` gives the printed `share` in per cent when rounded half up to its own decimals.
 * 100 % of 371 documents is reachable; 99,9 % of 371 is not. Without documents there is nothing to reach.
 */
export function isReachableShare(share: Decimal, total: Decimal): boolean {
  if (total.digits <= 0 || !isWhole(total)) return true;
  const unit = BigInt(200) * BigInt(10) ** BigInt(share.decimals);
  const low = BigInt(total.digits) * BigInt(2 * share.digits - 1);
  const high = BigInt(total.digits) * BigInt(2 * share.digits + 1);
  const candidate = low <= BigInt(0) ? BigInt(0) : (low + unit - BigInt(1)) / unit;
  return candidate * unit < high;
}
