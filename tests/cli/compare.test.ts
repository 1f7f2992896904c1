// `cchc compare` and `cchc check --previous` on three periods of one commune, and what is refused.
import { cpSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { pl01b2024, planAnnexForm } from '../../core/index.ts';
import { newWorkbook } from '../../xlsx/index.ts';
import { CONSISTENT } from '../core/consistent.ts';
import { bytesOf, cchc, EXAMPLE, temporaryFolder } from './cchc.ts';

const folder = temporaryFolder();
const run = (...args: readonly string[]) => cchc(folder, ...args);

/** Several annexes in one file. */
function writeBook(
  file: string,
  sheets: readonly { readonly name: string; readonly period: string; readonly unit?: string }[],
) {
  const book = newWorkbook();
  const forms = sheets.map(({ name, period, unit }) => {
    const values = { figures: CONSISTENT, period, unit: unit ?? 'UBND xã Hoằng Hợp' };
    return { ...planAnnexForm(pl01b2024, values), sheet: name };
  });
  expect(book.apply(forms)).toEqual({ applied: true });
  writeFileSync(join(folder, file), book.save());
}

beforeAll(() => {
  for (const name of ['quy-1', '6-thang', '9-thang'])
    expect(run('new', `${name}.xlsx`, '--values', resolve(`tests/sheets/ba-ky/${name}.values.json`)).status).toBe(0);
  cpSync(EXAMPLE, join(folder, 'that.xlsx'));
  writeFileSync(join(folder, 'khac.csv'), 'Họ tên,Lớp\nAn,1\n');
  writeBook('xa-khac.xlsx', [{ name: 'Phụ lục 01b', period: 'quý I năm 2024', unit: 'UBND xã Hoằng Lộc' }]);
  writeBook('hai-trang.xlsx', [
    { name: '6 tháng', period: '6 tháng đầu năm 2024' },
    { name: 'Quý I', period: 'quý I năm 2024' },
  ]);
  writeBook('luy-ke.xlsx', [{ name: 'Phụ lục 01b', period: 'quý III năm 2024 (lũy kế từ đầu năm)' }]);
});

describe('compare, as text', () => {
  it('each row with both figures and its change, within 100 columns', () => {
    const { status, stdout, stderr } = run('compare', 'quy-1.xlsx', '6-thang.xlsx');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('So với quý I năm 2024 (tệp “quy-1.xlsx”).');
    expect(stdout).toMatch(/^1\.1\.2 +Số nhiệm vụ đã hoàn thành +9 +19 +\+10 \(\+111,11%\)$/m);
    expect(stdout).toMatch(/^ +Tiếp nhận trực tiếp +20 +41 +\+21 \(\+105%\)$/m);
    expect(stdout).toMatch(/^1\.4\.2 +Hình thức khảo sát +1 +1 +như cũ$/m);
    expect(stdout).toMatch(/Tỷ lệ hoàn thành nhiệm vụ theo Kế +23,68% +50% \+26,32 điểm phần trăm/);
    for (const line of stdout.split('\n')) expect(Array.from(line).length, line).toBeLessThanOrEqual(100);
  });
  it('a figure that is missing is said, never 0', () => {
    const { stdout } = run('compare', 'quy-1.xlsx', '6-thang.xlsx');
    expect(stdout).toMatch(/^1\.4\.1 +Số lượng phiếu khảo sát +chưa ghi +60 +chưa so được$/m);
    expect(stdout).toContain('Quy tắc chưa đủ số liệu (2)');
  });
  it('the findings between the periods come after, those of the annex alone do not', () => {
    const { stdout } = run('compare', '6-thang.xlsx', '9-thang.xlsx');
    expect(stdout).toContain('Cảnh báo (2)');
    expect(stdout).toContain('Phần 2 có 5 số khác 0 giống hệt 6 tháng đầu năm 2024');
    expect(stdout).toMatch(/Giữa hai kỳ: 0 lỗi · 2 cảnh báo · 0 gợi ý · 0 quy tắc chưa đủ số liệu\n$/);
  });
  it('the order of the files changes nothing', () => {
    expect(run('compare', '9-thang.xlsx', '6-thang.xlsx')).toEqual(run('compare', '6-thang.xlsx', '9-thang.xlsx'));
  });
  it('one file that holds both periods is enough', () => {
    const { status, stdout } = run('compare', 'hai-trang.xlsx');
    expect(status).toBe(0);
    expect(stdout).toContain('So với quý I năm 2024 (trang tính “Quý I”).');
  });
  it('an error between the periods is status 1: a fall in a report declared lũy kế', () => {
    const { status, stdout } = run('compare', 'that.xlsx', 'luy-ke.xlsx');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^Lỗi \(\d+\)$/m);
    expect(run('compare', '6-thang.xlsx', 'luy-ke.xlsx').status).toBe(0);
  });
});

const number = z.nullable(z.number());
const figure = z.strictObject({
  state: z.enum(['filled', 'blank', 'unreadable', 'absent']),
  address: z.nullable(z.string()),
  value: number,
});
const comparison = z.object({
  file: z.string(),
  period: z.object({ end: z.string() }),
  previous: z.strictObject({
    kind: z.literal('file'),
    sheet: z.string(),
    file: z.string(),
    unit: z.string(),
    period: z.object({ end: z.string() }),
  }),
  rows: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      before: figure,
      now: figure,
      change: number,
      percent: number,
      changed: z.nullable(z.boolean()),
    }),
  ),
  rates: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      before: z.nullable(z.string()),
      now: z.nullable(z.string()),
      change: number,
    }),
  ),
  findings: z.array(
    z.object({
      rule: z.string(),
      key: z.string(),
      cells: z.array(z.object({ address: z.string(), value: number, file: z.optional(z.string()) })),
    }),
  ),
  undecided: z.array(z.strictObject({ rule: z.string(), missing: z.array(z.string()) })),
  summary: z.strictObject({ errors: z.number(), warnings: z.number(), infos: z.number(), explained: z.number() }),
});

it('compare, as JSON', () => {
  const { status, stdout } = run('compare', 'quy-1.xlsx', '6-thang.xlsx', '--format', 'json');
  expect(status).toBe(0);
  const result = comparison.parse(JSON.parse(stdout));
  const row = (key: string) => result.rows.find((one) => one.key === key);
  expect([result.file, result.previous.file]).toEqual(['6-thang.xlsx', 'quy-1.xlsx']);
  expect(row('1.1.2')).toMatchObject({ before: { value: 9 }, now: { value: 19 }, change: 10, percent: 111.11 });
  expect(row('1.4.1')).toMatchObject({ before: { state: 'blank', value: null }, change: null, changed: null });
  expect(row('1.4.2')).toMatchObject({ change: null, changed: false });
  expect(row('7.2.3.a')).toMatchObject({ change: 0.01, percent: null });
  expect(result.findings.map(({ rule }) => rule)).toEqual(['stock-roll-forward-broken']);
  expect(result.findings[0]?.cells.filter(({ file }) => file === 'quy-1.xlsx').length).toBe(3);
  expect(result.summary).toEqual({ errors: 0, warnings: 1, infos: 0, explained: 0 });
});

describe('check --previous', () => {
  it('adds the findings between the periods to those of the annex', () => {
    const { status, stdout } = run('check', '9-thang.xlsx', '--previous', '6-thang.xlsx');
    expect(status).toBe(0);
    expect(stdout).toContain('So với 6 tháng đầu năm 2024 (tệp “6-thang.xlsx”).');
    expect(stdout).toContain('Cảnh báo (2)');
    expect(run('check', '9-thang.xlsx').stdout).not.toContain('Cảnh báo');
  });
  it('as JSON: the source, and cells that name their file', () => {
    const { stdout } = run('check', '9-thang.xlsx', '--previous', '6-thang.xlsx', '--format', 'json');
    const result = JSON.parse(stdout);
    expect(result.previous).toMatchObject({ kind: 'file', file: '6-thang.xlsx', unit: 'UBND xã Hoằng Hợp' });
    expect(result.findings[0].cells).toEqual([
      { key: '1.1.3', address: 'D13', value: 14 },
      { key: '1.1.3', address: 'D13', value: 16, sheet: 'Phụ lục 01b', file: '6-thang.xlsx' },
    ]);
  });
  it('a marked copy holds them too, and neither input is touched', () => {
    const before = ['9-thang.xlsx', '6-thang.xlsx'].map((file) => bytesOf(join(folder, file)));
    expect(run('check', '9-thang.xlsx', '--previous', '6-thang.xlsx', '--output', 'danh-dau.xlsx').status).toBe(0);
    expect(['9-thang.xlsx', '6-thang.xlsx'].map((file) => bytesOf(join(folder, file)))).toEqual(before);
    const again = run('check', 'danh-dau.xlsx', '--previous', '6-thang.xlsx');
    expect(again.stdout).toContain('Cảnh báo (2)');
    expect(again.stdout).toContain('Số liệu vẫn như ở lần kiểm tra');
  });
});

describe('what is refused: one sentence, status 2, nothing printed', () => {
  it.each([
    [['compare'], 'Chưa ghi tệp cần so hai kỳ, ví dụ: cchc compare quy-1.xlsx 6-thang.xlsx'],
    [['compare', 'a.xlsx', 'b.xlsx', 'c.xlsx'], 'Lệnh compare cần hai tệp của hai kỳ, hoặc một tệp có cả hai kỳ.'],
    [['compare', 'quy-1.xlsx'], 'không có Phụ lục 01b của kỳ trước'],
    [['compare', 'quy-1.xlsx', 'khong-co.xlsx'], 'Không có tệp này'],
    [['compare', 'quy-1.xlsx', 'quy-1.xlsx'], 'không sớm hơn quý I năm 2024'],
    [['compare', 'khac.csv', 'quy-1.xlsx'], 'Tệp “khac.csv” không có Phụ lục 01b'],
    [['compare', 'xa-khac.xlsx', '6-thang.xlsx'], 'là báo cáo của UBND xã Hoằng Lộc'],
    [['compare', 'quy-1.xlsx', '6-thang.xlsx', '--output', 'x.xlsx'], 'Lệnh compare không dùng tùy chọn --output'],
    [['check', '6-thang.xlsx', '--previous', '9-thang.xlsx'], 'không sớm hơn 6 tháng đầu năm 2024'],
    [['check', '6-thang.xlsx', '--previous', 'xa-khac.xlsx'], 'Hãy chọn tệp kỳ trước của đúng đơn vị'],
    [['check', '6-thang.xlsx', '--previous', 'khac.csv'], 'không có Phụ lục 01b'],
    [['check', '6-thang.xlsx', '--previous', 'khong-co.xlsx'], 'Không có tệp này'],
    [
      ['check', '6-thang.xlsx', '9-thang.xlsx', '--previous', 'quy-1.xlsx'],
      '--previous chỉ dùng khi kiểm tra đúng một tệp.',
    ],
  ])('%j', (args, sentence) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n').length).toBe(1);
  });
});
