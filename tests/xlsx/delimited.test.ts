// Text files: encodings, separators, quotes, and which fields are numbers.
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../ooxml/index.ts';
import { readDelimited } from '../../xlsx/delimited.ts';

function cells(text: string | Uint8Array): unknown {
  const result = readDelimited(typeof text === 'string' ? strToU8(text) : text, 'phu-luc');
  return result.ok ? result.workbook.sheets[0]?.cells : result.code;
}

describe('delimited text', () => {
  it('parts at the separator that stands most often', () => {
    expect(cells('STT;Nội dung;Kết quả\n1;Hồ sơ, đơn;5\n')).toEqual([
      ['STT', 'Nội dung', 'Kết quả'],
      [1, 'Hồ sơ, đơn', 5],
    ]);
    expect(cells('a,b\r\n1,2')).toEqual([
      ['a', 'b'],
      [1, 2],
    ]);
    expect(cells('a\tb\rx\t')).toEqual([
      ['a', 'b'],
      ['x', null],
    ]);
    expect(cells('một cột')).toEqual([['một cột']]);
    expect(cells('')).toEqual([]);
  });

  it('reads quotes, also over lines and with rests', () => {
    expect(cells('"a;b";"x ""y"" z";"hai\ndòng"\n;;')).toEqual([
      ['a;b', 'x "y" z', 'hai\ndòng'],
      [null, null, null],
    ]);
    expect(cells('"a"b;c;"mở')).toEqual([['ab', 'c', 'mở']]);
  });

  it('makes numbers of whole numbers only', () => {
    expect(cells('0;12;04;-5;1,5;1.500;+3; 7;12345678901234567890;90,69')).toEqual([
      [0, 12, '04', '-5', '1,5', '1.500', '+3', ' 7', '12345678901234567890', '90,69'],
    ]);
  });

  it('keeps the fields as texts, and names the sheet', () => {
    const result = readDelimited(strToU8('1;04'), 'phu-luc');
    expect(result).toMatchObject({
      ok: true,
      workbook: { active: 'phu-luc', sheets: [{ name: 'phu-luc', visible: true, texts: [['1', '04']] }] },
    });
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('reads %s with and without a byte order mark', (encoding) => {
    for (const bom of [true, false]) {
      expect(cells(encodeText({ text: 'STT;Tỷ lệ\n1;Đạt', encoding, bom }))).toEqual([
        ['STT', 'Tỷ lệ'],
        [1, 'Đạt'],
      ]);
    }
  });

  it('refuses what is no text', () => {
    expect(cells(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toBe('not-a-spreadsheet');
    expect(cells(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('unsupported');
    expect(cells(new Uint8Array([1, 0, 2, 0, 0, 0, 7]))).toBe('corrupt');
  });
});
