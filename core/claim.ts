// Binds every number of the prose to a claim pattern by its words, or to none: never by its value.
import { barredOnes } from './barred.ts';
import type { ClaimRecord } from './claimRecord.ts';
import { CLAIMS } from './claims/index.ts';
import { FIELDS, HEADING_FIELDS, NEUTRAL, OTHER_PLANS, SAME_UNITS, UNIT_WORDS, type Unit } from './claims/words.ts';
import { type Lexicon, lexiconOfFolded, longestAt } from './lexicon.ts';
import type { Mention } from './mention.ts';
import type { Period } from './period.ts';
import { scopeOf, withoutBars } from './scope.ts';
import { folded, phrase } from './synonyms.ts';

/** A number with the one pattern its words fit; null where none or several do. */
export interface Bound {
  readonly mention: Mention;
  readonly record: ClaimRecord | null;
  /** A share that names nothing: it is of the number before it. */
  readonly ofGovernor: boolean;
  /** Another time, place or wish: never compared. */
  readonly barred: boolean;
}

interface Prepared {
  readonly record: ClaimRecord;
  readonly needs: readonly (readonly string[])[];
  readonly not: readonly string[];
  readonly under: readonly string[];
  readonly notAbove: readonly string[];
  readonly nearest: readonly string[];
  readonly allowed: Lexicon;
  readonly fields: readonly string[];
}

const MEMORY: {
  prepared: readonly Prepared[] | null;
  neutral: Lexicon;
  fields: readonly string[];
  headings: readonly string[];
} = {
  neutral: new Map(),
  prepared: null,
  fields: [],
  headings: [],
};

/** The patterns with their words folded; done when the first prose is read. */
function prepared(): readonly Prepared[] {
  if (MEMORY.prepared) return MEMORY.prepared;
  MEMORY.neutral = lexiconOfFolded(folded(NEUTRAL));
  MEMORY.fields = folded(FIELDS);
  MEMORY.headings = folded(HEADING_FIELDS);
  MEMORY.prepared = CLAIMS.map((record) => {
    const needs = record.needs.map(folded);
    const said = [...record.needs.flat(), ...(record.allows ?? []), ...(record.under ?? [])];
    const own = folded(said).join('');
    return {
      record,
      needs,
      not: folded(record.not ?? []),
      under: folded(record.under ?? []),
      notAbove: folded(record.notAbove ?? []),
      nearest: folded(record.nearest ?? []),
      allowed: lexiconOfFolded(folded(said)),
      fields: MEMORY.fields.filter((field) => !own.includes(field)),
    };
  });
  return MEMORY.prepared;
}

export function bind(mentions: readonly Mention[], period: Period | null, unit: string | null): readonly Bound[] {
  const barred = barredOnes(mentions, period, unit);
  const bound = mentions.map((mention) => bindOne(mention, barred.has(mention)));
  return bound.map((one, index) => splitOfOntime(one, index, bound));
}

function bindOne(mention: Mention, barred: boolean): Bound {
  const ofGovernor = mention.percent && namesNothing(mention);
  if (ofGovernor) return { mention, record: null, ofGovernor, barred };
  return { mention, record: recordOf(mention), ofGovernor, barred };
}

/** The one pattern that a number's words fit best; null where none or several do. */
export function recordOf(mention: Mention): ClaimRecord | null {
  const texts = textsOf(mention);
  const fitting = prepared().filter((one) => misfit(one, mention, texts) === null);
  const most = Math.max(...fitting.map(specificity));
  const best = fitting.filter((one) => specificity(one) === most);
  return best.length === 1 ? (best[0]?.record ?? null) : null;
}

/** More groups of words say more; a pattern with a scope says more than one without. */
function specificity({ record, needs }: Prepared): number {
  const scoped = record.scope !== undefined && record.scope !== 'none' && record.scope !== 'mixed';
  return needs.length * 8 + (scoped ? 4 : 0) + (record.under || record.nearest ? 2 : 0) + (record.lenient ? 0 : 1);
}

/** The words beside a number, put together once for all patterns. */
interface Texts {
  readonly own: string;
  /** Brackets beside it too. */
  readonly said: string;
  /** All that governs it as well. */
  readonly near: string;
  readonly above: string;
}

function textsOf(mention: Mention): Texts {
  const own = withoutBars(mention.before + mention.after);
  const near = withoutBars(own + mention.aside + mention.lead + mention.chain.join(''));
  const above = withoutBars(own + mention.chain.join('') + mention.headings.join('') + mention.earlier);
  return { own, said: own + mention.aside, near, above };
}

/** Why a pattern does not fit a number: the part of its record that the words beside the number miss; null where it fits. */
export function misfitOf(record: ClaimRecord, mention: Mention): string | null {
  const one = prepared().find((other) => other.record === record);
  return one ? misfit(one, mention, textsOf(mention)) : 'catalogue';
}

function misfit(one: Prepared, mention: Mention, texts: Texts): string | null {
  const { record } = one;
  const unit = mention.unit ?? (mention.percent ? 'other' : null);
  if (unit === null || !record.units.includes(unit)) return 'units';
  if ((record.percent === true) !== mention.percent) return 'percent';
  if (!one.needs.every((group) => group.some((words) => texts.own.includes(words)))) return 'needs';
  if (one.not.some((words) => texts.said.includes(words))) return 'not';
  if (one.notAbove.some((words) => mention.chain.some((text) => text.includes(words)))) return 'notAbove';
  if (one.nearest.length > 0 && !one.nearest.some((words) => nearestOf(mention).includes(words))) return 'nearest';
  if (record.scope && (scopeOf(mention) ?? 'none') !== record.scope) return 'scope';
  if (one.under.length > 0 && !one.under.some((words) => texts.above.includes(words))) return 'under';
  if (hasField(one, mention, texts)) return 'fields';
  return record.anyWords === true || isCovered(one, mention) ? null : 'allows';
}

/** The text right before a number; "07 nội dung, 38 nhiệm vụ" stands under the one before both. */
function nearestOf({ chain: [first = '', second = ''] }: Mention): string {
  return withoutBars(folded(HEADS_OF_TASKS).includes(first) ? second : first);
}

const HEADS_OF_TASKS = ['nội dung', 'lĩnh vực', 'mục tiêu'];

/** Dossiers of one field have no row: its name anywhere above the number forbids it. */
function hasField(one: Prepared, mention: Mention, { near }: Texts): boolean {
  const [heading = ''] = mention.headings;
  if (mention.unit === 'task') return otherPlans().some((plan) => near.includes(plan) || heading.includes(plan));
  if (!one.record.units.includes('dossier') && mention.unit !== 'dossier') return false;
  const inherited = one.record.pastFields || mention.before.includes(TOTAL()) ? '' : mention.earlier;
  return (
    one.fields.some((field) => near.includes(field) || inherited.includes(field)) ||
    MEMORY.headings.some((field) => one.fields.includes(field) && heading.includes(field))
  );
}

function otherPlans(): readonly string[] {
  return folded(OTHER_PLANS);
}

function TOTAL(): string {
  return phrase('tổng số');
}

/** Every word beside the number is one the pattern knows, or says nothing. */
function isCovered(one: Prepared, mention: Mention): boolean {
  const label = mention.before.split('|').at(-1) ?? '';
  const words = `${label}${mention.after}`.split(' ').filter((word) => word !== '');
  return areKnown(words, [one.allowed, MEMORY.neutral], (unit) => isSameUnit(unit, mention.unit ?? 'other'));
}

function areKnown(words: readonly string[], known: readonly Lexicon[], isOwn: (unit: Unit) => boolean): boolean {
  const wordAt = (index: number) => words[index] ?? null;
  for (let at = 0; at < words.length; ) {
    const unit = UNIT_WORDS[words[at] ?? ''];
    let length = unit && isOwn(unit) ? 1 : 0;
    for (const lexicon of known) length = Math.max(length, longestAt(lexicon, wordAt, at)?.length ?? 0);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

function isSameUnit(unit: Unit, own: Unit | null): boolean {
  return own !== null && (unit === own || (SAME_UNITS[own]?.includes(unit) ?? false));
}

const SHARE_WORDS: { lexicon: Lexicon | null } = { lexicon: null };
const FILLERS = [
  'đạt',
  'chiếm',
  'tỷ lệ',
  'tỉ lệ',
  'là',
  'tương ứng',
  'tương đương',
  'bằng',
  'với',
  'và',
  'khoảng',
  'gần',
  'hơn',
  'trên',
  'ước',
  'được',
  'tổng số',
  'số',
  'hồ sơ',
  'tiếp nhận',
  'đã',
  'của',
];

/** "(đạt 89,14%)", "chiếm tỷ lệ 1%": the share is of the number before it. */
function namesNothing(mention: Mention): boolean {
  SHARE_WORDS.lexicon ??= lexiconOfFolded(folded(FILLERS));
  const words = `${mention.before}${mention.after}`.split(' ').filter((word) => word !== '' && word !== '|');
  const hasNoun = Object.keys(UNIT_WORDS).some((word) => mention.before.includes(` ${word} `));
  return !hasNoun && areKnown(words, [SHARE_WORDS.lexicon], () => false);
}

/** "trước hạn 800, đúng hạn 385": beside an early part, "đúng hạn" is only the rest. */
function splitOfOntime(one: Bound, index: number, all: readonly Bound[]): Bound {
  if (one.record?.id !== 'solved-ontime' || !one.mention.before.concat(one.mention.after).includes(EXACTLY()))
    return one;
  const near = all.slice(Math.max(0, index - 4), index + 5);
  const isSplit = near.some(
    ({ record, mention }) =>
      (record?.id === 'solved-early' || record?.id === 'solved-early-unsaid') &&
      mention.passage >= one.mention.passage - 2,
  );
  return isSplit ? { ...one, record: EXACT } : one;
}

function EXACTLY(): string {
  return phrase('đúng hạn');
}

/** What is left of row 3.3.2 without the early ones: no row tells. */
const EXACT: ClaimRecord = {
  id: 'solved-exactly',
  name: 'Hồ sơ giải quyết đúng hạn, không kể trước hạn',
  units: ['dossier'],
  needs: [],
  equals: [],
  together: { claim: 'solved-early', equals: ['3.3.2'] },
  examples: [],
};
