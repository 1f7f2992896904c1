// Reads prose into words, marks and numbers; what only looks like a figure is set aside and counted.
import { DISCARDED_PHRASES, DISCARDS } from './claims/discards.ts';
import { LINKS, SYNONYMS } from './claims/words.ts';
import { type Decimal, decimal, parseDecimal } from './decimal.ts';
import { foldWord, type Lexicon, lexiconOf, longestAt, phraseIn } from './lexicon.ts';
import { remember } from './remember.ts';
import { readNumber } from './vietnamese.ts';

/** A number as printed. `value` is null where it reads two ways. */
export interface PrintedNumber {
  readonly value: Decimal | null;
  /** Digits after the decimal sign, as printed. */
  readonly printed: number;
  /** ngàn, triệu: the value already holds it. */
  readonly power: number;
}

export type Token =
  | { readonly kind: 'word'; readonly word: string; readonly start: number; readonly end: number }
  | { readonly kind: 'mark'; readonly mark: string; readonly start: number; readonly end: number }
  | {
      readonly kind: 'figure';
      readonly number: PrintedNumber;
      readonly percent: boolean;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'period'; readonly period: NamedPeriod; readonly start: number; readonly end: number }
  | { readonly kind: 'void'; readonly start: number; readonly end: number };

/** A time that the prose names; what it leaves out is null. */
export interface NamedPeriod {
  readonly year: number | null;
  readonly quarter: number | null;
  readonly months: number | null;
  readonly part: 'đầu' | 'cuối' | null;
  readonly month: number | null;
  /** "từ ngày 01/7/2025 đến ngày 15/9/2025", as counts of days; endless in "từ ngày 01/7/2025", `from` unsaid in "tính đến …". */
  readonly days?: { readonly from: number | null; readonly to: number };
  /** A commune named in the prose: "xã Tân Lập". Its numbers are another's, unless it is the report's own. */
  readonly place?: string;
}

const UNNAMED: NamedPeriod = { year: null, quarter: null, months: null, part: null, month: null };

const LEXICON: { read: Lexicon | null } = { read: null };

/** The synonyms by their first word; made when the first prose is read. */
export function synonyms(): Lexicon {
  LEXICON.read ??= lexiconOf([...SYNONYMS, ...LINKS.map((link) => ['trong-đó', link] as const)]);
  return LEXICON.read;
}

/** A phrase of a record in the folded words of prose, between spaces. */
export const phrase = remember((text) => phraseIn(synonyms(), text));

export function folded(phrases: readonly string[]): readonly string[] {
  return phrases.map(phrase);
}

const NUMBER = /\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d])|\d+(?:[.,]\d+)*/y;
const PERCENT = /\s*(?:%|phần trăm(?![\p{L}]))/uy;
const SCALE = /\s*(ngàn|nghìn|triệu|tỷ|tỉ)(?![\p{L}])/iuy;
const SCALES: Readonly<Record<string, number>> = { ngàn: 3, nghìn: 3, triệu: 6, tỷ: 9, tỉ: 9 };

/** Reads one stretch of prose, NFC and single-spaced; linear in its length. */
export function readProse(text: string): readonly Token[] {
  const raw: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 32) {
      at++;
      continue;
    }
    const skipped = discardAt(text, at, code);
    if (skipped) {
      raw.push(...skipped.tokens);
      at = skipped.end;
      continue;
    }
    const token = isDigit(code) ? figureAt(text, at) : isLetter(code) ? wordAt(text, at) : markTokenAt(text, at);
    if (token) raw.push(token);
    at = token?.end ?? at + 1;
  }
  return named(raw, text);
}

/** Counts what is set aside and says whether a figure is left, without reading the words: most paragraphs hold none. */
export function scanProse(text: string): { readonly discarded: number; readonly hasFigure: boolean } {
  let discarded = 0;
  let hasFigure = false;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const skipped = code === 32 ? null : discardAt(text, at, code);
    if (skipped) discarded += countNumbers(text.slice(at, skipped.end));
    const figure = !skipped && isDigit(code) ? figureAt(text, at) : null;
    hasFigure ||= figure !== null;
    at = skipped?.end ?? figure?.end ?? at + 1;
  }
  return { discarded, hasFigure };
}

export function countNumbers(text: string): number {
  return text.match(/\d+(?:[.,]\d+)*/g)?.length ?? 0;
}

interface Skipped {
  readonly tokens: readonly Token[];
  readonly end: number;
}

function discardAt(text: string, at: number, code: number): Skipped | null {
  const digit = isDigit(code);
  if (!digit && !startsPhrase(text, at)) return null;
  for (const discard of digit ? DISCARDS : DISCARDED_PHRASES) {
    discard.is.lastIndex = at;
    const match = discard.is.exec(text);
    if (match) return skipped(match, at);
  }
  return null;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Latin letters with their marks, and whatever other script there is: one look at a code is fast. */
function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) || code >= 0x2c00;
}

/** What DISCARDED_PHRASES start with. */
const STARTS = new Set(
  [
    'htt',
    'www',
    'quý',
    'quí',
    'ngà',
    'năm',
    'thá',
    'sáu',
    'chí',
    'ba ',
    'mức',
    'từ ',
    'kể ',
    'sau',
    'trư',
    'tín',
    'đến',
  ].flatMap((start) => [start, start.toUpperCase(), start.charAt(0).toUpperCase() + start.slice(1)]),
);
const FIRST_LETTERS = new Uint8Array(512);
for (const start of STARTS) FIRST_LETTERS[start.charCodeAt(0)] = 1;

function startsPhrase(text: string, at: number): boolean {
  if (FIRST_LETTERS[text.charCodeAt(at)] !== 1) return false;
  if (at > 0 && isLetter(text.charCodeAt(at - 1))) return false;
  return STARTS.has(text.slice(at, at + 3));
}

function skipped(match: RegExpExecArray, at: number): Skipped {
  const end = at + match[0].length;
  const { level, year, quarter, months, part, month, words, to, since, after, until, upTo } = match.groups ?? {};
  if (level !== undefined) return { tokens: levels(level, at, end), end };
  const open = since ?? after ?? until ?? upTo;
  if (open !== undefined) {
    const [day, inMonth, inYear] = open.split(/[/.]/).map(Number);
    const date = dayNumber(inYear ?? 0, inMonth ?? 0, day ?? 0);
    const days =
      upTo !== undefined
        ? { from: null, to: date }
        : until !== undefined
          ? { from: 0, to: date }
          : { from: date, to: Number.POSITIVE_INFINITY };
    return { tokens: [{ kind: 'period', period: { ...UNNAMED, days }, start: at, end }], end };
  }
  if (to !== undefined) {
    const days = daysOf(match[0]);
    return {
      tokens: [
        days ? { kind: 'period', period: { ...UNNAMED, days }, start: at, end } : { kind: 'void', start: at, end },
      ],
      end,
    };
  }
  if ([year, quarter, months, month, words].every((group) => group === undefined)) {
    return { tokens: [{ kind: 'void', start: at, end }], end };
  }
  const period: NamedPeriod = {
    year: year === undefined ? null : Number(year),
    quarter: quarter === undefined ? null : quarterOf(quarter),
    months: months === undefined ? (WORDS[words?.toLowerCase() ?? ''] ?? null) : Number(months),
    part: part === 'đầu' || part === 'cuối' ? part : null,
    month: month === undefined ? null : Number(month),
  };
  return { tokens: [{ kind: 'period', period, start: at, end }], end };
}

/** The two days of a span; a first day without a year is of the last day's, or of the year before. */
function daysOf(text: string): { readonly from: number; readonly to: number } | null {
  const [day, month, year, toDay, toMonth, toYear] = [...text.matchAll(/\d+/g)].map(Number);
  if (day === undefined || month === undefined || year === undefined || toDay === undefined) return null;
  const whole = toMonth !== undefined && toYear !== undefined;
  // Without a year on the first day the five numbers are: day, month, day, month, year.
  const [lastDay, lastMonth, lastYear] = whole ? [toDay, toMonth, toYear] : [year, toDay, toMonth ?? 0];
  const firstYear = whole ? year : lastYear - (month > lastMonth ? 1 : 0);
  return { from: dayNumber(firstYear, month, day), to: dayNumber(lastYear, lastMonth, lastDay) };
}

/** Days since year 0, to within two: spans are told apart by weeks. */
export function dayNumber(year: number, month: number, day: number): number {
  return year * 365.25 + (month - 1) * 30.44 + day;
}

const WORDS: Readonly<Record<string, number>> = { sáu: 6, chín: 9, ba: 3 };

function quarterOf(text: string): number {
  const roman = ['i', 'ii', 'iii', 'iv'].indexOf(text.toLowerCase());
  return roman >= 0 ? roman + 1 : Number(text);
}

/** "mức độ 3" is "một phần", "mức độ 4" is "toàn trình". */
function levels(digits: string, start: number, end: number): Token[] {
  const names = [digits.includes('3') ? 'một-phần' : '', digits.includes('4') ? 'toàn-trình' : ''];
  const known = names.filter((word) => word !== '').map((word): Token => ({ kind: 'word', word, start, end }));
  return known.length > 0 ? known : [{ kind: 'void', start, end }];
}

function figureAt(text: string, at: number): Token | null {
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(text);
  if (!match) return null;
  let end = at + match[0].length;
  const printed = match[0].replace(/[.,]+$/, '');
  end -= match[0].length - printed.length;
  PERCENT.lastIndex = end;
  const percent = PERCENT.exec(text);
  SCALE.lastIndex = end;
  const scale = percent ? null : SCALE.exec(text);
  const power = scale ? (SCALES[scale[1]?.toLowerCase() ?? ''] ?? 0) : 0;
  const number = printedNumber(printed, percent !== null || power > 0, power);
  end += percent?.[0].length ?? scale?.[0].length ?? 0;
  return { kind: 'figure', number, percent: percent !== null, start: at, end };
}

/** "1,234" reads two ways as a count; before "%" or "ngàn" a comma is the decimal sign. */
function printedNumber(printed: string, isFraction: boolean, power: number): PrintedNumber {
  const split = /^(\d+)[.,](\d+)$/.exec(printed);
  const grouped = /^\d{1,3}\.\d{3}$/.test(printed) && !isFraction;
  if (split?.[1] && split[2] && !grouped && (isFraction || split[2].length !== 3)) {
    const value = parseDecimal(split[1], split[2]);
    return { value: value && decimal(value, power), printed: split[2].length, power };
  }
  const reading = readNumber(printed);
  const fraction = /,(\d+)$/.exec(printed)?.[1] ?? '';
  if (reading.kind !== 'number') return { value: null, printed: 0, power };
  return { value: decimal(reading.value, power), printed: fraction.length, power };
}

function wordAt(text: string, at: number): Token {
  let end = at + 1;
  while (end < text.length && (isLetter(text.charCodeAt(end)) || isJoiner(text, end))) end++;
  return { kind: 'word', word: foldWord(text.slice(at, end)), start: at, end };
}

/** "TN&TKQ" is one word. */
function isJoiner(text: string, at: number): boolean {
  return text.charAt(at) === '&' && isLetter(text.charCodeAt(at + 1));
}

function markTokenAt(text: string, at: number): Token | null {
  const mark = text.charAt(at);
  return /\s/.test(mark) ? null : { kind: 'mark', mark: markAt(text, at, mark), start: at, end: at + 1 };
}

/** A dot ends a sentence only before a space and a capital, a digit or an opening mark; a dash parts only between spaces. */
function markAt(text: string, at: number, mark: string): string {
  if (mark === '.' || mark === '!' || mark === '?' || mark === '…') {
    const next = /^\s*(.)/u.exec(text.slice(at + 1, at + 4))?.[1] ?? '';
    const spaced = at + 1 >= text.length || /\s/.test(text.charAt(at + 1));
    return spaced && next.toLowerCase() === next.toUpperCase()
      ? '.'
      : spaced && next !== next.toLowerCase()
        ? '.'
        : '·';
  }
  if (/[-–—]/.test(mark)) return /\s/.test(text.charAt(at - 1)) && /\s/.test(text.charAt(at + 1)) ? '–' : '·';
  return mark === '[' || mark === '{' ? '(' : mark === ']' || mark === '}' ? ')' : mark;
}

/** Words under their one name; a comma inside a spelling ("một cửa, một cửa liên thông") is part of it. */
function named(raw: readonly Token[], text: string): readonly Token[] {
  const tokens: Token[] = [];
  let place = false;
  let names: Token[] = [];
  for (let at = 0; at < raw.length; ) {
    const token = raw[at];
    if (!token) break;
    if (place && ((token.kind === 'word' && isCapital(text, token.start)) || isNumbered(names, raw, at))) {
      names.push(token);
      at++;
      continue;
    }
    tokens.push(...placeOf(names, tokens.at(-1), text));
    names = [];
    const found = token.kind === 'word' ? spellingAt(raw, at) : null;
    if (found)
      for (const word of found.becomes) tokens.push({ kind: 'word', word, start: token.start, end: found.end });
    else tokens.push(token);
    place = token.kind === 'word' && isPlace(text, token.start, tokens.at(-1));
    at = found?.next ?? at + 1;
  }
  tokens.push(...placeOf(names, tokens.at(-1), text));
  return tokens;
}

/** "phường Đông Hải 2": the number is a part of the name, where no noun follows. */
function isNumbered(names: readonly Token[], raw: readonly Token[], at: number): boolean {
  const [token, next] = [raw[at], raw[at + 1]];
  if (names.length < 2 || token?.kind !== 'figure' || token.percent || token.end - token.start > 2) return false;
  return next?.kind !== 'word' || !synonyms().has(next.word);
}

/** A commune by its proper name of two words or more. */
function placeOf(names: readonly Token[], level: Token | undefined, text: string): readonly Token[] {
  const [first] = names;
  const last = names.at(-1);
  if (names.length < 2 || !first || !last || level?.kind !== 'word' || level.word !== 'xã') return [];
  const place = text.slice(first.start, last.end);
  return [{ kind: 'period', period: { ...UNNAMED, place }, start: first.start, end: last.end }];
}

/** After "xã", "tỉnh", "huyện" in small letters a capital starts a proper name, which says nothing more. */
function isPlace(text: string, start: number, last: Token | undefined): boolean {
  return last?.kind === 'word' && PLACES.has(last.word) && !/\p{Lu}\p{Lu}/u.test(text.slice(start, start + 2));
}

const PLACES = new Set([
  'xã',
  'ubnd',
  ...['tỉnh', 'huyện', 'thị xã', 'thành phố'].flatMap((word) => foldWord(word).split(' ')),
]);

function isCapital(text: string, at: number): boolean {
  return /\p{Lu}/u.test(text.charAt(at));
}

function spellingAt(raw: readonly Token[], at: number) {
  const first = raw[at];
  if (first?.kind !== 'word' || !synonyms().has(first.word)) return null;
  const places = [at];
  // Places are looked for only as far as an entry asks.
  const wordOf = (index: number) => {
    while (places.length <= index) {
      const next = nextWord(raw, (places[places.length - 1] ?? at) + 1);
      if (next < 0) return null;
      places.push(next);
    }
    const token = raw[places[index] ?? -1];
    return token?.kind === 'word' ? token.word : null;
  };
  const found = longestAt(synonyms(), wordOf, 0);
  const last = found ? places[found.length - 1] : undefined;
  const end = last === undefined ? undefined : raw[last]?.end;
  return found && last !== undefined && end !== undefined ? { becomes: found.becomes, next: last + 1, end } : null;
}

/** The word at a place, or behind one comma there; −1 where something else stands. */
function nextWord(raw: readonly Token[], at: number): number {
  const token = raw[at];
  if (token?.kind === 'word') return at;
  return token?.kind === 'mark' && token.mark === ',' && raw[at + 1]?.kind === 'word' ? at + 1 : -1;
}

/** A paragraph as it is read: NFC, one space between words, without the marks of a text format. */
export function plainText(paragraph: string): string {
  const composed = paragraph.normalize('NFC');
  // Most paragraphs are plain as they are: one look is cheaper than two rewritings.
  if (!UNPLAIN.test(composed)) return composed;
  return composed
    .replace(/\*\*|__|`/g, '')
    .replace(/[\s\u200B\uFEFF]+/g, ' ')
    .trim();
}

/** Signs of a text format, any space but a single one between words. */
const UNPLAIN = /[`\u200B\uFEFF]|\*\*|__|[^\S ]| {2}|^ | $/;
