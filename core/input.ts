// Reads what the official typed on "Thông tin báo cáo". All blank is as if the sheet were not there.
import { type Decimal, fromNumber, isWhole, ZERO } from './decimal.ts';
import { type Cell, type CellRef, cellAt, type Grid, isBlank, ownSheetId, textAt, type Workbook } from './grid.ts';
import { CARRIED_OVER_INCLUDED, INPUTS, type InfoKey, type InputKey } from './inputs.ts';
import { fold, readNumber, tidy } from './vietnamese.ts';

export const INFO_SHEET_ID = 'report-info';

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

function keyOf(grid: Grid, row: number): InfoKey | null {
  const stored = cellAt(grid, row, KEY_COLUMN);
  const label = cellAt(grid, row, 0);
  const found =
    INPUTS.find((input) => input.key === stored) ??
    INPUTS.find((input) => typeof label === 'string' && fold(input.label) === fold(label));
  return found?.key ?? null;
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

function isCount(key: InfoKey): boolean {
  return INPUTS.some((input) => input.key === key && input.kind === 'count');
}

const INCLUDED = [CARRIED_OVER_INCLUDED, 'có', 'đã cộng', 'đã gồm'].map(fold);

/** A number for the rules. K counts as 0 when row 3.3.1 already holds it. */
export function inputValue(inputs: Inputs, key: InputKey): Decimal | null {
  if (key === 'K' && INCLUDED.includes(fold(inputs.typed.get('gomK')?.text ?? ''))) return ZERO;
  return inputs.typed.get(key)?.value ?? null;
}
