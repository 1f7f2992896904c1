// The parts of a package by name: read from the archive when asked for, changed in a layer of their own.

import { type DecodedText, decodeText, encodeText } from './encoding.ts';
import { corrupt } from './fileError.ts';
import { Recent } from './recent.ts';
import { areSame } from './sameBytes.ts';
import {
  type Archive,
  type Entry,
  INFLATE,
  type Output,
  readArchive,
  readEntry,
  readTogether,
  type Unpackers,
  writeArchive,
} from './zip.ts';

/** Texts of this length at most are all kept decoded; of longer ones only the last asked for. */
const REMEMBERED_LENGTH = 200_000;

/** What a part is replaced by; null takes it out. */
type Content = DecodedText | null;

/** What is known of an archive: shared by all copies of a package, because the archive itself never changes. */
export interface Source {
  /** The file's own bytes, given back as long as nothing differs; null for a new package. */
  readonly bytes: Uint8Array | null;
  readonly archive: Archive;
  /** By part key. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly unpackers: Unpackers;
  /** Small parts unpacked before they are asked for. */
  readonly prepared: Map<Entry, Unpacked>;
  readonly texts: Map<string, DecodedText>;
  readonly latest: { key: string; text: DecodedText } | { key: null };
  /** Parts whose bytes can be given back from their text. */
  readonly faithful: Set<string>;
}

/** Opens an archive. Refuses (FileError) damage, duplicate names and names that point outside. */
export function openSource(bytes: Uint8Array, unpackers: Unpackers): Source {
  const archive = readArchive(bytes);
  const entries = new Map<string, Entry>();
  for (const entry of archive.entries) {
    const key = partKey(entry.name);
    if (entry.name.endsWith('/')) continue;
    if (entries.has(key)) throw corrupt('hai thành phần trùng tên');
    entries.set(key, entry);
  }
  return {
    bytes,
    archive,
    entries,
    unpackers,
    prepared: new Map(),
    texts: new Map(),
    latest: { key: null },
    faithful: new Set(),
  };
}

/** A source without any part. */
export function emptySource(): Source {
  const archive = { entries: [], comment: new Uint8Array(0) };
  return {
    bytes: null,
    archive,
    entries: new Map(),
    unpackers: INFLATE,
    prepared: new Map(),
    texts: new Map(),
    latest: { key: null },
    faithful: new Set(),
  };
}

/** A part as it lies in an archive. Its text is made when it is asked for. */
interface Unpacked {
  readonly packed: Uint8Array;
  readonly bytes: Uint8Array;
  text: DecodedText | null;
}

/** Packed bytes, declared size and CRC alike: then the content is. A few dozen small parts, so that little is held. */
const alike = new Recent<number, Unpacked>(24);
/** What came once may never come again: only then is a part kept. */
const seenOnce = new Recent<number, true>(200);
const ALIKE_LENGTH = 16_384;
/** What is unpacked together is held until all of it is read. */
const PREPARED_SIZE = 2 ** 20;

function isSmall(entry: Entry): boolean {
  return entry.packedSize <= ALIKE_LENGTH && entry.size <= REMEMBERED_LENGTH;
}

function knownAlike(entry: Entry): Unpacked | null {
  const known = alike.get(entry.crc);
  return known && known.bytes.length === entry.size && areSame(known.packed, entry.packed) ? known : null;
}

/** Keeps a small part for other files when it has come before: a copy, since the bytes may be a view of many more. */
function remembered(entry: Entry, bytes: Uint8Array): Unpacked {
  const { packed, crc } = entry;
  if (!isSmall(entry) || !seenOnce.get(crc)) {
    seenOnce.set(crc, true);
    return { packed, bytes, text: null };
  }
  // Not by `slice`: of a Node buffer that is a view.
  const kept = { packed: new Uint8Array(packed), bytes: new Uint8Array(bytes), text: null };
  alike.set(crc, kept);
  return kept;
}

export class PartStore {
  protected readonly source: Source;
  /** By key. New parts stand at the end, in the order they came. */
  private readonly changed: Map<string, Content>;
  private readonly names: Map<string, string>;
  private readonly damaged: Set<string>;

  constructor(source: Source, from?: PartStore) {
    this.source = source;
    this.changed = new Map(from?.changed);
    this.names = new Map(from?.names);
    this.damaged = new Set(from?.damaged);
  }

  /** All part names, in the archive's order, new ones last. */
  partNames(): readonly string[] {
    const { entries } = this.source;
    const found = [...entries].filter(([key]) => this.changed.get(key) !== null).map(([, entry]) => entry.name);
    const fresh = [...this.changed].filter(([key, content]) => content && !entries.has(key));
    return [...found, ...fresh.map(([key]) => this.names.get(key) ?? key)];
  }

  /** Whether the file has parts in a folder, "_xmlsignatures/" for one. */
  hasFolder(folder: string): boolean {
    for (const key of this.source.entries.keys()) if (key.startsWith(folder)) return true;
    return false;
  }

  has(name: string): boolean {
    const key = partKey(name);
    const content = this.changed.get(key);
    return content === undefined ? this.source.entries.has(key) : content !== null;
  }

  /** Remembers that a part cannot be read, so that it is passed over and copied as it is. */
  setDamaged(name: string): void {
    this.damaged.add(partKey(name));
  }

  isDamaged(name: string): boolean {
    return this.damaged.has(partKey(name));
  }

  /** The part's bytes; throws FileError when it is missing or damaged. */
  bytes(name: string): Uint8Array {
    const key = partKey(name);
    const content = this.changed.get(key);
    if (content) return encodeText(content);
    const entry = this.source.entries.get(key);
    if (!entry || content === null) throw corrupt(`thiếu thành phần ${name}`);
    return readEntry(entry, this.source.unpackers);
  }

  /** The bytes of a part that no change has touched; null for any other. Throws FileError when they are damaged. */
  unchangedBytes(name: string): Uint8Array | null {
    const key = partKey(name);
    const entry = this.changed.has(key) ? undefined : this.source.entries.get(key);
    return entry ? this.unpacked(entry).bytes : null;
  }

  /** The part's text; throws FileError when it is missing or damaged. */
  text(name: string): string {
    const key = partKey(name);
    return (this.changed.get(key) ?? this.original(key, name)).text;
  }

  private original(key: string, name: string): DecodedText {
    const { texts, latest } = this.source;
    const known = this.changed.get(key) === null ? undefined : texts.get(key);
    if (known) return known;
    if (latest.key === key) return latest.text;
    const entry = this.source.entries.get(key);
    const unpacked = entry && !this.changed.has(key) ? this.unpacked(entry) : null;
    const decoded = unpacked?.text ?? decodeText(unpacked?.bytes ?? this.bytes(name));
    if (unpacked) unpacked.text = decoded;
    if (decoded.text.length <= REMEMBERED_LENGTH) texts.set(key, decoded);
    else Object.assign(latest, { key, text: decoded });
    return decoded;
  }

  /** Unpacks small parts that are going to be read in one go. What is wrong with one shows when it is read. */
  prepare(names: readonly string[]): void {
    const { entries, unpackers, prepared } = this.source;
    const wanted = new Set<Entry>();
    let size = 0;
    for (const name of names) {
      const entry = entries.get(partKey(name));
      if (!entry || !isSmall(entry) || knownAlike(entry)) continue;
      size += entry.size;
      if (size <= PREPARED_SIZE) wanted.add(entry);
    }
    if (wanted.size < 2) return;
    const together = [...wanted];
    readTogether(together, unpackers)?.forEach((bytes, i) => {
      const entry = together[i];
      if (entry) prepared.set(entry, remembered(entry, bytes));
    });
  }

  /** An entry's content. A part packed alike in another file is not unpacked again. */
  private unpacked(entry: Entry): Unpacked {
    const { unpackers, prepared } = this.source;
    return (
      prepared.get(entry) ??
      (isSmall(entry) ? knownAlike(entry) : null) ??
      remembered(entry, readEntry(entry, unpackers))
    );
  }

  /**
   * Replaces or adds a part, in the encoding it has. Throws FileError when the part's bytes could not be given back
   * from its text, as with broken UTF-8.
   */
  setText(name: string, text: string): void {
    const key = partKey(name);
    const entry = this.source.entries.get(key);
    if (!entry || this.changed.get(key) === null) {
      this.write(name, text);
      return;
    }
    const { encoding, bom } = this.changed.get(key) ?? this.faithful(key, entry);
    this.changed.set(key, { text, encoding, bom });
  }

  private faithful(key: string, entry: Entry): DecodedText {
    const decoded = this.original(key, entry.name);
    if (!this.source.faithful.has(key)) {
      if (!areSame(readEntry(entry, this.source.unpackers), encodeText(decoded)))
        throw corrupt(`thành phần ${entry.name} có ký tự không đúng bảng mã`);
      this.source.faithful.add(key);
    }
    return decoded;
  }

  /** Gives a part wholly new content, in UTF-8. */
  write(name: string, text: string): void {
    const key = partKey(name);
    this.changed.set(key, { text, encoding: 'utf-8', bom: false });
    this.names.set(key, name);
  }

  remove(name: string): void {
    const key = partKey(name);
    if (this.source.entries.has(key)) this.changed.set(key, null);
    else this.changed.delete(key);
  }

  /** The whole archive: parts not changed, or changed back, are copied packed, in their old order; new ones follow. */
  save(): Uint8Array {
    const { archive, entries, bytes } = this.source;
    const outputs: Output[] = [];
    for (const entry of archive.entries) {
      const content = entry.name.endsWith('/') ? undefined : this.changed.get(partKey(entry.name));
      if (content !== null) outputs.push(content ? outputOf(entry, encodeText(content)) : entry);
    }
    for (const [key, content] of this.changed) {
      if (content && !entries.has(key))
        outputs.push({ name: this.names.get(key) ?? key, content: encodeText(content) });
    }
    const isAsBefore =
      outputs.length === archive.entries.length && outputs.every((one, i) => one === archive.entries[i]);
    return bytes && isAsBefore ? bytes.slice() : writeArchive(outputs, archive.comment);
  }
}

function outputOf(entry: Entry, content: Uint8Array): Output {
  const isAsBefore = entry.size === content.length && areSame(readEntry(entry, INFLATE), content);
  return isAsBefore ? entry : { name: entry.name, content, time: entry.time };
}

/** The same few names come in every file. */
const keys = new Recent<string, string>(100);

/** Part names compare without case; some writers use backslashes or a leading slash. */
export function partKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  const key = name.replace(/\\/g, '/').replace(/^\//, '').toLowerCase();
  if (key.includes('\0') || /(^|\/)\.\.?(\/|$)|^[a-z]:|^\//.test(key))
    throw corrupt('tên thành phần bên trong không hợp lệ');
  keys.set(name, key);
  return key;
}
