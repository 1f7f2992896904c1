// The words around a number: its noun, its fraction, and what after it still speaks of it.
import { OTHER_UNITS, TURNS, UNIT_WORDS, type Unit } from './claims/words.ts';
import { foldWord, type Lexicon, lexiconOfFolded, longestAt } from './lexicon.ts';
import { phrase } from './synonyms.ts';
import type { PrintedNumber, Token } from './token.ts';

interface Over {
  readonly number: PrintedNumber;
  readonly noun: Noun | null;
  readonly next: number;
}

/** "/269" after a number, or "hồ sơ/269". */
export function overAt(tokens: readonly Token[], at: number): Over | null {
  const noun = nounAt(tokens, at);
  const from = noun?.next ?? at;
  const slash = tokens[from];
  const second = tokens[from + 1];
  if (slash?.kind !== 'mark' || slash.mark !== '/' || second?.kind !== 'figure' || second.percent) return null;
  return { number: second.number, noun, next: from + 2 };
}

interface Noun {
  readonly unit: Unit;
  readonly words: readonly string[];
  readonly next: number;
}

/** "100% tổng số các văn bản": the form words between a share and its noun. */
export function passOver(tokens: readonly Token[], at: number): number {
  let from = at;
  while (from < at + 5 && FORM_WORDS.has(wordOf(tokens[from]) ?? '')) from++;
  return from;
}

const FORM_WORDS = new Set(['số', 'tổng', 'các', 'lượng', 'trên', 'những', 'của'].map(foldWord));

/** The noun right after a number. */
export function nounAt(tokens: readonly Token[], at: number): Noun | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const known = UNIT_WORDS[token.word];
  if (known) {
    const next = tokens[at + 1];
    const double = next?.kind === 'word' && UNIT_WORDS[next.word] === known ? next.word : null;
    return { unit: known, words: double ? [token.word, double] : [token.word], next: at + (double ? 2 : 1) };
  }
  const other = longestAt(otherUnits(), (index) => wordOf(tokens[index]), at);
  return other ? { unit: 'other', words: other.becomes, next: at + other.length } : null;
}

function wordOf(token: Token | undefined): string | null {
  return token?.kind === 'word' ? token.word : null;
}

/** The last noun of a label: "Tổng số hồ sơ tiếp nhận" counts dossiers. */
export function labelUnit(before: string): Unit | null {
  const words = before.split(' ');
  for (let at = words.length - 1; at >= 0; at--) {
    const unit = UNIT_WORDS[words[at] ?? ''];
    if (unit) return unit;
  }
  return null;
}

/** The words after a number and its noun that still speak of it, and where the reading goes on. */
export function afterOf(tokens: readonly Token[], from: number, labelled: boolean): { words: string[]; next: number } {
  const words: string[] = [];
  let end = from;
  let lastAnd = -1;
  for (; end < tokens.length; end++) {
    const token = tokens[end];
    const close = token?.kind === 'mark' && token.mark === '(' ? closingWithoutFigure(tokens, end) : null;
    if (close !== null) {
      end = close;
      continue;
    }
    if (token?.kind === 'figure') return untilNumber(tokens, from, end, lastAnd, labelled);
    if (token?.kind === 'mark' && token.mark !== '·' && token.mark !== '"' && token.mark !== '“' && token.mark !== '”')
      break;
    if (token?.kind !== 'word') continue;
    if (token.word === 'trong-đó') break;
    if (token.word === AND()) lastAnd = end;
    words.push(token.word);
  }
  return { words, next: end };
}

/** No mark stands before the next number: "và" or a verb parts the two; else the words belong to one of them only. */
function untilNumber(tokens: readonly Token[], from: number, end: number, lastAnd: number, labelled: boolean) {
  const wordsFrom = (start: number, stop: number) =>
    tokens.slice(start, stop).flatMap((token) => (token.kind === 'word' ? [token.word] : []));
  if (lastAnd >= 0) return { words: wordsFrom(from, lastAnd), next: lastAnd + 1 };
  for (let at = end - 1; at >= from; at--) {
    if (longestAt(turns(), (index) => wordOf(tokens[index]), at)) return { words: wordsFrom(from, at), next: at };
  }
  return labelled ? { words: [], next: from } : { words: wordsFrom(from, end), next: end };
}

const FILLERS = new Set<string>();

/** Whether a label says anything beside form words. */
export function saysSomething(words: readonly string[]): boolean {
  if (FILLERS.size === 0) for (const word of ['là', 'có', 'đã', 'được', '|', 'với']) FILLERS.add(phrase(word).trim());
  return words.some((word) => !FILLERS.has(word));
}

/** The bracket that closes, where no figure stands inside; such a bracket is passed over. */
export function closingWithoutFigure(tokens: readonly Token[], at: number): number | null {
  for (let index = at + 1; index < tokens.length && index < at + 40; index++) {
    const token = tokens[index];
    if (token?.kind === 'figure' || (token?.kind === 'mark' && token.mark === '(')) return null;
    if (token?.kind === 'mark' && token.mark === ')') return index;
  }
  return null;
}

/** "321 TTHC (170 toàn trình, 151 một phần)": the noun is that of the whole. */
const WAYS: ReadonlySet<string> = new Set(['trực-tuyến', 'trực-tiếp', 'một-phần', 'toàn-trình']);

/** No noun follows: a mark, "và", a verb, or a way of handing in; another word is a noun that nobody knows. */
export function isAlone(next: Token | undefined): boolean {
  return (
    next?.kind !== 'word' ||
    next.word === AND() ||
    next.word === 'trong-đó' ||
    WAYS.has(next.word) ||
    turns().has(next.word)
  );
}

export function textOf(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}

// Phrases folded once, when the first prose is read.
const folded = new Map<string, Lexicon>();

function listed(name: string, phrases: readonly string[]): Lexicon {
  const known = folded.get(name);
  if (known) return known;
  const made = lexiconOfFolded(phrases.map(phrase));
  folded.set(name, made);
  return made;
}

function otherUnits() {
  return listed('units', OTHER_UNITS);
}

function turns() {
  return listed('turns', TURNS);
}

function AND(): string {
  return phrase('và').trim();
}

export function RESULT(): string {
  return phrase('kết quả').trimEnd();
}
