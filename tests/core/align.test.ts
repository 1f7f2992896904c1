// Rows of a sheet beside the template's, as a person would pair them: by code, by label and by order together.
import { describe, expect, it } from 'vitest';
import { align, isLabel, nearnessTo, type SheetRow, targetsOf } from '../../core/align.ts';
import { canonicalLabel } from '../../core/label.ts';
import { pl01b2024 } from '../../core/templates/index.ts';

/** A form of its own each time: nothing is remembered from another test. */
const targets = () => targetsOf({ ...pl01b2024 });

/** A row of the sheet: its code ("" for none), its label, and what else is to be known of it. */
type Line = readonly [code: string, label: string, more?: Partial<SheetRow>];

function rowsOf(lines: readonly Line[]): readonly SheetRow[] {
  return lines.map(([code, text, more], row) => ({
    row,
    code: code === '' ? null : code,
    perhaps: [],
    mangled: false,
    text,
    label: canonicalLabel(text),
    mayContinue: false,
    hasValue: true,
    ...more,
  }));
}

/** For each row of the sheet the row of the template it was paired with; "↑" where it continues the one above. */
function paired(lines: readonly Line[]): readonly string[] {
  const names = lines.map(() => '–');
  for (const { target, lines: taken, moved } of align(targets(), rowsOf(lines)).matches) {
    const key = pl01b2024.rows[target]?.key ?? '';
    taken.forEach((line, index) => {
      names[line] = index > 0 ? '↑' : moved ? `${key} moved` : key;
    });
  }
  return names;
}

function label(key: string): string {
  return pl01b2024.rows.find((row) => row.key === key)?.label ?? '';
}

/** A row as the form has it. */
function asPrinted(key: string): Line {
  return [key, label(key)];
}

const LAW = ['2.1', '2.2', '2.3', '2.4', '2.5'].map(asPrinted);
const [ISSUED, EXAMINED, REVIEWED, PROPOSED, RESOLVED] = [
  asPrinted('2.1'),
  asPrinted('2.2'),
  asPrinted('2.3'),
  asPrinted('2.4'),
  asPrinted('2.5'),
];
const rest = { code: null, mayContinue: true, hasValue: false } as const;

describe('by code and label', () => {
  it.each<[string, readonly Line[], string]>([
    ['as the form has them', LAW, '2.1 2.2 2.3 2.4 2.5'],
    ['without codes', LAW.map(([, text]) => ['', text]), '2.1 2.2 2.3 2.4 2.5'],
    ['with codes alone', LAW.map(([code]) => [code, '']), '2.1 2.2 2.3 2.4 2.5'],
    ['with labels that say nothing', LAW.map(([code]) => [code, 'Nội dung khác']), '2.1 2.2 2.3 2.4 2.5'],
    ['with another row’s code, by an equal label', [['2.9', label('2.1')], ...LAW.slice(1)], '2.1 2.2 2.3 2.4 2.5'],
    ['with a code that was taken for a number', [['2.10', ''], ...LAW.slice(1)], '2.1 2.2 2.3 2.4 2.5'],
    [
      'with a code that was taken for a date',
      [['', 'Số VBQPPL', { perhaps: ['1.2', '2.1'] }], ...LAW.slice(1)],
      '2.1 2.2 2.3 2.4 2.5',
    ],
    ['without a row of the form', [...LAW.slice(0, 2), ...LAW.slice(3)], '2.1 2.2 2.4 2.5'],
    ['with a row the form does not have', [...LAW, ['2.9', 'Số máy tính đã trang bị']], '2.1 2.2 2.3 2.4 2.5 –'],
    ['with a row without code or label', [...LAW.slice(0, 2), ['', ''], ...LAW.slice(2)], '2.1 2.2 – 2.3 2.4 2.5'],
    [
      'with a row written twice, by the upper one',
      [...LAW.slice(0, 2), EXAMINED, ...LAW.slice(2)],
      '2.1 2.2 – 2.3 2.4 2.5',
    ],
    [
      'with two rows written twice, by the upper ones',
      [asPrinted('2'), ISSUED, EXAMINED, ISSUED, EXAMINED, REVIEWED],
      '2 2.1 2.2 – – 2.3',
    ],
    [
      'with two rows written twice, rows of the form left out before them, by the upper ones',
      [ISSUED, EXAMINED, ISSUED, EXAMINED, REVIEWED],
      '2.1 2.2 – – 2.3',
    ],
    [
      'with a row written twice, by the one that has a figure',
      [['2.1', label('2.1'), { hasValue: false }], ...LAW],
      '– 2.1 2.2 2.3 2.4 2.5',
    ],
    [
      'with a row written twice, by the one that has its whole label',
      [['', 'Số VBQPPL đã ban'], ...LAW],
      '– 2.1 2.2 2.3 2.4 2.5',
    ],
    [
      'with a row written twice, by its whole label rather than by its code and half of it',
      [['2.1', 'Số VBQPPL đã'], ['', label('2.1')], ...LAW.slice(1)],
      '– 2.1 2.2 2.3 2.4 2.5',
    ],
    [
      'with the last row of the form written twice, by the upper one',
      [asPrinted('7.5'), asPrinted('7.6'), asPrinted('7.6')],
      '7.5 7.6 –',
    ],
    [
      'with the last row of the form written twice, by the one that has a figure',
      [asPrinted('7.5'), ['7.6', label('7.6'), { hasValue: false }], asPrinted('7.6')],
      '7.5 – 7.6',
    ],
    [
      'with a slip in a label and no code',
      [['', 'Số VBQPPL đã ban hànn/tham mưu ban hành'], ...LAW.slice(1)],
      '2.1 2.2 2.3 2.4 2.5',
    ],
  ])('%s', (_name, lines, expected) => {
    expect(paired(lines).join(' ')).toBe(expected);
  });
  it('“Trong đó” rows have no code of their own; the same words stand under two wholes', () => {
    const keys = [
      '3.3.1',
      '3.3.1.a',
      '3.3.1.b',
      '3.3.1.c',
      '3.3.1.d',
      '3.3.2',
      '3.3.2.a',
      '3.3.2.b',
      '3.3.2.c',
      '3.3.2.d',
    ];
    const lines = keys.map((key): Line => [/[a-d]$/.test(key) ? '' : key, label(key)]);
    expect(paired(lines)).toEqual(keys);
    // With codes of their own, as "a" or "1": unexpected, but the label tells.
    expect(paired(lines.map(([code, text]) => [code || '1', text]))).toEqual(keys);
  });
});

describe('the whole form', () => {
  const whole = pl01b2024.rows.map((row): Line => [row.partOf === undefined ? row.key : '', row.label]);
  const keys = pl01b2024.rows.map(({ key }) => key);
  const changed = (key: string, line: Line) => whole.map((one, index) => (keys[index] === key ? line : one));
  it('as printed: every row, surely, in its order', () => {
    const { matches, score } = align(targets(), rowsOf(whole));
    expect(matches).toEqual(keys.map((_, index) => ({ target: index, lines: [index], nearness: 1, moved: false })));
    expect(score).toBe(80 * 16);
  });
  it('counts for less with one code or one label changed, and says which label', () => {
    const [code, text] = [changed('2.3', ['2.9', label('2.3')]), changed('2.3', ['2.3', 'Nội dung khác'])];
    const { matches, score } = align(targets(), rowsOf(text));
    expect(matches.filter(({ nearness }) => nearness < 1).map(({ target }) => keys[target])).toEqual(['2.3']);
    expect(score).toBeLessThan(80 * 16);
    expect(align(targets(), rowsOf(code)).score).toBeLessThan(80 * 16);
  });
  it('comes to the same with one row more, one code or one label changed', () => {
    const { matches } = align(targets(), rowsOf(whole));
    expect(align(targets(), rowsOf([...whole, ['', '']])).matches).toEqual(matches);
    expect(paired(changed('2.3', ['2.9', label('2.3')]))).toEqual(keys);
    expect(paired(changed('2.3', ['2.3', 'Nội dung khác']))).toEqual(keys);
    expect(paired(changed('2.3', ['2.9', 'Nội dung khác']))).toEqual(keys.map((key) => (key === '2.3' ? '–' : key)));
  });
});

describe('what is only like a row of the form', () => {
  it.each<[string, readonly Line[], string]>([
    ['without a code, most of the label', [['', 'Số VBQPPL đã ban hành']], '2.1'],
    ['without a code, half of the label', [['', 'Số VBQPPL đã ban']], '–'],
    ['with its code, half of the label', [['2.1', 'Số VBQPPL đã ban']], '2.1'],
    [
      'a label written twice is not its neighbour’s',
      [
        ['', label('3.3.4')],
        ['', label('3.3.4')],
      ],
      '3.3.4 –',
    ],
    ['a neighbour’s label under its own code', [['3.3.3', label('3.3.4')], asPrinted('3.4')], '3.3.3 3.4'],
    ['another’s code and no label', [['2.9', '']], '–'],
    ['a code that was taken for a date, and no label', [['', '', { perhaps: ['2.1'] }]], '–'],
    [
      'a “Trong đó” row with a word more',
      [asPrinted('3.3.1'), ['', 'Tiếp nhận hồ sơ trực tiếp'], asPrinted('3.3.2')],
      '3.3.1 3.3.1.a 3.3.2',
    ],
    [
      'as like one row of the form as the next: the upper',
      [asPrinted('3.3.1'), ['', label('3.3.1.a')], ['', label('3.3.1.b')], ['', 'Tiếp nhận trực tuyến']],
      '3.3.1 3.3.1.a 3.3.1.b 3.3.1.c',
    ],
    [
      'a long “Trong đó” row with words less and a number of its own',
      [asPrinted('7.2.3'), ['2', 'Tỷ lệ văn bản được gửi dưới dạng điện tử và song song với văn bản giấy']],
      '7.2.3 7.2.3.b',
    ],
    [
      'a short one with a word more and a number of its own',
      [asPrinted('3.3.1'), ['1', 'Tiếp nhận hồ sơ trực tiếp'], asPrinted('3.3.2')],
      '3.3.1 – 3.3.2',
    ],
    ['no code and no label', [['', '']], '–'],
  ])('%s', (_name, lines, expected) => {
    expect(paired(lines).join(' ')).toBe(expected);
  });
  it('counts for less, and says how near it is', () => {
    const [same, like, code] = [
      asPrinted('2.1'),
      ['2.1', 'Số VBQPPL đã ban hành'] as const,
      ['2.1', 'Nội dung'] as const,
    ].map((line) => align(targets(), rowsOf([line])));
    expect([same, like, code].map((one) => one?.matches[0]?.nearness)).toEqual([1, 10 / 12, 0]);
    expect(same?.score).toBeGreaterThan(like?.score ?? Number.POSITIVE_INFINITY);
    expect(like?.score).toBeGreaterThan(code?.score ?? Number.POSITIVE_INFINITY);
  });
});

describe('out of order', () => {
  it('pairs come in the order of the form, moved ones with how near they are', () => {
    const { matches } = align(targets(), rowsOf([...LAW.slice(1), ISSUED]));
    expect(matches.map(({ lines, nearness, moved }) => [...lines, nearness, moved])).toEqual([
      [4, 1, true],
      [0, 1, false],
      [1, 1, false],
      [2, 1, false],
      [3, 1, false],
    ]);
  });
  it.each<[string, readonly Line[], string]>([
    ['two rows changed places', [EXAMINED, ISSUED, REVIEWED, PROPOSED, RESOLVED], '2.2 moved 2.1 2.3 2.4 2.5'],
    ['a row at the end', [...LAW.slice(1), ISSUED], '2.2 2.3 2.4 2.5 2.1 moved'],
    ['a row without a code at the end', [...LAW.slice(1), ['', label('2.1')]], '2.2 2.3 2.4 2.5 2.1 moved'],
    ['the first row of the form at the end', [...LAW, asPrinted('1')], '2.1 2.2 2.3 2.4 2.5 1 moved'],
    ['a “Trong đó” row with a number of its own', [asPrinted('3.3.2'), ['1', label('3.3.1.b')]], '3.3.2 3.3.1.b moved'],
    ['a “Trong đó” row with a word more is not enough', [asPrinted('3.4'), ['', 'Tiếp nhận hồ sơ qua BCCI']], '3.4 –'],
    ['its code with another label is not enough', [...LAW.slice(1), ['2.1', 'Số máy tính']], '2.2 2.3 2.4 2.5 –'],
    ['its label with another code is not enough', [...LAW.slice(1), ['7.7', label('2.1')]], '2.2 2.3 2.4 2.5 –'],
    [
      'its code with a similar label is',
      [...LAW.slice(1), ['2.1', 'Số VBQPPL đã ban hành']],
      '2.2 2.3 2.4 2.5 2.1 moved',
    ],
    ['only once', [...LAW.slice(1), ISSUED, ISSUED], '2.2 2.3 2.4 2.5 2.1 moved –'],
  ])('%s', (_name, lines, expected) => {
    expect(paired(lines).join(' ')).toBe(expected);
  });
});

// "Số nhiệm vụ đề ra" broken over lines: what may continue the row above has no code, and its figure stands in one line only.
describe('broken over lines', () => {
  const whole = label('2.1').split(' ');
  const [one, two, three] = [whole.slice(0, 3).join(' '), whole.slice(3, 5).join(' '), whole.slice(5).join(' ')];
  it.each<[string, readonly Line[], string]>([
    ['in two', [['2.1', one], ['', `${two} ${three}`, rest], EXAMINED], '2.1 ↑ 2.2'],
    ['in three', [['2.1', one], ['', two, rest], ['', three, rest], EXAMINED], '2.1 ↑ ↑ 2.2'],
    [
      'the figure below',
      [['2.1', one, { hasValue: false }], ['', `${two} ${three}`, { ...rest, hasValue: true }], EXAMINED],
      '2.1 ↑ 2.2',
    ],
    [
      'two figures are two rows',
      [['2.1', one], ['', `${two} ${three}`, { ...rest, hasValue: true }], EXAMINED],
      '2.1 – 2.2',
    ],
    ['in two, its code lost', [['', one], ['', `${two} ${three}`, rest], EXAMINED], '2.1 ↑ 2.2'],
    [
      'in three, the figure in the lowest',
      [['2.1', one, { hasValue: false }], ['', two, rest], ['', three, { ...rest, hasValue: true }], EXAMINED],
      '2.1 ↑ ↑ 2.2',
    ],
    [
      'in two, and a figure below that of the second',
      [
        ['2.1', `${one} ${two}`, { hasValue: false }],
        ['', 'tham', { ...rest, hasValue: true }],
        ['', 'mưu ban hành', { ...rest, hasValue: true }],
        EXAMINED,
      ],
      '2.1 ↑ – 2.2',
    ],
    [
      'the figure alone below',
      [['2.1', label('2.1'), { hasValue: false }], ['', '', { ...rest, hasValue: true }], EXAMINED],
      '2.1 ↑ 2.2',
    ],
    [
      'in two, written twice',
      [['2.1', one], ['', `${two} ${three}`, rest], ['2.1', one], ['', `${two} ${three}`, rest], EXAMINED],
      '2.1 ↑ – – 2.2',
    ],
    ['a row with a code begins anew', [['2.1', one], ['2.9', `${two} ${three}`], EXAMINED], '2.1 – 2.2'],
    ['whole rows are not joined', [ISSUED, ['', label('2.2'), { ...rest, hasValue: true }], REVIEWED], '2.1 2.2 2.3'],
  ])('%s', (_name, lines, expected) => {
    expect(paired(lines).join(' ')).toBe(expected);
  });
});

describe('nearness', () => {
  const near = (text: string, key: string) =>
    nearnessTo(targets(), text)[pl01b2024.rows.findIndex((row) => row.key === key)];
  it.each([
    [label('2.1'), '2.1', 1],
    [`- ${label('2.1')} (1)`, '2.1', 1],
    ['Số VBQPPL đã ban hànn/tham mưu ban hành', '2.1', 0.98],
    ['Số văn bản quy phạm pháp luật đã ban hànn/tham mưu ban hành', '2.1', 0.98],
    ['Tiếp nhận trực tuyến mưc độ 3', '3.3.1.c', 0.98],
    ['Số thu/trường hợp đã công khai xin lổi', '3.5', 0.98],
    ['Số VBQPPL đã ban hành/tham muu ban hành', '2.1', 0.98],
    ['Tổng số TTHC đang áp dụng', '3.1.3', 1],
    // As the source form prints it, without "và".
    ['Thực hiện kết nối, liên thông các Hệ thống quản lý văn bản điều hành từ tỉnh, huyện đến cấp xã', '7.2.1', 1],
    ['', '2.1', 0],
    ['zzz', '2.1', 0],
  ])('of %j to %s is %d', (text, key, expected) => {
    expect(near(text, key)).toBe(expected);
  });
  it('of the same words in another order is never that of an equal label', () => {
    expect(near(label('2.1').split(' ').reverse().join(' '), '2.1')).toBe(0.95);
  });
  it('is twice the words in common over all words, each counted once, without marks', () => {
    // "Số VBQPPL đã ban hành", five words: all in the seven of 2.1, three in the eight of 2.2, one in the eight of 1.1.1.
    expect(['2.1', '2.2', '1.1.1'].map((key) => near('Số VBQPPL đã ban hành', key))).toEqual([10 / 12, 6 / 13, 2 / 13]);
    expect(near('Số số số VBQPPL', '2.1')).toBe(4 / 9);
  });
  it('a text is a label or not', () => {
    const texts = [label('2.1'), `a) ${label('3.3.1.a')}`, 'Tiếp nhận trực tuyến một phần', 'Số máy tính', '', '494'];
    expect(texts.map((text) => isLabel(targets(), text))).toEqual([true, true, true, false, false, false]);
  });
});
