// The first round trip of every read: which sheets there are, and how far each is used.
import { isBusy } from './excelError.ts';

/** How many sheets are asked for their size before it is known how many there are. */
const FORESEEN = 24;

/** A sheet, and the block that holds its values. */
export interface SheetHead {
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  readonly isProtected: boolean;
  readonly sheet: Excel.Worksheet;
  /** Null when the sheet holds nothing. */
  readonly used: Block | null;
  /** What stands in the first row, where the marker of a sheet of ours is. */
  readonly firstRow: readonly unknown[];
}

/** Counted from 0. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface SheetList {
  readonly heads: readonly SheetHead[];
  readonly active: string;
  /** Sheets may not be added or taken out. */
  readonly isProtected: boolean;
}

/** Whether this Excel lets sheets be walked past the last one; found out once. */
export interface Walk {
  isPossible: boolean;
}

/** One sheet, asked for; the answers are there after the next sync. */
interface Asked {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly firstRow: Excel.Range;
}

/**
 * Lists the sheets in one round trip for workbooks of up to 24 sheets. A sheet's size can only be asked of the sheet itself,
 * so they are walked from the first to the next before Excel has said how many there are. Where it will not walk past
 * the last one, or has more, the rest is asked for in a second trip.
 */
export async function listSheets(context: Excel.RequestContext, walk: Walk): Promise<SheetList> {
  if (!walk.isPossible) return listFrom(context, []);
  try {
    return await listFrom(context, walkSheets(context));
  } catch (error) {
    if (isBusy(error)) throw error;
    walk.isPossible = false;
    return listFrom(context, []);
  }
}

async function listFrom(context: Excel.RequestContext, walked: readonly Asked[]): Promise<SheetList> {
  const sheets = context.workbook.worksheets;
  sheets.load('items/id,items/name,items/visibility');
  const active = sheets.getActiveWorksheet();
  active.load('name');
  const structure = context.workbook.protection;
  structure.load('protected');
  await context.sync();
  const asked = sheets.items.map((sheet, i) => {
    const known = walked[i];
    return known && !known.sheet.isNullObject && known.sheet.id === sheet.id ? known : null;
  });
  const rest = sheets.items.map((sheet, i) => asked[i] ?? ask(sheet));
  if (asked.includes(null)) await context.sync();
  const heads = sheets.items.map((sheet, i) => headOf(sheet, rest[i]));
  return { heads: heads.filter((head) => head !== null), active: active.name, isProtected: structure.protected };
}

function walkSheets(context: Excel.RequestContext): readonly Asked[] {
  const walked: Asked[] = [];
  let sheet = context.workbook.worksheets.getFirst(false);
  for (let n = 0; n < FORESEEN; n++) {
    walked.push(ask(sheet));
    sheet = sheet.getNextOrNullObject(false);
  }
  return walked;
}

function ask(sheet: Excel.Worksheet): Asked {
  sheet.load('id');
  sheet.protection.load('protected');
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  const firstRow = sheet.getRange('1:1').getUsedRangeOrNullObject(true);
  firstRow.load('values');
  return { sheet, used, firstRow };
}

function headOf(sheet: Excel.Worksheet, asked: Asked | undefined): SheetHead | null {
  if (!asked) return null;
  const { used, firstRow } = asked;
  const block = { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount };
  return {
    id: sheet.id,
    name: sheet.name,
    visible: sheet.visibility === 'Visible',
    isProtected: asked.sheet.protection.protected,
    sheet: asked.sheet,
    used: used.isNullObject ? null : block,
    firstRow: firstRow.isNullObject ? [] : (firstRow.values[0] ?? []),
  };
}
