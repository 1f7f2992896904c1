// Spoils packages the way hostile and broken programs do: their parts, the XML in them, and the zip around it all.
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { type Random, seeded } from '../../bench/random.ts';
import { encodeText, writeArchive } from '../../ooxml/index.ts';
import { ELEMENTS, NUMBERS, PROLOGUES, REFERENCES, TARGETS, TEXTS } from './hostile.ts';
import { spoilZip } from './spoilZip.ts';

interface Part {
  name: string;
  content: Uint8Array;
}

export type Parts = readonly Readonly<Part>[];

/** The parts of a package, unpacked once for all that is made of it. */
export function partsOfPackage(bytes: Uint8Array): Parts {
  return Object.entries(unzipSync(bytes)).map(([name, content]) => ({ name, content }));
}

/** The package spoilt in one to four ways, always the same for the same number. */
export function mutated(parts: Parts, number: number): Uint8Array {
  const random = seeded(number);
  const own = parts.map((part) => ({ ...part }));
  const ways = random.between(0, 9) === 0 ? 0 : random.between(1, 4);
  for (let i = 0; i < ways && own.length > 0; i++) {
    if (random.percent(20)) random.pick(PACKAGE_WAYS)(own, random);
    else spoilPart(own, random);
  }
  const bytes = writeArchive(own, new Uint8Array(random.percent(5) ? random.between(1, 2000) : 0));
  return ways === 0 || random.percent(15) ? spoilZip(bytes, random) : bytes;
}

function oneOf<T>(list: readonly T[], random: Random): T | undefined {
  return list[random.between(0, list.length - 1)];
}

type PackageWay = (parts: Part[], random: Random) => void;

const PACKAGE_WAYS: readonly [PackageWay, ...PackageWay[]] = [
  (parts, random) => parts.splice(random.between(0, parts.length - 1), 1),
  (parts, random) => {
    const part = oneOf(parts, random);
    if (part) parts.push({ ...part, name: random.percent(50) ? part.name : part.name.toUpperCase() });
  },
  (parts, random) => {
    const [one, other] = [oneOf(parts, random), oneOf(parts, random)];
    if (one && other) [one.content, other.content] = [other.content, one.content];
  },
  (parts, random) => {
    const part = oneOf(parts, random);
    if (part) part.name = random.percent(50) ? random.pick(TARGETS) : part.name.replaceAll('/', '\\').toUpperCase();
  },
  (parts, random) => {
    const part = oneOf(parts, random);
    if (part)
      part.content = new Uint8Array(random.percent(50) ? 0 : random.between(1, 5000)).fill(random.between(0, 255));
  },
  (parts, random) => parts.push({ name: random.pick(TARGETS), content: strToU8('<x/>') }),
  (parts, random) => parts.sort(() => random.between(-1, 1)),
];

/** One part, most often one that is read. */
function spoilPart(parts: readonly Part[], random: Random): void {
  const xml = parts.filter(({ name }) => /\.(xml|rels)$/i.test(name));
  const part = oneOf(xml, random);
  if (!part) return;
  // A character a byte, so that what is not touched keeps its bytes.
  const text = strFromU8(part.content, true);
  if (random.percent(10)) part.content = recoded(strFromU8(part.content), random);
  else part.content = strToU8(random.pick(XML_WAYS)(text, random), true);
}

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be'] as const;

/** Another encoding, with or without its mark; or bytes that are none. */
function recoded(text: string, random: Random): Uint8Array {
  if (random.percent(20)) {
    const bytes = strToU8(text);
    for (let i = 0; i < 20; i++) bytes[random.between(0, bytes.length - 1)] = random.between(128, 255);
    return bytes;
  }
  const encoding = random.pick(ENCODINGS);
  const odd = random.percent(20) ? 1 : 0;
  const bytes = encodeText({ text, encoding, bom: encoding === 'utf-8' || random.percent(50) });
  return bytes.subarray(0, bytes.length - odd);
}

/** Hostile texts go in as the bytes of UTF-8. */
function bytesOf(text: string): string {
  return strFromU8(strToU8(text), true);
}

type XmlWay = (xml: string, random: Random) => string;

const XML_WAYS: readonly [XmlWay, ...XmlWay[]] = [
  (xml, random) => attributeReplaced(xml, random, /\s[\w:]+="-?\d+"/g, NUMBERS),
  (xml, random) => attributeReplaced(xml, random, /\s(?:r|ref|sqref|activeCell)="[^"]*"/g, REFERENCES),
  (xml, random) => attributeReplaced(xml, random, /\s(?:Target|PartName)="[^"]*"/g, TARGETS),
  (xml, random) =>
    attributeReplaced(
      xml,
      random,
      /\s[\w:]+="[^"]*"/g,
      TEXTS.filter((text) => !text.includes('<')),
    ),
  (xml, random) => replacedAt(xml, random, />[^<]+</g, () => `>${bytesOf(random.pick(TEXTS))}<`),
  (xml, random) => replacedAt(xml, random, />[^<]+</g, () => `>${random.pick(NUMBERS)}<`),
  (xml, random) => replacedAt(xml, random, /<[\w:]+[^>]*>/g, (tag) => tag + random.pick(ELEMENTS)),
  (xml, random) => replacedAt(xml, random, /<\/[\w:]+>/g, (tag) => random.pick(ELEMENTS) + tag),
  (xml, random) => replacedAt(xml, random, /<[^>]*>/g, () => ''),
  (xml, random) => replacedAt(xml, random, /<[^>]*\/>/g, (tag) => tag.repeat(random.between(2, 300))),
  (xml, random) => replacedAt(xml, random, /<[\w:]+/g, (name) => `${name}x`),
  (xml, random) => replacedAt(xml, random, /\s[\w:]+="[^"]*"/g, () => ''),
  (xml, random) => replacedAt(xml, random, /\s[\w:]+="[^"]*"/g, (one) => one + one),
  (xml, random) =>
    replacedAt(
      xml,
      random,
      /\st="\w+"/g,
      () => ` t="${random.pick(['s', 'b', 'e', 'd', 'n', 'str', 'inlineStr', 'x'])}"`,
    ),
  (xml, random) => replacedAt(xml, random, /Target=/g, () => 'TargetMode="External" Target='),
  (xml, random) => `${random.pick(PROLOGUES)}${xml}`,
  (xml, random) => xml.slice(0, random.between(0, xml.length)),
  (xml, random) => nested(xml, random),
  (xml, random) => stretchMoved(xml, random),
];

function attributeReplaced(xml: string, random: Random, pattern: RegExp, values: readonly string[]): string {
  return replacedAt(xml, random, pattern, (found) => {
    return `${found.slice(0, found.indexOf('=') + 1)}"${bytesOf(oneOf(values, random) ?? '')}"`;
  });
}

/** One of the places where the pattern stands. */
function replacedAt(xml: string, random: Random, pattern: RegExp, change: (found: string) => string): string {
  const places = [...xml.matchAll(pattern)];
  const place = oneOf(places, random);
  if (!place) return xml;
  return xml.slice(0, place.index) + change(place[0]) + xml.slice(place.index + place[0].length);
}

/** Elements within elements, some deeper than any program reads. */
function nested(xml: string, random: Random): string {
  const depth = random.pick([2, 50, 250, 300, 5000]);
  const name = random.pick(['a', 'w:tbl', 'w:p', 'row', 'mc:AlternateContent', 'w:sdt']);
  return replacedAt(
    xml,
    random,
    /<[\w:]+[^>]*\/>/g,
    (tag) => `<${name}>`.repeat(depth) + tag + `</${name}>`.repeat(depth),
  );
}

function stretchMoved(xml: string, random: Random): string {
  const from = random.between(0, xml.length);
  const to = Math.min(xml.length, from + random.between(1, 400));
  const rest = xml.slice(0, from) + xml.slice(to);
  const at = random.between(0, rest.length);
  return rest.slice(0, at) + xml.slice(from, to) + rest.slice(at);
}
