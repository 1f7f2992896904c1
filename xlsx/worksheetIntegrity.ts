// Checks one worksheet part: order of its elements, order of its cells, and that all it refers to exists.
import { parseA1 } from '../core/index.ts';
import {
  attribute,
  childNamed,
  childrenNamed,
  type Element,
  prefixedAttribute,
  rankOf,
  XmlReader,
} from '../ooxml/index.ts';
import { descendants, outlineWorksheet, WORKSHEET_ORDER } from './worksheet.ts';

/** How many cell styles, differential styles and shared strings the workbook has. */
export interface StyleCounts {
  readonly styles: number;
  readonly differential: number;
  readonly strings: number;
}

export interface CheckedSheet {
  readonly breaches: readonly string[];
  /** The addresses of the cells that hold formulas. */
  readonly formulas: ReadonlySet<string>;
}

/** Checks a worksheet's text; `ids` are those of its relationships. */
export function checkWorksheet(xml: string, ids: ReadonlySet<string>, counts: StyleCounts): CheckedSheet {
  const root = outlineWorksheet(xml);
  const breaches = [...checkOrder(root), ...checkReferences(xml, root, ids, counts)];
  const formulas = new Set<string>();
  const data = childNamed(root, 'sheetData');
  if (data) checkCells(new XmlReader(xml, data.start, data.end), counts, breaches, formulas);
  return { breaches, formulas };
}

function checkOrder(root: Element): string[] {
  let last = -1;
  return root.children.flatMap((child) => {
    const rank = rankOf(child, WORKSHEET_ORDER);
    if (rank < 0) return [];
    const breach = rank < last ? [`${child.local} stands too late`] : [];
    last = Math.max(last, rank);
    return breach;
  });
}

function checkReferences(xml: string, root: Element, ids: ReadonlySet<string>, counts: StyleCounts): string[] {
  const breaches: string[] = [];
  const visit = (element: Element): void => {
    const id = element.local === 'ext' ? null : prefixedAttribute(xml, element, 'id');
    if (id !== null && id !== '' && element.prefix === root.prefix && !ids.has(id)) {
      breaches.push(`${element.local} refers to ${id}, which does not exist`);
    }
    element.children.forEach(visit);
  };
  root.children.forEach(visit);
  for (const rule of descendants(root, 'cfRule')) {
    const style = attribute(xml, rule, 'dxfId');
    if (style !== null && Number(style) >= counts.differential) breaches.push(`dxfId ${style} does not exist`);
  }
  const merges = childNamed(root, 'mergeCells');
  const joined = (merges ? childrenNamed(merges, 'mergeCell') : []).map((merge) => attribute(xml, merge, 'ref'));
  if (new Set(joined).size !== joined.length) breaches.push('cells are joined twice');
  if (merges && joined.length === 0) breaches.push('mergeCells is empty');
  return breaches;
}

function checkCells(reader: XmlReader, counts: StyleCounts, breaches: string[], formulas: Set<string>): void {
  let row = 0;
  let column = -1;
  let at = '';
  let type = '';
  while (reader.next()) {
    if (reader.kind === 'close') continue;
    if (reader.depth === 1 && reader.is('row')) {
      const number = Number(reader.attribute('r') ?? row + 1);
      if (number <= row) breaches.push(`row ${number} does not follow row ${row}`);
      row = number;
      column = -1;
    } else if (reader.depth === 2 && reader.is('c')) {
      at = reader.attribute('r') ?? '';
      type = reader.attribute('t') ?? 'n';
      const address = at === '' ? { row: row - 1, column: column + 1 } : parseA1(at);
      if (!address || address.row !== row - 1) breaches.push(`cell ${at} is not of row ${row}`);
      else if (address.column <= column) breaches.push(`cell ${at} does not follow the one before`);
      column = address?.column ?? column + 1;
      const style = Number(reader.attribute('s') ?? 0);
      if (style >= counts.styles) breaches.push(`style ${style} of ${at} does not exist`);
    } else if (reader.depth === 3 && reader.is('f')) formulas.add(at);
    else if (reader.depth === 3 && reader.is('v') && type === 's') {
      const index = Number(reader.text());
      if (!(index < counts.strings)) breaches.push(`string ${index} of ${at} does not exist`);
    }
  }
}
