// What an entry gives the pane: the spreadsheet it works on, and functions for the files the pane itself knows nothing of.
import type { ReportDocument, SpreadsheetHost, TableChange, Workbook } from '../core/index.ts';

/** A report's prose read from a file, paragraph by paragraph, or one sentence on why it could not be read. */
export type ProseRead =
  | { readonly ok: true; readonly paragraphs: readonly string[]; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly message: string };

/** A Word file, or what is wrong with its template. */
export type WordMade =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Another spreadsheet's sheets, or one sentence on why the file could not be read. */
export type SpreadsheetRead =
  | { readonly ok: true; readonly workbook: Workbook }
  | { readonly ok: false; readonly code: string; readonly message: string };

export interface PaneOptions {
  readonly host: SpreadsheetHost;
  /** Makes the Word file; the entry loads what it takes only when it is called. */
  readonly makeWord: (report: ReportDocument) => Promise<WordMade>;
  /** Reads a .docx, .txt or .md. */
  readonly readProse: (name: string, bytes: Uint8Array) => Promise<ProseRead>;
  /** Reads a .xlsx, .xlsm, .csv or .tsv; what it takes is loaded with the first. */
  readonly readSpreadsheet: (name: string, bytes: Uint8Array) => Promise<SpreadsheetRead>;
  /** A new .xlsx of sheets planned for a workbook that has none. */
  readonly makeWorkbook: (sheets: readonly TableChange[]) => Promise<Uint8Array>;
  /** Hands a file to the user; false where the host cannot (some panes refuse downloads). */
  readonly saveFile: (name: string, bytes: Uint8Array, mediaType: string) => Promise<boolean>;
  /** The local time, for "lúc 10 giờ 42". */
  readonly now?: () => Date;
}

/** What may be asked of an open pane from outside: a ribbon button, a menu. */
export type PaneCommand = 'check' | 'narrative' | 'clear';

export interface Pane {
  readonly run: (command: PaneCommand) => Promise<void>;
  /** The workbook is another one now: everything is forgotten. */
  readonly reset: () => void;
  readonly close: () => void;
}
