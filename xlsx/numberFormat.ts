// Shows a number as a spreadsheet in Vietnamese shows it: decimal comma, thousands dot, dates day first.
import { type DateParts, dateParts, monthName, weekdayName } from './dateSerial.ts';
import { formatGeneral, placeDigits } from './digits.ts';

export type Formatter = (value: number | string) => string;

const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '#,##0;-#,##0;"-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '#,##0.00;-#,##0.00;"-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** The code of a number format that files name by its id alone; "General" for ids that have none. */
export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? 'General';
}

/** Makes the function that shows values after a number format. What is too exotic is shown as General. */
export function makeFormatter(code: string, date1904: boolean): Formatter {
  if (code === 'General' || code === '@' || code === '') return formatGeneral;
  const sections = splitSections(code).map((text) => compileSection(text, date1904));
  if (sections.length > 4 || sections.some((section) => section === null)) return formatGeneral;
  const usable = sections.filter((section) => section !== null);
  return (value) => (typeof value === 'string' ? formatText(usable, value) : formatNumber(usable, value));
}

type Token =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'digits'; readonly text: string }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'percent' | 'text' | 'general' };

interface Section {
  readonly tokens: readonly Token[];
  readonly condition: ((value: number) => boolean) | null;
  format(value: number): string;
}

function splitSections(code: string): string[] {
  const sections: string[] = [];
  let current = '';
  for (const [piece] of code.matchAll(/"[^"]*"?|\[[^\]]*\]?|[\\_*][\s\S]|[\s\S]/gu)) {
    if (piece === ';') {
      sections.push(current);
      current = '';
    } else current += piece;
  }
  return [...sections, current];
}

const TOKEN =
  /"([^"]*)"?|\\([\s\S])|_[\s\S]|\*[\s\S]|\[(\$[^\]]*|[^\]]*)\]|(General)|(AM\/PM|A\/P)|(E[+-])|([ymdhs]+|\.0+(?=$|[^0#?,]))|([0#?.,]+)|(%)|(@)|([\s\S])/giu;

function compileSection(text: string, date1904: boolean): Section | null {
  const tokens: Token[] = [];
  let condition: Section['condition'] = null;
  let english = false;
  const isDate = /[ymdhs]/i.test(text.replace(/"[^"]*"?|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]|General/gi, ''));
  for (const match of text.matchAll(TOKEN)) {
    const [whole, quoted, escaped, bracket, general, half, exponent, date, digits, percent, at, other] = match;
    if (exponent && !isDate) return compileScientific(text, condition);
    if (bracket !== undefined) {
      const parsed = readBracket(bracket);
      if (parsed === null) return null;
      if (typeof parsed === 'function') condition = parsed;
      else if (parsed !== 'skip') tokens.push(parsed);
      if (/^\$-(0?4|10)09/i.test(bracket)) english = true;
    } else if (quoted !== undefined || escaped !== undefined)
      tokens.push({ kind: 'literal', text: quoted ?? escaped ?? '' });
    else if (whole.startsWith('_') && whole.length > 1) tokens.push({ kind: 'literal', text: ' ' });
    else if (whole.startsWith('*') && whole.length > 1) continue;
    else if (general) tokens.push({ kind: 'general' });
    else if (half || (date && isDate && !date.startsWith('.')))
      tokens.push({ kind: 'date', text: (half ?? date ?? '').toLowerCase() });
    else if (digits || date)
      tokens.push({ kind: isDate && !/^[.]0+$/.test(whole) ? 'literal' : 'digits', text: whole });
    else if (percent) tokens.push({ kind: 'percent' });
    else if (at) tokens.push({ kind: 'text' });
    else tokens.push({ kind: 'literal', text: other ?? whole });
  }
  if (isDate) return { tokens, condition, format: (value) => formatDate(tokens, value, date1904, english) };
  return compileNumber(tokens, condition);
}

/** A bracket is a colour (skipped), a currency or locale, a condition, or an elapsed time; null is exotic. */
function readBracket(text: string): Token | Section['condition'] | 'skip' {
  if (text.startsWith('$')) {
    const symbol = text.slice(1).replace(/-[^-]*$/, '');
    return symbol === '' ? 'skip' : { kind: 'literal', text: symbol };
  }
  if (/^(h+|m+|s+)$/i.test(text)) return { kind: 'date', text: `[${text.toLowerCase()[0]}]` };
  const comparison = /^(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$/.exec(text);
  if (!comparison) return /^[a-z]+ ?\d*$/i.test(text) ? 'skip' : null;
  const limit = Number(comparison[2]);
  switch (comparison[1]) {
    case '<':
      return (value) => value < limit;
    case '<=':
      return (value) => value <= limit;
    case '>':
      return (value) => value > limit;
    case '>=':
      return (value) => value >= limit;
    case '=':
      return (value) => value === limit;
    default:
      return (value) => value !== limit;
  }
}

function compileScientific(text: string, condition: Section['condition']): Section | null {
  const match = /^[#0?]*0(?:\.(0+))?E[+-](0+)$/i.exec(text);
  if (!match) return null;
  const decimals = match[1]?.length ?? 0;
  const exponentDigits = match[2]?.length ?? 2;
  const format = (value: number): string => {
    const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential(decimals).split('e');
    const digits = String(Math.abs(Number(exponent))).padStart(exponentDigits, '0');
    return `${mantissa.replace('.', ',')}E${Number(exponent) < 0 ? '-' : '+'}${digits}`;
  };
  return { tokens: [], condition, format };
}

function compileNumber(tokens: readonly Token[], condition: Section['condition']): Section | null {
  const places = tokens.filter((token) => token.kind === 'digits');
  const fraction = tokens.some((token) => token.kind === 'literal' && token.text === '/');
  if (fraction && places.length > 1) return null;
  const pattern = places.map((token) => token.text).join('');
  const percents = tokens.filter((token) => token.kind === 'percent').length;
  const [whole = '', decimals = ''] = pattern.split('.');
  const scale = 100 ** percents / 1000 ** (/,+$/.exec(pattern.replace('.', ''))?.[0] ?? '').length;
  const place = { whole, decimals: decimals.replace(/,/g, ''), grouped: /[0#?],[0#?]/.test(whole) };
  // Several digit groups with text between ("000-000") take digits from the right: only the plain case is done here.
  if (places.length > 1) return null;
  const format = (value: number): string =>
    tokens
      .map((token) => {
        if (token.kind === 'digits') return placeDigits(Math.abs(value) * scale, place);
        if (token.kind === 'percent') return '%';
        return token.kind === 'literal' || token.kind === 'date' ? token.text : formatGeneral(Math.abs(value));
      })
      .join('');
  return { tokens, condition, format };
}

function formatNumber(sections: readonly Section[], value: number): string {
  const conditional = sections.find((section) => section.condition?.(value));
  if (conditional) return (value < 0 ? '-' : '') + conditional.format(value);
  const [positive, negative, zero] = sections.filter((section) => section.condition === null);
  const section = value < 0 && negative ? negative : value === 0 && zero ? zero : positive;
  if (!section) return formatGeneral(value);
  const shown = section.format(value);
  const isSigned = value >= 0 || section !== positive || shown.startsWith('-') || !/[1-9]/.test(shown);
  return isSigned ? shown : `-${shown}`;
}

function formatText(sections: readonly Section[], value: string): string {
  const section = sections[3] ?? sections.find((candidate) => candidate.tokens.some((token) => token.kind === 'text'));
  if (!section) return value;
  return section.tokens
    .map((token) => (token.kind === 'text' ? value : token.kind === 'literal' ? token.text : ''))
    .join('');
}

function formatDate(tokens: readonly Token[], value: number, date1904: boolean, english: boolean): string {
  const decimals = tokens.map((token) => (token.kind === 'digits' ? token.text.length - 1 : 0));
  const parts = dateParts(value, date1904, Math.max(0, ...decimals));
  if (!parts) return formatGeneral(value);
  const halves = tokens.some((token) => token.kind === 'date' && /^a/.test(token.text));
  return tokens
    .map((token, i) => {
      if (token.kind === 'literal') return token.text;
      if (token.kind === 'digits') return `,${parts.fraction}`;
      return token.kind === 'date' ? showDatePart(token.text, parts, isMinutes(tokens, i), halves, english) : '';
    })
    .join('');
}

/** "m" means minutes right after hours or right before seconds. */
function isMinutes(tokens: readonly Token[], at: number): boolean {
  const dates = tokens.map((token) => (token.kind === 'date' ? token.text : ''));
  const before =
    dates
      .slice(0, at)
      .filter((text) => text !== '')
      .at(-1) ?? '';
  const after = dates.slice(at + 1).find((text) => text !== '') ?? '';
  return /^\[?h/.test(before) || /^\[?s/.test(after);
}

function showDatePart(code: string, parts: DateParts, minutes: boolean, halves: boolean, english: boolean): string {
  const pad = (value: number): string => (code.length > 1 ? String(value).padStart(2, '0') : String(value));
  switch (code[0]) {
    case 'y':
      return code.length > 2 ? String(parts.year).padStart(4, '0') : String(parts.year % 100).padStart(2, '0');
    case 'd':
      return code.length > 2 ? weekdayName(parts.weekday, code.length > 3, english) : pad(parts.day);
    case 'm':
      if (minutes && code.length < 3) return pad(parts.minute);
      return code.length > 2 ? monthName(parts.month, code.length, english) : pad(parts.month);
    case 'h':
      return pad(halves ? ((parts.hour + 11) % 12) + 1 : parts.hour);
    case 's':
      return pad(parts.second);
    case 'a':
      return parts.hour < 12 ? (english ? 'AM' : 'SA') : english ? 'PM' : 'CH';
    default:
      return String(code === '[h]' ? parts.elapsedHours : code === '[m]' ? parts.elapsedMinutes : parts.elapsedSeconds);
  }
}
