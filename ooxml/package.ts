// An OOXML package: parts with their content types and relationships.
import { append, attribute, childrenNamed, parseElement, removal, spliced } from './element.ts';
import { emptySource, openSource, PartStore, partKey } from './partStore.ts';
import { Recent } from './recent.ts';
import { XmlReader } from './xml.ts';
import { escapeXml } from './xmlText.ts';
import { INFLATE, type Unpackers } from './zip.ts';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONSHIPS_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';

export interface Relationship {
  readonly id: string;
  /** The last segment of the type: "worksheet", "styles"… the same in both flavours of OOXML. */
  readonly kind: string;
  readonly type: string;
  /** The part's name; for external targets as written. */
  readonly target: string;
  readonly external: boolean;
}

/** Lists of relationships read last, by the text they were read from: a target depends on the part it is told from. */
const lists = new Recent<string, { readonly part: string; readonly list: readonly Relationship[] }>(16);

export class Package extends PartStore {
  /** Opens the archive. Refuses (FileError) damage, duplicate names and names that point outside. */
  static open(bytes: Uint8Array, unpackers: Unpackers = INFLATE): Package {
    return new Package(openSource(bytes, unpackers));
  }

  /** A package of new parts only. */
  static create(parts: ReadonlyMap<string, string>): Package {
    const created = new Package(emptySource());
    for (const [name, xml] of parts) created.write(name, xml);
    return created;
  }

  /** A copy to work on: what is changed in it leaves this one as it is. */
  fork(): Package {
    return new Package(this.source, this);
  }

  /** A name that no part has, and that no content type and no relationship of `owner` speaks of, counting up from 1. */
  freeName(owner: string, pattern: (n: number) => string): string {
    const xml = this.text(CONTENT_TYPES);
    const overrides = childrenNamed(parseElement(xml), 'Override').map((e) => attribute(xml, e, 'PartName') ?? '');
    const promised = this.relationships(owner).filter(({ external }) => !external);
    const spoken = new Set([...overrides, ...promised.map(({ target }) => target)].map(partKey));
    let n = 1;
    while (this.has(pattern(n)) || spoken.has(partKey(pattern(n)))) n++;
    return pattern(n);
  }

  /** The relationships of a part, or of the package for "". */
  relationships(part: string): readonly Relationship[] {
    const name = relationshipsPart(part);
    if (!this.has(name)) return [];
    const xml = this.text(name);
    const known = lists.get(xml);
    if (known?.part === part) return known.list;
    const list: Relationship[] = [];
    for (const reader = new XmlReader(xml); reader.next(); ) {
      if (reader.begins('Relationship')) list.push(readRelationship(reader, part));
    }
    lists.set(xml, { part, list });
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
    // An id that the part speaks of and no relationship has would make something else of ours.
    const speaks = this.has(part) ? this.text(part) : '';
    while (taken.has(`rId${n}`) || speaks.includes(`"rId${n}"`) || speaks.includes(`'rId${n}'`)) n++;
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
