// What is there before anything is checked: rows of the form that were found, cells that still want a figure.
import type { Analysis } from './analyze.ts';
import {
  CHECK_SHEET_ID,
  type Grid,
  hashGrid,
  hashText,
  INFO_SHEET_ID,
  isBlank,
  NARRATIVE_SHEET_ID,
  ownSheetId,
  type Workbook,
} from './grid.ts';
import { isFillable } from './template.ts';

export interface Readiness {
  /** Rows of the template, and how many of them the sheet lacks. */
  readonly rows: number;
  readonly missingRows: number;
  /** Rows that must carry a figure, and how many of those on the sheet carry something. */
  readonly fillable: number;
  readonly filled: number;
  /** Cells on the sheet that still want a figure. */
  readonly blank: number;
}

/** Counts of an annex that was found; all rows are missing where there is none. */
export function readinessOf({ template, layout, report }: Analysis): Readiness {
  const fillable = template.rows.filter(isFillable);
  const figures = fillable.flatMap((row) => report.get(row.key) ?? []);
  const filled = figures.filter((figure) => !isBlank(figure.cell)).length;
  return {
    rows: template.rows.length,
    missingRows: template.rows.length - (layout?.rows.size ?? 0),
    fillable: fillable.length,
    filled,
    blank: figures.length - filled,
  };
}

/** Of our own sheets a check reads what officials typed on these. */
const READ: readonly string[] = [INFO_SHEET_ID, NARRATIVE_SHEET_ID, CHECK_SHEET_ID];

/**
 * A fingerprint of everything a check reads: the annex (every sheet, where none was found) and those sheets of ours.
 * Another one means that the results are of figures or reasons that are there no more.
 */
export function fingerprintOf(workbook: Workbook, sheet: string | null): string {
  const isRead = (grid: Grid) => {
    const id = ownSheetId(grid);
    return id === null ? sheet === null || grid.name === sheet : READ.includes(id);
  };
  return hashText(
    workbook.sheets
      .filter(isRead)
      .map((grid) => `${grid.name}:${hashGrid(grid)}`)
      .join('\n'),
  );
}
