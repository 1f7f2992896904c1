// What a batch of changes depends on, as it stands in Excel just before anything is written.
import {
  a1,
  type BookState,
  type CellChange,
  type CellState,
  type Change,
  GENERAL,
  ownSheetId,
  type SheetState,
} from '../core/index.ts';
import { findMarks } from './marks.ts';
import { cellOf, formulaOf, readSheets } from './readSheets.ts';
import { listSheets, type SheetHead, type Walk } from './sheetList.ts';

/** Excel's ids of sheets are texts. */
export interface ExcelSheet extends SheetState<string> {
  /** Ids of our marks; read only where the batch marks the sheet. */
  readonly marks: readonly string[];
}

export interface ExcelBook extends BookState<string> {
  readonly sheets: readonly ExcelSheet[];
}

/** Reads it in two round trips: the sheets, then all that the changes name in them. */
export async function readState(
  context: Excel.RequestContext,
  changes: readonly Change[],
  walk: Walk,
): Promise<ExcelBook> {
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
    cells: new Map([...(asked[i]?.cells ?? [])].map(([at, range]) => [at, cellState(range, head.isProtected)])),
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

/** Unlocked cells of a protected sheet may be filled in, as its maker meant them to be. */
function cellState(range: Excel.Range, isProtected: boolean): CellState {
  const value: unknown = range.values[0]?.[0];
  return {
    value: cellOf(value, range.valueTypes[0]?.[0]),
    formula: formulaOf(range.formulas[0]?.[0], value),
    format: String(range.numberFormat[0]?.[0] ?? GENERAL),
    isLocked: isProtected && range.format.protection.locked !== false,
    isFormatLocked: isProtected,
  };
}
