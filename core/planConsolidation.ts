// The whole workbook for the level above, for a file that is still empty.
import type { TableChange } from './change.ts';
import { planErrorSheet } from './communeErrors.ts';
import type { Consolidation } from './consolidate.ts';
import { planConsolidatedSheet } from './consolidatedTable.ts';
import { planSubmissionSheet } from './submissionSheet.ts';

export function planConsolidation(consolidation: Consolidation): readonly TableChange[] {
  return [planConsolidatedSheet(consolidation), planSubmissionSheet(consolidation), planErrorSheet(consolidation)];
}
