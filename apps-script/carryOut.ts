// Carries a planned batch out, and takes back what it can when Google stops half-way.
import { a1, type CellWrite, sheetNamed, type Target, type Write } from '../core/index.ts';
import type { SheetsBook } from './bookState.ts';
import { setMarks } from './marks.ts';
import { ensureSize } from './sheetSize.ts';
import type { LinkTo } from './tableContent.ts';
import { rewriteTable, writeTable } from './tableSheet.ts';
import { typed } from './typed.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type TableWrite = Extract<Write<number>, { kind: 'table' }>;

/** What takes one write back. */
type Undo = () => void;

interface Work {
  readonly book: Spreadsheet;
  readonly state: SheetsBook;
  readonly undo: Undo[];
}

export function carryOut(book: Spreadsheet, state: SheetsBook, writes: readonly Write<number>[]): void {
  const work: Work = { book, state, undo: [] };
  const addsSheet = writes.some((write) => write.kind === 'table' && write.target.id === null);
  // Google shows a new sheet at once; the user stays where they were.
  const active = addsSheet ? book.getActiveSheet() : null;
  if (active) work.undo.push(() => book.setActiveSheet(active));
  try {
    for (const write of writes) begin(work, write);
    if (active) book.setActiveSheet(active);
    // What was written stands in a buffer until here: Google may refuse it now, and the next writer must see it.
    SpreadsheetApp.flush();
  } catch (error) {
    takeBack([() => SpreadsheetApp.flush(), ...work.undo]);
    throw error;
  }
}

/** A later write may need an earlier one gone first. What cannot be taken back must not keep the rest from it. */
function takeBack(undo: readonly Undo[]): void {
  for (const one of [...undo].reverse()) {
    try {
      one();
    } catch {
      // The error that is thrown on says that it failed.
    }
  }
}

function begin(work: Work, write: Write<number>): void {
  switch (write.kind) {
    case 'marks': {
      const sheet = sheetOf(work, write.target);
      const before = setMarks(sheet, write.cells);
      if (before) work.undo.push(() => sheet.setConditionalFormatRules([...before]));
      break;
    }
    case 'table':
      writeSheet(work, write);
      break;
    case 'cell':
      writeCell(work, write);
      break;
    case 'remove':
      work.book.deleteSheet(sheetOf(work, write.target));
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
    rewriteTable(sheetOf(work, target), change, before, linkTo);
    return;
  }
  const sheet = work.book.insertSheet(target.name, work.book.getNumSheets());
  work.undo.push(() => work.book.deleteSheet(sheet));
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
  work.undo.push(() => {
    if (format !== null) cell.setNumberFormat(before.format);
    cell.setValue(typed(before.value, before.format));
  });
  if (format !== null) cell.setNumberFormat(format);
  cell.setValue(typed(change.to, format ?? before.format));
}
