// `cchc check` on a workbook in which findings are explained: the sheet, the exit status, JSON and text.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { CellChange, Workbook } from '../../core/index.ts';
import { openWorkbook, type WorkbookFile } from '../../xlsx/index.ts';
import { cchc, EXAMPLE, temporaryFolder } from './cchc.ts';

const folder = temporaryFolder();
const ANNEX = 'Phụ lục 01b';
const CHECK = 'Phiếu kiểm tra số liệu';
const ERRORS = {
  '3.2.6': 'Đếm cả thủ tục của cơ quan ngành dọc',
  '3.3.1': 'Gồm 4 hồ sơ kỳ trước chuyển sang',
  '3.3.2': 'Bốn dòng gồm 4 hồ sơ giải quyết quá hạn',
} as const;

const result = z.looseObject({
  findings: z.array(
    z.looseObject({
      rule: z.string(),
      severity: z.string(),
      key: z.nullable(z.string()),
      hint: z.string(),
      explained: z.nullable(z.strictObject({ reason: z.string(), source: z.string() })),
    }),
  ),
  summary: z.looseObject({ errors: z.number(), warnings: z.number(), explained: z.number() }),
});

function open(name: string): WorkbookFile {
  const opened = openWorkbook(readFileSync(join(folder, name)));
  if (!opened.ok) throw new Error(opened.message);
  return opened.file;
}

/** A copy of the file in which cells were typed. */
function typed(from: string, to: string, changes: (workbook: Workbook) => readonly CellChange[]): void {
  const file = open(from);
  expect(file.apply(changes(file.readWorkbook()))).toEqual({ applied: true });
  writeFileSync(join(folder, to), file.save());
}

function rowsOf(workbook: Workbook, sheet: string) {
  return workbook.sheets.find(({ name }) => name === sheet)?.cells ?? [];
}

function reasons(workbook: Workbook): readonly CellChange[] {
  const rows = rowsOf(workbook, CHECK);
  return Object.entries(ERRORS).map(([key, to]) => {
    const row = rows.findIndex((cells) => cells[1] === 'Lỗi' && cells[2] === key);
    return { kind: 'cell', sheet: CHECK, at: { row, column: 7 }, from: null, to };
  });
}

function json(name: string) {
  const run = cchc(folder, 'check', name, '--format', 'json');
  return { status: run.status, ...result.parse(JSON.parse(run.stdout)) };
}

cchc(folder, 'check', EXAMPLE, '--output', 'a.xlsx');
typed('a.xlsx', 'explained.xlsx', reasons);

describe('a file whose errors are explained', () => {
  it('has no error left: exit status 0, the findings still listed', () => {
    const { status, summary, findings } = json('explained.xlsx');
    expect([status, summary]).toEqual([0, expect.objectContaining({ errors: 0, warnings: 7, explained: 3 })]);
    expect(findings).toHaveLength(11);
    expect(findings.flatMap(({ explained }) => explained?.reason ?? [])).toEqual(Object.values(ERRORS));
  });
  it('is told in words', () => {
    const { stdout, status } = cchc(folder, 'check', 'explained.xlsx');
    expect(status).toBe(0);
    expect(stdout).not.toContain('Lỗi (');
    expect(stdout).toContain('Đã giải trình (3)');
    expect(stdout.replace(/\s+/g, ' ')).toContain(`Giải trình: ${ERRORS['3.3.1']} (${CHECK}!H`);
    expect(stdout).toContain('Số liệu vẫn như ở lần kiểm tra ghi trên “Phiếu kiểm tra số liệu”.');
    expect(stdout).toMatch(/0 lỗi · 7 cảnh báo · 1 gợi ý · 3 mục đã giải trình · /);
    expect(cchc(folder, 'check', 'explained.xlsx', 'a.xlsx').stdout).toContain(', 3 mục đã giải trình\n');
  });
  it('keeps the reasons when written anew, and is written the same twice', () => {
    expect(cchc(folder, 'check', 'explained.xlsx', '--output', 'b.xlsx').status).toBe(0);
    expect(cchc(folder, 'check', 'b.xlsx', '--output', 'c.xlsx').status).toBe(0);
    expect(readFileSync(join(folder, 'c.xlsx'))).toEqual(readFileSync(join(folder, 'b.xlsx')));
    expect(json('b.xlsx').summary).toEqual(json('explained.xlsx').summary);
  });
  it('has the errors again whose figures have changed, and says which', () => {
    typed('b.xlsx', 'd.xlsx', () => [
      { kind: 'cell', sheet: ANNEX, at: { row: 45, column: 3 }, from: 45, to: 46 },
      { kind: 'cell', sheet: ANNEX, at: { row: 42, column: 3 }, from: 494, to: 207 },
    ]);
    const { status, summary, findings } = json('d.xlsx');
    expect([status, summary.errors, summary.explained]).toEqual([1, 1, 1]);
    const received = findings.find(({ rule }) => rule === 'received-parts-differ-from-total');
    expect(received?.hint).toContain('Giải trình này cho số cũ (ô D46: 45 → 46). Xem lại.');
    const { stdout } = cchc(folder, 'check', 'd.xlsx');
    expect(stdout).toContain('Số liệu đã đổi sau lần kiểm tra ghi trên “Phiếu kiểm tra số liệu”.');
    expect(stdout).toContain('Giải trình của các mục nay không còn (1)');
    expect(cchc(folder, 'check', 'd.xlsx', 'a.xlsx').stdout).toContain('; số liệu đã đổi sau lần kiểm tra\n');
  });
});

it('a reason in “Ghi chú” does the same, without any sheet of ours', () => {
  writeFileSync(join(folder, 'own.xlsx'), readFileSync(EXAMPLE));
  typed('own.xlsx', 'note.xlsx', () => [
    { kind: 'cell', sheet: ANNEX, at: { row: 44, column: 4 }, from: null, to: `Giải trình: ${ERRORS['3.3.1']}` },
  ]);
  expect(json('note.xlsx').summary).toMatchObject({ errors: 2, explained: 1 });
});
