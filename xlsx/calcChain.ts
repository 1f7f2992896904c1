// Keeps the calculation chain right: a spreadsheet calls a file damaged whose chain names cells without formulas.

import {
  attribute,
  childrenNamed,
  type Package,
  parseElement,
  removal,
  setAttribute,
  spliced,
} from '../ooxml/index.ts';
import type { WorkbookPart } from './workbook.ts';

/** Takes all cells of one sheet out of the chain; a chain left empty goes as a whole. */
export function dropFromCalcChain(pack: Package, workbook: WorkbookPart, sheetId: number): void {
  const chain = pack.relationships(workbook.part).find((relationship) => relationship.kind === 'calcChain');
  if (!chain || !pack.has(chain.target)) return;
  const xml = pack.text(chain.target);
  const cells = childrenNamed(parseElement(xml), 'c');
  let sheet = '0';
  // A cell without a sheet of its own lies on the sheet of the one before it.
  const placed = cells.map((cell) => {
    const own = attribute(xml, cell, 'i');
    sheet = own ?? sheet;
    return { cell, sheet, own };
  });
  const kept = placed.filter((one) => one.sheet !== String(sheetId));
  if (kept.length === placed.length) return;
  if (kept.length === 0) {
    pack.removeRelationship(workbook.part, chain.id);
    pack.removeOverride(chain.target);
    pack.remove(chain.target);
    return;
  }
  const gone = placed.filter((one) => one.sheet === String(sheetId)).map((one) => removal(one.cell));
  const renamed = kept
    .filter((one, i) => one.own === null && one.sheet !== (kept[i - 1]?.sheet ?? '0'))
    .map((one) => setAttribute(xml, one.cell, 'i', one.sheet));
  pack.setText(chain.target, spliced(xml, [...gone, ...renamed]));
}
