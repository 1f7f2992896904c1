// `cchc consolidate` as a district runs it: a folder, a roster, a broken file, an interruption.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkIntegrity, openWorkbook } from '../../xlsx/index.ts';
import { bytesOf, cchc, temporaryFolder } from './cchc.ts';
import { writeAnnexes, writeCommune } from './folderOfCommunes.ts';

const folder = temporaryFolder();
const communes = join(folder, 'bao-cao');

beforeAll(() => {
  for (const number of [1, 2, 3, 10])
    writeCommune(communes, `p${number}.xlsx`, `UBND phường ${number}`, { '1.1.3': number });
  writeCommune(join(communes, 'muon'), 'an.xlsx', 'UBND xã An', { '1.1.3': null });
  writeFileSync(
    join(folder, 'danh-sach.csv'),
    'Tên đơn vị,Hạn nộp\n"Phường 1",10/6/2024\nPhường 2,7/6/2024\nPhường 3,\nPhường 10,\nXã An,\nXã Bình,\n',
  );
});

function sheetsOf(name: string) {
  const opened = openWorkbook(readFileSync(join(folder, name)));
  if (!opened.ok) throw new Error(opened.message);
  return opened.file.readWorkbook().sheets;
}

describe('a folder with a roster', () => {
  it('becomes one workbook of three sheets', () => {
    const run = cchc(folder, 'consolidate', 'bao-cao', '--roster', 'danh-sach.csv', '--output', 'th.xlsx');
    expect(run.stdout).toContain(
      'Kỳ báo cáo: 6 tháng đầu năm 2024. Đã cộng 5 báo cáo. Các tệp đọc được không còn lỗi chưa giải trình.',
    );
    expect(run.stdout).toContain('  Xã Bình: Chưa nộp');
    expect(run.stdout).toContain(`  Phường 2 (${join('bao-cao', 'p2.xlsx')}): Đã cộng; nộp chậm`);
    expect(run.stderr).toBe('Đã ghi bản tổng hợp: th.xlsx\n');
    expect(run.status).toBe(1);
    const [total, state, errors] = sheetsOf('th.xlsx');
    expect([total?.name, state?.name, errors?.name]).toEqual([
      'Tổng hợp',
      'Tình hình nộp báo cáo',
      'Lỗi và số khác thường',
    ]);
    expect(total?.cells[4]?.slice(9, 14)).toEqual(['Phường 1', 'Phường 2', 'Phường 3', 'Phường 10', 'Xã An']);
    const row = total?.cells.findIndex(([code]) => code === '1.1.3') ?? -1;
    expect(total?.formulas[row]?.[3]).toBe(`IF(G${row + 1}=0,"Chưa đủ số liệu",SUM(J${row + 1}:N${row + 1}))`);
    expect(total?.cells[row]?.slice(3, 14)).toEqual([16, null, null, 4, 1, 'Cộng các đơn vị', 1, 2, 3, 10]);
    expect(checkIntegrity(readFileSync(join(folder, 'th.xlsx')))).toEqual([]);
    expect(existsSync(join(folder, 'th.xlsx.cchc-journal'))).toBe(false);
  });

  it('the order in which the files are given changes nothing', () => {
    const names = ['muon/an.xlsx', 'p10.xlsx', 'p3.xlsx', 'p2.xlsx', 'p1.xlsx'].map((name) => join('bao-cao', name));
    cchc(folder, 'consolidate', ...names, '--roster', 'danh-sach.csv', '--output', 'nguoc.xlsx');
    expect(bytesOf(join(folder, 'nguoc.xlsx'))).toBe(bytesOf(join(folder, 'th.xlsx')));
  });

  it('its JSON traces every total to the cells of the files', () => {
    const run = cchc(folder, 'consolidate', 'bao-cao', '--output', 'th2.xlsx', '--format', 'json');
    const result = JSON.parse(run.stdout);
    expect(run.status).toBe(0);
    expect(result.communes[0]).toEqual({
      unit: 'UBND Phường 1',
      file: join('bao-cao', 'p1.xlsx'),
      sheet: 'Phụ lục 01b',
    });
    expect(result.rows.find((row: { key: string }) => row.key === '1.1.3')).toEqual({
      key: '1.1.3',
      way: 'sum',
      present: 4,
      notArisen: 0,
      missing: 1,
      value: 16,
      cells: [1, 2, 3, 10, null].map((value) => ({ address: 'D13', value })),
    });
  });

  it('the output among the input is not read as a report', () => {
    cchc(folder, 'consolidate', 'bao-cao', '--output', join('bao-cao', 'th.xlsx'));
    const again = cchc(folder, 'consolidate', 'bao-cao', '--output', join('bao-cao', 'th.xlsx'), '--force');
    expect(again.stdout).toContain('Đã cộng 5 báo cáo');
    rmSync(join(communes, 'th.xlsx'));
  });
});

describe('a file of several annexes', () => {
  const annex = { period: '6 tháng đầu năm 2024', figures: {} };
  beforeAll(() => {
    writeAnnexes(join(folder, 'gop'), 'gop.xlsx', [
      { ...annex, sheet: 'An', unit: 'UBND xã An' },
      { ...annex, sheet: 'Bình', unit: 'UBND xã Bình' },
      { ...annex, sheet: 'An (cũ)', unit: 'UBND xã An', figures: { '1.1.3': 99 } },
      { ...annex, sheet: 'Cát', unit: 'UBND xã Cát', period: 'quý I năm 2024' },
    ]);
  });

  it('gives a report a unit, and older copies are only named', () => {
    const run = cchc(folder, 'consolidate', 'gop', '--output', 'gop-th.xlsx');
    expect(run.stdout).toContain('Đã cộng 2 báo cáo');
    expect(run.stdout).toContain('UBND xã Cát (');
    const [total, state] = sheetsOf('gop-th.xlsx');
    expect(total?.cells[5]?.slice(9)).toEqual(['An', 'Bình'].map((sheet) => `${join('gop', 'gop.xlsx')} · ${sheet}`));
    expect(state?.cells.find(([, unit]) => unit === 'UBND xã An')?.[9]).toBe('Tệp còn bảng khác ở: An (cũ).');
  });

  it('--period chooses which of them count', () => {
    const run = cchc(folder, 'consolidate', 'gop', '--output', 'gop-q1.xlsx', '--period', 'Quý I/2024');
    expect(run.stdout).toContain('Kỳ báo cáo: quý I năm 2024. Đã cộng 1 báo cáo');
  });
});

it('a file that cannot be read is listed and stops nothing', () => {
  writeFileSync(join(communes, 'hong.xlsx'), 'không phải bảng tính');
  const run = cchc(folder, 'consolidate', 'bao-cao', '--output', 'co-hong.xlsx');
  rmSync(join(communes, 'hong.xlsx'));
  expect(run.stdout).toContain('Đã cộng 5 báo cáo');
  expect(run.stderr).toContain(`${join('bao-cao', 'hong.xlsx')}: `);
  expect(run.status).toBe(2);
  const state = sheetsOf('co-hong.xlsx')[1];
  expect(state?.cells.some((row) => row[1] === 'hong' && row[2] === 'Không đọc được tệp')).toBe(true);
});

it('without a single annex nothing is written', () => {
  mkdirSync(join(folder, 'khong'), { recursive: true });
  writeFileSync(join(folder, 'khong', 'a.csv'), 'xin chào,1\n');
  const run = cchc(folder, 'consolidate', 'khong', '--output', 'khong.xlsx');
  expect(run.stderr).toBe('Không có báo cáo nào cộng được nên không ghi tệp tổng hợp.\n');
  expect(run.status).toBe(1);
  expect(existsSync(join(folder, 'khong.xlsx'))).toBe(false);
});

describe('--resume', () => {
  const output = 'tiep.xlsx';
  const journal = join(folder, `${output}.cchc-journal`);
  const args = ['consolidate', 'bao-cao', '--roster', 'danh-sach.csv', '--output', output, '--force'];

  /** The journal of a run, as an interruption leaves it: some files read, the last line cut in the middle. */
  function interrupted(change: (lines: string[]) => string): void {
    const whole = cchc(folder, ...args);
    expect(whole.status).toBe(1);
    renameSync(join(folder, output), join(folder, 'lien.xlsx'));
    // A folder in place of the output lets everything be read and nothing be written.
    mkdirSync(join(folder, output));
    expect(cchc(folder, ...args).status).toBe(2);
    rmSync(join(folder, output), { recursive: true });
    writeFileSync(journal, change(readFileSync(journal, 'utf8').split('\n')));
  }

  const CASES: readonly (readonly [string, (lines: string[]) => string, number])[] = [
    ['with all files read', (lines) => lines.join('\n'), 5],
    ['with its last line cut off', (lines) => `${lines.slice(0, 3).join('\n')}\n${lines[3]?.slice(0, 80)}`, 2],
    [
      'with a damaged line',
      (lines) => lines.map((line, i) => (i === 2 ? line.replace('"sheet"', '"shee"') : line)).join('\n'),
      4,
    ],
    [
      'of another version',
      (lines) => ['{"journal":"cchc consolidate","version":"0"}', ...lines.slice(1)].join('\n'),
      0,
    ],
    ['that is empty', () => '', 0],
    ['that is none', () => 'không phải nhật ký', 0],
  ];

  it.each(CASES)('from a journal %s equals an uninterrupted run byte for byte', (_name, change, known) => {
    interrupted(change);
    const run = cchc(folder, ...args, '--resume');
    const told = known === 0 ? '' : `Làm tiếp: ${known} tệp đã đọc ở lần chạy trước.\n`;
    expect(run.stderr).toBe(`${told}Đã ghi bản tổng hợp: ${output}\n`);
    expect(bytesOf(join(folder, output))).toBe(bytesOf(join(folder, 'lien.xlsx')));
    expect(existsSync(journal)).toBe(false);
  });

  it('reads again a file that has changed since', () => {
    interrupted((lines) => lines.join('\n'));
    const file = join(communes, 'p1.xlsx');
    const before = readFileSync(file);
    writeCommune(communes, 'p1.xlsx', 'UBND phường 1', { '1.1.3': 100 });
    utimesSync(file, new Date('2024-06-09T05:00:00Z'), new Date('2024-06-09T05:00:00Z'));
    const run = cchc(folder, ...args, '--resume');
    writeFileSync(file, before);
    utimesSync(file, new Date('2024-06-08T05:00:00Z'), new Date('2024-06-08T05:00:00Z'));
    expect(run.stderr).toContain('Làm tiếp: 4 tệp');
    const [total] = sheetsOf(output);
    expect(total?.cells.find(([code]) => code === '1.1.3')?.[3]).toBe(115);
  });

  it('goes on writing the journal it found', () => {
    interrupted((lines) => `${lines.slice(0, 2).join('\n')}\n`);
    appendFileSync(journal, '{"size":1');
    mkdirSync(join(folder, output));
    cchc(folder, ...args, '--resume');
    rmSync(join(folder, output), { recursive: true });
    expect(readFileSync(journal, 'utf8').trim().split('\n')).toHaveLength(6);
    expect(cchc(folder, ...args, '--resume').stderr).toContain('Làm tiếp: 5 tệp');
  });

  it('two threads give the same bytes as one', () => {
    cchc(folder, ...args, '--jobs', '1');
    const one = bytesOf(join(folder, output));
    cchc(folder, ...args, '--jobs', '2');
    expect(bytesOf(join(folder, output))).toBe(one);
  });
});
