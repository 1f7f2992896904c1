// The report's sentences: every combination of small figures has one or a reason for none, and none reads badly.
import { describe, expect, it } from 'vitest';
import { decides } from '../../core/condition.ts';
import { type Decimal, whole } from '../../core/decimal.ts';
import {
  analyze,
  type Condition,
  composeNarrative,
  type Facts,
  OUTLINE,
  type ParagraphRecord,
  type Period,
  pl01b2024,
  type Sentence,
  type Situation,
  sentenceOperands,
  type Text,
  type Told,
  textOf,
} from '../../core/index.ts';
import { fillerOf, fillText } from '../../core/sentence.ts';
import { asksSince, trendFacts } from '../../core/trend.ts';
import { annexGrid } from './periods.ts';
import { situationWorkbook } from './workbooks.ts';

const paragraphs = OUTLINE.filter((item): item is ParagraphRecord => 'sentences' in item);
const sentences = paragraphs.flatMap(({ id, sentences }) =>
  sentences.map((sentence, index) => ({ id: `${id}, câu ${index + 1}`, sentence })),
);

const PERIODS: readonly (Period | null)[] = [
  { label: '6 tháng đầu năm 2024', year: 2024, months: 6, end: '2024-06' },
  { label: 'năm 2024', year: 2024, months: 12, end: '2024-12' },
  { label: 'năm 2025', year: 2025, months: 12, end: '2025-12' },
  null,
];

/** What a row or input may hold in the enumeration; null stands for a blank. */
function valuesOf(operand: string, { needs }: Sentence, many: boolean): readonly (number | null)[] {
  const row = pl01b2024.rows.find((one) => one.key === operand);
  if (row && !needs.some((key) => key === operand))
    return [null, ...valuesOf(operand, { needs: [row.key], variants: [] }, many)];
  if (!row) return many ? [null, 0, 2] : [null, 0, 1, 2, 3];
  if (row.kind === 'percent') return [0, 50, 96.43, 100];
  if (row.kind === 'choice') return row.key === '1.4.2' || row.key === '7.1' ? [0, 1, 2] : [0, 1];
  return many ? [0, 1, 2] : [0, 1, 2, 3];
}

function conditionsOf(text: Text): readonly Condition[] {
  return text.flatMap((place): readonly Condition[] => {
    if (typeof place === 'string') return [];
    if (place.put === 'when') return [place.when, ...conditionsOf(place.text), ...conditionsOf(place.otherwise)];
    return place.put === 'list' ? place.items.flatMap(([when, item]) => [when, ...conditionsOf(item)]) : [];
  });
}

function toldIn(condition: Condition): readonly Told[] {
  if ('told' in condition) return [condition.told];
  if ('all' in condition) return condition.all.flatMap(toldIn);
  if ('any' in condition) return condition.any.flatMap(toldIn);
  return 'not' in condition ? toldIn(condition.not) : [];
}

function toldOf({ variants }: Sentence): readonly Told[] {
  const conditions = variants.flatMap((variant) => [
    ...(variant.when ? [variant.when] : []),
    ...('text' in variant ? conditionsOf(variant.text) : []),
  ]);
  return [...new Set(conditions.flatMap(toldIn))];
}

function* product<T>(choices: readonly (readonly T[])[]): Generator<readonly T[]> {
  const [first, ...rest] = choices;
  if (!first) yield [];
  else for (const one of first) for (const others of product(rest)) yield [one, ...others];
}

/** What is decided on, and the earlier figures where the sentence compares with them. */
interface Given {
  readonly facts: Facts;
  readonly before: Facts | null;
}

/** Sentences that compare are tried with every earlier figure as well, in one period, and with none. */
function* givenFor(sentence: Sentence): Generator<Given> {
  const variants = sentence.variants.filter(({ when }) => when && asksSince(when));
  for (const facts of factsFor(sentence)) {
    yield { facts, before: null };
    if (variants.length === 0 || facts.period !== PERIODS[0]) continue;
    for (const before of factsFor({ ...sentence, variants })) {
      if (before.period === PERIODS[0]) yield { facts: trendFacts(facts, before), before };
    }
  }
}

function* factsFor(sentence: Sentence): Generator<Facts> {
  const operands = [...new Set(sentenceOperands(sentence))];
  const told = toldOf(sentence);
  const values = operands.map((operand) => valuesOf(operand, sentence, operands.length > 5));
  for (const numbers of product(values)) {
    const decimals = new Map(operands.map((operand, index) => [String(operand), decimalOf(numbers[index] ?? null)]));
    for (const answers of product(told.map(() => [true, false]))) {
      // Only what was carried over can be included.
      if (answers[told.indexOf('carriedOverIncluded')] && !decimals.get('K')?.digits) continue;
      for (const period of operands.length > 5 ? PERIODS.slice(0, 1) : PERIODS) {
        yield {
          figure: (key) => decimals.get(key) ?? null,
          state: (key) => (decimals.get(key) ? 'filled' : 'blank'),
          input: (key) => decimals.get(key) ?? null,
          told: (what) => answers[told.indexOf(what)] ?? false,
          period,
        };
      }
    }
  }
}

function decimalOf(value: number | null): Decimal | null {
  if (value === null) return null;
  return Number.isInteger(value) ? whole(value) : { digits: Math.round(value * 100), decimals: 2 };
}

const INPUTS = {
  huyen: 'huyện Hoằng Hóa',
  tinh: 'tỉnh Thanh Hóa',
  chotso: '31/5/2024',
  'nhap.thungansach': '8,8 tỷ đồng',
  'kh.so': '01',
  'kh.ngay': '02/01/2024',
  'cv.loai': 'Công văn',
  'cv.so': '12/UBND-NV',
  'cv.ngay': '20/5/2024',
  'cv.coquan': 'UBND huyện Hoằng Hóa',
  'cv.trichyeu': 'báo cáo CCHC',
} as const;
const LAST_YEAR = annexGrid({ name: '6T2023', period: '6 tháng đầu năm 2023' });
const situation = situationWorkbook({ inputs: INPUTS });
const analysis = analyze({ ...situation, sheets: [...situation.sheets, LAST_YEAR] });

/** What no sentence may hold, whatever the figures. */
const FAULTS: readonly (readonly [string, RegExp])[] = [
  ['a zero', /(?<![\d.,/])0+(?![\d.,/])/u],
  ['a share above 100', /(?<!tăng |[\d.,])(?:1\d[1-9]|1[1-9]\d|[2-9]\d\d)(?:,\d+)?%/],
  ['a negative number', /[−-]\s?\d/],
  ['two spaces', / {2}/],
  ['a stray sign', /[;,:(]\s*[;,.)]|\s[;,.]/],
  ['an empty list', /trong đó: ?[.;]/],
  ['something unfilled', /undefined|null|\{|\}|NaN|…/],
  ['no end', /[^.:]$/],
  ['a small letter at the start', /^\p{Ll}/u],
];

describe.each(sentences)('$id', ({ sentence }) => {
  const reached = new Set<number>();
  it('says one thing or gives a reason, and says it well', () => {
    for (const { facts, before } of givenFor(sentence)) {
      const index = sentence.variants.findIndex((one) => one.when === undefined || decides(one.when, facts));
      const variant = sentence.variants[index];
      if (!variant) throw new Error('no variant');
      if (reached.has(index) && !('text' in variant)) continue;
      reached.add(index);
      if (!('text' in variant)) continue;
      const filler = fillerOf(analysis, facts);
      const compared = filler.compared && before && { ...filler.compared, facts: before };
      const text = textOf(fillText(variant.text, { ...filler, facts, compared }, []).parts);
      const said = text.charAt(0).toUpperCase() + text.slice(1);
      for (const [fault, pattern] of FAULTS) expect(pattern.test(said), `${fault}: ${said}`).toBe(false);
    }
  });
  it('has no variant that never comes up, and ends with one for the rest', () => {
    expect([...reached].sort((one, other) => one - other)).toEqual(sentence.variants.map((_one, index) => index));
    expect(sentence.variants[sentence.variants.length - 1]?.when).toBeUndefined();
  });
});

describe('blank, zero and faulty figures', () => {
  const paragraph = (id: string, situation: Situation) => {
    const found = composeNarrative(analyze(situationWorkbook(situation))).paragraphs.find((one) => one.id === id);
    return found ? { text: textOf(found.parts), open: found.open, parts: found.parts } : null;
  };
  it('a blank withholds the sentence and names the row', () => {
    const { text, open } = paragraph('P2', { figures: { '2.3': null } }) ?? {};
    expect(text).toBe('⟦Chưa có số liệu: mục 2.3⟧');
    expect(open?.[0]?.advice).toBe('Ghi số liệu vào mục 2.3.');
  });
  it('a word that nobody has typed is asked for by the line of “Thông tin báo cáo” that takes it', () => {
    const { text, open } = paragraph('P0', { inputs: {} }) ?? {};
    expect(text).toContain('⟦Cần ghi: ngày chốt số liệu⟧');
    expect(open?.map(({ advice }) => advice)).toContain(
      'Ghi vào dòng “Số liệu tính đến ngày” của “Thông tin báo cáo”.',
    );
  });
  // A spreadsheet makes 1 of "01" as it is typed.
  it.each([1, '01', '1/KH-UBND', '01 /KH-UBND'])('plan number %s is written 01/KH-UBND', (typed) => {
    const { text } = paragraph('P0', { inputs: { ...INPUTS, 'cv.so': '', 'kh.so': typed } }) ?? {};
    expect(text).toContain('Kế hoạch số 01/KH-UBND ngày');
  });
  it('a row without a code of its own is named by its words', () => {
    expect(paragraph('P3.3.2', { figures: { '3.3.2.b': null } })?.text).toContain(
      '⟦Chưa có số liệu: dòng “Trả qua BCCI” của mục 3.3.2⟧',
    );
  });
  it.each([
    ['2.1', -1],
    ['2.1', 1.5],
    ['2.1', 'ba'],
    ['1.5', 3],
  ] as const)('%s = %s is not written', (key, value) => {
    const id = key === '2.1' ? 'P2' : 'P1.5';
    expect(paragraph(id, { figures: { [key]: value } })?.text).toContain(`⟦Chưa dùng được số liệu: mục ${key}⟧`);
  });
  it('a figure under an error is marked, and so is what is computed from it', () => {
    const { text } = paragraph('P3.3.1', { figures: { '3.3.1.a': 45 } }) ?? {};
    expect(text).toContain('là ⟦⚠ 494⟧\u00A0hồ sơ');
    expect(text).toContain('đạt ⟦⚠ 90,69%⟧');
    expect(text).toContain('trực tuyến 448\u00A0hồ sơ');
  });
  it('what the annex cannot tell is asked, and written once it is answered', () => {
    const none = { '3.3.3': 0, '3.3.4': 0 } as const;
    expect(paragraph('P3.3.34', { figures: none })?.text).toBe('⟦Cần xác nhận: mục 3.3.3 và 3.3.4 đều bằng 0⟧');
    expect(paragraph('P3.3.34', { figures: none, inputs: { 'xn.datdai': 'Có' } })?.text).toBe(
      'Trong kỳ không phát sinh hồ sơ TTHC thuộc lĩnh vực đất đai, xây dựng.',
    );
  });
  it('an input without a figure says nothing', () => {
    expect(paragraph('P.pakn', {})).toBeNull();
    expect(paragraph('P.pakn', { inputs: { 'nhap.pakn': 0 } })?.text).toBe(
      'Trong kỳ không phát sinh phản ánh, kiến nghị (PAKN) của cá nhân, tổ chức về quy định hành chính.',
    );
  });
  it('zero-padding can be turned off', () => {
    expect(paragraph('P3.5', {})?.text).toContain('04\u00A0trường hợp');
    expect(paragraph('P3.5', { inputs: { themso0: 'Không' } })?.text).toContain('đối với 4\u00A0trường hợp');
  });
  it('tokens know their cells and their formula', () => {
    const rate = paragraph('P3.3.1', {})?.parts.find((part) => typeof part !== 'string' && part.text === '90,69%');
    expect(rate).toMatchObject({ source: '(3.3.1.c + 3.3.1.d) / 3.3.1', value: 90.69 });
    const cells = typeof rate === 'object' ? rate.cells.map(({ row, column }) => [row, column]) : [];
    expect(cells).toEqual([
      [47, 3],
      [48, 3],
      [44, 3],
    ]);
  });
});

describe('words of the time and place', () => {
  const said = (situation: Situation) =>
    composeNarrative(analyze(situationWorkbook(situation)))
      .paragraphs.map((one) => textOf(one.parts))
      .join('\n');
  it('before 01/7/2025 there is a district', () => {
    const text = said({ inputs: { huyen: 'thị xã Nghi Sơn', tinh: 'Thanh Hóa' } });
    expect(text).toContain('được UBND thị xã Nghi Sơn, Chủ tịch UBND thị xã giao');
    expect(text).toContain('từ tỉnh, thị xã đến xã');
    expect(text).toContain('Cổng dịch vụ công của tỉnh');
  });
  it('afterwards the province is next', () => {
    const inputs = { unit: 'UBND phường Điện Biên Phủ', hoaloai: 'Có', tinh: 'Hà Nội', 'xn.diagioi': 'Có' } as const;
    const text = said({ period: 'năm 2025', inputs, figures: { '7.1': 1 } });
    expect(text).toContain('(UBND) Phường Điện Biên Phủ');
    expect(text).toContain('được UBND thành phố Hà Nội, Chủ tịch UBND thành phố giao');
    expect(text).toContain('Cổng Dịch vụ công quốc gia');
    expect(text).toContain('còn 19\u00A0nhiệm vụ chưa hoàn thành');
    expect(text).not.toMatch(/huyện|tiếp tục triển khai/);
  });
  it('nothing is invented about an unknown superior', () => {
    expect(said({})).toContain('UBND xã được cấp trên giao');
  });
  it('each abbreviation is spelt out once, at its first use', () => {
    const text = said({ inputs: { 'nhap.pakn': 3 } });
    for (const short of ['UBND', 'CCHC', 'HĐND', 'VBQPPL', 'TTHC', 'BCCI', 'PAKN']) {
      expect(text.split(`(${short})`).length, short).toBe(2);
      const first = new RegExp(`(?<![/-])${short}`).exec(text.replace(/^.*ĐIỀU HÀNH.*$|^Về.*$/gm, ''));
      expect(first?.input.charAt(first.index - 1), short).toBe('(');
    }
  });
  it('the period leads one sentence under a heading', () => {
    const figures = { '3.3.3': 0, '3.3.4': 0, '3.5': 0 } as const;
    const section = said({ figures, inputs: { 'xn.datdai': 'Có', L: 0 } }).split('Kết quả giải quyết thủ tục')[1];
    expect(section?.split('Công khai')[0]?.match(/^Trong kỳ|\. Trong kỳ/gm)?.length).toBe(1);
  });
});
