// Rises and falls that a text tells: "tăng 82 hồ sơ (tăng 19,9%) so với cùng kỳ năm 2023" is of what, by how much, since when.
import { isBarredFromAbove, otherTimes, speaksOfWishes } from './barred.ts';
import { type Bound, recordOf } from './claim.ts';
import type { ClaimRecord } from './claimRecord.ts';
import { FALLS, RISES } from './claims/words.ts';
import type { Mention } from './mention.ts';
import { labelUnit } from './nearWords.ts';
import type { Passage } from './passage.ts';
import { type Period, readPeriod } from './period.ts';
import type { Previous } from './previous.ts';
import { withoutBars } from './scope.ts';
import { folded, phrase } from './synonyms.ts';

/** The time that a change is counted from, as the sentence names it. */
export type Since =
  /** "cùng kỳ", "cùng kỳ năm 2023" */
  | { readonly kind: 'year-before'; readonly year: number | null }
  /** "kỳ trước", "quý trước" */
  | { readonly kind: 'period-before' }
  /** "quý I năm 2024" */
  | { readonly kind: 'period'; readonly period: Period }
  /** Nothing: the change may be since anything. */
  | { readonly kind: 'unsaid' };

export interface ChangeSaid {
  /** 1 for a rise. */
  readonly sense: 1 | -1;
  /** Of what is counted, in per cent of it, or in percentage points of a rate. */
  readonly measure: 'count' | 'percent' | 'points';
  readonly record: ClaimRecord;
  /** The number right before it, of which it tells; null where the change names what has changed itself. */
  readonly of: Bound | null;
  readonly since: Since;
}

/** What is read beside the numbers themselves. */
export interface Telling {
  readonly passages: readonly Passage[];
  readonly period: Period | null;
  readonly unit: string | null;
}

/** The changes among the numbers of the prose. What names nothing that is counted, or is only wished for, is none. */
export function changesIn(all: readonly Bound[], telling: Telling): ReadonlyMap<Bound, ChangeSaid> {
  const changes = new Map<Bound, ChangeSaid>();
  const boundTo = new Map(all.map((one) => [one.mention, one]));
  for (const bound of all) {
    const change = changeOf(bound, telling, boundTo, changes);
    if (change) changes.set(bound, change);
  }
  return changes;
}

function changeOf(
  { mention }: Bound,
  telling: Telling,
  boundTo: ReadonlyMap<Mention, Bound>,
  changes: ReadonlyMap<Bound, ChangeSaid>,
): ChangeSaid | null {
  const told = wordOfChange(mention) ?? shareOfChange(mention, boundTo, changes);
  if (!told || !mention.number.value || mention.number.power > 0 || mention.over) return null;
  const since = sinceOf(mention, telling);
  if (!since || isElsewhere(mention, since.words, telling)) return null;
  const measure = measureOf(mention);
  const subject = subjectOf(mention, told.label, measure, boundTo, changes);
  return subject && { sense: told.sense, measure, ...subject, since: since.said };
}

/** "tăng" right before the number, and the words before it. */
function wordOfChange({ before }: Mention): { readonly sense: 1 | -1; readonly label: string } | null {
  const own = before.split('|').at(-1) ?? '';
  const text = own.startsWith(' ') ? own : ` ${own}`;
  for (const [sense, words] of [
    [1, folded(RISES)],
    [-1, folded(FALLS)],
  ] as const) {
    const word = words.find((one) => text.endsWith(one));
    if (word !== undefined) return { sense, label: `${text.slice(0, text.length - word.length)} ` };
  }
  return null;
}

/** "tăng 82 hồ sơ (19,9%)", "tăng 82 hồ sơ, tương đương 19,9%": again the change before it. */
function shareOfChange(
  { percent, before, governors: [nearest] }: Mention,
  boundTo: ReadonlyMap<Mention, Bound>,
  changes: ReadonlyMap<Bound, ChangeSaid>,
): { readonly sense: 1 | -1; readonly label: string } | null {
  const governor = nearest && boundTo.get(nearest);
  const change = governor && changes.get(governor);
  if (!percent || change?.measure !== 'count' || !ALSO().includes(before.trim())) return null;
  return { sense: change.sense, label: ' ' };
}

function ALSO(): readonly string[] {
  return ['', ...folded(['tương đương', 'tương ứng', 'tức'])].map((words) => words.trim());
}

/** "1,5 điểm phần trăm", "1,5 điểm %" */
function measureOf({ percent, after }: Mention): ChangeSaid['measure'] {
  if (percent) return 'percent';
  return after.trimStart().startsWith(phrase('điểm').trimStart()) ? 'points' : 'count';
}

interface SubjectOfChange {
  readonly record: ClaimRecord;
  readonly of: Bound | null;
}

/** "số hồ sơ tiếp nhận tăng 82 hồ sơ" says of what; "494 hồ sơ, tăng 82 hồ sơ" speaks of the number before it. */
function subjectOf(
  mention: Mention,
  label: string,
  measure: ChangeSaid['measure'],
  boundTo: ReadonlyMap<Mention, Bound>,
  changes: ReadonlyMap<Bound, ChangeSaid>,
): SubjectOfChange | null {
  if (label.trim() !== '') return namedSubject(mention, label, measure);
  const [nearest] = mention.governors;
  const governor = nearest && boundTo.get(nearest);
  if (!governor || nearest.passage !== mention.passage) return null;
  const before = changes.get(governor);
  const subject = before ?? (governor.record && !governor.barred ? { record: governor.record, of: governor } : null);
  if (!subject || !isMeasured(subject.record, measure)) return null;
  if (measure === 'count' && mention.unit !== nearest.unit) return null;
  return { record: subject.record, of: subject.of };
}

function namedSubject(mention: Mention, label: string, measure: ChangeSaid['measure']): SubjectOfChange | null {
  const noun = measure === 'count' ? ` ${mention.after.trim().split(' ')[0] ?? ''} ` : ' ';
  const unit = measure === 'count' ? mention.unit : labelUnit(label);
  const asked = { ...mention, unit, before: label, after: noun, aside: ' ', lead: '', leadElsewhere: false };
  const record = [false, true]
    .map((percent) => recordOf({ ...asked, percent }))
    .find((one) => one !== null && isMeasured(one, measure));
  return record ? { record, of: null } : null;
}

/** Points are of rates; a rate may also be said to have risen "1,5%", which is read either way. */
function isMeasured(record: ClaimRecord, measure: ChangeSaid['measure']): boolean {
  const isRate = record.percent === true;
  return measure === 'percent' || isRate === (measure === 'points');
}

/** Of another commune or part of the period, or only wished for. */
function isElsewhere(mention: Mention, words: 'before' | 'after' | null, { period, unit }: Telling): boolean {
  if (isBarredFromAbove(mention, period)) return true;
  const near = withoutBars(mention.before + mention.after + mention.aside + mention.lead);
  if (speaksOfWishes(near)) return true;
  const others = otherTimes(mention, period, unit);
  return others === null || others > (words === 'before' ? 1 : 0);
}

/** Where the sentence names what it compares with, and what that is; null where it is no time. */
function sinceOf(
  mention: Mention,
  { passages, period }: Telling,
): { readonly said: Since; readonly words: 'before' | 'after' | null } | null {
  const text = passages[mention.passage]?.text ?? '';
  const after = text.slice(mention.start).split(ENDS)[0] ?? '';
  const before = text.slice(0, mention.start).split(SENTENCE).at(-1) ?? '';
  for (const [words, part] of [
    ['after', VERSUS.exec(after)],
    ['before', [...before.matchAll(ALL_VERSUS)].at(-1)],
  ] as const) {
    if (!part) continue;
    const said = readSince(part[0], period);
    return said && { said, words };
  }
  return { said: { kind: 'unsaid' }, words: null };
}

const ENDS = /;|[.!?] (?=\p{Lu})|trong đó/u;
const SENTENCE = /[.!?] (?=\p{Lu})/u;
const VERSUS = /(?:so(?: sánh)? với|cùng kỳ)[^,;()]*/iu;
const ALL_VERSUS = new RegExp(VERSUS.source, 'giu');

function readSince(words: string, period: Period | null): Since | null {
  const year = /20\d\d/.exec(words)?.[0];
  if (/cùng kỳ/iu.test(words)) return { kind: 'year-before', year: year === undefined ? null : Number(year) };
  const named = readPeriod(words);
  if (named) return { kind: 'period', period: named };
  if (/(?:kỳ|quý)(?: báo cáo)? trước/iu.test(words)) return { kind: 'period-before' };
  return /năm (?:trước|ngoái)/iu.test(words) && period?.months === 12 ? { kind: 'year-before', year: null } : null;
}

/** Whether what the sentence compares with is the period of this earlier annex. */
export function isSince(since: Since, { period, relation }: Previous, months: number): boolean {
  switch (since.kind) {
    case 'year-before':
      return relation.yearBefore && (since.year === null || since.year === period?.year);
    case 'period-before':
      return relation.adjacent && period?.months === months;
    case 'period':
      return since.period.end === period?.end && since.period.months === period.months;
    case 'unsaid':
      return false;
    default:
      return since satisfies never;
  }
}
