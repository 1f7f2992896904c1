// One checked file as JSON: the contract other programs rely on.
import { type Analysis, a1, analyze, type Inapplicable } from '../core/index.ts';
import { type FileErrorCode, openFile } from './files.ts';
import type { CheckOptions } from './many.ts';
import { VERSION } from './version.ts';

/** The JSON object of a file that could be read. */
export function toJson(file: string, analysis: Analysis): object {
  return {
    file,
    tool: { name: 'cchc', version: VERSION },
    template: analysis.template.id,
    sheet: analysis.sheet,
    otherSheets: analysis.otherSheets,
    unit: analysis.unit,
    period: analysis.period,
    figures: figuresOf(analysis),
    findings: analysis.findings.map(
      ({ at: _at, basis: _basis, fix: _fix, rejected: _rejected, ...finding }) => finding,
    ),
    undecided: analysis.undecided.map(({ rule, missing }) => ({ rule, missing })),
    ...(analysis.inapplicable.length > 0 && { notApplicable: analysis.inapplicable.map(leftOut) }),
    indicators: analysis.indicators.map(({ id, numerator, denominator, text, formula }) => ({
      id,
      numerator,
      denominator,
      text,
      formula,
    })),
    ...(analysis.claims && { claims: analysis.claims, discarded: analysis.discarded }),
    summary: analysis.summary,
  };
}

function leftOut({ rule, indicator, lacks }: Inapplicable): object {
  return { ...(rule === null ? { indicator } : { rule }), lacks };
}

/** Every row found that can carry a figure; headings only when filled. */
function figuresOf(analysis: Analysis): Readonly<Record<string, object>> {
  const figures: Record<string, object> = {};
  for (const row of analysis.template.rows) {
    const figure = analysis.report.get(row.key);
    if (!figure || (row.kind === 'heading' && figure.form === 'blank')) continue;
    const value = figure.value && figure.value.digits / 10 ** figure.value.decimals;
    figures[row.key] = { address: a1(figure.address), value, text: figure.text };
  }
  return figures;
}

/** What a checked file comes to, small enough to be sent between threads by the thousand. */
export interface FileResult {
  readonly file: string;
  readonly status: 0 | 1 | 2;
  /** One line for people. */
  readonly line: string;
  /** The JSON object, as text, when asked for. */
  readonly json: string | null;
  readonly error: { readonly code: FileErrorCode; readonly message: string } | null;
}

export function checkFile(file: string, options: CheckOptions): FileResult {
  const opened = openFile(file);
  if (!opened.ok) {
    const error = { code: opened.code, message: opened.message };
    const json = options.json ? JSON.stringify({ file, error }) : null;
    return { file, status: 2, line: `${file}: ${opened.message}`, json, error };
  }
  const analysis = analyze(opened.workbook, {
    ...(options.sheet !== null && { sheet: options.sheet }),
    ...(options.template && { template: options.template }),
  });
  const { errors } = analysis.summary;
  return {
    file,
    status: errors > 0 ? 1 : 0,
    line: `${file}: ${countsOf(analysis)}`,
    json: options.json ? JSON.stringify(toJson(file, analysis)) : null,
    error: null,
  };
}

function countsOf({ sheet, summary, reported }: Analysis): string {
  if (sheet === null) return 'chưa thấy Phụ lục 01b';
  const { errors, warnings, infos, explained } = summary;
  const counts = [`${errors} lỗi`, `${warnings} cảnh báo`, `${infos} gợi ý`];
  if (explained > 0) counts.push(`${explained} mục đã giải trình`);
  return `${counts.join(', ')}${reported === 'changed' ? '; số liệu đã đổi sau lần kiểm tra' : ''}`;
}
