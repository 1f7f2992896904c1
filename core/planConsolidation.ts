// The sheets for the level above: for a file that is still empty, or for a workbook in which they may stand already.
import type { TableChange } from './change.ts';
import { planErrorSheet } from './communeErrors.ts';
import type { Consolidation } from './consolidate.ts';
import { planConsolidatedSheet } from './consolidatedTable.ts';
import type { Workbook } from './grid.ts';
import { planSubmissionSheet } from './submissionSheet.ts';

const EMPTY: Workbook = { sheets: [], active: '' };

/** There is at least one commune, and at most MOST_COMMUNES. Sheets of ours that `workbook` has already are rewritten. */
export function planConsolidation(consolidation: Consolidation, workbook: Workbook = EMPTY): readonly TableChange[] {
  return [
    planConsolidatedSheet(consolidation, workbook),
    planSubmissionSheet(consolidation, workbook),
    planErrorSheet(consolidation, workbook),
  ];
}
