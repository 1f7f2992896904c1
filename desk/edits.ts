// What a user may change in the grid: values of cells. All else is stopped at the door, because a file could not keep it.
import {
  CanceledError,
  CellValueType,
  CommandType,
  type ICellData,
  type ICommandInfo,
  type IDisposable,
  type IExecutionOptions,
  type IObjectMatrixPrimitiveType,
  type Nullable,
} from '@univerjs/core';
import { type ISetRangeValuesMutationParams, SetRangeValuesMutation } from '@univerjs/preset-sheets-core';
import { type Address, a1 } from '../core/index.ts';
import { richText } from './cellData.ts';
import type { Engine } from './univer.ts';
import { WORDS } from './words.ts';

/** What the guard asks and tells. */
export interface EditGuard {
  /** Whether what happens now is the desk's own doing. */
  readonly isOurs: () => boolean;
  readonly unitId: string;
  readonly hasFormula: (sheetId: string, at: Address) => boolean;
  readonly edited: (sheetId: string, at: Address) => void;
  /** All cells of an edit were told. */
  readonly finished: () => void;
  readonly tell: (sentence: string) => void;
}

/** Changes of what is seen or calculated, not of what a file holds. */
const HARMLESS =
  /auto-height|mark-dirty|worksheet-row-count|worksheet-column-count|sheet\.mutation\.empty|^(?!sheet\.mutation|data-validation\.mutation)/;
/** A user who only types or deletes has not asked for another look: nothing is said when none is taken. */
const QUIET = /set-range-values|clear-selection|auto-fill|auto-clear|paste|cut|undo|redo|^$/;

/** Watches over every change of the workbook until the returned object is disposed of. */
export function guardEdits({ commands }: Engine, guard: EditGuard): IDisposable {
  const before = commands.beforeCommandExecuted((command, options) => {
    if (command.type !== CommandType.MUTATION || guard.isOurs() || isCalculated(options)) return;
    if (isValues(command)) allowValues(command.params, guard);
    else if (!HARMLESS.test(command.id)) refuse(guard, WORDS.noForm);
  });
  const after = commands.onCommandExecuted((command, options) => {
    if (!isValues(command) || guard.isOurs() || isCalculated(options)) return;
    const { subUnitId, unitId, cellValue } = command.params;
    if (unitId !== guard.unitId) return;
    eachCell(cellValue, (at) => guard.edited(subUnitId, at));
    guard.finished();
  });
  return {
    dispose() {
      before.dispose();
      after.dispose();
    },
  };
}

function isCalculated(options: IExecutionOptions | undefined): boolean {
  return options?.fromFormula === true;
}

function isValues(
  command: Readonly<ICommandInfo>,
): command is ICommandInfo<ISetRangeValuesMutationParams> & { readonly params: ISetRangeValuesMutationParams } {
  return command.id === SetRangeValuesMutation.id && command.params !== undefined;
}

function refuse(guard: EditGuard, sentence: string): never {
  guard.tell(sentence);
  throw new CanceledError();
}

type Matrix = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

function eachCell(values: Matrix | undefined, visit: (at: Address, cell: Nullable<ICellData>) => void): void {
  for (const [row, cells] of Object.entries(values ?? {})) {
    for (const [column, cell] of Object.entries(cells ?? {})) {
      visit({ row: Number(row), column: Number(column) }, cell as Nullable<ICellData>);
    }
  }
}

/** Leaves nothing but values in the edit, or stops it. Undo and redo carry what was left, so they need no more. */
function allowValues(params: ISetRangeValuesMutationParams & { trigger?: string }, guard: EditGuard): void {
  if (params.unitId !== guard.unitId || !params.cellValue) return;
  let onlyLooks = true;
  eachCell(params.cellValue, (at, cell) => {
    const isValue = cell === null || cell === undefined || 'v' in cell || 'p' in cell || 'f' in cell;
    if (cell?.f || cell?.si) refuse(guard, WORDS.noFormula);
    if (isValue && guard.hasFormula(params.subUnitId, at)) refuse(guard, WORDS.hasFormula(a1(at)));
    onlyLooks &&= !isValue;
  });
  if (onlyLooks && !QUIET.test(params.trigger ?? '')) refuse(guard, WORDS.noForm);
  const values = params.cellValue;
  eachCell(values, (at, cell) => {
    const line = values[at.row];
    if (line) line[at.column] = valuesOnly(cell);
  });
}

function valuesOnly(cell: Nullable<ICellData>): ICellData {
  if (!cell) return { v: null, p: null, f: null, si: null };
  const { s: _look, p, custom: _custom, ...value } = cell;
  const text = p ? richText(cell) : null;
  return text === null ? { ...value, p: null } : { ...value, v: text, t: CellValueType.STRING, p: null };
}
