// Tells what a file is by its first bytes, before anything of it is unpacked.

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];

/** The container of old Office files, and of new ones with a password. */
export function isOle2(bytes: Uint8Array): boolean {
  return startsWith(bytes, OLE2);
}

export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, ZIP);
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, i) => bytes[i] === byte);
}

/**
 * The names of an OLE2 container's directory. Entries are 128 bytes long and lie in sectors; rather than follow the
 * sector chains, every place where one may stand is looked at.
 */
export function ole2Names(bytes: Uint8Array): ReadonlySet<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = new Set<string>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = view.getUint16(at + 64, true);
    const kind = bytes[at + 66] ?? 0;
    if (length < 4 || length > 64 || length % 2 !== 0 || kind < 1 || kind > 5) continue;
    let name = '';
    for (let i = 0; i < length - 2; i += 2) name += String.fromCharCode(view.getUint16(at + i, true));
    names.add(name);
  }
  return names;
}
