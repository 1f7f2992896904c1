// Marks are conditional formats of ours that stand before the user's and are found again by their formula.
import {
  type Address,
  a1,
  columnName,
  MARK_COLOURS,
  type MarksChange,
  markFormula,
  type Severity,
} from '../core/index.ts';

const OUR_FORMULA = /^\s*=?\s*N\(\s*"cchc:(error|warning|info)"\s*\)\s*=\s*0\s*$/i;
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
  return OUR_FORMULA.test(format.customOrNullObject.rule.formula);
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
  for (const range of columnRuns(cells)) {
    const last = lists.at(-1);
    const isFull = last === undefined || last.length + 1 + range.length > LONGEST_ADDRESS;
    if (isFull) lists.push(range);
    else lists[lists.length - 1] = `${last},${range}`;
  }
  return lists;
}

/** Figures stand below one another, so neighbours are joined down the columns. */
function columnRuns(cells: readonly Address[]): readonly string[] {
  const unique = new Map(cells.map((cell) => [a1(cell), cell])).values();
  const sorted = [...unique].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: { readonly column: number; readonly from: number; to: number }[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last && last.column === column && last.to === row - 1) last.to = row;
    else runs.push({ column, from: row, to: row });
  }
  return runs.map(({ column, from, to }) => {
    const first = a1({ row: from, column });
    return from === to ? first : `${first}:${columnName(column)}${to + 1}`;
  });
}
