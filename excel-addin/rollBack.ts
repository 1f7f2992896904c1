// Takes back what a batch had written before Excel stopped it.
import { type CellWrite, type Grid, type MarksChange, ownSheetId, type Target, type Write } from '../core/index.ts';
import type { ExcelBook } from './bookState.ts';
import { sheetOf } from './carryOut.ts';
import { entered } from './cellText.ts';
import { errorCode } from './excelError.ts';
import { addMarks, deleteMarks, findMarks } from './marks.ts';
import { cellOf } from './readSheets.ts';

/** What this pane has marked, by the sheet's id. */
export type ShownMarks = ReadonlyMap<string | null, MarksChange['cells']>;

/** A batch that was stopped. */
interface Stopped {
  readonly state: ExcelBook;
  readonly shown: ShownMarks;
  readonly cause: unknown;
}

/**
 * Excel has no transactions: what stood in a batch before the request that failed has been done. So the sheets that were
 * added are taken out, the new marks too (the old ones go late; when they had gone, those that this pane made come back),
 * cells get back their value and format, and our rewritten sheets their contents (not their looks, which the next write
 * draws anew).
 * Each step is tried on its own: one that fails does not keep the others from being done, and its sheet comes back as
 * one that may not be as it was.
 */
export async function rollBack(
  state: ExcelBook,
  writes: readonly Write<string>[],
  shown: ShownMarks,
  cause: unknown,
): Promise<readonly string[]> {
  await attempt(async (context) => {
    context.runtime.enableEvents = true;
    await context.sync();
  });
  const left: string[] = [];
  for (const write of [...writes].reverse()) {
    const isDone = await attempt((context) => takeBack(context, { state, shown, cause }, write));
    if (!isDone && !left.includes(write.target.name)) left.unshift(write.target.name);
  }
  return left;
}

/** Whether the step was done, or was not needed: nothing of a sheet that is gone can be half-written. */
async function attempt(step: (context: Excel.RequestContext) => Promise<void>): Promise<boolean> {
  try {
    await Excel.run(step);
    return true;
  } catch (error) {
    return errorCode(error) === 'ItemNotFound';
  }
}

async function takeBack(context: Excel.RequestContext, stopped: Stopped, write: Write<string>): Promise<void> {
  switch (write.kind) {
    case 'marks':
      await takeBackMarks(context, stopped, write);
      break;
    case 'table':
      if (write.before) restoreGrid(sheetOf(context, write.target), write.before);
      else await takeOut(context, stopped, write);
      break;
    case 'cell':
      restoreCell(sheetOf(context, write.target), write);
      break;
    case 'remove':
      await expectStanding(context, write.target);
      break;
    default:
      write satisfies never;
  }
}

/** A sheet cannot be brought back: several go last of all, and one may have gone before another was refused. */
async function expectStanding(context: Excel.RequestContext, { id, name }: Target<string>): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id ?? name);
  await context.sync();
  if (sheet.isNullObject) throw new Error(`gone: ${name}`);
}

async function takeBackMarks(
  context: Excel.RequestContext,
  { state, shown }: Stopped,
  { target }: Extract<Write<string>, { kind: 'marks' }>,
): Promise<void> {
  const sheet = sheetOf(context, target);
  const found = findMarks(sheet);
  await context.sync();
  const old = state.sheets.find((one) => one.id === target.id)?.marks ?? [];
  const there = found().map((mark) => mark.id);
  const former = old.every((id) => there.includes(id)) ? undefined : shown.get(target.id);
  deleteMarks(
    sheet,
    there.filter((id) => former !== undefined || !old.includes(id)),
  );
  if (former) addMarks(sheet, former);
}

/** Takes out a sheet that the batch added; one that someone else has just given the same name is left alone. */
async function takeOut(
  context: Excel.RequestContext,
  { state, cause }: Stopped,
  write: Extract<Write<string>, { kind: 'table' }>,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(write.target.name);
  sheet.load('id');
  const row = sheet.getRange('1:1').getUsedRangeOrNullObject(true);
  row.load('values');
  await context.sync();
  if (sheet.isNullObject || state.sheets.some((one) => one.id === sheet.id)) return;
  const values = row.isNullObject ? [] : (row.values[0] ?? []).map((value: unknown) => cellOf(value, undefined));
  const grid: Grid = { name: write.target.name, visible: true, cells: [values], texts: [], formulas: [] };
  const isOurs = write.change.id !== null && ownSheetId(grid) === write.change.id;
  if (isOurs || errorCode(cause) !== 'ItemAlreadyExists') sheet.delete();
}

function restoreGrid(sheet: Excel.Worksheet, before: Grid): void {
  sheet.getRange().clear('Contents');
  const width = Math.max(0, ...before.cells.map((row) => row.length));
  if (width === 0) return;
  const columns = Array.from({ length: width }, (_, column) => column);
  sheet.getRangeByIndexes(0, 0, before.cells.length, width).values = before.cells.map((row) =>
    columns.map((column) => entered(row[column] ?? null, 'General')),
  );
  before.formulas.forEach((row, r) => {
    row.forEach((formula, c) => {
      if (formula !== null) sheet.getCell(r, c).formulas = [[`=${formula}`]];
    });
  });
}

function restoreCell(sheet: Excel.Worksheet, { change, before, format }: CellWrite<string>): void {
  const cell = sheet.getCell(change.at.row, change.at.column);
  if (format !== null) cell.numberFormat = [[before.format]];
  cell.values = [[entered(before.value, before.format)]];
}
