// What Google Sheets makes of something typed into a cell, and what a cell shows, by the spreadsheet's country.
import { isCellError } from '../../core/index.ts';

export type Locale = 'vi_VN' | 'en_US';

/** A cell's value as Sheets keeps it. */
export type Raw = string | number | boolean | Date | { readonly error: string } | null;

interface TypedCell {
  value: Raw;
  formula: string;
  format: string;
  link: string | null;
}

const MOST_CHARACTERS = 50_000;
const ERRORS = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERROR!)$/;
const NUMBERS: Readonly<Record<Locale, RegExp>> = {
  vi_VN: /^[-+]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?\s?%?$/,
  en_US: /^[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?\s?%?$/,
};
const DATE = /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}))?$/;

/** Puts something into a cell as if it were typed, which is how Sheets takes values from scripts. */
export function typeInto(cell: TypedCell, typed: unknown, locale: Locale): void {
  cell.formula = '';
  cell.link = null;
  if (typed === '' || typed === null) cell.value = null;
  else if (typed instanceof Date || typeof typed === 'boolean') cell.value = typed;
  else if (typeof typed === 'number') cell.value = cell.format === '@' ? String(typed) : typed;
  else if (typeof typed === 'string') typeText(cell, typed, locale);
  else throw new Error(`not to be typed: ${JSON.stringify(typed)}`);
}

function typeText(cell: TypedCell, typed: string, locale: Locale): void {
  if (typed.length > MOST_CHARACTERS)
    throw new Error('Your input contains more than the maximum of 50000 characters in a single cell.');
  if (typed.startsWith("'")) cell.value = typed.slice(1);
  else if (typed.startsWith('=') || typed.startsWith('+=')) {
    cell.formula = typed;
    cell.value = { error: '#ERROR!' };
  } else if (cell.format === '@') cell.value = typed;
  else cell.value = parsed(typed, locale);
}

function parsed(typed: string, locale: Locale): Raw {
  const text = typed.trim();
  if (ERRORS.test(text)) return { error: text };
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if (NUMBERS[locale].test(text)) return numberOf(text, locale);
  const date = DATE.exec(text);
  if (date) return dateOf(date, locale);
  return /^[+\-@]/.test(text) ? { error: '#ERROR!' } : typed;
}

function numberOf(text: string, locale: Locale): number {
  const plain = locale === 'vi_VN' ? text.replace(/\./g, '').replace(',', '.') : text.replace(/,/g, '');
  return Number.parseFloat(plain) / (text.endsWith('%') ? 100 : 1);
}

function dateOf([, first, second, year]: RegExpExecArray, locale: Locale): Date {
  const [day, month] = locale === 'vi_VN' ? [first, second] : [second, first];
  return new Date(Date.UTC(Number(year ?? 2024), Number(month) - 1, Number(day)));
}

/** What the cell shows. Dates are kept as their day in universal time. */
export function shown(cell: TypedCell, locale: Locale): string {
  const { value, format } = cell;
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value).toUpperCase();
  if (value instanceof Date) return showDate(value, locale);
  if (isCellError(value)) return value.error;
  return showNumber(value, format, locale);
}

function showDate(date: Date, locale: Locale): string {
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()];
  return locale === 'vi_VN' ? `${day}/${month}/${year}` : `${month}/${day}/${year}`;
}

function showNumber(value: number, format: string, locale: Locale): string {
  const isPercent = format.includes('%');
  const number = isPercent ? value * 100 : value;
  const decimals = /\.(0+)/.exec(format)?.[1]?.length;
  const isGeneral = format === 'General' || format === '@' || format.includes('.#');
  const text = decimals === undefined && isGeneral ? String(number) : number.toFixed(decimals ?? 0);
  const [whole = '', part] = text.split('.');
  const grouped = format.includes(',') ? whole.replace(/\B(?=(\d{3})+$)/g, locale === 'vi_VN' ? '.' : ',') : whole;
  const padded = /^0+$/.test(format) ? grouped.padStart(format.length, '0') : grouped;
  return `${padded}${part ? (locale === 'vi_VN' ? ',' : '.') + part : ''}${isPercent ? '%' : ''}`;
}
