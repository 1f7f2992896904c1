// What a check leaves in the workbook: marks, our sheets, quick fixes and their undo.
import { describe, expect, it } from 'vitest';
import {
  a1,
  analyze,
  type Cell,
  planCheckReport,
  planClear,
  planIndicatorTable,
  planMarks,
  type Situation,
  undo,
  type Workbook,
} from '../../core/index.ts';
import { gridOfTable, situationWorkbook, workbookOf } from './workbooks.ts';

const SEED_LIKE = { figures: { '3.3.1.a': 45, '3.5': '04', '1.4.1': 28 } } as const;

describe('marks', () => {
  it('stand on the likeliest cell, the worst severity first', () => {
    const marks = planMarks(analyze(situationWorkbook({ figures: { '3.3.1': 500, '3.3.2': '499' } })));
    expect(marks?.cells.error.map(a1)).toEqual(['D45', 'D50']);
    expect(marks?.cells.warning.map(a1)).toEqual(['D61']);
  });
  it('are none without an annex', () => {
    expect(planMarks(analyze({ sheets: [], active: '' }))).toBeNull();
  });
});

describe('quick fixes', () => {
  it('say what they expect to find, and can be undone', () => {
    const fix = analyze(situationWorkbook(SEED_LIKE)).findings.find((finding) => finding.fix)?.fix;
    expect(fix).toEqual({ kind: 'cell', sheet: 'Phụ lục 01b', at: { row: 60, column: 3 }, from: '04', to: 4 });
    expect(fix && undo(fix)).toMatchObject({ from: 4, to: '04' });
  });
  it.each<[Cell, number]>([
    ['17 người', 17],
    ['1.234', 1234],
  ])('%j becomes %d', (typed, number) => {
    const findings = analyze(situationWorkbook({ figures: { '7.2.3': typed } })).findings;
    expect(findings.find((finding) => finding.fix)?.fix?.to).toBe(number);
  });
  it('never replace a formula', () => {
    const workbook = situationWorkbook(SEED_LIKE);
    const formulas =
      workbook.sheets[0]?.cells.map((row, r) => row.map((_cell, c) => (r === 60 && c === 3 ? 'TEXT(4,"00")' : null))) ??
      [];
    const sheets = workbook.sheets.map((sheet) => ({ ...sheet, formulas }));
    expect(analyze({ ...workbook, sheets }).findings.every((finding) => finding.fix === null)).toBe(true);
  });
});

describe('our sheets', () => {
  const workbook = situationWorkbook({ ...SEED_LIKE, inputs: { L: 4 } });
  const report = planCheckReport(analyze(workbook), workbook);
  const withReport = (rows: (cells: Cell[][]) => void): Workbook => {
    if (!report) throw new Error('no report');
    const grid = gridOfTable(report);
    const cells = grid.cells.map((row) => [...row]);
    rows(cells);
    return workbookOf(...workbook.sheets, { ...grid, cells });
  };
  const rowOf = (cells: readonly (readonly Cell[])[], id: string) => cells.findIndex((row) => row[8] === id);
  const RECEIVED = 'received-parts-differ-from-total:3.3.1:3.3.1.a:3.3.1.b:3.3.1.c:3.3.1.d';

  it('keep explanations and margin notes with their finding', () => {
    const before = withReport((cells) => {
      const row = cells[rowOf(cells, RECEIVED)] ?? [];
      row[7] = 'Gồm 4 hồ sơ kỳ trước chuyển sang';
      row[11] = 'đã gọi điện ngày 05/6';
    });
    const again = planCheckReport(analyze(before), before);
    const rows = again?.rows.map((row) => row.cells) ?? [];
    const kept = rows.find((cells) => cells[8] === RECEIVED);
    expect([kept?.[7], kept?.[11]]).toEqual(['Gồm 4 hồ sơ kỳ trước chuyển sang', 'đã gọi điện ngày 05/6']);
  });
  it('keep margin notes beside a sheet that was written with fewer columns', () => {
    const before = withReport((cells) => {
      for (const row of cells) row.splice(9, 1);
      (cells[rowOf(cells, RECEIVED)] ?? [])[10] = 'đã gọi điện ngày 05/6';
    });
    const rows = planCheckReport(analyze(before), before)?.rows.map((row) => row.cells) ?? [];
    expect(rows.find((cells) => cells[8] === RECEIVED)?.[11]).toBe('đã gọi điện ngày 05/6');
  });
  it('tell two missing columns apart, and know a finding again once K is typed', () => {
    const ids = (situation: Situation) => {
      const book = situationWorkbook(situation);
      const planned = planCheckReport(analyze(book), book);
      return planned?.rows.slice(6).flatMap((row) => (typeof row.cells[8] === 'string' ? [row.cells[8]] : [])) ?? [];
    };
    const missing = ids({ headings: ['Số TT', 'Chỉ tiêu thống kê', '', 'Số liệu'] });
    const two = ids({ headings: ['', 'Chỉ tiêu thống kê', '', 'Số liệu'] });
    expect(new Set(two).size).toBe(two.length);
    expect(two).toEqual(expect.arrayContaining(missing));
    const above = { figures: { '3.3.2': 520 } };
    expect(ids({ ...above, inputs: { K: 4 } })).toEqual(ids(above));
  });
  it('list explanations whose finding is gone', () => {
    const before = withReport((cells) => {
      cells.push([null, null, null, null, null, null, null, 'lý do cũ', 'plan-done-above-planned:1.1.2']);
    });
    const rows = planCheckReport(analyze(before), before)?.rows.map((row) => row.cells) ?? [];
    expect(rows[rows.length - 2]?.[4]).toBe('Giải trình của các mục nay không còn');
    expect(rows[rows.length - 1]?.[7]).toBe('lý do cũ');
  });
  it('link every finding to its cell', () => {
    const links = report?.rows
      .flatMap((row) => row.cells)
      .filter((cell) => typeof cell === 'object' && cell !== null && 'link' in cell);
    expect(links).toContainEqual({ text: 'D45', link: { sheet: 'Phụ lục 01b', row: 44, column: 3 } });
  });
  it('carry the rates as guarded live formulas', () => {
    const rows = planIndicatorTable(analyze(workbook), workbook)?.rows.map((row) => row.cells) ?? [];
    const online = rows.find((cells) => cells[6] === 'online-share');
    expect(online?.[3]).toEqual({
      formula: `IF(COUNT('Phụ lục 01b'!D48,'Phụ lục 01b'!D49)=2,'Phụ lục 01b'!D48+'Phụ lục 01b'!D49,"Chưa đủ số liệu")`,
      value: 448,
    });
    expect(online?.[5]).toMatchObject({ value: 0.9069, format: '0.00%' });
    // 3.5 is kept as text: the spreadsheet's COUNT does not see it, and neither do we here.
    expect(rows.find((cells) => cells[6] === 'apology-rate')?.[3]).toMatchObject({ value: 'Chưa đủ số liệu' });
  });
  it('are taken out only when asked, and only the computed ones', () => {
    const before = withReport(() => {});
    expect(planClear(before, false).map((change) => change.kind)).toEqual(['marks']);
    expect(planClear(before, true)).toContainEqual({ kind: 'remove', id: 'check-report' });
    expect(planClear(before, true)).not.toContainEqual({ kind: 'remove', id: 'report-info' });
  });
});

describe('inputs', () => {
  it('are read from "Thông tin báo cáo", also where the hidden key was lost', () => {
    const workbook = situationWorkbook({ inputs: { K: '04', L: 'bốn' } });
    const without = workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((row, r) => (r > 2 && sheet !== workbook.sheets[0] ? row.slice(0, 3) : row)),
    }));
    for (const one of [workbook, { ...workbook, sheets: without }]) {
      const analysis = analyze(one);
      expect(analysis.inputs.typed.get('K')?.value).toEqual({ digits: 4, decimals: 0 });
      expect(analysis.findings.map((finding) => [finding.rule, finding.message])).toEqual([
        ['not-a-number', expect.stringContaining('“Hồ sơ đã giải quyết nhưng quá hạn”')],
      ]);
    }
  });
});
