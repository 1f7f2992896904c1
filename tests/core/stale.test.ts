// `text-stale`: a paragraph whose figures have changed since it was written says which, from what, to what.
import { describe, expect, it } from 'vitest';
import { analyze, type Cell, planNarrative, type Situation, type Workbook } from '../../core/index.ts';
import { gridOfTable, situationWorkbook } from './workbooks.ts';

/** The text written for one situation, standing beside the annex of another. */
function later(written: Situation, now: Situation, edit: (rows: Cell[][]) => void = () => {}): Workbook {
  const before = situationWorkbook(written);
  const plan = planNarrative(analyze(before), before);
  if (!plan) throw new Error('no plan');
  const grid = gridOfTable(plan.change);
  const cells = grid.cells.map((row) => [...row]);
  edit(cells);
  const after = situationWorkbook(now);
  return { ...after, sheets: [...after.sheets, { ...grid, cells }] };
}

function stale(workbook: Workbook) {
  return analyze(workbook).findings.filter((finding) => finding.rule === 'text-stale');
}

describe('text-stale', () => {
  it('is silent where nothing changed, whatever the figures are', () => {
    const faulty: Situation = { figures: { '2.1': -1, '3.3.1.a': 45, '2.3': null }, inputs: { K: 4, gomK: 'Rồi' } };
    for (const one of [{}, faulty]) expect(stale(later(one, one))).toEqual([]);
  });
  it('says old → new, where the paragraph stands and what to do', () => {
    const [first, ...others] = stale(later({}, { figures: { '1.1.2': 29 } }));
    expect(first).toMatchObject({ severity: 'warning', key: '1.1.2', at: null, imbalance: null });
    expect(first?.cells).toEqual([
      { key: '1.1.2', address: 'D12', value: 29 },
      { key: null, address: 'B8', value: null, sheet: 'Lời văn báo cáo' },
    ]);
    expect(first?.message).toBe(
      'Đoạn P1.1 ở trang tính “Lời văn báo cáo” (ô B8) soạn từ số liệu cũ: mục 1.1.2 (ô D12) 19 → 29.',
    );
    expect(first?.hint).toMatch(/^Cần làm: soạn lại lời văn/);
    // One more paragraph speaks of the same row: the tasks ahead.
    expect(others.map((one) => one.message.slice(0, 10))).toEqual(['Đoạn P.nv ']);
  });
  it('is silent on what the unit is to write itself, until suggestions with figures stand there', () => {
    const ids = (situation: Situation) =>
      stale(later(situation, { ...situation, figures: { '1.1.2': 29 } })).map(({ message }) => message.split(' ')[1]);
    expect(ids({})).toEqual(['P1.1', 'P.nv']);
    expect(ids({ inputs: { goiy: 'Có' } })).toEqual(['P1.1', 'P.dg2', 'P.nv']);
  });
  it('knows blanks and what is typed beside the annex', () => {
    const [finding] = stale(later({ inputs: { L: 4 } }, { inputs: {}, figures: { '3.5': null } })).filter((one) =>
      one.message.includes('P3.5'),
    );
    expect(finding?.message).toMatch(
      /mục 3\.5 \(ô D61\) 4 → trống và “Hồ sơ đã giải quyết nhưng quá hạn” \(ô B\d+ của “Thông tin báo cáo”\) 4 → trống\.$/,
    );
  });
  it('goes once the text is written again', () => {
    const changed = later({}, { figures: { '1.1.2': 29 } });
    const plan = planNarrative(analyze(changed), changed);
    if (!plan) throw new Error('no plan');
    const sheets = changed.sheets.map((one) => (one.name === 'Lời văn báo cáo' ? gridOfTable(plan.change) : one));
    expect(stale({ ...changed, sheets })).toEqual([]);
  });
  it('says nothing of what the official took out, nor of a base that was tampered with', () => {
    const now = { figures: { '1.1.2': 29 } } as const;
    const without = later({}, now, (rows) => {
      for (const row of rows) if (['P1.1', 'P.dg2', 'P.nv'].includes(String(row[5]))) row[1] = null;
    });
    expect(stale(without)).toEqual([]);
    const tampered = later({}, now, (rows) => {
      for (const row of rows) if (row[5]) row[4] = '{"v":1,"variant":"0","parts":[],"figures":{"__proto__":1,"x":2}}';
    });
    expect(stale(tampered)).toEqual([]);
  });
});
