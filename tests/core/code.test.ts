// Codes as spreadsheets hold them: what each cell gives, and what a date may have been before it was taken for one.
import { describe, expect, it } from 'vitest';
import { type CodeReading, readCode } from '../../core/code.ts';
import type { Cell } from '../../core/grid.ts';

/** "3.3.1"; "? 3.1.2 1.3.2" for a date with the codes it may have been; "?" for a code beyond reading; "–" for none. */
function said({ code, perhaps, mangled }: CodeReading): string {
  if (code !== null) return mangled || perhaps.length > 0 ? `${code}, mangled` : code;
  return mangled ? ['?', ...perhaps].join(' ') : '–';
}

describe('as typed', () => {
  it.each<[Cell, string]>([
    ['3.3.1', '3.3.1'],
    ['3.3.1.a', '3.3.1.a'],
    ['7.2.3.đ', '7.2.3.đ'],
    ['12.10', '12.10'],
    [' 1. 1 .', '1.1'],
    ['1,1', '1.1'],
    ['1.1.', '1.1'],
    ['1.1.:', '1.1'],
    ['(1)', '1'],
    ['1)', '1'],
    ["'1.1", '1.1'],
    ['I', '1'],
    ['IV.', '4'],
    ['X', '10'],
    ['XI', '–'],
    ['i', '–'],
    ['123', '–'],
    ['1.123', '–'],
    ['1.1.e', '–'],
    ['a', '–'],
    ['a1', '–'],
    ['1.1 x', '–'],
    ['1..1', '–'],
    ['-', '–'],
    ['', '–'],
    [null, '–'],
    [true, '–'],
    [{ error: '#REF!' }, '–'],
  ])('%j is %s', (cell, expected) => {
    expect(said(readCode(cell, typeof cell === 'string' ? cell : ''))).toBe(expected);
  });
});

describe('a number, by what it shows', () => {
  it.each<[number, string, string]>([
    [1, '1', '1'],
    [1.1, '1,1', '1.1'],
    [12.34, '12,34', '12.34'],
    [1.123, '1,123', '?'],
    [123, '123', '?'],
    [123.4, '123,4', '?'],
    [-1, '-1', '?'],
    // 2 January 2024, and 1 and 2 March 2002, as the usual formats show them.
    [45293, '2-Jan', '? 2.1.24 1.2.24 24.1.2 2.1 1.2'],
    [45293, '45293', '? 2.1.24 1.2.24 24.1.2 2.1 1.2'],
    [37316, '01/03/2002', '? 1.3.2 3.1.2 2.3.1 1.3 3.1'],
    [37317, '2 thg 3', '? 2.3.2 3.2.2 2.3.2 2.3 3.2'],
    [37317, 'Tháng 3 02', '? 2.3.2 3.2.2 2.3.2 2.3 3.2'],
    // The first serials: Excel counts a 29 February 1900 that never was.
    [1, '01/01/1900', '? 1.1.0 1.1.0 0.1.1 1.1 1.1'],
    [59, '28/02/1900', '? 28.2.0 2.28.0 0.2.28 28.2 2.28'],
    [61, '01/03/1900', '? 1.3.0 3.1.0 0.3.1 1.3 3.1'],
    // Ends of years and leap days.
    [36525, '31/12/1999', '? 31.12.99 12.31.99 99.12.31 31.12 12.31'],
    [36526, '01/01/2000', '? 1.1.0 1.1.0 0.1.1 1.1 1.1'],
    [36585, '29/02/2000', '? 29.2.0 2.29.0 0.2.29 29.2 2.29'],
    [45351, '29/02/2024', '? 29.2.24 2.29.24 24.2.29 29.2 2.29'],
    [45352.5, '01/03/2024', '? 1.3.24 3.1.24 24.3.1 1.3 3.1'],
    [73050, '31/12/2099', '? 31.12.99 12.31.99 99.12.31 31.12 12.31'],
    [73110, '01/03/2100', '? 1.3.0 3.1.0 0.3.1 1.3 3.1'],
    // Below 20.000 a number shown as one is no date.
    [19999, '19999', '?'],
    [20000, '20000', '? 3.10.54 10.3.54 54.10.3 3.10 10.3'],
  ])('%d shown as %j is %s', (value, text, expected) => {
    expect(said(readCode(value, text))).toBe(expected);
  });
});

describe('a date typed as text', () => {
  it.each([
    ['01/02/2003', '? 1.2.3 2.1.3 3.2.1 1.2 2.1'],
    ['1/2/03', '? 1.2.3 2.1.3 3.2.1 1.2 2.1'],
    ['1-2', '? 1.2 2.1'],
    ['2003-02-01', '? 1.2.3 2.1.3 3.2.1 1.2 2.1'],
    ['2003-02-01T00:00:00', '? 1.2.3 2.1.3 3.2.1 1.2 2.1'],
    ['2003-02-01 00:00:00', '? 1.2.3 2.1.3 3.2.1 1.2 2.1'],
    ['2-Mar', '? 2.3 3.2'],
    ['2 March 2004', '? 2.3.4 3.2.4 4.3.2 2.3 3.2'],
    ['2-Dec-04', '? 2.12.4 12.2.4 4.12.2 2.12 12.2'],
    ['2 thg 3', '? 2.3 3.2'],
    ['2-thg 3', '? 2.3 3.2'],
    ['02 tháng 3 2004', '? 2.3.4 3.2.4 4.3.2 2.3 3.2'],
    ['12-Apr', '? 12.4 4.12'],
    ['12thg10', '? 12.10 10.12'],
    ['2 Mai', '–'],
    ['2 tháng 3 năm 2024', '–'],
    ['ngày 2 thg 3', '–'],
    ['đến 2-Mar', '–'],
    ['2-Mar hằng năm', '–'],
    ['từ 2003-02-01', '–'],
    ['2003-02-01 đến nay', '–'],
    ['1/2/3/4', '–'],
    ['123/4', '–'],
  ])('%j is %s', (text, expected) => {
    expect(said(readCode(text, text))).toBe(expected);
  });
});

it('every month is known by its English name', () => {
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  expect(names.map((name) => said(readCode(`1-${name}`, '')))).toEqual(
    names.map((_, index) => `? 1.${index + 1} ${index + 1}.1`),
  );
});

it('a quote or a bracket inside is no part of the way a code is written', () => {
  expect(["1'.1", '1(.1'].map((text) => said(readCode(text, text)))).toEqual(['–', '–']);
});
