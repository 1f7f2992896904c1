// A commune's figure in its column of "Tổng hợp": a live reference where the annex stands in the same workbook.
import type { TableCell } from './change.ts';
import type { Commune } from './consolidate.ts';
import { THIS_WORKBOOK } from './gatherReports.ts';
import { cellAt, parseA1, quoteSheet, type Workbook } from './grid.ts';
import type { KeptFigure } from './keptReport.ts';

/** The cells of one commune's column: by the place of a row among those that carry a figure. */
export type FigureCells = (place: number, figure: KeptFigure) => TableCell;

/**
 * A cell that holds the figure itself, as a number, is referred to; when it is emptied later the reference gives "",
 * never 0. A figure that had to be read (a number typed as text, a code by another list) stands as it was read.
 */
export function figureCellsOf({ file, report }: Commune, workbook: Workbook): FigureCells {
  const grid = file === THIS_WORKBOOK ? workbook.sheets.find(({ name }) => name === report.sheet) : undefined;
  if (!grid) return (_place, figure) => figure;
  const addresses = report.addresses.split(' ');
  return (place, figure) => {
    const at = parseA1(addresses[place] ?? '');
    if (typeof figure !== 'number' || !at || cellAt(grid, at.row, at.column) !== figure) return figure;
    const source = `${quoteSheet(grid.name)}${addresses[place]}`;
    return { formula: `IF(ISNUMBER(${source}),${source},"")`, value: figure };
  };
}
