// Reads prose into words, marks and numbers; what only looks like a figure is set aside and counted.
import { decimal, parseDecimal } from './decimal.ts';
import { isDigit, isLetter } from './letters.ts';
import { foldWord } from './lexicon.ts';
import { named } from './oneName.ts';
import { discardAt } from './setAside.ts';
import type { PrintedNumber, Token } from './token.ts';
import { readNumber } from './vietnamese.ts';

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
