// Carries out a batch of changes in the file, and shows in the grid what the file then holds.
import {
  type Change,
  type Grid,
  hashGrid,
  type Outcome,
  ownSheetId,
  type TableChange,
  type Workbook,
} from '../core/index.ts';
import type { WorkbookFile } from '../xlsx/index.ts';
import { looksOf } from './snapshot.ts';
import type { View } from './view.ts';

const CHANGED: Outcome = { applied: false, code: 'changed' };

/** `shown` is the workbook as the grid has it now: what the plan of the changes was made from. */
export function applyBoth(view: View, file: WorkbookFile, changes: readonly Change[], shown: Workbook): Outcome {
  const before = file.readWorkbook();
  const translated = translate(changes, shown, before);
  if (!translated) return CHANGED;
  const giveBack = file.keep();
  const outcome = file.apply(translated);
  if (!outcome.applied) return outcome;
  try {
    view.looks = looksOf(file.readAppearance());
    mirror(view, changes, before, file.readWorkbook());
    return outcome;
  } catch {
    const written = file.readWorkbook();
    giveBack();
    view.looks = looksOf(file.readAppearance());
    return showAgain(view, before, written);
  }
}

/** Brings a grid that failed half-way back to the file as it was before the changes; each sheet on its own. */
function showAgain(view: View, before: Workbook, written: Workbook): Outcome {
  const fresh = written.sheets.filter((sheet) => !named(before, sheet.name));
  const steps = [
    ...before.sheets.map((sheet, index) => ({ sheet, run: () => view.showSheet(sheet, index) })),
    ...fresh.map((sheet) => ({ sheet, run: () => view.removeSheet(sheet.name, before.active) })),
  ];
  const sheets = steps.flatMap(({ sheet, run }) => {
    try {
      run();
      return [];
    } catch {
      return [sheet.name];
    }
  });
  return sheets.length === 0 ? { applied: false, code: 'failed' } : { applied: false, code: 'interrupted', sheets };
}

/**
 * The same changes as the file expects them: the formulas of our sheets were calculated anew in the grid, so that what
 * was read there has another hash than the file's own. Null when a table is not what was read.
 */
function translate(changes: readonly Change[], shown: Workbook, stored: Workbook): readonly Change[] | null {
  const written = new Set<string>();
  const translated: Change[] = [];
  for (const change of changes) {
    const isFirst = change.kind === 'table' && change.id !== null && !written.has(change.id);
    if (isFirst && hashOf(shown, change) !== change.expects) return null;
    translated.push(isFirst ? { ...change, expects: hashOf(stored, change) } : change);
    if ((change.kind === 'table' || change.kind === 'remove') && change.id !== null) written.add(change.id);
  }
  return translated;
}

function hashOf(workbook: Workbook, change: TableChange): string | null {
  const own = workbook.sheets.find((sheet) => ownSheetId(sheet) === change.id);
  return own ? hashGrid(own) : null;
}

/** Brings the grid to what the file holds: sheets that went, came or were rewritten, marks, single cells. */
function mirror(view: View, changes: readonly Change[], before: Workbook, after: Workbook): void {
  for (const gone of before.sheets.filter((sheet) => !named(after, sheet.name))) {
    view.removeSheet(gone.name, after.active);
  }
  const rewritten = new Set(changes.flatMap((change) => (change.kind === 'table' ? [change.id] : [])));
  after.sheets.forEach((sheet, index) => {
    const id = ownSheetId(sheet);
    const isNew = !named(before, sheet.name);
    if (isNew || (id !== null && rewritten.has(id))) view.showSheet(sheet, index);
  });
  for (const change of changes) {
    if (change.kind === 'marks') view.drawMarks(change.sheet);
    if (change.kind === 'cell') view.setCell(change.sheet, change.at, valueIn(named(after, change.sheet), change.at));
  }
}

function named(workbook: Workbook, name: string): Grid | undefined {
  return workbook.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}

function valueIn(grid: Grid | undefined, at: { readonly row: number; readonly column: number }) {
  return grid?.cells[at.row]?.[at.column] ?? null;
}
