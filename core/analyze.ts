// The pipeline: workbook in, one typed analysis out. It never throws on a user's sheet. What reads words is given
// to it, so that a pane need not load it before there are words to read.
import { type AnnexSheet, annexSheets, annexVersion, chooseAnnex } from './annexSheets.ts';
import type { PreviousVerdict } from './between.ts';
import { check, type Subject, sorted, type Undecided } from './check.ts';
import type { Explained } from './explanation.ts';
import { type Finding, writeHint } from './finding.ts';
import type { Workbook } from './grid.ts';
import type { Indicator } from './indicator.ts';
import { type Inputs, readInputs } from './input.ts';
import { LazyAnalysis } from './lazyAnalysis.ts';
import type { Layout } from './locate.ts';
import { fillWords, write, writeOn } from './message.ts';
import { observe } from './observe.ts';
import { type Period, readPeriod } from './period.ts';
import type { PreviousFile, PreviousPeriods, Surroundings } from './previous.ts';
import type { PreviousNote } from './previousNote.ts';
import { type Report, readReport } from './report.ts';
import { STRUCTURE, type StructureRuleId } from './rules/index.ts';
import { countAgain, type Summary, summarise } from './summary.ts';
import type { Template } from './template.ts';
import type { OwnTemplate } from './templateSheet.ts';
import { type Key, pl01b2024, TEMPLATES } from './templates/index.ts';
import type { Claim, TextVerdict } from './textCheck.ts';
import { periodFromTitle, unitFromTitle } from './title.ts';
import type { Inapplicable, Variant } from './variant.ts';

export interface AnalyzeOptions {
  /** The sheet to check, when the official named one. */
  readonly sheet?: string;
  readonly template?: Template<Key>;
  /** The report's prose, paragraph by paragraph, to be compared with the annex. */
  readonly narrative?: readonly string[];
  /** The earlier period's file; without one it is looked for in the workbook itself, and with null not at all. */
  readonly previous?: PreviousFile | null;
}

/** Everything that front ends show. */
export interface Analysis {
  readonly template: Template<Key>;
  /** The annex's sheet; null when no sheet carries it. */
  readonly sheet: string | null;
  /** Other sheets that carry an annex. */
  readonly otherSheets: readonly string[];
  readonly unit: string | null;
  readonly period: Period | null;
  readonly layout: Layout | null;
  readonly report: Report;
  readonly inputs: Inputs;
  /** Rules and rates that speak of rows which the template does not have; empty under the standard one. */
  readonly inapplicable: readonly Inapplicable[];
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  /** Empty where nothing was given to compute them. */
  readonly indicators: readonly Indicator[];
  /** The numbers of the prose; null when none was given, or there is no annex to compare with. */
  readonly claims: readonly Claim[] | null;
  /** Numbers of the prose that count nothing: dates, document numbers, years. */
  readonly discarded: number;
  /** The earlier periods that the annex was held against; null when none is there, or none was looked for. */
  readonly previous: PreviousPeriods | null;
  /** Why an earlier period is not compared, or not in everything. */
  readonly previousNote: PreviousNote | null;
  /** Reasons whose finding is gone. */
  readonly unneeded: Explained['unneeded'];
  /** Whether the figures are those that "Phiếu kiểm tra số liệu" was written for; null without that sheet. */
  readonly reported: Explained['reported'];
  readonly summary: Summary;
}

/**
 * What is loaded only where it is needed: it reads a report's text, the sheet "Lời văn báo cáo", the reasons given for
 * findings, the annex of an earlier period, and computes rates.
 */
export interface WordReaders {
  readonly checkText?: (
    subject: Subject,
    narrative: readonly string[],
    previous: PreviousPeriods | null,
  ) => TextVerdict;
  readonly findStale?: (
    subject: Subject,
    findings: () => readonly Finding[],
    workbook: Workbook,
    previous: PreviousPeriods | null,
  ) => readonly Finding[];
  readonly explain?: (subject: Subject, workbook: Workbook, findings: () => readonly Finding[]) => Explained | null;
  readonly comparePrevious?: (subject: Subject, around: Surroundings) => PreviousVerdict;
  readonly indicatorsOf?: (subject: Subject) => readonly Indicator[];
  /** The template that the workbook brings on its sheet "Mẫu biểu". */
  readonly ownTemplate?: (workbook: Workbook) => OwnTemplate | null;
  /** What of the rules does not apply under another template than the standard. */
  readonly variantOf?: (template: Template<Key>) => Variant;
}

/**
 * Without readers, words are passed over: `claims` is null, no finding speaks of prose or of an earlier period, and none
 * is explained.
 */
export function analyzeFigures(
  workbook: Workbook,
  options: AnalyzeOptions = {},
  { checkText, findStale, explain, comparePrevious, indicatorsOf, ownTemplate, variantOf }: WordReaders = {},
): Analysis {
  const own = options.template ? null : ownTemplate?.(workbook);
  const template = options.template ?? own?.template ?? annexVersion(workbook);
  // Rules speak of the rows of all versions: all of them apply where there is but one.
  const applyAll = TEMPLATES.length === 1 && template === pl01b2024;
  const variant = applyAll ? null : (variantOf?.(template) ?? null);
  const inputs = readInputs(workbook);
  if (own?.problems) return withoutAnnex(template, inputs, [], structureFinding('template-unreadable', own.problems));
  const found = annexSheets(workbook, template);
  const chosen = chooseAnnex(found, workbook, options.sheet);
  if (!chosen) {
    const where = options.sheet === undefined ? 'trong tệp này' : whereNamed(workbook, options.sheet);
    return withoutAnnex(template, inputs, found, structureFinding('annex-not-found', { where }));
  }
  const { grid, layout } = chosen;
  const period = readPeriod(inputs.typed.get('period')?.text ?? '') ?? periodFromTitle(layout.title);
  const report = readReport(grid, layout, template);
  const subject: Subject = { template, layout, report, inputs, period, variant };
  const verdict = check(subject, observe(grid, layout, report, template, inputs));
  const unit = inputs.typed.get('unit')?.text ?? unitFromTitle(layout.title);
  const compare = options.previous === null ? undefined : comparePrevious;
  const between = compare?.(subject, { chosen, found, unit, given: options.previous }) ?? null;
  const periods = between?.periods ?? null;
  const text = options.narrative ? checkText?.(subject, options.narrative, periods) : null;
  const said = [
    ...(between?.findings ?? []),
    ...(text?.findings ?? []),
    ...(findStale?.(subject, verdict.findings, workbook, periods) ?? []),
  ];
  const all = () => (said.length === 0 ? verdict.findings() : sorted([...verdict.findings(), ...said], template));
  const explained = explain?.(subject, workbook, all) ?? null;
  const summary = summarise(verdict, said, between);
  const known = {
    template,
    sheet: grid.name,
    otherSheets: found.filter((other) => other.grid !== grid).map((other) => other.grid.name),
    unit,
    period,
    layout,
    report,
    inputs,
    inapplicable: variant?.inapplicable ?? [],
    claims: text?.claims ?? null,
    discarded: text?.discarded ?? 0,
    previous: periods,
    previousNote: between?.note ?? null,
    unneeded: explained?.unneeded ?? [],
    reported: explained?.reported ?? null,
    summary: explained?.findings ? countAgain(summary, explained.findings) : summary,
  };
  return new LazyAnalysis(known, {
    findings: () => explained?.findings ?? all(),
    undecided: () => [...verdict.undecided(), ...(between?.undecided ?? [])],
    indicators: () => {
      const all = indicatorsOf?.(subject) ?? [];
      return variant ? all.filter(({ id }) => !variant.inapplicable.some(({ indicator }) => indicator === id)) : all;
    },
  });
}

function withoutAnnex(
  template: Template<Key>,
  inputs: Inputs,
  found: readonly AnnexSheet[],
  finding: Finding,
): Analysis {
  const findings = [finding];
  return {
    template,
    sheet: null,
    otherSheets: found.map(({ grid }) => grid.name),
    unit: inputs.typed.get('unit')?.text ?? null,
    period: readPeriod(inputs.typed.get('period')?.text ?? ''),
    layout: null,
    report: new Map(),
    inputs,
    inapplicable: [],
    findings,
    undecided: [],
    indicators: [],
    claims: null,
    discarded: 0,
    previous: null,
    previousNote: null,
    unneeded: [],
    reported: null,
    summary: summarise({ counts: { error: 0, warning: 0, info: 0 }, open: 0, rulesRun: 1 }, findings),
  };
}

function whereNamed(workbook: Workbook, sheet: string): string {
  const exists = workbook.sheets.some((grid) => grid.name === sheet);
  return exists ? `trên trang tính “${sheet}”` : `vì tệp này không có trang tính “${sheet}”`;
}

/** A finding on the whole file, when there is nothing else to say of it. */
function structureFinding(rule: StructureRuleId, words: Readonly<Record<string, string>>): Finding {
  const record = STRUCTURE.find(({ id }) => id === rule);
  if (!record) throw new Error(`No structure rule ${rule}`);
  const filling = fillWords(words);
  return {
    rule: record.id,
    severity: record.severity,
    key: null,
    at: null,
    cells: [],
    left: null,
    right: null,
    imbalance: null,
    message: write(record.message, filling),
    hint: writeHint({ before: '', todo: writeOn(record.hint.todo, filling), ifRight: '' }),
    basis: record.basis,
    explained: null,
    fix: null,
  };
}
