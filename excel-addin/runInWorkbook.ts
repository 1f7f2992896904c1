// Carries the ribbon's commands out in the workbook itself, with the pane closed.
import {
  analyze,
  type Change,
  NARRATIVE_SHEET_ID,
  ownSheetId,
  planCheck,
  planClear,
  planNarrative,
  planNarrativeSheets,
  type SpreadsheetHost,
  type Workbook,
} from '../core/index.ts';
import type { PaneCommand } from '../pane/index.ts';

/** False when there is no annex, or the workbook would not take the changes. */
export async function runInWorkbook(host: SpreadsheetHost, command: PaneCommand): Promise<boolean> {
  const workbook = await host.readWorkbook();
  const changes = planCommand(workbook, command);
  if (!changes || !(await host.apply(changes)).applied) return false;
  if (command === 'narrative') await showNarrative(host);
  return true;
}

function planCommand(workbook: Workbook, command: PaneCommand): readonly Change[] | null {
  switch (command) {
    case 'clear':
      return planClear(workbook, false);
    case 'check': {
      const analysis = analyze(workbook);
      return analysis.sheet === null ? null : planCheck(analysis, workbook);
    }
    case 'narrative': {
      const analysis = analyze(workbook);
      const plan = planNarrative(analysis, workbook);
      return plan && planNarrativeSheets(plan, analysis, workbook);
    }
    default:
      return command satisfies never;
  }
}

/** The text was asked for, so it is shown; marks show themselves. */
async function showNarrative(host: SpreadsheetHost): Promise<void> {
  const { sheets } = await host.readWorkbook();
  const sheet = sheets.find((grid) => ownSheetId(grid) === NARRATIVE_SHEET_ID);
  if (sheet) await host.reveal({ sheet: sheet.name, row: 0, column: 0 });
}
