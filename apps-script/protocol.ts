// What sidebar and script say to each other: one entry, JSON both ways, failures as data. google.script.run refuses dates and functions.
import type { CellRef, Change, FailureCode, Outcome, Workbook } from '../core/index.ts';

/** A workbook and the checksum that tells, later and cheaply, whether it is still the same. */
export interface ReadAnswer {
  readonly workbook: Workbook;
  readonly checksum: string;
}

/** A cell whose number format a correction had to change, with the format to give back when it is undone. */
export interface CellFormat extends CellRef {
  readonly format: string;
}

export interface ApplyRequest {
  readonly changes: readonly Change[];
  /** Number formats that undone cells had before; the script itself remembers nothing. */
  readonly formats: readonly CellFormat[];
}

export interface ApplyAnswer {
  readonly outcome: Outcome;
  /** Number formats that had to give way, as they were. */
  readonly replaced: readonly CellFormat[];
}

/** What may be asked of the script, by name. */
export interface Calls {
  readonly read: { readonly request: null; readonly answer: ReadAnswer };
  readonly apply: { readonly request: ApplyRequest; readonly answer: ApplyAnswer };
  readonly reveal: { readonly request: CellRef; readonly answer: null };
  readonly checksum: { readonly request: null; readonly answer: string };
}

export type Method = keyof Calls;

export type Answer<M extends Method> =
  | { readonly ok: true; readonly value: Calls[M]['answer'] }
  | { readonly ok: false; readonly code: FailureCode; readonly message: string };
