// Adds, rewrites and takes out the sheets that the product owns.
import { freeSheetName, isWritable, type Outcome, quoteSheet, type TableChange } from '../core/index.ts';
import { type Package, partKey, relationshipsPart } from '../ooxml/index.ts';
import { dropFromCalcChain } from './calcChain.ts';
import { StyleWriter } from './looks.ts';
import { ensureStylesPart } from './stylesPart.ts';
import { tableSheet } from './tableSheet.ts';
import { dropUnusedStyles } from './unusedStyles.ts';
import {
  addSheetEntry,
  forgetRecalculation,
  readWorkbookPart,
  recalculateOnLoad,
  removeSheetEntry,
  setPrintTitles,
  type WorkbookPart,
} from './workbook.ts';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

export const APPLIED: Outcome = { applied: true };
export const FAILED: Outcome = { applied: false, code: 'failed' };

/** Writes a table into the sheet at `index`, or into a new one when `index` is null. */
export function applyTable(pack: Package, workbook: WorkbookPart, index: number | null, change: TableChange): Outcome {
  if (!isWritable(change)) return FAILED;
  const styles = new StyleWriter(pack, ensureStylesPart(pack, workbook));
  const xml = tableSheet(change, styles, workbook.flavour.main, index !== null && workbook.activeTab === index);
  styles.commit();
  const place = index ?? workbook.sheets.length;
  if (index === null) addSheet(pack, workbook, change.sheet, xml);
  else rewriteSheet(pack, workbook, index, xml);
  const after = readWorkbookPart(pack);
  setPrintTitles(pack, after, place, printTitles(change, after.sheets[place]?.name ?? change.sheet));
  const isLive = change.rows.some((row) =>
    row.cells.some((cell) => cell !== null && typeof cell === 'object' && 'formula' in cell),
  );
  if (isLive) recalculateOnLoad(pack, after, 'passing');
  return APPLIED;
}

function addSheet(pack: Package, workbook: WorkbookPart, wanted: string, xml: string): void {
  const folder = workbook.part.slice(0, workbook.part.lastIndexOf('/') + 1);
  const part = pack.freeName(workbook.part, (n) => `${folder}worksheets/sheet${n}.xml`);
  pack.write(part, xml);
  pack.addOverride(part, CONTENT_TYPE);
  const id = pack.addRelationship(workbook.part, `${workbook.flavour.relationships}/worksheet`, part);
  addSheetEntry(
    pack,
    workbook,
    freeSheetName(
      wanted,
      workbook.sheets.map((sheet) => sheet.name),
    ),
    id,
  );
}

function rewriteSheet(pack: Package, workbook: WorkbookPart, index: number, xml: string): void {
  const sheet = workbook.sheets[index];
  if (!sheet?.part) return;
  dropRelated(pack, sheet.part);
  dropFromCalcChain(pack, workbook, sheet.sheetId);
  pack.write(sheet.part, xml);
}

/** Takes the sheet at `index` out with all that only it refers to. */
export function removeSheet(pack: Package, workbook: WorkbookPart, index: number, isLastOfOurs: boolean): Outcome {
  const sheet = workbook.sheets[index];
  // A workbook must keep a sheet: one that holds nothing but ours is not taken apart.
  if (!sheet?.part || workbook.sheets.length < 2) return FAILED;
  dropRelated(pack, sheet.part);
  dropFromCalcChain(pack, workbook, sheet.sheetId);
  pack.remove(sheet.part);
  pack.removeOverride(sheet.part);
  pack.removeRelationship(workbook.part, sheet.relationshipId);
  removeSheetEntry(pack, workbook, index);
  if (isLastOfOurs) {
    const after = readWorkbookPart(pack);
    forgetRecalculation(pack, after);
    dropUnusedStyles(pack, after);
  }
  return APPLIED;
}

/** Another program may have given our sheet printer settings or notes: they go, unless another part needs them. */
function dropRelated(pack: Package, part: string): void {
  const own = pack.relationships(part).filter((relationship) => !relationship.external);
  const list = relationshipsPart(part);
  if (!pack.has(list)) return;
  pack.remove(list);
  const used = new Set(
    pack
      .partNames()
      .filter((name) => name.endsWith('.rels'))
      .flatMap((name) => targetsIn(pack, name)),
  );
  for (const { target } of own) {
    if (used.has(partKey(target)) || !pack.has(target)) continue;
    pack.remove(target);
    pack.removeOverride(target);
    dropRelated(pack, target);
  }
}

function targetsIn(pack: Package, list: string): string[] {
  const part = list.replace(/\\/g, '/').replace(/(^|\/)_rels\/([^/]*)\.rels$/i, '$1$2');
  return pack
    .relationships(part)
    .filter((one) => !one.external)
    .map((one) => partKey(one.target));
}

function printTitles(change: TableChange, name: string): string | null {
  const repeat = change.print?.repeat;
  return repeat ? `${quoteSheet(name)}$${repeat.from + 1}:$${repeat.to + 1}` : null;
}
