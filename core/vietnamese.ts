// Vietnamese text as officials type it: labels folded for comparison, numbers read and written.
import { type Decimal, decimal, fromNumber, parseDecimal } from './decimal.ts';
import { remember } from './remember.ts';

const TONES: Readonly<Record<string, string>> = {
  '\u0300': '1',
  '\u0301': '2',
  '\u0303': '3',
  '\u0309': '4',
  '\u0323': '5',
};
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
/** As most numbers and codes are typed: nothing to tidy. */
const TIDY = /^[!-~]+$/;
const SPACES = /[\s\u00A0\u2000-\u200B\u202F\u2060\u3000\uFEFF]+/g;

/**
 * A label reduced to what two spellings of it share: case, spaces, punctuation and Unicode form are gone, and the tone
 * stands at the end of its syllable, so that "hoá" and "hóa" are one. The result is a key for comparison, never shown.
 */
export const fold = remember(foldText);

function foldText(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(SPACES, ' ')
    .replace(/[^\p{L}\p{M}\p{N}%= ]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '')
    .map(foldSyllable)
    .join(' ');
}

function foldSyllable(word: string): string {
  let letters = '';
  let tone = '';
  for (const mark of word) {
    const found = TONES[mark];
    if (found) tone = found;
    else letters += mark;
  }
  return letters.normalize('NFC') + tone;
}

/** Folded and without any diacritic: for text typed without marks, and for nearness. */
export function bare(folded: string): string {
  return folded
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/(\p{L})[1-5](?= |$)/gu, '$1');
}

/**
 * One space between words, none at the ends, NFC: for quoting what a cell says. Not remembered: it is asked of titles
 * and figures, new in every file, which a memory would hold until they are old garbage.
 */
export function tidy(text: string): string {
  if (TIDY.test(text)) return text;
  return text.normalize('NFC').replace(SPACES, ' ').trim();
}

/** A number as read from text, with how sure the reading is. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: Decimal; readonly unit: string }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'none' };

const NUMBER = /^([+-]?)\s*(\d[\d.,\u00A0 ]*)/;
const NONE: NumberReading = { kind: 'none' };
const AMBIGUOUS: NumberReading = { kind: 'ambiguous' };
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(ngàn|nghìn)(?=\s|$)/, 3],
  [/^triệu(?=\s|$)/, 6],
  [/^tỷ(?=\s|$)|^tỉ(?=\s|$)/, 9],
];

/**
 * Reads a number as officials type it: "04", "1.234", "96,43", "17 người", "100 %", "61,3 ngàn", "−5".
 * A dot before exactly three digits groups thousands; a comma is the decimal sign. "1,234" reads two ways and is
 * ambiguous, unless `decimals` says that a share is expected ("96.43" is then 96,43, and "1,234" still ambiguous).
 * What follows the number is returned as `unit`, tidied; text that does not start with a number is `none`.
 */
export function readNumber(text: string): NumberReading {
  const clean = tidy(text).replace(DASHES, '-');
  const match = NUMBER.exec(clean);
  if (!match?.[2]) return NONE;
  const rest = clean.slice(match[0].length);
  const printed = match[2].replace(/[\u00A0 ]+$/, '');
  const tail = /[.,]$/.exec(printed);
  const digits = readDigits(tail ? printed.slice(0, -1) : printed);
  if (digits === null) return NONE;
  if (digits === 'ambiguous') return AMBIGUOUS;
  if (tail && rest.trim() !== '') return NONE;
  return withUnit(match[1] === '-' ? { digits: -digits.digits, decimals: digits.decimals } : digits, rest.trim());
}

function withUnit(value: Decimal, rest: string): NumberReading {
  for (const [word, power] of SCALES) {
    const found = word.exec(rest.toLowerCase());
    if (found) return { kind: 'number', value: decimal(value, power), unit: rest.slice(found[0].length).trim() };
  }
  if (/^\d/.test(rest)) return NONE;
  return { kind: 'number', value, unit: rest };
}

/** Digits with separators → a decimal; "ambiguous" when two readings are usual; null when no reading is. */
function readDigits(printed: string): Decimal | 'ambiguous' | null {
  if (/^\d+$/.test(printed)) return parseDecimal(printed, '');
  if (/^\d{1,3}([ .\u00A0]\d{3})+$/.test(printed)) return parseDecimal(printed.replace(/\D/g, ''), '');
  const grouped = /^(\d{1,3}(?:\.\d{3})+),(\d+)$/.exec(printed);
  if (grouped?.[1] && grouped[2]) return parseDecimal(grouped[1].replace(/\./g, ''), grouped[2]);
  if (/^[1-9]\d{0,2}(,\d{3})+$/.test(printed)) return 'ambiguous';
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(printed)) return 'ambiguous';
  const simple = /^(\d+)[.,](\d+)$/.exec(printed);
  if (simple?.[1] && simple[2]) return parseDecimal(simple[1], simple[2]);
  return null;
}

/** A number written the Vietnamese way: 1234.5 → "1.234,5"; the minus is "−". */
export function writeDecimal(value: Decimal): string {
  const negative = value.digits < 0;
  const digits = String(Math.abs(value.digits)).padStart(value.decimals + 1, '0');
  const whole = digits.slice(0, digits.length - value.decimals);
  const fraction = digits.slice(digits.length - value.decimals).replace(/0+$/, '');
  return `${negative ? '−' : ''}${group(whole)}${fraction === '' ? '' : `,${fraction}`}`;
}

/** The same for a number of JavaScript's; one that is not exact to it is written as it stands. */
export function writeNumber(value: number): string {
  const exact = fromNumber(value);
  return exact ? writeDecimal(exact) : String(value);
}

function group(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, '.');
}

/** A signed difference: "+4", "−4", "0". */
export function writeSigned(value: Decimal): string {
  return value.digits > 0 ? `+${writeDecimal(value)}` : writeDecimal(value);
}

/** Upper-cases the first letter and leaves the rest. */
export function capitalise(text: string): string {
  const first = text.charAt(0);
  if (/[a-z0-9]/.test(first)) return first.toUpperCase() + text.slice(1);
  return text.replace(
    /^([^\p{L}\p{N}]*)(\p{L})/u,
    (_all, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

/** At most sixty letters, for quoting inside a sentence. */
export function shorten(text: string): string {
  const letters = Array.from(text);
  return letters.length <= 60 ? text : `${letters.slice(0, 59).join('').trimEnd()}…`;
}

/** "a, b và c" */
export function joinAnd(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} và ${parts[parts.length - 1]}`;
}
