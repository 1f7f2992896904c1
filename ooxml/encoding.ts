// Turns the bytes of XML parts and text files into strings and back, in the encoding they came in.
import { strFromU8, strToU8 } from 'fflate';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** A decoded text, with all that is needed to give back the same bytes. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
}

/** Characters handed to String.fromCharCode at once: engines limit the number of arguments. */
const UNITS_AT_ONCE = 4096;

/** Reads UTF-8 and UTF-16 with or without a byte order mark (without one, UTF-16 is known by its first character "<"). */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe)
    return { text: decodeUtf16(bytes.subarray(2), true), encoding: 'utf-16le', bom: true };
  if (first === 0xfe && second === 0xff)
    return { text: decodeUtf16(bytes.subarray(2), false), encoding: 'utf-16be', bom: true };
  if (first === 0x3c && second === 0) return { text: decodeUtf16(bytes, true), encoding: 'utf-16le', bom: false };
  if (first === 0 && second === 0x3c) return { text: decodeUtf16(bytes, false), encoding: 'utf-16be', bom: false };
  const bom = first === 0xef && second === 0xbb && third === 0xbf;
  return { text: strFromU8(bom ? bytes.subarray(3) : bytes), encoding: 'utf-8', bom };
}

/** The bytes of a text in an encoding: the inverse of `decodeText`. */
export function encodeText(decoded: DecodedText): Uint8Array {
  const text = decoded.bom ? `\ufeff${decoded.text}` : decoded.text;
  return decoded.encoding === 'utf-8' ? strToU8(text) : encodeUtf16(text, decoded.encoding === 'utf-16le');
}

function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length >> 1;
  const pieces: string[] = [];
  for (let from = 0; from < length; from += UNITS_AT_ONCE) {
    const units = new Uint16Array(Math.min(UNITS_AT_ONCE, length - from));
    for (let i = 0; i < units.length; i++) units[i] = view.getUint16(2 * (from + i), littleEndian);
    pieces.push(String.fromCharCode(...units));
  }
  return pieces.join('');
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
  return bytes;
}
