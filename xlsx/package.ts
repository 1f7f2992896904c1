// An OOXML package: parts by name, their content types and relationships. Changes go to a copy-on-write layer.
import { append, attribute, childrenNamed, parseElement, removal, spliced } from './element.ts';
import { type DecodedText, decodeText, encodeText } from './encoding.ts';
import { corrupt } from './fileError.ts';
import { escapeXml, XmlReader } from './xml.ts';
import { type Archive, type Entry, isSame, type Output, readArchive, readEntry, writeArchive } from './zip.ts';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONSHIPS_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
/** Texts of this length at most are kept decoded: the small parts that every step asks for again. */
const REMEMBERED_LENGTH = 200_000;

export interface Relationship {
  readonly id: string;
  /** The last segment of the type: "worksheet", "styles"… the same in both flavours of OOXML. */
  readonly kind: string;
  readonly type: string;
  /** The part's name; for external targets as written. */
  readonly target: string;
  readonly external: boolean;
}

type Content = { readonly bytes: Uint8Array } | null;

export class Package {
  private readonly archive: Archive;
  /** The file's own bytes, given back as long as nothing differs; null for a new package. */
  private readonly source: Uint8Array | null;
  private readonly entries: ReadonlyMap<string, Entry>;
  /** By key; null marks a part that was taken out. New parts stand at the end, in the order they came. */
  private readonly changed: Map<string, Content>;
  private readonly names: Map<string, string>;
  private readonly remembered: Map<string, DecodedText>;
  private readonly damaged: Set<string>;
  /** Lists of relationships already read, with the text they were read from. */
  private readonly lists = new Map<string, { readonly xml: string; readonly list: readonly Relationship[] }>();

  private constructor(
    source: Uint8Array | null,
    archive: Archive,
    entries: ReadonlyMap<string, Entry>,
    from?: Package,
  ) {
    this.source = source;
    this.archive = archive;
    this.entries = entries;
    this.changed = new Map(from?.changed);
    this.names = new Map(from?.names);
    this.remembered = new Map(from?.remembered);
    this.damaged = new Set(from?.damaged);
  }

  /** Opens the archive. Refuses (FileError) damage, duplicate names and names that point outside. */
  static open(bytes: Uint8Array): Package {
    const archive = readArchive(bytes);
    const entries = new Map<string, Entry>();
    for (const entry of archive.entries) {
      const key = partKey(entry.name);
      if (entry.name.endsWith('/')) continue;
      if (entries.has(key)) throw corrupt('hai thành phần trùng tên');
      entries.set(key, entry);
    }
    return new Package(bytes, archive, entries);
  }

  /** A package of new parts only. */
  static create(parts: ReadonlyMap<string, string>): Package {
    const created = new Package(null, { entries: [], comment: new Uint8Array(0) }, new Map());
    for (const [name, xml] of parts) created.setText(name, xml);
    return created;
  }

  /** A copy to work on: what is changed in it leaves this one as it is. */
  fork(): Package {
    return new Package(this.source, this.archive, this.entries, this);
  }

  /** All part names, in the archive's order, new ones last. */
  partNames(): readonly string[] {
    const found = [...this.entries].filter(([key]) => this.changed.get(key) !== null).map(([, entry]) => entry.name);
    const fresh = [...this.changed].filter(([key, content]) => content && !this.entries.has(key));
    return [...found, ...fresh.map(([key]) => this.names.get(key) ?? key)];
  }

  has(name: string): boolean {
    const key = partKey(name);
    const content = this.changed.get(key);
    return content === undefined ? this.entries.has(key) : content !== null;
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
    if (content) return content.bytes;
    const entry = this.entries.get(key);
    if (!entry || content === null) throw corrupt(`thiếu thành phần ${name}`);
    return readEntry(entry);
  }

  text(name: string): string {
    const key = partKey(name);
    const known = this.remembered.get(key);
    if (known) return known.text;
    const decoded = decodeText(this.bytes(name));
    if (decoded.text.length <= REMEMBERED_LENGTH) this.remembered.set(key, decoded);
    return decoded.text;
  }

  /**
   * Replaces or adds a part. A part that gets its first bytes back counts as never changed. Throws FileError when the
   * part's bytes could not be given back from its text, as with broken UTF-8.
   */
  setText(name: string, text: string): void {
    const key = partKey(name);
    const entry = this.entries.get(key);
    const original = entry && readEntry(entry);
    const { encoding, bom } = original ? faithfully(original, name) : { encoding: 'utf-8' as const, bom: false };
    const bytes = encodeText({ text, encoding, bom });
    if (original && isSame(original, bytes)) this.changed.delete(key);
    else this.changed.set(key, { bytes });
    this.names.set(key, entry?.name ?? name);
    this.remembered.delete(key);
  }

  /** Gives a part wholly new content, in UTF-8. */
  write(name: string, text: string): void {
    const key = partKey(name);
    this.changed.set(key, { bytes: encodeText({ text, encoding: 'utf-8', bom: false }) });
    this.names.set(key, this.entries.get(key)?.name ?? name);
    this.remembered.delete(key);
  }

  remove(name: string): void {
    const key = partKey(name);
    if (this.entries.has(key)) this.changed.set(key, null);
    else this.changed.delete(key);
    this.remembered.delete(key);
  }

  /** A name that no part has and no content type speaks of, counting up from 1. */
  freeName(pattern: (n: number) => string): string {
    const xml = this.text(CONTENT_TYPES);
    const overrides = childrenNamed(parseElement(xml), 'Override').map((e) => attribute(xml, e, 'PartName') ?? '');
    const spoken = new Set(overrides.map(partKey));
    let n = 1;
    while (this.has(pattern(n)) || spoken.has(partKey(pattern(n)))) n++;
    return pattern(n);
  }

  /** The relationships of a part, or of the package for "". */
  relationships(part: string): readonly Relationship[] {
    const name = relationshipsPart(part);
    if (!this.has(name)) return [];
    const xml = this.text(name);
    const known = this.lists.get(name);
    if (known?.xml === xml) return known.list;
    const list: Relationship[] = [];
    for (const reader = new XmlReader(xml); reader.next(); ) {
      if (reader.begins('Relationship')) list.push(readRelationship(reader, part));
    }
    this.lists.set(name, { xml, list });
    return list;
  }

  /** Adds a relationship and gives its id. `target` is a part's name. */
  addRelationship(part: string, type: string, target: string): string {
    const name = relationshipsPart(part);
    if (!this.has(name)) {
      this.setText(name, `${XML_HEAD}<Relationships xmlns="${RELATIONSHIPS_NAMESPACE}"></Relationships>`);
      this.addDefaultType('rels', RELATIONSHIPS_TYPE);
    }
    const taken = new Set(this.relationships(part).map((relationship) => relationship.id));
    let n = taken.size + 1;
    while (taken.has(`rId${n}`)) n++;
    const xml = this.text(name);
    const root = parseElement(xml);
    const attributes = `Id="rId${n}" Type="${type}" Target="${escapeXml(relativeTarget(part, target))}"`;
    this.setText(name, spliced(xml, [append(xml, root, `<${root.prefix}Relationship ${attributes}/>`)]));
    return `rId${n}`;
  }

  removeRelationship(part: string, id: string): void {
    const name = relationshipsPart(part);
    const xml = this.text(name);
    const gone = childrenNamed(parseElement(xml), 'Relationship').filter((e) => attribute(xml, e, 'Id') === id);
    this.setText(name, spliced(xml, gone.map(removal)));
  }

  /** The content type of a part, by its own name or its extension; null when the package gives none. */
  contentType(part: string): string | null {
    const xml = this.text(CONTENT_TYPES);
    const root = parseElement(xml);
    const key = partKey(part);
    const own = childrenNamed(root, 'Override').find((e) => partKey(attribute(xml, e, 'PartName') ?? '') === key);
    if (own) return attribute(xml, own, 'ContentType');
    const extension = key.slice(key.lastIndexOf('.') + 1);
    const general = childrenNamed(root, 'Default').find(
      (e) => attribute(xml, e, 'Extension')?.toLowerCase() === extension,
    );
    return general ? attribute(xml, general, 'ContentType') : null;
  }

  addOverride(part: string, contentType: string): void {
    const xml = this.text(CONTENT_TYPES);
    const root = parseElement(xml);
    const text = `<${root.prefix}Override PartName="/${escapeXml(part)}" ContentType="${contentType}"/>`;
    this.setText(CONTENT_TYPES, spliced(xml, [append(xml, root, text)]));
  }

  removeOverride(part: string): void {
    const xml = this.text(CONTENT_TYPES);
    const key = partKey(part);
    const own = childrenNamed(parseElement(xml), 'Override').filter(
      (e) => partKey(attribute(xml, e, 'PartName') ?? '') === key,
    );
    this.setText(CONTENT_TYPES, spliced(xml, own.map(removal)));
  }

  private addDefaultType(extension: string, contentType: string): void {
    const xml = this.text(CONTENT_TYPES);
    const root = parseElement(xml);
    if (childrenNamed(root, 'Default').some((e) => attribute(xml, e, 'Extension')?.toLowerCase() === extension)) return;
    const text = `<${root.prefix}Default Extension="${extension}" ContentType="${contentType}"/>`;
    this.setText(CONTENT_TYPES, spliced(xml, [{ from: root.openEnd, to: root.openEnd, text }]));
  }

  /** The whole archive: parts not changed are copied packed, in their old order; new ones follow. */
  save(): Uint8Array {
    if (this.changed.size === 0 && this.source) return this.source.slice();
    const outputs: Output[] = [];
    for (const entry of this.archive.entries) {
      const content = entry.name.endsWith('/') ? undefined : this.changed.get(partKey(entry.name));
      if (content === undefined) outputs.push(entry);
      else if (content) outputs.push({ name: entry.name, content: content.bytes, time: entry.time });
    }
    for (const [key, content] of this.changed) {
      if (content && !this.entries.has(key)) outputs.push({ name: this.names.get(key) ?? key, content: content.bytes });
    }
    return writeArchive(outputs, this.archive.comment);
  }
}

/** Part names compare without case; some writers use backslashes or a leading slash. */
export function partKey(name: string): string {
  const key = name.replace(/\\/g, '/').replace(/^\//, '').toLowerCase();
  if (key.includes('\0') || /(^|\/)\.\.?(\/|$)|^[a-z]:|^\//.test(key))
    throw corrupt('tên thành phần bên trong không hợp lệ');
  return key;
}

export function relationshipsPart(part: string): string {
  const cut = part.lastIndexOf('/') + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
}

function readRelationship(reader: XmlReader, part: string): Relationship {
  const type = reader.attribute('Type') ?? '';
  const target = reader.attribute('Target') ?? '';
  const external = reader.attribute('TargetMode') === 'External';
  return {
    id: reader.attribute('Id') ?? '',
    kind: type.slice(type.lastIndexOf('/') + 1),
    type,
    target: external ? target : resolveTarget(part, target),
    external,
  };
}

function resolveTarget(part: string, target: string): string {
  const path = target.replace(/\\/g, '/').replace(/#.*$/, '');
  if (path.startsWith('/')) return path.slice(1);
  const segments = part.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

function relativeTarget(part: string, target: string): string {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  return target.startsWith(folder) ? target.slice(folder.length) : `/${target}`;
}

function faithfully(bytes: Uint8Array, name: string): DecodedText {
  const decoded = decodeText(bytes);
  if (!isSame(bytes, encodeText(decoded))) throw corrupt(`thành phần ${name} có ký tự sai mã`);
  return decoded;
}
