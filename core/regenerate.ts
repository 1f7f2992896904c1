// Puts new numbers inside the official's own wording: no word of theirs is changed, and what is unclear is asked.
import type { NarrativePart, NumberToken } from './narrative.ts';
import { coverPart, coverPhrases, periodPhrases } from './periodPhrases.ts';

/** A generated text as it was kept: enough of each token to find its number again. */
export type BasePart = string | Pick<NumberToken, 'source' | 'value' | 'text'>;

export interface Renewed {
  readonly text: string;
  /**
   * What the official typed over ours: the number that stands there, and what the annex says now. For words of the
   * period that are not to be found any more `typed` is null.
   */
  readonly retyped: readonly { readonly typed: string | null; readonly now: string }[];
  /** Equal numbers that cannot be told apart: the old one, and the new ones it may have become. Nothing is replaced then. */
  readonly unclear: readonly { readonly number: string; readonly now: readonly string[] }[];
  /** Numbers of the official's own. */
  readonly foreign: readonly string[];
}

interface Word {
  /** As compared: numbers without leading zeros, letters in small. */
  readonly word: string;
  readonly text: string;
  readonly from: number;
  readonly isNumber: boolean;
}

const WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\d]/gu;

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map((match): Word => {
    const isNumber = /^\d/.test(match[0]);
    const word = isNumber ? withoutZeros(match[0]) : match[0].normalize('NFC').toLowerCase();
    return { word, text: match[0], from: match.index, isNumber };
  });
}

function withoutZeros(number: string): string {
  return number.replace(/^0+(?=\d)/, '');
}

/** A number of the base, and what it is to become. */
interface Old {
  /** Where it stands among the base's words. */
  readonly at: number;
  readonly word: Word;
  /** The new number, without its "%" and its "⚠". */
  readonly now: string;
  /** Whether the new one is to be marked, from here to the end of its token. */
  readonly doubtful: boolean;
}

/** `base` is what was generated, `edited` what the official made of it, `next` the same variant generated anew. */
export function renewNumbers(base: readonly BasePart[], edited: string, next: readonly NarrativePart[]): Renewed {
  const phrases = periodPhrases(base, next);
  const covered = coverPhrases(edited, phrases);
  const renewed = renewCovered(
    base.map((part) => coverPart(part, phrases)),
    covered,
    next,
  );
  if (renewed.unclear.length > 0) return { ...renewed, text: edited };
  const lost = phrases.filter(({ before, now, cover }) => before !== now && !covered.includes(cover));
  const text = phrases.reduce((sum, { cover, now }) => sum.replaceAll(cover, now), renewed.text);
  return { ...renewed, text, retyped: [...renewed.retyped, ...lost.map(({ now }) => ({ typed: null, now }))] };
}

function renewCovered(base: readonly BasePart[], edited: string, next: readonly NarrativePart[]): Renewed {
  const before = wordsOf(base.map((part) => (typeof part === 'string' ? part : part.text)).join(''));
  const after = wordsOf(edited);
  const olds = oldNumbers(base, next, before);
  const pairs = new Map<number, Old>();
  const unclear: Renewed['unclear'][number][] = [];
  const missing: Old[] = [];
  for (const group of groupBy(olds, (old) => old.word.word)) {
    const found = pairUp(group, before, after);
    for (const [at, old] of found.pairs) pairs.set(at, old);
    missing.push(...found.missing);
    if (found.unclear)
      unclear.push({
        number: group[0]?.word.text ?? '',
        now: [...new Set(group.filter(isChanged).map((old) => old.now))],
      });
  }
  const { retyped, taken } = retypedNumbers(missing, before, after, pairs);
  const foreign = after
    .filter((word, at) => word.isNumber && !pairs.has(at) && !taken.includes(at))
    .map((word) => word.text);
  const text = unclear.length > 0 ? edited : replaceAll(edited, after, pairs);
  return { text, retyped, unclear, foreign };
}

/**
 * The numbers of the base in order, each with its successor: of the same place in the token of the same source. Those
 * of its plain words stay as they are, but another number may be mistaken for them.
 */
function oldNumbers(
  base: readonly BasePart[],
  next: readonly NarrativePart[],
  before: readonly Word[],
): readonly Old[] {
  const tokens = next.filter((part) => typeof part !== 'string');
  const olds: Old[] = [];
  let offset = 0;
  for (const part of base) {
    const text = typeof part === 'string' ? part : part.text;
    // The first not yet taken: a source may stand in a sentence twice, and a word unknown before may be a token now.
    const found = typeof part === 'string' ? -1 : tokens.findIndex(({ source }) => source === part.source);
    const token = found < 0 ? undefined : tokens.splice(found, 1)[0];
    const news = token ? wordsOf(token.text).filter((word) => word.isNumber) : [];
    let place = 0;
    before.forEach((word, at) => {
      if (!word.isNumber || word.from < offset || word.from >= offset + text.length) return;
      olds.push({
        at,
        word,
        now: token ? (news[place++]?.text ?? word.text) : word.text,
        doubtful: token?.doubtful === true,
      });
    });
    offset += text.length;
  }
  return olds;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

interface Paired {
  /** By their place among the edited words. */
  readonly pairs: readonly (readonly [number, Old])[];
  readonly missing: readonly Old[];
  readonly unclear: boolean;
}

/**
 * Finds the numbers of one spelling again, the surest first: by the words around them. Where two fit a place equally
 * well, or two places one number, and it matters which, that is said.
 */
function pairUp(group: readonly Old[], before: readonly Word[], after: readonly Word[]): Paired {
  const spelling = group[0]?.word.word;
  const places = after.flatMap((word, at) => (word.isNumber && word.word === spelling ? [at] : []));
  const matches = group
    .flatMap((old) => places.map((place) => ({ old, place, score: likeness(before, old.at, after, place) })))
    .filter((match) => match.score >= ENOUGH)
    .sort((one, other) => other.score - one.score || one.old.at - other.old.at || one.place - other.place);
  const alike = new Set(group.map(outcomeOf)).size === 1 && places.length <= group.length;
  const pairs = new Map<number, Old>();
  let unclear = false;
  for (const { old, place, score } of matches) {
    const open = matches.filter((other) => !pairs.has(other.place) && ![...pairs.values()].includes(other.old));
    if (!open.some((other) => other.old === old && other.place === place)) continue;
    const rivals = open.filter((other) => other.score === score && (other.old === old) !== (other.place === place));
    if (!alike && rivals.length > 0) unclear = true;
    pairs.set(place, old);
  }
  const missing = group.filter((old) => ![...pairs.values()].includes(old));
  // An old number that stands among other words now: it may be ours, and it may be another.
  const astray = missing.some(isChanged) && places.some((place) => !pairs.has(place));
  return { pairs: [...pairs], missing, unclear: (unclear && group.some(isChanged)) || astray };
}

function outcomeOf(old: Old): string {
  return `${old.doubtful ? '⚠' : ''}${old.now}`;
}

function isChanged(old: Old): boolean {
  return withoutZeros(old.now) !== old.word.word;
}

/** How many of the words around two numbers are the same: two before, two after, the nearest counting double. */
function likeness(before: readonly Word[], at: number, after: readonly Word[], there: number): number {
  // In a date or a document's number: none of ours, unless ours stood in a fraction too.
  if (isJoined(after, there) && !isJoined(before, at)) return 0;
  let score = 0;
  for (const [step, weight] of NEIGHBOURS) {
    const word = neighbour(before, at, step);
    // Every report says "100%" of many things: its sign tells nothing.
    if (word === null || (word === '%' && before[at]?.word === '100')) continue;
    if (word === neighbour(after, there, step)) score += weight;
  }
  return score;
}

/** A neighbour on either side, or both words beyond. */
const ENOUGH = 2;

function isJoined(words: readonly Word[], at: number): boolean {
  return words[at - 1]?.word === '/' || words[at + 1]?.word === '/';
}

const NEIGHBOURS = [
  [-2, 1],
  [-1, 2],
  [1, 2],
  [2, 1],
] as const;

/** The word so many steps away, signs passed over. "" beyond either end: a number at the end stays at the end. */
function neighbour(words: readonly Word[], at: number, steps: number): string | null {
  const direction = Math.sign(steps);
  let left = Math.abs(steps);
  let place = at + direction;
  for (; words[place]; place += direction) {
    if (/[\p{L}\d%/]/u.test(words[place]?.word ?? '')) left--;
    if (left === 0) return words[place]?.word ?? null;
  }
  return left === 1 ? '' : null;
}

/** A number in the very place of one of ours, with other digits: the official typed over it. What was plain text is not asked after. */
function retypedNumbers(
  missing: readonly Old[],
  before: readonly Word[],
  after: readonly Word[],
  pairs: ReadonlyMap<number, Old>,
): { readonly retyped: Renewed['retyped']; readonly taken: readonly number[] } {
  const retyped: { typed: string; now: string }[] = [];
  const taken: number[] = [];
  for (const old of missing) {
    const at = after.findIndex(
      (word, place) =>
        word.isNumber && !pairs.has(place) && !taken.includes(place) && likeness(before, old.at, after, place) >= 3,
    );
    const typed = after[at];
    if (!typed) continue;
    taken.push(at);
    if (typed.word !== withoutZeros(old.now)) retyped.push({ typed: typed.text, now: old.now });
  }
  return { retyped, taken };
}

/** Digits are replaced where they stand; the mark "⟦⚠ …⟧" around them comes and goes with the error. */
function replaceAll(edited: string, after: readonly Word[], pairs: ReadonlyMap<number, Old>): string {
  let text = edited;
  for (const [at, old] of [...pairs].sort(([one], [other]) => other - one)) {
    const word = after[at];
    if (!word) continue;
    const head = text.slice(0, word.from);
    const tail = text.slice(word.from + word.text.length);
    const percent = /^\s?%/.exec(tail)?.[0] ?? '';
    const marked = /⟦⚠\s?$/.test(head) && tail.slice(percent.length).startsWith('⟧');
    const now = isChanged(old) ? old.now : word.text;
    const rest = tail.slice(percent.length + (marked ? 1 : 0));
    const lead = marked ? head.replace(/⟦⚠\s?$/, '') : head;
    text = old.doubtful ? `${lead}⟦⚠ ${now}${percent}⟧${rest}` : `${lead}${now}${percent}${rest}`;
  }
  return text;
}
