// New numbers inside the official's own wording: what survives is renewed, what is theirs stays, what is unclear is asked.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NarrativePart, renewNumbers } from '../../core/index.ts';

function token(source: string, text: string): NarrativePart {
  const doubtful = text.includes('⚠');
  return { source, value: 1, text, cells: [], doubtful };
}

/** "đề ra {38} nhiệm vụ": numbers in braces are tokens. */
function parts(text: string): readonly NarrativePart[] {
  return text
    .split(/[{}]/)
    .map((piece, index): NarrativePart => (index % 2 === 0 ? piece : token(String(index), piece)))
    .filter((part) => part !== '');
}

const PLAN =
  'Kế hoạch CCHC năm {2024} đề ra {38} nhiệm vụ; đã hoàn thành {19} nhiệm vụ, đạt {50%} kế hoạch; còn {19} nhiệm vụ.';
const PLAN_NOW =
  'Kế hoạch CCHC năm {2024} đề ra {38} nhiệm vụ; đã hoàn thành {29} nhiệm vụ, đạt {76,32%} kế hoạch; còn {09} nhiệm vụ.';

/** What was generated, what the official made of it, what is generated now, what shall stand there, what is said. */
type Case = readonly [name: string, base: string, edited: string, now: string, expected: string, said?: object];
const CASES: readonly Case[] = [
  [
    'words around the numbers changed',
    PLAN,
    'Năm 2024, xã đề ra 38 nhiệm vụ; đến nay đã hoàn thành 19 nhiệm vụ, đạt tỷ lệ 50%; hiện còn 19 nhiệm vụ.',
    PLAN_NOW,
    'Năm 2024, xã đề ra 38 nhiệm vụ; đến nay đã hoàn thành 29 nhiệm vụ, đạt tỷ lệ 76,32%; hiện còn 09 nhiệm vụ.',
  ],
  [
    'the order turned round',
    PLAN,
    'Xã còn 19 nhiệm vụ, đã hoàn thành 19 nhiệm vụ trong 38 nhiệm vụ đề ra.',
    PLAN_NOW,
    'Xã còn 09 nhiệm vụ, đã hoàn thành 29 nhiệm vụ trong 38 nhiệm vụ đề ra.',
  ],
  [
    'two equal numbers among other words',
    PLAN,
    'Được 19, chưa được 19.',
    PLAN_NOW,
    'Được 19, chưa được 19.',
    { unclear: [{ number: '19', now: ['29', '09'] }] },
  ],
  [
    'one of two equal numbers taken out, the other still among its words',
    PLAN,
    'Kế hoạch CCHC năm 2024 đề ra 38 nhiệm vụ; đã hoàn thành 19 nhiệm vụ, đạt 50% kế hoạch.',
    PLAN_NOW,
    'Kế hoạch CCHC năm 2024 đề ra 38 nhiệm vụ; đã hoàn thành 29 nhiệm vụ, đạt 76,32% kế hoạch.',
  ],
  [
    'a number typed over',
    PLAN,
    'Kế hoạch CCHC năm 2024 đề ra 38 nhiệm vụ; đã hoàn thành 21 nhiệm vụ, đạt 50% kế hoạch; còn 19 nhiệm vụ.',
    PLAN_NOW,
    'Kế hoạch CCHC năm 2024 đề ra 38 nhiệm vụ; đã hoàn thành 21 nhiệm vụ, đạt 76,32% kế hoạch; còn 09 nhiệm vụ.',
    { retyped: [{ typed: '21', now: '29' }] },
  ],
  [
    'a number typed over with what it is now',
    PLAN,
    'Kế hoạch CCHC năm 2024 đề ra 38 nhiệm vụ; đã hoàn thành 29 nhiệm vụ, đạt 50% kế hoạch; còn 19 nhiệm vụ.',
    PLAN_NOW,
    'Kế hoạch CCHC năm 2024 đề ra 38 nhiệm vụ; đã hoàn thành 29 nhiệm vụ, đạt 76,32% kế hoạch; còn 09 nhiệm vụ.',
    { retyped: [] },
  ],
  [
    'numbers of their own stay',
    'Đã ban hành {16} văn bản chỉ đạo.',
    'Đã ban hành 16 văn bản chỉ đạo, trong đó có Kế hoạch số 02/KH-UBND ngày 05/01/2024 và 03 công văn.',
    'Đã ban hành {18} văn bản chỉ đạo.',
    'Đã ban hành 18 văn bản chỉ đạo, trong đó có Kế hoạch số 02/KH-UBND ngày 05/01/2024 và 03 công văn.',
    { foreign: ['02', '05', '01', '2024', '03'] },
  ],
  [
    'the new period inside their words, a date of theirs untouched',
    'Kế hoạch CCHC năm {2024} đề ra {38} nhiệm vụ.',
    'Kế hoạch CCHC năm 2024 (ban hành ngày 02/01/2024) đề ra 38 nhiệm vụ.',
    'Kế hoạch CCHC năm {2025} đề ra {40} nhiệm vụ.',
    'Kế hoạch CCHC năm 2025 (ban hành ngày 02/01/2024) đề ra 40 nhiệm vụ.',
  ],
  [
    'without the padding, and with a space before the sign',
    'Có {04} vấn đề, đạt {66,67%}.',
    'Có 4 vấn đề tồn tại, đạt tỷ lệ 66,67 %.',
    'Có {06} vấn đề, đạt {50%}.',
    'Có 06 vấn đề tồn tại, đạt tỷ lệ 50 %.',
  ],
  [
    'a mark comes with an error',
    'Tổng số là {494} hồ sơ.',
    'Tổng số hồ sơ là 494 hồ sơ.',
    'Tổng số là {⟦⚠ 500⟧} hồ sơ.',
    'Tổng số hồ sơ là ⟦⚠ 500⟧ hồ sơ.',
  ],
  [
    'and goes with it',
    'Tổng số là {⟦⚠ 494⟧} hồ sơ, đạt {⟦⚠ 90,69%⟧}.',
    'Tổng số hồ sơ là ⟦⚠ 494⟧ hồ sơ, đạt ⟦⚠ 90,69%⟧ tổng số.',
    'Tổng số là {498} hồ sơ, đạt {89,96%}.',
    'Tổng số hồ sơ là 498 hồ sơ, đạt 89,96% tổng số.',
  ],
  [
    'a fixed number of the sentence is not mistaken for a token',
    '{100} hồ sơ; 100% hồ sơ đúng hạn.',
    'Có 100 hồ sơ; cả 100% hồ sơ đúng hạn.',
    '{120} hồ sơ; 100% hồ sơ đúng hạn.',
    'Có 120 hồ sơ; cả 100% hồ sơ đúng hạn.',
  ],
  [
    'a number of theirs that happens to be the same',
    'Đã kiểm tra {06} bộ phận; {100%} đạt yêu cầu.',
    'Đã họp 06 buổi; 100% cán bộ dự.',
    'Đã kiểm tra {07} bộ phận; {90%} đạt yêu cầu.',
    'Đã họp 06 buổi; 100% cán bộ dự.',
    {
      unclear: [
        { number: '06', now: ['07'] },
        { number: '100', now: ['90'] },
      ],
    },
  ],
  ['everything rewritten without numbers', PLAN, 'Xã thực hiện tốt.', PLAN_NOW, 'Xã thực hiện tốt.', { foreign: [] }],
];

describe('renewNumbers', () => {
  it.each(CASES.map((one) => ({ name: one[0], one })))('$name', ({ one }) => {
    const [, base, edited, now, expected, said = {}] = one;
    const result = renewNumbers(parts(base), edited, parts(now));
    expect(result.text).toBe(expected);
    expect(result).toMatchObject(said);
    if (!('unclear' in said)) expect(result.unclear).toEqual([]);
    // Once more changes nothing.
    if (result.unclear.length === 0) expect(renewNumbers(parts(now), result.text, parts(now)).text).toBe(expected);
  });

  const counted = (source: string, text: string): NarrativePart => ({
    source,
    value: 1,
    text,
    cells: [],
    doubtful: false,
  });
  const dated = (source: string, text: string): NarrativePart => ({
    source,
    value: null,
    text,
    cells: [],
    doubtful: false,
  });
  it('follows a number by where it comes from, not by its place among the others', () => {
    const base = ['Có ⟦Cần ghi⟧ và ', counted('1.1.2', '19'), ' nhiệm vụ.'];
    const now = ['Có ', counted('1.1.1', '38'), ' và ', counted('1.1.2', '29'), ' nhiệm vụ.'];
    expect(renewNumbers(base, 'Đã xong 19 nhiệm vụ.', now).text).toBe('Đã xong 29 nhiệm vụ.');
  });
  const report = (period: string, next: string, day: string, done: string): readonly NarrativePart[] => [
    ...['Kết quả ', dated('kyten', period), ' (tính đến ', dated('chotso', day), '): ', counted('1.1.2', done)],
    ...[' nhiệm vụ; phương hướng ', dated('kytiep', next), '.'],
  ];
  const EDITED = 'Kết quả quý I năm 2024 của xã, tính đến 15/3/2024: xong 16 nhiệm vụ. Phương hướng quý II năm 2024.';
  const quarter = report('quý I năm 2024', 'quý II năm 2024', '15/3/2024', '16');
  it('renews the words of the period whole, all at once', () => {
    const half = report('6 tháng đầu năm 2024', '6 tháng cuối năm 2024', '14/6/2024', '24');
    expect(renewNumbers(quarter, EDITED, half)).toEqual({
      text: 'Kết quả 6 tháng đầu năm 2024 của xã, tính đến 14/6/2024: xong 24 nhiệm vụ. Phương hướng 6 tháng cuối năm 2024.',
      retyped: [],
      unclear: [],
      foreign: [],
    });
    const [second, third] = [report('quý II năm 2024', 'quý III năm 2024', '15/6/2024', '16'), 'quý III năm 2024.'];
    expect(renewNumbers(quarter, EDITED, second).text).toMatch(new RegExp(`^Kết quả quý II năm 2024 .* ${third}$`));
  });
  it('says which words of the period it did not find', () => {
    const half = report('6 tháng đầu năm 2024', '6 tháng cuối năm 2024', '15/3/2024', '16');
    const result = renewNumbers(quarter, 'Ba tháng đầu năm xong 16 nhiệm vụ; phương hướng quý II năm 2024.', half);
    expect(result.text).toContain('phương hướng 6 tháng cuối năm 2024.');
    expect(result.retyped).toEqual([{ typed: null, now: '6 tháng đầu năm 2024' }]);
  });

  it('reads text in either Unicode form', () => {
    const edited = 'Năm 2024 xã đề ra 38 nhiệm vụ theo kế hoạch.'.normalize('NFD');
    const result = renewNumbers(parts('Kế hoạch đề ra {38} nhiệm vụ.'), edited, parts('Kế hoạch đề ra {40} nhiệm vụ.'));
    expect(result.text.normalize('NFC')).toBe('Năm 2024 xã đề ra 40 nhiệm vụ theo kế hoạch.');
  });

  const word = fc.constantFrom(
    'xã',
    'đã',
    'hoàn',
    'thành',
    'nhiệm vụ',
    'hồ sơ',
    'đạt',
    'còn',
    ';',
    ',',
    '19',
    '04',
    '38%',
  );
  const number = fc.integer({ min: 0, max: 40 }).map(String);
  const wordsOnly = (text: string) =>
    text
      .replace(/[\d⟦⚠⟧]/gu, '')
      .replace(/\s+/g, ' ')
      .trim();

  it('never loses a word, and doing it twice changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 14 }),
        fc.array(fc.tuple(word, number, number), { maxLength: 5 }),
        (own, base) => {
          const edited = own.join(' ');
          const before = base.flatMap(([text, old], index) => [`${text} `, token(String(index), old), ' ']);
          const now = base.flatMap(([text, , next], index) => [`${text} `, token(String(index), next), ' ']);
          const once = renewNumbers(before, edited, now);
          expect(wordsOnly(once.text)).toBe(wordsOnly(edited));
          if (once.unclear.length > 0) expect(once.text).toBe(edited);
          const twice = renewNumbers(now, once.text, now);
          if (once.unclear.length === 0) expect(twice.text).toBe(once.text);
        },
      ),
      { numRuns: 500 },
    );
  });
});
