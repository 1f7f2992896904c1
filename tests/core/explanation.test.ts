// Reasons that officials give: what they explain, for how long, and what is said when they no longer hold.
import { describe, expect, it } from 'vitest';
import {
  type Analysis,
  analyze,
  type Cell,
  composeNarrative,
  type Finding,
  isReason,
  type Key,
  planCheck,
  planCheckReport,
  planMarks,
  planReason,
  presetsFor,
  type Situation,
  textOf,
  type Workbook,
} from '../../core/index.ts';
import { memoryHost } from '../hosts/memory.ts';
import { situationWorkbook } from './workbooks.ts';

const ANNEX = 'Phụ lục 01b';
const CHECK = 'Phiếu kiểm tra số liệu';
const REASON = 'Gồm 4 hồ sơ kỳ trước chuyển sang';
const SPLIT = { figures: { '3.3.1.a': 45 } } as const;
const RECEIVED = 'received-parts-differ-from-total';
const NOTE_COLUMN = 4;
const REASON_COLUMN = 7;

/** The workbook after changes that a host carried out. */
function applied(workbook: Workbook, changes: ReturnType<typeof planCheck>): Workbook {
  const host = memoryHost(workbook);
  expect(host.apply(changes)).toEqual({ applied: true });
  return host.readWorkbook() as Workbook;
}

function typed(workbook: Workbook, sheet: string, row: number, column: number, to: Cell): Workbook {
  const from = workbook.sheets.find(({ name }) => name === sheet)?.cells[row]?.[column] ?? null;
  return applied(workbook, [{ kind: 'cell', sheet, at: { row, column }, from, to }]);
}

function rowOf(workbook: Workbook, key: Key): number {
  return analyze(workbook).layout?.rows.get(key)?.valueRow ?? -1;
}

function withFigure(workbook: Workbook, key: Key, to: Cell): Workbook {
  return typed(workbook, ANNEX, rowOf(workbook, key), 3, to);
}

function withNote(workbook: Workbook, key: Key, note: string): Workbook {
  return typed(workbook, ANNEX, rowOf(workbook, key), NOTE_COLUMN, note);
}

function checked(workbook: Workbook): Workbook {
  return applied(workbook, planCheck(analyze(workbook), workbook));
}

function findingOf(analysis: Analysis, rule: string): Finding {
  const finding = analysis.findings.find((one) => one.rule === rule);
  if (!finding) throw new Error(`no ${rule}`);
  return finding;
}

function gave(workbook: Workbook, rule: string, text: string, inNote = false): Workbook {
  const analysis = analyze(workbook);
  return applied(workbook, planReason(analysis, workbook, findingOf(analysis, rule), { text, inNote, preset: null }));
}

function cellsOf(workbook: Workbook, rule: string): readonly Cell[] {
  const sheet = workbook.sheets.find(({ name }) => name === CHECK);
  return sheet?.cells.find((row) => String(row[8]).startsWith(rule)) ?? [];
}

function typedReason(workbook: Workbook, rule: string, text: Cell): Workbook {
  const sheet = workbook.sheets.find(({ name }) => name === CHECK);
  const row = sheet?.cells.findIndex((cells) => String(cells[8]).startsWith(rule)) ?? -1;
  return typed(workbook, CHECK, row, REASON_COLUMN, text);
}

const split = (situation: Situation = SPLIT) => situationWorkbook(situation);

describe('a reason', () => {
  it('in “Giải trình” explains its finding, which is then no error and not marked', () => {
    const book = typedReason(checked(split()), RECEIVED, REASON);
    const analysis = analyze(book);
    const source = `${CHECK}!H7`;
    expect(findingOf(analysis, RECEIVED).explained).toEqual({ reason: REASON, source });
    expect(analysis.summary).toMatchObject({ errors: 0, warnings: 0, infos: 0, explained: 1 });
    expect(planMarks(analysis)?.cells).toEqual({ error: [], warning: [], info: [] });
    expect(analyze(split()).summary).toMatchObject({ errors: 1, explained: 0 });
  });

  it('in the row’s “Ghi chú” after “Giải trình:” does as well, and is copied to the sheet', () => {
    const book = withNote(split(), '3.3.1', `Số tính đến 31/5. giai trinh:  ${REASON}`);
    expect(findingOf(analyze(book), RECEIVED).explained?.source).toBe(`${ANNEX}!E45`);
    const after = checked(book);
    expect(cellsOf(after, RECEIVED)[REASON_COLUMN]).toBe(REASON);
    expect(findingOf(analyze(after), RECEIVED).explained?.source).toBe(`${CHECK}!H7`);
  });

  it('of fewer than ten characters is none', () => {
    expect([isReason('đúng rồi ạ'), isReason('đúng rồi')]).toEqual([true, false]);
    const finding = findingOf(analyze(typedReason(checked(split()), RECEIVED, 'đúng rồi')), RECEIVED);
    expect(finding.explained).toBeNull();
    expect(finding.hint).toContain('Giải trình này quá ngắn: cần ít nhất 10 ký tự.');
  });

  it('takes the warning sign off the numbers of the draft', () => {
    const text = (book: Workbook) =>
      composeNarrative(analyze(book))
        .paragraphs.map(({ parts }) => textOf(parts))
        .join();
    expect(text(split())).toContain('⟦⚠');
    expect(text(gave(split(), RECEIVED, REASON))).not.toContain('⟦⚠');
  });

  it('of a finding on the sheet’s form holds too, until the text changes', () => {
    const book = gave(split({ figures: { '3.5': 'không rõ' } }), 'not-a-number', 'Chưa có số liệu của bưu điện');
    expect(analyze(book).summary).toMatchObject({ errors: 0, explained: 1 });
    const after = analyze(withFigure(book, '3.5', 'chưa rõ'));
    expect(findingOf(after, 'not-a-number').hint).toContain('(ô D61: “không rõ” → “chưa rõ”)');
  });
});

describe('a note, which names no rule', () => {
  const both = { figures: { '3.3.2': 520, '3.3.2.a': 45 } } as const;
  const onRow = (book: Workbook) =>
    analyze(book)
      .findings.filter(({ key }) => key === '3.3.2')
      .map(({ rule, explained }) => [rule, explained !== null]);

  it('explains every finding on its row’s figures', () => {
    expect(onRow(withNote(split(both), '3.3.2', `Giải trình: ${REASON}`))).toEqual([
      ['ontime-parts-differ-from-total', true],
      ['ontime-above-received', true],
    ]);
  });
  it('explains only the finding that its words were saved for', () => {
    const book = gave(split(both), 'ontime-parts-differ-from-total', `${REASON}.`, true);
    expect(book.sheets[0]?.cells[rowOf(book, '3.3.2')]?.[NOTE_COLUMN]).toBe(`Giải trình: ${REASON}.`);
    const one = [
      ['ontime-parts-differ-from-total', true],
      ['ontime-above-received', false],
    ];
    expect(onRow(book)).toEqual(one);
    expect(onRow(checked(book))).toEqual(one);
    // Other words on the sheet do not make the old ones in the note a reason of their own.
    const reworded = checked(typedReason(book, 'ontime-parts', 'Bốn dòng gồm hồ sơ quá hạn'));
    expect(onRow(reworded)).toEqual(one);
    const second = gave(reworded, 'ontime-above-received', 'Gồm 26 hồ sơ năm 2023 chuyển sang', true);
    expect(onRow(second).map(([, explained]) => explained)).toEqual([true, true]);
    expect(second.sheets[0]?.cells[rowOf(second, '3.3.2')]?.[NOTE_COLUMN]).toBe(
      `Giải trình: ${REASON}.\nGiải trình: Gồm 26 hồ sơ năm 2023 chuyển sang`,
    );
  });
  it('does not excuse an unreadable cell beside a sum that does not add up', () => {
    const book = split({ figures: { '3.3.1.a': 45, '3.3.1': '494' } });
    const analysis = analyze(withNote(book, '3.3.1', `Giải trình: ${REASON}`));
    expect(analysis.findings.map(({ rule, explained }) => [rule, explained !== null])).toEqual([
      ['number-stored-as-text', false],
      [RECEIVED, true],
    ]);
  });
  it('new words in it renew a reason that has expired', () => {
    const book = withFigure(checked(withNote(split(), '3.3.1', `Giải trình: ${REASON}`)), '3.3.1.b', 8);
    expect(findingOf(analyze(book), RECEIVED).explained).toBeNull();
    const after = checked(withNote(book, '3.3.1', 'Giải trình: Gồm 7 hồ sơ kỳ trước chuyển sang'));
    expect(cellsOf(after, RECEIVED)[REASON_COLUMN]).toBe('Gồm 7 hồ sơ kỳ trước chuyển sang');
    expect(analyze(after).summary).toMatchObject({ errors: 0, explained: 1 });
  });
});

describe('a changed figure', () => {
  it('expires the reason, says which, and leaves its words', () => {
    const book = withFigure(gave(split(), RECEIVED, REASON), '3.3.1.b', 6);
    for (const one of [book, checked(book), checked(checked(book))]) {
      const finding = findingOf(analyze(one), RECEIVED);
      expect(finding.explained).toBeNull();
      expect(finding.hint).toMatch(
        /^Đã giải trình “Gồm 4 .*”\. Giải trình này cho số cũ \(ô D47: 5 → 6\)\. Xem lại\. /,
      );
      expect(cellsOf(one, RECEIVED)[REASON_COLUMN]).toBe(REASON);
    }
  });
  it('and changed back, the reason holds again', () => {
    const book = checked(withFigure(gave(split(), RECEIVED, REASON), '3.3.1.b', 6));
    expect(analyze(withFigure(book, '3.3.1.b', 5)).summary.explained).toBe(1);
  });
  it('typed by hand, a reason is bound at the first rewriting of the sheet', () => {
    const before = typedReason(checked(split()), RECEIVED, REASON);
    expect(analyze(withFigure(before, '3.3.1.b', 6)).summary.explained).toBe(1);
    expect(analyze(withFigure(checked(before), '3.3.1.b', 6)).summary.explained).toBe(0);
  });
  it('saved again, or in other words, the reason is of the new figures', () => {
    const book = checked(withFigure(gave(split(), RECEIVED, REASON), '3.3.1.b', 6));
    const again = gave(book, RECEIVED, REASON);
    expect(findingOf(analyze(again), RECEIVED)).toMatchObject({ explained: { reason: REASON } });
    expect(String(cellsOf(again, RECEIVED)[5])).not.toContain('Giải trình này cho số cũ');
    expect(analyze(typedReason(book, RECEIVED, 'Gồm 5 hồ sơ kỳ trước chuyển sang')).summary.explained).toBe(1);
  });
  it('in another row changes nothing, nor do rows that move', () => {
    const book = gave(split(), RECEIVED, REASON);
    expect(analyze(withFigure(book, '1.1.3', 9)).summary.explained).toBe(1);
    const [annex, ...others] = book.sheets;
    if (!annex) throw new Error('no annex');
    const down = { ...annex, cells: [[], ...annex.cells], texts: [[], ...annex.texts] };
    expect(analyze({ ...book, sheets: [down, ...others] }).summary.explained).toBe(1);
  });
  it('that was typed in “Thông tin báo cáo” counts, one typed there later does not', () => {
    const above = { figures: { '3.3.2': 520 }, inputs: { L: 1 } } as const;
    const rule = 'ontime-above-received';
    const book = gave(split(above), rule, 'Gồm hồ sơ của năm trước chuyển sang');
    const cell = analyze(book).inputs.cells.get('K');
    if (!cell) throw new Error('no K');
    const later = typed(book, cell.sheet, cell.row, cell.column, 3);
    expect(findingOf(analyze(later), rule).explained).not.toBeNull();
    const bound = gave(later, rule, 'Gồm hồ sơ của năm 2023 chuyển sang');
    expect(findingOf(analyze(typed(bound, cell.sheet, cell.row, cell.column, 5)), rule).hint).toContain(
      'của “Thông tin báo cáo”: 3 → 5)',
    );
    expect(findingOf(analyze(typed(bound, cell.sheet, cell.row, cell.column, null)), rule).hint).toContain(
      '(Hồ sơ kỳ trước chuyển sang: 3 → trống)',
    );
  });
});

describe('what is found about a text', () => {
  const narrative = ['Tổng số hồ sơ đã tiếp nhận là 490 hồ sơ.'];
  const onText = (book: Workbook) => analyze(book, { narrative });
  it('is explained on the sheet, as long as the text and its finding are the same', () => {
    const book = split({});
    const [finding] = onText(book).findings;
    expect(finding?.rule).toBe('text-differs-from-annex');
    const written = applied(book, planCheck(onText(book), book));
    const explained = typedReason(written, 'text-differs-from-annex', 'Chỉ tính hồ sơ của Bộ phận Một cửa');
    expect(onText(explained).summary).toMatchObject({ errors: 0, explained: 1 });
    expect(analyze(explained).unneeded).toHaveLength(1);
    const without = checked(explained);
    expect(onText(without).summary).toMatchObject({ errors: 0, explained: 1 });
    expect(analyze(without, { narrative: ['Tổng số hồ sơ đã tiếp nhận là 480 hồ sơ.'] }).summary.errors).toBe(1);
  });
  it('is not explained by a note', () => {
    expect(onText(withNote(split({}), '3.3.1', `Giải trình: ${REASON}`)).summary.errors).toBe(1);
  });
});

describe('the sheet', () => {
  it('tells counts, unit, period, rules and fingerprint, and which reasons are no longer needed', () => {
    const book = gave(split(), RECEIVED, REASON);
    const head = planCheckReport(analyze(book), book)
      ?.rows.slice(0, 4)
      .map(({ cells }) => cells[0]);
    expect(head?.[2]).toMatch(/^Kết quả: 0 lỗi, 0 cảnh báo, 0 gợi ý chưa giải trình; 1 mục đã giải trình\. /);
    expect(head?.[1]).toContain('UBND xã Hoằng Hợp. Kỳ báo cáo: 6 tháng đầu năm 2024');
    expect(head?.[3]).toMatch(/bộ quy tắc 2026\.11; mã đối chiếu số liệu [0-9a-f]{16}\.$/);
    const right = checked(withFigure(book, '3.3.1.a', 41));
    expect(analyze(right).unneeded).toEqual([{ reason: REASON, source: expect.stringContaining(CHECK) }]);
    const sheet = right.sheets.find(({ name }) => name === CHECK)?.cells ?? [];
    expect(sheet.at(-1)?.[REASON_COLUMN]).toBe(REASON);
    // The fault comes back as it was: so does its reason.
    expect(analyze(withFigure(right, '3.3.1.a', 45)).summary.explained).toBe(1);
  });
  it('tells whether the figures are still those that were checked', () => {
    expect(analyze(split()).reported).toBeNull();
    const book = checked(split());
    expect(analyze(book).reported).toBe('same');
    expect(analyze(withFigure(book, '1.1.3', 9)).reported).toBe('changed');
    expect(analyze(checked(withFigure(book, '1.1.3', 9))).reported).toBe('same');
  });
  it('says nothing of another annex in the same workbook', () => {
    const book = gave(split(), RECEIVED, REASON);
    const [annex, ...others] = book.sheets;
    if (!annex) throw new Error('no annex');
    const two = { ...book, sheets: [annex, { ...annex, name: 'Quý I' }, ...others] };
    expect(analyze(two).summary).toMatchObject({ errors: 0, explained: 1 });
    const other = analyze(two, { sheet: 'Quý I' });
    expect([other.summary.errors, other.summary.explained, other.reported]).toEqual([1, 0, null]);
    // A sheet that was only given another name is still the one.
    const renamed = { sheets: [{ ...annex, name: 'Biểu 01b' }, ...others], active: 'Biểu 01b' };
    expect(analyze(renamed).summary.explained).toBe(1);
  });
  it.each<[string, Cell]>([
    ['no JSON', '{'],
    ['other JSON', '{"v":1,"of":"x","figures":[]}'],
    ['a prototype', '{"v":1,"of":["a"],"figures":{"__proto__":1,"constructor":null}}'],
    ['a number', 7],
    ['nothing', null],
  ])('tampered with (%s) is no exception: the reason counts as typed by hand', (_what, hidden) => {
    const book = gave(split(), RECEIVED, REASON);
    const row = book.sheets.find(({ name }) => name === CHECK)?.cells.findIndex((cells) => cells[7] === REASON) ?? -1;
    expect(analyze(typed(book, CHECK, row, 9, hidden)).summary.explained).toBe(1);
  });
});

describe('presets', () => {
  const presets = (situation: Situation, rule: string) => presetsFor(findingOf(analyze(split(situation)), rule));
  it('fit the rule and carry the imbalance', () => {
    expect(presets(SPLIT, RECEIVED).map(({ text }) => text)).toEqual([REASON]);
    expect(presets({ figures: { '3.3.2.a': 40 } }, 'ontime-parts-differ-from-total').map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Gồm \d+ hồ sơ kỳ trước chuyển sang$/),
      expect.stringMatching(/^(Bốn dòng gồm )?\d+ hồ sơ/),
    ]);
  });
  it('of carry-over also type K, where it is blank and the words were kept', () => {
    const give = (book: Workbook, text: string) => {
      const analysis = analyze(book);
      const finding = findingOf(analysis, RECEIVED);
      const [preset = null] = presetsFor(finding);
      return planReason(analysis, book, finding, { text, inNote: true, preset });
    };
    const book = split({ ...SPLIT, inputs: { L: 1 } });
    const [report, note, input] = give(book, REASON);
    expect([report?.kind, note, input]).toEqual([
      'table',
      expect.objectContaining({ kind: 'cell', sheet: ANNEX, from: null, to: `Giải trình: ${REASON}` }),
      expect.objectContaining({ kind: 'cell', sheet: 'Thông tin báo cáo', from: null, to: 4 }),
    ]);
    const after = applied(book, give(book, REASON));
    expect(analyze(after).inputs.typed.get('K')?.text).toBe('4');
    expect(findingOf(analyze(after), RECEIVED)).toMatchObject({ severity: 'warning', explained: { reason: REASON } });
    expect(give(book, 'Bốn dòng đếm cả hồ sơ của năm trước')).toHaveLength(2);
    const known = split({ ...SPLIT, inputs: { K: 9 } });
    expect(give(known, REASON)).toHaveLength(2);
    const without = give(split(), REASON);
    expect(without[2]).toMatchObject({ kind: 'table', id: 'report-info', expects: null });
    expect(analyze(applied(split(), without)).inputs.typed.get('K')?.text).toBe('4');
  });
});
