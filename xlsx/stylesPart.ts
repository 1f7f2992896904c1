// The styles part as something to add to: entries go to the end of their lists, and come off again.
import {
  appendToList,
  attribute,
  childNamed,
  corrupt,
  type Element,
  insertInOrder,
  newList,
  type Package,
  parseElement,
  type Relationship,
  removeFromList,
  type Splice,
  setAttribute,
  spliced,
  XML_HEAD,
} from '../ooxml/index.ts';
import type { WorkbookPart } from './workbook.ts';

const ORDER = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(' ');

export type StyleList = 'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellXfs' | 'dxfs';

const DEFAULT_FONT = '<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>';
/** The font of official documents (Nghị định 30/2020/NĐ-CP). */
export const OFFICIAL_FONT = '<font><sz val="12"/><name val="Times New Roman"/><family val="1"/></font>';
export const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/**
 * What a workbook without styles looks like in Excel: one font, the two fills every file starts with, one style.
 * Another font may be given for a new workbook.
 */
export function plainStyles(namespace: string, font = DEFAULT_FONT): string {
  return `${XML_HEAD}<styleSheet xmlns="${namespace}"><fonts count="1">${font}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

/** Where a workbook names a styles part it does not have, ours takes that place; a line end tells so afterwards. */
const PROMISED = '\n';

/** The name of the styles part; null when the workbook has none. */
export function findStylesPart(pack: Package, workbook: WorkbookPart): string | null {
  return stylesNamed(pack, workbook).find((one) => pack.has(one.target))?.target ?? null;
}

function stylesNamed(pack: Package, workbook: WorkbookPart): readonly Relationship[] {
  return pack.relationships(workbook.part).filter((one) => one.kind === 'styles' && !one.external);
}

/** The name of the styles part, made when there is none. */
export function ensureStylesPart(pack: Package, workbook: WorkbookPart): string {
  const found = findStylesPart(pack, workbook);
  if (found) return found;
  const promised = stylesNamed(pack, workbook).find((one) => pack.contentType(one.target) === STYLES_TYPE);
  if (promised) {
    pack.write(promised.target, plainStyles(workbook.flavour.main) + PROMISED);
    return promised.target;
  }
  const folder = workbook.part.slice(0, workbook.part.lastIndexOf('/') + 1);
  const part = pack.freeName(workbook.part, (n) => `${folder}styles${n === 1 ? '' : n}.xml`);
  pack.write(part, plainStyles(workbook.flavour.main));
  pack.addOverride(part, STYLES_TYPE);
  pack.addRelationship(workbook.part, `${workbook.flavour.relationships}/styles`, part);
  return part;
}

/** Takes the styles part out again when it holds nothing but what `ensureStylesPart` wrote. */
export function dropPlainStyles(pack: Package, workbook: WorkbookPart): void {
  const part = findStylesPart(pack, workbook);
  const plain = plainStyles(workbook.flavour.main);
  if (!part || !pack.text(part).startsWith(plain)) return;
  if (pack.text(part) === plain) {
    const own = stylesNamed(pack, workbook).find((one) => one.target === part);
    if (own) pack.removeRelationship(workbook.part, own.id);
    pack.removeOverride(part);
  }
  pack.remove(part);
}

/** Adds entries (XML with no prefix on their names) to the end of a list; gives the index of the first. */
export function appendStyles(pack: Package, part: string, list: StyleList, entries: readonly string[]): number {
  const xml = pack.text(part);
  const root = parseElement(xml);
  // A relationship that points at another part must not have us write into that one.
  if (root.local !== 'styleSheet') throw corrupt(`thành phần ${part} không phải là kiểu ô`);
  const found = childNamed(root, list);
  const text = entries.map((entry) => withPrefix(entry, root.prefix)).join('');
  if (!found) {
    const whole = newList(`${root.prefix}${list}`, text, ` count="${entries.length}"`);
    pack.setText(part, spliced(xml, [insertInOrder(xml, root, ORDER, list, whole)]));
    return 0;
  }
  pack.setText(part, spliced(xml, [...recount(xml, found, entries.length), appendToList(xml, found, text)]));
  return found.children.length;
}

/** Takes the last `count` entries off a list: the exact inverse of `appendStyles`. */
export function dropLastStyles(pack: Package, part: string, list: StyleList, count: number): void {
  const xml = pack.text(part);
  const found = childNamed(parseElement(xml), list);
  if (!found || count === 0) return;
  const cut = removeFromList(xml, found, found.children.slice(-count));
  const isWhole = cut.some((splice) => splice.from === found.start);
  pack.setText(part, spliced(xml, isWhole ? cut : [...recount(xml, found, -count), ...cut]));
}

/** The count is kept as wrong or as absent as it was: readers go by the entries. */
function recount(xml: string, list: Element, by: number): Splice[] {
  const count = attribute(xml, list, 'count');
  if (count === null || !/^\d+$/.test(count)) return [];
  return [setAttribute(xml, list, 'count', String(Number(count) + by))];
}

/** Gives every element name of a fragment the prefix the part uses. */
export function withPrefix(fragment: string, prefix: string): string {
  return prefix === '' ? fragment : fragment.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);
}
