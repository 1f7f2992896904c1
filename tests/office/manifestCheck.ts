// Checks an add-in manifest without the net: what Excel and Microsoft's service would refuse it for.
import { attribute, childNamed, childrenNamed, type Element, parseElement, textOf } from '../../ooxml/index.ts';

/** The width and height of an image that the manifest names, null when there is none. */
export type SizeOf = (url: string) => readonly [number, number] | null;

/** Children in the one order that the schema allows. */
const ORDERS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'OfficeApp',
    [
      'Id',
      'AlternateId',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'HighResolutionIconUrl',
      'SupportUrl',
      'AppDomains',
      'Hosts',
      'Requirements',
      'DefaultSettings',
      'Permissions',
      'VersionOverrides',
    ],
  ],
  ['VersionOverrides', ['Description', 'Requirements', 'Hosts', 'Resources', 'VersionOverrides']],
  ['DesktopFormFactor', ['GetStarted', 'FunctionFile', 'ExtensionPoint']],
  ['GetStarted', ['Title', 'Description', 'LearnMoreUrl']],
  ['CustomTab', ['Group', 'Label']],
  ['Group', ['Label', 'Icon', 'Control']],
  ['Control', ['Label', 'Supertip', 'Icon', 'Action']],
  ['Supertip', ['Title', 'Description']],
  ['Action', ['TaskpaneId', 'SourceLocation', 'FunctionName']],
  ['Resources', ['Images', 'Urls', 'ShortStrings', 'LongStrings']],
]);
const REQUIRED = [
  'Id',
  'Version',
  'ProviderName',
  'DefaultLocale',
  'DisplayName',
  'Description',
  'IconUrl',
  'HighResolutionIconUrl',
  'SupportUrl',
  'Hosts',
  'Requirements',
  'DefaultSettings',
  'Permissions',
];
/** Sizes that every icon of the ribbon must come in; Mac wants 64 too. */
const ICON_SIZES = ['16', '32', '64', '80'];
/** What a resid on these elements must name; everything else names a short string. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['Image', 'Images'],
  ['Runtime', 'Urls'],
  ['FunctionFile', 'Urls'],
  ['SourceLocation', 'Urls'],
  ['LearnMoreUrl', 'Urls'],
  ['Description', 'LongStrings'],
]);
const LONGEST: Readonly<Record<string, number>> = { ShortStrings: 125, LongStrings: 250 };
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const VERSION = /^\d{1,5}(\.\d{1,5}){3}$/;

/** All that is wrong, a line each. */
export function checkManifest(xml: string, sizeOf: SizeOf): readonly string[] {
  const root = parseElement(xml);
  const all = descendants(root);
  const problems = [
    ...all.flatMap(checkOrder),
    ...checkHead(xml, root),
    ...checkReferences(xml, root, all),
    ...checkIds(xml, all),
    ...checkAddresses(xml, all),
    ...checkIcons(xml, root, all, sizeOf),
  ];
  return problems;
}

function descendants(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(descendants)];
}

function checkOrder(element: Element): readonly string[] {
  const order = ORDERS.get(element.local);
  if (!order) return [];
  const places = element.children.map((child) => order.indexOf(child.local));
  const unknown = element.children.filter((_, i) => places[i] === -1).map((child) => child.local);
  if (unknown.length > 0) return [`${element.local} may not hold ${unknown.join(', ')}`];
  const isSorted = places.every((place, i) => i === 0 || (places[i - 1] ?? 0) <= place);
  return isSorted ? [] : [`${element.local} holds its children out of order`];
}

function checkHead(xml: string, root: Element): readonly string[] {
  const text = (name: string) => textOf(xml, childNamed(root, name) ?? root).trim();
  const named = (name: string) => attribute(xml, childNamed(root, name) ?? root, 'DefaultValue') ?? '';
  const problems = REQUIRED.filter((name) => !childNamed(root, name)).map((name) => `${name} is missing`);
  if (!GUID.test(text('Id'))) problems.push('Id is no GUID');
  if (!VERSION.test(text('Version'))) problems.push('Version is not four numbers');
  if (named('DisplayName').length > 125) problems.push('DisplayName is too long');
  if (named('Description').length > 250) problems.push('Description is too long');
  if (text('Permissions') !== 'ReadWriteDocument') problems.push('Permissions are not ReadWriteDocument');
  const sets = descendants(root).filter(({ local }) => local === 'Set');
  const floor = sets.map((set) => `${attribute(xml, set, 'Name')} ${attribute(xml, set, 'MinVersion')}`);
  if (floor.join() !== 'ExcelApi 1.9') problems.push(`requires ${floor.join()}`);
  return problems;
}

/** Every resid names a resource of the right kind, and every resource is named. */
function checkReferences(xml: string, root: Element, all: readonly Element[]): readonly string[] {
  const overrides = childNamed(root, 'VersionOverrides');
  const resources = overrides && childNamed(overrides, 'Resources');
  const kinds = new Map(
    (resources?.children ?? []).flatMap((list) => list.children.map((one) => [attribute(xml, one, 'id'), list.local])),
  );
  const named = all.filter((element) => attribute(xml, element, 'resid') !== null);
  const wrong = named.flatMap((element) => {
    const id = attribute(xml, element, 'resid') ?? '';
    const kind = KINDS.get(element.local) ?? 'ShortStrings';
    if (id.length > 32) return [`resid ${id} is too long`];
    return kinds.get(id) === kind ? [] : [`${element.local} names ${id}, which is not among ${kind}`];
  });
  const used = new Set(named.map((element) => attribute(xml, element, 'resid')));
  const idle = [...kinds.keys()].filter((id) => !used.has(id)).map((id) => `${id} is named nowhere`);
  const long = (resources?.children ?? []).flatMap((list) => tooLong(xml, list));
  return [...wrong, ...idle, ...long];
}

function tooLong(xml: string, list: Element): readonly string[] {
  const most = LONGEST[list.local] ?? Number.POSITIVE_INFINITY;
  return descendants(list).flatMap((element) => {
    const text = attribute(xml, element, 'DefaultValue') ?? attribute(xml, element, 'Value') ?? '';
    return text.length > most ? [`${list.local}: “${text}” is too long`] : [];
  });
}

function checkIds(xml: string, all: readonly Element[]): readonly string[] {
  const ids = all.map((element) => attribute(xml, element, 'id')).filter((id) => id !== null);
  return ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id} is given twice`);
}

/** Everything that is an address is https, and every text has its English. */
function checkAddresses(xml: string, all: readonly Element[]): readonly string[] {
  return all.flatMap((element) => {
    const value = attribute(xml, element, 'DefaultValue');
    if (value === null) return [];
    const isAddress = /Url$|Location$|^Image$/.test(element.local);
    if (isAddress) return value.startsWith('https://') ? [] : [`${value} is not https`];
    const english = childrenNamed(element, 'Override').some((one) => attribute(xml, one, 'Locale') === 'en-US');
    return english ? [] : [`“${value}” has no English`];
  });
}

function checkIcons(xml: string, root: Element, all: readonly Element[], sizeOf: SizeOf): readonly string[] {
  const address = (element: Element | undefined) => (element && attribute(xml, element, 'DefaultValue')) ?? '';
  const images = new Map(
    all.filter(({ local }) => local === 'Image').map((one) => [attribute(xml, one, 'id'), address(one)]),
  );
  const wrongSize = (url: string, size: number) => {
    const found = sizeOf(url);
    return found?.[0] === size && found[1] === size ? [] : [`${url} is not ${size} × ${size}`];
  };
  const ofRibbon = all
    .filter(({ local }) => local === 'Icon')
    .flatMap((icon) => {
      const sizes = icon.children.map((image) => attribute(xml, image, 'size') ?? '');
      const missing = ICON_SIZES.filter((size) => !sizes.includes(size)).map((size) => `an icon has no size ${size}`);
      const urls = icon.children.map((image) => images.get(attribute(xml, image, 'resid')) ?? '');
      return [...missing, ...urls.flatMap((url, i) => wrongSize(url, Number(sizes[i])))];
    });
  const ofApp = [
    wrongSize(address(childNamed(root, 'IconUrl')), 32),
    wrongSize(address(childNamed(root, 'HighResolutionIconUrl')), 64),
  ];
  return [...ofRibbon, ...ofApp.flat()];
}

/** The size of a PNG, from its header. */
export function pngSize(bytes: Buffer): readonly [number, number] | null {
  const isPng = bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  return isPng ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : null;
}
