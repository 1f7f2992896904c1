// Writes what the checker makes of a golden sheet, for the part of the file below "## Kết quả".
import { type Analysis, a1, columnName, type Finding, isFillable, SEVERITY_NAMES, toNumber } from '../../core/index.ts';

/** "row-missing (error, 3.5)"; the imbalance, where there is one, last. */
export function findingName(finding: Finding): string {
  const parts = [finding.severity, finding.key ?? 'cả bảng', ...(finding.imbalance === null ? [] : [signed(finding.imbalance)])];
  return `${finding.rule} (${parts.join(', ')})`;
}

/** "như cơ sở", or what there is more and less than on the plain sheet with the same figures. */
export function differenceTo(base: Analysis, analysis: Analysis): string {
  const before = base.findings.map(findingName);
  const now = analysis.findings.map(findingName);
  const less = without(before, now).map((name) => `bớt ${name}`);
  const more = without(now, before).map((name) => `thêm ${name}`);
  return ['như cơ sở', ...more, ...less].join('; ');
}

function without(names: readonly string[], others: readonly string[]): readonly string[] {
  const rest = [...others];
  return names.filter((name) => {
    const at = rest.indexOf(name);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value).replace('-', '−');
}

export function writeResult(base: Analysis, analysis: Analysis): string {
  return [...placeTable(base, analysis), '', ...findingTable(analysis)].join('\n');
}

function placeTable(base: Analysis, analysis: Analysis): readonly string[] {
  const layout = analysis.layout;
  const heading = layout?.heading;
  return [
    '| Vị trí | |',
    '|---|---|',
    `| Trang tính | ${analysis.sheet ?? 'không thấy Phụ lục'} |`,
    ...(analysis.otherSheets.length > 0 ? [`| Trang khác có Phụ lục | ${analysis.otherSheets.join(', ')} |`] : []),
    `| Đơn vị | ${analysis.unit ?? 'không rõ'} |`,
    `| Kỳ | ${analysis.period ? `${analysis.period.label} (đến ${analysis.period.end})` : 'không rõ'} |`,
    ...(layout
      ? [
          `| Tiêu đề | ${heading ? `dòng ${heading.from + 1} đến ${heading.to + 1}` : 'không có'} |`,
          `| Cột | ${columnsOf(analysis)} |`,
          `| Dòng của mẫu | ${layout.rows.size} trên ${analysis.template.rows.length} |`,
          `| Số liệu | ${figuresOf(base, analysis)} |`,
        ]
      : []),
  ];
}

const COLUMN_NAMES = { code: 'mã', label: 'tên', unit: 'đơn vị', value: 'số liệu' } as const;

function columnsOf(analysis: Analysis): string {
  const columns = analysis.layout?.columns;
  return (['code', 'label', 'unit', 'value'] as const)
    .map((kind) => `${COLUMN_NAMES[kind]} ${typeof columns?.[kind] === 'number' ? columnName(columns[kind]) : '–'}`)
    .join(', ');
}

/** The first and last cell read, and each figure that differs from the plain sheet's. */
function figuresOf(base: Analysis, analysis: Analysis): string {
  const addresses = [...analysis.report.values()].map((figure) => figure.address.row);
  const column = analysis.layout?.columns.value ?? null;
  if (column === null || addresses.length === 0) return 'không đọc được ô nào';
  const range = [Math.min(...addresses), Math.max(...addresses)].map((row) => a1({ row, column })).join(' đến ');
  const differing = analysis.template.rows.filter(isFillable).flatMap(({ key }) => {
    const [was, is] = [base, analysis].map((one) => {
      const value = one.report.get(key)?.value;
      return value ? String(toNumber(value)).replace('.', ',') : 'không có';
    });
    return was === is ? [] : [`${key} ${is} (cơ sở ${was})`];
  });
  return [`ô ${range}`, differing.length === 0 ? 'như cơ sở' : `khác cơ sở: ${differing.join('; ')}`].join(', ');
}

function findingTable(analysis: Analysis): readonly string[] {
  if (analysis.findings.length === 0) return ['Không có kết luận nào.'];
  return [
    '| Quy tắc | Mức độ | Mục | Ô | Chênh lệch |',
    '|---|---|---|---|---|',
    ...analysis.findings.map((finding) => {
      const at = finding.at ? a1(finding.at) : '';
      const imbalance = finding.imbalance === null ? '' : signed(finding.imbalance);
      return `| ${finding.rule} | ${SEVERITY_NAMES[finding.severity]} | ${finding.key ?? 'cả bảng'} | ${at} | ${imbalance} |`;
    }),
  ];
}
