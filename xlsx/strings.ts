// Text of cells: the shared strings of a workbook, rich text, and the _xHHHH_ escapes of characters XML cannot hold.
import { XmlReader } from '../ooxml/index.ts';

/** A text with the font of its first run, null when it has none of its own. */
export interface RichText {
  readonly text: string;
  readonly font: string | null;
}

/** Decodes `_x000D_` to the character it stands for (and `_x005F_` to "_"). */
export function decodeCellText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The inverse: control characters, lone surrogates and what looks like an escape are escaped. */
export function encodeCellText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters XML cannot hold
    /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}

/** Reads the strings of a sharedStrings part, in order. */
export function readSharedStrings(xml: string): readonly RichText[] {
  const strings: RichText[] = [];
  const reader = new XmlReader(xml);
  while (reader.next()) {
    if (reader.depth === 1 && reader.kind !== 'close' && reader.is('si')) strings.push(readRichText(reader));
  }
  return strings;
}

/** After the opening tag of `si` or `is`: its text without phonetic hints; moves to its closing tag. */
export function readRichText(reader: XmlReader): RichText {
  if (reader.kind === 'empty') return { text: '', font: null };
  const depth = reader.depth;
  let text = '';
  let runs = 0;
  let font: string | null = null;
  while (reader.next() && reader.depth > depth) {
    if (reader.kind === 'close') continue;
    if (reader.is('t')) text += reader.text();
    else if (reader.is('r')) runs++;
    else if (reader.is('rFont') && runs <= 1) font = reader.attribute('val');
    else if (reader.is('rPh')) reader.skip();
  }
  return { text: decodeCellText(text), font };
}
