// How the rows of our sheets look in Google Sheets.
import {
  MARK_COLOURS,
  type RowLook,
  type Severity,
  type TableCell,
  type TableChange,
  type TableColumn,
  type TableRow,
} from '../core/index.ts';
import { tableLink } from './tableLink.ts';

const LIGHT_GREY = '#E7E6E6';
const DARK_GREY = '#595959';
const LINK_BLUE = '#0563C1';
const BLACK = '#000000';

export interface Font {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underlined: boolean;
  readonly colour: string;
}

/** A form is filled in and printed (12 points); our own sheets are read (11 points). */
export function fontOf(change: TableChange, { look }: TableRow, cell: TableCell): Font {
  const isLink = tableLink(cell) !== null;
  return {
    size: sizeOf(change, look),
    bold: look === 'title' || look === 'heading' || look === 'section',
    italic: look === 'subtitle',
    underlined: isLink,
    colour: isLink ? LINK_BLUE : look === 'note' ? DARK_GREY : BLACK,
  };
}

/** In points. */
export function sizeOf(change: TableChange, look: RowLook): number {
  const size = change.id === null ? 12 : 11;
  if (look === 'title') return size + 2;
  return look === 'note' ? 10 : size;
}

/** A severity shows in the row's first cell only. */
export function fillOf(look: RowLook, column: number): string | null {
  if (look === 'heading') return LIGHT_GREY;
  return isSeverity(look) && column === 0 ? `#${MARK_COLOURS[look]}` : null;
}

function isSeverity(look: RowLook): look is Severity {
  return look === 'error' || look === 'warning' || look === 'info';
}

export function alignOf(look: RowLook, column: TableColumn | undefined): 'left' | 'center' | 'right' | null {
  if (look === 'title' || look === 'subtitle' || look === 'heading') return 'center';
  return look === 'note' ? null : (column?.align ?? null);
}

function isBordered(look: RowLook | undefined): boolean {
  return look === 'heading' || look === 'section' || look === 'row' || (look !== undefined && isSeverity(look));
}

/** One call for each stretch of rows that have borders. */
export function drawBorders(sheet: GoogleAppsScript.Spreadsheet.Sheet, change: TableChange, columns: number): void {
  let from = -1;
  for (let row = 0; row <= change.rows.length; row++) {
    const bordered = isBordered(change.rows[row]?.look);
    if (bordered && from === -1) from = row;
    if (bordered || from === -1) continue;
    sheet.getRange(from + 1, 1, row - from, columns).setBorder(true, true, true, true, true, true);
    from = -1;
  }
}
