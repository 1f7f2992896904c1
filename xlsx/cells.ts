// Sets one cell of a user's sheet and leaves every other byte of it alone.
import {
  type Address,
  a1,
  type Cell,
  type CellChange,
  columnName,
  hasRoom,
  type Outcome,
  parseA1,
  type Range,
} from '../core/index.ts';
import {
  append,
  attribute,
  childNamed,
  childrenNamed,
  type Element,
  type Package,
  parseElement,
  type Splice,
  setAttribute,
  spliced,
  XmlReader,
} from '../ooxml/index.ts';
import { COLUMN_LIMIT, ROW_LIMIT } from './sheetBuilder.ts';
import { readStyles } from './styles.ts';
import { appendStyles, findStylesPart } from './stylesPart.ts';
import { valueXml } from './tableSheet.ts';
import { recalculateOnLoad, type WorkbookPart } from './workbook.ts';

/** What stands where a cell belongs. Offsets are those of the sheet's text. */
interface Place {
  /** The row's opening tag; null when the row is not stored. */
  readonly row: Tag | null;
  readonly cell: Tag | null;
  readonly cellEnd: number;
  readonly hasFormula: boolean;
  /** Where a new cell, or a new row, goes. */
  readonly insertAt: number;
}

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly empty: boolean;
}

/** Sets a cell. `current` is what the sheet holds there now; a formula or a joined cell is never written over. */
export function applyCell(
  pack: Package,
  workbook: WorkbookPart,
  part: string,
  change: CellChange,
  current: Cell,
): Outcome {
  const { at, to } = change;
  const refused = { ...at, sheet: change.sheet };
  if (!sameCell(current, change.from)) return { applied: false, code: 'changed', at: refused };
  if (!isStorable(at, to)) return { applied: false, code: 'failed', at: refused };
  const xml = pack.text(part);
  const root = parseElement(xml, (local) => local !== 'sheetData');
  const data = childNamed(root, 'sheetData');
  if (!data || isCovered(xml, root, at)) return { applied: false, code: 'failed', at: refused };
  const place = findPlace(xml, data, at);
  if (place.hasFormula || isInArray(xml, data, at)) return { applied: false, code: 'changed', at: refused };
  if (sameCell(current, to)) return { applied: true };
  const style = styleFor(pack, workbook, to, styleAt(xml, root, place, at));
  pack.setText(part, spliced(xml, [...cellSplices(xml, data, place, at, to, style), ...widen(xml, root, at)]));
  recalculateOnLoad(pack, workbook, 'lasting');
  return { applied: true };
}

/** Whether two cells hold the same: errors by their code. */
function sameCell(a: Cell, b: Cell): boolean {
  if (a !== null && b !== null && typeof a === 'object' && typeof b === 'object') return a.error === b.error;
  return a === b;
}

function isStorable(at: Address, value: Cell): boolean {
  return at.row >= 0 && at.row < ROW_LIMIT && at.column >= 0 && at.column < COLUMN_LIMIT && hasRoom(value);
}

/** Whether a cell lies under a joined cell whose value another one holds. */
function isCovered(xml: string, root: Element, at: Address): boolean {
  const list = childNamed(root, 'mergeCells');
  return (list ? childrenNamed(list, 'mergeCell') : []).some((merge) => {
    const range = readRange(attribute(xml, merge, 'ref') ?? '');
    const isFirst = range?.from.row === at.row && range.from.column === at.column;
    return range !== null && !isFirst && contains(range, at);
  });
}

function readRange(text: string): Range | null {
  const [first = '', last = first] = text.split(':');
  const from = parseA1(first);
  const to = parseA1(last);
  return from && to ? { from, to } : null;
}

function contains({ from, to }: Range, at: Address): boolean {
  return at.row >= from.row && at.row <= to.row && at.column >= from.column && at.column <= to.column;
}

/** An array formula fills cells that hold no formula of their own. */
function isInArray(xml: string, data: Element, at: Address): boolean {
  if (!/t\s*=\s*["'](array|dataTable)/.test(xml.slice(data.start, data.end))) return false;
  const reader = new XmlReader(xml, data.start, data.end);
  while (reader.next()) {
    if (reader.kind === 'close' || !reader.is('f') || !/^(array|dataTable)$/.test(reader.attribute('t') ?? ''))
      continue;
    const range = readRange(reader.attribute('ref') ?? '');
    if (range && contains(range, at)) return true;
  }
  return false;
}

/** Where a cell stands in the rows, or would stand. */
export function findPlace(xml: string, data: Element, at: Address): Place {
  const nowhere = { row: null, cell: null, cellEnd: -1, hasFormula: false };
  const reader = new XmlReader(xml, data.start, data.end);
  let row = -1;
  while (reader.next()) {
    if (reader.depth !== 1 || reader.kind === 'close' || !reader.is('row')) continue;
    row = rowNumber(reader, row);
    if (row > at.row) return { ...nowhere, insertAt: reader.start };
    if (row === at.row) return findCell(reader, at.column);
    reader.skip();
  }
  return { ...nowhere, insertAt: data.closeStart };
}

function rowNumber(reader: XmlReader, before: number): number {
  const written = reader.attribute('r');
  return written === null ? before + 1 : Number(written) - 1;
}

function findCell(reader: XmlReader, wanted: number): Place {
  const row = { start: reader.start, end: reader.end, empty: reader.kind === 'empty' };
  const missing = { row, cell: null, cellEnd: -1, hasFormula: false };
  if (row.empty) return { ...missing, insertAt: reader.end };
  let column = -1;
  while (reader.next() && reader.depth > 1) {
    if (reader.depth !== 2 || reader.kind === 'close' || !reader.is('c')) continue;
    column = parseA1(reader.attribute('r') ?? '')?.column ?? column + 1;
    if (column > wanted) return { ...missing, insertAt: reader.start };
    const cell = { start: reader.start, end: reader.end, empty: reader.kind === 'empty' };
    const hasFormula = hasChild(reader, 'f');
    if (column === wanted) return { row, cell, cellEnd: reader.end, hasFormula, insertAt: cell.start };
  }
  return { ...missing, insertAt: reader.start };
}

/** Moves to the element's closing tag and tells whether it has such a child. */
function hasChild(reader: XmlReader, local: string): boolean {
  if (reader.kind !== 'open') return false;
  const depth = reader.depth;
  let found = false;
  while (reader.next() && reader.depth > depth) found ||= reader.begins(local);
  return found;
}

function readTag(xml: string, tag: Tag): XmlReader {
  const reader = new XmlReader(`${xml.slice(tag.start, tag.end - (tag.empty ? 2 : 1))}/>`);
  reader.next();
  return reader;
}

/** The style of the cell; of its row or its column when it is not stored yet. */
function styleAt(xml: string, root: Element, place: Place, at: Address): string | null {
  if (place.cell) return readTag(xml, place.cell).attribute('s');
  const row = place.row ? readTag(xml, place.row) : null;
  if (row && /^(1|true)$/.test(row.attribute('customFormat') ?? '')) return row.attribute('s');
  const columns = childNamed(root, 'cols')?.children ?? [];
  const column = columns.find((col) => {
    const from = Number(attribute(xml, col, 'min'));
    return at.column + 1 >= from && at.column + 1 <= Number(attribute(xml, col, 'max'));
  });
  return column ? attribute(xml, column, 'style') : null;
}

/** A number put into a cell formatted as text takes the same style with a general format: else it would be text again. */
function styleFor(pack: Package, workbook: WorkbookPart, value: Cell, style: string | null): string | null {
  const part = findStylesPart(pack, workbook);
  if (typeof value !== 'number' || style === null || !part) return style;
  const xml = pack.text(part);
  if (readStyles(xml, false).formatCode(Number(style)) !== '@') return style;
  const list = childNamed(parseElement(xml), 'cellXfs');
  const source = list?.children[Number(style)];
  if (!list || !source) return style;
  const isNumberFormat = setAttribute(xml, source, 'numFmtId', '0');
  const whole = spliced(xml.slice(source.start, source.end), [
    { from: isNumberFormat.from - source.start, to: isNumberFormat.to - source.start, text: isNumberFormat.text },
  ]);
  const known = list.children.findIndex((other) => xml.slice(other.start, other.end) === whole);
  return String(known >= 0 ? known : appendStyles(pack, part, 'cellXfs', [whole.replace(/(<\/?)[\w.-]+:/g, '$1')]));
}

function cellSplices(xml: string, data: Element, place: Place, at: Address, to: Cell, style: string | null): Splice[] {
  const prefix = data.prefix;
  const attributes = style === null ? '' : ` s="${style}"`;
  const cell = prefixed(valueXml(to, a1(at), attributes), prefix);
  if (place.cell) return [{ from: place.cell.start, to: place.cellEnd, text: cell }];
  if (to === null) return [];
  if (!place.row) {
    const row = `<${prefix}row r="${at.row + 1}">${cell}</${prefix}row>`;
    return [data.empty ? append(xml, data, row) : { from: place.insertAt, to: place.insertAt, text: row }];
  }
  const spans = widenSpans(xml, place.row, at.column);
  if (!place.row.empty) return [...spans, { from: place.insertAt, to: place.insertAt, text: cell }];
  const slash = xml.lastIndexOf('/', place.row.end);
  return [...spans, { from: slash, to: place.row.end, text: `>${cell}</${prefix}row>` }];
}

export function prefixed(fragment: string, prefix: string): string {
  return prefix === '' ? fragment : fragment.replace(/<(\/?)(?=(?:c|v|is|t)[\s>/])/g, `<$1${prefix}`);
}

/** `spans` tells which columns a row uses; a reader that trusts it would not see a cell outside. */
function widenSpans(xml: string, row: Tag, column: number): Splice[] {
  const reader = readTag(xml, row);
  const match = /^(\d+):(\d+)$/.exec(reader.attribute('spans') ?? '');
  if (!match || (column + 1 >= Number(match[1]) && column + 1 <= Number(match[2]))) return [];
  const text = `${Math.min(column + 1, Number(match[1]))}:${Math.max(column + 1, Number(match[2]))}`;
  return [{ from: row.start + reader.valueStart, to: row.start + reader.valueEnd, text }];
}

function widen(xml: string, root: Element, at: Address): Splice[] {
  const dimension = childNamed(root, 'dimension');
  const range = readRange((dimension && attribute(xml, dimension, 'ref')) ?? '');
  if (!dimension || !range || contains(range, at)) return [];
  const top = Math.min(range.from.row, at.row) + 1;
  const left = columnName(Math.min(range.from.column, at.column));
  const bottom = Math.max(range.to.row, at.row) + 1;
  const right = columnName(Math.max(range.to.column, at.column));
  return [setAttribute(xml, dimension, 'ref', `${left}${top}:${right}${bottom}`)];
}
