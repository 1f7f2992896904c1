// Spoils the zip itself: sizes, offsets and checksums that lie, entries that overlap, cuts, bytes turned.
import type { Random } from '../../bench/random.ts';

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;

/** Fields of a directory entry: their offset and width in bytes. */
const FIELDS = [
  [6, 2],
  [8, 2],
  [10, 2],
  [16, 4],
  [20, 4],
  [24, 4],
  [28, 2],
  [30, 2],
  [32, 2],
  [42, 4],
] as const;
const END_FIELDS = [
  [8, 2],
  [10, 2],
  [12, 4],
  [16, 4],
  [20, 2],
] as const;
const LIES = [0, 1, 10, 255, 0x7fff, 0xffff, 0x00ffffff, 0x0fffffff, 0x7fffffff, 0xfffffff0, 0xffffffff] as const;

/** The same bytes with one lie in them; the input is left as it is. */
export function spoilZip(input: Uint8Array, random: Random): Uint8Array {
  const bytes = input.slice();
  switch (random.between(0, 7)) {
    case 0:
      return bytes.subarray(0, random.between(0, bytes.length));
    case 1:
      for (let i = random.between(1, 8); i > 0 && bytes.length > 0; i--) {
        bytes[random.between(0, bytes.length - 1)] = random.between(0, 255);
      }
      return bytes;
    case 2:
      return joined(new Uint8Array(random.between(1, 300)).fill(0x50), bytes);
    case 3:
      return joined(bytes, new Uint8Array(random.between(1, 70_000)));
    case 4:
      return lied(
        bytes,
        LOCAL,
        [
          [26, 2],
          [28, 2],
          [30, 4],
        ],
        random,
      );
    case 5:
      return lied(bytes, END, END_FIELDS, random);
    default:
      return lied(bytes, CENTRAL, FIELDS, random);
  }
}

function lied(bytes: Uint8Array, signature: number, fields: readonly (readonly [number, number])[], random: Random) {
  const view = new DataView(bytes.buffer);
  const places: number[] = [];
  for (let at = 0; at + 46 <= bytes.length + 24; at++) {
    if (at + 22 <= bytes.length && view.getUint32(at, true) === signature) places.push(at);
  }
  const at = places[random.between(0, places.length - 1)];
  const [offset, width] = fields[random.between(0, fields.length - 1)] ?? [0, 2];
  if (at === undefined || at + offset + width > bytes.length) return bytes;
  const before = width === 2 ? view.getUint16(at + offset, true) : view.getUint32(at + offset, true);
  const lie = random.percent(50) ? random.pick(LIES) : before + random.pick([-1, 1, -30, 30]);
  if (width === 2) view.setUint16(at + offset, lie & 0xffff, true);
  else view.setUint32(at + offset, lie >>> 0, true);
  return bytes;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
