// What a batch of changes depends on, as it stands in Excel just before anything is written.
import { a1, type Cell, type CellChange, type Change, type Grid, ownSheetId } from '../core/index.ts';
import { findMarks } from './marks.ts';
import { cellOf, formulaOf, readSheets } from './readSheets.ts';
import { listSheets, type SheetHead, type Walk } from './sheetList.ts';

/** A cell that a change names. */
export interface CellState {
  readonly value: Cell;
  readonly formula: string | null;
  /** Its number format, as "General" or "@". */
  readonly format: string;
  /** Protection of the sheet keeps it from being changed. */
  readonly isLocked: boolean;
}

export interface SheetState {
  readonly id: string;
  readonly name: string;
  readonly isProtected: boolean;
  /** The id of a sheet of ours. */
  readonly own: string | null;
  /** The whole sheet, read only where it is ours and the batch touches it. */
  readonly grid: Grid | null;
  /** By address; only cells that the batch names. */
  readonly cells: ReadonlyMap<string, CellState>;
  /** Ids of our marks; read only where the batch marks the sheet. */
  readonly marks: readonly string[];
}

export interface BookState {
  readonly sheets: readonly SheetState[];
  /** Sheets may not be added or taken out. */
  readonly isProtected: boolean;
}

/** Finds a sheet by its name, as Excel does: large and small letters are the same. */
export function sheetNamed<T extends { readonly name: string }>(sheets: readonly T[], name: string): T | undefined {
  return sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}

/** Reads it in two round trips: the sheets, then all that the changes name in them. */
export async function readState(
  context: Excel.RequestContext,
  changes: readonly Change[],
  walk: Walk,
): Promise<BookState> {
  const { heads, isProtected } = await listSheets(context, walk);
  const asked = heads.map((head) => askSheet(head, changes));
  const touched = new Set(changes.map((change) => ('id' in change ? change.id : null)));
  const ours = heads.filter((head) => touched.has(ownIdOf(head)));
  const grids = await readSheets(context, ours);
  const sheets = heads.map((head, i) => ({
    id: head.id,
    name: head.name,
    isProtected: head.isProtected,
    own: ownIdOf(head),
    grid: grids[ours.indexOf(head)] ?? null,
    cells: new Map([...(asked[i]?.cells ?? [])].map(([at, range]) => [at, cellState(range)])),
    marks: asked[i]?.marks() ?? [],
  }));
  return { sheets, isProtected };
}

/** Our id in the first row; undefined stays for no sheet, so that "no id" never matches a sheet of the user. */
function ownIdOf(head: SheetHead): string | null {
  const cells = [head.firstRow.map((value) => cellOf(value, undefined))];
  return ownSheetId({ name: head.name, visible: head.visible, cells, texts: [], formulas: [] });
}

interface AskedSheet {
  readonly cells: ReadonlyMap<string, Excel.Range>;
  readonly marks: () => readonly string[];
}

function askSheet(head: SheetHead, changes: readonly Change[]): AskedSheet {
  const here = changes.filter((change) => 'sheet' in change && change.sheet.toLowerCase() === head.name.toLowerCase());
  const named = here.filter((change): change is CellChange => change.kind === 'cell');
  const cells = new Map(named.map(({ at }) => [a1(at), at] as const));
  const marks = here.some((change) => change.kind === 'marks') ? findMarks(head.sheet) : () => [];
  return {
    cells: new Map([...cells].map(([name, at]) => [name, askCell(head.sheet.getCell(at.row, at.column))])),
    marks: () => marks().map((mark) => mark.id),
  };
}

function askCell(range: Excel.Range): Excel.Range {
  range.load('values,formulas,valueTypes,numberFormat');
  range.format.protection.load('locked');
  return range;
}

function cellState(range: Excel.Range): CellState {
  const value: unknown = range.values[0]?.[0];
  return {
    value: cellOf(value, range.valueTypes[0]?.[0]),
    formula: formulaOf(range.formulas[0]?.[0], value),
    format: String(range.numberFormat[0]?.[0] ?? 'General'),
    isLocked: range.format.protection.locked !== false,
  };
}
