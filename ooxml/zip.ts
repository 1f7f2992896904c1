// Reads a zip archive with bounds on everything, and writes it again with untouched entries copied byte for byte.
import { deflateSync, Inflate, inflateSync, strFromU8, strToU8 } from 'fflate';
import { crc32 } from './crc32.ts';
import { corrupt, FileError, tooLarge, unsupported } from './fileError.ts';
import { sameBytes } from './sameBytes.ts';

/** Workbooks with pictures on every sheet reach some hundreds of parts; beyond this it is no report. */
const MAX_PARTS = 10_000;
/** A sheet of 50,000 × 20 filled cells unpacks to about 50 MB; a string cannot hold much more than 500 MB anyway. */
const MAX_PART_SIZE = 256 * 2 ** 20;
/** What all parts together may unpack to, by their declared sizes. */
const MAX_UNPACKED_SIZE = 512 * 2 ** 20;
/** Sheets of repeated cells pack 20 to 60 times; deflate itself ends at 1,032. */
const MAX_RATIO = 200;
/** Small parts may be as repetitive as they like: the ratio is looked at only above this size. */
const RATIO_FREE_SIZE = 4 * 2 ** 20;
/** Packed parts above this are inflated in steps, so that a size that lies costs at most one step (1,032 × this). */
const INFLATE_STEP = 128 * 2 ** 10;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1 January 1980, 00:00: zip's first moment, given to all new parts so that the same input gives the same bytes. */
const EPOCH = 0x00210000;

/** One entry of the archive as it was found. */
export class Entry {
  readonly name: string;
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  readonly size: number;
  private readonly bytes: Uint8Array;
  private readonly places: Places;

  constructor(header: Header, bytes: Uint8Array, places: Places) {
    this.name = header.name;
    this.method = header.method;
    this.time = header.time;
    this.crc = header.crc;
    this.size = header.size;
    this.bytes = bytes;
    this.places = places;
  }

  // Most entries are only passed over: views of the bytes are made when asked for.

  get packedSize(): number {
    return this.places.dataEnd - this.places.data;
  }

  get packed(): Uint8Array {
    return this.bytes.subarray(this.places.data, this.places.dataEnd);
  }

  /** Everything from its local header to the next one's. */
  get record(): Uint8Array {
    return this.bytes.subarray(this.places.record, this.places.recordEnd);
  }

  /** Its entry in the directory. */
  get header(): Uint8Array {
    return this.bytes.subarray(this.places.header, this.places.headerEnd);
  }
}

/** Where the pieces of an entry stand in the file. */
interface Places {
  readonly data: number;
  readonly dataEnd: number;
  readonly record: number;
  readonly recordEnd: number;
  readonly header: number;
  readonly headerEnd: number;
}

export interface Archive {
  readonly entries: readonly Entry[];
  readonly comment: Uint8Array;
}

/** What to write: an entry as it was found, or new content under a name (with the time of the entry it replaces). */
export type Output = Entry | { readonly name: string; readonly content: Uint8Array; readonly time?: number };

/** What the directory says of an entry. `at` and `end` are the header's own place. */
interface Header {
  readonly name: string;
  readonly nameLength: number;
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
  readonly offset: number;
  readonly at: number;
  readonly end: number;
}

/** Reads the directory; contents stay packed. Refuses (FileError) what is no zip, is cut, lies, or is too large. */
export function readArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  if (count === 0xffff || directory === 0xffffffff) throw zip64();
  if (count > MAX_PARTS) throw tooLarge('quá nhiều thành phần bên trong');
  const headers = readDirectory(bytes, view, directory, end, count);
  checkSizes(headers);
  const commentLength = view.getUint16(end + 20, true);
  return {
    entries: locateRecords(bytes, view, headers, directory),
    comment: bytes.subarray(end + 22, end + 22 + commentLength),
  };
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  throw corrupt('tệp bị cắt cụt hoặc tải về chưa hết');
}

function readDirectory(bytes: Uint8Array, view: DataView, start: number, end: number, count: number): Header[] {
  const headers: Header[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw corrupt('mục lục của tệp nén không đúng');
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw corrupt('mục lục của tệp nén không đúng');
    headers.push(readHeader(bytes, view, at, next));
    at = next;
  }
  return headers;
}

function readHeader(bytes: Uint8Array, view: DataView, at: number, end: number): Header {
  const method = view.getUint16(at + 10, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const offset = view.getUint32(at + 42, true);
  if (view.getUint16(at + 8, true) & 1) {
    throw new FileError('encrypted', 'Tệp nén có mật khẩu; hãy bỏ mật khẩu, lưu lại rồi thử lại.');
  }
  if (method !== 0 && method !== 8) {
    throw unsupported('kiểu nén lạ');
  }
  if (packedSize === 0xffffffff || size === 0xffffffff || offset === 0xffffffff) throw zip64();
  const nameLength = view.getUint16(at + 28, true);
  const name = readName(bytes, at + 46, at + 46 + nameLength);
  const [time, crc] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
  return { name, nameLength, method, time, crc, size, packedSize, offset, at, end };
}

/** Nearly all names are ASCII, which is read faster letter by letter than by a decoder. */
function readName(bytes: Uint8Array, from: number, to: number): string {
  let name = '';
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    if (byte > 127) return strFromU8(bytes.subarray(from, to));
    name += String.fromCharCode(byte);
  }
  return name;
}

function zip64(): FileError {
  return unsupported('định dạng nén zip64 dành cho tệp rất lớn');
}

function checkSizes(headers: readonly Header[]): void {
  let total = 0;
  for (const { size, packedSize, method } of headers) {
    total += size;
    if (size > MAX_PART_SIZE || total > MAX_UNPACKED_SIZE) throw tooLarge('nội dung sau khi giải nén quá lớn');
    if (size > RATIO_FREE_SIZE && size > packedSize * MAX_RATIO) throw tooLarge('tỷ lệ nén bất thường');
    if (method === 0 && size !== packedSize) throw corrupt('kích thước khai báo không đúng');
  }
}

/** Each record reaches to the next one, so that data descriptors and padding are copied too; overlaps are refused. */
function locateRecords(bytes: Uint8Array, view: DataView, headers: readonly Header[], directory: number): Entry[] {
  const offsets = headers.map((header) => header.offset).sort((a, b) => a - b);
  const nextOffset = new Map(offsets.map((offset, i) => [offset, offsets[i + 1] ?? directory]));
  return headers.map((header) => {
    const { offset, packedSize, nameLength } = header;
    const limit = nextOffset.get(offset) ?? directory;
    if (offset + 30 > limit || view.getUint32(offset, true) !== LOCAL) throw corrupt('mục lục của tệp nén không đúng');
    const data = offset + 30 + nameLength + view.getUint16(offset + 28, true);
    // Programs that read a zip from its start would see another part under this entry.
    if (
      view.getUint16(offset + 26, true) !== nameLength ||
      !sameBytes(bytes, offset + 30, bytes, header.at + 46, nameLength)
    ) {
      throw corrupt('mục lục của tệp nén không đúng');
    }
    const dataEnd = data + packedSize;
    if (dataEnd > limit) throw corrupt('tệp bị cắt cụt hoặc các thành phần chồng lên nhau');
    const places = { data, dataEnd, record: offset, recordEnd: limit, header: header.at, headerEnd: header.end };
    return new Entry(header, bytes, places);
  });
}

/** Whether the same bytes stand at two places. */
/** Unpacks deflated bytes. Gives at most one byte more than `size`, or throws: what is longer than declared is refused. */
export type Unpack = (packed: Uint8Array, size: number) => Uint8Array;

/** What the directory says of packed bytes. */
export type Packed = Pick<Entry, 'packed' | 'size' | 'crc'>;

/** The same for several at once, with the CRC checked on the way; null where anything is not as declared. */
export type UnpackChecked = (parts: readonly Packed[]) => readonly Uint8Array[] | null;

/** How to unpack: the host's own ways where it has faster ones. */
export interface Unpackers {
  readonly unpack: Unpack;
  readonly unpackChecked: UnpackChecked | null;
}

/** The unpacked content of an entry; its size and CRC must be what the directory declares. */
export function readEntry(entry: Entry, unpackers: Unpackers): Uint8Array {
  const [checked] = readTogether([entry], unpackers) ?? [];
  if (checked) return checked;
  // What is wrong, if anything, shows here.
  const content = entry.method === 0 ? entry.packed : unpackEntry(entry, unpackers.unpack);
  if (content.length !== entry.size || crc32(content) !== entry.crc)
    throw corrupt('dữ liệu nén không khớp với mã kiểm tra');
  return content;
}

/** The contents of several entries, which a host may unpack in one go; null where they are to be read one by one. */
export function readTogether(entries: readonly Entry[], { unpackChecked }: Unpackers): readonly Uint8Array[] | null {
  if (!unpackChecked || entries.some((entry) => entry.method === 0)) return null;
  const contents = unpackChecked(entries);
  return contents?.every((content, i) => content.length === entries[i]?.size) ? contents : null;
}

function unpackEntry(entry: Entry, unpack: Unpack): Uint8Array {
  try {
    return unpack(entry.packed, entry.size);
  } catch (error) {
    throw error instanceof FileError ? error : corrupt('dữ liệu nén không đúng');
  }
}

/** Unpacks wherever JavaScript runs; where the host has its own inflate, that is faster. */
export const inflate: Unpack = (packed, size) => {
  // One byte more than declared: what is longer shows itself, and no more than this is ever allocated.
  const out = new Uint8Array(size + 1);
  return packed.length <= INFLATE_STEP ? inflateSync(packed, { out }) : inflateInSteps(packed, out);
};

export const INFLATE: Unpackers = { unpack: inflate, unpackChecked: null };

function inflateInSteps(packed: Uint8Array, out: Uint8Array): Uint8Array {
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > out.length) throw corrupt('kích thước khai báo không đúng');
    out.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length; at += INFLATE_STEP) {
    const next = Math.min(at + INFLATE_STEP, packed.length);
    stream.push(packed.subarray(at, next), next === packed.length);
  }
  return out.subarray(0, length);
}

interface Written {
  readonly record: Uint8Array;
  readonly header: Uint8Array;
}

/** Writes an archive: entries as found are copied, new content is deflated. The same outputs give the same bytes. */
export function writeArchive(outputs: readonly Output[], comment: Uint8Array): Uint8Array {
  const written = outputs.map((output) => ('record' in output ? output : pack(output)));
  const bodySize = written.reduce((sum, { record }) => sum + record.length, 0);
  const directorySize = written.reduce((sum, { header }) => sum + header.length, 0);
  const bytes = new Uint8Array(bodySize + directorySize + 22 + comment.length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let directoryAt = bodySize;
  for (const { record, header } of written) {
    bytes.set(record, at);
    bytes.set(header, directoryAt);
    view.setUint32(directoryAt + 42, at, true);
    at += record.length;
    directoryAt += header.length;
  }
  view.setUint32(directoryAt, END, true);
  view.setUint16(directoryAt + 8, written.length, true);
  view.setUint16(directoryAt + 10, written.length, true);
  view.setUint32(directoryAt + 12, directorySize, true);
  view.setUint32(directoryAt + 16, bodySize, true);
  view.setUint16(directoryAt + 20, comment.length, true);
  bytes.set(comment, directoryAt + 22);
  return bytes;
}

function pack(output: { readonly name: string; readonly content: Uint8Array; readonly time?: number }): Written {
  const name = strToU8(output.name);
  const packed = deflateSync(output.content, { level: 6 });
  const shared = (view: DataView, at: number) => {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, 0x0800, true);
    view.setUint16(at + 4, 8, true);
    view.setUint32(at + 6, output.time ?? EPOCH, true);
    view.setUint32(at + 10, crc32(output.content), true);
    view.setUint32(at + 14, packed.length, true);
    view.setUint32(at + 18, output.content.length, true);
    view.setUint16(at + 22, name.length, true);
  };
  const record = new Uint8Array(30 + name.length + packed.length);
  const recordView = new DataView(record.buffer);
  recordView.setUint32(0, LOCAL, true);
  shared(recordView, 4);
  record.set(name, 30);
  record.set(packed, 30 + name.length);
  const header = new Uint8Array(46 + name.length);
  const headerView = new DataView(header.buffer);
  headerView.setUint32(0, CENTRAL, true);
  headerView.setUint16(4, 20, true);
  shared(headerView, 6);
  header.set(name, 46);
  return { record, header };
}
