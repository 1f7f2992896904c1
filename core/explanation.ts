// Brings findings and reasons together: a reason explains its finding until one of the figures it was given for changes.
import { boundFigures, type ChangedFigure, changesSince, reasonHash } from './bound.ts';
import type { Subject } from './check.ts';
import { type CheckSheet, figuresFingerprint, readCheckSheet, type SheetReason } from './checkSheet.ts';
import type { Finding } from './finding.ts';
import { findingId, keyInId } from './findingId.ts';
import { a1, type CellRef, type Workbook } from './grid.ts';
import { type NoteReason, readNotes } from './note.ts';
import { STRUCTURE } from './rules/index.ts';
import { joinAnd, shorten, writeNumber } from './vietnamese.ts';

/** Fewer characters say nothing to the level above. */
export const SHORTEST_REASON = 10;

/** A reason whose finding is gone. */
export interface UnneededReason {
  readonly reason: string;
  readonly source: string;
}

export interface Explained {
  /** Null where no reason is given: the findings are as they were. */
  readonly findings: readonly Finding[] | null;
  readonly unneeded: readonly UnneededReason[];
  /** Whether the figures are those that "Phiếu kiểm tra số liệu" was written for; null without that sheet. */
  readonly reported: 'same' | 'changed' | null;
}

interface Given {
  readonly sheet: CheckSheet | null;
  readonly notes: readonly NoteReason[];
}

/**
 * The findings with their reasons; null where the workbook holds none and no "Phiếu kiểm tra số liệu". A reason in a
 * note has no figures stored beside it: until the sheet is written it holds for whatever stands in the row, and with the
 * sheet it is copied there, with the figures of that moment. From then on the sheet's row is what counts.
 */
export function explain(subject: Subject, workbook: Workbook, findings: () => readonly Finding[]): Explained | null {
  const grid = workbook.sheets.find(({ name }) => name === subject.layout.sheet);
  const sheet = checkSheetOf(subject.layout.sheet, workbook);
  const notes = grid ? readNotes(grid, subject.layout) : [];
  if (!sheet && notes.length === 0) return null;
  const reported = sheet && (sheet.fingerprint === figuresFingerprint(subject.report) ? 'same' : 'changed');
  // Findings are worded when they are first read: for a sheet without reasons they need not be.
  if (notes.length === 0 && sheet?.reasons.size === 0) return { findings: null, unneeded: [], reported };
  const all = findings();
  const given = { sheet, notes: newNotes(notes, sheet) };
  const notable = notableFindings(all);
  const judged = all.map((finding) => judge(finding, given, notable.has(finding), subject, workbook));
  return { findings: judged, unneeded: unneededOf(given, all, notable), reported };
}

/** Null too where it was written for another annex of this workbook: its reasons are about other figures. */
function checkSheetOf(annex: string, workbook: Workbook): CheckSheet | null {
  const sheet = readCheckSheet(workbook);
  const isOfAnother = sheet && sheet.annex !== annex && workbook.sheets.some(({ name }) => name === sheet.annex);
  return isOfAnother ? null : sheet;
}

/** Those whose words no row of the sheet has or had: the others are bound there, to one finding and its figures. */
function newNotes(notes: readonly NoteReason[], sheet: CheckSheet | null): readonly NoteReason[] {
  const rows = [...(sheet?.reasons.values() ?? [])];
  const bound = new Set(
    rows.flatMap(({ id, text, stored }) => [...stored.said, reasonHash(text)].map((hash) => `${keyInId(id)} ${hash}`)),
  );
  return notes.filter(({ key, text }) => !bound.has(`${key} ${reasonHash(text)}`));
}

const ON_FORM: ReadonlySet<string> = new Set(STRUCTURE.map(({ id }) => id));

/**
 * What a note, which names no rule, speaks of: its row's findings on figures; those on its form only where there are no
 * others. So a reason for a sum does not excuse a cell that cannot be read.
 */
function notableFindings(findings: readonly Finding[]): ReadonlySet<Finding> {
  const onAnnex = findings.filter(({ rule }) => !rule.startsWith('text-'));
  const onFigures = onAnnex.filter(({ rule }) => !ON_FORM.has(rule));
  const keys = new Set(onFigures.map(({ key }) => key));
  return new Set([...onFigures, ...onAnnex.filter(({ rule, key }) => ON_FORM.has(rule) && !keys.has(key))]);
}

function judge(finding: Finding, given: Given, notable: boolean, subject: Subject, workbook: Workbook): Finding {
  const own = given.sheet?.reasons.get(findingId(finding));
  const isLongEnough = own !== undefined && isReason(own.text);
  const changes =
    isLongEnough && own.stored.figures
      ? changesSince(own.stored.figures, boundFigures(finding, subject.layout, workbook))
      : [];
  if (isLongEnough && changes.length === 0) return explainedBy(finding, own);
  const note = notable ? given.notes.find(({ key, text }) => key === finding.key && isReason(text)) : undefined;
  if (note) return explainedBy(finding, note);
  if (!own) return finding;
  return unexplained(finding, own, isLongEnough ? expiredWords(changes) : TOO_SHORT);
}

/** Whether a tidied text is long enough to be one. */
export function isReason(text: string): boolean {
  return [...text].length >= SHORTEST_REASON;
}

function explainedBy(finding: Finding, { text, at }: SheetReason | NoteReason): Finding {
  return { ...finding, explained: { reason: text, source: sourceOf(at) } };
}

function sourceOf(at: CellRef): string {
  return `${at.sheet}!${a1(at)}`;
}

const TOO_SHORT = `Giải trình này quá ngắn: cần ít nhất ${SHORTEST_REASON} ký tự.`;

/** "Giải trình này cho số cũ (ô D45: 494 → 495). Xem lại." */
function expiredWords(changes: readonly ChangedFigure[]): string {
  const told = changes.map(({ place, before, now }) => `${place}: ${shown(before)} → ${shown(now)}`);
  return `Giải trình này cho số cũ (${joinAnd(told)}). Xem lại.`;
}

function shown(value: ChangedFigure['now']): string {
  if (value === null) return 'trống';
  return typeof value === 'number' ? writeNumber(value) : `“${value}”`;
}

function unexplained(finding: Finding, own: SheetReason, words: string): Finding {
  const rejected = { reason: own.text, hint: finding.hint };
  return { ...finding, rejected, hint: `Đã giải trình “${shorten(own.text)}”. ${words} ${finding.hint}` };
}

function unneededOf(
  given: Given,
  findings: readonly Finding[],
  notable: ReadonlySet<Finding>,
): readonly UnneededReason[] {
  const present = new Set(findings.map(findingId));
  const keys = new Set([...notable].map(({ key }) => key));
  const gone = [...(given.sheet?.reasons.values() ?? [])].filter(
    ({ id }) => !present.has(id) && !id.startsWith('undecided:'),
  );
  const idle = given.notes.filter(({ key }) => !keys.has(key));
  return [...gone, ...idle].map(({ text, at }) => ({ reason: text, source: sourceOf(at) }));
}
