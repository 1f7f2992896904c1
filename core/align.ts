// Matches the rows of a sheet with the rows of a template by code, label and order together, as one alignment.
import { canonicalLabel, firstWord, labelWords, plainLabel, sameLabel } from './label.ts';
import { printedCode, type Template, type TemplateRow } from './template.ts';
import { bare, fold } from './vietnamese.ts';

/** A row of the sheet as the aligner sees it. */
export interface SheetRow {
  /** Row of the grid, from 0. */
  readonly row: number;
  readonly code: string | null;
  readonly perhaps: readonly string[];
  /** The spreadsheet has made something else of the code. */
  readonly mangled: boolean;
  /** As typed, without a code before it, and in its canonical form. */
  readonly text: string;
  readonly label: string;
  /** The row may be the lower half of the one above: no code, and not both carry a figure. */
  readonly mayContinue: boolean;
  readonly hasValue: boolean;
}

export interface Match {
  /** Index in the template's rows. */
  readonly target: number;
  /** Indices in the sheet rows; more than one when a row was broken over lines. */
  readonly lines: readonly number[];
  /** How near the label is to the template's: 1 equal, 0 nothing in common. */
  readonly nearness: number;
  /** Out of the template's order. */
  readonly moved: boolean;
}

export interface Alignment {
  readonly matches: readonly Match[];
  readonly score: number;
}

interface Target {
  readonly code: string | null;
  readonly labels: readonly string[];
  readonly plainLabels: readonly string[];
}

/** A template made ready for alignment, once. */
export interface Targets {
  readonly rows: readonly Target[];
  readonly words: ReadonlyMap<string, readonly number[]>;
  readonly wordCounts: readonly number[];
  readonly exact: ReadonlyMap<string, number>;
  readonly firstWords: ReadonlySet<string>;
  /** Labels repeat from sheet to sheet, so answers are kept. */
  readonly remembered: Map<string, Float64Array>;
}

const prepared = new WeakMap<Template, Targets>();

export function targetsOf(template: Template): Targets {
  const known = prepared.get(template);
  if (known) return known;
  const rows = template.rows.map(
    (row): Target => ({
      code: row.partOf === undefined ? printedCode(row).replace(/\.$/, '') : null,
      labels: spellings(row).map(canonicalLabel),
      plainLabels: spellings(row).map(plainLabel),
    }),
  );
  const words = new Map<string, number[]>();
  const exact = new Map<string, number>();
  rows.forEach((row, index) => {
    for (const label of row.labels) exact.set(label, index);
    for (const part of labelWords(row.labels[0] ?? '')) words.set(part, [...(words.get(part) ?? []), index]);
  });
  const wordCounts = rows.map((row) => labelWords(row.labels[0] ?? '').length);
  const firstWords = new Set(template.rows.map((row) => firstWord(row.label)));
  const targets: Targets = { rows, words, exact, firstWords, wordCounts, remembered: new Map() };
  prepared.set(template, targets);
  return targets;
}

/** As the template has it, as the source form prints it, and both typed without marks. */
function spellings(row: TemplateRow): readonly string[] {
  const typed = [row.label, ...(row.printed ? [row.printed] : [])];
  return [...typed, ...typed.map((label) => bare(fold(label)))];
}

/** Whether a text is one of the template's labels, spelt one way or another. */
export function isLabel(targets: Targets, text: string): boolean {
  return targets.firstWords.has(firstWord(text)) && targets.exact.has(canonicalLabel(text));
}

const REMEMBER_AT_MOST = 4000;

/** Labels that differ by slips only share about every other word at least: the others need no look at their letters. */
const MAY_BE_SAME = 0.4;

/** How near a label, as typed, is to each row of the template, 0 to 1. */
export function nearnessTo(targets: Targets, text: string): Float64Array {
  const known = targets.remembered.get(text);
  if (known) return known;
  const label = canonicalLabel(text);
  const plain = plainLabel(text);
  const result = new Float64Array(targets.rows.length);
  const words = labelWords(label);
  for (const part of words) for (const index of targets.words.get(part) ?? []) result[index] = (result[index] ?? 0) + 1;
  targets.rows.forEach((row, index) => {
    const common = result[index] ?? 0;
    const shared = (2 * common) / (words.length + (targets.wordCounts[index] ?? 0) || 1);
    const equal =
      shared >= MAY_BE_SAME &&
      (row.labels.some((wanted) => sameLabel(wanted, label)) ||
        row.plainLabels.some((wanted) => sameLabel(wanted, plain)));
    result[index] = row.labels.includes(label) ? 1 : equal ? 0.98 : Math.min(0.95, shared);
  });
  if (targets.remembered.size >= REMEMBER_AT_MOST) targets.remembered.clear();
  targets.remembered.set(text, result);
  return result;
}

// Weights of the evidence. An equal label outweighs an equal code whose label is only similar; an equal code in its
// place outweighs a label that says nothing; a code of another row counts against.
const EQUAL_LABEL = 10;
const SIMILAR_LABEL = 7;
const EQUAL_CODE = 6;
const DATED_CODE = 4;
const OTHER_CODE = -4;
const CODE_LOST = -1;
const CODE_UNEXPECTED = -2;
const CHILD_WITHOUT_CODE = 2;
const BROKEN_LINE = -0.2;
const SKIPPED_LINE = -0.3;
const FILLED = 0.05;
const WORTH_MATCHING = 3;
/** Of two rows that fit equally well the upper one is taken, whatever order their weights were added in. */
const ROUNDING = 1e-9;
/** A label that belongs to another row of the template speaks against this one. */
const FOREIGN_LABEL = 0.3;

function codeEvidence(target: Target, line: SheetRow): number {
  if (line.code !== null) {
    if (target.code === null) return CODE_UNEXPECTED;
    return line.code === target.code || Number(line.code) === numericCode(target.code) ? EQUAL_CODE : OTHER_CODE;
  }
  if (target.code === null) return CHILD_WITHOUT_CODE;
  return line.perhaps.includes(target.code) ? DATED_CODE : CODE_LOST;
}

/** "1.10" is 1.1 once a spreadsheet has taken it for a number; codes of three parts are no numbers. */
function numericCode(code: string): number | null {
  return /^\d+\.\d+$/.test(code) ? Number(code) : null;
}

function evidence(targets: Targets, index: number, line: SheetRow, label: string, near: Float64Array): number {
  const target = targets.rows[index];
  if (!target) return 0;
  const code = codeEvidence(target, line);
  if (label === '') return line.code === null ? 0 : code;
  const nearness = near[index] ?? 0;
  const foreign = targets.exact.has(label) ? FOREIGN_LABEL : 1;
  const similar = nearness >= 0.97 ? EQUAL_LABEL * nearness : SIMILAR_LABEL * nearness * nearness * foreign;
  return similar + code + (line.hasValue ? FILLED : 0);
}

/** Aligns sheet rows with a template. Rows out of order are found in a second pass, by equal labels or equal codes. */
export function align(targets: Targets, lines: readonly SheetRow[]): Alignment {
  const direct = alignDirectly(targets, lines);
  if (direct) return direct;
  const inOrder = alignInOrder(targets, lines);
  const matches = [...inOrder.matches, ...findMoved(targets, lines, inOrder.matches)];
  return { matches: matches.sort((one, other) => one.target - other.target), score: inOrder.score };
}

/** The usual sheet: every row of the template, in order, label and code equal. Then no other alignment can be better. */
function alignDirectly(targets: Targets, lines: readonly SheetRow[]): Alignment | null {
  if (lines.length !== targets.rows.length) return null;
  const equal = lines.every((line, index) => {
    const target = targets.rows[index];
    return target !== undefined && line.code === target.code && target.labels.includes(line.label);
  });
  if (!equal) return null;
  const matches = lines.map((_line, index) => ({ target: index, lines: [index], nearness: 1, moved: false }));
  return { matches, score: lines.length * (EQUAL_LABEL + EQUAL_CODE) };
}

const MOST_LINES = 3;

/** Needleman–Wunsch over (sheet rows × template rows); a match may take up to three lines of a broken row. */
function alignInOrder(targets: Targets, lines: readonly SheetRow[]): Alignment {
  const width = targets.rows.length + 1;
  const best = new Float64Array((lines.length + 1) * width);
  const taken = new Int8Array((lines.length + 1) * width);
  for (let i = lines.length - 1; i >= 0; i--) {
    const spans = spansFrom(targets, lines, i);
    best[i * width + width - 1] = (best[(i + 1) * width + width - 1] ?? 0) + SKIPPED_LINE;
    for (let t = width - 2; t >= 0; t--) {
      const at = i * width + t;
      let value = (best[at + width] ?? 0) + SKIPPED_LINE;
      let choice = 0;
      const skipTarget = best[at + 1] ?? 0;
      if (skipTarget > value) {
        value = skipTarget;
        choice = -1;
      }
      for (const span of spans) {
        const gain = evidence(targets, t, span.line, span.label, span.near);
        if (gain < WORTH_MATCHING) continue;
        const total = gain + (span.count - 1) * BROKEN_LINE + (best[(i + span.count) * width + t + 1] ?? 0);
        if (total > value || (choice <= 0 && total > value - ROUNDING)) {
          value = total;
          choice = span.count;
        }
      }
      best[at] = value;
      taken[at] = choice;
    }
  }
  return { matches: trace(targets, lines, taken, width), score: best[0] ?? 0 };
}

interface Span {
  readonly count: number;
  readonly line: SheetRow;
  readonly label: string;
  readonly near: Float64Array;
}

/** The line alone, and with the one or two lines below that may continue it. */
function spansFrom(targets: Targets, lines: readonly SheetRow[], start: number): readonly Span[] {
  const first = lines[start];
  if (!first) return [];
  const spans: Span[] = [{ count: 1, line: first, label: first.label, near: nearnessTo(targets, first.text) }];
  let filled = first.hasValue;
  for (let count = 2; count <= MOST_LINES; count++) {
    const next = lines[start + count - 1];
    if (!next?.mayContinue || (filled && next.hasValue)) break;
    const text = textOf(lines.slice(start, start + count));
    filled = filled || next.hasValue;
    spans.push({
      count,
      line: { ...first, hasValue: filled },
      label: canonicalLabel(text),
      near: nearnessTo(targets, text),
    });
  }
  return spans;
}

/** The label of a broken row is made canonical whole: "mức độ" may end one line and "3" begin the next. */
function textOf(lines: readonly SheetRow[]): string {
  return lines.map((line) => line.text).join(' ');
}

function trace(targets: Targets, lines: readonly SheetRow[], taken: Int8Array, width: number): Match[] {
  const matches: Match[] = [];
  let i = 0;
  let t = 0;
  let passed = 0;
  while (i < lines.length && t < width - 1) {
    const choice = taken[i * width + t] ?? 0;
    if (choice === -1) t++;
    else if (choice === 0) i++;
    else {
      const from = upperOf(targets, t, lines, choice, passed, i);
      const text = textOf(lines.slice(from, from + choice));
      matches.push({
        target: t,
        lines: Array.from({ length: choice }, (_, index) => from + index),
        nearness: nearnessTo(targets, text)[t] ?? 0,
        moved: false,
      });
      i = from + choice;
      passed = i;
      t++;
    }
  }
  return matches;
}

/**
 * Where rows of the form are left out before it, a line is passed over as cheaply as they are: the upper of two alike,
 * each of `count` lines.
 */
function upperOf(
  targets: Targets,
  target: number,
  lines: readonly SheetRow[],
  count: number,
  from: number,
  at: number,
): number {
  if (from === at) return at;
  const gain = (start: number) => {
    const span = spansFrom(targets, lines, start).find((one) => one.count === count);
    return span ? evidence(targets, target, span.line, span.label, span.near) : 0;
  };
  const enough = gain(at) - ROUNDING;
  for (let line = from; line < at; line++) if (gain(line) > enough) return line;
  return at;
}

/** Rows that stand out of order: a label equal to a row still missing, or its code with a similar label. */
function findMoved(targets: Targets, lines: readonly SheetRow[], matches: readonly Match[]): Match[] {
  const usedLines = new Set(matches.flatMap((match) => match.lines));
  const usedTargets = new Set(matches.map((match) => match.target));
  const found: Match[] = [];
  lines.forEach((line, index) => {
    if (usedLines.has(index)) return;
    const near = nearnessTo(targets, line.text);
    const target = targets.rows.findIndex((wanted, candidate) => {
      if (usedTargets.has(candidate)) return false;
      const nearness = near[candidate] ?? 0;
      const sameCode = line.code !== null && line.code === wanted.code;
      return sameCode ? nearness >= 0.6 : nearness >= 0.97 && (line.code === null || wanted.code === null);
    });
    if (target < 0) return;
    usedTargets.add(target);
    found.push({ target, lines: [index], nearness: near[target] ?? 0, moved: true });
  });
  return found;
}
