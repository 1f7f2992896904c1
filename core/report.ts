// The annex's figures by key: what each cell holds, what it is worth, and how it had to be read.
import { type Decimal, fromNumber, parseDecimal, whole } from './decimal.ts';
import { type Address, type Cell, cellAt, type Grid, isBlank, isCellError, textAt } from './grid.ts';
import { type Layout, type LayoutRow, valueAddress } from './locate.ts';
import { type Choice, choiceOf, parseChoices, type Template, type TemplateRow } from './template.ts';
import type { Key } from './templates/index.ts';
import { readNumber, tidy } from './vietnamese.ts';

/**
 * How a figure stands in its cell. `number`: as it should. `text`, `unit`, `choice`: readable all the same (a number
 * kept as text, a unit typed beside it, a word for a code). `blank`, `ambiguous`, `unreadable`, `error`: no value.
 */
export type FigureForm = 'number' | 'text' | 'unit' | 'choice' | 'blank' | 'ambiguous' | 'unreadable' | 'error';

export interface Figure {
  readonly key: Key;
  readonly address: Address;
  readonly cell: Cell;
  /** As displayed. */
  readonly text: string;
  readonly value: Decimal | null;
  readonly form: FigureForm;
  readonly showsPercent: boolean;
  /** The codes allowed, in a coded row. */
  readonly choices: readonly Choice[];
}

export type Report = ReadonlyMap<Key, Figure>;

/** Reads every row of the layout. Without a column of figures the report is empty. */
export function readReport(grid: Grid, layout: Layout, template: Template<Key>): Report {
  const report = new Map<Key, Figure>();
  for (const row of template.rows) {
    const found = layout.rows.get(row.key);
    const address = valueAddress(layout, row.key);
    if (found && address) report.set(row.key, readFigure(grid, layout, row, found, address));
  }
  return report;
}

interface Reading {
  readonly value: Decimal | null;
  readonly form: FigureForm;
}

const BLANK: Reading = { value: null, form: 'blank' };
const ERROR: Reading = { value: null, form: 'error' };
const AMBIGUOUS: Reading = { value: null, form: 'ambiguous' };
const UNREADABLE: Reading = { value: null, form: 'unreadable' };

function readFigure(grid: Grid, layout: Layout, row: TemplateRow<Key>, found: LayoutRow, address: Address): Figure {
  const cell = cellAt(grid, address.row, address.column);
  const text = textAt(grid, address.row, address.column);
  const choices = row.kind === 'choice' ? choicesOf(row, found.unit) : [];
  const typed = typeof cell === 'string' ? layout.legible.text(address.row, address.column) : text;
  const reading = readCell(cell, typed, row, choices, grid.untyped === true);
  return { key: row.key, address, cell, text, ...reading, showsPercent: /%\s*$/.test(text), choices };
}

/** The code list printed on this very sheet, else the template's. */
function choicesOf(row: TemplateRow, unit: string): readonly Choice[] {
  const printed = parseChoices(unit);
  return printed.length > 0 ? printed : parseChoices(row.unit ?? '');
}

function readCell(cell: Cell, text: string, row: TemplateRow, choices: readonly Choice[], untyped: boolean): Reading {
  if (isBlank(cell)) return BLANK;
  if (isCellError(cell)) return ERROR;
  if (typeof cell === 'boolean')
    return row.kind === 'choice' ? { value: whole(cell ? 1 : 0), form: 'choice' } : UNREADABLE;
  if (typeof cell === 'number') return readNumberCell(cell, text, row);
  return readTextCell(text, row, choices, untyped);
}

/** A share displayed with a percent sign is the percentage displayed, exactly: 1 shown as "100%" is 100. */
function readNumberCell(cell: number, text: string, row: TemplateRow): Reading {
  if (row.kind === 'percent' && /%\s*$/.test(text)) {
    const shown = readShare(text.replace(/%\s*$/, ''));
    if (shown) return { value: shown, form: 'number' };
  }
  const value = fromNumber(cell);
  return value ? { value, form: 'number' } : UNREADABLE;
}

function readTextCell(text: string, row: TemplateRow, choices: readonly Choice[], untyped: boolean): Reading {
  if (row.kind === 'choice') return readChoice(text, choices);
  if (row.asksBoth) {
    const share = /(\d+(?:[.,]\d+)?)\s*%\s*\)?\s*$/.exec(tidy(text));
    const value = share?.[1] ? readShare(share[1]) : null;
    if (value) return { value, form: 'unit' };
  }
  if (row.kind === 'percent') return readPercent(text, untyped);
  const reading = readNumber(text);
  if (reading.kind === 'ambiguous') return AMBIGUOUS;
  if (reading.kind === 'none' || !isUnit(reading.unit)) return UNREADABLE;
  return { value: reading.value, form: reading.unit === '' ? 'text' : 'unit' };
}

function readPercent(text: string, untyped: boolean): Reading {
  const clean = tidy(text);
  const match = /^([\d.,]+)\s*(%?)$/.exec(clean);
  const value = match?.[1] ? readShare(match[1]) : null;
  if (!value) return UNREADABLE;
  if (match?.[2] === '%') return { value, form: 'unit' };
  return { value, form: untyped && /^\d+[,.]\d{1,2}$/.test(clean) ? 'number' : 'text' };
}

/** In a share a dot and a comma are both the decimal sign: "33.333" cannot be thirty-three thousand per cent. */
function readShare(text: string): Decimal | null {
  const match = /^(-?)(\d+)(?:[.,](\d+))?$/.exec(tidy(text).replace('−', '-'));
  const value = match?.[2] ? parseDecimal(match[2], match[3] ?? '') : null;
  return value && match?.[1] === '-' ? { digits: -value.digits, decimals: value.decimals } : value;
}

/** What may stand beside a number: a unit in words, never another number. */
function isUnit(unit: string): boolean {
  return unit === '' || (!/\d/.test(unit) && /^[%\p{L}(./]/u.test(unit) && unit.length <= 40);
}

function readChoice(text: string, choices: readonly Choice[]): Reading {
  const reading = readNumber(text);
  if (reading.kind === 'number') {
    if (reading.unit === '') return { value: reading.value, form: 'text' };
    return isUnit(reading.unit.replace(/^[-–:=]\s*/, '')) ? { value: reading.value, form: 'choice' } : UNREADABLE;
  }
  const code = choiceOf(text, choices);
  return code === null ? UNREADABLE : { value: whole(code), form: 'choice' };
}
