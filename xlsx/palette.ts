// Colours as files name them (plain, by theme and tint, by index) → RRGGBB.
import { attribute, childNamed, type Element, parseElement } from '../ooxml/index.ts';

/** The colours of a workbook's theme, in the order in which cells count them. */
export type Palette = readonly string[];

/** Office's own theme, for files that have none. */
const OFFICE: Palette = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
  '0563C1',
  '954F72',
];

/** The 56 colours that old files count from 8 (ECMA-376, 18.8.27); the first eight are counted from 0 too. */
const INDEXED =
  '000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF800000008000000080808000800080008080C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF000080FF00FFFFFF0000FFFF8000808000000080800000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC993366FF33CCCC99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333';

/** Reads the colour scheme of a theme part. */
export function readPalette(theme: string | null): Palette {
  if (theme === null) return OFFICE;
  const elements = childNamed(
    parseElement(theme, (_, depth) => depth < 4),
    'themeElements',
  );
  const scheme = elements && childNamed(elements, 'clrScheme');
  const colours = (scheme?.children ?? []).map((entry) => schemeColour(theme, entry));
  // Themes list dark before light; cells count light before dark.
  const [dark1, light1, dark2, light2, ...others] = colours;
  return [light1, dark1, light2, dark2, ...others].map((colour, i) => colour ?? OFFICE[i] ?? '000000');
}

function schemeColour(xml: string, entry: Element): string | null {
  const colour = entry.children[0];
  return colour ? sixDigits(attribute(xml, colour, 'lastClr') ?? attribute(xml, colour, 'val')) : null;
}

/** The colour an element names; null for none and for "automatic". */
export function colourOf(xml: string, element: Element | undefined, palette: Palette): string | null {
  if (!element) return null;
  const plain = sixDigits(attribute(xml, element, 'rgb'));
  const theme = attribute(xml, element, 'theme');
  const index = attribute(xml, element, 'indexed');
  const base = plain ?? (theme === null ? indexed(index) : (palette[Number(theme)] ?? null));
  return base === null ? null : tinted(base, Number(attribute(xml, element, 'tint') ?? 0));
}

function sixDigits(text: string | null): string | null {
  return text !== null && /^(?:[0-9a-f]{2})?[0-9a-f]{6}$/i.test(text) ? text.slice(-6).toUpperCase() : null;
}

function indexed(text: string | null): string | null {
  if (text === null) return null;
  const index = Number(text);
  const place = (index < 8 ? index : index - 8) * 6;
  return INDEXED.slice(place, place + 6) || null;
}

/** Lightens towards white or darkens towards black by a share; near enough to Excel's way over HSL. */
function tinted(colour: string, tint: number): string {
  if (!(tint >= -1 && tint <= 1) || tint === 0) return colour;
  const shades = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const moved = shades.map((shade) => Math.round(tint < 0 ? shade * (1 + tint) : shade + (255 - shade) * tint));
  return moved.map((shade) => shade.toString(16).padStart(2, '0').toUpperCase()).join('');
}
