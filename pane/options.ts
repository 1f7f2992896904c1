// What an entry gives the pane: the spreadsheet it works on, and functions for the files the pane itself knows nothing of.
import type { ReportDocument, SpreadsheetHost, Workbook } from '../core/index.ts';

/** A report's prose read from a file, paragraph by paragraph, or one sentence on why it could not be read. */
export type ProseRead =
  | { readonly ok: true; readonly paragraphs: readonly string[]; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly message: string };

/** A spreadsheet read from a file, or one sentence on why it could not be read. */
export type WorkbookRead =
  | { readonly ok: true; readonly workbook: Workbook }
  | { readonly ok: false; readonly message: string };

/** A Word file, or what is wrong with its template. */
export type WordMade =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problems: readonly string[] };

export interface PaneOptions {
  readonly host: SpreadsheetHost;
  /** Makes the Word file; the entry loads what it takes only when it is called. */
  readonly makeWord: (report: ReportDocument) => Promise<WordMade>;
  /** Reads a .docx, .txt or .md. */
  readonly readProse: (name: string, bytes: Uint8Array) => Promise<ProseRead>;
  /** Reads an .xlsx, .xlsm, .csv or .tsv, the earlier period's; nothing of it leaves the machine. */
  readonly readWorkbook: (name: string, bytes: Uint8Array) => Promise<WorkbookRead>;
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
