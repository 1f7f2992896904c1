// The earlier annex that this one is held against: a column of its own sheet, another sheet of the workbook, another file.
import { type AnnexSheet, annexSheets, chooseAnnex } from './annexSheets.ts';
import type { Subject } from './check.ts';
import { byText } from './collate.ts';
import type { Workbook } from './grid.ts';
import { type Inputs, readInputs } from './input.ts';
import type { Layout } from './locate.ts';
import { type Period, readPeriod } from './period.ts';
import { type PreviousColumn, previousColumns } from './previousColumn.ts';
import { merged, noAnnex, noFigures, notEarlier, otherUnit, type PreviousNote, periodUnknown } from './previousNote.ts';
import { type PreviousSource, placeOf } from './previousSource.ts';
import { type Report, readReport } from './report.ts';
import { type Counted, endsBefore, type Relation, relationOf } from './span.ts';
import { periodFromTitle, unitFromTitle } from './title.ts';
import { unitFinder } from './unitName.ts';
import { fold } from './vietnamese.ts';

/** Another file that the official gives as the earlier period's. */
export interface PreviousFile {
  /** Its name, as messages call it. */
  readonly file: string;
  readonly workbook: Workbook;
}

/** One earlier annex, read as the present one is: a blank stays a blank. */
export interface Previous {
  readonly source: PreviousSource;
  /** Null where its title names none. */
  readonly unit: string | null;
  readonly period: Period | null;
  /** What messages call the period: "quý I năm 2024", "kỳ trước". */
  readonly label: string;
  /** Declared to be counted from January on ("lũy kế"). */
  readonly cumulative: boolean;
  readonly layout: Layout;
  /** Figures by key; their addresses are those of `source`. */
  readonly report: Report;
  /** What was typed beside it; empty for a column or a sheet, since "Thông tin báo cáo" speaks of the present annex. */
  readonly inputs: Inputs;
  readonly relation: Relation;
}

export interface PreviousPeriods {
  /** The one that ends last before this period does; the rules between periods hold this one against the annex. */
  readonly nearest: Previous;
  /** The same months a year before ("cùng kỳ năm trước"); null when none is there. It may be the nearest as well. */
  readonly yearBefore: Previous | null;
}

export interface FoundPrevious {
  readonly periods: PreviousPeriods | null;
  /** What the official should know of it; null where all can be compared. */
  readonly note: PreviousNote | null;
}

/** What the search looks through. */
export interface Surroundings {
  /** The annex that is checked, among all sheets that carry one. */
  readonly chosen: AnnexSheet;
  readonly found: readonly AnnexSheet[];
  readonly unit: string | null;
  readonly given: PreviousFile | null | undefined;
}

const NO_INPUTS: Inputs = { typed: new Map(), cells: new Map() };

/**
 * The file that was given; without one, what the workbook itself holds: columns of the annex, then other sheets of the
 * same unit. The same months a year before are looked for in both. The order of sheets changes nothing.
 */
export function findPrevious(subject: Subject, around: Surroundings): FoundPrevious {
  const own = inOrder([...ownColumns(subject, around), ...otherSheets(subject, around)]);
  if (!around.given)
    return { periods: periodsOf(own, own), note: own[0] ? noteOn(subject, around.unit, own[0]) : null };
  const { periods, note } = givenPeriods(subject, around, around.given);
  return { periods: periodsOf(periods, [...periods, ...own]), note };
}

function periodsOf(nearest: readonly Previous[], all: readonly Previous[]): PreviousPeriods | null {
  const [first] = nearest;
  return first ? { nearest: first, yearBefore: all.find(({ relation }) => relation.yearBefore) ?? null } : null;
}

/** A report of this period: the subject, as far as it matters when it was counted. */
export function countedOf({ period, layout }: Pick<Subject, 'period' | 'layout'>): Counted {
  return { period, cumulative: isCumulative(layout.title) };
}

const CUMULATIVE = ['lũy kế', 'cộng dồn'].map(fold);

function isCumulative(lines: readonly string[]): boolean {
  const text = ` ${lines.map(fold).join(' ')} `;
  return CUMULATIVE.some((words) => text.includes(` ${words} `));
}

function ownColumns(subject: Subject, { chosen, unit }: Surroundings): readonly Previous[] {
  const { grid, layout } = chosen;
  return previousColumns(grid, layout, subject.period).flatMap((column) => {
    const columns = { ...layout.columns, value: column.column };
    const report = readReport(grid, { ...layout, columns }, subject.template);
    if (isEmpty(report)) return [];
    return [columnPrevious(subject, column, { layout: { ...layout, columns }, report, unit })];
  });
}

function columnPrevious(
  subject: Subject,
  { column, period, words }: PreviousColumn,
  own: Pick<Previous, 'layout' | 'report' | 'unit'>,
): Previous {
  const cumulative = isCumulative([...own.layout.title, words]);
  return {
    ...own,
    source: { kind: 'column', sheet: own.layout.sheet, column },
    period,
    label: period?.label ?? 'kỳ trước',
    cumulative,
    inputs: NO_INPUTS,
    relation: relationOf(countedOf(subject), { period, cumulative }),
  };
}

/** Of the same unit, or of none named, and of a period known to be earlier. */
function otherSheets(subject: Subject, { chosen, found, unit }: Surroundings): readonly Previous[] {
  return found
    .filter(({ grid, layout }) => grid !== chosen.grid && isSameUnit(unit, unitFromTitle(layout.title)))
    .filter((sheet) => endsBefore(periodOnSheet(sheet), subject.period) === true)
    .map((sheet) => sheetPrevious(subject, sheet, null))
    .filter((one) => !isEmpty(one.report));
}

/** One annex sheet as an earlier period; `inputs` where it lies in a file of its own. */
function sheetPrevious(
  subject: Subject,
  { grid, layout }: AnnexSheet,
  file: { readonly name: string; readonly inputs: Inputs } | null,
): Previous {
  const inputs = file?.inputs ?? NO_INPUTS;
  const typed = readPeriod(inputs.typed.get('period')?.text ?? '');
  const period = typed ?? periodOnSheet({ grid, layout });
  const cumulative = isCumulative(layout.title);
  return {
    source: file ? { kind: 'file', sheet: grid.name, file: file.name } : { kind: 'sheet', sheet: grid.name },
    unit: inputs.typed.get('unit')?.text ?? unitFromTitle(layout.title),
    period,
    label: period?.label ?? 'kỳ trước',
    cumulative,
    layout,
    report: readReport(grid, layout, subject.template),
    inputs,
    relation: relationOf(countedOf(subject), { period, cumulative }),
  };
}

function periodOnSheet({ grid, layout }: AnnexSheet): Period | null {
  return periodFromTitle(layout.title) ?? periodOfTab(grid.name);
}

/** A tab may hold no "/" and is short: "Quý I.2024", "Q1-2024", "6T2024". */
function periodOfTab(name: string): Period | null {
  const spaced = name.replace(/[._-]+/g, ' ');
  return readPeriod(spaced.replace(/(\d) ?T ?(?=20\d\d)/i, '$1 tháng ').replace(/\bQ ?(?=[1-4IV]+ )/i, 'quý '));
}

interface Given {
  readonly periods: readonly Previous[];
  readonly note: PreviousNote | null;
}

/** The annex that the file is about; where that is no earlier period's, any other sheet of it that is. */
function givenPeriods(subject: Subject, { unit }: Surroundings, { file, workbook }: PreviousFile): Given {
  const place = `tệp “${file}”`;
  const found = annexSheets(workbook, subject.template);
  const main = chooseAnnex(found, workbook);
  if (!main) return refused(noAnnex(place));
  const inputs = readInputs(workbook);
  const own = (sheet: AnnexSheet) =>
    sheetPrevious(subject, sheet, { name: file, inputs: sheet === main ? inputs : NO_INPUTS });
  const first = own(main);
  const all = [first, ...found.filter((sheet) => sheet !== main).map(own)];
  const earlier = all.filter((one) => isEarlier(subject.period, one, first));
  if (earlier.length === 0 && subject.period && first.period)
    return refused(notEarlier(place, subject.period, first.period));
  const filled = inOrder(earlier.filter((one) => !isEmpty(one.report)));
  if (filled.length === 0) return refused(noFigures(place));
  const ours = filled.filter((one) => isSameUnit(unit, one.unit) || one.relation.acrossMerger);
  const [nearest] = ours;
  if (!nearest) return refused(otherUnit(place, unit ?? '', filled[0]?.unit ?? ''));
  return { periods: ours, note: noteOn(subject, unit, nearest) };
}

function refused(note: PreviousNote): Given {
  return { periods: [], note };
}

/** What the official gives as the earlier period's is taken for it where nothing says otherwise. */
function isEarlier(now: Period | null, one: Previous, main: Previous): boolean {
  const earlier = endsBefore(one.period, now);
  return earlier ?? one === main;
}

function noteOn({ period }: Subject, unit: string | null, one: Previous): PreviousNote | null {
  const place = placeOf(one.source);
  if (!period) return periodUnknown('Phụ lục đang kiểm tra');
  if (!one.period) return periodUnknown(place);
  if (!one.relation.acrossMerger) return null;
  const names = isSameUnit(unit, one.unit) ? null : { now: unit ?? '', before: one.unit ?? '' };
  return merged(place, names);
}

/** A unit that is not named is no other one. */
function isSameUnit(one: string | null, other: string | null): boolean {
  return one === null || other === null || unitFinder([one])(other) !== null;
}

function isEmpty(report: Report): boolean {
  return [...report.values()].every(({ form }) => form === 'blank');
}

/** Known periods first, the latest first; of those that end together one that starts with this period, then the annex's own column. */
function inOrder(all: readonly Previous[]): readonly Previous[] {
  const rank = ({ source, period, relation, layout }: Previous) => [
    period?.end ?? '',
    relation.nested ? '1' : '0',
    relation.adjacent ? '1' : '0',
    source.kind === 'column' ? '1' : '0',
    String(Math.round(layout.score * 1000)).padStart(9, '0'),
  ];
  const keyed = all.map((one) => ({ one, rank: rank(one).join(' ') }));
  return keyed
    .sort((a, b) => byText(b.rank, a.rank) || byText(a.one.source.sheet, b.one.source.sheet))
    .map(({ one }) => one);
}
