// A spreadsheet of whatever kind by the name of its file, and a new one of planned sheets.
import type { TableChange, Workbook } from '../core/index.ts';
import type { FileFailure, Unpackers } from '../ooxml/index.ts';
import { readDelimited } from './delimited.ts';
import { newWorkbook, openWorkbook, type WorkbookFile } from './workbookFile.ts';

export type SpreadsheetRead =
  | {
      readonly ok: true;
      readonly workbook: Workbook;
      /** Null for text, which cannot be patched. */
      readonly file: WorkbookFile | null;
      /** What an official should know before going by the file, a sentence each. */
      readonly warnings: readonly string[];
    }
  | FileFailure;

/** Reads .csv and .tsv as text, all else as .xlsx. Never throws: what is wrong comes back with one sentence. */
export function readSpreadsheet(name: string, bytes: Uint8Array, unpackers: Partial<Unpackers> = {}): SpreadsheetRead {
  if (/\.[ct]sv$/i.test(name)) {
    if (bytes.length === 0)
      return { ok: false, code: 'not-a-spreadsheet', message: 'Tệp rỗng, không có dữ liệu nào; hãy kiểm tra lại tệp.' };
    const read = readDelimited(bytes, sheetNameOf(name));
    return read.ok ? { ok: true, workbook: read.workbook, file: null, warnings: [] } : read;
  }
  const opened = openWorkbook(bytes, unpackers);
  if (!opened.ok) return opened;
  const warnings = opened.file.warnings.map(({ message }) => message);
  return { ok: true, workbook: opened.file.readWorkbook(), file: opened.file, warnings };
}

/** "xa/Hoằng Hợp.csv" → "Hoằng Hợp" */
function sheetNameOf(path: string): string {
  return path.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
}

/** The bytes of a new .xlsx with these sheets, planned for a workbook that has none. */
export function makeWorkbook(sheets: readonly TableChange[]): Uint8Array {
  const file = newWorkbook();
  const outcome = file.apply(sheets);
  if (!outcome.applied) throw new Error(`A new workbook refused its own sheets: ${outcome.code}`);
  return file.save();
}
