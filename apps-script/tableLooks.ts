// How the rows of our sheets look in Google Sheets.
import {
  fontSize,
  isSeverityLook,
  MARK_COLOURS,
  type RowLook,
  TABLE_COLOURS,
  type TableCell,
  type TableChange,
  type TableColumn,
  type TableRow,
} from '../core/index.ts';
import { tableLink } from './tableLink.ts';

const BLACK = '#000000';

export interface Font {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underlined: boolean;
  readonly colour: string;
}

export function fontOf(change: TableChange, { look }: TableRow, cell: TableCell): Font {
  const isLink = tableLink(cell) !== null;
  return {
    size: fontSize(change, look),
    bold: look === 'title' || look === 'heading' || look === 'section',
    italic: look === 'subtitle',
    underlined: isLink,
    colour: isLink ? `#${TABLE_COLOURS.link}` : look === 'note' ? `#${TABLE_COLOURS.note}` : BLACK,
  };
}

/** A severity shows in the row's first cell only. */
export function fillOf(look: RowLook, column: number): string | null {
  if (look === 'heading') return `#${TABLE_COLOURS.heading}`;
  return isSeverityLook(look) && column === 0 ? `#${MARK_COLOURS[look]}` : null;
}

export function alignOf(look: RowLook, column: TableColumn | undefined): 'left' | 'center' | 'right' | null {
  if (look === 'title' || look === 'subtitle' || look === 'heading') return 'center';
  return look === 'note' ? null : (column?.align ?? null);
}

function isBordered(look: RowLook | undefined): boolean {
  return look === 'heading' || look === 'section' || look === 'row' || (look !== undefined && isSeverityLook(look));
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
