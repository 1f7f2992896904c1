// Exact decimals, at the places where floats go wrong.
import { describe, expect, it } from 'vitest';
import {
  type Decimal,
  decimal,
  fromNumber,
  isReachableShare,
  isWhole,
  parseDecimal,
  percentOf,
  sum,
  toNumber,
  whole,
} from '../../core/decimal.ts';
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
    // Fifteen digits in all, as Excel keeps them, ten of them after the sign.
    [12345678901234.56, '12.345.678.901.234,6'],
    [1234567.13, '1.234.567,13'],
    [-123456789.02, '−123.456.789,02'],
    [123456789012345.6, '123.456.789.012.346'],
    [99999.99999999999, '100.000'],
    [100000.123456789, '100.000,123456789'],
    [0.123456789012345, '0,123456789'],
    [999999999999999, '999.999.999.999.999'],
  ])('%d is %s', (value, shown) => {
    const read = fromNumber(value);
    expect(read && writeDecimal(read)).toBe(shown);
  });
  it.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    1e15,
    1e15 + 0.5,
    -1e15 - 0.5,
    999_999_999_999_999.9,
    1e300,
  ])('%d is none', (value) => {
    expect(fromNumber(value)).toBeNull();
  });
  it.each([-0, 1e-11, -1e-11])('%d is 0, without a sign', (value) => {
    expect(fromNumber(value)).toEqual(whole(0));
  });
  it('is what was typed, to the hundredth, however large', () => {
    const typed = [0, 1, 12, 123, 1234, 12345, 123456, 1234567, 12345678, 123456789].flatMap((whole) =>
      Array.from({ length: 100 }, (_, cents) => `${whole}.${String(cents).padStart(2, '0')}`),
    );
    const misread = typed.filter((text) => {
      const [whole = '', cents = ''] = text.split('.');
      return JSON.stringify(fromNumber(Number(text))) !== JSON.stringify(parseDecimal(whole, cents));
    });
    expect(misread).toEqual([]);
  });
  it('goes back to the number it came from', () => {
    expect([494, 96.43, -1.5].map((value) => toNumber(fromNumber(value) ?? whole(0)))).toEqual([494, 96.43, -1.5]);
  });
  it('is whole or not', () => {
    expect([whole(494), d(15, 1)].map(isWhole)).toEqual([true, false]);
  });
});

describe('from printed digits', () => {
  it.each([
    ['96', '43', d(9643, 2)],
    ['494', '', d(494)],
    ['00494', '', d(494)],
    ['0', '50', d(5, 1)],
    ['10', '00', d(10)],
    ['0', '0', d(0)],
    ['0000000000000000001', '', d(1)],
    ['999999999999999', '', d(999_999_999_999_999)],
  ])('%j and %j', (wholePart, fraction, value) => {
    expect(parseDecimal(wholePart, fraction)).toEqual(value);
  });
  it.each([
    ['', ''],
    ['1234567890123456', ''],
    ['123456789012345', '6'],
    ['x12', ''],
    ['12', 'x'],
  ])('%j and %j are none', (wholePart, fraction) => {
    expect(parseDecimal(wholePart, fraction)).toBeNull();
  });
});

describe('by a power of ten', () => {
  it.each([
    [d(613, 1), 3, d(61_300)],
    [d(9069), -2, d(9069, 2)],
    [d(9070), -2, d(907, 1)],
    [d(125, 2), 1, d(125, 1)],
    [d(5), 0, d(5)],
  ])('%j by %d', (value, power, result) => {
    expect(decimal(value, power)).toEqual(result);
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
  it('count each as often as it says, whatever its decimals', () => {
    expect(
      sum([
        [2, d(15, 1)],
        [-1, d(25, 2)],
        [3, d(4)],
      ]),
    ).toEqual(d(1475, 2));
  });
  it('keep as many digits as are exact, the foremost', () => {
    const large = d(999_999_999_999_999);
    const most = d(Number.MAX_SAFE_INTEGER, 1);
    expect(
      sum([
        [1, large],
        [1, d(1, 10)],
      ]),
    ).toEqual(large);
    expect(
      sum([
        [-1, large],
        [-1, d(1, 10)],
      ]),
    ).toEqual(d(-999_999_999_999_999));
    expect(
      sum([
        [1, large],
        [-1, large],
        [1, most],
      ]),
    ).toEqual(most);
    expect(
      sum([
        [1, large],
        [-1, large],
        [-1, most],
      ]),
    ).toEqual(d(-Number.MAX_SAFE_INTEGER, 1));
    expect(toNumber(sum([[11, large]]))).toBe(11 * 999_999_999_999_999);
    expect(
      sum([
        [7, d(999_999_999_999_999, 1)],
        [7, d(5, 3)],
      ]),
    ).toEqual(d(6_999_999_999_999_993 + 3.5 / 10, 1));
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
    [-999_999_999_998, 7, '−14.285.714.285.685,71'],
  ])('%d of %d is %s%%', (numerator, denominator, shown) => {
    expect(writeDecimal(percentOf(whole(numerator), whole(denominator)))).toBe(shown);
  });
});

describe('percentages of decimals', () => {
  it.each([
    [d(15, 1), d(3), '50'],
    [d(1), d(25, 1), '40'],
    [d(5, 1), d(25, 2), '200'],
    [d(123_456_789_012_345, 3), d(7, 1), '17.636.684.144.620,71'],
    [d(7, 1), d(123_456_789_012_345, 3), '0'],
  ])('%j of %j is %s%%', (numerator, denominator, shown) => {
    expect(writeDecimal(percentOf(numerator, denominator))).toBe(shown);
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
    // One of eight is 12,5 %: half a unit is rounded up.
    [d(13), 8, true],
    [d(12), 8, false],
    [d(125, 1), 8, true],
    [d(0), 1000, true],
  ])('%j %% of %d: %s', (share, total, reachable) => {
    expect(isReachableShare(share, whole(total))).toBe(reachable);
  });
});
