// Reads what the official typed on "Thông tin báo cáo". All blank is as if the sheet were not there.
import { type CalendarDate, readDate } from './date.ts';
import { type Decimal, fromNumber, isWhole, ZERO } from './decimal.ts';
import {
  type Cell,
  type CellRef,
  cellAt,
  type Grid,
  INFO_SHEET_ID,
  isBlank,
  ownSheetId,
  textAt,
  type Workbook,
} from './grid.ts';
import { CARRIED_OVER_INCLUDED, DECISION, INPUTS, type InfoKey, type InputKey, NO, type Told, YES } from './inputs.ts';
import { followingPeriod, type Period } from './period.ts';
import { lazily } from './remember.ts';
import { fold, readNumber, tidy } from './vietnamese.ts';

export interface TypedInput {
  readonly key: InfoKey;
  readonly at: CellRef;
  readonly cell: Cell;
  readonly text: string;
  /** For counts: the number, null when it cannot be read. */
  readonly value: Decimal | null;
}

export interface Inputs {
  /** What is filled in. */
  readonly typed: ReadonlyMap<InfoKey, TypedInput>;
  /** Where each input is typed, filled or not; empty without the sheet. */
  readonly cells: ReadonlyMap<InfoKey, CellRef>;
}

/** Reads the sheet; a row is matched by its hidden key, or by its label where the key was lost. */
export function readInputs(workbook: Workbook): Inputs {
  const typed = new Map<InfoKey, TypedInput>();
  const cells = new Map<InfoKey, CellRef>();
  const grid = workbook.sheets.find((sheet) => ownSheetId(sheet) === INFO_SHEET_ID);
  grid?.cells.forEach((_cells, row) => {
    const key = keyOf(grid, row);
    if (key === null) return;
    const at = { sheet: grid.name, row, column: 1 };
    const cell = cellAt(grid, row, 1);
    cells.set(key, at);
    if (isBlank(cell)) return;
    const text = tidy(typeof cell === 'string' ? cell : textAt(grid, row, 1));
    typed.set(key, { key, at, cell, text, value: countOf(cell) });
  });
  return { typed, cells };
}

/** The column that holds the keys, hidden from view. */
const KEY_COLUMN = 3;

const BY_KEY = new Map<Cell, InfoKey>(INPUTS.map((input) => [input.key, input.key]));
const byLabel = lazily(
  () => new Map<string, InfoKey>([...INPUTS].reverse().map(({ key, label }) => [fold(label), key])),
);

function keyOf(grid: Grid, row: number): InfoKey | null {
  const stored = BY_KEY.get(cellAt(grid, row, KEY_COLUMN));
  if (stored) return stored;
  const label = cellAt(grid, row, 0);
  return (typeof label === 'string' ? byLabel().get(fold(label)) : undefined) ?? null;
}

function countOf(cell: Cell): Decimal | null {
  const value = typeof cell === 'number' ? fromNumber(cell) : typeof cell === 'string' ? countInText(cell) : null;
  return value && isWhole(value) && value.digits >= 0 ? value : null;
}

function countInText(text: string): Decimal | null {
  const reading = readNumber(text);
  return reading.kind === 'number' && !/\d/.test(reading.unit) ? reading.value : null;
}

/** The inputs typed as something that is no count: said to the official, never guessed. */
export function unreadableInputs(inputs: Inputs): readonly TypedInput[] {
  return [...inputs.typed.values()].filter((input) => isCount(input.key) && input.value === null);
}

const COUNTS: ReadonlySet<InfoKey> = new Set(INPUTS.filter((input) => input.kind === 'count').map(({ key }) => key));

function isCount(key: InfoKey): boolean {
  return COUNTS.has(key);
}

const SAYS_YES = ['x', 'đúng', 'đã', YES].map(fold);
const INCLUDED = [CARRIED_OVER_INCLUDED, 'có', 'đã cộng', 'đã gồm'].map(fold);

function includesCarriedOver(inputs: Inputs): boolean {
  return INCLUDED.includes(fold(typedText(inputs, 'gomK')));
}

/** A number for the rules. K counts as 0 when row 3.3.1 already holds it. */
export function inputValue(inputs: Inputs, key: InputKey): Decimal | null {
  if (key === 'K' && includesCarriedOver(inputs)) return ZERO;
  return inputs.typed.get(key)?.value ?? null;
}

/** What stands in the input's cell, tidied; "" when it is blank. */
export function typedText(inputs: Inputs, key: InfoKey): string {
  return inputs.typed.get(key)?.text ?? '';
}

/** A document's number without its symbol, "01" of "1" or "01/KH-UBND": NĐ 30/2020 puts a 0 before numbers below ten. */
export function typedDocumentNumber(inputs: Inputs, key: InfoKey): string {
  return typedText(inputs, key)
    .replace(/\s*\/.*$/, '')
    .replace(/^[1-9]$/, '0$&');
}

/** Null when it is blank or no date. */
export function typedDate(inputs: Inputs, key: InfoKey): CalendarDate | null {
  return readDate(inputs.typed.get(key)?.cell ?? null);
}

function isYes(inputs: Inputs, key: InfoKey): boolean {
  return SAYS_YES.includes(fold(typedText(inputs, key)));
}

/** Zero-padding is on unless the official said no. */
export function padsNumbers(inputs: Inputs): boolean {
  return fold(typedText(inputs, 'themso0')) !== fold(NO);
}

/** What the official said on the sheet, or what follows from it. */
export function isTold(inputs: Inputs, period: Period | null, what: Told): boolean {
  switch (what) {
    case 'carriedOverIncluded':
      return includesCarriedOver(inputs) && (inputs.typed.get('K')?.value?.digits ?? 0) > 0;
    case 'noTasksAssigned':
      return isYes(inputs, 'xn.khonggiao');
    case 'listsRepublished':
      return isYes(inputs, 'xn.congbolai');
    case 'noBoundaryFree':
      return isYes(inputs, 'xn.diagioi');
    case 'noFieldDossiers':
      return isYes(inputs, 'xn.datdai');
    case 'exceptSecret':
      return isYes(inputs, 'vanbanmat');
    case 'suggestions':
      return isYes(inputs, 'goiy');
    case 'requestLetter':
      return typedText(inputs, 'cv.so') !== '';
    case 'planByPlan':
      return typedText(inputs, 'kh.so') !== '' && !isDecision(inputs);
    case 'planByDecision':
      return typedText(inputs, 'kh.so') !== '' && isDecision(inputs);
    case 'planDatedInPeriod':
      return isWithin(typedDate(inputs, 'kh.ngay'), period);
    case 'cutOffDate':
      return typedText(inputs, 'chotso') !== '';
    case 'budget':
      return typedText(inputs, 'nhap.thungansach') !== '';
    case 'nextPeriodKnown':
      return period !== null && followingPeriod(period) !== null;
    default:
      return what satisfies never;
  }
}

function isDecision(inputs: Inputs): boolean {
  return fold(typedText(inputs, 'kh.dang')) === fold(DECISION);
}

function isWithin(date: CalendarDate | null, period: Period | null): boolean {
  if (!date || !period) return false;
  const last = Number(period.end.slice(5));
  return date.year === period.year && date.month > last - period.months && date.month <= last;
}
