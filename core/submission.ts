// Whose report is counted: each file against its period, its double and the roster; every file and unit gets one state.
import { byText, collationKey } from './collate.ts';
import type { GatheredFile, KeptReport } from './keptReport.ts';
import type { Period } from './period.ts';
import type { RosterUnit } from './roster.ts';
import { unitFinder, unitKey } from './unitName.ts';

/** `counted` alone is in the totals. */
export type SubmissionState =
  | 'counted'
  | 'missing'
  | 'same-twice'
  | 'differs'
  | 'period-differs'
  | 'template-differs'
  | 'not-on-roster'
  | 'unreadable';

export interface Submission {
  /** The roster's name, else the report's own, else the file's. */
  readonly unit: string;
  readonly state: SubmissionState;
  /** Null for a unit that sent nothing. */
  readonly file: string | null;
  readonly saved: string | null;
  readonly due: string | null;
  readonly isLate: boolean;
  readonly report: KeptReport | null;
  /** What the file's own reading said, for one that could not be read. */
  readonly problem: string | null;
}

export interface Expected {
  readonly roster: readonly RosterUnit[] | null;
  /** The period asked for; null for the one that most reports are of. */
  readonly period: Period | null;
}

export interface Submissions {
  readonly period: Period | null;
  /** Sorted by unit, then by file. */
  readonly all: readonly Submission[];
}

/** The order in which the files come changes nothing. */
export function judgeSubmissions(files: readonly GatheredFile[], expected: Expected): Submissions {
  const period = expected.period ?? commonPeriod(files);
  const find = unitFinder(expected.roster?.map(({ name }) => name) ?? []);
  const known = files.flatMap((file) => submissionsOf(file, period, expected.roster, find));
  const sent = new Set(known.filter(({ state }) => state === 'counted').map(({ unit }) => unit));
  const judged = inOrder(known);
  const all = judged.map((one, place) => withoutDoubles(one, judged, place));
  const missing = (expected.roster ?? []).filter(({ name }) => !sent.has(name));
  return { period, all: inOrder([...all, ...missing.map(missingUnit)]) };
}

/** The period most files are of; of equal ones the later, then the longer. */
function commonPeriod(files: readonly GatheredFile[]): Period | null {
  const counts = new Map<string, { readonly period: Period; readonly count: number }>();
  for (const { period } of files.flatMap(({ reports }) => reports)) {
    if (!period) continue;
    const id = `${period.end}/${String(period.months).padStart(2, '0')}`;
    counts.set(id, { period, count: (counts.get(id)?.count ?? 0) + 1 });
  }
  const sorted = [...counts].sort(([one, a], [other, b]) => b.count - a.count || byText(other, one));
  return sorted[0]?.[1].period ?? null;
}

type Find = ReturnType<typeof unitFinder>;

function submissionsOf(
  { file, saved, reports, error }: GatheredFile,
  period: Period | null,
  roster: readonly RosterUnit[] | null,
  find: Find,
): readonly Submission[] {
  const name = nameOfFile(file);
  const unit = roster?.[find(name) ?? -1]?.name ?? name;
  const base = { unit, file, saved, due: null, isLate: false, report: null, problem: null };
  if (error) return [{ ...base, state: 'unreadable', problem: error.message }];
  if (reports.length === 0) return [{ ...base, state: 'template-differs' }];
  return reports.map((report): Submission => {
    const own = report.unit ?? name;
    const expected = roster?.[find(own) ?? -1] ?? roster?.find(({ code }) => code === own) ?? null;
    const known = { ...base, unit: expected?.name ?? own, report, ...dueOf(expected, saved) };
    if (roster && !expected) return { ...known, state: 'not-on-roster' };
    return { ...known, state: isOf(period, report.period) ? 'counted' : 'period-differs' };
  });
}

/** The day the report came in, where the roster tells it, goes before the day its file was saved. */
function dueOf(expected: RosterUnit | null, saved: string | null): Pick<Submission, 'due' | 'isLate'> {
  const due = expected?.due ?? null;
  const day = expected?.received ?? saved;
  return { due, isLate: due !== null && day !== null && day > due };
}

/** "xa/Hoằng Hợp.xlsx" → "Hoằng Hợp": what stands for the unit of a sheet that does not name one. */
function nameOfFile(file: string): string {
  return (file.split(/[\\/]/).pop() ?? file).replace(/\.[^.]+$/, '').normalize('NFC');
}

/** A report that names no period is not of another one. */
function isOf(period: Period | null, own: Period | null): boolean {
  return !period || !own || (own.end === period.end && own.months === period.months);
}

/**
 * Two reports of one unit: alike, the first by name counts; where they differ neither does, since which of them is
 * right only the commune knows.
 */
function withoutDoubles(one: Submission, all: readonly Submission[], place: number): Submission {
  if (one.state !== 'counted') return one;
  const key = unitKey(one.unit);
  const doubles = neighbours(all, place).filter(({ state, unit }) => state === 'counted' && unitKey(unit) === key);
  if (doubles.length < 2) return one;
  if (doubles.some(({ report }) => !sameFigures(report, one.report))) return { ...one, state: 'differs' };
  return doubles[0] === one ? one : { ...one, state: 'same-twice' };
}

/** Those of the same name stand side by side in a sorted list. */
function neighbours(all: readonly Submission[], place: number): readonly Submission[] {
  const key = unitKey(all[place]?.unit ?? '');
  let from = place;
  let to = place + 1;
  while (from > 0 && unitKey(all[from - 1]?.unit ?? '') === key) from--;
  while (to < all.length && unitKey(all[to]?.unit ?? '') === key) to++;
  return all.slice(from, to);
}

function sameFigures(one: KeptReport | null, other: KeptReport | null): boolean {
  const figures = (report: KeptReport | null) => JSON.stringify([report?.figures, report?.inputs]);
  return figures(one) === figures(other);
}

function missingUnit({ name, due }: RosterUnit): Submission {
  const nothing = { file: null, saved: null, report: null, problem: null };
  return { unit: name, state: 'missing', due, isLate: false, ...nothing };
}

function inOrder(all: readonly Submission[]): readonly Submission[] {
  const keyed = all.map((one) => ({ one, key: orderKey(one) }));
  return keyed.sort((a, b) => byText(a.key, b.key)).map(({ one }) => one);
}

/** Spellings of one unit stand together whatever their tone marks stand on. */
function orderKey({ unit, file, report }: Submission): string {
  return [collationKey(unitKey(unit)), file ?? '', report?.sheet ?? ''].join('\u0002');
}
