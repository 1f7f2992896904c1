// Google Sheets as a spreadsheet host. Apps Script answers at once, so all of it is synchronous.
import {
  type CellChange,
  type CellRef,
  GENERAL,
  hashText,
  hostFailure,
  type Outcome,
  planWrites,
  type SpreadsheetHost,
  type Workbook,
  type Write,
} from '../core/index.ts';
import { readState } from './bookState.ts';
import { carryOut } from './carryOut.ts';
import { withLock } from './lock.ts';
import type { ApplyAnswer, ApplyRequest, CellFormat, ReadAnswer } from './protocol.ts';
import { readSheets } from './readSheets.ts';
import { refusalOf } from './refusal.ts';

/** The spreadsheet that the script belongs to. */
export function sheetsHost(): SpreadsheetHost {
  let known: readonly CellFormat[] = [];
  return {
    name: 'Google Sheets',
    readWorkbook,
    apply(changes) {
      const { outcome, replaced } = applyChanges({ changes, formats: known });
      known = [...replaced, ...known];
      return outcome;
    },
    reveal,
  };
}

/** In two calls and four more a sheet. */
export function readAll(): ReadAnswer {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const active = book.getActiveSheet().getName();
  const { grids, raw } = readSheets(book, book.getSheets());
  return { workbook: { sheets: grids, active }, checksum: hashText(raw) };
}

export function readWorkbook(): Workbook {
  return readAll().workbook;
}

/** Tells whether anything was edited since `readAll`; formulas and formats are not looked at, so it takes half the calls. */
export function readChecksum(): string {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  return hashText(readSheets(book, book.getSheets(), 'values').raw);
}

/** Verifies the whole batch and carries it out, one user at a time; refused whole when what was read has changed. */
export function applyChanges(request: ApplyRequest): ApplyAnswer {
  if (request.changes.length === 0) return { outcome: { applied: true }, replaced: [] };
  const applied = withLock(() => applyLocked(request));
  return applied ?? refused({ applied: false, code: 'busy' });
}

function applyLocked({ changes, formats }: ApplyRequest): ApplyAnswer {
  try {
    const book = SpreadsheetApp.getActiveSpreadsheet();
    const state = readState(book, changes);
    const plan = planWrites(state, changes, (_id, change) => formerFormat(formats, change));
    if (!plan.ok) {
      return refused(plan.at ? { applied: false, code: plan.code, at: plan.at } : { applied: false, code: plan.code });
    }
    const stopped = carryOut(book, state, plan.writes);
    if (stopped) return refused(stopped);
    return { outcome: { applied: true }, replaced: plan.writes.flatMap(replacedFormat) };
  } catch (error) {
    return refused({ applied: false, code: refusalOf(error) });
  }
}

/** The format a fix took away, as the sidebar gives it back with the undo: the script remembers nothing. */
function formerFormat(formats: readonly CellFormat[], { sheet, at }: CellChange): string | null {
  return formats.find((one) => one.sheet === sheet && one.row === at.row && one.column === at.column)?.format ?? null;
}

function replacedFormat(write: Write<number>): readonly CellFormat[] {
  if (write.kind !== 'cell' || write.format !== GENERAL) return [];
  const { sheet, at } = write.change;
  return [{ sheet, row: at.row, column: at.column, format: write.before.format }];
}

function refused(outcome: Outcome): ApplyAnswer {
  return { outcome, replaced: [] };
}

export function reveal(at: CellRef): void {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(at.sheet);
  if (!sheet) throw hostFailure('failed');
  sheet.getRange(at.row + 1, at.column + 1).activate();
}
