// What lies over the cells of a sheet: our marks as conditional formats, and drop-downs.
import {
  DataValidationErrorStyle,
  DataValidationRenderMode,
  DataValidationType,
  type ISheetDataValidationRule,
} from '@univerjs/core';
import {
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
  DeleteConditionalRuleMutation,
  type IConditionFormattingRule,
} from '@univerjs/preset-sheets-conditional-formatting';
import { AddDataValidationMutation } from '@univerjs/preset-sheets-data-validation';
import { MARK_COLOURS, markFormula, type Severity } from '../core/index.ts';
import type { SheetAppearance } from '../xlsx/index.ts';
import { rangeData } from './snapshot.ts';
import type { Engine } from './univer.ts';

/** Best first: Univer puts each new rule before the others. */
const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

interface Place {
  readonly unitId: string;
  readonly subUnitId: string;
}

/** Draws the sheet's marks anew, after what the file holds. */
export function drawMarks({ commands }: Engine, place: Place, look: SheetAppearance | undefined): void {
  for (const severity of SEVERITIES) {
    const cfId = markId(severity);
    commands.syncExecuteCommand(DeleteConditionalRuleMutation.id, { ...place, cfId });
    const ranges = look?.marks[severity] ?? [];
    if (ranges.length === 0) continue;
    const rule: IConditionFormattingRule = {
      cfId,
      ranges: ranges.map(rangeData),
      stopIfTrue: false,
      rule: {
        type: CFRuleType.highlightCell,
        subType: CFSubRuleType.formula,
        value: `=${markFormula(severity)}`,
        // Dark text on our light colours, whatever the theme makes of text elsewhere.
        style: { bg: { rgb: `#${MARK_COLOURS[severity]}` } },
      },
    };
    commands.syncExecuteCommand(AddConditionalRuleMutation.id, { ...place, rule });
  }
}

function markId(severity: Severity): string {
  return `cchc-${severity}`;
}

/** Gives the cells their drop-downs. A list helps, it does not forbid. */
export function drawLists({ commands }: Engine, place: Place, look: SheetAppearance | undefined): void {
  const rule = (look?.lists ?? []).map(
    ({ range, values }, i): ISheetDataValidationRule => ({
      uid: `list-${i}`,
      type: DataValidationType.LIST,
      formula1: values.join(','),
      ranges: [rangeData(range)],
      allowBlank: true,
      showDropDown: true,
      renderMode: DataValidationRenderMode.ARROW,
      showErrorMessage: false,
      errorStyle: DataValidationErrorStyle.INFO,
    }),
  );
  if (rule.length > 0) commands.syncExecuteCommand(AddDataValidationMutation.id, { ...place, rule });
}
