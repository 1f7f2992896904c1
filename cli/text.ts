// One checked file as text for people: grouped by severity, with counts, wrapped to the terminal.
import { styleText } from 'node:util';
import {
  type Analysis,
  a1,
  type Finding,
  fromNumber,
  SEVERITY_NAMES,
  type Severity,
  writeDecimal,
} from '../core/index.ts';

export interface TextOptions {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

const ICONS: Readonly<Record<Severity, string>> = { error: '✖', warning: '▲', info: '●' };
const COLOURS = { error: 'red', warning: 'yellow', info: 'blue' } as const;

/** The whole result of one file. Ends with a newline. */
export function toText(file: string, analysis: Analysis, options: TextOptions): string {
  const groups = (['error', 'warning', 'info'] as const).map((severity) => group(analysis, severity, options));
  return [
    headLine(file, analysis, options),
    ...groups,
    indicators(analysis, options),
    undecided(analysis, options),
    totals(analysis, options),
  ]
    .filter((part) => part !== '')
    .join('\n')
    .concat('\n');
}

function headLine(file: string, analysis: Analysis, options: TextOptions): string {
  const parts = [
    analysis.sheet === null ? null : `trang tính “${analysis.sheet}”`,
    analysis.unit,
    analysis.period?.label ?? null,
    analysis.otherSheets.length === 0 ? null : `còn bảng khác ở: ${analysis.otherSheets.join(', ')}`,
  ];
  return `${[bold(file, options), ...parts.filter((part) => part !== null)].join(' · ')}\n`;
}

function group(analysis: Analysis, severity: Severity, options: TextOptions): string {
  const findings = analysis.findings.filter((finding) => finding.severity === severity);
  if (findings.length === 0) return '';
  const title = `${SEVERITY_NAMES[severity]} (${findings.length})`;
  return [paint(title, COLOURS[severity], options), ...findings.map((finding) => entry(analysis, finding, options))]
    .join('\n')
    .concat('\n');
}

function entry(analysis: Analysis, finding: Finding, options: TextOptions): string {
  const icon = paint(ICONS[finding.severity], COLOURS[finding.severity], options);
  const row = analysis.template.rows.find((candidate) => candidate.key === finding.key);
  const off = finding.cells[0]?.sheet;
  const where = off === undefined ? '' : `${off} · ô ${finding.cells[0]?.address ?? ''}`;
  const place = [row ? `Mục ${row.partOf ?? row.key}` : where || 'Cả bảng', finding.at ? `ô ${a1(finding.at)}` : '']
    .filter((part) => part !== '')
    .join(' · ');
  const hint = finding.hint.split(/ (?=Cần làm: |Nếu số đúng: )/);
  const lines = [finding.message, ...hint, `Căn cứ: ${finding.basis}`].map((part) => wrap(part, 4, options));
  return [`  ${icon} ${bold(place, options)}`, ...lines].join('\n');
}

function indicators(analysis: Analysis, options: TextOptions): string {
  if (analysis.indicators.length === 0) return '';
  const lines = analysis.indicators.map((one) => {
    const fraction = one.denominator ? ` (${number(one.numerator)}/${number(one.denominator)})` : '';
    return wrap(`${one.name}: ${one.text === null ? 'chưa đủ số liệu' : `${one.text}${fraction}`}`, 2, options);
  });
  return [bold('Tỷ lệ tính từ Phụ lục', options), ...lines].join('\n').concat('\n');
}

function number(value: number | null): string {
  const exact = value === null ? null : fromNumber(value);
  return exact ? writeDecimal(exact) : '…';
}

function undecided(analysis: Analysis, options: TextOptions): string {
  if (analysis.undecided.length === 0) return '';
  const lines = analysis.undecided.flatMap((one) => [wrap(one.message, 2, options), wrap(one.hint, 4, options)]);
  return [bold(`Quy tắc chưa đủ số liệu (${analysis.undecided.length})`, options), ...lines].join('\n').concat('\n');
}

function totals(analysis: Analysis, options: TextOptions): string {
  const { errors, warnings, infos, rulesRun, undecided: open } = analysis.summary;
  const counts = [
    paint(`${errors} lỗi`, errors > 0 ? 'red' : 'green', options),
    paint(`${warnings} cảnh báo`, warnings > 0 ? 'yellow' : 'green', options),
    `${infos} gợi ý`,
    `đã đối chiếu ${rulesRun} quy tắc`,
    `${open} quy tắc chưa đủ số liệu`,
  ];
  return counts.join(' · ');
}

/** Breaks at spaces so that lines stay within the terminal; words are never cut. */
function wrap(text: string, indent: number, options: TextOptions): string {
  const room = Math.max(40, Math.min(options.width, 110) - indent);
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(' ')) {
    if (line !== '' && line.length + 1 + part.length > room) {
      lines.push(line);
      line = part;
    } else line = line === '' ? part : `${line} ${part}`;
  }
  return [...lines, line].map((one) => ' '.repeat(indent) + one).join('\n');
}

function bold(text: string, options: TextOptions): string {
  return options.colour ? styleText('bold', text) : text;
}

function paint(text: string, colour: 'red' | 'yellow' | 'blue' | 'green', options: TextOptions): string {
  return options.colour ? styleText(colour, text) : text;
}
