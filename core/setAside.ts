// What only looks like a figure and is set aside: dates, document numbers, years, levels; the times among it are kept.
import { DISCARDED_PHRASES, DISCARDS } from './claims/discards.ts';
import { isDigit, isLetter } from './letters.ts';
import { type NamedPeriod, type Token, UNNAMED } from './token.ts';

/** A stretch that counts nothing, and the times it names. */
export interface Skipped {
  readonly tokens: readonly Token[];
  readonly end: number;
}

/** What begins here and only looks like a figure: a date, a document number, a list number. */
export function discardAt(text: string, at: number, code: number): Skipped | null {
  const digit = isDigit(code);
  if (!digit && !startsPhrase(text, at)) return null;
  for (const discard of digit ? DISCARDS : DISCARDED_PHRASES) {
    discard.is.lastIndex = at;
    const match = discard.is.exec(text);
    if (match) return skipped(match, at);
  }
  return null;
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
