// Which sheets of a workbook carry the annex, which of them is meant, and which version of the annex it is.
import { type Grid, isTemplateSheet, ownSheetId, type Workbook } from './grid.ts';
import type { Layout } from './locate.ts';
import { locateForm } from './sameForm.ts';
import type { Template } from './template.ts';
import { type Key, pl01b2024, TEMPLATES } from './templates/index.ts';

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

/**
 * The version of the annex that the workbook's sheets fit best: with the most rows found and the fewest missing; of
 * versions that fit alike the newest, which comes first. Of a workbook without an annex the newest.
 */
export function annexVersion(workbook: Workbook, versions: readonly Template<Key>[] = TEMPLATES): Template<Key> {
  // Of one there is nothing to choose, and nothing to look for.
  const fits = versions.length < 2 ? [] : versions.map((version) => fitOf(annexSheets(workbook, version), version));
  return versions[Math.max(0, fits.indexOf(Math.max(...fits)))] ?? pl01b2024;
}

function fitOf(found: readonly AnnexSheet[], version: Template<Key>): number {
  return Math.max(0, ...found.map(({ layout }) => layout.score - (version.rows.length - layout.rows.size)));
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
