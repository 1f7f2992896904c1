// Unzips every workbook of a directory with Node's own inflate and does nothing with it: the floor of any Node program.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const LEAST_CHUNK = 64;

const [directory = '.'] = process.argv.slice(2);
for (const name of readdirSync(directory).sort()) {
  const parts = unzip(readFileSync(join(directory, name)));
  if (!parts.has('xl/workbook.xml')) throw new Error(`${name}: no workbook`);
}

/** The parts of a zip file by name. The bench's own workbooks are plain: no comment, nothing encrypted, no zip64. */
function unzip(bytes) {
  const parts = new Map();
  const end = bytes.length - 22;
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    parts.set(name, contentOf(bytes, at));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

/** The content of the part whose entry in the directory stands at a place. */
function contentOf(bytes, entry) {
  const local = bytes.readUInt32LE(entry + 42);
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(from, from + bytes.readUInt32LE(entry + 20));
  if (bytes.readUInt16LE(entry + 10) === 0) return packed;
  const size = bytes.readUInt32LE(entry + 24);
  const content = inflateRawSync(packed, { chunkSize: Math.max(size, LEAST_CHUNK) });
  if (content.length !== size) throw new Error(`${content.length} bytes instead of ${size}`);
  return content;
}
