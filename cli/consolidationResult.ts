// What `cchc consolidate` prints: a summary for people, or the whole result as JSON for other programs.
import {
  type Consolidation,
  isFillable,
  outlierMessage,
  problemsOf,
  type RowTotal,
  stateText,
  toNumber,
} from '../core/index.ts';
import { VERSION } from './version.ts';

export function consolidationText(consolidation: Consolidation): string {
  const { communes, period, submissions, rates, outliers } = consolidation;
  const problems = submissions.flatMap((one) => {
    const file = one.file === null ? '' : ` (${one.file})`;
    return problemsOf(one).length === 0 ? [] : [`  ${one.unit}${file}: ${stateText(one)}`];
  });
  const errors = submissions.reduce((all, { report }) => all + (report?.errors.length ?? 0), 0);
  return [
    `Kỳ báo cáo: ${period?.label ?? 'chưa ghi'}. Đã cộng ${communes.length} báo cáo. ${errors === 0 ? 'Các tệp đọc được không còn lỗi chưa giải trình' : `Các tệp đọc được có ${errors} lỗi chưa giải trình`}.`,
    ...section('Cần xử lý', problems),
    ...section(
      'Tỷ lệ chung',
      rates.flatMap(({ name, text, missing }) =>
        text === null ? [] : [`  ${name}: ${text}${missing === 0 ? '' : ` (thiếu số liệu của ${missing} đơn vị)`}`],
      ),
    ),
    ...section(
      'Khác xa các đơn vị khác',
      outliers.map((one) => `  ${communes[one.commune]?.unit ?? ''}: ${outlierMessage(one)}`),
    ),
    '',
  ].join('\n');
}

/** A screen shows so many; the workbook has them all. */
const MOST_LINES = 40;

function section(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const left = lines.length - MOST_LINES;
  const more = left > 0 ? [`  … và ${left} mục nữa, xem trong tệp tổng hợp.`] : [];
  return ['', `${title} (${lines.length})`, ...lines.slice(0, MOST_LINES), ...more];
}

export function consolidationJson(consolidation: Consolidation): string {
  const { template, period, communes, rates, submissions, outliers } = consolidation;
  const result = {
    tool: { name: 'cchc', version: VERSION },
    template: template.id,
    period,
    communes: communes.map(({ unit, file, report }) => ({ unit, file, sheet: report.sheet })),
    rows: consolidation.rows.map((row) => ({ ...rowJson(row), cells: cellsOf(consolidation, row) })),
    rates,
    submissions: submissions.map((one) => ({
      unit: one.unit,
      state: one.state,
      file: one.file,
      saved: one.saved,
      due: one.due,
      late: one.isLate,
      problem: one.problem,
      errors: one.report?.errors ?? [],
      warnings: one.report?.warnings ?? null,
      explained: one.report?.explained ?? null,
    })),
    outliers: outliers.map(({ commune, ...one }) => ({ unit: communes[commune]?.unit ?? null, ...one })),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function rowJson({ key, total, how, present, notArisen, missing }: RowTotal): object {
  const counts = { key, way: total.way, present, notArisen, missing };
  switch (total.way) {
    case 'sum':
      return { ...counts, value: total.value && toNumber(total.value) };
    case 'weighted':
      return { ...counts, value: total.value && toNumber(total.value), bases: how.way === 'weighted' ? how.bases : [] };
    case 'codes':
      return { ...counts, codes: total.counts, others: total.others };
    case 'spread':
      return {
        ...counts,
        lowest: total.lowest && toNumber(total.lowest),
        highest: total.highest && toNumber(total.highest),
      };
    default:
      return total satisfies never;
  }
}

/** Where each commune's figure stands, in the order of `communes`: every total traces to its files. */
function cellsOf({ template, communes }: Consolidation, { key }: RowTotal): readonly object[] {
  const place = template.rows.filter(isFillable).findIndex((row) => row.key === key);
  return communes.map(({ report }) => {
    const address = report.addresses.split(' ')[place] ?? '-';
    return { address: address === '-' ? null : address, value: report.figures[place] ?? null };
  });
}
