// The reporting period: read from a title or from what the official typed, and compared by its last month.
import { tidy } from './vietnamese.ts';

export interface Period {
  /** As an official writes it: "6 tháng đầu năm 2024". */
  readonly label: string;
  readonly year: number;
  /** How many months it runs: 3, 6, 9 or 12. */
  readonly months: number;
  /** Its last month, "2024-06". */
  readonly end: string;
}

const NUMBERS: Readonly<Record<string, number>> = {
  sáu: 6,
  chín: 9,
  ba: 3,
  '3': 3,
  '6': 6,
  '9': 9,
  '03': 3,
  '06': 6,
  '09': 9,
};
const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

const MONTHS = /(?:^|[^\p{L}\d])(0?[369]|ba|sáu|chín) tháng(?: (đầu|cuối))?(?:[ ,]+của)?[ ,]*(?:năm|\/)? ?(20\d\d)/u;
const QUARTER = /(?:^|[^\p{L}\d])qu[ýí] ?(iv|iii|ii|i|[1-4])(?:[ ,]*năm|[/, -])? ?(20\d\d)/u;
const YEAR = /(?:^|[^\p{L}\d])năm (20\d\d)/u;

/**
 * Finds the period a text names: "6 tháng đầu năm 2024", "9 tháng năm 2025", "Quý II/2024", "năm 2024". A date
 * ("ngày 04 tháng 6 năm 2024") is no period. Null when the text names none.
 */
export function readPeriod(text: string): Period | null {
  const clean = withoutDates(tidy(text).toLowerCase());
  return readMonths(clean) ?? readQuarter(clean) ?? readYear(clean);
}

function withoutDates(text: string): string {
  return text
    .replace(/(?:ngày )?[\d….]* ?tháng [\d….]+ năm (?:20\d\d|[\d….]+)/gu, ' ')
    .replace(/\d{1,2}\/\d{1,2}\/\d{4}/g, ' ');
}

function readMonths(text: string): Period | null {
  const match = MONTHS.exec(text);
  if (!match?.[1] || !match[3]) return null;
  const months = NUMBERS[match[1]] ?? 0;
  const year = Number(match[3]);
  const part = match[2] ? `${match[2]} ` : '';
  return period(`${months} tháng ${part}năm ${year}`, year, months, match[2] === 'cuối' ? 12 : months);
}

function readQuarter(text: string): Period | null {
  const match = QUARTER.exec(text);
  const quarter = QUARTERS[match?.[1] ?? ''];
  if (!match || !quarter) return null;
  const year = Number(match[2]);
  return period(`quý ${['I', 'II', 'III', 'IV'][quarter - 1]} năm ${year}`, year, 3, quarter * 3);
}

function readYear(text: string): Period | null {
  const match = YEAR.exec(text);
  return match?.[1] ? period(`năm ${match[1]}`, Number(match[1]), 12, 12) : null;
}

function period(label: string, year: number, months: number, last: number): Period {
  return { label, year, months, end: `${year}-${String(last).padStart(2, '0')}` };
}
