// Which sheets of a workbook carry the annex, and which of them is meant.
import { type Grid, isTemplateSheet, ownSheetId, type Workbook } from './grid.ts';
import type { Layout } from './locate.ts';
import { locateForm } from './sameForm.ts';
import type { Template } from './template.ts';
import type { Key } from './templates/index.ts';

/** A sheet that carries the annex, and where it stands there. */
export interface AnnexSheet {
  readonly grid: Grid;
  readonly layout: Layout;
}

/** Every sheet that carries the annex, ours left out. */
export function annexSheets(workbook: Workbook, template: Template<Key>): readonly AnnexSheet[] {
  return workbook.sheets.flatMap((grid) => {
    if (ownSheetId(grid) !== null || isTemplateSheet(grid)) return [];
    const layout = locateForm(grid, template);
    return layout ? [{ grid, layout }] : [];
  });
}

/** The named sheet; else the active one if it carries the annex; else the best match; of equal ones the first seen. */
export function chooseAnnex(found: readonly AnnexSheet[], workbook: Workbook, sheet?: string): AnnexSheet | null {
  if (sheet !== undefined) return found.find(({ grid }) => grid.name === sheet) ?? null;
  const active = found.find(({ grid }) => grid.name === workbook.active);
  if (active) return active;
  let best: AnnexSheet | null = null;
  // A hidden sheet is an old copy more often than not: of equal ones the visible comes first.
  const visibleFirst = [...found.filter(({ grid }) => grid.visible), ...found.filter(({ grid }) => !grid.visible)];
  for (const one of visibleFirst) if (best === null || one.layout.score > best.layout.score) best = one;
  return best;
}
