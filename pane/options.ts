// What an entry gives the pane: the spreadsheet it works on, and functions for the files the pane itself knows nothing of.
import type { ReportDocument, SpreadsheetHost } from '../core/index.ts';

/** A report's prose read from a file, paragraph by paragraph, or one sentence on why it could not be read. */
export type TextRead = { readonly paragraphs: readonly string[] } | { readonly message: string };

export interface PaneOptions {
  readonly host: SpreadsheetHost;
  /** Makes the Word file; the entry loads what it takes only when it is called. */
  readonly makeWord: (document: ReportDocument) => Promise<Uint8Array>;
  /** Reads a .docx, .txt or .md. */
  readonly readText: (name: string, bytes: Uint8Array) => Promise<TextRead>;
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
