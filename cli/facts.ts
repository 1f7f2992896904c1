// One file as facts: unit, period, key, value and what was found on it, a row each.
import { type Analysis, type AnalyzeOptions, a1, analysesOf, type Finding, isFillable } from '../core/index.ts';
import { openFile } from './files.ts';

/** The columns of the long table, in their order; `docs/so-lieu-lon.md` tells what they hold. */
export const FACT_COLUMNS = [
  'unit',
  'period',
  'period_end',
  'key',
  'value',
  'text',
  'findings',
  'severity',
  'file',
  'sheet',
  'address',
] as const;

export type FactColumn = (typeof FACT_COLUMNS)[number];
export type Fact = Readonly<Record<FactColumn, string | number | null>>;

export interface FileFacts {
  readonly file: string;
  /** Why it could not be read. */
  readonly problem: string | null;
  readonly hasErrors: boolean;
  readonly facts: readonly Fact[];
}

export function factsOfFile(file: string, options: AnalyzeOptions): FileFacts {
  const opened = openFile(file);
  if (!opened.ok) return { file, problem: opened.message, hasErrors: false, facts: [] };
  const analyses = analysesOf(opened.workbook, options);
  const hasErrors = analyses.some(({ summary }) => summary.errors > 0);
  return { file, problem: null, hasErrors, facts: analyses.flatMap((analysis) => factsOf(file, analysis)) };
}

/** A row of the form a fact, an input typed a fact; what is found on the whole sheet is a fact without a key. */
function factsOf(file: string, analysis: Analysis): readonly Fact[] {
  const { unit, period, sheet, report, inputs } = analysis;
  const common = { unit, period: period?.label ?? null, period_end: period?.end ?? null, file, sheet };
  const found = findingsByKey(analysis.findings);
  const rows = analysis.template.rows.filter(isFillable).map(({ key }): Fact => {
    const figure = report.get(key);
    const value = figure?.value ? figure.value.digits / 10 ** figure.value.decimals : null;
    const text = figure ? figure.text || null : null;
    return { ...common, key, value, text, ...told(found.get(key)), address: figure ? a1(figure.address) : null };
  });
  const typed = [...inputs.typed].flatMap(([key, { value, text }]): readonly Fact[] => {
    if (!value) return [];
    const at = inputs.cells.get(key);
    const number = value.digits / 10 ** value.decimals;
    const place = at ? { sheet: at.sheet, address: a1(at) } : { address: null };
    return [{ ...common, key, value: number, text, ...told(undefined), ...place }];
  });
  const whole = found.get(null);
  const keys = new Set<string | null>(rows.map(({ key }) => String(key)));
  const others = [...found].filter(([key]) => key !== null && !keys.has(key));
  return [
    ...rows,
    ...typed,
    ...(whole ? [{ ...common, key: null, value: null, text: null, ...told(whole), address: null }] : []),
    ...others.map(([key, list]) => ({ ...common, key, value: null, text: null, ...told(list), address: null })),
  ];
}

function findingsByKey(findings: readonly Finding[]): ReadonlyMap<string | null, readonly Finding[]> {
  const found = new Map<string | null, Finding[]>();
  for (const finding of findings) {
    const list = found.get(finding.key);
    if (list) list.push(finding);
    else found.set(finding.key, [finding]);
  }
  return found;
}

const WORST = ['error', 'warning', 'info'] as const;

/** Rule ids separated by spaces, and the worst severity among the unexplained. */
function told(findings: readonly Finding[] = []): Pick<Fact, 'findings' | 'severity'> {
  const open = findings.filter(({ explained }) => explained === null);
  const severity = WORST.find((one) => open.some((finding) => finding.severity === one)) ?? null;
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return { findings: rules.length === 0 ? null : rules.join(' '), severity };
}
