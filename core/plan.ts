// Plans what a check leaves in the workbook: marks on the annex and the product's own sheets.
import type { Analysis } from './analyze.ts';
import type { CellChange, Change, MarksChange, Severity } from './change.ts';
import { CHECK_SHEET_ID, planCheckReport } from './checkReport.ts';
import { type Address, a1, ownSheetId, type Workbook } from './grid.ts';
import { INDICATOR_SHEET_ID, planIndicatorTable } from './indicatorTable.ts';

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

/** Everything that a check with output writes: marks, "Phiếu kiểm tra số liệu", "Tỷ lệ tính từ Phụ lục". */
export function planCheck(analysis: Analysis, workbook: Workbook): readonly Change[] {
  const changes = [planMarks(analysis), planCheckReport(analysis, workbook), planIndicatorTable(analysis, workbook)];
  return changes.filter((change) => change !== null);
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
