// Whether a workbook can be shown in a grid on the screen: a few files can be read, and yet not be shown.
import type { Workbook } from '../core/index.ts';
import { WORDS } from './words.ts';

/** Excel's own limit; a canvas that draws far longer texts takes the whole page down. */
const MAX_TEXT = 32_767;

/** One sentence on why the workbook cannot be shown; null when it can. */
export function whyNotShown(workbook: Workbook): string | null {
  if (workbook.sheets.length === 0) return WORDS.noSheets;
  const tooLong = workbook.sheets.find((sheet) =>
    sheet.cells.some((row) => row.some((cell) => typeof cell === 'string' && cell.length > MAX_TEXT)),
  );
  return tooLong ? WORDS.longText(tooLong.name) : null;
}
