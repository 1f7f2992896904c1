// Annexes of one workbook: one a unit of a file sent in, one a sheet of the workbook that is open, with live columns.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  analysesOf,
  analyze,
  annexSheetsOf,
  type Cell,
  consolidate,
  type GatheredFile,
  type Grid,
  gatherSheet,
  gatherWorkbook,
  type InputKey,
  pl01b2024,
  planAnnexForm,
  planConsolidation,
  planInfoForm,
  planTemplateSheet,
  readTemplate,
  savedDay,
  type Workbook,
} from '../../core/index.ts';
import { memoryHost } from '../hosts/memory.ts';
import { type Annex, annexSheet } from './annexes.ts';
import { CONSISTENT } from './consistent.ts';
import { gridOfTable, PERIOD, workbookOf } from './workbooks.ts';

type Figures = NonNullable<Annex['figures']>;

function annex(sheet: string, unit: string | null, figures: Figures = {}): Grid {
  return annexSheet({ sheet, unit, figures });
}

function info(unit: string | null, inputs: Partial<Readonly<Record<InputKey, Cell>>>): Grid {
  return gridOfTable(planInfoForm({ ...inputs, ...(unit !== null && { unit }) }));
}

const THREE = workbookOf(
  annex('An', 'UBND xã An', { '1.1.3': 3 }),
  annex('Bình', 'UBND xã Bình', { '1.1.3': '04' }),
  annex('Cát', null, { '1.1.3': null }),
);

function gathered(workbook: Workbook): readonly GatheredFile[] {
  const sheets = annexSheetsOf(analyze(workbook), workbook);
  return sheets.flatMap((sheet) => gatherSheet(workbook, sheet, sheets) ?? []);
}

/** Which reports have the inputs typed on "Thông tin báo cáo": the first of those is L. */
function withL(files: readonly GatheredFile[]): readonly string[] {
  return files.flatMap(({ reports }) => reports.filter(({ inputs }) => inputs.includes(10)).map(({ sheet }) => sheet));
}

describe('the sheets of the workbook that is open', () => {
  it('are a report each; a sheet without a unit goes by its own name', () => {
    expect(gathered(THREE).flatMap(({ reports }) => reports.map(({ unit, sheet }) => [unit, sheet]))).toEqual([
      ['UBND xã An', 'An'],
      ['UBND xã Bình', 'Bình'],
      ['Cát', 'Cát'],
    ]);
    expect(gatherSheet(workbookOf(...THREE.sheets, annex('Sổ', 'x')), 'Không có', ['Không có'])).toBeNull();
  });

  it('share no inputs: what is typed once is the named unit’s', () => {
    expect(withL(gathered(workbookOf(...THREE.sheets, info('Xã Bình', { L: 10 }))))).toEqual(['Bình']);
    expect(withL(gathered(workbookOf(...THREE.sheets, info(null, { L: 10 }))))).toEqual([]);
    expect(withL(gathered(workbookOf(annex('An', 'UBND xã An'), info(null, { L: 10 }))))).toEqual(['An']);
  });

  it('become live columns where the cell is a number, and stay as read where it is not', () => {
    const [total] = planConsolidation(consolidate(pl01b2024, gathered(THREE)), THREE);
    const row = total?.rows.findIndex(({ cells }) => cells[0] === '1.1.3') ?? -1;
    expect(total?.rows[row]?.cells.slice(9)).toEqual([
      null,
      { formula: "IF(ISNUMBER('An'!D13),'An'!D13,\"\")", value: 3 },
      4,
    ]);
    expect(total?.rows[5]?.cells.slice(9)).toEqual(['Tệp này · Cát', 'Tệp này · An', 'Tệp này · Bình']);
  });

  it('give sheets that are made once and then rewritten, with what was noted beside a row', async () => {
    const host = memoryHost(THREE);
    const write = async (figures: Figures = {}) => {
      const read = (await host.readWorkbook()) as Workbook;
      const [an, ...others] = read.sheets;
      const now = {
        ...read,
        sheets: [figures['1.1.3'] === undefined || !an ? an : annex('An', 'UBND xã An', figures), ...others].flatMap(
          (one) => one ?? [],
        ),
      };
      return host.apply(planConsolidation(consolidate(pl01b2024, gathered(now)), now));
    };
    expect(await write()).toEqual({ applied: true });
    const once = (await host.readWorkbook()) as Workbook;
    expect(once.sheets.map(({ name }) => name).slice(3)).toEqual([
      'Tổng hợp',
      'Tình hình nộp báo cáo',
      'Lỗi và số khác thường',
    ]);
    expect(annexSheetsOf(analyze(once), once)).toEqual(['An', 'Bình', 'Cát']);
    expect(await write()).toEqual({ applied: true });
    expect(await host.readWorkbook()).toEqual(once);
    // The official notes something beside a commune's line, right of our columns.
    const note = {
      kind: 'cell',
      sheet: 'Tình hình nộp báo cáo',
      at: { row: 5, column: 12 },
      from: null,
      to: 'đã gọi',
    } as const;
    expect(once.sheets[4]?.cells[5]?.[1]).toBe('UBND xã An');
    await host.apply([note]);
    await write({ '1.1.3': 5 });
    const after = (await host.readWorkbook()) as Workbook;
    expect(after.sheets[4]?.cells[5]?.[12]).toBe('đã gọi');
    expect(after.sheets).toHaveLength(6);
  });

  it('never take the place of a sheet of the user’s', async () => {
    const host = memoryHost(
      workbookOf(...THREE.sheets, { ...annex('Tổng hợp', 'UBND xã Dương'), cells: [['của tôi']] }),
    );
    const read = (await host.readWorkbook()) as Workbook;
    await host.apply(planConsolidation(consolidate(pl01b2024, gathered(read)), read));
    const after = (await host.readWorkbook()) as Workbook;
    expect(after.sheets[3]?.cells).toEqual([['của tôi']]);
    expect(after.sheets[4]?.name).toBe('Tổng hợp (CCHC)');
  });
});

describe('a workbook with a template of its own', () => {
  const file: { rows: { key: string }[] } = JSON.parse(readFileSync('examples/mau-bieu.json', 'utf8'));
  const read = readTemplate({ ...file, rows: file.rows.filter(({ key }) => key !== '3.5') });
  if (!read.ok) throw new Error(read.problems.join('; '));
  const { template } = read;
  const form = (sheet: string, unit: string): Grid =>
    gridOfTable({ ...planAnnexForm(template, { unit, period: PERIOD, figures: CONSISTENT }), sheet });
  const workbook = workbookOf(
    form('An', 'UBND xã An'),
    form('Bình', 'UBND xã Bình'),
    gridOfTable(planTemplateSheet(template)),
  );

  it('has its annexes read by that template, and those by the standard one are told apart', () => {
    const analysis = analyze(workbook);
    const sheets = annexSheetsOf(analysis, workbook);
    const own = sheets.flatMap((sheet) => gatherSheet(workbook, sheet, sheets, { template: analysis.template }) ?? []);
    const sent = gatherWorkbook('cat.xlsx', null, workbookOf(annex('Cát', 'UBND xã Cát')));
    const { communes, rows, submissions } = consolidate(analysis.template, [...own, sent]);
    expect(communes.map(({ unit }) => unit)).toEqual(['UBND xã An', 'UBND xã Bình']);
    expect(rows.map(({ key }) => key)).not.toContain('3.5');
    expect(submissions.map(({ unit, state }) => [unit, state])[2]).toEqual(['UBND xã Cát', 'template-differs']);
  });
});

describe('a file sent in', () => {
  it('is a report a unit; what is typed once is the named unit’s', () => {
    const units = (workbook: Workbook) => analysesOf(workbook).map(({ sheet, unit }) => [sheet, unit]);
    expect(units(THREE)).toEqual([
      ['An', 'UBND xã An'],
      ['Bình', 'UBND xã Bình'],
    ]);
    const typed = workbookOf(...THREE.sheets, info('UBND xã Bình', { L: 10 }));
    expect(units(typed)).toEqual(units(THREE));
    const file = gatherWorkbook('gop.xlsx', '2024-06-08', typed);
    expect(withL([file])).toEqual(['Bình']);
    expect(file.reports.map(({ otherSheets }) => otherSheets)).toEqual([['Cát'], ['Cát']]);
  });

  it('of one unit has its inputs whatever its older copies', () => {
    const copies = workbookOf(annex('Kỳ này', 'UBND xã An'), annex('Kỳ trước', 'UBND xã An'), info(null, { L: 10 }));
    const file = gatherWorkbook('an.xlsx', null, copies);
    expect(withL([file])).toEqual(['Kỳ này']);
    expect(file.reports.map(({ otherSheets }) => otherSheets)).toEqual([['Kỳ trước']]);
  });
});

it.each([
  ['2024-06-08', Date.UTC(2024, 5, 7, 17)],
  ['2024-06-07', Date.UTC(2024, 5, 7, 16, 59)],
  ['2024-02-29', Date.UTC(2024, 1, 29, 5)],
  ['2023-12-31', Date.UTC(2023, 11, 31, 16)],
])('a file is saved on %s by the clock of Vietnam', (day, milliseconds) => {
  expect(savedDay(milliseconds)).toBe(day);
});
