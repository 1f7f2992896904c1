// The workbook part: which sheets there are, and what changes when one of ours comes or goes.

import {
  append,
  appendToList,
  attribute,
  childNamed,
  childrenNamed,
  corrupt,
  type Element,
  escapeXml,
  FileError,
  insertInOrder,
  newList,
  type Package,
  parseElement,
  partKey,
  prefixedAttribute,
  Recent,
  refusing,
  removal,
  removeFromList,
  type Splice,
  setAttribute,
  spliced,
  textOf,
} from '../ooxml/index.ts';

const ORDER =
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'.split(
    ' ',
  );

/** The two flavours of OOXML name the same things by different addresses. */
export interface Flavour {
  readonly main: string;
  readonly relationships: string;
}

const TRANSITIONAL: Flavour = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT: Flavour = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

export interface SheetEntry {
  readonly name: string;
  readonly sheetId: number;
  readonly relationshipId: string;
  /** The part's name; null for sheets without cells (charts) and for damaged ones. */
  readonly part: string | null;
  readonly visible: boolean;
}

export interface WorkbookPart {
  readonly part: string;
  readonly flavour: Flavour;
  readonly date1904: boolean;
  readonly sheets: readonly SheetEntry[];
  /** Place of the active sheet among all sheets. */
  readonly activeTab: number;
}

/** Finds the main part by the package's relationships and reads its list of sheets. */
export function readWorkbookPart(pack: Package): WorkbookPart {
  const part = mainPart(pack);
  const { sheets, ...listed } = readListing(pack.text(part));
  const targets = new Map(pack.relationships(part).map((relationship) => [relationship.id, relationship]));
  const taken = new Set<string>();
  return {
    part,
    ...listed,
    sheets: sheets.map((sheet): SheetEntry => {
      const target = targets.get(sheet.relationshipId);
      const isSheet = target?.kind === 'worksheet' && !target.external && !pack.isDamaged(target.target);
      if (isSheet) refuseTwice(target.target, taken);
      const { name, sheetId, relationshipId, visible } = sheet;
      // Not `...sheet`: V8 makes a new shape of object for each such copy, and all of them are old garbage at once.
      return { name, sheetId, relationshipId, visible, part: isSheet ? target.target : null };
    }),
  };
}

/** One part listed thousands of times would be read as often: a small file that never ends. No program writes such. */
function refuseTwice(part: string, taken: Set<string>): void {
  const key = partKey(part);
  if (taken.has(key)) throw corrupt('hai trang tính dùng chung một thành phần');
  taken.add(key);
}

/** What the part's text alone tells. */
interface Listing extends Omit<WorkbookPart, 'part' | 'sheets'> {
  readonly sheets: readonly Omit<SheetEntry, 'part'>[];
}

/** Copies of one form list the same sheets. */
const listings = new Recent<string, Listing>(4);

function readListing(xml: string): Listing {
  const known = listings.get(xml);
  if (known) return known;
  const root = parseElement(xml, (local) => local !== 'definedNames');
  if (root.local !== 'workbook') throw notASpreadsheet();
  const sheets = childNamed(root, 'sheets');
  const properties = childNamed(root, 'workbookPr');
  const view = childNamed(root, 'bookViews')?.children[0];
  const listing: Listing = {
    flavour: xml.slice(root.start, root.openEnd).includes(STRICT.main) ? STRICT : TRANSITIONAL,
    date1904: /^(1|true|on)$/.test((properties && attribute(xml, properties, 'date1904')) ?? ''),
    activeTab: Number((view && attribute(xml, view, 'activeTab')) ?? 0) || 0,
    sheets: (sheets ? childrenNamed(sheets, 'sheet') : []).map((element) => ({
      name: attribute(xml, element, 'name') ?? '',
      sheetId: Number(attribute(xml, element, 'sheetId')),
      relationshipId: prefixedAttribute(xml, element, 'id') ?? '',
      visible: (attribute(xml, element, 'state') ?? 'visible') === 'visible',
    })),
  };
  listings.set(xml, listing);
  return listing;
}

function mainPart(pack: Package): string {
  const roots = refusing(() => pack.relationships(''));
  // With its list of relationships broken, a package may still have its workbook where all programs put it.
  const main = 'ok' in roots ? undefined : roots.find(({ kind, external }) => kind === 'officeDocument' && !external);
  const part = main && pack.has(main.target) ? main.target : 'xl/workbook.xml';
  if (/\.bin$/i.test(part)) {
    throw new FileError(
      'unsupported',
      'Tệp ở dạng .xlsb (nhị phân); hãy mở bằng Excel, chọn Lưu thành… dạng .xlsx rồi thử lại.',
    );
  }
  if (!pack.has(part) || !/\.xml$/i.test(part)) throw notASpreadsheet();
  return part;
}

/** What is said of packages without a workbook, as .docx and .pptx. */
export function notASpreadsheet(): FileError {
  return new FileError(
    'not-a-spreadsheet',
    'Tệp không phải là bảng tính Excel; hãy chọn tệp phụ lục số liệu ở dạng .xlsx.',
  );
}

function edit(pack: Package, part: string, splices: (xml: string, root: Element) => readonly (Splice | null)[]): void {
  const xml = pack.text(part);
  const wanted = splices(xml, parseElement(xml)).filter((splice) => splice !== null);
  if (wanted.length > 0) pack.setText(part, spliced(xml, wanted));
}

/** Adds a sheet as the last one; which sheet is active does not change. */
export function addSheetEntry(pack: Package, workbook: WorkbookPart, name: string, relationshipId: string): void {
  const sheetId = freeSheetId(workbook);
  edit(pack, workbook.part, (xml, root) => {
    const sheets = childNamed(root, 'sheets');
    const prefix = relationshipPrefix(xml.slice(root.start, root.openEnd), workbook.flavour);
    const declared = prefix ?? 'r';
    const namespace = prefix === null ? ` xmlns:r="${workbook.flavour.relationships}"` : '';
    const entry = `<${root.prefix}sheet name="${escapeXml(name)}" sheetId="${sheetId}"${namespace} ${declared}:id="${relationshipId}"/>`;
    if (sheets) return [append(xml, sheets, entry)];
    return [insertInOrder(xml, root, ORDER, 'sheets', `<${root.prefix}sheets>${entry}</${root.prefix}sheets>`)];
  });
}

/** Excel takes no greater one. */
const MAX_SHEET_ID = 65_534;

/** One more than the greatest in use, as spreadsheets count; the least free one where that is too great. */
function freeSheetId({ sheets }: WorkbookPart): number {
  const taken = new Set(sheets.map((sheet) => sheet.sheetId));
  const sound = [...taken].filter((id) => Number.isInteger(id) && id > 0 && id < MAX_SHEET_ID);
  let id = Math.max(0, ...sound) + 1;
  if (taken.has(id)) for (id = 1; taken.has(id); ) id++;
  return id;
}

function relationshipPrefix(rootTag: string, flavour: Flavour): string | null {
  const match = /xmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g;
  for (const [, prefix, namespace] of rootTag.matchAll(match)) {
    if (prefix && namespace === flavour.relationships) return prefix;
  }
  return null;
}

/** Takes a sheet's entry out; names and views that count sheets by place follow. */
export function removeSheetEntry(pack: Package, workbook: WorkbookPart, index: number): void {
  edit(pack, workbook.part, (xml, root) => {
    const sheets = childNamed(root, 'sheets');
    const entry = sheets && childrenNamed(sheets, 'sheet')[index];
    const views = childNamed(root, 'bookViews')?.children ?? [];
    return [
      entry ? removal(entry) : null,
      ...dropLocalNames(xml, root, index, true),
      ...views.flatMap((view) => ['activeTab', 'firstSheet'].map((name) => shiftTab(xml, view, name, index))),
    ];
  });
}

function shiftTab(xml: string, view: Element, name: string, index: number): Splice | null {
  const tab = Number(attribute(xml, view, name) ?? 0);
  return tab > 0 && tab >= index ? setAttribute(xml, view, name, String(tab - 1)) : null;
}

/** Removals of the defined names of one sheet; `gone` tells that the sheets after it move up one place. */
function dropLocalNames(xml: string, root: Element, index: number, gone: boolean): (Splice | null)[] {
  const list = childNamed(root, 'definedNames');
  if (!list) return [];
  const local = list.children.map((element) => ({ element, place: attribute(xml, element, 'localSheetId') }));
  const dropped = local.filter(({ place }) => place === String(index));
  if (dropped.length > 0 && dropped.length === list.children.length) {
    return removeFromList(xml, list, list.children);
  }
  return local.map(({ element, place }) => {
    if (place === null) return null;
    if (place === String(index)) return removal(element);
    return gone && Number(place) > index ? setAttribute(xml, element, 'localSheetId', String(Number(place) - 1)) : null;
  });
}

const PRINT_TITLES = '_xlnm.Print_Titles';

/** Sets which rows of a sheet are repeated on every printed page: a reference, or null for none. */
export function setPrintTitles(pack: Package, workbook: WorkbookPart, index: number, reference: string | null): void {
  if (reference === printTitles(pack, workbook, index)) return;
  edit(pack, workbook.part, (xml, root) => {
    const list = childNamed(root, 'definedNames');
    const own = list?.children.find((element) => isPrintTitles(xml, element, index));
    if (reference === null) {
      if (!list || !own) return [];
      return removeFromList(xml, list, [own]);
    }
    if (own) return [{ from: own.openEnd, to: own.closeStart, text: escapeXml(reference) }];
    const p = root.prefix;
    const name = `<${p}definedName name="${PRINT_TITLES}" localSheetId="${index}">${escapeXml(reference)}</${p}definedName>`;
    if (list) return [appendToList(xml, list, name)];
    return [insertInOrder(xml, root, ORDER, 'definedNames', newList(`${p}definedNames`, name))];
  });
}

function isPrintTitles(xml: string, element: Element, index: number): boolean {
  return (
    attribute(xml, element, 'name')?.toLowerCase() === PRINT_TITLES.toLowerCase() &&
    attribute(xml, element, 'localSheetId') === String(index)
  );
}

function printTitles(pack: Package, workbook: WorkbookPart, index: number): string | null {
  const xml = pack.text(workbook.part);
  const list = childNamed(parseElement(xml), 'definedNames');
  const own = list?.children.find((element) => isPrintTitles(xml, element, index));
  return own ? textOf(xml, own) : null;
}

// White space around the attribute tells what goes away with our sheets from what stays, and what was there before,
// so that taking our last sheet out gives back the same bytes.
const WAS_NOT_SAID = '  ';
const WAS_OFF = '   ';
const WAS_NO_ELEMENT = '  ';
const RECALCULATE = 'fullCalcOnLoad';
const ON = `${RECALCULATE}="1"`;
const OFF = ` ${RECALCULATE}="0"`;

/**
 * Has the spreadsheet calculate all formulas when it opens the file: `passing` while our sheets are in it, `lasting`
 * when a figure was changed.
 */
export function recalculateOnLoad(pack: Package, workbook: WorkbookPart, how: 'passing' | 'lasting'): void {
  edit(pack, workbook.part, (xml, root) => {
    const passing = how === 'passing';
    const properties = childNamed(root, 'calcPr');
    if (!properties) {
      const element = `<${root.prefix}calcPr${passing ? WAS_NOT_SAID : ' '}${ON}${passing ? WAS_NO_ELEMENT : ''}/>`;
      return [insertInOrder(xml, root, ORDER, 'calcPr', element)];
    }
    const tag = xml.slice(properties.start, properties.openEnd);
    const said = attribute(xml, properties, RECALCULATE);
    if (said === '1' || said === 'true')
      return passing ? [] : [retag(properties, tag.replace(/ {2,3}(?=fullCalcOnLoad)/, ' '))];
    if (!passing || said !== null) {
      if (passing && tag.includes(OFF)) return [retag(properties, tag.replace(OFF, WAS_OFF + ON))];
      return [setAttribute(xml, properties, RECALCULATE, '1')];
    }
    return [setAttribute(xml, properties, RECALCULATE, '1', WAS_NOT_SAID)];
  });
}

/** Takes back what `recalculateOnLoad` wrote, when it is still there as written. */
export function forgetRecalculation(pack: Package, workbook: WorkbookPart): void {
  edit(pack, workbook.part, (xml, root) => {
    const properties = childNamed(root, 'calcPr');
    if (!properties) return [];
    const tag = xml.slice(properties.start, properties.openEnd);
    if (tag.includes(WAS_OFF + ON)) return [retag(properties, tag.replace(WAS_OFF + ON, OFF))];
    if (tag === `<${root.prefix}calcPr${WAS_NOT_SAID}${ON}${WAS_NO_ELEMENT}/>`) return [removal(properties)];
    return tag.includes(WAS_NOT_SAID + ON) ? [retag(properties, tag.replace(WAS_NOT_SAID + ON, ''))] : [];
  });
}

function retag(element: Element, tag: string): Splice {
  return { from: element.start, to: element.openEnd, text: tag };
}
