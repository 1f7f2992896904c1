// A spreadsheet as the fake of Apps Script keeps it: plain data that a test can look at, the calls made on it, and what Google forbids.
import type { Box } from './boxes.ts';
import { type Locale, type Raw, typeInto } from './typing.ts';

export interface BookCell {
  value: Raw;
  formula: string;
  format: string;
  link: string | null;
  /** Fonts, fills, alignments, validation: what a user or a script gave the cell. */
  look: Record<string, unknown>;
}

export interface BookRule {
  /** Null for a colour scale. */
  readonly formula: string | null;
  readonly background: string;
  readonly boxes: readonly Box[];
}

export interface BookProtection {
  /** Null for the whole sheet. */
  readonly box: Box | null;
  readonly free: readonly Box[];
  /** Whether the user at work may change it all the same. */
  canEdit: boolean;
}

export const GENERAL = '0.###############';

export class BookSheet {
  readonly id: number;
  name: string;
  isHidden = false;
  rows = 1000;
  columns = 26;
  cells = new Map<string, BookCell>();
  rules: readonly BookRule[] = [];
  protections: BookProtection[] = [];
  merges: Box[] = [];
  readonly widths = new Map<number, number>();
  readonly heights = new Map<number, number>();
  readonly hiddenColumns = new Set<number>();
  frozenRows = 0;

  constructor(id: number, name: string) {
    this.id = id;
    this.name = name;
  }

  cell(row: number, column: number): BookCell {
    const key = `${row}:${column}`;
    const known = this.cells.get(key);
    if (known) return known;
    const made: BookCell = { value: null, formula: '', format: GENERAL, link: null, look: {} };
    this.cells.set(key, made);
    return made;
  }

  peek(row: number, column: number): BookCell | undefined {
    return this.cells.get(`${row}:${column}`);
  }

  /** As if a user typed it. */
  type(row: number, column: number, typed: unknown, locale: Locale = 'vi_VN'): void {
    typeInto(this.cell(row, column), typed, locale);
  }

  /** The rows and columns that hold something. */
  extent(): { readonly rows: number; readonly columns: number } {
    let [rows, columns] = [0, 0];
    for (const [key, { value, formula }] of this.cells) {
      if (value === null && formula === '') continue;
      const [row = 0, column = 0] = key.split(':').map(Number);
      [rows, columns] = [Math.max(rows, row + 1), Math.max(columns, column + 1)];
    }
    return { rows, columns };
  }
}

/** What a script may do: opened by somebody who has not allowed it yet, or used. */
export type AuthMode = 'NONE' | 'LIMITED' | 'FULL';

const SIX_MINUTES = 360_000;
const SCOPE = 'https://www.googleapis.com/auth/';
const CURRENT = `(${SCOPE}spreadsheets.currentonly || ${SCOPE}spreadsheets)`;

export class Book {
  sheets: BookSheet[] = [];
  active = 0;
  selected = '';
  locale: Locale = 'vi_VN';
  timeZone = 'Asia/Ho_Chi_Minh';
  mode: AuthMode = 'FULL';
  /** Who holds the document's lock. */
  lockedBy: string | null = null;
  user = 'xa@example.vn';
  /** Every call that goes to Google's servers, as "Range.getValues". */
  readonly calls: string[] = [];
  /** Calls on what a script has in hand: builders, names, ranges named but not read. They cost next to nothing. */
  readonly quiet: string[] = [];
  /** How long a call takes; an execution may take six minutes. */
  milliseconds = 0;
  private spent = 0;
  private made = 0;
  readonly menus: { readonly title: string; readonly items: readonly (readonly [string, string])[] }[] = [];
  readonly sidebars: { readonly title: string; readonly content: string }[] = [];
  readonly toasts: string[] = [];
  /** HTML files of the script's project by name. */
  readonly files = new Map<string, string>();
  /** Called before each call: a test may fail or edit something just then. */
  onCall: (name: string) => void = () => {};

  add(name: string, at = this.sheets.length): BookSheet {
    const sheet = new BookSheet(this.made++, name);
    this.sheets.splice(at, 0, sheet);
    return sheet;
  }

  sheet(name: string): BookSheet {
    const found = this.sheets.find((sheet) => sheet.name === name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  }

  /** One run of the script, as Google starts it. */
  run<T>(mode: AuthMode, work: () => T): T {
    this.mode = mode;
    this.spent = 0;
    try {
      return work();
    } finally {
      this.lockedBy = this.lockedBy === this.user ? null : this.lockedBy;
      this.mode = 'FULL';
    }
  }

  /** Counts a call and refuses it where Google would. */
  call(name: string, scope = CURRENT): void {
    this.calls.push(name);
    this.refuse(name, scope);
    this.onCall(name);
    this.spent += this.milliseconds;
    if (this.spent > SIX_MINUTES) throw new Error('Exceeded maximum execution time');
  }

  /** A call on what the script has in hand. */
  note(name: string, scope = CURRENT): void {
    this.quiet.push(name);
    this.refuse(name, scope);
  }

  /** A call that any mode allows. */
  free(name: string): void {
    this.quiet.push(name);
  }

  private refuse(name: string, scope: string): void {
    const isAllowed = this.mode === 'FULL' || (this.mode === 'LIMITED' && scope === CURRENT);
    if (isAllowed) return;
    const needed = scope === CURRENT ? scope : `${SCOPE}${scope}`;
    throw new Error(`You do not have permission to call ${name}. Required permissions: ${needed}`);
  }
}
