// What is kept of one commune's analysed file when many are brought together: plain figures, few enough for ten thousand files.
import type { Analysis } from './analyze.ts';
import { toNumber } from './decimal.ts';
import { mayBeBlank } from './figureState.ts';
import { isKey } from './form.ts';
import { a1 } from './grid.ts';
import { INDICATORS } from './indicators.ts';
import { inputValue } from './input.ts';
import type { InputKey } from './inputs.ts';
import type { Period } from './period.ts';
import type { Figure } from './report.ts';
import { choiceNamed, choiceOf, isFillable, parseChoices, type TemplateRow } from './template.ts';
import type { Key } from './templates/index.ts';
import { fold, shorten, tidy } from './vietnamese.ts';

/** A number; null for a blank; NOT_ARISEN; or, in quotes, what stands there and is no number. */
export type KeptFigure = number | string | null;

/** A blank that is right: no documents have no shares. */
export const NOT_ARISEN = 'không phát sinh';

export interface KeptError {
  readonly rule: string;
  readonly key: string | null;
  readonly address: string | null;
  readonly message: string;
}

export interface KeptReport {
  readonly file: string;
  readonly sheet: string;
  readonly unit: string | null;
  readonly period: Period | null;
  readonly template: string;
  /** By the template's rows that carry a figure, in their order. */
  readonly figures: readonly KeptFigure[];
  /** Where they stand, in the same order, separated by spaces; "-" for a row that the sheet lacks. */
  readonly addresses: string;
  /** By INDICATOR_INPUTS. */
  readonly inputs: readonly (number | null)[];
  readonly errors: readonly KeptError[];
  readonly warnings: number;
  readonly infos: number;
  readonly explained: number;
  readonly otherSheets: readonly string[];
}

/** What could be kept of a file: its reports, or why there is none. */
export interface GatheredFile {
  readonly file: string;
  /** The day the file was last saved, "2024-06-10"; null when unknown. */
  readonly saved: string | null;
  readonly reports: readonly KeptReport[];
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** The inputs that rates need beside the annex. */
export const INDICATOR_INPUTS: readonly InputKey[] = [
  ...new Set(
    INDICATORS.flatMap(({ numerator, denominator }) => [...numerator, ...denominator]).filter(
      (operand): operand is InputKey => !isKey(operand),
    ),
  ),
];

/** Null when the file carries no annex. */
export function keepReport(file: string, analysis: Analysis): KeptReport | null {
  const { sheet, template, report, summary } = analysis;
  if (sheet === null) return null;
  const rows = template.rows.filter(isFillable);
  return {
    file,
    sheet,
    unit: analysis.unit,
    period: analysis.period,
    template: template.id,
    figures: rows.map((row) => keptFigure(row, analysis)),
    addresses: rows.map(({ key }) => addressOf(report.get(key))).join(' '),
    inputs: INDICATOR_INPUTS.map((key) => {
      const value = inputValue(analysis.inputs, key);
      return value && toNumber(value);
    }),
    errors: errorsOf(analysis),
    warnings: summary.warnings,
    infos: summary.infos,
    explained: summary.explained,
    otherSheets: analysis.otherSheets,
  };
}

function addressOf(figure: Figure | undefined): string {
  return figure ? a1(figure.address) : '-';
}

function keptFigure(row: TemplateRow<Key>, { report }: Analysis): KeptFigure {
  const figure = report.get(row.key);
  if (!figure || figure.form === 'blank') return figure && mayBeBlank(row.key, report) ? NOT_ARISEN : null;
  if (!figure.value) return `“${shorten(tidy(figure.text))}”`;
  return row.kind === 'choice' ? keptCode(row, figure, toNumber(figure.value)) : toNumber(figure.value);
}

/** The template's code for what the commune's own printed list calls it: lists are printed the other way round too. */
function keptCode(row: TemplateRow, figure: Figure, code: number): number {
  const meant = figure.choices.find((choice) => choice.code === code);
  const listed = parseChoices(row.unit ?? '');
  const own = listed.find((choice) => choice.code === code);
  if (!meant || (own && fold(own.label) === fold(meant.label))) return code;
  return choiceNamed(meant.label, listed)?.code ?? choiceOf(meant.label, listed) ?? code;
}

function errorsOf(analysis: Analysis): readonly KeptError[] {
  return analysis.findings
    .filter(({ severity, explained }) => severity === 'error' && explained === null)
    .map(({ rule, key, at, message }) => ({ rule, key, address: at && a1(at), message }));
}
