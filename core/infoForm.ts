// The sheet "Thông tin báo cáo": label, value, help, and hidden the key by which a row is found again.

import type { DropDown, TableChange, TableRow } from './change.ts';
import { readDate, shortDate } from './date.ts';
import type { Cell, Workbook } from './grid.ts';
import { INFO_SHEET_ID } from './grid.ts';
import type { Inputs } from './input.ts';
import { INPUT_HELP } from './inputHelp.ts';
import { INPUT_GROUPS, INPUTS, type InfoKey, type Input } from './inputs.ts';
import { readOwnSheet } from './ownSheet.ts';

const INFO_SHEET = 'Thông tin báo cáo';
const FIRST_ROW = 3;

const COLUMNS = 4;

type Values = Partial<Readonly<Record<InfoKey, Cell>>>;

/** Plans a new sheet, with the values given. */
export function planInfoForm(values: Values): TableChange {
  return { ...formOf(values), expects: null };
}

/** Plans the sheet anew where it lacks rows of the present form, and where it is not there: what was typed stays. */
export function planInfoSheet(inputs: Inputs, workbook: Workbook): TableChange | null {
  if (INPUTS.every((input) => inputs.cells.has(input.key))) return null;
  const own = readOwnSheet(workbook, INFO_SHEET_ID);
  const values = Object.fromEntries([...inputs.typed.values()].map((typed) => [typed.key, typed.cell]));
  const form = formOf(values);
  const rows = own.withNotes(form.rows, COLUMNS, COLUMNS - 1);
  return { ...form, expects: own.hash, rows };
}

function formOf(values: Values): Omit<TableChange, 'expects'> {
  const rows: TableRow[] = [
    { cells: ['THÔNG TIN BÁO CÁO'], look: 'title' },
    {
      cells: ['Thông tin chung và các số liệu mà Phụ lục 01b không có dòng để ghi. Ô nào chưa có thì để trống.'],
      look: 'note',
    },
    { cells: ['Nội dung', 'Ghi tại đây', 'Hướng dẫn'], look: 'heading' },
    ...INPUT_GROUPS.flatMap((group): TableRow[] => [
      { cells: [group.title], look: 'section' },
      ...group.inputs.map((input): TableRow => inputRow(input, values[input.key] ?? null)),
    ]),
  ];
  const placed = INPUT_GROUPS.flatMap((group) => [null, ...group.inputs]);
  return {
    kind: 'table',
    sheet: INFO_SHEET,
    id: INFO_SHEET_ID,
    rows,
    // All three in sight on a screen of 1366 points with the pane beside them.
    columns: [{ width: 46 }, { width: 30 }, { width: 46 }, { width: 12, hidden: true }],
    lists: placed.flatMap((input, index) => (input ? dropDown(input, FIRST_ROW + index) : [])),
    frozenRows: FIRST_ROW,
    print: { landscape: true },
  };
}

/** A date that a spreadsheet keeps as a number is shown as a date again: our sheets have no date format. */
function inputRow(input: Input, value: Cell): TableRow {
  const date = input.kind === 'date' && typeof value === 'number' ? readDate(value) : null;
  return {
    cells: [input.label, date ? shortDate(date) : value, INPUT_HELP[input.key] || null, input.key],
    look: 'row',
  };
}

function dropDown(input: Input, row: number): DropDown[] {
  const at = { row, column: 1 };
  return input.choices ? [{ range: { from: at, to: at }, values: input.choices }] : [];
}
