// Texts of any length and kind where the locator, the number reader and the prose reader look: read in time, never
// thrown at, and a number is only what is one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analyze,
  type Cell,
  fromNumber,
  type Grid,
  pl01b2024,
  planCheck,
  planNarrative,
  writeNumber,
} from '../../core/index.ts';
import { readNumber } from '../../core/vietnamese.ts';
import { annexSheet } from '../core/annexes.ts';
import { workbookOf } from '../core/workbooks.ts';
import { MOST_MILLISECONDS } from './fuzz.ts';

/** What a cell of Excel holds at most. */
const LONGEST = 32_767;

/** Pieces that patterns look for: repeated, they are what a careless pattern never comes back from. */
const PIECES = [
  'a ',
  '1',
  '1.',
  '1,',
  '1 ',
  '.',
  ' ',
  '\u00a0',
  '\n',
  '-',
  '–',
  '(',
  ')',
  '“',
  '"',
  '=',
  ';',
  ':',
  '/',
  '%',
  '\u0301',
  'ế',
  'Trong đó: ',
  'a) ',
  '3.3.1.',
  'tháng ',
  'quý ',
  'quý I ',
  'năm 2024 ',
  '6 tháng đầu năm 2024 ',
  'ngày 01/',
  'UBND xã ',
  'UBND ',
  'Giải trình: ',
  'hồ sơ ',
  '494 hồ sơ ',
  '494/',
  'tăng 82 ',
  'đạt 100% ',
  'so với cùng kỳ ',
  'Số ',
  '⟦',
  '_x000D_',
  'Sè l\u00ADîng ',
  'tỷ đồng ',
  '1.000.000 ',
  '(trong đó ',
  'không ',
  ', ',
  'I. ',
  'PHỤ LỤC 01b ',
] as const;

const PLACES: Readonly<Record<string, (cells: Cell[][], text: string) => void>> = {
  'the title': (cells, text) => put(cells, 1, 0, text),
  'a heading': (cells, text) => put(cells, 6, 1, text),
  'a code': (cells, text) => put(cells, 12, 0, text),
  'a label': (cells, text) => put(cells, 12, 1, text),
  'a unit': (cells, text) => put(cells, 12, 2, text),
  'a figure': (cells, text) => put(cells, 12, 3, text),
  'a note': (cells, text) => put(cells, 12, 4, `Giải trình: ${text}`),
  'all labels': (cells, text) => {
    for (let row = 8; row < cells.length; row++) put(cells, row, 1, text.slice(0, 4000));
  },
};

function put(cells: Cell[][], row: number, column: number, text: string): void {
  const line = cells[row];
  if (line) line[column] = text;
}

function filled(fill: (cells: Cell[][], text: string) => void, text: string): Grid {
  const grid = annexSheet({ sheet: 'Phụ lục 01b', unit: 'UBND xã An' });
  const cells = grid.cells.map((row) => [...row]);
  fill(cells, text);
  return { ...grid, cells, texts: cells.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))) };
}

function expectInTime(what: string, work: () => unknown): void {
  const start = performance.now();
  work();
  expect([what, performance.now() - start < MOST_MILLISECONDS]).toEqual([what, true]);
}

describe('a text as long as a cell holds', () => {
  it.each(Object.entries(PLACES))('in %s', (place, fill) => {
    for (const piece of PIECES) {
      const text = piece.repeat(LONGEST / piece.length);
      expectInTime(`${place}: ${piece}`, () => {
        const workbook = workbookOf(filled(fill, text));
        const analysis = analyze(workbook);
        planCheck(analysis, workbook);
        planNarrative(analysis, workbook);
      });
    }
  });

  it('in the report that is compared', () => {
    const workbook = workbookOf(annexSheet({ sheet: 'Phụ lục 01b', unit: 'UBND xã An' }));
    for (const piece of PIECES) {
      const narrative = ['Đã tiếp nhận 494 hồ sơ.', piece.repeat(LONGEST / piece.length)];
      expectInTime(piece, () => analyze(workbook, { narrative }));
    }
  });
});

describe('the number reader', () => {
  it('takes any text, in time, and says the same each time', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = readNumber(text);
        expect(readNumber(text)).toEqual(read);
        // A value comes of digits only.
        if (read.kind === 'number') expect(text).toMatch(/\p{Nd}/u);
      }),
      { numRuns: 2000 },
    );
    for (const piece of PIECES) expectInTime(piece, () => readNumber(piece.repeat(100_000)));
  });

  it('reads back what is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom('', ' hồ sơ', ' người'), (number, unit) => {
        expect(readNumber(`${writeNumber(number)}${unit}`)).toMatchObject({
          kind: 'number',
          value: fromNumber(number),
        });
      }),
      { numRuns: 1000 },
    );
  });
});

it('the places are those of the form', () => {
  const grid = annexSheet({ sheet: 'Phụ lục 01b', unit: 'UBND xã An' });
  expect(grid.cells[12]?.[0]).toBe(pl01b2024.rows[4]?.code ?? pl01b2024.rows[4]?.key);
});
