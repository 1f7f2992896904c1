// Writes what the checker makes of a golden sheet, for the part of the file below "## Kết quả".
import {
  type Analysis,
  a1,
  columnName,
  type Figure,
  type Finding,
  isFillable,
  SEVERITY_NAMES,
  toNumber,
} from '../../core/index.ts';

/** "row-missing (error, 3.5)"; the imbalance, where there is one, last. */
export function findingName(finding: Finding): string {
  const parts = [
    finding.severity,
    finding.key ?? 'cả bảng',
    ...(finding.imbalance === null ? [] : [signed(finding.imbalance)]),
  ];
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
  return `${table(placeRows(base, analysis))}\n\n${findings(analysis)}`;
}

type Line = readonly string[];

/** Columns padded to one width, as the formatter keeps markdown. */
function table(lines: readonly Line[]): string {
  const [heading = [], ...rest] = lines;
  const widths = heading.map((_, column) => Math.max(3, ...lines.map((line) => Array.from(line[column] ?? '').length)));
  const write = (line: Line) => `| ${line.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [write(heading), write(widths.map((width) => '-'.repeat(width))), ...rest.map(write)].join('\n');
}

function placeRows(base: Analysis, analysis: Analysis): readonly Line[] {
  const { layout, period } = analysis;
  const heading = layout?.heading;
  return [
    ['Vị trí', ''],
    ['Trang tính', analysis.sheet ?? 'không thấy Phụ lục'],
    ...(analysis.otherSheets.length > 0 ? [['Trang khác có Phụ lục', analysis.otherSheets.join(', ')]] : []),
    ['Đơn vị', analysis.unit ?? 'không rõ'],
    ['Kỳ', period ? `${period.label} (đến ${period.end})` : 'không rõ'],
    ...(layout
      ? [
          ['Tiêu đề', heading ? `dòng ${heading.from + 1} đến ${heading.to + 1}` : 'không có'],
          ['Cột', columnsOf(analysis)],
          ['Dòng của mẫu', `${layout.rows.size} trên ${analysis.template.rows.length}`],
          ['Số liệu', figuresOf(base, analysis)],
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

/** The first and last cell read, and the figures that differ from the plain sheet's; rows not found are not named. */
function figuresOf(base: Analysis, analysis: Analysis): string {
  const rows = [...analysis.report.values()].map((figure) => figure.address.row);
  const column = analysis.layout?.columns.value ?? null;
  if (column === null || rows.length === 0) return 'không đọc ô nào';
  const range = [Math.min(...rows), Math.max(...rows)].map((row) => a1({ row, column })).join(' đến ');
  const differing = analysis.template.rows.filter(isFillable).flatMap(({ key }) => {
    const figure = analysis.report.get(key);
    const [was, is] = [worth(base.report.get(key)), worth(figure)];
    return !figure || was === is ? [] : [`mục ${key} đọc ${is} (cơ sở ${was})`];
  });
  return [`ô ${range}`, differing.length === 0 ? 'như cơ sở' : `khác cơ sở: ${differing.join('; ')}`].join(', ');
}

function worth(figure: Figure | undefined): string {
  return figure?.value ? String(toNumber(figure.value)).replace('.', ',') : 'trống';
}

function findings(analysis: Analysis): string {
  if (analysis.findings.length === 0) return 'Không có kết luận nào.';
  return table([
    ['Quy tắc', 'Mức độ', 'Mục', 'Ô', 'Chênh lệch'],
    ...analysis.findings.map((finding) => [
      finding.rule,
      SEVERITY_NAMES[finding.severity],
      finding.key ?? 'cả bảng',
      finding.at ? a1(finding.at) : '',
      finding.imbalance === null ? '' : signed(finding.imbalance),
    ]),
  ]);
}
