// Every number of the prose with the words around it: its own, those before it in the sentence, and what governs it.
import { speaksElsewhere } from './barred.ts';
import { APPROXIMATE, type Unit } from './claims/words.ts';
import {
  afterOf,
  closingWithoutFigure,
  isAlone,
  labelUnit,
  nounAt,
  overAt,
  passOver,
  RESULT,
  saysSomething,
  textOf,
} from './nearWords.ts';
import type { Passage } from './passage.ts';
import { paragraphOf, quoteAround } from './quote.ts';
import { phrase } from './synonyms.ts';
import type { NamedPeriod, PrintedNumber, Token } from './token.ts';

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
  /** Words of brackets without a figure beside it: "(gồm cả kỳ trước chuyển sang)". */
  readonly aside: string;
  /** The rest of the sentence before it, since the last semicolon or "trong đó". */
  readonly lead: string;
  /** Its lead, or what it is a part of, speaks of another time, place or wish. */
  readonly leadElsewhere: boolean;
  /** Texts that govern it, nearest first: the label before a bracket, earlier labels, the sentence before "Trong đó", the head of a list. */
  readonly chain: readonly string[];
  /** The mentions among them, nearest first. */
  readonly governors: readonly Mention[];
  readonly headings: readonly string[];
  readonly headingYears: readonly (readonly number[])[];
  readonly headingPeriods: readonly (readonly NamedPeriod[])[];
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
  /** Where its digits stand in the passage's text. */
  readonly start: number;
  /** Bracket depth, and a number for each bracket or sentence: mentions of one list share it. */
  readonly list: number;
  readonly paragraph: number;
  readonly quote: string;
}

interface Level {
  texts: string[];
  mentions: Mention[];
  lead: string[];
  elsewhere: boolean;
  /** Texts of the lead not looked at yet: most stand before no number. */
  unread: string[];
  periods: NamedPeriod[];
  readonly list: number;
  linked: boolean;
  /** Times and places named at its start, or before its colon: they hold beyond a semicolon. */
  head: NamedPeriod[];
  headElsewhere: boolean;
  /** Every time named, whatever came after. */
  readonly named: NamedPeriod[];
}

/** What the walk through one passage carries along. */
interface Walk {
  readonly passage: Passage;
  readonly index: number;
  readonly levels: Level[];
  words: string[];
  aside: string[];
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
    const startsLinked = isLine && isLink(passage.tokens[0]);
    const above = isLine ? (startsLinked && before ? [before, ...open] : open) : [];
    const parents = [...heads.slice(0, passage.depth).reverse(), ...above];
    const first = level(lists++);
    const walk: Walk = {
      passage,
      index,
      levels: [first],
      words: [],
      aside: [],
      periods: [],
      earlier: [],
      previous: null,
      parents,
      lists,
      found,
    };
    if (passage.hasFigure || isHead(passage)) walkThrough(walk);
    lists = walk.lists;
    heads.length = Math.min(heads.length, passage.depth);
    while (heads.length < passage.depth) heads.push(level(-1));
    const own = walk.levels[0] ?? first;
    if (startsLinked && before && own.mentions.length === 0) {
      own.texts.push(...before.texts.slice(-MOST));
      own.mentions.push(...before.mentions.slice(-MOST));
    }
    heads.push(own);
    const opens = passage.text.endsWith(':') && (!passage.isHeading || own.mentions.length > 0);
    open = opens ? [own, ...parents] : isLine ? open : [];
    before = own.texts.length === 0 && walk.previous ? walk.previous : own;
  }
  return found;
}

/** What others may stand under: a bullet, a short line, a line that ends with a colon. */
function isHead(passage: Passage): boolean {
  return passage.depth > 0 || passage.text.length < LINE || passage.text.endsWith(':');
}

function isLink(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.word === 'trong-đó';
}

/** Lines under "Trong đó:" without bullets are this short. */
const LINE = 110;

function level(list: number, linked = false): Level {
  return {
    texts: [],
    mentions: [],
    lead: [],
    elsewhere: false,
    unread: [],
    periods: [],
    list,
    linked,
    head: [],
    headElsewhere: false,
    named: [],
  };
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
      else if (token.kind === 'period') takePeriod(walk, token.period);
      at++;
    }
  }
  flush(walk, false);
}

/** A time or place among the first words of a sentence is that of all its parts. */
function takePeriod(walk: Walk, period: NamedPeriod): void {
  const open = top(walk);
  walk.periods.push(period);
  if (open.texts.length === 0 && walk.words.filter((word) => word !== '|').length <= 2) open.head.push(period);
}

function takeMark(walk: Walk, at: number, mark: string): number {
  const { tokens } = walk.passage;
  const next = tokens[at + 1];
  if (mark === ',' || mark === '–') walk.words.push('|');
  else if (mark === ':' && isResult(walk)) {
    walk.words = [];
    adopt(walk);
  } else if (mark === ':' && next?.kind !== 'figure') {
    flush(walk, false);
    const open = top(walk);
    if (open.mentions.length === 0) {
      open.head = [...open.periods];
      open.headElsewhere = isElsewhere(open);
    }
  } else if (mark === ';' || mark === '|') {
    flush(walk, false);
    top(walk).lead = [];
    top(walk).elsewhere = top(walk).headElsewhere;
    top(walk).unread = [];
    top(walk).periods = [...top(walk).head];
  } else if (mark === '.') endSentence(walk);
  else if (mark === '(') {
    const close = closingWithoutFigure(tokens, at);
    if (close !== null) {
      walk.aside.push(...wordsIn(tokens, at, close));
      walk.periods.push(...periodsIn(tokens, at, close));
      return close + 1;
    }
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

function lead(open: Level, text: string): void {
  open.lead.push(text);
  open.unread.push(text);
}

function isElsewhere(level: Level): boolean {
  level.elsewhere ||= level.unread.some(speaksElsewhere);
  level.unread = [];
  return level.elsewhere;
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
    lead(open, text);
  }
  open.periods.push(...walk.periods);
  open.named.push(...walk.periods);
  walk.words = [];
  walk.aside = [];
  walk.periods = [];
  if (isLink) {
    open.linked = true;
    if (open.mentions.length > 0 || walk.previous) {
      open.lead = [];
      open.elsewhere = false;
      open.unread = [];
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
    unit: unit ?? governors.find((one) => one.unit !== null)?.unit ?? labelUnit(chain[0] ?? ''),
    before,
    after,
    aside: textOf([...walk.aside, ...asideAfter(tokens, afterFrom, next)]),
    lead: walk.levels.flatMap((one) => one.lead.slice(-MOST)).join(''),
    leadElsewhere: walk.levels.map(isElsewhere).includes(true),
    chain,
    governors,
    headings: walk.passage.headings,
    headingYears: walk.passage.headingYears,
    headingPeriods: walk.passage.headingPeriods,
    earlier: walk.earlier.slice(-2 * MOST).join(''),
    periods: [...headPeriods(walk), ...walk.levels.flatMap((one) => one.periods), ...walk.periods],
    periodsAfter: periodsIn(tokens, afterFrom, next),
    future: walk.passage.future,
    linked: walk.parents.length > 0 || walk.levels.some((one) => one.linked),
    approximate: approximation(walk.words),
    passage: walk.index,
    start: token.start,
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
  lead(open, text);
  open.mentions.push(mention);
  open.periods.push(...walk.periods);
  walk.words = [];
  walk.aside = [];
  walk.periods = [];
  return next;
}

/** "Kết quả năm 2023:" above a list names the time of its lines, unless a number there has its own. */
function headPeriods(walk: Walk): readonly NamedPeriod[] {
  return walk.parents.flatMap((one) => (one.mentions.length === 0 ? one.named : []));
}

function wordsIn(tokens: readonly Token[], from: number, end: number): readonly string[] {
  return tokens.slice(from, end).flatMap((token) => (token.kind === 'word' ? [token.word] : []));
}

/** The words of brackets between a number and what comes next. */
function asideAfter(tokens: readonly Token[], from: number, end: number): readonly string[] {
  const words: string[] = [];
  for (let at = from; at < end; at++) {
    const token = tokens[at];
    const close = token?.kind === 'mark' && token.mark === '(' ? closingWithoutFigure(tokens, at) : null;
    if (close === null) continue;
    words.push(...wordsIn(tokens, at, close));
    at = close;
  }
  return words;
}

function periodsIn(tokens: readonly Token[], from: number, end: number): readonly NamedPeriod[] {
  return tokens.slice(from, end).flatMap((token) => (token.kind === 'period' ? [token.period] : []));
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

function approximation(words: readonly string[]): Mention['approximate'] {
  const text = textOf(words);
  for (const kind of ['around', 'below', 'above'] as const) {
    if (APPROXIMATE[kind].some((word) => text.endsWith(phrase(word)))) return kind;
  }
  return null;
}
