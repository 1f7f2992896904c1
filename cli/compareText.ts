// Two periods side by side as text for people: a table that fits a terminal of 100 columns, and the findings below it.
import {
  type Analysis,
  BETWEEN,
  type Finding,
  type PeriodFigure,
  type PeriodRate,
  type PeriodRow,
  type PeriodTable,
  type Undecided,
  writeDecimal,
  writeSigned,
} from '../core/index.ts';
import { previousLines } from './previous.ts';
import { explainedPart } from './reasons.ts';
import { bold, type TextOptions, wrap } from './terminal.ts';
import { group } from './text.ts';

const IDS: ReadonlySet<string> = new Set(BETWEEN.map(({ id }) => id));

export function betweenFindings({ findings }: Analysis): readonly Finding[] {
  return findings.filter(({ rule }) => IDS.has(rule));
}

export function betweenUndecided({ undecided }: Analysis): readonly Undecided[] {
  return undecided.filter(({ rule }) => IDS.has(rule));
}

/** Ends with a newline. */
export function comparisonText(file: string, analysis: Analysis, table: PeriodTable, options: TextOptions): string {
  const findings = betweenFindings(analysis);
  const groups = (['error', 'warning', 'info'] as const).map((severity) =>
    group(analysis, severity, options, findings),
  );
  return [
    headLine(file, analysis, options),
    previousLines(analysis, options),
    rowsTable(analysis, table, options),
    ratesTable(table, options),
    ...groups,
    explainedPart(analysis, options, findings),
    undecidedPart(analysis, options),
    totals(findings, analysis),
  ]
    .filter((part) => part !== '')
    .join('\n')
    .concat('\n');
}

function headLine(file: string, { sheet, unit, period }: Analysis, options: TextOptions): string {
  const parts = [`trang tính “${sheet ?? ''}”`, unit, period?.label ?? null].filter((part) => part !== null);
  return [bold(file, options), ...parts].join(' · ');
}

/** Columns in characters, one space between them: 100 in all. */
const WIDTHS = [8, 37, 15, 15, 21] as const;

function rowsTable(analysis: Analysis, { before, rows }: PeriodTable, options: TextOptions): string {
  const heading = ['Mục', 'Chỉ tiêu', before.label, analysis.period?.label ?? 'kỳ này', 'Tăng, giảm'];
  const lines = rows.flatMap((row) => {
    const isTitle = row.row.kind === 'heading' && row.before.value === null && row.now.value === null;
    if (isTitle) return [bold(line([row.row.key, row.row.label, '', '', '']), options)];
    return [line([codeOf(row), row.row.label, shown(row, row.before), shown(row, row.now), changeOf(row)])];
  });
  return [bold(line(heading), options), rule(), ...lines, ''].join('\n');
}

/** The parts of a row stand below it without a code of their own. */
function codeOf({ row }: PeriodRow): string {
  return row.partOf === undefined ? row.key : '';
}

function shown({ row }: PeriodRow, { state, value }: PeriodFigure): string {
  switch (state) {
    case 'blank':
      return 'chưa ghi';
    case 'unreadable':
      return 'chưa đọc được';
    case 'absent':
      return 'không có dòng';
    case 'filled':
      return value ? `${writeDecimal(value)}${row.kind === 'percent' ? '%' : ''}` : '';
    default:
      return state satisfies never;
  }
}

/** "+88 (+21,67%)", "+5,5 điểm phần trăm"; never a number where one of the two is missing. */
function changeOf({ row, change, percent, changed }: PeriodRow): string {
  if (changed === null) return 'chưa so được';
  if (!change) return changed ? 'đã đổi' : 'như cũ';
  if (row.kind === 'percent') return points(change);
  return `${writeSigned(change)}${percent && percent.digits !== 0 ? ` (${writeSigned(percent)}%)` : ''}`;
}

function points(change: NonNullable<PeriodRate['change']>): string {
  return change.digits === 0 ? '0' : `${writeSigned(change)} điểm phần trăm`;
}

function ratesTable({ rates }: PeriodTable, options: TextOptions): string {
  const lines = rates.map(({ name, before, now, change }) => {
    const missing = before === null || now === null;
    return line([
      '',
      name,
      before ?? 'chưa đủ số liệu',
      now ?? 'chưa đủ số liệu',
      change ? points(change) : missing ? 'chưa so được' : '',
    ]);
  });
  return [bold('Tỷ lệ tính từ Phụ lục', options), ...lines, ''].join('\n');
}

function rule(): string {
  return WIDTHS.map((width) => '─'.repeat(width)).join(' ');
}

/** One row of the table, as many lines high as its longest cell needs; numbers stand at the right. */
function line(cells: readonly string[]): string {
  const parts = cells.map((cell, column) => broken(cell.normalize('NFC'), WIDTHS[column] ?? 1));
  const height = Math.max(...parts.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    parts
      .map((lines, column) => {
        const text = lines[at] ?? '';
        const width = WIDTHS[column] ?? 1;
        return column < 2 ? text.padEnd(width) : text.padStart(width);
      })
      .join(' ')
      .trimEnd(),
  ).join('\n');
}

function broken(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function undecidedPart(analysis: Analysis, options: TextOptions): string {
  const open = betweenUndecided(analysis);
  if (open.length === 0) return '';
  const lines = open.flatMap((one) => [wrap(one.message, 2, options), wrap(one.hint, 4, options)]);
  return [bold(`Quy tắc chưa đủ số liệu (${open.length})`, options), ...lines].join('\n').concat('\n');
}

function totals(findings: readonly Finding[], analysis: Analysis): string {
  const open = findings.filter(({ explained }) => !explained);
  const count = (severity: Finding['severity']) => open.filter((finding) => finding.severity === severity).length;
  const explained = findings.length - open.length;
  return [
    `Giữa hai kỳ: ${count('error')} lỗi`,
    `${count('warning')} cảnh báo`,
    `${count('info')} gợi ý`,
    ...(explained > 0 ? [`${explained} mục đã giải trình`] : []),
    `${betweenUndecided(analysis).length} quy tắc chưa đủ số liệu`,
  ].join(' · ');
}
