// Marks are conditional formats of ours that stand before the user's and are found again by their formula.
import {
  type Address,
  MARK_COLOURS,
  type MarksChange,
  markFormula,
  markOf,
  rangesOf,
  type Severity,
} from '../core/index.ts';

/** The worst stands first: each new format takes the first place, so it is added last. */
const WORST_LAST: readonly Severity[] = ['info', 'warning', 'error'];
/** Longer lists of addresses are refused in some versions; a longer one becomes two formats. */
const LONGEST_ADDRESS = 255;

/** Asks for our marks on a sheet; the function gives them once the context has been synced. */
export function findMarks(sheet: Excel.Worksheet): () => readonly Excel.ConditionalFormat[] {
  const formats = sheet.getRange().conditionalFormats;
  formats.load('items/id,items/type,items/customOrNullObject/rule/formula');
  return () => formats.items.filter(isOurs);
}

function isOurs(format: Excel.ConditionalFormat): boolean {
  if (format.type !== 'Custom' || format.customOrNullObject.isNullObject) return false;
  return markOf(format.customOrNullObject.rule.formula) !== null;
}

/** Adds marks in front of all other conditional formats. Marks that are there already stay. */
export function addMarks(sheet: Excel.Worksheet, cells: MarksChange['cells']): void {
  for (const severity of WORST_LAST) {
    for (const address of addressLists(cells[severity])) {
      const format = sheet.getRanges(address).conditionalFormats.add('Custom');
      format.custom.rule.formula = `=${markFormula(severity)}`;
      format.custom.format.fill.color = `#${MARK_COLOURS[severity]}`;
      format.priority = 0;
    }
  }
}

/** Takes marks off again. */
export function deleteMarks(sheet: Excel.Worksheet, ids: readonly string[]): void {
  const formats = sheet.getRange().conditionalFormats;
  for (const id of ids) formats.getItem(id).delete();
}

/** Cells as Excel wants several ranges: "D5,D45:D49", each list of bounded length. */
export function addressLists(cells: readonly Address[]): readonly string[] {
  const lists: string[] = [];
  for (const range of rangesOf(cells)) {
    const last = lists.at(-1);
    const isFull = last === undefined || last.length + 1 + range.length > LONGEST_ADDRESS;
    if (isFull) lists.push(range);
    else lists[lists.length - 1] = `${last},${range}`;
  }
  return lists;
}
