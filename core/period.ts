// The reporting period: read from a title or from what the official typed, and compared by its last month.
import { tidy } from './vietnamese.ts';

export interface Period {
  /** As an official writes it: "6 tháng đầu năm 2024". */
  readonly label: string;
  readonly year: number;
  /** How many months it runs: mostly 3, 6, 9 or 12. */
  readonly months: number;
  /** Its last month, "2024-06". */
  readonly end: string;
}

const WORDS: Readonly<Record<string, number>> = { ba: 3, sáu: 6, chín: 9 };
const QUARTER_NAMES = ['I', 'II', 'III', 'IV'];
const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

const NUMBER = '(?:^|[^\\p{L}\\d])(1[0-2]|0?[1-9]|ba|sáu|chín) tháng';
const MONTHS = new RegExp(`${NUMBER}(?: (đầu|cuối))?(?:[ ,]+của)?[ ,]*(?:năm|/)? ?(20\\d\\d)`, 'u');
/** "6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2025": the report is on the first half, the year stands once. */
const MONTHS_BEFORE_TASKS = new RegExp(`${NUMBER} đầu năm(?!,? ?20\\d\\d).*?(20\\d\\d)`, 'u');
const QUARTER = /(?:^|[^\p{L}\d])qu[ýí] ?(iv|iii|ii|i|[1-4])(?:[ ,]*năm|[/, -])? ?(20\d\d)/u;
const YEAR = /(?:^|[^\p{L}\d])năm (20\d\d)/u;

/**
 * Finds the period a text names: "6 tháng đầu năm 2024", "9 tháng năm 2025", "Quý II/2024", "năm 2024". A date
 * ("ngày 04 tháng 6 năm 2024") is no period. Null when the text names none.
 */
export function readPeriod(text: string): Period | null {
  const clean = withoutDates(withMarks(tidy(text).toLowerCase()));
  return readMonths(clean) ?? readQuarter(clean) ?? readYear(clean);
}

const MARKED: Readonly<Record<string, string>> = {
  thang: 'tháng',
  nam: 'năm',
  quy: 'quý',
  dau: 'đầu',
  cuoi: 'cuối',
  ngay: 'ngày',
  sau: 'sáu',
  chin: 'chín',
  cua: 'của',
};

/** Text typed without any marks gets back those of the words that name a period. */
function withMarks(text: string): string {
  if (/[^\p{ASCII}]/u.test(text)) return text;
  return text.replace(/(?<!viet )\b[a-z]+\b/g, (word) => MARKED[word] ?? word);
}

function withoutDates(text: string): string {
  return text
    .replace(/ngày ?[\d…._]* ?tháng ?[\d…._]* ?năm ?(?:20\d\d|[\d…._]*)/gu, ' ')
    .replace(/[\d….]* ?tháng [\d….]+ năm (?:20\d\d|[\d….]+)/gu, ' ')
    .replace(/\d{1,2}\/\d{1,2}\/\d{4}/g, ' ');
}

function readMonths(text: string): Period | null {
  const split = MONTHS_BEFORE_TASKS.exec(text);
  if (split?.[1] && split[2]) return monthsPeriod(split[1], 'đầu', split[2]);
  const match = MONTHS.exec(text);
  return match?.[1] && match[3] ? monthsPeriod(match[1], match[2] ?? '', match[3]) : null;
}

function monthsPeriod(number: string, part: string, year: string): Period {
  const months = WORDS[number] ?? Number(number);
  const label = ['tháng', part, 'năm'].filter((word) => word !== '').join(' ');
  return period(`${months} ${label} ${year}`, Number(year), months, part === 'cuối' ? 12 : months);
}

function readQuarter(text: string): Period | null {
  const match = QUARTER.exec(text);
  const quarter = QUARTERS[match?.[1] ?? ''];
  if (!match || !quarter) return null;
  const year = Number(match[2]);
  return period(`quý ${QUARTER_NAMES[quarter - 1]} năm ${year}`, year, 3, quarter * 3);
}

function readYear(text: string): Period | null {
  const match = YEAR.exec(text);
  return match?.[1] ? period(`năm ${match[1]}`, Number(match[1]), 12, 12) : null;
}

function period(label: string, year: number, months: number, last: number): Period {
  return { label, year, months, end: `${year}-${String(last).padStart(2, '0')}` };
}

/** What an official calls the period after this one: "6 tháng cuối năm 2024". Null where custom has no name for it. */
export function followingPeriod({ year, months, end }: Period): string | null {
  const last = Number(end.slice(5));
  if (months === 12) return `năm ${year + 1}`;
  if (months === 3) return last === 12 ? `quý I năm ${year + 1}` : `quý ${QUARTER_NAMES[last / 3]} năm ${year}`;
  if (months === 6) return last === 12 ? `6 tháng đầu năm ${year + 1}` : `6 tháng cuối năm ${year}`;
  return months === 9 && last === 9 ? `quý IV năm ${year}` : null;
}
