// The port: the whole of what the product asks of a spreadsheet. The core exports these types and never calls them.
import type { Change } from './change.ts';
import type { CellRef, Workbook } from './grid.ts';

/** Apps Script answers at once, Office.js later. */
export type MaybePromise<T> = T | Promise<T>;

/**
 * Why a host refused a batch. `changed`: a cell or sheet no longer holds what was read; `busy`: a cell is being typed;
 * `failed`: it could not be written, and everything is as it was; `interrupted`: begun, and perhaps not all taken back.
 */
export type RefusalCode = 'changed' | 'sheet-missing' | 'protected' | 'busy' | 'failed' | 'interrupted';

export type Outcome =
  | { readonly applied: true }
  | {
      readonly applied: false;
      readonly code: RefusalCode;
      readonly at?: CellRef;
      /** With `interrupted`: the sheets that may not be as they were; none given where that is not known. */
      readonly sheets?: readonly string[];
    };

/** The sheets that an interrupted batch may have left changed, as a sentence names them: “A”, “B”; "" where not known. */
export function sheetsLeft({ sheets = [] }: Extract<Outcome, { applied: false }>): string {
  return sheets.map((name) => `“${name}”`).join(', ');
}

/** How a long read tells where it is, and hears that it is no longer wanted (an AbortSignal is one). */
export interface ReadOptions {
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: { readonly aborted: boolean };
}

export interface SpreadsheetHost {
  readonly name: string;
  /** Fails with a `hostFailure` only. */
  readWorkbook(options?: ReadOptions): MaybePromise<Workbook>;
  /** Carries out all changes in order, as one batch; refused whole when what was read has changed. Never throws. */
  apply(changes: readonly Change[]): MaybePromise<Outcome>;
  /** Selects the cell and scrolls to it. */
  reveal(at: CellRef): MaybePromise<void>;
  /** Where the host can tell of edits: calls `changed` after each, until the returned function is called. */
  watch?(changed: () => void): () => void;
}

/** Why a workbook could not be read. `busy`: a cell is being typed; `stopped`: the reader asked for it. */
export type FailureCode = 'busy' | 'stopped' | 'too-large' | 'failed';

interface HostFailure extends Error {
  readonly code: FailureCode;
}

/** What a host throws when it cannot read. */
export function hostFailure(code: FailureCode, cause?: unknown): HostFailure {
  return Object.assign(new Error(`host: ${code}`, { cause }), { code, name: 'HostFailure' });
}

/** The code of a failure; whatever else was thrown is `failed`. */
export function failureCode(error: unknown): FailureCode {
  return isHostFailure(error) ? error.code : 'failed';
}

function isHostFailure(error: unknown): error is HostFailure {
  return error instanceof Error && error.name === 'HostFailure' && 'code' in error;
}
