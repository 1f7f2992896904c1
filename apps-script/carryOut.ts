// Carries a planned batch out, and takes back what it can when Google stops half-way.
import { a1, type CellWrite, type Outcome, sheetNamed, type Target, type Write } from '../core/index.ts';
import type { SheetsBook } from './bookState.ts';
import { setMarks } from './marks.ts';
import { refusalOf } from './refusal.ts';
import { ensureSize } from './sheetSize.ts';
import type { LinkTo } from './tableContent.ts';
import { restoreTable, rewriteTable, writeTable } from './tableSheet.ts';
import { typed } from './typed.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type TableWrite = Extract<Write<number>, { kind: 'table' }>;

/** What takes one write back, and the sheets that are not as they were where it fails. */
interface Undo {
  readonly sheets: readonly string[];
  readonly run: () => void;
}

interface Work {
  readonly book: Spreadsheet;
  readonly state: SheetsBook;
  readonly undo: Undo[];
}

/** Null when all is written; else why not, and which sheets may not be as they were. What cannot be taken back goes last. */
export function carryOut(
  book: Spreadsheet,
  state: SheetsBook,
  writes: readonly Write<number>[],
): Extract<Outcome, { applied: false }> | null {
  const work: Work = { book, state, undo: [] };
  const addsSheet = writes.some((write) => write.kind === 'table' && write.target.id === null);
  // Google shows a new sheet at once; the user stays where they were.
  const active = addsSheet ? book.getActiveSheet() : null;
  if (active) work.undo.push({ sheets: [], run: () => book.setActiveSheet(active) });
  const removed: string[] = [];
  try {
    for (const write of writes) begin(work, write);
    if (active) book.setActiveSheet(active);
    // What was written stands in a buffer until here: Google may refuse it now, and the next writer must see it.
    SpreadsheetApp.flush();
    for (const { target, kind } of writes) {
      if (kind !== 'remove') continue;
      book.deleteSheet(sheetOf(work, target));
      removed.push(target.name);
    }
    return null;
  } catch (error) {
    const left = [...removed, ...takeBack(work.undo)];
    return left.length === 0
      ? { applied: false, code: refusalOf(error) }
      : { applied: false, code: 'interrupted', sheets: [...new Set(left)] };
  }
}

/**
 * A later write may need an earlier one gone first. What cannot be taken back must not keep the rest from it; the
 * sheets where that was so come back.
 */
function takeBack(undo: readonly Undo[]): readonly string[] {
  const touched = undo.flatMap(({ sheets }) => sheets);
  const last: Undo = { sheets: touched, run: () => SpreadsheetApp.flush() };
  const failed = [...[...undo].reverse(), last].flatMap(({ sheets, run }) => {
    try {
      run();
      return [];
    } catch {
      return sheets;
    }
  });
  return touched.filter((name) => failed.includes(name));
}

function begin(work: Work, write: Write<number>): void {
  switch (write.kind) {
    case 'marks': {
      const sheet = sheetOf(work, write.target);
      const before = setMarks(sheet, write.cells);
      if (before)
        work.undo.push({ sheets: [write.target.name], run: () => sheet.setConditionalFormatRules([...before]) });
      break;
    }
    case 'table':
      writeSheet(work, write);
      break;
    case 'cell':
      writeCell(work, write);
      break;
    case 'remove':
      break;
    default:
      write satisfies never;
  }
}

/** Sheets that are there go by their id; one that this batch has added, by its name. */
function sheetOf({ book, state }: Work, target: Target<number>): Sheet {
  const sheet = target.id === null ? book.getSheetByName(target.name) : state.handles.get(target.id);
  if (!sheet) throw new Error(`no sheet ${target.name}`);
  return sheet;
}

/** A sheet of ours is made once; after that it is written where it stands. */
function writeSheet(work: Work, { target, change, before }: TableWrite): void {
  const linkTo = linksInto(work);
  if (before) {
    const sheet = sheetOf(work, target);
    work.undo.push({ sheets: [target.name], run: () => restoreTable(sheet, before) });
    rewriteTable(sheet, change, before, linkTo);
    return;
  }
  const sheet = work.book.insertSheet(target.name, work.book.getNumSheets());
  work.undo.push({ sheets: [target.name], run: () => work.book.deleteSheet(sheet) });
  writeTable(sheet, change, linkTo);
}

/** Links name a sheet by its number, which a rename does not touch. */
function linksInto({ book, state }: Work): LinkTo {
  return (to) => {
    const id = sheetNamed(state.sheets, to.sheet)?.id ?? book.getSheetByName(to.sheet)?.getSheetId();
    return id === undefined ? null : `#gid=${id}&range=${a1(to)}`;
  };
}

function writeCell(work: Work, { target, change, before, format }: CellWrite<number>): void {
  const sheet = sheetOf(work, target);
  ensureSize(sheet, change.at.row + 1, change.at.column + 1);
  const cell = sheet.getRange(change.at.row + 1, change.at.column + 1);
  const run = () => {
    if (format !== null) cell.setNumberFormat(before.format);
    cell.setValue(typed(before.value, before.format));
  };
  work.undo.push({ sheets: [target.name], run });
  if (format !== null) cell.setNumberFormat(format);
  cell.setValue(typed(change.to, format ?? before.format));
}
