// Helpers for reading parts straight from their bytes where they are written as nearly all programs write them.
import { strFromU8 } from 'fflate';
import { decodeText } from './encoding.ts';
import { sameBytes } from './sameBytes.ts';
import { XmlReader } from './xml.ts';
import { unescapeXml } from './xmlText.ts';

/** The ASCII bytes of a piece of markup. */
export function markup(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Whether a piece of markup stands at a place. */
export function isAt(bytes: Uint8Array, at: number, piece: Uint8Array): boolean {
  for (let i = 0; i < piece.length; i++) if (bytes[at + i] !== piece[i]) return false;
  return true;
}

/** The first place of a piece of markup, or -1. */
export function firstOf(bytes: Uint8Array, piece: Uint8Array): number {
  const [first = 0] = piece;
  let at = bytes.indexOf(first);
  while (at >= 0 && !isAt(bytes, at, piece)) at = bytes.indexOf(first, at + 1);
  return at;
}

/** The last place of a piece of markup, or -1. */
export function lastOf(bytes: Uint8Array, piece: Uint8Array): number {
  const [first = 0] = piece;
  let at = bytes.lastIndexOf(first);
  while (at > 0 && !isAt(bytes, at, piece)) at = bytes.lastIndexOf(first, at - 1);
  return at > 0 ? at : -1;
}

/** The text between two places that have no markup between them. */
export function plainText(bytes: Uint8Array, from: number, to: number): string {
  return unescapeXml(textWithMarkup(bytes, from, to));
}

/** The same with markup as it is written. */
export function textWithMarkup(bytes: Uint8Array, from: number, to: number): string {
  // A decoder would take U+FEFF at the beginning for a byte order mark, not for text.
  const isMark = bytes[from] === 0xef;
  return isMark ? strFromU8(bytes.subarray(from - 1, to)).slice(1) : strFromU8(bytes.subarray(from, to));
}

/** What stands around the cells or the strings of a part that was found sound. */
interface Frame {
  readonly local: string;
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
}

/** Copies of one form have the same: the last few are not looked at again. */
const frames: Frame[] = [];
const REMEMBERED_FRAMES = 8;
const REMEMBERED_LENGTH = 65_536;

/**
 * Whether a part is well-formed XML in UTF-8 without comments when what stands between two places is taken for one
 * element of this name, right below the root and the only one such.
 */
export function isSoundAround(bytes: Uint8Array, from: number, to: number, local: string): boolean {
  const isKnown = frames.some(
    ({ local: known, head, tail }) =>
      known === local &&
      head.length === from &&
      tail.length === bytes.length - to &&
      sameBytes(bytes, 0, head, 0, head.length) &&
      sameBytes(bytes, to, tail, 0, tail.length),
  );
  if (isKnown) return true;
  const head = strFromU8(bytes.subarray(0, from));
  const frame = `${head}<${local}/>${strFromU8(bytes.subarray(to))}`;
  if (!isSound(bytes, frame, head.length, local)) return false;
  if (frame.length > REMEMBERED_LENGTH) return true;
  if (frames.length === REMEMBERED_FRAMES) frames.shift();
  // Copies, of which nothing else hangs on.
  frames.push({ local, head: new Uint8Array(bytes.subarray(0, from)), tail: new Uint8Array(bytes.subarray(to)) });
  return true;
}

function isSound(bytes: Uint8Array, frame: string, at: number, local: string): boolean {
  const { encoding, bom } = decodeText(bytes.subarray(0, 4));
  if (encoding !== 'utf-8' || bom || frame.includes('<!') || frame.indexOf('<?', 1) >= 0) return false;
  let found = 0;
  let isThere = false;
  try {
    for (const reader = new XmlReader(frame); reader.next(); ) {
      if (reader.depth !== 1 || !reader.begins(local)) continue;
      found++;
      isThere ||= reader.start === at;
    }
  } catch {
    return false;
  }
  return found === 1 && isThere;
}
