// Reads a sheet's rows straight from the bytes of its part, as nearly all programs write them: several times faster than
// through the XML reader, which is left what is written in any other way.

import { firstOf, isAt, isSoundAround, lastOf, markup, plainText } from '../ooxml/index.ts';
import type { SheetBuilder } from './sheetBuilder.ts';
import { decodeCellText } from './strings.ts';

const DATA = markup('<sheetData>');
const DATA_END = markup('</sheetData>');
const ROW = markup('<row');
const ROW_END = markup('</row>');
const CELL = markup('<c');
const CELL_END = markup('</c>');
const FORMULA = markup('<f>');
const FORMULA_END = markup('</f>');
const VALUE = markup('<v>');
const VALUE_END = markup('</v></c>');
const STR = markup('str');
const INLINE_STR = markup('inlineStr');
const INLINE = markup('<is><t>');
const INLINE_END = markup('</t></is></c>');

const SPACE = 32;
const QUOTE = 34;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;

/** Digits that a number holds exactly. */
const SAFE_DIGITS = 15;
/** Row numbers and styles have fewer digits. */
const SHORT_DIGITS = 7;

/** Puts the cells into a new builder; false when anything is not written plainly, and the builder is of no use then. */
export function readPlainSheet(bytes: Uint8Array, sheet: SheetBuilder): boolean {
  const from = firstOf(bytes, DATA);
  const to = lastOf(bytes, DATA_END);
  if (from < 0 || to < from || !isSoundAround(bytes, from, to + DATA_END.length, 'sheetData')) return false;
  const rows = new PlainRows(bytes, from + DATA.length, sheet);
  return rows.read() && rows.at === to;
}

/**
 * A walk over rows and cells. Methods that read give false on what is not plain. No loop runs off the bytes, because
 * all stop at "<" and the end of the data is known to come.
 */
class PlainRows {
  at: number;
  private readonly bytes: Uint8Array;
  private readonly sheet: SheetBuilder;
  private isEmpty = false;
  /** Where the values of the tag's attributes r, s and t stand; -1 for none. */
  private r = -1;
  private rEnd = -1;
  private s = -1;
  private sEnd = -1;
  private t = -1;
  private tEnd = -1;
  /** From 1, as it is written. */
  private row = 0;
  private column = 0;
  private type = 'n';

  constructor(bytes: Uint8Array, at: number, sheet: SheetBuilder) {
    this.bytes = bytes;
    this.at = at;
    this.sheet = sheet;
  }

  read(): boolean {
    while (this.take(ROW)) if (!this.readRow()) return false;
    return isAt(this.bytes, this.at, DATA_END);
  }

  /** Moves over a piece of markup and the white space before it, if they stand here. */
  private take(piece: Uint8Array): boolean {
    const { bytes } = this;
    let at = this.at;
    while ((bytes[at] as number) <= SPACE) at++;
    const found = isAt(bytes, at, piece);
    this.at = found ? at + piece.length : at;
    return found;
  }

  private readRow(): boolean {
    if (!this.readAttributes() || this.r < 0) return false;
    const row = this.digits(this.r, this.rEnd, SHORT_DIGITS);
    if (row <= this.row) return false;
    this.row = row;
    this.column = 0;
    this.sheet.startRow(row - 1);
    if (this.isEmpty) return true;
    while (this.take(CELL)) if (!this.readCell()) return false;
    return this.take(ROW_END);
  }

  private readCell(): boolean {
    if (!this.readAttributes() || !this.readReference() || !this.readType()) return false;
    const style = this.s < 0 ? 0 : this.digits(this.s, this.sEnd, SHORT_DIGITS);
    if (style < 0) return false;
    this.sheet.startPlainCell(this.column - 1, style, this.type);
    if (this.isEmpty || this.take(CELL_END)) return true;
    if (isAt(this.bytes, this.at, VALUE)) return this.readValue();
    return this.type === 'inlineStr' ? this.readInline() : this.readFormula();
  }

  /** Moves behind the tag and notes where its attributes r, s and t stand. */
  private readAttributes(): boolean {
    const { bytes } = this;
    let at = this.at;
    this.r = -1;
    this.s = -1;
    this.t = -1;
    while (bytes[at] === SPACE) {
      const name = ++at;
      while (isNameByte(bytes[at] as number)) at++;
      // White space before the end of the tag.
      if (at === name) break;
      if (bytes[at] !== EQUALS || bytes[at + 1] !== QUOTE) return false;
      const value = at + 2;
      const isShort = at - name === 1;
      at = value;
      for (let byte = bytes[at]; byte !== QUOTE; byte = bytes[++at]) if (byte === LESS) return false;
      if (isShort && !this.note(bytes[name] as number, value, at)) return false;
      at++;
    }
    this.isEmpty = bytes[at] === SLASH;
    if (this.isEmpty) at++;
    this.at = at + 1;
    return bytes[at] === GREATER;
  }

  /** False for an attribute that was there before. */
  private note(name: number, from: number, to: number): boolean {
    let before = -1;
    if (name === 114) {
      before = this.r;
      this.r = from;
      this.rEnd = to;
    } else if (name === 115) {
      before = this.s;
      this.s = from;
      this.sEnd = to;
    } else if (name === 116) {
      before = this.t;
      this.t = from;
      this.tEnd = to;
    }
    return before < 0;
  }

  /** "D45", right of the cell before and in its own row. */
  private readReference(): boolean {
    const { bytes, rEnd } = this;
    let at = this.r;
    if (at < 0) return false;
    let column = 0;
    for (; at < rEnd; at++) {
      const letter = bytes[at] as number;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
    }
    if (column <= this.column || this.digits(at, rEnd, SHORT_DIGITS) !== this.row) return false;
    this.column = column;
    return true;
  }

  private readType(): boolean {
    const { bytes, t } = this;
    const length = this.tEnd - t;
    if (t < 0) this.type = 'n';
    else if (length === 1) this.type = String.fromCharCode(bytes[t] as number);
    else if (length === STR.length && isAt(bytes, t, STR)) this.type = 'str';
    else if (length === INLINE_STR.length && isAt(bytes, t, INLINE_STR)) this.type = 'inlineStr';
    else return false;
    return true;
  }

  /** A number without sign; -1 where anything but digits stands, or too many of them. */
  private digits(from: number, to: number, most: number): number {
    if (from === to || to - from > most) return -1;
    let value = 0;
    for (let at = from; at < to; at++) {
      const digit = (this.bytes[at] as number) - 48;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }

  /** The end of the text that begins here. */
  private textEnd(from: number): number {
    let at = from;
    while (this.bytes[at] !== LESS) at++;
    return at;
  }

  private readValue(): boolean {
    const from = this.at + VALUE.length;
    const to = this.textEnd(from);
    if (!isAt(this.bytes, to, VALUE_END)) return false;
    this.at = to + VALUE_END.length;
    const whole = this.type === 's' || this.type === 'n' ? this.digits(from, to, SAFE_DIGITS) : -1;
    if (whole < 0) this.sheet.addValue(plainText(this.bytes, from, to), null);
    else if (this.type === 's') this.sheet.addShared(whole);
    else this.sheet.addNumber(whole);
    return true;
  }

  private readInline(): boolean {
    const from = this.at + INLINE.length;
    if (!isAt(this.bytes, this.at, INLINE)) return false;
    const to = this.textEnd(from);
    if (!isAt(this.bytes, to, INLINE_END)) return false;
    this.at = to + INLINE_END.length;
    this.sheet.addValue(null, { text: decodeCellText(plainText(this.bytes, from, to)), font: null });
    return true;
  }

  /** A formula of the cell's own, and what it came to. */
  private readFormula(): boolean {
    const from = this.at + FORMULA.length;
    if (!isAt(this.bytes, this.at, FORMULA)) return false;
    const to = this.textEnd(from);
    if (!isAt(this.bytes, to, FORMULA_END)) return false;
    this.at = to + FORMULA_END.length;
    this.sheet.addPlainFormula(plainText(this.bytes, from, to));
    if (isAt(this.bytes, this.at, VALUE)) return this.readValue();
    this.sheet.addValue(null, null);
    return this.take(CELL_END);
  }
}

/** Letters, digits and the marks of names. */
function isNameByte(byte: number): boolean {
  return byte > GREATER || (byte > SLASH && byte < LESS - 1) || byte === 45 || byte === 46;
}
