// The door of the file host: open, read, change and save .xlsx and .xlsm; read .csv and .tsv.

export type { FileErrorCode, FileFailure, Packed, Unpackers } from '../ooxml/index.ts';
export type {
  BorderAppearance,
  CellAppearance,
  FontAppearance,
  SheetAppearance,
  WorkbookAppearance,
} from './appearance.ts';
export { xlsxHost } from './host.ts';
export { checkIntegrity } from './integrity.ts';
export { type Formatter, makeFormatter } from './numberFormat.ts';
export type { FormulaResult } from './results.ts';
export { makeWorkbook, readSpreadsheet, type SpreadsheetRead } from './spreadsheet.ts';
export { type FileWarning, newWorkbook, type OpenResult, openWorkbook, WorkbookFile } from './workbookFile.ts';
