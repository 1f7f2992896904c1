// Many communes into one: a golden table of twelve with planted faults, missing values, and properties of any number.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byText, collationKey } from '../../core/collate.ts';
import { whole } from '../../core/decimal.ts';
import {
  type Cell,
  consolidate,
  errorsByRule,
  type GatheredFile,
  type Key,
  onlineShares,
  outlierMessage,
  pl01b2024,
  planConsolidation,
  type RowTotal,
  stateText,
  toNumber,
  totalText as totalInWords,
} from '../../core/index.ts';
import { computeIndicators } from '../../core/indicator.ts';
import { findOutliers } from '../../core/peers.ts';
import { readRoster } from '../../core/roster.ts';
import { unitFinder } from '../../core/unitName.ts';
import { communeFile } from './communes.ts';
import { TWELVE_FILES, TWELVE_ROSTER } from './twelve.ts';
import { gridOf } from './workbooks.ts';

const TWELVE = consolidate(pl01b2024, TWELVE_FILES, { roster: TWELVE_ROSTER, period: null });

describe('twelve communes', () => {
  it('come to the golden table', async () => {
    const page = [
      '# Mười hai xã, có lỗi cài sẵn',
      '',
      'Xã nào gửi gì: `tests/core/twelve.ts`. Máy viết lại bằng `npx vitest run tests/core/consolidate.test.ts -u`.',
      '',
      `Kỳ báo cáo: ${TWELVE.period?.label}.`,
      ...table(
        ['Đơn vị', 'Tệp', 'Tình trạng', 'Lỗi', 'Cảnh báo'],
        TWELVE.submissions.map((one) => [
          one.unit,
          one.file ?? '',
          stateText(one),
          one.report?.errors.length ?? '',
          one.report?.warnings ?? '',
        ]),
      ),
      ...table(
        ['Mục', 'Toàn bộ', 'Số đơn vị', 'Không phát sinh', 'Thiếu', 'Cách'],
        TWELVE.rows.map((row) => [row.key, totalText(row), row.present, row.notArisen, row.missing, row.how.way]),
      ),
      ...table(
        ['Tỷ lệ', 'Toàn bộ', 'Tử số', 'Mẫu số', 'Số đơn vị', 'Thiếu'],
        TWELVE.rates.map((rate) => [
          rate.id,
          rate.text ?? '',
          rate.numerator ?? '',
          rate.denominator ?? '',
          rate.present,
          rate.missing,
        ]),
      ),
      ...table(
        ['Đơn vị', 'Khác xa các đơn vị khác'],
        TWELVE.outliers.map((one) => [TWELVE.communes[one.commune]?.unit ?? '', outlierMessage(one)]),
      ),
      ...[onlineShares(TWELVE), errorsByRule(TWELVE)].flatMap(({ title, bars }) =>
        table(
          [title, 'Giá trị', 'Ghi cạnh thanh'],
          bars.map(({ label, value, text }) => [label, value ?? '', text]),
        ),
      ),
      ...table(
        ['Đơn vị', 'Mục', 'Lỗi chưa giải trình'],
        TWELVE.submissions.flatMap(({ unit, report }) =>
          (report?.errors ?? []).map(({ key, rule }) => [unit, key ?? '', rule]),
        ),
      ),
      '',
    ].join('\n');
    await expect(page).toMatchFileSnapshot('../sheets/tong-hop/muoi-hai-xa.md');
  });
});

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return ['', line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function totalText({ total }: RowTotal): string {
  const number = (value: { readonly digits: number; readonly decimals: number } | null) =>
    value ? String(toNumber(value)) : '–';
  switch (total.way) {
    case 'sum':
      return number(total.value);
    case 'weighted':
      return `${number(total.value)}%`;
    case 'codes':
      return [
        ...total.counts.map(({ label, communes }) => `${label}: ${communes}`),
        ...(total.others > 0 ? [`khác: ${total.others}`] : []),
      ].join(', ');
    case 'spread':
      return `${number(total.lowest)}% … ${number(total.highest)}%`;
    default:
      return total satisfies never;
  }
}

/** The total of one row over communes that differ from a consistent annex as given. */
function totalOf(key: Key, communes: readonly Partial<Readonly<Record<Key, Cell>>>[]): RowTotal | undefined {
  const files = communes.map((figures, index) => communeFile({ unit: `UBND phường ${index + 1}`, figures }));
  return consolidate(pl01b2024, files).rows.find((row) => row.key === key);
}

const NOTHING = { text: '–', present: 0, notArisen: 0 };

/** A row over two or three communes; what is blank, unreadable or rightly left out is told apart, and never a 0. */
const MISSING: readonly (readonly [string, Key, readonly Partial<Readonly<Record<Key, Cell>>>[], object])[] = [
  ['both known', '1.1.3', [{ '1.1.3': 3 }, { '1.1.3': 4 }], { text: '7', present: 2, notArisen: 0, missing: 0 }],
  ['a zero', '1.1.3', [{ '1.1.3': 3 }, { '1.1.3': 0 }], { text: '3', present: 2, notArisen: 0, missing: 0 }],
  ['a blank', '1.1.3', [{ '1.1.3': 3 }, { '1.1.3': null }], { text: '3', present: 1, notArisen: 0, missing: 1 }],
  ['a text', '1.1.3', [{ '1.1.3': 3 }, { '1.1.3': 'ba' }], { text: '3', present: 1, notArisen: 0, missing: 1 }],
  [
    'a number as text',
    '1.1.3',
    [{ '1.1.3': 3 }, { '1.1.3': '04' }],
    { text: '7', present: 2, notArisen: 0, missing: 0 },
  ],
  [
    'an error value',
    '1.1.3',
    [{ '1.1.3': 3 }, { '1.1.3': { error: '#REF!' } }],
    { text: '3', present: 1, notArisen: 0, missing: 1 },
  ],
  ['all blank', '1.1.3', [{ '1.1.3': null }, { '1.1.3': null }], { ...NOTHING, missing: 2 }],
  [
    'a share without base',
    '3.2.4',
    [
      { '3.1.3': null, '3.2.4': 50 },
      { '3.1.3': 10, '3.2.4': 90 },
    ],
    { text: '90%', present: 1, notArisen: 0, missing: 1 },
  ],
  [
    'shares weighed',
    '3.2.4',
    [
      { '3.1.3': 300, '3.2.4': 50 },
      { '3.1.3': 100, '3.2.4': 90 },
    ],
    { text: '60%', present: 2, notArisen: 0, missing: 0 },
  ],
  [
    'two bases',
    '3.2.5',
    [
      { '3.1.3': 200, '3.2.4': 50, '3.2.5': 100 },
      { '3.1.3': 200, '3.2.4': 100, '3.2.5': 0 },
    ],
    { text: '33.33%', present: 2, notArisen: 0, missing: 0 },
  ],
  [
    'no documents',
    '7.2.3.a',
    [
      { '7.2.3': 0, '7.2.3.a': null },
      { '7.2.3': 9, '7.2.3.a': 80 },
    ],
    { text: '80%', present: 1, notArisen: 1, missing: 0 },
  ],
  [
    'no weight at all',
    '7.2.3.a',
    [{ '7.2.3': 0, '7.2.3.a': 100 }],
    { text: '–%', present: 1, notArisen: 0, missing: 0 },
  ],
  [
    'no base on the form',
    '5.4.2',
    [{ '5.4.2': 20 }, { '5.4.2': null }, { '5.4.2': 100 }],
    { text: '20% … 100%', present: 2, notArisen: 0, missing: 1 },
  ],
  [
    'codes',
    '6.1',
    [{ '6.1': 1 }, { '6.1': 0 }, { '6.1': null }],
    { text: 'Có ban hành QC: 1, Không ban hành QC: 1', present: 2, notArisen: 0, missing: 1 },
  ],
  [
    'a code as a word',
    '6.1',
    [{ '6.1': 'Có' }],
    { text: 'Có ban hành QC: 1, Không ban hành QC: 0', present: 1, notArisen: 0, missing: 0 },
  ],
  [
    'no survey',
    '1.4.2',
    [{ '1.4.1': 0, '1.4.2': null }, { '1.4.2': 2 }],
    { text: 'Trực tuyến: 0, Phát phiếu: 0, Kết hợp: 1', present: 1, notArisen: 1, missing: 0 },
  ],
];

describe('what is missing', () => {
  it.each(MISSING)('%s', (_name, key, communes, expected) => {
    const row = totalOf(key, communes);
    expect(
      row && { text: totalText(row), present: row.present, notArisen: row.notArisen, missing: row.missing },
    ).toEqual(expected);
  });
});

describe('any communes', () => {
  it('come to the same workbook in any order of the files', () => {
    const expected = JSON.stringify(planConsolidation(TWELVE));
    const shuffled = fc.shuffledSubarray([...TWELVE_FILES], { minLength: TWELVE_FILES.length });
    fc.assert(
      fc.property(shuffled, (files) => {
        const plan = planConsolidation(consolidate(pl01b2024, files, { roster: TWELVE_ROSTER, period: null }));
        expect(JSON.stringify(plan)).toBe(expected);
      }),
      { numRuns: 25 },
    );
  });

  const [sample] = [communeFile({ unit: 'UBND phường 1' })];
  const PLACE = pl01b2024.rows.filter(({ kind }) => kind !== 'heading').findIndex(({ key }) => key === '1.1.3');

  /** A kept file as `sample`, with one figure of its own. */
  function copy(index: number, value: number | null): GatheredFile {
    const reports = sample.reports.map((report) => ({
      ...report,
      unit: `UBND phường ${index + 1}`,
      figures: report.figures.map((figure, place) => (place === PLACE ? value : figure)),
    }));
    return { ...sample, file: `${index}.xlsx`, reports };
  }

  it('add up to the unit, and blanks are counted, not added', () => {
    const value = fc.option(fc.integer({ min: 0, max: 999_999_999 }), { freq: 6 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (values) => {
        const row = consolidate(
          pl01b2024,
          values.map((one, index) => copy(index, one)),
        ).rows.find(({ key }) => key === '1.1.3');
        const known = values.filter((one) => one !== null);
        const exact = known.reduce((all, one) => all + BigInt(one), 0n);
        const total = row?.total.way === 'sum' ? row.total.value : undefined;
        expect(total && BigInt(toNumber(total))).toBe(known.length === 0 ? null : exact);
        expect([row?.present, row?.missing]).toEqual([known.length, values.length - known.length]);
      }),
      { numRuns: 60 },
    );
  });

  it('count once however often the same report is sent, and not at all when two differ', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.boolean(), (times, alike) => {
        const files = Array.from({ length: times }, (_, index) => ({
          ...copy(0, alike ? 5 : 5 + index),
          file: `lan-${index}.xlsx`,
        }));
        const { communes } = consolidate(pl01b2024, [...files, copy(1, 7)]);
        expect(communes.length).toBe(alike || times === 1 ? 2 : 1);
      }),
    );
  });
});

it('a total in words has the decimal comma, its unit, and what is missing said', () => {
  const words = (key: Key, communes: Parameters<typeof totalOf>[1]) => {
    const row = totalOf(key, communes);
    return row && totalInWords(row);
  };
  expect(words('1.1.3', [{ '1.1.3': 1200 }, { '1.1.3': 34 }])).toBe('1.234');
  expect(words('1.1.3', [{ '1.1.3': null }])).toBe('chưa đủ số liệu');
  expect(words('3.2.4', [{ '3.1.3': 300, '3.2.4': 50.5 }])).toBe('50,5%');
  expect(words('5.4.2', [{ '5.4.2': 20 }, { '5.4.2': 100 }])).toBe('từ 20% đến 100%');
  expect(words('6.1', [{ '6.1': 1 }, { '6.1': 0 }, { '6.1': 7 }])).toBe(
    'Có ban hành QC: 1 đơn vị; Không ban hành QC: 1 đơn vị; mã ngoài danh mục: 1 đơn vị',
  );
});

it('a report by another version of the annex is not counted', () => {
  const [file] = [communeFile({ unit: 'UBND phường 1' })];
  const other = { ...file, reports: file.reports.map((report) => ({ ...report, template: 'pl01b-2030' })) };
  expect(consolidate(pl01b2024, [other]).submissions.map(({ state }) => state)).toEqual(['template-differs']);
});

describe('far from the others', () => {
  /** Communes with so many of 100 dossiers received directly. */
  const outliers = (direct: readonly number[], base = 100) =>
    findOutliers(
      direct.map((one) =>
        computeIndicators({
          figure: (key) => (key === '3.3.1.a' ? whole(one) : key === '3.3.1' ? whole(base) : null),
          input: () => null,
        }),
      ),
    ).map(({ commune, score }) => [commune, score > 0 ? 'above' : 'below']);

  it.each<readonly [string, readonly number[], number, readonly (readonly [number, string])[]]>([
    ['one of eight', [50, 51, 49, 50, 52, 48, 50, 95], 100, [[7, 'above']]],
    ['one below, where all others are alike', [90, 90, 90, 90, 90, 90, 90, 20], 100, [[7, 'below']]],
    [
      'two that would shift a mean',
      [10, 11, 9, 10, 12, 8, 10, 11, 90, 95],
      100,
      [
        [9, 'above'],
        [8, 'above'],
      ],
    ],
    ['too few to compare', [50, 51, 49, 50, 52, 48, 95], 100, []],
    ['all alike', [50, 50, 50, 50, 50, 50, 50, 50], 100, []],
    ['a tiny difference', [99, 100, 100, 100, 100, 100, 100, 100], 100, []],
    ['so few dossiers that a share says nothing', [1, 1, 1, 1, 1, 1, 1, 8], 8, []],
    ['evenly spread', [10, 20, 30, 40, 50, 60, 70, 80], 100, []],
  ])('%s', (_name, direct, base, expected) => {
    expect(outliers(direct, base)).toEqual(expected);
  });
});

describe('names of units', () => {
  it('stand in the order of a Vietnamese list', () => {
    const names = ['Xã Đông', 'Phường 14', 'Xã An', 'Xã Ân', 'Phường 2', 'Xã Ăn', 'Xã Dương', 'Xã Ơn', 'Xã Ốn'];
    const sorted = [...names].sort((one, other) => byText(collationKey(one), collationKey(other)));
    expect(sorted).toEqual([
      'Phường 2',
      'Phường 14',
      'Xã An',
      'Xã Ăn',
      'Xã Ân',
      'Xã Dương',
      'Xã Đông',
      'Xã Ốn',
      'Xã Ơn',
    ]);
  });

  const find = unitFinder(['Xã Hoà Bình', 'Phường Hòa Bình', 'Đông Sơn', 'UBND xã Bút Sơn', 'Thị trấn Bút Sơn']);
  it.each([
    ['UBND xã Hòa Bình', 0],
    ['Ủy ban nhân dân Phường Hoà Bình', 1],
    ['Hòa Bình', null],
    ['UBND xã Đông Sơn', 2],
    ['UBND xa Dong Son', 2],
    ['thị trấn Bút Sơn', 4],
    ['Bút Sơn', null],
    ['Xã Khác', null],
  ])('%s', (name, place) => {
    expect(find(name)).toBe(place);
  });
});

describe('the roster', () => {
  it('has its columns by their names, in any order', () => {
    const rows = [
      ['Danh sách'],
      ['STT', 'Mã', 'Tên đơn vị', 'Hạn nộp', 'Ngày nhận'],
      [1, '16012', 'Xã An', '10/6/2024', '2024-06-09'],
      [2, null, 'Xã Bình', null, null],
    ];
    expect(readRoster(gridOf('ds', rows))).toEqual({
      ok: true,
      units: [
        { name: 'Xã An', code: '16012', due: '2024-06-10', received: '2024-06-09' },
        { name: 'Xã Bình', code: null, due: null, received: null },
      ],
    });
  });

  it('may be names alone', () => {
    expect(readRoster(gridOf('ds', [['Xã An'], ['Xã Bình']]))).toMatchObject({
      ok: true,
      units: [{ name: 'Xã An' }, { name: 'Xã Bình' }],
    });
  });

  it.each([
    [
      [
        ['Tên đơn vị', 'Hạn nộp'],
        ['Xã An', 'mai'],
      ],
      /dòng 2 ghi ngày “mai”/,
    ],
    [[['Xã An'], ['UBND xã An']], /“UBND xã An” ghi hai lần/],
    [[['Tên đơn vị']], /không có tên đơn vị nào/],
  ])('%j is refused with one sentence', (rows, message) => {
    const read = readRoster(gridOf('ds', rows));
    expect(read.ok ? '' : read.message).toMatch(message);
  });
});
