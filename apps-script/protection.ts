// What the user at work may not change: sheets and ranges that somebody protected. An owner may change everything.
import type { Address } from '../core/index.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

export interface Guard {
  /** The sheet as a whole may not be changed. */
  readonly isSheetLocked: boolean;
  readonly isLocked: (at: Address) => boolean;
}

/** Asks once for the sheet and, where single cells are to be changed, once for its ranges. */
export function guardOf(sheet: GoogleAppsScript.Spreadsheet.Sheet, hasCells: boolean): Guard {
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  const whole = sheet.getProtections(SHEET).filter((protection) => !protection.canEdit());
  const free = whole.flatMap((protection) => protection.getUnprotectedRanges());
  const ranges = hasCells ? sheet.getProtections(RANGE).filter((protection) => !protection.canEdit()) : [];
  const locked = ranges.map((protection) => protection.getRange());
  return {
    isSheetLocked: whole.length > 0,
    isLocked: (at) =>
      (whole.length > 0 && !free.some((range) => covers(range, at))) || locked.some((range) => covers(range, at)),
  };
}

function covers(range: Range, { row, column }: Address): boolean {
  const top = range.getRow() - 1;
  const left = range.getColumn() - 1;
  return row >= top && row < top + range.getNumRows() && column >= left && column < left + range.getNumColumns();
}
