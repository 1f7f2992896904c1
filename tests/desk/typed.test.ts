// What is typed and pasted is read as Excel in Vietnamese reads it.
import { expect, it } from 'vitest';
import { splitPasted } from '../../desk/pasted.ts';
import { readTyped, writeTyped } from '../../desk/typed.ts';

it.each([
  ['494', 494],
  ['04', 4],
  [' 12 ', 12],
  ['-3', -3],
  ['1.234', 1234],
  ['1.234.567,5', 1234567.5],
  ['90,69', 90.69],
  ['90,69%', 0.9069],
  ['100%', 1],
  ['1.2', '1.2'],
  ['3.3.1', '3.3.1'],
  ['1,2,3', '1,2,3'],
  ['31/5/2024', '31/5/2024'],
  ['Có', 'Có'],
  ['', null],
  ['  ', null],
  ['1e5', '1e5'],
  ['12345678901234567', '12345678901234567'],
] as const)('%j is %j', (text, value) => {
  expect(readTyped(text)).toBe(value);
});

it.each([
  [0.9069, '0.00%', '90,69%'],
  [0.07, '0%', '7%'],
  [1234.5, '#,##0', '1234,5'],
  [4, 'General', '4'],
] as const)('%d as %s is edited as %s, and read back the same', (value, pattern, text) => {
  expect(writeTyped(value, pattern)).toBe(text);
  expect(readTyped(text)).toBe(value);
});

it('splits what spreadsheets copy', () => {
  expect(splitPasted('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
  expect(splitPasted('a\t"hai\ndòng ""trích"""\tb')).toEqual([['a', 'hai\ndòng "trích"', 'b']]);
  expect(splitPasted('a\t\tb\n\nc')).toEqual([['a', '', 'b'], [''], ['c']]);
  expect(splitPasted('một ô')).toEqual([['một ô']]);
  expect(splitPasted('"trích" rồi')).toEqual([['"trích" rồi']]);
  expect(splitPasted('a\t')).toEqual([['a', '']]);
});
