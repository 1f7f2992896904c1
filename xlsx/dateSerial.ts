// Dates as spreadsheets count them: days from the end of 1899 (or from 1904), and what a serial number shows.

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Decimals of the second, as many as were asked for. */
  readonly fraction: string;
  readonly elapsedHours: number;
  readonly elapsedMinutes: number;
  readonly elapsedSeconds: number;
}

const DAY = 86_400_000;
/** 31 December 9999: serials beyond it show no date. */
const LAST_SERIAL = 2_958_466;
/** Days between the two date systems. */
const DAYS_1904 = 1462;

/** The calendar parts of a serial number; null where a spreadsheet shows none. */
export function dateParts(serial: number, date1904: boolean, decimals = 0): DateParts | null {
  if (!(serial >= 0 && serial < LAST_SERIAL)) return null;
  const unit = 10 ** Math.min(decimals, 3);
  const ticks = Math.round(serial * 86_400 * unit);
  const days = Math.floor(ticks / (86_400 * unit)) + (date1904 ? DAYS_1904 : 0);
  const seconds = Math.floor(ticks / unit);
  const clock = seconds % 86_400;
  // Spreadsheets count a 29 February 1900 that never was (serial 60); before it, days lie one later.
  const date = new Date((days - (days > 60 ? 25_569 : 25_568)) * DAY);
  const phantom = days === 60;
  return {
    year: days === 0 ? 1900 : date.getUTCFullYear(),
    month: days === 0 ? 1 : phantom ? 2 : date.getUTCMonth() + 1,
    day: days === 0 ? 0 : phantom ? 29 : date.getUTCDate(),
    weekday: (days + 6) % 7,
    hour: Math.floor(clock / 3600),
    minute: Math.floor(clock / 60) % 60,
    second: clock % 60,
    fraction: String(ticks % unit)
      .padStart(decimals, '0')
      .slice(0, decimals),
    elapsedHours: Math.floor(seconds / 3600),
    elapsedMinutes: Math.floor(seconds / 60),
    elapsedSeconds: seconds,
  };
}

/** The serial number of an ISO 8601 date or time as files write it; null when it is none. */
export function isoSerial(text: string, date1904: boolean): number | null {
  const match = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text.trim());
  if (!match || (match[1] === undefined && match[4] === undefined)) return null;
  const time = (Number(match[4] ?? 0) * 3600 + Number(match[5] ?? 0) * 60 + Number(match[6] ?? 0)) / 86_400;
  if (match[1] === undefined) return time;
  const days = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY + 25_569;
  const serial = days > 60 ? days : days - 1;
  return (date1904 ? serial - DAYS_1904 : serial) + time;
}

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const ENGLISH_DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DAYS = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
const SHORT_DAYS = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'];

/** A month after a format of three (short), four (whole) or five (first letter) letters "m". */
export function monthName(month: number, letters: number, english: boolean): string {
  const name = ENGLISH_MONTHS[month - 1] ?? '';
  if (english) return letters === 3 ? name.slice(0, 3) : letters === 5 ? name.slice(0, 1) : name;
  return letters === 4 ? `Tháng ${month}` : letters === 5 ? 'T' : `Thg${month}`;
}

export function weekdayName(weekday: number, whole: boolean, english: boolean): string {
  const names = english ? ENGLISH_DAYS : whole ? DAYS : SHORT_DAYS;
  const name = names[weekday] ?? '';
  return english && !whole ? name.slice(0, 3) : name;
}
