// Plans a new annex in a workbook that has none: the form, and the sheet for what it lacks.
import { planAnnexForm } from './annexForm.ts';
import type { TableChange } from './change.ts';
import { ownSheetId, type Workbook } from './grid.ts';
import { planInfoForm } from './infoForm.ts';
import { readTemplateSheet } from './templateSheet.ts';
import { pl01b2024 } from './templates/index.ts';

/** By the template that the workbook brings, if any. "Thông tin báo cáo" is planned only where it is not there yet: what was typed on it stays. */
export function planNewAnnex(workbook: Workbook): readonly TableChange[] {
  const info = planInfoForm({});
  const hasInfo = workbook.sheets.some((grid) => ownSheetId(grid) === info.id);
  const own = readTemplateSheet(workbook);
  return [planAnnexForm(own?.ok ? own.template : pl01b2024, {}), ...(hasInfo ? [] : [info])];
}
