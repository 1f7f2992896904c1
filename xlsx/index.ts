// The door of the file host: open, read, change and save .xlsx and .xlsm; read .csv and .tsv.
export { type DelimitedResult, readDelimited } from './delimited.ts';
export type { FileErrorCode, FileFailure } from './fileError.ts';
export { xlsxHost } from './host.ts';
export { checkIntegrity } from './integrity.ts';
export { type FileWarning, newWorkbook, type OpenResult, openWorkbook, WorkbookFile } from './workbookFile.ts';
export type { Unpackers } from './zip.ts';
