// The sheet "Lời văn báo cáo" through the seasons: written, edited by an official, written again from other figures.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analyze,
  type Cell,
  type Key,
  type NarrativePlan,
  planNarrative,
  planNarrativeSheets,
  reportText,
  type Situation,
  type Workbook,
} from '../../core/index.ts';
import { gridOfTable, situationWorkbook } from './workbooks.ts';

type Rows = Cell[][];

/** The workbook with the sheet as planned, and what the official then does to its rows. */
function written(
  situation: Situation,
  before: Workbook | null = null,
  edit: (rows: Rows) => void = () => {},
): Workbook {
  const fresh = situationWorkbook(situation);
  const own = before?.sheets.filter((sheet) => sheet.name === 'Lời văn báo cáo') ?? [];
  const workbook = { ...fresh, sheets: [...fresh.sheets, ...own] };
  const plan = planned(workbook);
  const grid = gridOfTable(plan.change);
  const cells = grid.cells.map((row) => [...row]);
  edit(cells);
  return { ...fresh, sheets: [...fresh.sheets, { ...grid, cells }] };
}

function planned(workbook: Workbook): NarrativePlan {
  const plan = planNarrative(analyze(workbook), workbook);
  if (!plan) throw new Error('no plan');
  return plan;
}

/** The plan for other figures, the sheet left as it is. */
function replanned(workbook: Workbook, situation: Situation): NarrativePlan {
  const sheets = situationWorkbook(situation).sheets;
  return planned({
    ...workbook,
    sheets: [...sheets, ...workbook.sheets.filter((one) => one.name === 'Lời văn báo cáo')],
  });
}

const rowOf = (rows: Rows, id: string) => rows.find((row) => row[5] === id) ?? [];
const setText = (id: string, text: string | null) => (rows: Rows) => {
  rowOf(rows, id)[1] = text;
};
const setState = (id: string, state: string) => (rows: Rows) => {
  rowOf(rows, id)[3] = state;
};
const paragraph = (plan: NarrativePlan, id: string) => {
  const found = plan.paragraphs.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return { ...found, text: found.text.replace(/\u00A0/g, ' ') };
};

const MORE_DONE: Situation = { figures: { '1.1.2': 29 } };
const EDITED =
  'Năm 2024, xã đề ra 38 nhiệm vụ trong Kế hoạch CCHC; đến nay đã hoàn thành 19 nhiệm vụ, đạt 50% kế hoạch.';

describe('a text nobody edited', () => {
  it('is written anew, and again changes nothing', () => {
    const first = written({});
    const again = planned(first);
    expect(again.counts).toMatchObject({ new: 0, updated: 0, kept: 0 });
    expect(gridOfTable(again.change).cells).toEqual(first.sheets.find((one) => one.name === 'Lời văn báo cáo')?.cells);
  });
  it('gets the new numbers', () => {
    const plan = replanned(written({}), MORE_DONE);
    expect(paragraph(plan, 'P1.1')).toMatchObject({ state: 'updated', note: 'Đã thay số mới' });
    expect(paragraph(plan, 'P1.1').text).toContain('đã hoàn thành 29 nhiệm vụ, đạt 76,32% kế hoạch; còn 09 nhiệm vụ');
    expect(plan.counts).toMatchObject({ updated: 2, kept: 0, review: 0 });
  });
  it('keeps its state when written again without a change', () => {
    const twice = written(MORE_DONE, written({}));
    expect(rowOf(twice.sheets.at(-1)?.cells.map((row) => [...row]) ?? [], 'P1.1')[3]).toBe('Đã thay số mới');
    expect(paragraph(planned(twice), 'P1.1')).toMatchObject({ state: 'unchanged', note: 'Đã thay số mới' });
  });
});

describe('an edited paragraph', () => {
  const edited = written({}, null, setText('P1.1', EDITED));
  it('keeps its wording and gets its numbers', () => {
    const { text, state } = paragraph(replanned(edited, MORE_DONE), 'P1.1');
    expect(state).toBe('kept');
    expect(text).toBe(
      'Năm 2024, xã đề ra 38 nhiệm vụ trong Kế hoạch CCHC; đến nay đã hoàn thành 29 nhiệm vụ, đạt 76,32% kế hoạch.',
    );
  });
  it('that says another thing now shows both texts, until the official chooses', () => {
    const all = { figures: { '1.1.2': 38 } } as const;
    const { state, text, note } = paragraph(replanned(edited, all), 'P1.1');
    expect([state, text]).toEqual(['conflict', EDITED]);
    expect(note).toMatch(/^Có hai bản, chọn một\. Bản mới: “Kế hoạch CCHC năm 2024 đề ra 38.nhiệm vụ; .* 38\/38/);
    const sheet = written(all, edited);
    expect(paragraph(planned(sheet), 'P1.1')).toMatchObject({ state: 'conflict', text: EDITED });
    const taken = written(all, written(all, edited, setState('P1.1', 'Lấy bản mới')));
    expect(paragraph(planned(taken), 'P1.1').text).toContain('đạt 100% kế hoạch');
    const kept = written(all, written(all, edited, setState('P1.1', 'giữ bản này')));
    const asked = 'Cần xem lại: số 19 ghi tay, số liệu hiện nay là 38; số 50 ghi tay, số liệu hiện nay là 100.';
    expect(paragraph(planned(kept), 'P1.1')).toMatchObject({ state: 'review', text: EDITED, note: asked });
  });
  it('with a number typed over is left and reported', () => {
    const workbook = written({}, null, setText('P1.1', EDITED.replace('19 nhiệm vụ', '21 nhiệm vụ')));
    const { state, text, note } = paragraph(replanned(workbook, MORE_DONE), 'P1.1');
    expect(state).toBe('review');
    expect(text).toContain('đã hoàn thành 21 nhiệm vụ, đạt 76,32% kế hoạch');
    expect(note).toBe('Cần xem lại: số 21 ghi tay, số liệu hiện nay là 29.');
  });
  it('whose equal numbers cannot be told apart is asked about, and left as it is', () => {
    const workbook = written({}, null, setText('P1.1', 'Được 19, chưa được 19 trong số 38 nhiệm vụ đề ra.'));
    const { state, text, note } = paragraph(replanned(workbook, MORE_DONE), 'P1.1');
    expect([state, text]).toEqual(['review', 'Được 19, chưa được 19 trong số 38 nhiệm vụ đề ra.']);
    expect(note).toContain('số 19 trong câu đã sửa có thể phải đổi thành 29 và 09');
    expect(paragraph(planned(written(MORE_DONE, workbook)), 'P1.1')).toMatchObject({ state, text, note });
  });
  it('is not overwritten when its figures are gone', () => {
    const { state, text } = paragraph(replanned(edited, { figures: { '1.1.2': null } }), 'P1.1');
    expect([state, text]).toEqual(['conflict', EDITED]);
  });
  it('with remarks of theirs in the column of states keeps them', () => {
    const sheet = written({}, null, (rows) => {
      setText('P1.1', EDITED)(rows);
      setState('P1.1', 'đã báo cáo Chủ tịch')(rows);
    });
    const note = 'Giữ câu đã sửa tay · đã báo cáo Chủ tịch';
    expect(paragraph(planned(sheet), 'P1.1').note).toBe(note);
    expect(paragraph(planned(written(MORE_DONE, sheet)), 'P1.1').note).toBe(note);
  });
  it('untouched but for a remark in that column keeps the remark', () => {
    const sheet = written({}, written({}, null, setState('P1.1', 'đã xem')));
    expect(paragraph(planned(sheet), 'P1.1')).toMatchObject({ state: 'unchanged', note: 'đã xem' });
    expect(paragraph(replanned(sheet, MORE_DONE), 'P1.1').note).toBe('Đã thay số mới · đã xem');
  });
  it('whose base was lost or tampered with counts as the official’s own', () => {
    const sheet = written({}, null, (rows) => {
      rowOf(rows, 'P1.1')[4] = '{"v":1,"parts":[["=cmd()",1]]}';
    });
    expect(paragraph(replanned(sheet, MORE_DONE), 'P1.1')).toMatchObject({ state: 'review' });
  });
});

describe('paragraphs taken out, added, moved', () => {
  it('an emptied one stays out, and comes back when asked for', () => {
    const sheet = written({}, null, setText('P1.5', null));
    expect(paragraph(planned(sheet), 'P1.5')).toMatchObject({ state: 'removed', text: '' });
    const again = written({}, sheet);
    expect(paragraph(planned(again), 'P1.5').state).toBe('removed');
    expect(reportText(planned(again))).not.toContain('đối thoại với người dân');
    const asked = written({}, again, setState('P1.5', 'Soạn lại'));
    expect(paragraph(planned(asked), 'P1.5')).toMatchObject({ state: 'new' });
  });
  it('a deleted row stays out too', () => {
    const sheet = written({}, null, (rows) => rows.splice(rows.indexOf(rowOf(rows, 'P1.5')), 1));
    expect(paragraph(planned(sheet), 'P1.5').state).toBe('removed');
    expect(paragraph(planned(written({}, sheet)), 'P1.5').state).toBe('removed');
  });
  it('a row of theirs stays where they put it', () => {
    const own = 'Danh mục văn bản: Kế hoạch số 01/KH-UBND.';
    const sheet = written({}, null, (rows) => rows.splice(rows.indexOf(rowOf(rows, 'P1.1')), 0, [null, own]));
    const plan = planned(written({}, sheet));
    const place = plan.paragraphs.findIndex((one) => one.text === own);
    expect(plan.paragraphs[place]).toMatchObject({ state: 'own', id: null });
    expect(plan.paragraphs[place - 1]?.id).toBe('P1.1.3');
    expect(plan.paragraphs[place + 1]?.id).toBe('P1.1');
  });
  it('what is no longer generated goes, unless they worked on it', () => {
    const inputs = { 'nhap.tinbai': 25, 'nhap.chuyenmuc': 6 } as const;
    const plain = written({ inputs });
    expect(replanned(plain, {}).paragraphs.some((one) => one.id === 'P.tt')).toBe(false);
    const sheet = written({ inputs }, null, setText('P.tt', 'Đài truyền thanh xã đã phát 25 tin, bài.'));
    expect(paragraph(replanned(sheet, {}), 'P.tt')).toMatchObject({
      state: 'review',
      text: 'Đài truyền thanh xã đã phát 25 tin, bài.',
    });
  });
  it('their own heading stays', () => {
    const sheet = written({}, null, setText('II.bomay', 'Cải cách tổ chức bộ máy'));
    expect(paragraph(replanned(sheet, MORE_DONE), 'II.bomay').text).toBe('Cải cách tổ chức bộ máy');
  });
});

it('the sheet for what the annex lacks is made with it, once', () => {
  const workbook = situationWorkbook({});
  const kinds = (book: Workbook) =>
    planNarrativeSheets(planned(book), analyze(book), book).map((one) => one.kind === 'table' && one.id);
  expect(kinds(workbook)).toEqual(['report-info', 'narrative']);
  expect(kinds(situationWorkbook({ inputs: { K: 4 } }))).toEqual(['narrative']);
});

it('no word of the official’s is ever lost, and regenerating twice changes nothing', () => {
  const words = fc.array(
    fc.constantFrom(
      'UBND xã',
      'đã ban hành',
      '16',
      'văn bản',
      '38',
      'nhiệm vụ',
      'đạt',
      '50%',
      'còn',
      '19',
      '; ',
      'theo Kế hoạch số 02/KH-UBND',
    ),
    { minLength: 1, maxLength: 12 },
  );
  const lettersOf = (text: string) => text.replace(/[\d⟦⚠⟧.,%\s\u00A0]/gu, '');
  const ids = ['P1.1', 'P1.1.3', 'P1.3', 'P3.3.1', 'II.bomay'];
  const figure = fc.constantFrom<Key>('1.1.1', '1.1.2', '1.1.3', '1.3.2', '3.3.1', '3.3.1.a');
  const change = fc.tuple(figure, fc.option(fc.integer({ min: 0, max: 60 })));
  fc.assert(
    fc.property(fc.constantFrom(...ids), words, fc.array(change, { maxLength: 3 }), (id, own, changes) => {
      const mine = own.join(' ');
      const edited = written({}, null, setText(id, mine));
      const situation: Situation = { figures: Object.fromEntries(changes) };
      const once = written(situation, edited);
      const after = paragraph(planned(once), id);
      expect(lettersOf(after.text)).toContain(lettersOf(mine));
      const twice = written(situation, once);
      expect(twice.sheets.at(-1)?.cells).toEqual(once.sheets.at(-1)?.cells);
    }),
    // The last: a number of theirs that the new figures happen to give as well.
    { numRuns: 60, examples: [['P1.3', ['50%', 'UBND xã'], [['1.3.2', 5]]]] },
  );
});
