// Whether a sheet carries the annex, and which rows are its own: at the borders where one row more or less decides.
import { describe, expect, it } from 'vitest';
import { type Cell, columnName } from '../../core/grid.ts';
import { makeLegible } from '../../core/legible.ts';
import { type Layout, labelNearness, locateOn, nearerRow, titleLines, valueAddress } from '../../core/locate.ts';
import { type Key, pl01b2024 } from '../../core/templates/index.ts';
import { gridOf } from './workbooks.ts';

type Line = readonly Cell[];

const HEADING: Line = ['Số TT', 'Chỉ tiêu thống kê', 'Đơn vị tính', 'Số liệu'];
const BLANK: Line = [null, null, null, null];

/** A row as the form has it, with a figure. */
function printed(key: string, figure: Cell = 1): Line {
  const row = pl01b2024.rows.find((one) => one.key === key);
  return [key, row?.label ?? null, row?.unit ?? null, figure];
}

/** A staff list, as it may stand on the same sheet. */
const STAFF: Line = ['TT', 'Họ và tên', 'Nội dung', 'Ghi chú'];

const nonsense = (key: string): Line => [key, 'Nội dung khác hẳn', 'việc', 1];
const SIX = ['2.1', '2.2', '2.3', '2.4', '2.5', '3.1.1'].map((key) => printed(key));
const TWELVE = [...SIX, ...['3.1.2', '3.1.3', '3.2.1', '3.2.2', '3.2.3', '3.2.4'].map((key) => printed(key))];

function locate(lines: readonly Line[]): Layout | null {
  return locateOn(gridOf('Sheet1', lines), pl01b2024);
}

/** "2.1 2.2 … | A2:7.7" – the rows found, then the others with their place; "none" where the sheet has no annex. */
function found(lines: readonly Line[]): string {
  const layout = locate(lines);
  if (!layout) return 'none';
  const others = layout.others.map(({ row, code, label }) => ` | ${row + 1}: ${code} ${label}`);
  return [...layout.rows.keys()].join(' ') + others.join('');
}

const KEYS = '2.1 2.2 2.3 2.4 2.5 3.1.1';

describe('enough of it', () => {
  it.each<[string, readonly Line[], boolean]>([
    ['six rows that ask for a figure, under a heading', [HEADING, ...SIX], true],
    ['five', [HEADING, ...SIX.slice(1)], false],
    [
      'five, and headings of sections',
      [HEADING, printed('1'), printed('2'), ...SIX.slice(1), printed('3'), printed('3.1')],
      false,
    ],
    ['twelve without a heading', TWELVE, true],
    ['eleven without a heading', TWELVE.slice(1), false],
    [
      'as many rows by their code alone',
      [HEADING, ...SIX, ...['3.1.2', '3.1.3', '3.2.1', '3.2.2', '3.2.3', '3.2.4'].map(nonsense)],
      true,
    ],
    [
      'one more by its code alone',
      [HEADING, ...SIX, ...['3.1.2', '3.1.3', '3.2.1', '3.2.2', '3.2.3', '3.2.4', '3.4.1'].map(nonsense)],
      false,
    ],
    ['codes alone', [HEADING, ...SIX.map(([code]) => nonsense(String(code)))], false],
    ['nothing', [], false],
    ['a heading alone', [HEADING], false],
    [
      'twelve without a heading, a staff list below',
      [...TWELVE, BLANK, STAFF, ['1', 'Nguyễn Văn A', null, null]],
      true,
    ],
    [
      'under a heading, a staff list of seven pages above',
      [
        ...Array.from({ length: 7 }, (_, page): Line[] => [STAFF, [`${page + 1}`, 'Nguyễn Văn A', null, null]]).flat(),
        HEADING,
        ...SIX,
      ],
      true,
    ],
    [
      'the same, the list not numbered',
      [...Array.from({ length: 7 }, (): Line[] => [STAFF, [null, 'Nguyễn Văn A', null, null]]).flat(), HEADING, ...SIX],
      true,
    ],
  ])('%s: %s', (_name, lines, expected) => {
    expect(locate(lines) !== null).toBe(expected);
  });
});

describe('columns without a heading are told by what they hold', () => {
  const part = pl01b2024.rows.filter(({ key }) => /^3\.3/.test(key)).map(({ key }) => printed(key, 3));
  const dates = ['02/01/2003', '02/02/2003', '02/03/2003', '02/04/2003', '02/05/2003', '03/01/2001'];
  it.each<[string, readonly Line[], string]>([
    ['codes and labels', TWELVE, 'code A, label B'],
    [
      '“Trong đó” rows without a code: units are not codes because there are more of them',
      [
        ...TWELVE,
        ...part.map(([code = null, ...cells]): Line => [/[a-d]$/.test(String(code)) ? null : code, ...cells]),
      ],
      'code A, label B',
    ],
    [
      'no codes, figures of 1 to 7 each',
      TWELVE.map(([, label = null], row) => [null, label, (row % 7) + 1]),
      'label B',
    ],
    [
      'codes made dates',
      TWELVE.map(([code = null, ...cells], row): Line => [dates[row] ?? code, ...cells]),
      'code A, label B',
    ],
  ])('%s', (_name, lines, expected) => {
    const columns = Object.entries(locate(lines)?.columns ?? {});
    const named = columns.flatMap(([kind, column]) => (column === null ? [] : [`${kind} ${columnName(column)}`]));
    expect(named.join(', ')).toBe(expected);
  });
});

describe('rows that the template does not have', () => {
  it.each<[string, readonly Line[], string]>([
    ['none', [HEADING, ...SIX], KEYS],
    [
      'between its rows',
      [HEADING, ...SIX.slice(0, 3), nonsense('2.9'), ...SIX.slice(3)],
      `${KEYS} | 5: 2.9 Nội dung khác hẳn`,
    ],
    ['between them, without a code', [HEADING, ...SIX.slice(0, 3), [null, 'Cộng', null, 9], ...SIX.slice(3)], KEYS],
    [
      'between its rows, numbered 9',
      [HEADING, ...SIX.slice(0, 3), nonsense('9'), ...SIX.slice(3)],
      `${KEYS} | 5: 9 Nội dung khác hẳn`,
    ],
    [
      'between its rows and right below',
      [HEADING, ...SIX.slice(0, 3), nonsense('2.9'), ...SIX.slice(3), nonsense('7.7')],
      `${KEYS} | 5: 2.9 Nội dung khác hẳn | 9: 7.7 Nội dung khác hẳn`,
    ],
    ['before them', [HEADING, nonsense('1.9'), ...SIX], KEYS],
    [
      'right below',
      [HEADING, ...SIX, nonsense('7.7'), nonsense('7.8'), nonsense('7.9')],
      `${KEYS} | 8: 7.7 Nội dung khác hẳn | 9: 7.8 Nội dung khác hẳn | 10: 7.9 Nội dung khác hẳn`,
    ],
    [
      'right below, where there is no heading',
      [...TWELVE, nonsense('7.7')],
      `${KEYS} 3.1.2 3.1.3 3.2.1 3.2.2 3.2.3 3.2.4 | 13: 7.7 Nội dung khác hẳn`,
    ],
    [
      'right below, another table above',
      [STAFF, ['1', 'Nguyễn Văn A', null, null], HEADING, ...SIX, nonsense('7.7')],
      `${KEYS} | 10: 7.7 Nội dung khác hẳn`,
    ],
    ['below a blank row', [HEADING, ...SIX, BLANK, nonsense('7.7')], `${KEYS} | 9: 7.7 Nội dung khác hẳn`],
    ['below two blank rows', [HEADING, ...SIX, BLANK, BLANK, nonsense('7.7')], KEYS],
    ['a note numbered 1', [HEADING, ...SIX, ['1', 'Ghi chú khác', null, null]], KEYS],
    ['after a page break', [HEADING, ...SIX, HEADING, nonsense('7.7')], `${KEYS} | 9: 7.7 Nội dung khác hẳn`],
    [
      'after a page break and a blank row',
      [HEADING, ...SIX, BLANK, HEADING, nonsense('7.7')],
      `${KEYS} | 10: 7.7 Nội dung khác hẳn`,
    ],
    ['after a page break and two blank rows', [HEADING, ...SIX, HEADING, BLANK, BLANK, nonsense('7.7')], KEYS],
    ['below two blank rows, before a page break', [HEADING, ...SIX, BLANK, BLANK, nonsense('7.7'), HEADING], KEYS],
    [
      'below two blank rows that follow one after a page break',
      [HEADING, ...SIX, HEADING, nonsense('7.7'), BLANK, BLANK, nonsense('7.8')],
      `${KEYS} | 9: 7.7 Nội dung khác hẳn`,
    ],
    ['under another table’s heading', [HEADING, ...SIX, STAFF, nonsense('7.7')], KEYS],
  ])('%s', (_name, lines, expected) => {
    expect(found(lines)).toBe(expected);
  });
});

/** The cell whose figure counts. */
function place(lines: readonly Line[], key: Key): string | null {
  const layout = locate(lines);
  const at = layout && valueAddress(layout, key);
  return at ? `${columnName(at.column)}${at.row + 1}` : null;
}

describe('the figure of a row', () => {
  const [code, label = '', unit] = printed('2.1');
  const words = String(label).split(' ');
  const [upper, lower] = [words.slice(0, 4).join(' '), words.slice(4).join(' ')];
  it.each<[string, readonly Line[], string | null]>([
    ['beside its label', [HEADING, ...SIX], 'D2'],
    [
      'in the upper line of two',
      [HEADING, [code ?? null, upper, unit ?? null, 7], [null, lower, null, null], ...SIX.slice(1), printed('3.1.2')],
      'D2',
    ],
    [
      'in the lower line of two',
      [HEADING, [code ?? null, upper, unit ?? null, null], [null, lower, null, 7], ...SIX.slice(1), printed('3.1.2')],
      'D3',
    ],
    [
      'blank in both',
      [
        HEADING,
        [code ?? null, upper, unit ?? null, null],
        [null, lower, null, null],
        ...SIX.slice(1),
        printed('3.1.2'),
      ],
      'D2',
    ],
    ['without a column of figures', [HEADING.slice(0, 3), ...SIX], null],
    ['of a row that is not there', [HEADING, ...SIX.slice(1), printed('3.1.2')], null],
  ])('%s', (_name, lines, expected) => {
    expect(place(lines, '2.1')).toBe(expected);
  });
  it('each row has the code that stands before it, and no unit where there is no column of units', () => {
    const rows = locate([
      ['Số TT', 'Chỉ tiêu', 'Số liệu'],
      ...SIX.map(([one = null, two = null]) => [one, two, 1]),
    ])?.rows;
    expect([...(rows?.values() ?? [])].map((row) => `${row.code.code}${row.unit}`).join(' ')).toBe(KEYS);
  });
  it('a broken row has its whole label', () => {
    const lines: readonly Line[] = [
      HEADING,
      [code ?? null, upper, 'Văn', 7],
      [null, lower, 'bản', null],
      ...SIX.slice(1),
      printed('3.1.2'),
    ];
    const row = locate(lines)?.rows.get('2.1');
    expect([row?.label, row?.unit, row?.rows, row?.code.code]).toEqual([label, 'Văn bản', [1, 2], '2.1']);
  });
});

describe('two tables on a sheet', () => {
  const other = (lines: readonly Line[]) =>
    lines.map(([code = null, label = null, unit = null]): Line => [code, label, unit, 2]);
  it.each<[string, readonly Line[], string]>([
    ['the fuller one', [HEADING, ...SIX, BLANK, HEADING, ...other(TWELVE)], 'D10'],
    ['of equal ones the upper', [HEADING, ...TWELVE, BLANK, HEADING, ...other(TWELVE)], 'D2'],
    [
      'of two below a staff list the fuller one',
      [STAFF, ['1', 'Nguyễn Văn A', null, null], HEADING, ...SIX, BLANK, HEADING, ...other(TWELVE)],
      'D12',
    ],
    [
      'the fuller one, where a row without a code begins each',
      [
        HEADING,
        [null, 'TỔNG HỢP CHUNG', null, null],
        ...SIX,
        BLANK,
        HEADING,
        [null, 'TỔNG HỢP CHUNG', null, null],
        ...other(TWELVE),
      ],
      'D12',
    ],
    ['one table over two pages is one', [HEADING, ...SIX.slice(0, 3), HEADING, ...SIX.slice(3)], 'D2'],
  ])('%s', (_name, lines, expected) => {
    expect(place(lines, '2.1')).toBe(expected);
  });
  const uncoded = (lines: readonly Line[]) => lines.map(([, ...cells]): Line => [null, ...cells]);
  const shorter = HEADING.map((name) => (name === 'Đơn vị tính' ? null : name));
  it.each<[string, readonly Line[]]>([
    ['the heading repeated', [HEADING, ...SIX.slice(0, 3), HEADING, ...SIX.slice(3)]],
    ['a column not named again', [HEADING, ...SIX.slice(0, 3), shorter, ...SIX.slice(3)]],
    ['a column not named again, no codes', [HEADING, ...uncoded(SIX.slice(0, 3)), shorter, ...uncoded(SIX.slice(3))]],
  ])('a table over two pages has the rows of both: %s', (_name, lines) => {
    expect(found(lines)).toBe(KEYS);
  });
});

describe('the label of a row', () => {
  it.each<[string, Cell, string, number]>([
    ['its own', printed('2.1')[1] ?? null, '–', 1],
    ['another row’s', printed('2.2')[1] ?? null, '2.2, as near as 1', 8 / 15],
    ['no row’s', 'Ghế gỗ', '–', 0],
  ])('%s: %j', (_name, label, nearer, nearness) => {
    const row = locate([HEADING, ...SIX])?.rows.get('2.1');
    if (!row) throw new Error('2.1 is on the sheet.');
    const named = { ...row, label: String(label) };
    const other = nearerRow(pl01b2024, named);
    expect(other ? `${other.key}, as near as ${other.nearness}` : '–').toBe(nearer);
    expect(labelNearness(pl01b2024, named)).toBeCloseTo(nearness, 10);
  });
});

describe('the lines above a table', () => {
  const grid = gridOf('Sheet1', [
    ['UBND HUYỆN', null, 'CỘNG HÒA'],
    ['UBND XÃ HOẰNG HỢP', 5, null],
    [null, ' ', null],
    ['PHỤ LỤC 01B', null, null],
    ['Số TT', null, null],
  ]);
  it('are read column by column where one has two or more, then row by row', () => {
    expect(titleLines(grid, makeLegible(grid), 4)).toEqual([
      'UBND HUYỆN',
      'UBND XÃ HOẰNG HỢP',
      'PHỤ LỤC 01B',
      'UBND HUYỆN CỘNG HÒA',
      'UBND XÃ HOẰNG HỢP',
      'PHỤ LỤC 01B',
    ]);
  });
  it('are thirty at most, those nearest to it', () => {
    const tall = gridOf(
      'Sheet1',
      Array.from({ length: 40 }, (_, row) => [`dòng ${row}`]),
    );
    const lines = titleLines(tall, makeLegible(tall), 35);
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([60, 'dòng 5', 'dòng 34']);
  });
});

it('the title is above the heading, or above the first row where there is none', () => {
  expect(locate([['PHỤ LỤC'], HEADING, ...SIX])?.title).toEqual(['PHỤ LỤC']);
  expect(locate([['PHỤ LỤC'], ...TWELVE])?.title).toEqual(['PHỤ LỤC']);
  expect(locate([[null, 'PHỤ LỤC'], ...TWELVE])?.title).toEqual(['PHỤ LỤC']);
});
