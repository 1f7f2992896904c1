// Calendar dates as officials type them and as spreadsheets keep them; no clock, no time zone.
import { type Cell, isBlank } from './grid.ts';
import { tidy } from './vietnamese.ts';

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** "04/6/2024", "4-6-2024", "ngày 04 tháng 6 năm 2024", or a spreadsheet's serial number; null for anything else. */
export function readDate(cell: Cell): CalendarDate | null {
  if (isBlank(cell)) return null;
  if (typeof cell === 'number') return fromSerial(cell);
  return typeof cell === 'string' ? fromText(tidy(cell)) : null;
}

const TEXT = /^(?:ngày )?(\d{1,2})(?:[/.-]| tháng )(\d{1,2})(?:[/.-]| năm )(\d{4})\.?$/iu;

function fromText(text: string): CalendarDate | null {
  const match = TEXT.exec(text);
  return match ? valid({ day: Number(match[1]), month: Number(match[2]), year: Number(match[3]) }) : null;
}

/** Serial numbers of 1990 to 2100; others are numbers, not dates. */
const EARLIEST = 32_874;
const LATEST = 73_415;

/** Days since 30/12/1899, by the civil-from-days algorithm over 400-year eras. */
function fromSerial(serial: number): CalendarDate | null {
  const whole = Math.floor(serial);
  if (whole < EARLIEST || whole >= LATEST) return null;
  const days = whole - 25_569 + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** Days since 1/1/1970 as they sort, "2024-06-10"; null beyond the years a serial number may mean. */
export function isoOfDay(days: number): string | null {
  const date = fromSerial(days + 25_569);
  return date && isoDate(date);
}

/** "2024-06-10" */
export function isoDate({ year, month, day }: CalendarDate): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function valid(date: CalendarDate): CalendarDate | null {
  const { year, month, day } = date;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const most = month === 2 && !leap ? 28 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= most ? date : null;
}

/** NĐ 30/2020: a 0 before days below 10 and before the months 1 and 2. */
function dayAndMonth(date: CalendarDate): readonly [string, string] {
  return [String(date.day).padStart(2, '0'), date.month <= 2 ? `0${date.month}` : String(date.month)];
}

/** "04/6/2024" */
export function shortDate(date: CalendarDate): string {
  const [day, month] = dayAndMonth(date);
  return `${day}/${month}/${date.year}`;
}

/** "04 tháng 6 năm 2024" */
export function longDate(date: CalendarDate): string {
  const [day, month] = dayAndMonth(date);
  return `${day} tháng ${month} năm ${date.year}`;
}
