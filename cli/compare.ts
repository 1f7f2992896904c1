// `cchc compare`: two periods side by side, row by row, then what the rules between periods found.
import {
  type Analysis,
  a1,
  analyze,
  analyzeFigures,
  comparePeriods,
  type Decimal,
  endsBefore,
  type PeriodFigure,
  type PeriodRow,
  type PeriodTable,
  type Severity,
  toNumber,
} from '../core/index.ts';
import { betweenFindings, betweenUndecided, comparisonText } from './compareText.ts';
import { openForComparison, previousJson, refuseUncompared } from './previous.ts';
import { findingJson } from './result.ts';
import { templateOption } from './template.ts';
import { legible } from './terminal.ts';
import { type CompareCommand, UsageError } from './usage.ts';
import { VERSION } from './version.ts';

/** Runs the command; the exit status comes back: 1 where a finding between the periods is an unexplained error. */
export function runCompare(command: CompareCommand): number {
  const { file, analysis } = analyseBoth(command);
  if (analysis.sheet === null) throw new UsageError(`${file}: ${analysis.findings[0]?.message ?? ''}`);
  refuseUncompared(analysis);
  const table = comparePeriods(analysis);
  if (!table) throw new UsageError(`${file}: không có Phụ lục 01b của kỳ trước; hãy ghi thêm tệp của kỳ trước để so.`);
  const options = { colour: process.stdout.isTTY && !process.env.NO_COLOR, width: process.stdout.columns ?? 100 };
  const json = () => `${JSON.stringify(toJson(file, analysis, table), null, 2)}\n`;
  process.stdout.write(command.format === 'json' ? json() : legible(comparisonText(file, analysis, table, options)));
  return countOf(analysis, 'error') > 0 ? 1 : 0;
}

/** The later period's annex, held against the earlier one. */
function analyseBoth({ files: [one, other], sheet, template }: CompareCommand): { file: string; analysis: Analysis } {
  const named = { ...templateOption(template), ...(sheet !== null && { sheet }) };
  const first = openForComparison(one);
  if (other === undefined) return { file: one, analysis: analyze(first, named) };
  const second = openForComparison(other);
  // Where a period is not known, the files are taken in the order of time.
  const later = endsBefore(analyzeFigures(second, named).period, analyzeFigures(first, named).period) === true;
  const [file, workbook] = later ? [one, first] : [other, second];
  const previous = later ? { file: other, workbook: second } : { file: one, workbook: first };
  return { file, analysis: analyze(workbook, { ...named, previous }) };
}

function countOf(analysis: Analysis, severity: Severity): number {
  return betweenFindings(analysis).filter((finding) => finding.severity === severity && !finding.explained).length;
}

function toJson(file: string, analysis: Analysis, table: PeriodTable): object {
  const explained = betweenFindings(analysis).filter((finding) => finding.explained).length;
  return {
    file,
    tool: { name: 'cchc', version: VERSION },
    template: analysis.template.id,
    sheet: analysis.sheet,
    unit: analysis.unit,
    period: analysis.period,
    ...previousJson(analysis),
    rows: table.rows.filter(isShown).map((row) => ({
      key: row.row.key,
      label: row.row.label,
      before: figureJson(row.before),
      now: figureJson(row.now),
      change: numberJson(row.change),
      percent: numberJson(row.percent),
      changed: row.changed,
    })),
    rates: table.rates.map(({ change, ...rate }) => ({ ...rate, change: numberJson(change) })),
    findings: betweenFindings(analysis).map(findingJson),
    undecided: betweenUndecided(analysis).map(({ rule, missing }) => ({ rule, missing })),
    summary: {
      errors: countOf(analysis, 'error'),
      warnings: countOf(analysis, 'warning'),
      infos: countOf(analysis, 'info'),
      explained,
    },
  };
}

/** A heading only where either period holds something in it. */
function isShown({ row, before, now }: PeriodRow): boolean {
  return row.kind !== 'heading' || [before, now].some(({ state }) => state === 'filled' || state === 'unreadable');
}

function figureJson({ state, value, address }: PeriodFigure): object {
  return { state, address: address && a1(address), value: numberJson(value) };
}

function numberJson(value: Decimal | null): number | null {
  return value && toNumber(value);
}
