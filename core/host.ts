// The port: the whole of what the product asks of a spreadsheet. The core exports these types and never calls them.
import type { Change } from './change.ts';
import type { CellRef, Workbook } from './grid.ts';

/** Apps Script answers at once, Office.js later. */
export type MaybePromise<T> = T | Promise<T>;

/** Why a host refused a batch. `changed`: a cell or sheet no longer holds what was read. */
export type RefusalCode = 'changed' | 'sheet-missing' | 'protected' | 'busy' | 'failed';

export type Outcome =
  | { readonly applied: true }
  | { readonly applied: false; readonly code: RefusalCode; readonly at?: CellRef };

export interface SpreadsheetHost {
  readonly name: string;
  readWorkbook(): MaybePromise<Workbook>;
  /** Carries out all changes in order, as one batch; refused whole when what was read has changed. */
  apply(changes: readonly Change[]): MaybePromise<Outcome>;
  /** Selects the cell and scrolls to it. */
  reveal(at: CellRef): MaybePromise<void>;
  /** Where the host can tell of edits: calls `changed` after each, until the returned function is called. */
  watch?(changed: () => void): () => void;
}
