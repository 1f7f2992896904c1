// Takes the styles of our sheets off the styles part again, once no cell uses them.

import { attribute, childNamed, type Element, type Package, parseElement, XmlReader } from '../ooxml/index.ts';
import { dropLastStyles, dropPlainStyles, findStylesPart, type StyleList } from './stylesPart.ts';
import type { WorkbookPart } from './workbook.ts';

/** Shapes that only `StyleWriter` writes, with the names' prefixes taken off. */
const OURS: Readonly<Record<Exclude<StyleList, 'dxfs'>, RegExp>> = {
  cellXfs:
    /^<xf numFmtId="\d+" fontId="\d+" fillId="\d+" borderId="\d+" xfId="0"(?: quotePrefix="1")? applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment(?: horizontal="\w+")? vertical="\w+" wrapText="1"\/><\/xf>$/,
  fonts:
    /^<font>(?:<b\/>)?(?:<i\/>)?(?:<u\/>)?<sz val="\d+"\/>(?:<color rgb="FF\w{6}"\/>)?<name val="Times New Roman"\/><family val="1"\/><\/font>$/,
  fills:
    /^<fill><patternFill patternType="solid"><fgColor rgb="FF\w{6}"\/><bgColor indexed="64"\/><\/patternFill><\/fill>$/,
  borders: /^<border><left style="thin"><color indexed="64"\/><\/left>.*<diagonal\/><\/border>$/,
  numFmts: /^<numFmt numFmtId="\d+" formatCode="[^"]*"\/>$/,
};

/** Drops the cell styles at the end of their list that we wrote and no cell uses, and what only they referred to. */
export function dropUnusedStyles(pack: Package, workbook: WorkbookPart): void {
  const part = findStylesPart(pack, workbook);
  if (!part) return;
  const highest = workbook.sheets.map((sheet) => (sheet.part ? highestStyle(pack.text(sheet.part)) : 0));
  const before = references(pack.text(part));
  dropTail(pack, part, 'cellXfs', (index) => index > Math.max(0, ...highest));
  const after = references(pack.text(part));
  const isFree = (reference: string): boolean => before.has(reference) && !after.has(reference);
  dropTail(pack, part, 'fonts', (index) => isFree(`fontId=${index}`));
  dropTail(pack, part, 'fills', (index) => isFree(`fillId=${index}`));
  dropTail(pack, part, 'borders', (index) => isFree(`borderId=${index}`));
  dropTail(pack, part, 'numFmts', (_, id) => isFree(`numFmtId=${id}`));
  dropPlainStyles(pack, workbook);
}

type OwnList = Exclude<StyleList, 'dxfs'>;

function dropTail(
  pack: Package,
  part: string,
  list: OwnList,
  isFree: (index: number, formatId: string | null) => boolean,
): void {
  const xml = pack.text(part);
  const entries = childNamed(parseElement(xml), list)?.children ?? [];
  let kept = entries.length;
  for (; kept > 0; kept--) {
    const entry = entries[kept - 1];
    if (!entry || !isFree(kept - 1, attribute(xml, entry, 'numFmtId'))) break;
    if (!OURS[list].test(xml.slice(entry.start, entry.end).replace(/(<\/?)[\w.-]+:/g, '$1'))) break;
  }
  dropLastStyles(pack, part, list, entries.length - kept);
}

/** The highest style index that a row, a cell or a column of a sheet uses. */
function highestStyle(xml: string): number {
  const reader = new XmlReader(xml);
  let highest = 0;
  while (reader.next()) {
    if (reader.kind === 'close') continue;
    const name = reader.is('c') || reader.is('row') ? 's' : reader.is('col') ? 'style' : null;
    const style = name === null ? null : reader.attribute(name);
    if (style !== null) highest = Math.max(highest, Number(style) || 0);
  }
  return highest;
}

/** All that cell styles refer to, as "fontId=3". */
function references(xml: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (element: Element): void => {
    if (element.local === 'xf') {
      for (const name of ['fontId', 'fillId', 'borderId', 'numFmtId'])
        found.add(`${name}=${attribute(xml, element, name)}`);
    }
    element.children.forEach(visit);
  };
  visit(parseElement(xml));
  return found;
}
