// What a check tells beyond each rule alone: the order of findings, what has run, what is open and why.
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze, type Situation } from '../../core/index.ts';
import { situationWorkbook } from './workbooks.ts';

function analysisOf(situation: Situation): Analysis {
  return analyze(situationWorkbook(situation));
}

function told(analysis: Analysis): readonly string[] {
  return analysis.findings.map(({ rule, key }) => `${key ?? 'cả bảng'} ${rule}`);
}

describe('the order of findings', () => {
  it('is that of the form’s rows, what is about the whole sheet first', () => {
    const analysis = analysisOf({
      figures: { '1.1.2': 40, '3.3.1': 498, '3.5': 7, '7.5.1': null },
      headings: ['STT', 'Chỉ tiêu', '', 'Số liệu'],
      without: ['7.6'],
    });
    expect(told(analysis)).toMatchInlineSnapshot(`
      [
        "cả bảng column-missing",
        "1.1.2 plan-done-above-planned",
        "3.3.1 received-parts-differ-from-total",
        "7.5.1 value-blank",
        "7.6 row-missing",
      ]
    `);
  });

  it('of one row is that of the catalogue', () => {
    const analysis = analysisOf({ figures: { '3.3.1': 498.5 } });
    expect(told(analysis)).toMatchInlineSnapshot(`
      [
        "3.3.1 count-not-whole",
        "3.3.1 received-parts-differ-from-total",
      ]
    `);
  });
});

it('counts what was found by severity', () => {
  const { findings, summary } = analysisOf({
    figures: { '1.1.2': 40, '3.3.1': 498, '7.5.1': null },
    headings: ['STT', 'Chỉ tiêu', '', 'Số liệu'],
    labels: { '2.1': 'Số văn bản quy phạm pháp luật ban hành trong kỳ' },
    without: ['7.6'],
  });
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  expect(new Set(findings.map(({ severity }) => severity)).size).toBe(3);
  expect(summary).toMatchObject({ errors: count('error'), warnings: count('warning'), infos: count('info') });
});

describe('the rules that have run', () => {
  const all = analysisOf({}).summary.rulesRun;

  it('are as many where one fails', () => {
    const { summary } = analysisOf({ figures: { '3.3.1': 498 } });
    expect(summary).toMatchObject({ rulesRun: all, undecided: 0 });
    expect(summary.errors).toBeGreaterThan(0);
  });

  it('are fewer by those that lack a figure', () => {
    const { summary, undecided } = analysisOf({ figures: { '1.1.1': null } });
    expect(summary.rulesRun).toBe(all - undecided.length);
    expect(undecided.map(({ rule }) => rule)).toMatchInlineSnapshot(`
      [
        "plan-done-above-planned",
        "plan-and-assigned-identical",
        "progress-behind-year",
        "zero-not-plausible",
      ]
    `);
  });

  it('are fewer by those that do not apply, as progress in a first quarter', () => {
    expect(analysisOf({ period: 'quý I năm 2024' }).summary.rulesRun).toBe(all - 1);
  });

  it('contain one that fails in one of its checks and lacks a figure for another', () => {
    const { summary, undecided, findings } = analysisOf({ figures: { '3.2.1': 300, '3.2.2': null } });
    expect(findings.map(({ rule }) => rule)).toContain('onestop-above-stock');
    expect(undecided.map(({ rule }) => rule)).toContain('onestop-above-stock');
    expect(summary.rulesRun).toBe(all - undecided.length + 1);
  });
});

it('says why a rule could not be compared', () => {
  const situations: readonly (readonly [string, Situation])[] = [
    ['một ô trống', { figures: { '1.1.2': null } }],
    ['hai ô trống', { figures: { '1.1.1': null, '1.1.2': null } }],
    ['thiếu một dòng', { without: ['1.1.1'] }],
    ['thiếu hai dòng', { without: ['1.1.1', '1.1.2'] }],
    ['thiếu một dòng, một ô trống', { figures: { '1.1.2': null }, without: ['1.1.1'] }],
    ['không có cột “Số liệu”', { headings: ['STT', 'Chỉ tiêu', 'Đơn vị', ''] }],
  ];
  const told = situations.map(([what, situation]) => {
    const [one] = analysisOf(situation).undecided.filter(({ rule }) => rule === 'plan-done-above-planned');
    return `${what}: ${one?.message} ${one?.hint}`;
  });
  expect(told).toMatchInlineSnapshot(`
    [
      "một ô trống: Chưa so được quy tắc “Nhiệm vụ đã hoàn thành không nhiều hơn nhiệm vụ đề ra: 1.1.2 ≤ 1.1.1”: cần mục 1.1.2, nhưng ô D12 đang trống hoặc chưa đọc được số. Cần làm: ghi số vào ô đó.",
      "hai ô trống: Chưa so được quy tắc “Nhiệm vụ đã hoàn thành không nhiều hơn nhiệm vụ đề ra: 1.1.2 ≤ 1.1.1”: cần mục 1.1.2 và mục 1.1.1, nhưng các ô D12 và D11 đang trống hoặc chưa đọc được số. Cần làm: ghi số vào các ô đó.",
      "thiếu một dòng: Chưa so được quy tắc “Nhiệm vụ đã hoàn thành không nhiều hơn nhiệm vụ đề ra: 1.1.2 ≤ 1.1.1”: cần mục 1.1.1, nhưng bảng không có mục 1.1.1. Cần làm: thêm lại dòng theo mẫu rồi ghi số.",
      "thiếu hai dòng: Chưa so được quy tắc “Nhiệm vụ đã hoàn thành không nhiều hơn nhiệm vụ đề ra: 1.1.2 ≤ 1.1.1”: cần mục 1.1.2 và mục 1.1.1, nhưng bảng không có mục 1.1.2 và mục 1.1.1. Cần làm: thêm lại dòng theo mẫu rồi ghi số.",
      "thiếu một dòng, một ô trống: Chưa so được quy tắc “Nhiệm vụ đã hoàn thành không nhiều hơn nhiệm vụ đề ra: 1.1.2 ≤ 1.1.1”: cần mục 1.1.2 và mục 1.1.1, nhưng ô D11 đang trống hoặc chưa đọc được số; bảng không có mục 1.1.1. Cần làm: ghi số vào ô đó; thêm lại dòng theo mẫu rồi ghi số.",
      "không có cột “Số liệu”: Chưa so được quy tắc “Nhiệm vụ đã hoàn thành không nhiều hơn nhiệm vụ đề ra: 1.1.2 ≤ 1.1.1”: cần mục 1.1.2 và mục 1.1.1, nhưng bảng chưa có cột “Số liệu”. Cần làm: ghi lại tiêu đề cột “Số liệu”.",
    ]
  `);
});

it('names the cells of “Thông tin báo cáo” that a finding has looked at', () => {
  const { findings } = analysisOf({ inputs: { K: 10, L: 0, P: 3, B: 0, R: 0 } });
  const cells = findings.map(({ rule, cells }) => {
    const named = cells.map(
      ({ sheet, address, value }) => `${sheet === undefined ? '' : `${sheet}!`}${address} ${value}`,
    );
    return `${rule}: ${named.join(', ')}`;
  });
  expect(cells).toMatchInlineSnapshot(`
    [
      "closing-balance-broken: D45 494, Thông tin báo cáo!B13 10, D50 490, Thông tin báo cáo!B15 0, Thông tin báo cáo!B16 3, Thông tin báo cáo!B18 0, Thông tin báo cáo!B19 0",
      "apologies-differ-from-late: D61 4, Thông tin báo cáo!B15 0",
    ]
  `);
});
