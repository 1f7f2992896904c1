// One checked file as text for people: grouped by severity, with counts, wrapped to the terminal.
import {
  type Analysis,
  a1,
  type Claim,
  type Finding,
  gather,
  hintSteps,
  SEVERITY_NAMES,
  type Severity,
  writeNumber,
} from '../core/index.ts';
import { previousLines } from './previous.ts';
import { explainedPart, placeOf, reportedLine, unneededPart } from './reasons.ts';
import { bold, paint, type TextOptions, wrap } from './terminal.ts';

const ICONS: Readonly<Record<Severity, string>> = { error: '✖', warning: '▲', info: '●' };
const COLOURS = { error: 'red', warning: 'yellow', info: 'blue' } as const;

/** The whole result of one file. Ends with a newline. */
export function toText(file: string, analysis: Analysis, options: TextOptions): string {
  const groups = (['error', 'warning', 'info'] as const).map((severity) => group(analysis, severity, options));
  return [
    headLine(file, analysis, options),
    previousLines(analysis, options),
    reportedLine(analysis, options),
    ...groups,
    explainedPart(analysis, options),
    unneededPart(analysis, options),
    indicators(analysis, options),
    claims(analysis, options),
    undecided(analysis, options),
    inapplicable(analysis, options),
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

/** The findings of one severity that are not explained; "" without any. */
export function group(
  analysis: Analysis,
  severity: Severity,
  options: TextOptions,
  among: readonly Finding[] = analysis.findings,
): string {
  const findings = among.filter((finding) => finding.severity === severity && !finding.explained);
  if (findings.length === 0) return '';
  const entries = gather(findings).map((one) =>
    one.length === 1 ? entry(analysis, one[0], options) : together(one, options),
  );
  const title = `${SEVERITY_NAMES[severity]} (${findings.length})`;
  return [paint(title, COLOURS[severity], options), ...entries].join('\n').concat('\n');
}

/** Many findings of one rule: under each thing to do, the cells it is to be done in. */
function together(findings: readonly Finding[], options: TextOptions): string {
  const [first] = findings;
  if (!first) return '';
  const hints = new Set(findings.map((finding) => finding.hint));
  const lines = [...hints].map((hint) => {
    const cells = findings
      .filter((finding) => finding.hint === hint)
      .flatMap((finding) => (finding.at ? [a1(finding.at)] : []));
    return wrap(`${cells.length > 1 ? 'Các ô' : 'Ô'} ${cells.join(', ')}. ${hint}`, 4, options);
  });
  const icon = paint(ICONS[first.severity], COLOURS[first.severity], options);
  const place = bold(`${findings.length} ô chưa ghi số`, options);
  return [`  ${icon} ${place}`, ...lines, wrap(`Căn cứ: ${first.basis}`, 4, options)].join('\n');
}

function entry(analysis: Analysis, finding: Finding, options: TextOptions): string {
  const icon = paint(ICONS[finding.severity], COLOURS[finding.severity], options);
  const place = placeOf(analysis, finding);
  const hint = hintSteps(finding.hint).map(({ lead, text }) => (lead === '' ? text : `${lead} ${text}`));
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

/** The numbers of the prose, counted by outcome; those that differ with their words. */
function claims(analysis: Analysis, options: TextOptions): string {
  const all = analysis.claims;
  if (!all) return '';
  const count = (outcome: Claim['outcome']) => all.filter((claim) => claim.outcome === outcome).length;
  const counts = `Tìm thấy ${all.length} số liệu: ${count('agrees')} khớp, ${count('differs')} lệch, ${count('not-compared')} chưa đối chiếu được. Bỏ qua ${analysis.discarded} số là ngày tháng, số văn bản, năm, số mục.`;
  const differing = all.filter(({ outcome }) => outcome === 'differs');
  const lines = differing.map(({ quote, key, paragraph }) => {
    const place = key === null ? '' : ` · ${key}`;
    return wrap(`Lệch · đoạn ${paragraph + 1}${place}: “${quote}”`, 2, options);
  });
  return [bold('Lời văn và Phụ lục', options), wrap(counts, 2, options), ...lines].join('\n').concat('\n');
}

function number(value: number | null): string {
  return value === null ? '…' : writeNumber(value);
}

/** Beyond so many, the rules are not told one by one: the cells they lack say enough. */
const TOLD_SINGLY = 10;

function undecided(analysis: Analysis, options: TextOptions): string {
  const open = analysis.undecided;
  if (open.length === 0) return '';
  const lines =
    open.length <= TOLD_SINGLY
      ? open.flatMap((one) => [wrap(one.message, 2, options), wrap(one.hint, 4, options)])
      : [wrap(`Chưa so được vì thiếu số liệu ở ${missingCells(analysis)}.`, 2, options)];
  return [bold(`Quy tắc chưa đủ số liệu (${open.length})`, options), ...lines].join('\n').concat('\n');
}

/** What a province's own template leaves out. */
function inapplicable({ inapplicable: left }: Analysis, options: TextOptions): string {
  if (left.length === 0) return '';
  const lines = left.map(({ title, why }) => wrap(`${title.replace(/\.$/, '')}: ${why}.`, 2, options));
  return [bold(`Không áp dụng theo mẫu này (${left.length})`, options), ...lines].join('\n').concat('\n');
}

function missingCells(analysis: Analysis): string {
  const missing = new Set(analysis.undecided.flatMap((one) => one.missing));
  const inOrder = analysis.template.rows.filter((row) => missing.has(row.key));
  const cells = inOrder.flatMap((row) => analysis.report.get(row.key)?.address ?? []).map(a1);
  return cells.length === 0 ? 'các dòng không có trong bảng' : `các ô ${cells.join(', ')}`;
}

function totals(analysis: Analysis, options: TextOptions): string {
  const { errors, warnings, infos, explained, rulesRun, undecided: open } = analysis.summary;
  const counts = [
    paint(`${errors} lỗi`, errors > 0 ? 'red' : 'green', options),
    paint(`${warnings} cảnh báo`, warnings > 0 ? 'yellow' : 'green', options),
    `${infos} gợi ý`,
    ...(explained > 0 ? [`${explained} mục đã giải trình`] : []),
    `đã đối chiếu ${rulesRun} quy tắc`,
    `${open} quy tắc chưa đủ số liệu`,
  ];
  return counts.join(' · ');
}
