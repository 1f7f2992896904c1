// The level above in the pane, step by step, as every host's journey takes it: communes' files, and the way to the result.
import type { Frame, Page } from 'playwright-core';
import { makeWorkbook } from '../../xlsx/index.ts';
import { type Annex, annexForm } from '../core/annexes.ts';

/** The pane's own page, or the frame that a host shows it in. */
export type PaneFrame = Page | Frame;

export async function toConsolidation(page: PaneFrame): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Tổng hợp', exact: true }).click();
  await page.getByRole('heading', { name: 'Tổng hợp nhiều báo cáo' }).waitFor();
}

/** The button of the view, not the tab. */
export async function consolidate(page: PaneFrame): Promise<void> {
  await page.locator('main').getByRole('button', { name: 'Tổng hợp', exact: true }).click();
  await page.getByText('Kỳ báo cáo: ').waitFor();
}

export interface SentFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const SPREADSHEET = 'application/octet-stream';

export function sentFile(name: string, content: Uint8Array | string): SentFile {
  return { name, mimeType: SPREADSHEET, buffer: Buffer.from(content) };
}

/** An annex as a file of its own. */
export function communeFile(name: string, annex: Omit<Annex, 'sheet'>): SentFile {
  return sentFile(name, makeWorkbook([annexForm({ ...annex, sheet: 'Phụ lục 01b' })]));
}

/** Ten communes: one with errors, one sent twice, one of another period, one far from the others, one file broken. */
export const SENT: readonly SentFile[] = [
  ...[1, 2, 3, 4, 5, 6, 7].map((number) =>
    communeFile(`phuong-${number}.xlsx`, {
      unit: `UBND phường ${number}`,
      figures: { '1.1.2': number === 2 || number === 3 ? 999 : 19, '1.1.3': number },
    }),
  ),
  communeFile('xa-an.xlsx', { unit: 'UBND xã An', figures: { '3.3.1.a': 45 } }),
  communeFile('xa-binh.xlsx', {
    unit: 'UBND xã Bình',
    figures: { '3.3.1.a': 434, '3.3.1.b': 10, '3.3.1.c': 30, '3.3.1.d': 20 },
  }),
  communeFile('xa-cat.xlsx', { unit: 'UBND xã Cát', period: 'quý I năm 2024' }),
  communeFile('xa-cat-2.xlsx', { unit: 'UBND phường 1', figures: { '1.1.3': 1 } }),
  sentFile('hong.xlsx', 'không phải bảng tính'),
];
export const ROSTER = sentFile(
  'danh-sach.csv',
  [
    'Tên đơn vị',
    ...[1, 2, 3, 4, 5, 6, 7].map((number) => `Phường ${number}`),
    'Xã An',
    'Xã Bình',
    'Xã Cát',
    'Xã Dương',
  ].join('\n'),
);

export function chooseReports(page: PaneFrame, files: readonly SentFile[]): Promise<void> {
  return page.getByLabel('Chọn tệp của các đơn vị…').setInputFiles([...files]);
}

export async function chooseRoster(page: PaneFrame, file: SentFile): Promise<void> {
  await page.getByLabel('Chọn danh sách đơn vị…').setInputFiles(file);
}

/** In any host: three annex sheets with one planted fault and one file are added up and written, and it is said so. */
export async function bringAllTogether(page: PaneFrame): Promise<void> {
  await toConsolidation(page);
  await chooseReports(page, [communeFile('xa-duong.xlsx', { unit: 'UBND xã Dương', figures: { '1.1.3': 7 } })]);
  await page.getByText('Đã chọn 1 tệp.').waitFor();
  await consolidate(page);
  await page.getByText('Đã cộng 4 báo cáo. Các báo cáo đọc được còn 1 lỗi chưa giải trình.').waitFor();
  await page.getByText('UBND xã Bình: 1 lỗi').click();
  await page.getByRole('button', { name: 'Đến ô Bình!D45' }).click();
  await writeTotals(page);
}

export async function writeTotals(page: PaneFrame): Promise<void> {
  // Words that still stand there from an earlier writing are not the answer to this one.
  const earlier = page.locator('.notice button.plain');
  if ((await earlier.count()) > 0) await earlier.click();
  await page.getByRole('button', { name: 'Ghi bảng tổng hợp vào tệp này' }).click();
  await page.getByText('Đã ghi trang tính “Tổng hợp”').waitFor();
}

/**
 * What then stands in row 1.1.3 of "Tổng hợp", from the total on, where formulas are not calculated: three numbers of
 * the whole, how it is done, An, Bình, Cát (blank) and the file's.
 */
export const TOTAL_ROW = [
  'IF(G11=0,"Chưa đủ số liệu",SUM(J11:M11))',
  null,
  null,
  'COUNT(J11:M11)',
  'COLUMNS(J11:M11)-G11-COUNTIF(J11:M11,"không phát sinh")',
  'Cộng các đơn vị',
  "IF(ISNUMBER('An'!D13),'An'!D13,\"\")",
  "IF(ISNUMBER('Bình'!D13),'Bình'!D13,\"\")",
  null,
  7,
] as const;
export const SHEETS_AFTER = [
  'An',
  'Bình',
  'Cát',
  'Tổng hợp',
  'Tình hình nộp báo cáo',
  'Lỗi và số khác thường',
] as const;
