// Sentences that compare with an earlier period: what they say, where their numbers come from, when nothing is said.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Analysis,
  analyze,
  composeNarrative,
  formulaOfToken,
  type InfoKey,
  type Key,
  type NumberToken,
  type PlannedParagraph,
  planInfoForm,
  planNarrative,
  reportText,
  textOf,
  type Workbook,
} from '../../core/index.ts';
import { type Annex, annexGrid, fileOf, withColumn } from './periods.ts';
import { gridOfTable, workbookOf } from './workbooks.ts';

type Figures = Partial<Record<Key, number | null>>;

const LAST_YEAR = '6 tháng đầu năm 2023';

/** The annex of 6 tháng đầu năm 2024 beside that of another period on a second sheet. */
function sideBySide(now: Figures, before: Annex): Workbook {
  return workbookOf(annexGrid({ figures: now }), annexGrid({ name: 'Kỳ so sánh', period: LAST_YEAR, ...before }));
}

const TREND = /[^.]*(?:So với|so với|bằng (?:cùng kỳ|quý|6 tháng))[^.]*\./gu;

/** The comparing sentences of the whole report. */
function trends(analysis: Analysis): string {
  const text = composeNarrative(analysis)
    .paragraphs.map((one) => textOf(one.parts))
    .join('\n')
    .replaceAll('\u00A0', ' ');
  return (text.match(TREND) ?? []).map((sentence) => sentence.trim()).join(' ');
}

function tokens(analysis: Analysis): readonly NumberToken[] {
  return composeNarrative(analysis).paragraphs.flatMap(({ parts }) =>
    parts.flatMap((part) => (typeof part === 'string' || !part.source.includes('before:') ? [] : [part])),
  );
}

/** Received in the four ways, the online ones as c. */
function received(direct: number, online: number): Figures {
  return { '3.3.1': direct + online, '3.3.1.a': direct, '3.3.1.b': 0, '3.3.1.c': online, '3.3.1.d': 0 };
}

const PAIRS: readonly (readonly [string, Figures, Figures])[] = [
  ['412 → 494, trực tuyến 85% → 91%', received(62, 350), received(44, 450)],
  ['500 → 400, trực tuyến 90% → 80%', received(50, 450), received(80, 320)],
  ['400 → 400, trực tuyến 80% → 80%', received(80, 320), received(80, 320)],
  ['300 → 302, tỷ lệ bằng nhau 50%', received(150, 150), received(151, 151)],
  ['0 → 12: không có tỷ lệ', received(0, 0), received(4, 8)],
  ['12 → 0: không có câu', received(4, 8), received(0, 0)],
  ['30.000 → 30.001: tỷ lệ làm tròn bằng 0 thì bỏ', received(15_000, 15_000), received(15_000, 15_001)],
  ['1.000 → 1.004', received(500, 500), received(502, 502)],
  ['2 → 6: tăng hơn 100%', received(1, 1), received(3, 3)],
  ['kỳ trước để trống', { ...received(1, 1), '3.3.1': null }, received(3, 3)],
  ['kỳ trước ghi số lẻ', { ...received(1, 1), '3.3.1': 2.5 }, received(3, 3)],
  ['kỳ trước trực tuyến nhiều hơn tổng', { ...received(1, 3), '3.3.1': 2 }, received(3, 3)],
];

it('says these sentences, as the table shows', async () => {
  const rows = PAIRS.map(
    ([name, before, now]) => `| ${name} | ${trends(analyze(sideBySide(now, { figures: before })))} |`,
  );
  const page = [
    '# Câu so sánh với cùng kỳ năm trước',
    '',
    'Kỳ này: 6 tháng đầu năm 2024; kỳ so sánh: 6 tháng đầu năm 2023. Số hồ sơ tiếp nhận (mục 3.3.1) và phần trực tuyến.',
    '',
    '| Kỳ trước → kỳ này | Câu viết ra |',
    '|---|---|',
    ...rows,
    '',
  ].join('\n');
  await expect(page).toMatchFileSnapshot('../sheets/hai-ky/cau-so-sanh.md');
});

it('the whole text of a commune with the same months a year before', async () => {
  const workbook = sideBySide({ '3.3.1.a': 41 }, { figures: received(62, 350) });
  const plan = planNarrative(analyze(workbook), workbook);
  await expect(plan && reportText(plan)).toMatchFileSnapshot('../sheets/hai-ky/loi-van.txt');
});

describe('on-time dossiers', () => {
  const sheets = (typed: number | null, typedBefore: number | null) => {
    const info = (L: number | null) => gridOfTable(planInfoForm(L === null ? {} : ({ L } as Record<InfoKey, number>)));
    const now = { figures: { '3.3.2': 490 } };
    const workbook = workbookOf(annexGrid(now), info(typed));
    const previous = fileOf(
      { period: LAST_YEAR, figures: { '3.3.2': 380 } },
      typedBefore === null ? null : { L: typedBefore },
    );
    return trends(analyze(workbook, { previous }));
  };
  it('their rate where both periods say how many were late', () => {
    expect(sheets(4, 20)).toContain(
      'Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn tăng 4,19 điểm phần trăm so với cùng kỳ năm trước.',
    );
  });
  it.each([
    [null, 20],
    [4, null],
  ])('nothing where one does not: %s, %s', (now, before) => {
    expect(sheets(now, before)).not.toContain('trước hạn');
  });
});

it('what it says of any two periods is what both annexes give', () => {
  const count = fc.integer({ min: 0, max: 3000 });
  const ways = fc.tuple(count, count).map(([direct, online]) => received(direct, online));
  fc.assert(
    fc.property(ways, ways, (now, before) => {
      const workbook = sideBySide(now, { figures: before });
      const plan = planNarrative(analyze(workbook), workbook);
      const narrative = (plan?.paragraphs ?? []).map(({ text }) => text.replaceAll(/⟦⚠ |⟧/g, ''));
      const compared = analyze(workbook, { narrative });
      const changes = compared.claims?.filter(({ quote }) => /(?:tăng|giảm) [\d.,]+/.test(quote)) ?? [];
      expect(changes.filter(({ outcome }) => outcome !== 'agrees')).toEqual([]);
      expect(changes.length).toBeGreaterThanOrEqual(now['3.3.1'] === before['3.3.1'] || now['3.3.1'] === 0 ? 0 : 1);
      expect(compared.findings.filter(({ rule }) => rule === 'text-change-not-reproducible')).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

describe('which period', () => {
  const now = annexGrid();
  const earlier = (annex: Annex) =>
    workbookOf(now, annexGrid({ name: 'Trước', figures: received(100, 300), ...annex }));
  it('a quarter beside the quarter before', () => {
    const quarters = workbookOf(
      annexGrid({ period: 'quý II năm 2024' }),
      annexGrid({ name: 'Quý I', period: 'quý I năm 2024', figures: received(100, 300) }),
    );
    expect(trends(analyze(quarters))).toContain(
      'So với quý I năm 2024, số hồ sơ tiếp nhận tăng 94 hồ sơ (tăng 23,5%).',
    );
  });
  it('not a quarter inside the half-year: its dossiers are in it', () => {
    expect(trends(analyze(earlier({ period: 'quý I năm 2024' })))).toBe('');
  });
  it('the year before comes before the quarter', () => {
    const workbook = workbookOf(
      annexGrid({ period: 'quý II năm 2024' }),
      annexGrid({ name: 'Quý I', period: 'quý I năm 2024', figures: received(100, 300) }),
      annexGrid({ name: 'Năm trước', period: 'quý II năm 2023', figures: received(4, 490) }),
    );
    expect(trends(analyze(workbook))).toContain('Số hồ sơ tiếp nhận bằng cùng kỳ năm trước.');
  });
  it('not across the merger of 01/7/2025', () => {
    const workbook = workbookOf(
      annexGrid({ period: 'năm 2025' }),
      annexGrid({ name: '2024', period: 'năm 2024', figures: received(100, 300) }),
    );
    expect(analyze(workbook).previous?.yearBefore?.label).toBe('năm 2024');
    expect(trends(analyze(workbook))).toBe('');
  });
  it('again when both lie behind it, in the terms of the two tiers', () => {
    const workbook = workbookOf(
      annexGrid({ period: 'năm 2027' }),
      annexGrid({ name: '2026', period: 'năm 2026', figures: received(100, 300) }),
    );
    const text = reportText(
      planNarrative(analyze(workbook), workbook) ?? {
        paragraphs: [] as never,
        counts: {} as never,
        draft: false,
        change: {} as never,
      },
    );
    expect(text).toContain('So với cùng kỳ năm trước');
    expect(text).not.toMatch(/huyện/);
  });
  it('none known, nothing said', () => {
    expect(trends(analyze(workbookOf(now)))).toBe('');
  });
});

describe('where a number comes from', () => {
  const formulas = (analysis: Analysis) =>
    tokens(analysis).map((token) => [token.source, token.text, formulaOfToken(token, analysis)]);
  it('both figures, the later first in a rise and the earlier first in a fall', () => {
    expect(formulas(analyze(sideBySide(received(44, 450), { figures: received(62, 350) })))).toEqual([
      ['3.3.1 − before:3.3.1', '82', '494 − 412'],
      ['(3.3.1 − before:3.3.1) / before:3.3.1', '19,9%', '(494 − 412) : 412'],
      [
        '(3.3.1.c + 3.3.1.d) / 3.3.1 − (before:3.3.1.c + before:3.3.1.d) / before:3.3.1',
        '6,14',
        '(450 + 0) : 494 − (350 + 0) : 412',
      ],
    ]);
    const [fall] = formulas(analyze(sideBySide(received(62, 350), { figures: received(44, 450) })));
    expect(fall).toEqual(['before:3.3.1 − 3.3.1', '82', '494 − 412']);
  });
  it('cells of another sheet can be gone to', () => {
    const [first] = tokens(analyze(sideBySide(received(44, 450), { figures: received(62, 350) })));
    expect(first?.cells.map(({ sheet }) => sheet)).toEqual(['Phụ lục 01b', 'Kỳ so sánh']);
    expect(first?.inFile).toBeUndefined();
  });
  it('cells of another column too', () => {
    const workbook = workbookOf(withColumn({}, 'Cùng kỳ năm 2023', { ...received(62, 350) }));
    const [first] = tokens(analyze(workbook));
    expect(first?.cells.map(({ column }) => column)).toEqual([3, 4]);
  });
  it('cells of another file are named', () => {
    const analysis = analyze(workbookOf(annexGrid()), {
      previous: fileOf({ period: LAST_YEAR, figures: received(62, 350) }),
    });
    const [first] = tokens(analysis);
    expect(first?.cells.map(({ sheet }) => sheet)).toEqual(['Phụ lục 01b']);
    expect(first?.inFile).toEqual(['ô D45 của “Phụ lục 01b”, tệp “ky-truoc.xlsx”']);
  });
});

describe('written again', () => {
  const EDITED = 'Xã tiếp nhận tăng 82 hồ sơ, tương đương 19,9%, so với cùng kỳ năm trước; phần lớn là trực tuyến.';
  const written = (workbook: Workbook, text: string | null): Workbook => {
    const plan = planNarrative(analyze(workbook), workbook);
    if (!plan) throw new Error('no plan');
    const grid = gridOfTable(plan.change);
    const cells = grid.cells.map((row) =>
      row.map((cell, column) => (text && row[5] === 'P3.3.1' && column === 1 ? text : cell)),
    );
    return { ...workbook, sheets: [...workbook.sheets, { ...grid, cells }] };
  };
  const withSheet = (workbook: Workbook, before: Workbook): Workbook => ({
    ...workbook,
    sheets: [...workbook.sheets, ...before.sheets.filter(({ name }) => name === 'Lời văn báo cáo')],
  });
  const paragraph = (workbook: Workbook): PlannedParagraph | undefined =>
    planNarrative(analyze(workbook), workbook)?.paragraphs.find(({ id }) => id === 'P3.3.1');
  const first = sideBySide(received(44, 450), { figures: received(62, 350) });
  const later = sideBySide(received(44, 450), { figures: received(52, 350) });

  it('keeps the official’s wording and renews the change', () => {
    const again = paragraph(withSheet(later, written(first, EDITED)));
    expect(again?.state).toBe('kept');
    expect(again?.text).toBe(
      'Xã tiếp nhận tăng 92 hồ sơ, tương đương 22,89%, so với cùng kỳ năm trước; phần lớn là trực tuyến.',
    );
  });
  it('a rise that has become a fall is another statement: the official chooses', () => {
    const fallen = sideBySide(received(44, 450), { figures: received(62, 450) });
    expect(paragraph(withSheet(fallen, written(first, EDITED)))).toMatchObject({ state: 'conflict', text: EDITED });
  });
  it('an earlier figure that has changed makes the paragraph outdated, and is named', () => {
    const stale = analyze(withSheet(later, written(first, null))).findings.filter(({ rule }) => rule === 'text-stale');
    expect(stale.map(({ message }) => message)).toEqual([
      'Đoạn P3.3.1 ở trang tính “Lời văn báo cáo” (ô B27) soạn từ số liệu cũ: mục 3.3.1 của cùng kỳ năm trước (ô D45 của “Kỳ so sánh”) 412 → 402.',
    ]);
  });
  it('without the file that was given then nothing is outdated', () => {
    const alone = workbookOf(annexGrid({ figures: received(44, 450) }));
    const stale = analyze(withSheet(alone, written(first, null))).findings.filter(({ rule }) => rule === 'text-stale');
    expect(stale).toEqual([]);
  });
});
