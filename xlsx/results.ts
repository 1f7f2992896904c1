// Stores what formulas give, as calculated by whoever shows the file: the formulas themselves stay as they are.
import { type Address, type Cell, hasRoom } from '../core/index.ts';
import { childNamed, type Package, parseElement, type Splice, spliced } from '../ooxml/index.ts';
import { findPlace, prefixed } from './cells.ts';
import { resultXml } from './tableSheet.ts';
import { outlineWorksheet } from './worksheet.ts';

export interface FormulaResult {
  readonly at: Address;
  readonly value: Cell;
}

/** Sets the stored results of formulas. Cells without a formula, and values no cell can hold, are passed over. */
export function applyResults(pack: Package, part: string, results: readonly FormulaResult[]): void {
  const xml = pack.text(part);
  const data = childNamed(outlineWorksheet(xml), 'sheetData');
  if (!data) return;
  const splices = results.flatMap(({ at, value }): Splice[] => {
    const { cell, cellEnd, hasFormula } = findPlace(xml, data, at);
    if (!cell || !hasFormula || !hasRoom(value)) return [];
    return [{ from: cell.start, to: cellEnd, text: withResult(xml.slice(cell.start, cellEnd), value, data.prefix) }];
  });
  if (splices.length > 0) pack.setText(part, spliced(xml, splices));
}

function withResult(cell: string, value: Cell, prefix: string): string {
  const root = parseElement(cell);
  const { type, cached } = resultXml(value);
  const tag = cell.slice(0, root.openEnd).replace(/\st\s*=\s*("[^"]*"|'[^']*')/, '');
  const formula = childNamed(root, 'f');
  const kept = formula ? cell.slice(formula.start, formula.end) : '';
  return `${tag.slice(0, -1)}${type}>${kept}${prefixed(cached, prefix)}</${root.name}>`;
}
