// Checks that a file keeps the rules of OOXML whose breach makes a spreadsheet call it damaged. Tests run it on all
// that is written: some programs open even broken files, so that opening proves nothing.
import {
  attribute,
  CONTENT_TYPES,
  childNamed,
  childrenNamed,
  type Element,
  Package,
  parseElement,
  partKey,
  refusing,
  relationshipsPart,
  XmlReader,
} from '../ooxml/index.ts';
import { findStylesPart } from './stylesPart.ts';
import { readWorkbookPart, type WorkbookPart } from './workbook.ts';
import { checkWorksheet, type StyleCounts } from './worksheetIntegrity.ts';

/** The breaches found, as short English sentences that name the part; empty when the file is sound. */
export function checkIntegrity(bytes: Uint8Array): readonly string[] {
  const found = refusing(() => {
    const pack = Package.open(bytes);
    const damage = pack.partNames().flatMap((part) => checkPart(pack, part));
    return damage.length > 0 ? damage : [...checkPackage(pack), ...checkWorkbook(pack)];
  });
  return 'ok' in found ? [found.message] : found;
}

/** Size and checksum of every part, and well-formed XML. */
function checkPart(pack: Package, part: string): string[] {
  const read = refusing(() => {
    if (!/\.(xml|rels)$/i.test(part)) return pack.bytes(part).length;
    const reader = new XmlReader(pack.text(part));
    while (reader.next());
    return 0;
  });
  return typeof read === 'number' ? [] : [`${part}: ${read.message}`];
}

function checkPackage(pack: Package): string[] {
  const breaches: string[] = [];
  const xml = pack.text(CONTENT_TYPES);
  const overrides = childrenNamed(parseElement(xml), 'Override').map((e) =>
    partKey(attribute(xml, e, 'PartName') ?? ''),
  );
  for (const part of duplicates(overrides)) breaches.push(`content types: ${part} is given twice`);
  for (const part of pack.partNames()) {
    if (part === CONTENT_TYPES) continue;
    if (pack.contentType(part) === null) breaches.push(`content types: ${part} has none`);
    breaches.push(...checkRelationships(pack, part));
  }
  return [...breaches, ...checkRelationships(pack, '')];
}

function checkRelationships(pack: Package, part: string): string[] {
  const list = pack.relationships(part);
  const name = relationshipsPart(part);
  return [
    ...duplicates(list.map((one) => one.id)).map((id) => `${name}: id ${id} is given twice`),
    ...list.filter((one) => !one.external && !pack.has(one.target)).map((one) => `${name}: ${one.target} is missing`),
  ];
}

function duplicates(values: readonly string[]): string[] {
  return values.filter((value, i) => values.indexOf(value) !== i);
}

function checkWorkbook(pack: Package): string[] {
  const workbook = readWorkbookPart(pack);
  const { sheets, part } = workbook;
  const ids = new Set(pack.relationships(part).map((one) => one.id));
  const names = sheets.map((sheet) => sheet.name.toLowerCase());
  return [
    ...duplicates(names).map((name) => `${part}: sheet name ${name} is given twice`),
    ...duplicates(sheets.map((sheet) => String(sheet.sheetId))).map((id) => `${part}: sheetId ${id} is given twice`),
    ...duplicates(sheets.map((sheet) => sheet.relationshipId)).map((id) => `${part}: sheet ${id} is given twice`),
    ...sheets.filter((sheet) => !ids.has(sheet.relationshipId)).map((sheet) => `${part}: ${sheet.name} has no part`),
    ...sheets
      .filter((sheet) => sheet.name === '' || sheet.name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(sheet.name))
      .map((sheet) => `${part}: sheet name ${sheet.name} is not allowed`),
    ...(sheets.length === 0 ? [`${part}: no sheets`] : []),
    ...(workbook.activeTab >= Math.max(1, sheets.length) ? [`${part}: activeTab is beyond the sheets`] : []),
    ...checkNames(pack, workbook),
    ...checkSheets(pack, workbook),
  ];
}

function checkNames(pack: Package, workbook: WorkbookPart): string[] {
  const xml = pack.text(workbook.part);
  const list = childNamed(parseElement(xml), 'definedNames')?.children ?? [];
  const places = list.map((name) => attribute(xml, name, 'localSheetId'));
  const keys = list.map((name, i) => `${attribute(xml, name, 'name')?.toLowerCase()} (${places[i]})`);
  const beyond = places.filter((place) => place !== null && Number(place) >= workbook.sheets.length);
  return [
    ...duplicates(keys).map((key) => `${workbook.part}: name ${key} is given twice`),
    ...beyond.map((place) => `${workbook.part}: localSheetId ${place} is beyond the sheets`),
  ];
}

function checkSheets(pack: Package, workbook: WorkbookPart): string[] {
  const breaches: string[] = [];
  const styles = readCounts(pack, workbook, breaches);
  const formulas = new Map<string, ReadonlySet<string>>();
  for (const sheet of workbook.sheets) {
    if (!sheet.part) continue;
    const ids = new Set(pack.relationships(sheet.part).map((one) => one.id));
    const checked = checkWorksheet(pack.text(sheet.part), ids, styles);
    breaches.push(...checked.breaches.map((breach) => `${sheet.part}: ${breach}`));
    formulas.set(String(sheet.sheetId), checked.formulas);
  }
  return [...breaches, ...checkCalcChain(pack, workbook, formulas)];
}

/** How many entries the lists have that sheets refer to by number; what the styles part breaks itself is noted. */
function readCounts(pack: Package, workbook: WorkbookPart, breaches: string[]): StyleCounts {
  const shared = pack.relationships(workbook.part).find((one) => one.kind === 'sharedStrings');
  const stringsXml = shared && pack.has(shared.target) ? pack.text(shared.target) : null;
  const strings =
    stringsXml === null
      ? 0
      : childrenNamed(
          parseElement(stringsXml, (_, depth) => depth === 0),
          'si',
        ).length;
  const part = findStylesPart(pack, workbook);
  if (!part) return { styles: 1, differential: 0, strings };
  const xml = pack.text(part);
  const root = parseElement(xml);
  const count = (list: string): number => childNamed(root, list)?.children.length ?? 0;
  const limits = {
    fontId: count('fonts'),
    fillId: count('fills'),
    borderId: count('borders'),
    xfId: count('cellStyleXfs'),
  };
  for (const xf of childNamed(root, 'cellXfs')?.children ?? []) {
    for (const [name, limit] of Object.entries(limits)) {
      const value = Number(attribute(xml, xf, name) ?? 0);
      if (value > 0 && value >= limit) breaches.push(`${part}: ${name} ${value} does not exist`);
    }
  }
  breaches.push(...checkFormats(xml, root).map((breach) => `${part}: ${breach}`));
  return { styles: Math.max(1, count('cellXfs')), differential: count('dxfs'), strings };
}

function checkFormats(xml: string, root: Element): string[] {
  const ids = (childNamed(root, 'numFmts')?.children ?? []).map((format) => attribute(xml, format, 'numFmtId') ?? '');
  const lists = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs'].flatMap(
    (name) => childNamed(root, name) ?? [],
  );
  const miscounted = lists.filter(
    (list) => Number(attribute(xml, list, 'count') ?? list.children.length) !== list.children.length,
  );
  return [
    ...duplicates(ids).map((id) => `numFmtId ${id} is given twice`),
    ...miscounted.map((list) => `count of ${list.local} is wrong`),
  ];
}

function checkCalcChain(
  pack: Package,
  workbook: WorkbookPart,
  formulas: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const chain = pack.relationships(workbook.part).find((one) => one.kind === 'calcChain');
  if (!chain || !pack.has(chain.target)) return [];
  const xml = pack.text(chain.target);
  let sheet = '0';
  return childrenNamed(parseElement(xml), 'c').flatMap((cell) => {
    sheet = attribute(xml, cell, 'i') ?? sheet;
    const at = attribute(xml, cell, 'r') ?? '';
    return formulas.get(sheet)?.has(at) ? [] : [`${chain.target}: ${at} of sheet ${sheet} holds no formula`];
  });
}
