// `cchc check` on the real report: findings, JSON, marked copy, many files.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ownSheetId } from '../../core/index.ts';
import { checkIntegrity, openWorkbook } from '../../xlsx/index.ts';
import { bytesOf, cchc, EXAMPLE, temporaryFolder } from './cchc.ts';

const folder = temporaryFolder();

/** What must be found on the real report, and nothing else. */
const EXPECTED = [
  ['plan-and-assigned-identical', 'warning', '1.1.1', null],
  ['survey-too-small', 'info', '1.4.1', null],
  ['whole-stock-reported-new', 'warning', '3.1.1', null],
  ['boundary-free-above-stock', 'error', '3.2.6', 287],
  ['received-parts-differ-from-total', 'error', '3.3.1', -4],
  ['ontime-parts-differ-from-total', 'error', '3.3.2', -4],
  ['return-channels-copied', 'warning', '3.3.2', null],
  ['results-not-published', 'warning', '3.4.1', null],
  ['number-stored-as-text', 'warning', '3.5', null],
  ['apologies-without-late', 'warning', '3.5', 4],
  ['document-shares-above-100', 'warning', '7.2.3', 100],
];

const number = z.nullable(z.number());
const finding = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  key: z.nullable(z.string()),
  cells: z.array(
    z.strictObject({
      key: z.nullable(z.string()),
      address: z.string(),
      value: number,
      sheet: z.optional(z.string()),
      file: z.optional(z.string()),
    }),
  ),
  left: number,
  right: number,
  imbalance: number,
  message: z.string(),
  hint: z.string(),
  explained: z.nullable(z.strictObject({ reason: z.string(), source: z.string() })),
});
const result = z.strictObject({
  file: z.string(),
  tool: z.strictObject({ name: z.literal('cchc'), version: z.string() }),
  template: z.literal('pl01b-2024'),
  sheet: z.nullable(z.string()),
  otherSheets: z.array(z.string()),
  unit: z.nullable(z.string()),
  period: z.nullable(z.strictObject({ label: z.string(), year: z.number(), months: z.number(), end: z.string() })),
  figures: z.record(z.string(), z.strictObject({ address: z.string(), value: number, text: z.string() })),
  findings: z.array(finding),
  undecided: z.array(z.strictObject({ rule: z.string(), missing: z.array(z.string()) })),
  indicators: z.array(
    z.strictObject({
      id: z.string(),
      numerator: number,
      denominator: number,
      text: z.nullable(z.string()),
      formula: z.string(),
    }),
  ),
  summary: z.strictObject({
    errors: z.number(),
    warnings: z.number(),
    infos: z.number(),
    explained: z.number(),
    rulesRun: z.number(),
    undecided: z.number(),
  }),
});

function checked(...args: readonly string[]) {
  const run = cchc(folder, 'check', ...args, '--format', 'json');
  return { ...run, json: result.parse(JSON.parse(run.stdout)) };
}

function inOneLine(one: z.infer<typeof finding>) {
  return [one.rule, one.severity, one.key, one.imbalance];
}

describe('the real report', () => {
  it('gives exactly the known findings', () => {
    const { json, status } = checked(EXAMPLE);
    expect(json.findings.map(inOneLine)).toEqual(EXPECTED);
    expect(json.summary).toMatchObject({ errors: 3, warnings: 7, infos: 1, explained: 0, undecided: 0 });
    expect(status).toBe(1);
  });
  it('reads unit, period and figures', () => {
    const { json } = checked(EXAMPLE);
    expect(json.unit).toBe('UBND xã Hoằng Hợp');
    expect(json.period).toEqual({ label: '6 tháng đầu năm 2024', year: 2024, months: 6, end: '2024-06' });
    expect(json.figures['3.3.1']).toEqual({ address: 'D45', value: 494, text: '494' });
    expect(json.figures['3.5']).toEqual({ address: 'D61', value: 4, text: '04' });
    expect(Object.keys(json.figures)).toHaveLength(62);
  });
  it('names the cells of a comparison in the order written', () => {
    const received = checked(EXAMPLE).json.findings.find((one) => one.rule === 'received-parts-differ-from-total');
    expect(received?.cells.map((cell) => [cell.key, cell.address, cell.value])).toEqual([
      ['3.3.1', 'D45', 494],
      ['3.3.1.a', 'D46', 45],
      ['3.3.1.b', 'D47', 5],
      ['3.3.1.c', 'D48', 269],
      ['3.3.1.d', 'D49', 179],
    ]);
    expect([received?.left, received?.right]).toEqual([494, 498]);
  });
  it('prints the same text as ever', async () => {
    const { stdout } = cchc(folder, 'check', EXAMPLE);
    await expect(stdout.replaceAll(EXAMPLE, 'hoang-hop-2024-h1.xlsx')).toMatchFileSnapshot(
      '../../examples/hoang-hop-2024-h1.findings.txt',
    );
  });
  it('with 4 dossiers carried over, two findings change', () => {
    const values = JSON.parse(readFileSync('examples/hoang-hop-2024-h1.values.json', 'utf8'));
    writeFileSync(join(folder, 'k4.json'), JSON.stringify({ ...values, inputs: { K: 4 } }));
    expect(cchc(folder, 'new', 'k4.xlsx', '--values', 'k4.json').status).toBe(0);
    const { json } = checked('k4.xlsx');
    const expected = EXPECTED.filter(([rule]) => rule !== 'apologies-without-late').map((row) =>
      row[0] === 'received-parts-differ-from-total' ? [row[0], 'warning', row[2], row[3]] : row,
    );
    expect(json.findings.map(inOneLine)).toEqual(expected);
    const received = json.findings.find((one) => one.rule === 'received-parts-differ-from-total');
    expect(received?.hint).toContain('Bốn dòng có thể đã gồm 4 hồ sơ kỳ trước chuyển sang.');
  });
  it('is made by `cchc new` from its values', () => {
    const values = join(process.cwd(), 'examples/hoang-hop-2024-h1.values.json');
    expect(cchc(folder, 'new', 'again.xlsx', '--values', values).status).toBe(0);
    expect(bytesOf(join(folder, 'again.xlsx'))).toBe(bytesOf(EXAMPLE));
  });
});

describe('the marked copy', () => {
  const output = join(folder, 'da-kiem-tra.xlsx');
  it('has our sheets and no fault of form, and the input is unchanged', () => {
    const before = bytesOf(EXAMPLE);
    expect(cchc(folder, 'check', EXAMPLE, '--output', output).status).toBe(1);
    expect(bytesOf(EXAMPLE)).toBe(before);
    const opened = openWorkbook(readFileSync(output));
    if (!opened.ok) throw new Error(opened.message);
    const sheets = opened.file.readWorkbook().sheets;
    expect(sheets.map((sheet) => sheet.name)).toEqual([
      'Phụ lục 01b',
      'Thông tin báo cáo',
      'Phiếu kiểm tra số liệu',
      'Tỷ lệ tính từ Phụ lục',
    ]);
    expect(sheets.map(ownSheetId)).toEqual([null, 'report-info', 'check-report', 'indicators']);
    expect(checkIntegrity(readFileSync(output))).toEqual([]);
  });
  it('gives the same findings again, and the same bytes when written again', () => {
    expect(checked(output).json.findings.map(inOneLine)).toEqual(EXPECTED);
    const twice = join(folder, 'hai-lan.xlsx');
    cchc(folder, 'check', output, '--output', twice);
    expect(bytesOf(twice)).toBe(bytesOf(output));
  });
  it('is the input again once cleared', () => {
    const cleared = join(folder, 'bo-danh-dau.xlsx');
    expect(cchc(folder, 'clear', output, '--sheets', '--output', cleared).status).toBe(0);
    const sheets = (path: string) => {
      const opened = openWorkbook(readFileSync(path));
      return opened.ok ? opened.file.readWorkbook() : opened.message;
    };
    expect(sheets(cleared)).toEqual(sheets(EXAMPLE));
    expect(checkIntegrity(readFileSync(cleared))).toEqual([]);
  });
  it('keeps what was typed in "Giải trình" when written anew', () => {
    const opened = openWorkbook(readFileSync(output));
    if (!opened.ok) throw new Error(opened.message);
    const sheet = 'Phiếu kiểm tra số liệu';
    const reason = 'Gồm 4 hồ sơ kỳ trước chuyển sang';
    const grid = opened.file.readWorkbook().sheets.find((one) => one.name === sheet);
    const row =
      grid?.cells.findIndex((cells) =>
        cells.some((cell) => String(cell).startsWith('received-parts-differ-from-total:')),
      ) ?? -1;
    const at = { row, column: 7 };
    expect(opened.file.apply([{ kind: 'cell', sheet, at, from: null, to: reason }])).toEqual({ applied: true });
    writeFileSync(join(folder, 'giai-trinh.xlsx'), opened.file.save());
    cchc(folder, 'check', 'giai-trinh.xlsx', '--output', 'giai-trinh-2.xlsx');
    const again = openWorkbook(readFileSync(join(folder, 'giai-trinh-2.xlsx')));
    if (!again.ok) throw new Error(again.message);
    const kept = again.file.readWorkbook().sheets.find((one) => one.name === sheet);
    expect(kept?.cells[row]?.[7]).toBe(reason);
  });
});

describe('other kinds of input', () => {
  it('reads .csv, and writes a new workbook from it', () => {
    const table = readFileSync('tests/cli/hoang-hop.csv');
    writeFileSync(join(folder, 'hoang-hop.csv'), table);
    expect(checked('hoang-hop.csv').json.findings.map(inOneLine)).toEqual(EXPECTED);
    expect(cchc(folder, 'check', 'hoang-hop.csv', '--output', 'tu-csv.xlsx').status).toBe(1);
    expect(checked('tu-csv.xlsx').json.findings.map(inOneLine)).toEqual(EXPECTED);
  });
  it('keeps .xlsm as .xlsm', () => {
    cpSync(EXAMPLE, join(folder, 'macro.xlsm'));
    expect(cchc(folder, 'check', 'macro.xlsm', '--output', 'ra.xlsm').status).toBe(1);
    expect(cchc(folder, 'check', 'macro.xlsm', '--output', 'ra.xlsx').stderr).toContain('phải có đuôi .xlsm');
  });
});

describe('many files', () => {
  const many = join(folder, 'nhieu');
  mkdirSync(join(many, 'xa-b'), { recursive: true });
  for (const name of ['xa-a.xlsx', 'xa-b/bao-cao.xlsx', '~$xa-a.xlsx']) cpSync(EXAMPLE, join(many, name));
  writeFileSync(join(many, 'hong.xlsx'), 'không phải bảng tính');

  it('checks a directory in order of names; an unreadable one does not stop the rest', () => {
    const { status, stdout, stderr } = cchc(folder, 'check', 'nhieu');
    expect(stdout.trim().split('\n')).toEqual([
      `${join('nhieu', 'xa-a.xlsx')}: 3 lỗi, 7 cảnh báo, 1 gợi ý`,
      `${join('nhieu', 'xa-b', 'bao-cao.xlsx')}: 3 lỗi, 7 cảnh báo, 1 gợi ý`,
    ]);
    expect(stderr.trim()).toMatch(/^nhieu.hong\.xlsx: .+\.$/);
    expect(status).toBe(2);
  });
  it('expands patterns itself', () => {
    const { status, stdout } = cchc(folder, 'check', 'nhieu/**/*.xlsx', '--format', 'json');
    const files = z.array(z.looseObject({ file: z.string() })).parse(JSON.parse(stdout));
    expect(files.map((one) => one.file)).toEqual(['nhieu/hong.xlsx', 'nhieu/xa-a.xlsx', 'nhieu/xa-b/bao-cao.xlsx']);
    expect(status).toBe(2);
  });
  it('gives the same with worker threads', () => {
    const one = cchc(folder, 'check', 'nhieu', '--jobs', '1', '--format', 'json');
    const three = cchc(folder, 'check', 'nhieu', '--jobs', '3', '--format', 'json');
    expect(three).toEqual(one);
  });
  it('writes no output for several files', () => {
    const { status, stderr } = cchc(folder, 'check', 'nhieu', '--output', 'x.xlsx');
    expect([status, stderr.trim(), existsSync(join(folder, 'x.xlsx'))]).toEqual([
      2,
      '--output chỉ dùng khi kiểm tra đúng một tệp.',
      false,
    ]);
  });
});
