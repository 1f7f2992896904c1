// Which earlier annex is found, where, and what is said when a given one is none.
import { describe, expect, it } from 'vitest';
import { type Analysis, type AnalyzeOptions, analyze, analyzeFigures, type Workbook } from '../../core/index.ts';
import { CONSISTENT } from './consistent.ts';
import { annexGrid, fileOf, withColumn } from './periods.ts';
import { gridOf, workbookOf } from './workbooks.ts';

function previousOf(workbook: Workbook, options: AnalyzeOptions = {}): string {
  return said(analyze(workbook, options));
}

/** "sheet Quý I: quý I năm 2024", the year before after a slash. */
function said({ previous }: Analysis): string {
  if (!previous) return '';
  const { nearest, yearBefore } = previous;
  const place = 'file' in nearest.source ? nearest.source.file : nearest.source.sheet;
  const before = yearBefore && yearBefore !== nearest ? ` / ${yearBefore.label}` : '';
  return `${nearest.source.kind} ${place}: ${nearest.label}${before}`;
}

describe('other sheets of the workbook', () => {
  const now = annexGrid({ name: '6T2024' });
  const quarter = annexGrid({ name: 'Quý I', period: 'quý I năm 2024' });
  const lastYear = annexGrid({ name: '6T2023', period: '6 tháng đầu năm 2023' });

  it('the nearest earlier one, and the same months a year before', () => {
    expect(previousOf(workbookOf(now, lastYear, quarter))).toBe('sheet Quý I: quý I năm 2024 / 6 tháng đầu năm 2023');
  });
  it('the order of sheets changes nothing', () => {
    const sheets = [lastYear, quarter];
    const workbook = { ...workbookOf(...sheets, now), active: now.name };
    expect(previousOf(workbook)).toBe(previousOf(workbookOf(now, ...[...sheets].reverse())));
  });
  it('a later one, one of the same period and one of another unit are none', () => {
    const later = annexGrid({ name: '9T', period: '9 tháng đầu năm 2024' });
    const copy = annexGrid({ name: 'Bản sao' });
    const other = annexGrid({ name: 'Xã khác', unit: 'UBND xã Hoằng Lộc', period: 'quý I năm 2024' });
    expect(previousOf(workbookOf(now, later, copy, other))).toBe('');
  });
  it.each([
    ['Quý I.2024', 'quý I năm 2024'],
    ['Q1-2024', 'quý I năm 2024'],
    ['6T2023', '6 tháng năm 2023'],
    ['CCHC 9T.2023', '9 tháng năm 2023'],
  ])('a sheet that names unit and period only on its tab “%s” belongs to the workbook', (name, label) => {
    const plain = annexGrid({ name, unit: null, period: null });
    expect(previousOf(workbookOf(now, plain))).toBe(`sheet ${name}: ${label}`);
  });
  it('of two that end together the one that starts with this period', () => {
    const second = annexGrid({ name: 'Quý II', period: 'quý II năm 2024' });
    const nine = annexGrid({ name: '9T', period: '9 tháng đầu năm 2024' });
    expect(previousOf(workbookOf(nine, second, now))).toBe('sheet 6T2024: 6 tháng đầu năm 2024');
  });
  it('an annex without a figure is none', () => {
    const blank = Object.fromEntries(Object.keys(CONSISTENT).map((key) => [key, null]));
    const empty = annexGrid({ name: 'Quý I', period: 'quý I năm 2024', figures: blank });
    expect(previousOf(workbookOf(now, empty))).toBe('');
  });
  it('its figures keep blank and zero apart, under its own addresses', () => {
    const sheet = annexGrid({
      name: 'Quý I',
      period: 'quý I năm 2024',
      figures: { '2.1': null, '2.2': 0, '2.3': '04' },
    });
    const report = analyze(workbookOf(now, sheet)).previous?.nearest.report;
    expect(report?.get('2.1')?.value).toBe(null);
    expect(report?.get('2.2')?.value?.digits).toBe(0);
    expect(report?.get('2.3')?.value?.digits).toBe(4);
    expect(report?.get('1.1.1')?.address).toEqual({ row: 10, column: 3 });
  });
});

describe('columns of the annex itself', () => {
  const quarter = { period: 'quý II năm 2024' };
  it.each([
    ['Số liệu quý I', quarter, 'quý I năm 2024'],
    ['Quý trước', quarter, 'quý I năm 2024'],
    ['Kỳ trước', quarter, 'kỳ trước'],
    ['Kỳ trước (quý I/2024)', quarter, 'quý I năm 2024'],
    ['Cùng kỳ năm trước', {}, '6 tháng đầu năm 2023'],
    ['Cùng kỳ năm 2022', {}, '6 tháng đầu năm 2022'],
    ['6 tháng đầu năm 2023', {}, '6 tháng đầu năm 2023'],
    ['Năm trước', { period: 'năm 2024' }, 'năm 2023'],
    ['Năm trước', {}, 'kỳ trước'],
    ['Số liệu quý IV', { period: 'quý I năm 2024' }, 'quý IV năm 2023'],
  ])('“%s” beside %j is %s', (heading, annex, label) => {
    expect(previousOf(workbookOf(withColumn(annex, heading, CONSISTENT)))).toBe(`column Phụ lục 01b: ${label}`);
  });
  it.each([
    'So sánh với cùng kỳ',
    'Tăng, giảm so với kỳ trước',
    'Tỷ lệ so với năm trước',
    'Kế hoạch',
    'Số liệu quý III/2024',
    'Ghi chú',
  ])('“%s” is none', (heading) => {
    expect(previousOf(workbookOf(withColumn({}, heading, CONSISTENT)))).toBe('');
  });
  it('an empty column is none; a sheet of a known period goes before a “kỳ trước” of none', () => {
    expect(previousOf(workbookOf(withColumn({}, 'Kỳ trước', {})))).toBe('');
    const sheet = annexGrid({ name: 'Quý I', period: 'quý I năm 2024' });
    expect(previousOf(workbookOf(withColumn({}, 'Kỳ trước', CONSISTENT), sheet))).toBe('sheet Quý I: quý I năm 2024');
  });
  it('reads the figures of that column', () => {
    const analysis = analyze(workbookOf(withColumn({}, 'Cùng kỳ năm trước', { ...CONSISTENT, '3.3.1': 400 })));
    const figure = analysis.previous?.nearest.report.get('3.3.1');
    expect([figure?.value?.digits, figure?.address.column]).toEqual([400, 4]);
    expect(analysis.report.get('3.3.1')?.value?.digits).toBe(494);
  });
});

describe('a file that is given', () => {
  const now = workbookOf(annexGrid());
  const note = (previous: AnalyzeOptions['previous'], workbook = now) => {
    const analysis = analyze(workbook, previous ? { previous } : {});
    return [analysis.previousNote?.kind ?? null, said(analysis)];
  };
  it('goes before what the workbook holds, which still gives the year before', () => {
    const workbook = workbookOf(
      annexGrid(),
      annexGrid({ name: '2023', period: '6 tháng đầu năm 2023' }),
      annexGrid({ name: 'Q1', period: 'quý I năm 2024' }),
    );
    const file = fileOf({ period: 'quý I năm 2024' });
    expect(note(file, workbook)).toEqual([null, 'file ky-truoc.xlsx: quý I năm 2024 / 6 tháng đầu năm 2023']);
  });
  it('its “Thông tin báo cáo” names its period and holds its numbers', () => {
    const file = fileOf({ period: null }, { period: 'quý I năm 2024', P: 7 });
    const analysis = analyze(now, { previous: file });
    expect(analysis.previous?.nearest.label).toBe('quý I năm 2024');
    expect(analysis.previous?.nearest.inputs.typed.get('P')?.value?.digits).toBe(7);
  });
  it.each([
    ['no-annex', { file: 'x.xlsx', workbook: workbookOf(gridOf('Tờ 1', [['gì đó', 1]])) }],
    ['not-earlier', fileOf({ period: '9 tháng đầu năm 2024' })],
    ['not-earlier', fileOf({})],
    ['other-unit', fileOf({ unit: 'UBND xã Hoằng Lộc', period: 'quý I năm 2024' })],
    [
      'no-figures',
      fileOf({
        period: 'quý I năm 2024',
        figures: Object.fromEntries(Object.keys(CONSISTENT).map((key) => [key, null])),
      }),
    ],
  ])('%s: nothing is compared, and a sentence says why', (kind, file) => {
    expect(note(file)).toEqual([kind, '']);
    expect(analyze(now, { previous: file }).previousNote?.message).toMatch(/^\p{Lu}[^{}]*\.$/u);
  });
  it('a commune merged under another name is a reason, not an error', () => {
    const workbook = workbookOf(annexGrid({ unit: 'UBND xã Hoằng Châu', period: 'năm 2025' }));
    const analysis = analyze(workbook, { previous: fileOf({ period: '6 tháng đầu năm 2025' }) });
    expect(analysis.previousNote?.kind).toBe('merged');
    expect(analysis.previousNote?.message).toContain('UBND xã Hoằng Châu');
    expect(analysis.previousNote?.message).toContain('UBND xã Hoằng Hợp');
    expect(analysis.previous?.nearest.relation.acrossMerger).toBe(true);
  });
  it('an unknown period is said, and the file is taken at the official’s word', () => {
    expect(note(fileOf({ period: null }))).toEqual(['period-unknown', 'file ky-truoc.xlsx: kỳ trước']);
  });
  it('another sheet of it may be the earlier one', () => {
    const workbook = workbookOf(annexGrid({ period: 'năm 2024' }), annexGrid({ name: 'Q1', period: 'quý I năm 2024' }));
    expect(note({ file: 'f.xlsx', workbook })).toEqual([null, 'file f.xlsx: quý I năm 2024']);
  });
});

describe('how the periods lie to one another', () => {
  const relation = (now: string, before: string) =>
    analyze(workbookOf(annexGrid({ period: now })), { previous: fileOf({ period: before }) }).previous?.nearest
      .relation;
  it.each([
    ['6 tháng đầu năm 2024', 'quý I năm 2024', 'inside nested sameYear'],
    ['năm 2024', '9 tháng đầu năm 2024', 'inside nested sameYear'],
    ['quý II năm 2024', 'quý I năm 2024', 'adjacent sameYear'],
    ['quý I năm 2024', 'năm 2023', 'adjacent'],
    ['quý I năm 2024', 'quý I năm 2023', 'yearBefore'],
    ['quý IV năm 2024', 'quý I năm 2024', 'sameYear'],
    ['năm 2024', 'quý II năm 2024', 'inside sameYear'],
    ['6 tháng cuối năm 2024', '6 tháng đầu năm 2024', 'adjacent sameYear'],
    ['năm 2025', '6 tháng đầu năm 2025', 'acrossMerger inside nested sameYear'],
    ['9 tháng đầu năm 2026', '9 tháng đầu năm 2025', 'yearBefore'],
    ['quý III năm 2024 (lũy kế từ đầu năm)', '6 tháng đầu năm 2024', 'inside nested sameYear'],
  ])('%s after %s: %s', (now, before, expected) => {
    const held = Object.entries(relation(now, before) ?? {}).flatMap(([name, holds]) => (holds ? [name] : []));
    expect(held.sort().join(' ')).toBe(expected);
  });
});

it('without its reader nothing is looked for', () => {
  const workbook = workbookOf(annexGrid(), annexGrid({ name: 'Q1', period: 'quý I năm 2024' }));
  expect(analyzeFigures(workbook).previous).toBe(null);
});
