// Exact decimals, at the places where floats go wrong.
import { describe, expect, it } from 'vitest';
import { type Decimal, fromNumber, isReachableShare, percentOf, sum, whole } from '../../core/decimal.ts';
import { writeDecimal } from '../../core/vietnamese.ts';

const d = (digits: number, decimals = 0): Decimal => ({ digits, decimals });

describe('from a cell', () => {
  it.each([
    [494, '494'],
    [96.43, '96,43'],
    [0.1 + 0.2, '0,3'],
    [1 / 3, '0,3333333333'],
    [-0, '0'],
    [-1.5, '−1,5'],
    [1e-7, '0,0000001'],
    [123456789012, '123.456.789.012'],
  ])('%d is %s', (value, shown) => {
    const read = fromNumber(value);
    expect(read && writeDecimal(read)).toBe(shown);
  });
  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e15, 1e300])('%d is none', (value) => {
    expect(fromNumber(value)).toBeNull();
  });
});

describe('sums', () => {
  it('are exact where floats are not', () => {
    expect(
      sum([
        [1, d(1, 1)],
        [1, d(2, 1)],
        [-1, d(3, 1)],
      ]),
    ).toEqual(whole(0));
  });
  it('are exact beyond 15 digits', () => {
    const large = d(999_999_999_999_999);
    expect(
      sum([
        [1, large],
        [-1, large],
        [1, d(1, 10)],
      ]),
    ).toEqual(d(1, 10));
  });
});

describe('percentages are rounded half up, once', () => {
  it.each([
    [448, 494, '90,69'],
    [19, 38, '50'],
    [432, 448, '96,43'],
    [1, 8, '12,5'],
    [1, 32, '3,13'],
    [57, 20_000, '0,29'],
    [2, 3, '66,67'],
    [-1, 3, '−33,33'],
    [0, 7, '0'],
    [999_999_999_998, 7, '14.285.714.285.685,71'],
  ])('%d of %d is %s%%', (numerator, denominator, shown) => {
    expect(writeDecimal(percentOf(whole(numerator), whole(denominator)))).toBe(shown);
  });
});

describe('shares of a whole number', () => {
  it.each([
    [d(100), 371, true],
    [d(9515, 2), 371, true],
    [d(999, 1), 371, false],
    [d(95), 7, false],
    [d(86), 7, true],
    [d(0), 7, true],
    [d(5), 0, true],
  ])('%j %% of %d: %s', (share, total, reachable) => {
    expect(isReachableShare(share, whole(total))).toBe(reachable);
  });
});
