// The cell styles of a workbook as plain records: font, fill, borders, alignment and number format.
import { attribute, childNamed, childrenNamed, type Element, parseElement } from '../ooxml/index.ts';
import { builtInFormat } from './numberFormat.ts';
import { colourOf, type Palette } from './palette.ts';

/** Colours are RRGGBB; null stands for the colour that text and lines have anyway. */
export interface FontAppearance {
  readonly name: string | null;
  /** In points. */
  readonly size: number | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underlined: boolean;
  readonly struck: boolean;
  readonly colour: string | null;
}

/** `style` is as files write it: "thin", "medium", "double"… */
export interface BorderAppearance {
  readonly style: string;
  readonly colour: string | null;
}

export interface CellAppearance {
  readonly font: FontAppearance;
  readonly fill: string | null;
  readonly borders: Readonly<Record<Side, BorderAppearance | null>>;
  readonly format: string;
  readonly horizontal: string | null;
  readonly vertical: string | null;
  readonly wrap: boolean;
  readonly indent: number;
}

type Side = 'left' | 'right' | 'top' | 'bottom';

const PLAIN_FONT: FontAppearance = {
  name: null,
  size: null,
  bold: false,
  italic: false,
  underlined: false,
  struck: false,
  colour: null,
};
const NO_BORDERS = { left: null, right: null, top: null, bottom: null };

/** What a style part is read with. */
interface Source {
  readonly xml: string;
  readonly palette: Palette;
}

/** The styles that cells refer to, in their order. */
export function readCellStyles(xml: string, palette: Palette): readonly CellAppearance[] {
  const source = { xml, palette };
  const root = parseElement(xml);
  const list = (name: string): readonly Element[] => childNamed(root, name)?.children ?? [];
  const fonts = list('fonts').map((font) => readFont(source, font));
  const fills = list('fills').map((fill) => readFill(source, fill));
  const borders = list('borders').map((border) => readBorders(source, border));
  const formats = new Map(
    list('numFmts').map((one) => [attribute(xml, one, 'numFmtId'), attribute(xml, one, 'formatCode') ?? 'General']),
  );
  return list('cellXfs').map((style): CellAppearance => {
    const index = (name: string): number => Number(attribute(xml, style, name) ?? 0);
    const format = attribute(xml, style, 'numFmtId');
    return {
      font: fonts[index('fontId')] ?? PLAIN_FONT,
      fill: fills[index('fillId')] ?? null,
      borders: borders[index('borderId')] ?? NO_BORDERS,
      format: formats.get(format) ?? builtInFormat(Number(format ?? 0)),
      ...readAlignment(xml, childNamed(style, 'alignment')),
    };
  });
}

function readAlignment(xml: string, alignment: Element | undefined) {
  const said = (name: string): string | null => (alignment ? attribute(xml, alignment, name) : null);
  return {
    horizontal: said('horizontal'),
    vertical: said('vertical'),
    wrap: isOn(said('wrapText')),
    indent: Math.min(Number(said('indent') ?? 0) || 0, 15),
  };
}

function isOn(text: string | null): boolean {
  return text === '1' || text === 'true';
}

function readFont({ xml, palette }: Source, font: Element): FontAppearance {
  const size = Number(saidOf(xml, font, 'sz'));
  return {
    name: saidOf(xml, font, 'name'),
    size: size >= 1 && size <= 409 ? size : null,
    bold: isSet(xml, font, 'b'),
    italic: isSet(xml, font, 'i'),
    underlined: isSet(xml, font, 'u'),
    struck: isSet(xml, font, 'strike'),
    colour: colourOf(xml, childNamed(font, 'color'), palette),
  };
}

function saidOf(xml: string, font: Element, name: string): string | null {
  const element = childNamed(font, name);
  return element ? attribute(xml, element, 'val') : null;
}

/** `<b/>` sets, `<b val="0"/>` and `<u val="none"/>` do not. */
function isSet(xml: string, font: Element, name: string): boolean {
  return childNamed(font, name) !== undefined && !/^(0|false|none)$/.test(saidOf(xml, font, name) ?? '1');
}

/** Patterns are shown by the colour they are drawn with; gradients not at all. */
function readFill({ xml, palette }: Source, fill: Element): string | null {
  const pattern = childNamed(fill, 'patternFill');
  const kind = pattern && attribute(xml, pattern, 'patternType');
  if (!pattern || !kind || kind === 'none' || kind === 'gray125') return null;
  return (
    colourOf(xml, childNamed(pattern, 'fgColor'), palette) ?? colourOf(xml, childNamed(pattern, 'bgColor'), palette)
  );
}

function readBorders(source: Source, border: Element): CellAppearance['borders'] {
  return {
    left: readSide(source, border, 'left', 'start'),
    right: readSide(source, border, 'right', 'end'),
    top: readSide(source, border, 'top'),
    bottom: readSide(source, border, 'bottom'),
  };
}

function readSide({ xml, palette }: Source, border: Element, ...names: readonly string[]): BorderAppearance | null {
  const side = names.flatMap((name) => childrenNamed(border, name))[0];
  const style = side && attribute(xml, side, 'style');
  return side && style && style !== 'none'
    ? { style, colour: colourOf(xml, childNamed(side, 'color'), palette) }
    : null;
}
