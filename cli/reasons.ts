// What a checked file's text says of reasons: findings explained, reasons no longer needed, and whether the figures are
// still those of "Phiếu kiểm tra số liệu".
import { type Analysis, a1, codeOfRow, type Finding, SEVERITY_NAMES, type TemplateRow } from '../core/index.ts';
import { bold, type TextOptions, wrap } from './terminal.ts';

function placeName(row: TemplateRow): string {
  const code = codeOfRow(row);
  return code === '' ? row.label : `Mục ${code}`;
}

/** "Mục 3.3.1 · ô D45"; a sheet's name where it is not on the annex. */
export function placeOf(analysis: Analysis, finding: Finding): string {
  const row = analysis.template.rows.find((candidate) => candidate.key === finding.key);
  const off = finding.cells[0]?.sheet;
  const where = off === undefined ? '' : `${off} · ô ${finding.cells[0]?.address ?? ''}`;
  return [row ? placeName(row) : where || 'Cả bảng', finding.at ? `ô ${a1(finding.at)}` : '']
    .filter((part) => part !== '')
    .join(' · ');
}

export function reportedLine({ reported }: Analysis, options: TextOptions): string {
  if (reported === null) return '';
  const words = reported === 'same' ? 'Số liệu vẫn như ở lần kiểm tra' : 'Số liệu đã đổi sau lần kiểm tra';
  return wrap(`${words} ghi trên “Phiếu kiểm tra số liệu”.`, 0, options).concat('\n');
}

export function explainedPart(analysis: Analysis, options: TextOptions): string {
  const entries = analysis.findings.flatMap((finding) => {
    if (!finding.explained) return [];
    const { reason, source } = finding.explained;
    const place = `${SEVERITY_NAMES[finding.severity]} · ${placeOf(analysis, finding)}`;
    const lines = [finding.message, `Giải trình: ${reason} (${source})`].map((part) => wrap(part, 4, options));
    return [[`  ✓ ${bold(place, options)}`, ...lines].join('\n')];
  });
  return entries.length === 0 ? '' : section(`Đã giải trình (${entries.length})`, entries, options);
}

export function unneededPart({ unneeded }: Analysis, options: TextOptions): string {
  if (unneeded.length === 0) return '';
  const lines = unneeded.map(({ reason, source }) => wrap(`${source}: ${reason}`, 2, options));
  return section(`Giải trình của các mục nay không còn (${unneeded.length})`, lines, options);
}

function section(title: string, lines: readonly string[], options: TextOptions): string {
  return [bold(title, options), ...lines].join('\n').concat('\n');
}
