// Bad input: each one clear Vietnamese sentence, the right exit status, and nothing written.
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { newWorkbook } from '../../xlsx/index.ts';
import { bytesOf, cchc, EXAMPLE, temporaryFolder } from './cchc.ts';

const folder = temporaryFolder();
/** An OLE2 container as far as one directory entry, which tells what it holds. */
function ole2(entry: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = new DataView(bytes.buffer);
  Array.from(entry).forEach((letter, index) => {
    view.setUint16(1024 + index * 2, letter.charCodeAt(0), true);
  });
  view.setUint16(1024 + 64, entry.length * 2 + 2, true);
  view.setUint8(1024 + 66, 2);
  return bytes;
}

beforeEach(() => {
  cpSync(EXAMPLE, join(folder, 'tot.xlsx'));
  mkdirSync(join(folder, 'trong'), { recursive: true });
  writeFileSync(join(folder, 'rong.xlsx'), '');
  writeFileSync(join(folder, 'rong.csv'), '');
  writeFileSync(join(folder, 'mat-khau.xlsx'), ole2('EncryptedPackage'));
  writeFileSync(join(folder, 'word.xlsx'), ole2('WordDocument'));
  writeFileSync(join(folder, 'xau.json'), '{"figures": {"9.9.9": 1}}');
  writeFileSync(join(folder, 'hong.json'), '{');
  writeFileSync(join(folder, 'ngay-xau.csv'), 'Tên đơn vị;Hạn nộp\nXã An;mai\n');
  const other = newWorkbook();
  other.apply([
    {
      kind: 'table',
      sheet: 'Khác',
      id: null,
      expects: null,
      rows: [{ cells: ['xin chào'], look: 'plain' }],
      columns: [{ width: 9 }],
    },
  ]);
  writeFileSync(join(folder, 'khac.xlsx'), other.save());
  writeFileSync(join(folder, 'da-co.xlsx'), 'của người dùng');
});

interface Case {
  readonly args: readonly string[];
  readonly status: number;
  readonly says: RegExp;
}

const CASES: readonly Case[] = [
  { args: ['check', 'khong-co.xlsx'], status: 2, says: /Không có tệp này/ },
  { args: ['check', 'trong'], status: 2, says: /Thư mục “trong” không có tệp/ },
  { args: ['check', 'mat-khau.xlsx'], status: 2, says: /mật khẩu/ },
  { args: ['check', 'word.xlsx'], status: 2, says: /không phải là bảng tính|Word/ },
  { args: ['check', 'rong.xlsx'], status: 2, says: /rỗng/ },
  { args: ['check', 'rong.csv'], status: 2, says: /rỗng/ },
  { args: ['check', 'mau/*.xlsx'], status: 2, says: /Không có tệp nào khớp/ },
  { args: ['check', 'tot.xlsx', '--output', 'da-co.xlsx'], status: 2, says: /Đã có tệp “da-co\.xlsx”; thêm --force/ },
  { args: ['check', 'tot.xlsx', '--output', 'tot.xlsx', '--force'], status: 2, says: /trùng với tệp đầu vào/ },
  { args: ['check', 'tot.xlsx', '--output', 'ra.csv'], status: 2, says: /phải có đuôi \.xlsx/ },
  { args: ['check', 'tot.xlsx', '--output', 'khong/co/ra.xlsx'], status: 2, says: /Không có thư mục/ },
  { args: ['check'], status: 2, says: /Chưa ghi tệp/ },
  { args: ['check', 'tot.xlsx', '--mau'], status: 2, says: /Không có tùy chọn --mau/ },
  { args: ['check', 'tot.xlsx', '--format', 'xml'], status: 2, says: /chỉ nhận text hoặc json/ },
  { args: ['check', 'tot.xlsx', '--sheets'], status: 2, says: /không dùng tùy chọn --sheets/ },
  { args: ['check', 'tot.xlsx', '--jobs', '0'], status: 2, says: /số luồng/ },
  { args: ['kiemtra', 'tot.xlsx'], status: 2, says: /Không có lệnh “kiemtra”/ },
  { args: ['clear', 'tot.xlsx'], status: 2, says: /cần --output/ },
  { args: ['clear', 'a.xlsx', 'b.xlsx', '--output', 'c.xlsx'], status: 2, says: /đúng một tệp/ },
  { args: ['consolidate', '--output', 'th.xlsx'], status: 2, says: /Chưa ghi tệp cần tổng hợp/ },
  { args: ['consolidate', 'tot.xlsx'], status: 2, says: /Lệnh consolidate cần --output TỆP\.xlsx/ },
  { args: ['consolidate', 'tot.xlsx', '--output', 'th.csv'], status: 2, says: /phải có đuôi \.xlsx/ },
  { args: ['consolidate', 'tot.xlsx', '--output', 'da-co.xlsx'], status: 2, says: /Đã có tệp “da-co\.xlsx”/ },
  { args: ['consolidate', 'trong', '--output', 'th.xlsx'], status: 2, says: /Thư mục “trong” không có tệp/ },
  {
    args: ['consolidate', 'tot.xlsx', '--output', 'th.xlsx', '--roster', 'khong-co.csv'],
    status: 2,
    says: /Danh sách đơn vị “khong-co\.csv”: Không có tệp này/,
  },
  {
    args: ['consolidate', 'tot.xlsx', '--output', 'th.xlsx', '--roster', 'ngay-xau.csv'],
    status: 2,
    says: /dòng 2 ghi ngày “mai”/,
  },
  {
    args: ['consolidate', 'tot.xlsx', '--output', 'th.xlsx', '--period', 'hôm qua'],
    status: 2,
    says: /--period ghi kỳ như “6 tháng đầu năm 2024”, không nhận “hôm qua”/,
  },
  {
    args: ['consolidate', 'tot.xlsx', '--output', 'th.xlsx', '--sheet', 'A'],
    status: 2,
    says: /không dùng tùy chọn --sheet/,
  },
  { args: ['facts', 'tot.xlsx'], status: 2, says: /Lệnh facts cần --output TỆP\.csv hoặc TỆP\.parquet/ },
  { args: ['facts', '--output', 'f.csv'], status: 2, says: /Chưa ghi tệp cần lấy số liệu/ },
  { args: ['facts', 'tot.xlsx', '--output', 'f.xlsx'], status: 2, says: /phải có đuôi \.csv hoặc \.parquet/ },
  { args: ['facts', 'tot.xlsx', '--output', 'f.csv', '--resume'], status: 2, says: /không dùng tùy chọn --resume/ },
  { args: ['new', 'da-co.xlsx'], status: 2, says: /Đã có tệp/ },
  { args: ['new', 'moi.xlsx', '--values', 'xau.json'], status: 2, says: /không có .*9\.9\.9/ },
  { args: ['new', 'moi.xlsx', '--values', 'hong.json'], status: 2, says: /không phải là JSON hợp lệ/ },
  { args: ['new', 'moi.xlsx', '--values', 'khong-co.json'], status: 2, says: /Không đọc được tệp/ },
];

describe.each(CASES)('cchc $args', ({ args, status, says }) => {
  it('says so in one sentence and writes nothing', () => {
    const before = contents();
    const run = cchc(folder, ...args);
    expect(run.stderr.trim()).toMatch(says);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stdout).toBe('');
    expect(run.status).toBe(status);
    expect(contents()).toEqual(before);
  });
});

function contents() {
  return readdirSync(folder).map((name) => [name, name === 'trong' ? '' : bytesOf(join(folder, name))]);
}

it('a workbook without the annex is a finding, and nothing is written', () => {
  const before = contents();
  const run = cchc(folder, 'check', 'khac.xlsx', '--output', 'ra.xlsx');
  expect(run.stdout).toContain('Chưa thấy Phụ lục 01b trong tệp này.');
  expect(run.status).toBe(1);
  expect(contents()).toEqual(before);
});

it('a sheet that is not there is named', () => {
  const run = cchc(folder, 'check', 'tot.xlsx', '--sheet', 'Quý I');
  expect(run.stdout).toContain('tệp này không có trang tính “Quý I”');
  expect(run.status).toBe(1);
});

it('an unreadable file has its code in JSON', () => {
  const run = cchc(folder, 'check', 'mat-khau.xlsx', '--format', 'json');
  expect(JSON.parse(run.stdout)).toMatchObject({ file: 'mat-khau.xlsx', error: { code: 'encrypted' } });
  expect(run.status).toBe(2);
});

it('help names every command', () => {
  const run = cchc(folder, '--help');
  expect(run.status).toBe(0);
  for (const command of ['check', 'clear', 'new', 'consolidate', 'facts'])
    expect(run.stdout).toContain(`cchc ${command}`);
});

it('an empty annex is told in a few lines', () => {
  expect(cchc(folder, 'new', 'moi.xlsx').status).toBe(0);
  const run = cchc(folder, 'check', 'moi.xlsx');
  expect(run.status).toBe(0);
  expect(run.stdout).toContain('▲ 60 ô chưa ghi số');
  expect(run.stdout.split('\n').length).toBeLessThan(70);
});
