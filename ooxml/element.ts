// Finds elements of a part by offset and changes it by splices, so that everything else keeps its bytes.
import { corrupt } from './fileError.ts';
import { XmlReader } from './xml.ts';
import { escapeXml, unescapeXml } from './xmlText.ts';

/** An element by its offsets in the text: `<` at start, content from openEnd to closeStart, after `>` at end. */
export interface Element {
  readonly name: string;
  readonly local: string;
  /** With its colon, or "". */
  readonly prefix: string;
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
  readonly empty: boolean;
  readonly children: readonly Element[];
}

/** An element while its end is not yet known. */
interface Growing extends Element {
  closeStart: number;
  end: number;
  readonly children: Element[];
}

/** Replaces the text between two offsets. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The root element of a text with its descendants, `deep` levels of them. The elements for which `enter` says no
 * keep no children: so the cells of a sheet need not become objects.
 */
export function parseElement(xml: string, enter: (local: string, depth: number) => boolean = () => true): Element {
  const reader = new XmlReader(xml);
  const open: Growing[] = [];
  let root: Element | undefined;
  const close = (closeStart: number, end: number): void => {
    const done = open.pop();
    if (!done) return;
    done.closeStart = closeStart;
    done.end = end;
  };
  while (reader.next()) {
    if (reader.kind === 'close') {
      close(reader.start, reader.end);
      continue;
    }
    const element = describe(reader);
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
    if (element.empty) close(reader.end, reader.end);
    else if (!enter(element.local, reader.depth)) {
      reader.skip();
      close(reader.start, reader.end);
    }
  }
  if (!root) throw corrupt('nội dung XML bị cụt');
  return root;
}

function describe(reader: XmlReader): Growing {
  return {
    name: reader.name,
    local: reader.local,
    prefix: reader.xml.slice(reader.nameStart, reader.localStart),
    start: reader.start,
    openEnd: reader.end,
    closeStart: reader.end,
    end: reader.end,
    empty: reader.kind === 'empty',
    children: [],
  };
}

export function childrenNamed(element: Element, local: string): readonly Element[] {
  return element.children.filter((child) => child.local === local);
}

export function childNamed(element: Element, local: string): Element | undefined {
  return element.children.find((child) => child.local === local);
}

/** The element's decoded text without any markup. */
export function textOf(xml: string, element: Element): string {
  if (element.empty) return '';
  const reader = new XmlReader(xml, element.start, element.end);
  reader.next();
  return reader.text();
}

interface AttributePlace {
  readonly name: string;
  readonly valueStart: number;
  readonly valueEnd: number;
}

function attributesOf(xml: string, element: Element): AttributePlace[] {
  const reader = new XmlReader(xml, element.start, element.end);
  const places: AttributePlace[] = [];
  reader.next();
  while (reader.nextAttribute()) {
    const name = xml.slice(reader.attributeStart, reader.attributeEnd);
    places.push({ name, valueStart: reader.valueStart, valueEnd: reader.valueEnd });
  }
  return places;
}

/** An attribute's decoded value by its full name, or null. */
export function attribute(xml: string, element: Element, name: string): string | null {
  const place = attributesOf(xml, element).find((candidate) => candidate.name === name);
  return place ? unescapeXml(xml.slice(place.valueStart, place.valueEnd)) : null;
}

/** An attribute's value by what follows its prefix, as "id" of r:id; null when there is none. */
export function prefixedAttribute(xml: string, element: Element, local: string): string | null {
  const place = attributesOf(xml, element).find((candidate) => candidate.name.endsWith(`:${local}`));
  return place ? unescapeXml(xml.slice(place.valueStart, place.valueEnd)) : null;
}

/** Sets an attribute in place, or adds it after the others with `before` in front of its name. */
export function setAttribute(xml: string, element: Element, name: string, value: string, before = ' '): Splice {
  const places = attributesOf(xml, element);
  const place = places.find((candidate) => candidate.name === name);
  if (place) return { from: place.valueStart, to: place.valueEnd, text: escapeXml(value) };
  const last = places.at(-1);
  const at = last ? last.valueEnd + 1 : element.start + 1 + element.name.length;
  return { from: at, to: at, text: `${before}${name}="${escapeXml(value)}"` };
}

/** Adds content at the end of an element, opening it when it is self-closed. */
export function append(xml: string, element: Element, text: string): Splice {
  if (!element.empty) return { from: element.closeStart, to: element.closeStart, text };
  return { from: xml.lastIndexOf('/', element.openEnd), to: element.openEnd, text: `>${text}</${element.name}>` };
}

// White space after our entries in a list remembers what the list was before: not there at all, self-closed, or open.
const WAS_ABSENT = '  ';
const WAS_EMPTY = ' ';

/** A list that was not there before, with its first entries. */
export function newList(name: string, entries: string, attributes = ''): string {
  return `<${name}${attributes}>${entries}${WAS_ABSENT}</${name}>`;
}

/** Adds entries to a list that is there. */
export function appendToList(xml: string, list: Element, entries: string): Splice {
  const last = list.children.at(-1);
  if (last) return { from: last.end, to: last.end, text: entries };
  return append(xml, list, list.empty ? entries + WAS_EMPTY : entries);
}

/** Takes entries out; a list that is left empty becomes again what it was before `newList` or `appendToList`. */
export function removeFromList(xml: string, list: Element, entries: readonly Element[]): Splice[] {
  if (entries.length < list.children.length) return entries.map(removal);
  const mark = xml.slice(list.children.at(-1)?.end ?? list.closeStart, list.closeStart);
  if (mark === WAS_ABSENT) return [removal(list)];
  if (mark === WAS_EMPTY) return [{ from: list.openEnd - 1, to: list.end, text: '/>' }];
  return entries.map(removal);
}

export function removal(element: Element): Splice {
  return { from: element.start, to: element.end, text: '' };
}

/** Carries out splices that do not overlap; those at one place keep their order. */
export function spliced(xml: string, splices: readonly Splice[]): string {
  const ordered = [...splices].sort((a, b) => a.from - b.from);
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, text } of ordered) {
    pieces.push(xml.slice(at, from), text);
    at = to;
  }
  return pieces.join('') + xml.slice(at);
}

/**
 * Where a new child stands in schema order. `order` lists the children's names; an mc:AlternateContent stands where
 * its content would.
 */
export function placeOf(root: Element, order: readonly string[], local: string): number {
  const rank = order.indexOf(local);
  const later = root.children.find((child) => rankOf(child, order) > rank);
  return later ? later.start : root.closeStart;
}

/** The place of an element in a schema's order, -1 when the schema does not know it. */
export function rankOf(element: Element, order: readonly string[]): number {
  if (element.local !== 'AlternateContent') return order.indexOf(element.local);
  const inner = element.children.flatMap((choice) => choice.children)[0];
  return inner ? rankOf(inner, order) : -1;
}

/** Inserts a child in schema order; a self-closed root is opened. */
export function insertInOrder(
  xml: string,
  root: Element,
  order: readonly string[],
  local: string,
  text: string,
): Splice {
  if (root.empty) return append(xml, root, text);
  const at = placeOf(root, order, local);
  return { from: at, to: at, text };
}
