// The container of old and of encrypted Office files, as far as its directory goes.

/** An OLE2 container with one sector of directory entries of these names. */
export function ole2(...names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 512 * Math.ceil(names.length / 4));
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  names.forEach((name, i) => {
    const at = 512 + 128 * i;
    [...name].forEach((letter, k) => {
      bytes[at + 2 * k] = letter.charCodeAt(0);
    });
    bytes[at + 64] = 2 * name.length + 2;
    bytes[at + 66] = 2;
  });
  return bytes;
}
