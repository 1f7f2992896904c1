// Plans what a check leaves in the workbook: marks on the annex and the product's own sheets.
import type { Analysis } from './analyze.ts';
import type { Change } from './change.ts';
import { planCheckReport } from './checkReport.ts';
import type { Workbook } from './grid.ts';
import { planIndicatorTable } from './indicatorTable.ts';
import { planMarks } from './plan.ts';

/** Everything that a check with output writes: marks, "Phiếu kiểm tra số liệu", "Tỷ lệ tính từ Phụ lục". */
export function planCheck(analysis: Analysis, workbook: Workbook): readonly Change[] {
  const changes = [planMarks(analysis), planCheckReport(analysis, workbook), planIndicatorTable(analysis, workbook)];
  return changes.filter((change) => change !== null);
}
