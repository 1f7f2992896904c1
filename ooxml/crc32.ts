// The checksum that zip keeps of every entry, eight bytes a step because every part read is checked.

const TABLES = makeTables();

function makeTables(): readonly Int32Array[] {
  const first = new Int32Array(256);
  for (let n = 0; n < 256; n++) {
    let value = n;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    first[n] = value;
  }
  const tables = [first];
  for (let t = 1; t < 8; t++) {
    const before = tables[t - 1] ?? first;
    tables.push(before.map((value) => (first[value & 255] ?? 0) ^ (value >>> 8)));
  }
  return tables;
}

const [T0, T1, T2, T3, T4, T5, T6, T7] = TABLES as [
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
];

/** CRC-32 (IEEE 802.3) of the bytes, as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  let i = 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const end = bytes.length - 7; i < end; i += 8) {
    const a = crc ^ view.getInt32(i, true);
    const b = view.getInt32(i + 4, true);
    crc =
      (T7[a & 255] as number) ^
      (T6[(a >>> 8) & 255] as number) ^
      (T5[(a >>> 16) & 255] as number) ^
      (T4[a >>> 24] as number) ^
      (T3[b & 255] as number) ^
      (T2[(b >>> 8) & 255] as number) ^
      (T1[(b >>> 16) & 255] as number) ^
      (T0[b >>> 24] as number);
  }
  for (; i < bytes.length; i++) crc = (T0[(crc ^ (bytes[i] as number)) & 255] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}
