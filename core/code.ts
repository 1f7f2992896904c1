// Row codes as spreadsheets hold them: text, numbers, and what autocorrection made of them.
import type { Cell } from './grid.ts';
import { remember } from './remember.ts';
import { tidy } from './vietnamese.ts';

/** What a code cell says. */
export interface CodeReading {
  /** "3.3.1", without trailing dots; null where the cell gives no code: blank, a bullet, or mangled beyond reading. */
  readonly code: string | null;
  /** Codes that a date may have been, before the spreadsheet took it for one. */
  readonly perhaps: readonly string[];
  /** The spreadsheet holds a date or a number where the form prints a code that would look otherwise. */
  readonly mangled: boolean;
}

export const NO_CODE: CodeReading = { code: null, perhaps: [], mangled: false };
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads a code cell: its value and its displayed text. */
export function readCode(cell: Cell, text: string): CodeReading {
  if (typeof cell === 'number') return readNumericCode(cell, text);
  return typeof cell === 'string' ? readTextCode(cell) : NO_CODE;
}

const readTextCode = remember((cell: string): CodeReading => {
  const clean = tidy(cell).replace(/^'/, '');
  const date = readDateText(clean);
  if (date) return { code: null, perhaps: codesOfDate(...date), mangled: true };
  const compact = clean
    .replace(/\s/g, '')
    .replace(/,/g, '.')
    .replace(/[.):]+$/, '')
    .replace(/^\(/, '');
  if (/^\d{1,2}(\.\d{1,2})*(\.[a-dđ])?$/.test(compact)) return { code: compact, perhaps: [], mangled: false };
  const roman = ROMAN.indexOf(compact);
  return roman < 0 ? NO_CODE : { code: String(roman + 1), perhaps: [], mangled: false };
});

function readNumericCode(value: number, text: string): CodeReading {
  const shownAsDate = readDateText(tidy(text)) !== null || /thg|tháng/i.test(text);
  if (shownAsDate || value >= 20000) return { code: null, perhaps: codesOfDate(...civilDate(value)), mangled: true };
  const code = String(value);
  return /^\d{1,2}(\.\d{1,2})?$/.test(code) ? { code, perhaps: [], mangled: false } : { ...NO_CODE, mangled: true };
}

/** Day, month and year (null when the text has none) of a date written out: "01/02/2003", "2-Mar", "2003-02-01". */
function readDateText(text: string): readonly [number, number, number | null] | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+)?$/.exec(text);
  if (iso) return [Number(iso[3]), Number(iso[2]), Number(iso[1])];
  const slashed = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{2,4}))?$/.exec(text);
  if (slashed) return [Number(slashed[1]), Number(slashed[2]), slashed[3] ? Number(slashed[3]) : null];
  const named = /^(\d{1,2})[- ]([A-Za-z]{3})[a-z]*(?:[- ](\d{2,4}))?$/.exec(text);
  const month = MONTH_NAMES.indexOf(named?.[2]?.toLowerCase() ?? '') + 1;
  if (named && month > 0) return [Number(named[1]), month, named[3] ? Number(named[3]) : null];
  const vietnamese = /^(\d{1,2})[- ]?(?:thg|tháng) ?(\d{1,2})(?:[- ](\d{2,4}))?$/i.exec(text);
  return vietnamese
    ? [Number(vietnamese[1]), Number(vietnamese[2]), vietnamese[3] ? Number(vietnamese[3]) : null]
    : null;
}

/** What "3.1.2" or "2.3" may have become: the day, month and year in any of the usual orders. */
function codesOfDate(day: number, month: number, year: number | null): readonly string[] {
  const short = year === null ? null : year % 100;
  const pairs = [`${day}.${month}`, `${month}.${day}`];
  if (short === null) return pairs;
  return [...pairs.map((pair) => `${pair}.${short}`), `${short}.${month}.${day}`, ...pairs];
}

/** Serial number of the 1900 date system → day, month, year, by counting years from 1 March (H. Hinnant's method). */
function civilDate(serial: number): readonly [number, number, number] {
  const days = Math.floor(serial) + 693899 + (serial < 60 ? 1 : 0);
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return [day, month, yearOfEra + era * 400 + (month <= 2 ? 1 : 0)];
}
