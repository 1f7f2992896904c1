// Many communes' reports → one: totals by row, rates from the sums, whose report is counted, and who is far from the rest.
import { addUp, type RowTotal } from './addUp.ts';
import { type Decimal, fromNumber, type Product, sum, toNumber } from './decimal.ts';
import { computeIndicators, type Indicator, rateText } from './indicator.ts';
import { INDICATORS } from './indicators.ts';
import { type GatheredFile, INDICATOR_INPUTS, type KeptFigure, type KeptReport } from './keptReport.ts';
import { findOutliers, type Outlier } from './peers.ts';
import type { Period } from './period.ts';
import { type Expected, judgeSubmissions, type Submission } from './submission.ts';
import { isFillable, type Template, type TemplateRow } from './template.ts';
import type { Key } from './templates/index.ts';

/** A commune in the totals. */
export interface Commune {
  readonly unit: string;
  readonly file: string;
  readonly report: KeptReport;
}

/** A rate over all communes that have both its sides, recomputed from their sums. */
export interface RateTotal {
  readonly id: string;
  readonly name: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** "90,69%", the words for a denominator of 0, or null when undecided. */
  readonly text: string | null;
  readonly present: number;
  readonly missing: number;
}

export interface Consolidation {
  readonly template: Template<Key>;
  readonly period: Period | null;
  readonly hasRoster: boolean;
  /** Sorted by unit: the columns of "Tổng hợp". */
  readonly communes: readonly Commune[];
  readonly rows: readonly RowTotal[];
  readonly rates: readonly RateTotal[];
  /** Each commune's own rates, in the order of INDICATORS. */
  readonly indicators: readonly (readonly Indicator[])[];
  readonly submissions: readonly Submission[];
  readonly outliers: readonly Outlier[];
}

export function consolidate(
  template: Template<Key>,
  files: readonly GatheredFile[],
  expected: Omit<Expected, 'template'> = { roster: null, period: null },
): Consolidation {
  const { period, all } = judgeSubmissions(files, { ...expected, template: template.id });
  const communes = all.flatMap(({ state, unit, file, report }) =>
    state === 'counted' && file !== null && report ? [{ unit, file, report }] : [],
  );
  const rows = template.rows.filter(isFillable);
  const figures = figuresByRow(rows, communes);
  const indicators = communes.map(({ report }) => indicatorsOf(rows, report));
  return {
    template,
    period,
    hasRoster: expected.roster !== null,
    communes,
    rows: rows.map((row) => addUp(row, template, (key) => figures.get(key) ?? [])),
    rates: INDICATORS.map((_, place) => rateTotal(place, indicators)),
    indicators,
    submissions: all,
    outliers: findOutliers(indicators),
  };
}

/** The figures of each row, one a commune, in the order of the communes. */
export function figuresByRow(
  rows: readonly TemplateRow<Key>[],
  communes: readonly Commune[],
): ReadonlyMap<Key, readonly KeptFigure[]> {
  return new Map(rows.map(({ key }, place) => [key, communes.map(({ report }) => report.figures[place] ?? null)]));
}

function indicatorsOf(rows: readonly TemplateRow<Key>[], report: KeptReport): readonly Indicator[] {
  const figures = new Map(rows.map(({ key }, place) => [key, report.figures[place] ?? null]));
  return computeIndicators({
    figure: (key) => decimalOf(figures.get(key) ?? null),
    input: (key) => decimalOf(report.inputs[INDICATOR_INPUTS.indexOf(key)] ?? null),
  });
}

function decimalOf(figure: KeptFigure): Decimal | null {
  return typeof figure === 'number' ? fromNumber(figure) : null;
}

function rateTotal(place: number, indicators: readonly (readonly Indicator[])[]): RateTotal {
  const record = INDICATORS[place];
  if (!record) throw new Error('Rates are as many as indicators.');
  const known = indicators.flatMap((all) => {
    const one = all[place];
    return one && one.numerator !== null && one.denominator !== null ? [one] : [];
  });
  const add = (values: readonly (number | null)[]) =>
    sum(
      values.flatMap((value): Product[] => {
        const exact = decimalOf(value);
        return exact ? [[1, exact]] : [];
      }),
    );
  const counts = { present: known.length, missing: indicators.length - known.length };
  if (known.length === 0)
    return { id: record.id, name: record.name, numerator: null, denominator: null, text: null, ...counts };
  const over = add(known.map(({ numerator }) => numerator));
  const under = add(known.map(({ denominator }) => denominator));
  const [numerator, denominator] = [toNumber(over), toNumber(under)];
  return { id: record.id, name: record.name, numerator, denominator, text: rateText(record, over, under), ...counts };
}
