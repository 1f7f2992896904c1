// Plans marks on the annex, and takes out again what was written.
import type { Analysis } from './analyze.ts';
import type { CellChange, Change, MarksChange, Severity } from './change.ts';
import { type Address, a1, CHECK_SHEET_ID, INDICATOR_SHEET_ID, ownSheetId, type Workbook } from './grid.ts';

const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'info'];

/** Marks on the annex. A cell takes its worst unexplained finding. Null without an annex. */
export function planMarks(analysis: Analysis): MarksChange | null {
  if (analysis.sheet === null) return null;
  const cells: Record<Severity, Address[]> = { error: [], warning: [], info: [] };
  const marked = new Set<string>();
  for (const severity of WORST_FIRST) {
    for (const finding of analysis.findings) {
      if (finding.severity !== severity || finding.explained || !finding.at || marked.has(a1(finding.at))) continue;
      marked.add(a1(finding.at));
      cells[severity].push(finding.at);
    }
  }
  return { kind: 'marks', sheet: analysis.sheet, cells };
}

const NO_MARKS = { error: [], warning: [], info: [] } as const;

/** Takes our marks off every sheet; with `sheets`, our computed sheets too. What the official typed in is left. */
export function planClear(workbook: Workbook, sheets: boolean): readonly Change[] {
  const marks = workbook.sheets
    .filter((grid) => ownSheetId(grid) === null)
    .map((grid): Change => ({ kind: 'marks', sheet: grid.name, cells: NO_MARKS }));
  const own = sheets ? [CHECK_SHEET_ID, INDICATOR_SHEET_ID] : [];
  const present = own.filter((id) => workbook.sheets.some((grid) => ownSheetId(grid) === id));
  return [...marks, ...present.map((id): Change => ({ kind: 'remove', id }))];
}

/** The inverse of a cell change: its undo, refused like any other when the cell has changed since. */
export function undo(change: CellChange): CellChange {
  return { ...change, from: change.to, to: change.from };
}
