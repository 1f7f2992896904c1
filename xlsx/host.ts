// Makes an open file a host like any other spreadsheet.
import type { SpreadsheetHost } from '../core/index.ts';
import type { WorkbookFile } from './workbookFile.ts';

/** The host of a file. There is no window, so `reveal` does nothing. */
export function xlsxHost(file: WorkbookFile): SpreadsheetHost {
  return {
    name: 'xlsx',
    readWorkbook: () => file.readWorkbook(),
    apply: (changes) => file.apply(changes),
    reveal: () => undefined,
  };
}
