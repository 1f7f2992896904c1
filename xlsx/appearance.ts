// How a workbook looks, for a grid on the screen: plain records, read only, never needed for checking or changing.
import type { Address, CellRef, DropDown, Range, Severity } from '../core/index.ts';
import type { Package } from '../ooxml/index.ts';
import { type CellAppearance, readCellStyles } from './appearanceStyles.ts';
import type { Book } from './book.ts';
import { readPalette } from './palette.ts';
import { readSheetAppearance } from './sheetAppearance.ts';
import { findStylesPart } from './stylesPart.ts';

export type { BorderAppearance, CellAppearance, FontAppearance } from './appearanceStyles.ts';

/** A run of columns, both ends included and counted from 0. Widths are in characters, as the file has them. */
export interface ColumnAppearance {
  readonly from: number;
  readonly to: number;
  readonly width: number | null;
  readonly hidden: boolean;
}

/** A row whose height (in points) or visibility is written down. */
export interface RowAppearance {
  readonly row: number;
  readonly height: number | null;
  readonly hidden: boolean;
}

export interface SheetAppearance {
  readonly name: string;
  readonly defaultWidth: number | null;
  readonly defaultHeight: number | null;
  readonly showGridlines: boolean;
  readonly columns: readonly ColumnAppearance[];
  readonly rows: readonly RowAppearance[];
  /** Rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly merges: readonly Range[];
  /** Drop-downs whose values are written into the rule itself; others stay in the file unseen. */
  readonly lists: readonly DropDown[];
  readonly links: readonly { readonly at: Address; readonly to: CellRef }[];
  readonly marks: Readonly<Record<Severity, readonly Range[]>>;
  /** Indexes into the workbook's styles, as jagged as the sheet; -1 where no cell is stored. */
  readonly styles: readonly (readonly number[])[];
}

export interface WorkbookAppearance {
  /** Whether dates count from 1904. */
  readonly date1904: boolean;
  readonly styles: readonly CellAppearance[];
  readonly sheets: readonly SheetAppearance[];
}

/** Reads the looks of all sheets that have cells, in their order. Throws FileError where a part cannot be read. */
export function readAppearance({ pack, workbook }: Book): WorkbookAppearance {
  const part = findStylesPart(pack, workbook);
  const styles = part === null ? [] : readCellStyles(pack.text(part), readPalette(themeOf(pack, workbook.part)));
  const sheets = workbook.sheets.flatMap((sheet) =>
    sheet.part === null ? [] : readSheetAppearance(pack.text(sheet.part), sheet.name),
  );
  return { date1904: workbook.date1904, styles, sheets };
}

function themeOf(pack: Package, workbookPart: string): string | null {
  const theme = pack.relationships(workbookPart).find((one) => one.kind === 'theme' && !one.external);
  return theme && pack.has(theme.target) ? pack.text(theme.target) : null;
}
