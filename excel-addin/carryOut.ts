// Carries a planned batch out in Excel: one round trip for all of it, taken back when Excel stops half-way.
import type { CellWrite, Target, Write } from '../core/index.ts';
import type { ExcelBook } from './bookState.ts';
import { entered } from './cellText.ts';
import { addMarks, deleteMarks } from './marks.ts';
import { emptySheet, writePrintSetup, writeTable } from './tableSheet.ts';

type TableWrite = Extract<Write<string>, { kind: 'table' }>;

/**
 * Writes everything with one sync. New sheets are added before anything is written: where someone else has just given
 * one that name, Excel stops there. What is hard to take back goes last: old marks, then sheets on their way out.
 */
export async function carryOut(
  context: Excel.RequestContext,
  writes: readonly Write<string>[],
  state: ExcelBook,
): Promise<void> {
  // What the add-in writes itself is no edit that it must hear of.
  context.runtime.enableEvents = false;
  context.application.suspendScreenUpdatingUntilNextSync();
  const added = new Map(
    writes.filter(isNewTable).map(({ target }) => [target.name, context.workbook.worksheets.add(target.name)]),
  );
  for (const write of writes) begin(context, write, added);
  for (const write of writes) if (write.kind === 'marks') dropOldMarks(context, write.target, state);
  context.runtime.enableEvents = true;
  for (const write of writes) if (write.kind === 'remove') sheetOf(context, write.target).delete();
  await context.sync();
  await setUpPrinting(context, writes);
}

/** The sheet of a write that is there already. */
export function sheetOf(context: Excel.RequestContext, target: Target<string>): Excel.Worksheet {
  return context.workbook.worksheets.getItem(target.id ?? target.name);
}

/** Whether the write adds a sheet. */
export function isNewTable(write: Write<string>): write is TableWrite {
  return write.kind === 'table' && write.target.id === null && write.before === null;
}

type Added = ReadonlyMap<string, Excel.Worksheet>;

function begin(context: Excel.RequestContext, write: Write<string>, added: Added): void {
  switch (write.kind) {
    case 'marks':
      addMarks(sheetOf(context, write.target), write.cells);
      break;
    case 'table':
      writeTable(tableSheetOf(context, write, added), write.change);
      break;
    case 'cell':
      writeCell(sheetOf(context, write.target), write);
      break;
    case 'remove':
      break;
    default:
      write satisfies never;
  }
}

/** A sheet of ours is made once; after that it is emptied and written where it stands. */
function tableSheetOf(context: Excel.RequestContext, write: TableWrite, added: Added): Excel.Worksheet {
  const fresh = isNewTable(write) ? added.get(write.target.name) : undefined;
  if (fresh) return fresh;
  const sheet = sheetOf(context, write.target);
  emptySheet(sheet);
  return sheet;
}

function writeCell(sheet: Excel.Worksheet, { change, before, format }: CellWrite<string>): void {
  const cell = sheet.getCell(change.at.row, change.at.column);
  if (format !== null) cell.numberFormat = [[format]];
  cell.values = [[entered(change.to, format ?? before.format)]];
}

function dropOldMarks(context: Excel.RequestContext, target: Target<string>, state: ExcelBook): void {
  const old = state.sheets.find((sheet) => sheet.id === target.id)?.marks ?? [];
  if (old.length > 0) deleteMarks(sheetOf(context, target), old);
}

/** A table is worth having without its print setup, which some machines refuse. */
async function setUpPrinting(context: Excel.RequestContext, writes: readonly Write<string>[]): Promise<void> {
  const printed = writes.filter(
    (write): write is TableWrite => write.kind === 'table' && write.change.print !== undefined,
  );
  if (printed.length === 0) return;
  for (const { target, change } of printed) writePrintSetup(sheetOf(context, target), change);
  try {
    await context.sync();
  } catch {
    // No printer: Excel prints the sheet with its own settings.
  }
}
