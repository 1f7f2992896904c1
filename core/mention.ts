// Every number of the prose with the words around it: its own, those before it in the sentence, and what governs it.
import { APPROXIMATE, ELSEWHERE, OTHER_UNITS, TURNS, UNIT_WORDS, type Unit } from './claims/words.ts';
import { foldWord, type Lexicon, lexiconOfFolded, longestAt } from './lexicon.ts';
import type { Passage } from './passage.ts';
import { type NamedPeriod, type PrintedNumber, phrase, type Token } from './prose.ts';

/** A number of the prose and its surroundings; words are folded and stand between spaces. */
export interface Mention {
  readonly number: PrintedNumber;
  readonly percent: boolean;
  /** The second number of a fraction: 269 in "263/269 hồ sơ". */
  readonly over: PrintedNumber | null;
  /** What it counts: from the noun after it, else from its label, else from what governs it. */
  readonly unit: Unit | null;
  readonly before: string;
  /** Its noun and what still speaks of it. */
  readonly after: string;
  /** The rest of the sentence before it, since the last semicolon or "trong đó". */
  readonly lead: string;
  /** Texts that govern it, nearest first: the label before a bracket, earlier labels, the sentence before "Trong đó", the head of a list. */
  readonly chain: readonly string[];
  /** The mentions among them, nearest first. */
  readonly governors: readonly Mention[];
  readonly headings: readonly string[];
  readonly headingYears: readonly (readonly number[])[];
  /** Words of the passage before this sentence. */
  readonly earlier: string;
  /** Times named before it in the sentence, and after it. */
  readonly periods: readonly NamedPeriod[];
  readonly periodsAfter: readonly NamedPeriod[];
  readonly future: boolean;
  /** It stands in a bracket, after "trong đó" or in a list: what it is a part of governs its time and place too. */
  readonly linked: boolean;
  readonly approximate: 'below' | 'above' | 'around' | null;
  readonly passage: number;
  /** Bracket depth, and a number for each bracket or sentence: mentions of one list share it. */
  readonly list: number;
  readonly paragraph: number;
  readonly quote: string;
}

interface Level {
  texts: string[];
  mentions: Mention[];
  lead: string[];
  periods: NamedPeriod[];
  readonly list: number;
  linked: boolean;
  /** Every time named, whatever came after. */
  readonly named: NamedPeriod[];
}

/** What the walk through one passage carries along. */
interface Walk {
  readonly passage: Passage;
  readonly index: number;
  readonly levels: Level[];
  words: string[];
  periods: NamedPeriod[];
  earlier: string[];
  previous: Level | null;
  parents: readonly Level[];
  lists: number;
  readonly found: Mention[];
}

/** All numbers of the passages that may be figures, in order. */
export function mentionsIn(passages: readonly Passage[]): readonly Mention[] {
  const found: Mention[] = [];
  const heads: Level[] = [];
  let open: readonly Level[] = [];
  let before: Level | null = null;
  let lists = 0;
  for (const [index, passage] of passages.entries()) {
    const isLine = passage.depth === 0 && !passage.isHeading && passage.text.length < LINE;
    const startsLinked = passage.tokens[0]?.kind === 'word' && passage.tokens[0].word === 'trong-đó';
    const above = isLine ? (startsLinked && before ? [before, ...open] : open) : [];
    const parents = [...heads.slice(0, passage.depth).reverse(), ...above];
    const first = level(lists++);
    const walk: Walk = {
      passage,
      index,
      levels: [first],
      words: [],
      periods: [],
      earlier: [],
      previous: null,
      parents,
      lists,
      found,
    };
    walkThrough(walk);
    lists = walk.lists;
    heads.length = Math.min(heads.length, passage.depth);
    while (heads.length < passage.depth) heads.push(level(-1));
    const own = walk.levels[0] ?? first;
    heads.push(own);
    const opens = passage.text.endsWith(':') && (!passage.isHeading || own.mentions.length > 0);
    open = opens ? [own, ...parents] : isLine ? open : [];
    before = own;
  }
  return found;
}

/** Lines under "Trong đó:" without bullets are this short. */
const LINE = 110;

function level(list: number, linked = false): Level {
  return { texts: [], mentions: [], lead: [], periods: [], list, linked, named: [] };
}

function walkThrough(walk: Walk): void {
  const { tokens } = walk.passage;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (!token) break;
    if (token.kind === 'figure') at = takeFigure(walk, at, token);
    else if (token.kind === 'mark') at = takeMark(walk, at, token.mark);
    else {
      if (token.kind === 'word' && token.word === 'trong-đó') flush(walk, true);
      else if (token.kind === 'word') walk.words.push(token.word);
      else if (token.kind === 'period') walk.periods.push(token.period);
      at++;
    }
  }
  flush(walk, false);
}

function takeMark(walk: Walk, at: number, mark: string): number {
  const { tokens } = walk.passage;
  const next = tokens[at + 1];
  if (mark === ',' || mark === '–') walk.words.push('|');
  else if (mark === ':' && isResult(walk)) {
    walk.words = [];
    adopt(walk);
  } else if (mark === ':' && next?.kind !== 'figure') flush(walk, false);
  else if (mark === ';' || mark === '|') {
    flush(walk, false);
    top(walk).lead = [];
    top(walk).periods = [];
  } else if (mark === '.') endSentence(walk);
  else if (mark === '(') {
    const close = closingWithoutFigure(tokens, at);
    if (close !== null) return close + 1;
    flush(walk, false);
    if (walk.levels.length < DEEPEST) walk.levels.push(level(walk.lists++, true));
  } else if (mark === ')') {
    flush(walk, false);
    if (walk.levels.length > 1) walk.levels.pop();
  }
  return at + 1;
}

/** "Kết quả:" at the start of a sentence. */
function isResult(walk: Walk): boolean {
  return walk.levels.length === 1 && top(walk).texts.length === 0 && textOf(walk.words).trim() === RESULT().trim();
}

/** The bracket that closes, where no figure stands inside; such a bracket is passed over. */
function closingWithoutFigure(tokens: readonly Token[], at: number): number | null {
  for (let index = at + 1; index < tokens.length && index < at + 40; index++) {
    const token = tokens[index];
    if (token?.kind === 'figure' || (token?.kind === 'mark' && token.mark === '(')) return null;
    if (token?.kind === 'mark' && token.mark === ')') return index;
  }
  return null;
}

function top(walk: Walk): Level {
  return walk.levels[walk.levels.length - 1] ?? level(-1);
}

/** The words so far become a text that governs what follows; at "trong đó" nothing before forbids any more. */
function flush(walk: Walk, isLink: boolean): void {
  const open = top(walk);
  if (walk.words.length > 0) {
    const text = textOf(walk.words);
    open.texts.push(text);
    open.lead.push(text);
  }
  open.periods.push(...walk.periods);
  open.named.push(...walk.periods);
  walk.words = [];
  walk.periods = [];
  if (isLink) {
    open.linked = true;
    if (open.mentions.length > 0 || walk.previous) {
      open.lead = [];
      open.periods = [];
    }
    if (open.texts.length === 0 && walk.levels.length === 1) adopt(walk);
  }
}

/** "Trong đó" at the start of a sentence: the sentence before governs it. */
function adopt(walk: Walk): void {
  const { previous } = walk;
  if (!previous) return;
  top(walk).texts.push(...previous.texts.slice(-MOST));
  top(walk).mentions.push(...previous.mentions.slice(-MOST));
}

function endSentence(walk: Walk): void {
  flush(walk, false);
  const first = walk.levels[0] ?? level(-1);
  walk.earlier.push(...first.texts.slice(-MOST));
  walk.previous = first;
  walk.levels.length = 0;
  walk.levels.push(level(walk.lists++));
}

/** Brackets inside brackets beyond this are read as one. */
const DEEPEST = 6;

/** Texts looked back on, at most: a list of a hundred numbers stays linear. */
const MOST = 12;

function textOf(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}

function takeFigure(walk: Walk, at: number, token: Extract<Token, { kind: 'figure' }>): number {
  const { tokens } = walk.passage;
  if (walk.levels.length === 1 && top(walk).texts.length === 0 && startsWithResult(walk.words)) adopt(walk);
  const over = overAt(tokens, at + 1);
  const share = token.percent ? passOver(tokens, at + 1) : at + 1;
  const noun = nounAt(tokens, over?.next ?? share) ?? over?.noun ?? null;
  const afterFrom = noun ? Math.max(noun.next, over?.next ?? 0) : (over?.next ?? at + 1);
  const { words: afterWords, next } = afterOf(tokens, afterFrom, saysSomething(walk.words));
  const before = textOf(trimBars(walk.words));
  const after = textOf([...(noun?.words ?? []), ...afterWords]);
  const open = top(walk);
  const outer = [...walk.levels].reverse();
  const governors = [...outer, ...walk.parents].flatMap((one) => one.mentions.slice(-MOST).reverse());
  const chain = [...outer, ...walk.parents].flatMap((one) => one.texts.slice(-MOST).reverse());
  const unit = noun?.unit ?? (token.percent || isAlone(tokens[afterFrom]) ? labelUnit(before) : 'other');
  const mention: Mention = {
    number: token.number,
    percent: token.percent,
    over: over?.number ?? null,
    unit: unit ?? governors.find((one) => one.unit !== null)?.unit ?? null,
    before,
    after,
    lead: walk.levels.flatMap((one) => one.lead.slice(-MOST)).join(''),
    chain,
    governors,
    headings: walk.passage.headings,
    headingYears: walk.passage.headingYears,
    earlier: walk.earlier.slice(-2 * MOST).join(''),
    periods: [...headPeriods(walk), ...walk.levels.flatMap((one) => one.periods), ...walk.periods],
    periodsAfter: periodsIn(tokens, afterFrom, next),
    future: walk.passage.future,
    linked: walk.parents.length > 0 || walk.levels.some((one) => one.linked),
    approximate: approximation(walk.words),
    passage: walk.index,
    list: open.list,
    paragraph: paragraphOf(walk.passage, token.start),
    quote: quoteAround(
      walk.passage.text,
      token.start,
      tokens[afterFrom - 1]?.end ?? token.end,
      tokens[next - 1]?.end ?? token.end,
    ),
  };
  walk.found.push(mention);
  const text = textOf([...walk.words, ...(noun?.words ?? []), ...afterWords]);
  open.texts.push(text);
  open.lead.push(text);
  open.mentions.push(mention);
  open.periods.push(...walk.periods);
  walk.words = [];
  walk.periods = [];
  return next;
}

/** "Kết quả năm 2023:" above a list names the time of its lines, unless a number there has its own. */
function headPeriods(walk: Walk): readonly NamedPeriod[] {
  return walk.parents.flatMap((one) => (one.mentions.length === 0 ? one.named : []));
}

function periodsIn(tokens: readonly Token[], from: number, end: number): readonly NamedPeriod[] {
  return tokens.slice(from, end).flatMap((token) => (token.kind === 'period' ? [token.period] : []));
}

/** No noun follows: a mark, "và" or a verb; another word is a noun that nobody knows. */
function isAlone(next: Token | undefined): boolean {
  return next?.kind !== 'word' || next.word === AND() || next.word === 'trong-đó' || turns().has(next.word);
}

/** "Kết quả: …" speaks of the sentence before. */
function startsWithResult(words: readonly string[]): boolean {
  return textOf(words).startsWith(RESULT());
}

function trimBars(words: readonly string[]): readonly string[] {
  let from = 0;
  while (words[from] === '|') from++;
  return words.slice(from);
}

interface Over {
  readonly number: PrintedNumber;
  readonly noun: Noun | null;
  readonly next: number;
}

/** "/269" after a number, or "hồ sơ/269". */
function overAt(tokens: readonly Token[], at: number): Over | null {
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
function passOver(tokens: readonly Token[], at: number): number {
  let from = at;
  while (from < at + 5 && FORM_WORDS.has(wordOf(tokens[from]) ?? '')) from++;
  return from;
}

const FORM_WORDS = new Set(['số', 'tổng', 'các', 'lượng', 'trên', 'những', 'của'].map(foldWord));

/** The noun right after a number. */
function nounAt(tokens: readonly Token[], at: number): Noun | null {
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
function labelUnit(before: string): Unit | null {
  const words = before.split(' ');
  for (let at = words.length - 1; at >= 0; at--) {
    const unit = UNIT_WORDS[words[at] ?? ''];
    if (unit) return unit;
  }
  return null;
}

/** The words after a number and its noun that still speak of it, and where the reading goes on. */
function afterOf(tokens: readonly Token[], from: number, labelled: boolean): { words: string[]; next: number } {
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
function saysSomething(words: readonly string[]): boolean {
  if (FILLERS.size === 0) for (const word of ['là', 'có', 'đã', 'được', '|', 'với']) FILLERS.add(phrase(word).trim());
  return words.some((word) => !FILLERS.has(word));
}

function approximation(words: readonly string[]): Mention['approximate'] {
  const text = textOf(words);
  for (const kind of ['around', 'below', 'above'] as const) {
    if (APPROXIMATE[kind].some((word) => text.endsWith(phrase(word)))) return kind;
  }
  return null;
}

function paragraphOf(passage: Passage, at: number): number {
  let found = passage.starts[0]?.paragraph ?? 0;
  for (const start of passage.starts) if (start.at <= at) found = start.paragraph;
  return found;
}

const QUOTED = 78;

/** Some forty letters before the number, its noun, and what still speaks of it; cut at words. */
function quoteAround(text: string, start: number, noun: number, after: number): string {
  const stop = Math.max(Math.min(noun, start + QUOTED - 20), cutAt(text, Math.min(after, start + 40)));
  const room = Math.max(0, QUOTED - (stop - start) - 2);
  let from = Math.max(0, start - Math.min(room, 48));
  const lead = text.slice(from, start);
  const inLead = Math.max(...['. ', '; ', '('].map((mark) => lead.lastIndexOf(mark)));
  const clause = inLead < 0 ? -1 : from + inLead;
  if (clause >= 0) from = clause + (text.charAt(clause) === '(' ? 1 : 2);
  else if (from > 0) from += lead.indexOf(' ') + 1;
  const cut = from > 0 && clause < 0 ? '…' : '';
  return `${cut}${text.slice(Math.min(from, start), stop).trim()}`;
}

/** The end of the last whole word before `end`. */
function cutAt(text: string, end: number): number {
  if (end >= text.length || /[\s.,;:)]/.test(text.charAt(end))) return end;
  const word = text.slice(Math.max(0, end - 30), end).lastIndexOf(' ');
  return word < 0 ? end : Math.max(0, end - 30) + word;
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

function RESULT(): string {
  return phrase('kết quả').trimEnd();
}

/** Words that speak of another time or place, anywhere in a text. */
export function speaksElsewhere(text: string): boolean {
  return elsewhere().some((phrase) => text.includes(phrase));
}

const ELSEWHERE_PHRASES: { folded: readonly string[] | null } = { folded: null };

function elsewhere(): readonly string[] {
  ELSEWHERE_PHRASES.folded ??= ELSEWHERE.map(phrase);
  return ELSEWHERE_PHRASES.folded;
}
