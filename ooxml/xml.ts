// Walks the tags of an XML text by offset, without building a tree, so that large sheets are read in one pass.
import { corrupt } from './fileError.ts';
import { unescapeXml } from './xmlText.ts';

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const BANG = 33;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;

/** No part of a workbook nests deeper than some dozens; this only keeps hostile files from filling memory. */
const MAX_DEPTH = 256;

/** How far the next tag is looked for step by step. */
const NEAR = 24;

function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB;
}

/**
 * A pull reader: `next()` moves to the next tag, whose kind, place and name the fields tell.
 * Throws FileError on XML that is not well formed, and on DOCTYPE (no entity is ever expanded).
 */
export class XmlReader {
  readonly xml: string;
  kind: 'open' | 'empty' | 'close' = 'close';
  /** Where the tag's "<" stands, and the offset after its ">". */
  start = 0;
  end: number;
  nameStart = 0;
  localStart = 0;
  nameEnd = 0;
  /** Elements around the tag: 0 for the root's own tags. */
  depth = 0;
  /** The attribute that `nextAttribute` stands on. */
  attributeStart = 0;
  attributeEnd = 0;
  valueStart = 0;
  valueEnd = 0;
  private readonly limit: number;
  private readonly opened: number[] = [];
  /** Four offsets an attribute: name, its end, value, its end. */
  private readonly attributePlaces: number[] = [];
  private attributeCount = 0;
  private cursor = 0;
  private rootSeen = false;

  constructor(xml: string, from = 0, to = xml.length) {
    this.xml = xml;
    this.end = from;
    this.limit = to;
  }

  /** Moves to the next tag; false after the last one. */
  next(): boolean {
    const xml = this.xml;
    let at = this.end;
    for (;;) {
      at = this.findTag(at);
      if (at >= this.limit) return this.finish();
      const code = xml.charCodeAt(at + 1);
      if (code === SLASH) return this.readClose(at);
      if (code === BANG || code === QUESTION) at = this.skipMarkup(at);
      else return this.readOpen(at);
    }
  }

  /** The next "<". Most are near, and stepping there is quicker than a call of indexOf; long texts are searched. */
  private findTag(from: number): number {
    const xml = this.xml;
    const near = Math.min(from + NEAR, this.limit);
    for (let at = from; at < near; at++) if (xml.charCodeAt(at) === LESS) return at;
    const far = near < this.limit ? xml.indexOf('<', near) : -1;
    return far < 0 ? this.limit : far;
  }

  private finish(): false {
    if (this.opened.length > 0 || !this.rootSeen) throw corrupt('nội dung XML bị cụt');
    return false;
  }

  private skipMarkup(at: number): number {
    const xml = this.xml;
    if (xml.startsWith('<!--', at)) return this.after('-->', at + 4);
    if (xml.startsWith('<![CDATA[', at) && this.opened.length > 0) return this.after(']]>', at + 9);
    if (xml.startsWith('<?', at)) return this.after('?>', at + 2);
    throw corrupt('nội dung XML chứa khai báo không được phép');
  }

  private after(mark: string, from: number): number {
    const at = this.xml.indexOf(mark, from);
    if (at < 0 || at >= this.limit) throw corrupt('nội dung XML bị cụt');
    return at + mark.length;
  }

  private readOpen(at: number): true {
    const xml = this.xml;
    let i = at + 1;
    let local = i;
    let code = xml.charCodeAt(i);
    // What is no name character ends the name; NaN, after the text's end, does too.
    while (code > GREATER || (code > SPACE && code !== GREATER && code !== SLASH && code !== LESS && code !== EQUALS)) {
      if (code === COLON) local = i + 1;
      code = xml.charCodeAt(++i);
    }
    if (i === local || (this.rootSeen && this.opened.length === 0)) throw corrupt('nội dung XML không đúng');
    this.start = at;
    this.nameStart = at + 1;
    this.localStart = local;
    this.nameEnd = i;
    const close = this.readAttributes(i);
    if (close >= this.limit) throw corrupt('nội dung XML bị cụt');
    this.end = close + 1;
    this.depth = this.opened.length >> 1;
    this.rootSeen = true;
    this.kind = xml.charCodeAt(close - 1) === SLASH ? 'empty' : 'open';
    if (this.kind === 'open') this.push(at + 1, i);
    return true;
  }

  /** Notes where the tag's attributes stand; gives the place of its ">". */
  private readAttributes(from: number): number {
    const xml = this.xml;
    const places = this.attributePlaces;
    let count = 0;
    let i = from;
    for (;;) {
      let code = xml.charCodeAt(i);
      while (isSpace(code)) code = xml.charCodeAt(++i);
      if (code === GREATER) break;
      if (code === SLASH && xml.charCodeAt(i + 1) === GREATER) {
        i++;
        break;
      }
      const name = i;
      while (
        code > GREATER ||
        (code > SPACE && code !== EQUALS && code !== SLASH && code !== LESS && code !== GREATER)
      ) {
        code = xml.charCodeAt(++i);
      }
      const nameEnd = i;
      while (isSpace(code)) code = xml.charCodeAt(++i);
      if (code !== EQUALS || nameEnd === name) throw corrupt('nội dung XML không đúng');
      do code = xml.charCodeAt(++i);
      while (isSpace(code));
      if (code !== DOUBLE_QUOTE && code !== SINGLE_QUOTE) throw corrupt('nội dung XML không đúng');
      const value = ++i;
      const quote = code;
      code = xml.charCodeAt(i);
      while (code !== quote) {
        if (code === LESS || !(code >= 0)) throw corrupt('nội dung XML không đúng');
        code = xml.charCodeAt(++i);
      }
      places[count] = name;
      places[count + 1] = nameEnd;
      places[count + 2] = value;
      places[count + 3] = i++;
      count += 4;
    }
    this.attributeCount = count;
    this.cursor = 0;
    return i;
  }

  private push(nameStart: number, nameEnd: number): void {
    if (this.opened.length >= 2 * MAX_DEPTH) throw corrupt('nội dung XML lồng nhau quá sâu');
    this.opened.push(nameStart, nameEnd);
  }

  private readClose(at: number): true {
    const xml = this.xml;
    const openEnd = this.opened.pop();
    const openStart = this.opened.pop();
    if (openStart === undefined || openEnd === undefined) throw corrupt('nội dung XML không đúng');
    let i = at + 2;
    for (let k = openStart; k < openEnd; k++, i++) {
      if (xml.charCodeAt(k) !== xml.charCodeAt(i)) throw corrupt('nội dung XML không đúng');
    }
    this.nameStart = at + 2;
    this.nameEnd = i;
    while (isSpace(xml.charCodeAt(i))) i++;
    if (xml.charCodeAt(i) !== GREATER || i >= this.limit) throw corrupt('nội dung XML không đúng');
    this.start = at;
    this.end = i + 1;
    this.kind = 'close';
    this.depth = this.opened.length >> 1;
    this.localStart = this.nameStart;
    for (let k = this.nameStart; k < this.nameEnd; k++) if (xml.charCodeAt(k) === COLON) this.localStart = k + 1;
    return true;
  }

  /** Whether the tag's name, without its prefix, is this one. */
  is(local: string): boolean {
    const start = this.localStart;
    const length = local.length;
    if (this.nameEnd - start !== length) return false;
    // Names are short: this is quicker than a call of startsWith.
    for (let i = 0; i < length; i++) if (this.xml.charCodeAt(start + i) !== local.charCodeAt(i)) return false;
    return true;
  }

  /** Whether the tag begins an element of this name. */
  begins(local: string): boolean {
    return this.kind !== 'close' && this.is(local);
  }

  get local(): string {
    return this.xml.slice(this.localStart, this.nameEnd);
  }

  get name(): string {
    return this.xml.slice(this.nameStart, this.nameEnd);
  }

  /** Moves to the open tag's next attribute; false after the last. */
  nextAttribute(): boolean {
    const at = this.cursor;
    if (at >= this.attributeCount) return false;
    const places = this.attributePlaces;
    this.attributeStart = places[at] as number;
    this.attributeEnd = places[at + 1] as number;
    this.valueStart = places[at + 2] as number;
    this.valueEnd = places[at + 3] as number;
    this.cursor = at + 4;
    return true;
  }

  /** The value of an attribute of the open tag by its full name, or null. */
  attribute(name: string): string | null {
    this.cursor = 0;
    while (this.nextAttribute()) {
      if (this.attributeEnd - this.attributeStart === name.length && this.xml.startsWith(name, this.attributeStart)) {
        return this.value();
      }
    }
    return null;
  }

  /** The same for an attribute known by what follows its prefix, as "id" of r:id. */
  prefixedAttribute(local: string): string | null {
    this.cursor = 0;
    while (this.nextAttribute()) {
      if (this.xml.slice(this.attributeStart, this.attributeEnd).endsWith(`:${local}`)) return this.value();
    }
    return null;
  }

  /** The decoded value of the attribute that `nextAttribute` stands on. */
  value(): string {
    return unescapeXml(this.xml.slice(this.valueStart, this.valueEnd));
  }

  /** After an open tag: the element's text, its child elements' text included; moves to its closing tag. */
  text(): string {
    if (this.kind === 'empty') return '';
    const xml = this.xml;
    const from = this.end;
    const depth = this.depth;
    const close = this.findTag(from);
    if (xml.charCodeAt(close + 1) === SLASH) {
      this.end = close;
      this.next();
      return unescapeXml(xml.slice(from, close));
    }
    while (this.next() && this.depth > depth);
    return unmarkedText(xml, from, this.start);
  }

  /**
   * After an open tag: if its whole content is `before`, a text, and `after` (which ends with the tag's own closing),
   * gives the text and moves to that closing; else gives null and stays. The short way for what stands in most cells.
   */
  takeText(before: string, after: string): string | null {
    const xml = this.xml;
    if (this.kind !== 'open' || !xml.startsWith(before, this.end)) return null;
    const from = this.end + before.length;
    const to = this.findTag(from);
    const end = to + after.length;
    if (end > this.limit || !xml.startsWith(after, to)) return null;
    this.end = end - (this.nameEnd - this.nameStart) - 3;
    return this.next() && this.end === end ? unescapeXml(xml.slice(from, to)) : null;
  }

  /** After an open tag: moves to its closing tag. */
  skip(): void {
    if (this.kind !== 'open') return;
    const depth = this.depth;
    while (this.next() && this.depth > depth);
  }
}

function unmarkedText(xml: string, from: number, to: number): string {
  return xml
    .slice(from, to)
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((piece) =>
      piece.startsWith('<![CDATA[') ? piece.slice(9, -3) : unescapeXml(piece.replace(/<!--[\s\S]*?-->|<[^>]*>/g, '')),
    )
    .join('');
}
