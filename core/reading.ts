// What one cell of the figures' column is worth: the value the rules use, and how it had to be read.
import { type Decimal, fromNumber, isWhole, parseDecimal, sum, whole } from './decimal.ts';
import { type Cell, isBlank, isCellError } from './grid.ts';
import { type Choice, choiceNamed, choiceOf, isYesOrNo, type TemplateRow } from './template.ts';
import { readNumber, tidy } from './vietnamese.ts';

/**
 * How a figure stands in its cell. `number`: as it should. `text`, `unit`, `choice`: readable all the same (a number
 * kept as text, a unit typed beside it, a word for a code). `blank`, `ambiguous`, `unreadable`, `error`: no value.
 */
export type FigureForm = 'number' | 'text' | 'unit' | 'choice' | 'blank' | 'ambiguous' | 'unreadable' | 'error';

export interface Reading {
  readonly value: Decimal | null;
  readonly form: FigureForm;
}

const BLANK: Reading = { value: null, form: 'blank' };
const ERROR: Reading = { value: null, form: 'error' };
const AMBIGUOUS: Reading = { value: null, form: 'ambiguous' };
const UNREADABLE: Reading = { value: null, form: 'unreadable' };

/** `text` is the cell as displayed, or as typed where it holds text; `untyped` as in Grid. */
export function readFigureCell(
  cell: Cell,
  text: string,
  row: TemplateRow,
  choices: readonly Choice[],
  untyped: boolean,
): Reading {
  if (isBlank(cell)) return BLANK;
  if (isCellError(cell)) return ERROR;
  if (typeof cell === 'boolean') return readBoolean(cell, row, choices);
  if (typeof cell === 'number') return readNumberCell(cell, text, row);
  if (row.kind === 'choice') return readChoice(text, choices);
  return row.kind === 'percent' ? readPercent(text, row, untyped) : readCount(text);
}

/** TRUE answers yes or no; in a list of three codes it says nothing. */
function readBoolean(cell: boolean, row: TemplateRow, choices: readonly Choice[]): Reading {
  const answers = row.kind === 'choice' && isYesOrNo(choices);
  return answers ? { value: whole(cell ? 1 : 0), form: 'choice' } : UNREADABLE;
}

/**
 * A share displayed with a percent sign is the percentage displayed, exactly: 1 shown as "100%" is 100. A share
 * displayed as it is keeps its printed decimals, which say how it was rounded.
 */
function readNumberCell(cell: number, text: string, row: TemplateRow): Reading {
  const value = fromNumber(cell);
  if (!value) return UNREADABLE;
  if (row.kind !== 'percent') return { value, form: 'number' };
  const shown = readShare(text.replace(/%\s*$/, ''));
  const isPercentage = /%\s*$/.test(text);
  if (
    shown &&
    (isPercentage ||
      sum([
        [1, shown],
        [-1, value],
      ]).digits === 0)
  )
    return { value: shown, form: 'number' };
  return { value, form: 'number' };
}

function readCount(text: string): Reading {
  const reading = readNumber(text);
  if (reading.kind === 'ambiguous') return AMBIGUOUS;
  if (reading.kind === 'none' || !isUnit(reading.unit)) return UNREADABLE;
  return { value: reading.value, form: reading.unit === '' ? 'text' : 'unit' };
}

/** What may stand beside a number: a unit in words, never another number. */
function isUnit(unit: string): boolean {
  return unit === '' || (!/\d/.test(unit) && /^[%\p{L}(./]/u.test(unit) && unit.length <= 40);
}

function readPercent(text: string, row: TemplateRow, untyped: boolean): Reading {
  const clean = tidy(text).replace(/−/g, '-');
  const plain = readShare(clean);
  if (plain) return { value: plain, form: untyped && /^\d+[,.]\d{1,2}$/.test(clean) ? 'number' : 'text' };
  const withUnit = /^(-?[\d.,]*\d)\s*(%?.*)$/.exec(clean);
  const value = withUnit?.[1] ? readShare(withUnit[1]) : null;
  if (value && isUnit(withUnit?.[2] ?? '')) return { value, form: 'unit' };
  return row.asksBoth ? readShareAmong(clean) : UNREADABLE;
}

/** "6 (100%)", "6/6; 100%": the one number marked as a percentage. */
function readShareAmong(clean: string): Reading {
  const shares = [...clean.matchAll(/(?:^|[^\d.,-])(-?\d+(?:[.,]\d+)?)\s*%/g)];
  const value = shares.length === 1 ? readShare(shares[0]?.[1] ?? '') : null;
  return value ? { value, form: 'unit' } : UNREADABLE;
}

/**
 * In a share a dot and a comma are both the decimal sign: "33.333" cannot be thirty-three thousand per cent. The
 * printed decimals are kept, zeros too: 50,00 is known to half a hundredth, 50 only to half a unit.
 */
function readShare(text: string): Decimal | null {
  const match = /^(-?)(\d+)(?:[.,](\d+))?$/.exec(tidy(text).replace(/−/g, '-'));
  const [, sign, wholePart, fraction = ''] = match ?? [];
  if (wholePart === undefined || parseDecimal(wholePart, fraction) === null) return null;
  const digits = Number(wholePart + fraction);
  return { digits: sign === '-' && digits !== 0 ? -digits : digits, decimals: fraction.length };
}

/** A word of the list ("2 cấp" is code 1, not 2), the code itself, or both where they agree. */
function readChoice(text: string, choices: readonly Choice[]): Reading {
  const named = choiceNamed(text, choices);
  if (named) return { value: whole(named.code), form: 'choice' };
  const reading = readNumber(text);
  if (reading.kind !== 'number') {
    const code = choiceOf(text, choices);
    return code === null ? UNREADABLE : { value: whole(code), form: 'choice' };
  }
  if (reading.unit === '') return { value: reading.value, form: 'text' };
  const said = reading.unit.replace(/^[-–:=(]\s*/, '').replace(/\)$/, '');
  const meant = choiceOf(said, choices);
  const agrees = isWhole(reading.value) && meant === reading.value.digits;
  return agrees ? { value: reading.value, form: 'choice' } : UNREADABLE;
}
