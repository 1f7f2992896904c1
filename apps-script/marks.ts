// Marks are conditional formats of ours that stand before the user's and are found again by their formula.
import { MARK_COLOURS, type MarksChange, markFormula, markOf, rangesOf, type Severity } from '../core/index.ts';

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The first rule wins. */
const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'info'];

/** The cells of one severity as Sheets wants them. */
interface Mark {
  readonly severity: Severity;
  readonly ranges: readonly string[];
}

/**
 * Replaces our marks on a sheet. Sheets takes only the whole list of rules: the user's go back as they came, in their
 * order, and nothing is written where nothing changes. Gives the rules that stood there when it wrote, else null.
 */
export function setMarks(sheet: Sheet, cells: MarksChange['cells']): readonly Rule[] | null {
  const before = sheet.getConditionalFormatRules();
  const theirs = before.filter((rule) => !isOurs(rule));
  const wanted = WORST_FIRST.flatMap((severity): Mark[] => {
    const ranges = rangesOf(cells[severity]);
    return ranges.length > 0 ? [{ severity, ranges }] : [];
  });
  if (isSame(before.slice(0, before.length - theirs.length), wanted)) return null;
  sheet.setConditionalFormatRules([...makeRules(sheet, wanted), ...theirs]);
  return before;
}

function isOurs(rule: Rule): boolean {
  return markOf(formulaOf(rule)) !== null;
}

/** "" for a rule of another kind. */
function formulaOf(rule: Rule): string {
  const condition = rule.getBooleanCondition();
  if (condition?.getCriteriaType() !== SpreadsheetApp.BooleanCriteria.CUSTOM_FORMULA) return '';
  return String(condition.getCriteriaValues()[0] ?? '');
}

/** Whether the first rules, as many as we have, already are what is wanted. */
function isSame(first: readonly Rule[], wanted: readonly Mark[]): boolean {
  return (
    first.length === wanted.length &&
    wanted.every(({ severity, ranges }, i) => {
      const rule = first[i];
      if (!rule || formulaOf(rule).replace(/^=/, '') !== markFormula(severity)) return false;
      return (
        rule
          .getRanges()
          .map((range) => range.getA1Notation())
          .join() === ranges.join()
      );
    })
  );
}

/** All ranges in one call, however many. */
function makeRules(sheet: Sheet, wanted: readonly Mark[]): Rule[] {
  const addresses = wanted.flatMap((mark) => mark.ranges);
  if (addresses.length === 0) return [];
  const ranges = sheet.getRangeList(addresses).getRanges();
  let used = 0;
  return wanted.map((mark) => {
    const own = ranges.slice(used, used + mark.ranges.length);
    used += mark.ranges.length;
    return SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied(`=${markFormula(mark.severity)}`)
      .setBackground(`#${MARK_COLOURS[mark.severity]}`)
      .setRanges(own)
      .build();
  });
}
