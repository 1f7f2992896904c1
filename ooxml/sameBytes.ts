// Whether bytes are alike. Copies of one form are compared by the thousand: where they come as Node's own buffers, which
// compare themselves natively, they are let do it.

/** What is used of Node's Buffer; in a browser bytes have no such method. */
interface SelfComparing extends Uint8Array {
  compare(other: Uint8Array, otherFrom: number, otherTo: number, from: number, to: number): number;
}

/** Fewer bytes are compared sooner than the native method is called. */
const FEW = 24;

/** Whether the same bytes stand at a place of each; false as well where one has not so many. */
export function sameBytes(a: Uint8Array, aFrom: number, b: Uint8Array, bFrom: number, length: number): boolean {
  if (aFrom + length > a.length || bFrom + length > b.length) return false;
  if (length > FEW && comparesItself(a)) return a.compare(b, bFrom, bFrom + length, aFrom, aFrom + length) === 0;
  for (let i = 0; i < length; i++) if (a[aFrom + i] !== b[bFrom + i]) return false;
  return true;
}

/** Whether they are alike from first to last. */
export function areSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && sameBytes(a, 0, b, 0, a.length);
}

function comparesItself(bytes: Uint8Array): bytes is SelfComparing {
  return 'compare' in bytes;
}
