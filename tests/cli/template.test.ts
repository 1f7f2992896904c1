// `--template` and the sheet "Mẫu biểu" on the command line: a province's own annex from the form to the level above.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '../../xlsx/index.ts';
import { CONSISTENT } from '../core/consistent.ts';
import { cchc, temporaryFolder } from './cchc.ts';

const folder = temporaryFolder();

interface Row {
  readonly key?: string;
  readonly code: string;
}

/** The standard without 3.5, with a row more at the end. */
beforeAll(() => {
  const file: { rows: Row[] } = JSON.parse(readFileSync('examples/mau-bieu.json', 'utf8'));
  const own = { code: '7.7', label: 'Số camera tại Bộ phận Một cửa', unit: 'Chiếc', kind: 'count' };
  const rows = [...file.rows.filter(({ key }) => key !== '3.5'), own];
  writeFileSync(join(folder, 'mau.json'), JSON.stringify({ ...file, id: 'tinh-a', name: 'Mẫu tỉnh A', rows }));
  const wrong = rows.map((row) => ('key' in row && row.key === '1.1.2' ? { ...row, key: '1.1.1' } : row));
  writeFileSync(join(folder, 'hong.json'), JSON.stringify({ ...file, rows: wrong }));
  const { '3.5': _apologies, ...figures } = CONSISTENT;
  for (const [name, cameras] of [
    ['an', 3],
    ['binh', 4],
  ] as const) {
    const values = {
      unit: `UBND xã ${name}`,
      period: 'quý I năm 2026',
      figures: { ...figures, '7.1': 1, '7.7': cameras },
    };
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(values));
    const run = cchc(folder, 'new', `${name}.xlsx`, '--template', 'mau.json', '--values', `${name}.json`);
    expect(run).toMatchObject({ status: 0, stderr: `Đã tạo: ${name}.xlsx\n` });
  }
});

describe('a workbook made by the template', () => {
  it('brings it along, and is checked by it', () => {
    const opened = openWorkbook(readFileSync(join(folder, 'an.xlsx')));
    if (!opened.ok) throw new Error(opened.message);
    expect(opened.file.readWorkbook().sheets.map(({ name }) => name)).toEqual([
      'Phụ lục 01b',
      'Thông tin báo cáo',
      'Mẫu biểu',
    ]);
    const run = cchc(folder, 'check', 'an.xlsx', '--format', 'json');
    const result = JSON.parse(run.stdout);
    expect(run.status).toBe(0);
    expect(result.template).toMatch(/^tinh-a@[0-9a-f]{8}$/);
    expect(result.figures['7.7']).toMatchObject({ value: 3 });
    expect(result.figures['3.5']).toBeUndefined();
    expect(result.findings).toEqual([]);
    expect(result.notApplicable).toContainEqual({ rule: 'apologies-without-late', lacks: ['3.5'] });
  });
  it('says what does not apply, with the reason', () => {
    const { stdout } = cchc(folder, 'check', 'an.xlsx');
    expect(stdout).toMatch(/Không áp dụng theo mẫu này \(\d+\)/);
    expect(stdout).toContain('mẫu này không có mục 3.5.');
  });
  it('is checked by another where one is asked for', () => {
    const { stdout } = cchc(folder, 'check', 'an.xlsx', '--template', join(process.cwd(), 'examples/mau-bieu.json'));
    expect(stdout).toContain('Thiếu 1 dòng của mẫu: mục 3.5');
    expect(stdout).not.toContain('Không áp dụng');
  });
  it('is written about without what it does not have', () => {
    const { stdout, status } = cchc(folder, 'narrate', 'an.xlsx');
    expect([status, stdout.includes('xin lỗi')]).toEqual([0, false]);
  });
});

describe('many', () => {
  it('are consolidated by the template, whichever threads read them', () => {
    for (const jobs of ['1', '2']) {
      const output = `th-${jobs}.xlsx`;
      const args = ['an.xlsx', 'binh.xlsx', '--template', 'mau.json', '--output', output, '--jobs', jobs];
      const run = cchc(folder, 'consolidate', ...args, '--format', 'json');
      expect(run.status).toBe(0);
      const { template, rows } = JSON.parse(run.stdout);
      expect(template).toMatch(/^tinh-a@/);
      expect(rows.find(({ key }: Row) => key === '7.7')).toMatchObject({ value: 7, present: 2 });
      expect(rows.some(({ key }: Row) => key === '3.5')).toBe(false);
    }
    expect(readFileSync(join(folder, 'th-1.xlsx'))).toEqual(readFileSync(join(folder, 'th-2.xlsx')));
  });
  it('of another template than asked for are not added up', () => {
    const run = cchc(folder, 'consolidate', 'an.xlsx', 'binh.xlsx', '--output', 'khac.xlsx');
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('Không thấy bảng theo mẫu');
  });
  it('give facts of the rows they have', () => {
    cchc(folder, 'facts', 'an.xlsx', '--template', 'mau.json', '--output', 'f.csv');
    expect(readFileSync(join(folder, 'f.csv'), 'utf8')).toMatch(/,7\.7,3,3,/);
  });
});

describe('a template that is wrong', () => {
  it('is refused with its row, and nothing is written', () => {
    const run = cchc(folder, 'check', 'an.xlsx', '--template', 'hong.json', '--output', 'ra.xlsx');
    expect(run.status).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain('Mẫu biểu “hong.json” có 1 chỗ chưa đúng:');
    expect(run.stderr).toContain(
      'dòng 4 của rows (“1.1.2”): mục 1.1.1 của mẫu chuẩn đã dùng ở dòng 3 của rows (“1.1.1”)',
    );
    expect(() => readFileSync(join(folder, 'ra.xlsx'))).toThrow();
  });
});
