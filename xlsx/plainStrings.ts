// Reads the shared strings straight from the bytes of their part, and what stood in the table read last not again:
// copies of one form share nearly all their texts.
import {
  FileError,
  firstOf,
  isAt,
  isSoundAround,
  lastOf,
  markup,
  plainText,
  sameBytes,
  textWithMarkup,
  XmlReader,
} from '../ooxml/index.ts';
import { decodeCellText, type RichText, readRichText } from './strings.ts';

const ENTRY = markup('<si>');
const ENTRY_END = markup('</si>');
const TEXT = markup('<si><t>');
const KEPT_TEXT = markup('<si><t xml:space="preserve">');
const TEXT_END = markup('</t></si>');
const TABLE_END = markup('</sst>');
const LESS = 60;

/** A table of strings with the places of its entries in the part's bytes: the start of each, and the end of the last. */
interface StringTable {
  readonly bytes: Uint8Array;
  readonly places: readonly number[];
  readonly strings: readonly RichText[];
}

const NONE: StringTable = { bytes: new Uint8Array(0), places: [0], strings: [] };
/** A larger table is not kept for the next file. */
const REMEMBERED_LENGTH = 2 ** 20;
let last = NONE;

/** The strings in order; null when the part is not written plainly, and is to be read as XML. */
export function readPlainStrings(bytes: Uint8Array): readonly RichText[] | null {
  const from = firstOf(bytes, ENTRY);
  const to = lastOf(bytes, TABLE_END);
  if (from < 0 || to < from || !isSoundAround(bytes, from, to, 'si')) return null;
  const table = readTable(bytes, from, to);
  if (table && bytes.length <= REMEMBERED_LENGTH) last = table;
  return table?.strings ?? null;
}

function readTable(bytes: Uint8Array, from: number, to: number): StringTable | null {
  const places = [from];
  const strings: RichText[] = [];
  let expected = 0;
  let at = from;
  while (at < to) {
    const first = alikeAt(bytes, at, expected);
    if (first < 0) {
      const end = entryEnd(bytes, at, to);
      const string = end < 0 ? null : readEntry(bytes, at, end);
      if (!string) return null;
      strings.push(string);
      places.push(end);
      expected++;
      at = end;
    } else {
      const start = at;
      expected = alikeEnd(bytes, at, first);
      for (let index = first; index < expected; index++) {
        strings.push(last.strings[index] as RichText);
        at = start + lengthOf(first, index + 1);
        places.push(at);
      }
    }
  }
  return { bytes, places, strings };
}

/** The entry of the last table that stands here again, looked for where it is expected and beside; -1 for none. */
function alikeAt(bytes: Uint8Array, at: number, expected: number): number {
  if (areAlike(bytes, at, expected, expected + 1)) return expected;
  if (areAlike(bytes, at, expected - 1, expected)) return expected - 1;
  return areAlike(bytes, at, expected + 1, expected + 2) ? expected + 1 : -1;
}

/** The entry before which the last table is no longer as it is here. Ever more of them are compared in one go. */
function alikeEnd(bytes: Uint8Array, at: number, first: number): number {
  let end = first + 1;
  for (let more = 1; more > 0; ) {
    const from = at + lengthOf(first, end);
    if (areAlike(bytes, from, end, end + more)) {
      end += more;
      more *= 2;
    } else more = more > 1 ? 1 : 0;
  }
  return end;
}

/** Whether the last table's entries from one to before another stand here. */
function areAlike(bytes: Uint8Array, at: number, first: number, end: number): boolean {
  if (first < 0 || end > last.strings.length) return false;
  return sameBytes(bytes, at, last.bytes, last.places[first] as number, lengthOf(first, end));
}

/** How long they are together. */
function lengthOf(first: number, end: number): number {
  return (last.places[end] as number) - (last.places[first] as number);
}

/** The place behind the entry that begins here; -1 if none does. */
function entryEnd(bytes: Uint8Array, from: number, to: number): number {
  if (!isAt(bytes, from, ENTRY)) return -1;
  let at = from + ENTRY.length;
  while (at < to && !isAt(bytes, at, ENTRY_END)) at++;
  return at < to ? at + ENTRY_END.length : -1;
}

function readEntry(bytes: Uint8Array, from: number, end: number): RichText | null {
  const head = isAt(bytes, from, TEXT) ? TEXT : isAt(bytes, from, KEPT_TEXT) ? KEPT_TEXT : null;
  const start = from + (head ?? ENTRY).length;
  const close = bytes.indexOf(LESS, start);
  if (head && close === end - TEXT_END.length && isAt(bytes, close, TEXT_END))
    return { text: decodeCellText(plainText(bytes, start, close)), font: null };
  return readXmlEntry(textWithMarkup(bytes, from, end));
}

/** Runs of their own fonts, phonetic hints and the like; null when the entry does not end where it seems to. */
function readXmlEntry(xml: string): RichText | null {
  try {
    const reader = new XmlReader(xml);
    reader.next();
    const string = readRichText(reader);
    return reader.next() ? null : string;
  } catch (error) {
    if (error instanceof FileError) return null;
    throw error;
  }
}
