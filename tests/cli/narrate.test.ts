// `cchc narrate` on the real report: the text, the sheet in a copy, what it refuses.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownSheetId, type Workbook } from '../../core/index.ts';
import { readWord } from '../../word/index.ts';
import { checkIntegrity, openWorkbook } from '../../xlsx/index.ts';
import { bytesOf, cchc, EXAMPLE, temporaryFolder } from './cchc.ts';

const folder = temporaryFolder();

function opened(path: string) {
  const result = openWorkbook(readFileSync(path));
  if (!result.ok) throw new Error(result.message);
  return result.file;
}

function narrativeOf(workbook: Workbook): readonly (readonly unknown[])[] {
  return workbook.sheets.find((sheet) => ownSheetId(sheet) === 'narrative')?.cells ?? [];
}

describe('the example', () => {
  it('reads as a report, draft as its figures are', async () => {
    const { status, stdout, stderr } = cchc(folder, 'narrate', EXAMPLE);
    expect(status).toBe(1);
    await expect(stdout).toMatchFileSnapshot('../../examples/hoang-hop-2024-h1.narrative.txt');
    await expect(stderr).toMatchFileSnapshot('../../examples/hoang-hop-2024-h1.narrative-open.txt');
  });
  it('is the same in a text file', () => {
    expect(cchc(folder, 'narrate', EXAMPLE, '--output', 'bao-cao.txt').status).toBe(1);
    expect(readFileSync(join(folder, 'bao-cao.txt'), 'utf8')).toBe(cchc(folder, 'narrate', EXAMPLE).stdout);
  });
});

describe('the Word file', () => {
  it('says what the text says, and nothing in it differs from the annex', () => {
    expect(cchc(folder, 'narrate', EXAMPLE, '--output', 'bao-cao.docx').status).toBe(1);
    const read = readWord(readFileSync(join(folder, 'bao-cao.docx')));
    if (!read.ok) throw new Error(read.message);
    const text = cchc(folder, 'narrate', EXAMPLE).stdout.split('\n\n');
    for (const paragraph of text) expect(read.paragraphs.map(tidy)).toContain(tidy(paragraph));
    expect(read.paragraphs.join('\n')).toMatch(
      /CỘNG HÒA XÃ HỘI[\s\S]*Kính gửi[\s\S]*Nguyễn Quang Công[\s\S]*Phụ lục 01b/,
    );
    const { stdout } = cchc(folder, 'check', EXAMPLE, '--narrative', 'bao-cao.docx', '--format', 'json');
    const claims: readonly { outcome: string; quote: string }[] = JSON.parse(stdout).claims;
    expect(claims.filter((claim) => claim.outcome === 'differs')).toEqual([]);
    expect(claims.filter((claim) => claim.outcome === 'agrees').length).toBeGreaterThan(30);
  });
  it('is the same to the byte, and is never written over', () => {
    cchc(folder, 'narrate', EXAMPLE, '--output', 'hai.docx');
    expect(bytesOf(join(folder, 'hai.docx'))).toBe(bytesOf(join(folder, 'bao-cao.docx')));
    const { status, stderr } = cchc(folder, 'narrate', EXAMPLE, '--output', 'hai.docx');
    expect([status, stderr]).toEqual([2, expect.stringContaining('Đã có tệp')]);
  });
  it('takes an official’s own template, and tells all that is wrong with one', () => {
    const template = 'word/templates/bao-cao.docx';
    const own = join(process.cwd(), template);
    cchc(folder, 'narrate', EXAMPLE, '--output', 'mau.docx', '--word-template', own);
    expect(bytesOf(join(folder, 'mau.docx'))).toBe(bytesOf(join(folder, 'bao-cao.docx')));
    writeFileSync(join(folder, 'hong.docx'), 'không phải tệp Word');
    const { status, stderr } = cchc(folder, 'narrate', EXAMPLE, '--output', 'x.docx', '--word-template', 'hong.docx');
    expect(status).toBe(2);
    expect(stderr).toContain('Mẫu Word “hong.docx” chưa dùng được:');
    expect(existsSync(join(folder, 'x.docx'))).toBe(false);
  });
});

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

describe('the copy with its sheet', () => {
  const output = join(folder, 'loi-van.xlsx');
  it('is whole, and the input is unchanged', () => {
    const before = bytesOf(EXAMPLE);
    expect(cchc(folder, 'narrate', EXAMPLE, '--output', output).stderr).toContain(`Đã ghi: ${output}`);
    expect(bytesOf(EXAMPLE)).toBe(before);
    expect(checkIntegrity(readFileSync(output))).toEqual([]);
    expect(narrativeOf(opened(output).readWorkbook()).length).toBeGreaterThan(30);
  });
  it('written again is the same to the byte', () => {
    cchc(folder, 'narrate', output, '--output', 'lai.xlsx');
    expect(bytesOf(join(folder, 'lai.xlsx'))).toBe(bytesOf(output));
  });
  it('keeps an edited sentence and renews its numbers', () => {
    const file = opened(output);
    const workbook = file.readWorkbook();
    const sheet = workbook.sheets.find((one) => ownSheetId(one) === 'narrative');
    const row = sheet?.cells.findIndex((cells) => cells[5] === 'P1.1') ?? -1;
    const from = sheet?.cells[row]?.[1] ?? null;
    const edited = 'Theo Kế hoạch CCHC năm 2024 có 38 nhiệm vụ; xã đã hoàn thành 19 nhiệm vụ.';
    const outcome = file.apply([
      { kind: 'cell', sheet: 'Lời văn báo cáo', at: { row, column: 1 }, from, to: edited },
      { kind: 'cell', sheet: 'Phụ lục 01b', at: { row: 11, column: 3 }, from: 19, to: 25 },
    ]);
    expect(outcome).toEqual({ applied: true });
    writeFileSync(join(folder, 'sua.xlsx'), file.save());
    const { stderr } = cchc(folder, 'narrate', 'sua.xlsx', '--output', 'sua-lai.xlsx');
    expect(stderr).toContain('1 đoạn giữ câu đã sửa tay');
    const cells = narrativeOf(opened(join(folder, 'sua-lai.xlsx')).readWorkbook());
    expect(cells.find((one) => one[5] === 'P1.1')?.[1]).toBe(
      'Theo Kế hoạch CCHC năm 2024 có 38 nhiệm vụ; xã đã hoàn thành 25 nhiệm vụ.',
    );
  });
});

describe('with the file of the same months a year before', () => {
  const RISE = 'So với cùng kỳ năm trước, số hồ sơ tiếp nhận tăng 82\u00A0hồ sơ (tăng 19,9%).';
  const figures = { '3.3.1': 412, '3.3.1.a': 62, '3.3.1.b': 0, '3.3.1.c': 200, '3.3.1.d': 150 };
  const previous = (file: string, period: string) => {
    writeFileSync(join(folder, 'so.json'), JSON.stringify({ figures, unit: 'UBND xã Hoằng Hợp', period }));
    cchc(folder, 'new', file, '--values', 'so.json', '--force');
    return file;
  };
  const lastYear = previous('6t2023.xlsx', '6 tháng đầu năm 2023');
  it('says what has changed', () => {
    const { stdout } = cchc(folder, 'narrate', EXAMPLE, '--previous', lastYear);
    const without = cchc(folder, 'narrate', EXAMPLE).stdout;
    const added = stdout.split('\n').filter((line) => !without.split('\n').includes(line));
    expect(added).toHaveLength(1);
    // The total is under an error, and so is what is computed from it.
    expect(added[0]).toContain('số hồ sơ tiếp nhận tăng ⟦⚠ 82⟧\u00A0hồ sơ (tăng ⟦⚠ 19,9%⟧)');
    expect(added[0]).toContain(
      'Tỷ lệ hồ sơ tiếp nhận trực tuyến tăng ⟦⚠ 5,74⟧\u00A0điểm phần trăm so với cùng kỳ năm trước.',
    );
  });
  it('in Word as in the text, and on the sheet with the other file’s cells named', () => {
    const corrected = opened(EXAMPLE);
    const change = { kind: 'cell', sheet: 'Phụ lục 01b', at: { row: 45, column: 3 }, from: 45, to: 41 } as const;
    expect(corrected.apply([change])).toEqual({ applied: true });
    writeFileSync(join(folder, 'dung.xlsx'), corrected.save());
    cchc(folder, 'narrate', 'dung.xlsx', '--previous', lastYear, '--output', 'so-sanh.docx');
    const read = readWord(readFileSync(join(folder, 'so-sanh.docx')));
    expect(read.ok && read.paragraphs.map(tidy).join('\n')).toContain(tidy(RISE));
    cchc(folder, 'narrate', 'dung.xlsx', '--previous', lastYear, '--output', 'so-sanh.xlsx');
    const row = narrativeOf(opened(join(folder, 'so-sanh.xlsx')).readWorkbook()).find((cells) => cells[5] === 'P3.3.1');
    expect(row?.[1]).toContain(RISE);
    expect(row?.[2]).toContain(
      'D49, ô D45 của “Phụ lục 01b”, tệp “6t2023.xlsx”, ô D48 của “Phụ lục 01b”, tệp “6t2023.xlsx”',
    );
  });
  it('a file that cannot be compared is refused', () => {
    const later = previous('9t2024.xlsx', '9 tháng đầu năm 2024');
    const { status, stdout, stderr } = cchc(folder, 'narrate', EXAMPLE, '--previous', later);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('không sớm hơn 6 tháng đầu năm 2024 nên chưa so');
  });
});

describe('what it refuses, in one sentence and writing nothing', () => {
  it.each([
    [['narrate', EXAMPLE, '--output', 'x.pdf'], 'phải có đuôi'],
    [['narrate', 'khong-co.xlsx'], 'Không có tệp này'],
    [['narrate', EXAMPLE, EXAMPLE], 'cần đúng một tệp'],
    [['narrate', EXAMPLE, '--word-template', 'mau.docx'], '--word-template chỉ dùng khi'],
    [['narrate', EXAMPLE, '--format', 'json'], 'không dùng tùy chọn --format'],
    [['narrate', EXAMPLE, '--previous', 'khong-co.xlsx'], 'khong-co.xlsx: Không có tệp này'],
  ])('%j', (args, sentence) => {
    const { status, stdout, stderr } = cchc(folder, ...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'x.pdf'))).toBe(false);
  });
  it('a workbook without the annex', () => {
    writeFileSync(join(folder, 'trong.csv'), 'a,b\n1,2\n');
    const { status, stderr } = cchc(folder, 'narrate', 'trong.csv', '--output', 'y.xlsx');
    expect(status).toBe(1);
    expect(stderr).toContain('Chưa thấy Phụ lục 01b');
    expect(existsSync(join(folder, 'y.xlsx'))).toBe(false);
  });
});
