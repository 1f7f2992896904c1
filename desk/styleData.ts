// A cell style of the file → a cell style of Univer.
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IBorderStyleData,
  type IStyleData,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import type { BorderAppearance, CellAppearance } from '../xlsx/index.ts';

const LINES: Readonly<Record<string, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  double: BorderStyleTypes.DOUBLE,
  medium: BorderStyleTypes.MEDIUM,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  thick: BorderStyleTypes.THICK,
};
const ACROSS: Readonly<Record<string, HorizontalAlign>> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  centerContinuous: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
  distributed: HorizontalAlign.DISTRIBUTED,
};
const DOWN: Readonly<Record<string, VerticalAlign>> = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  justify: VerticalAlign.TOP,
  distributed: VerticalAlign.MIDDLE,
};
const INDENT_PIXELS = 9;

export function styleData({ font, fill, borders, ...look }: CellAppearance): IStyleData {
  const across = ACROSS[look.horizontal ?? ''];
  return {
    ...(font.name && { ff: font.name }),
    ...(font.size && { fs: font.size }),
    ...(font.bold && { bl: BooleanNumber.TRUE }),
    ...(font.italic && { it: BooleanNumber.TRUE }),
    ...(font.underlined && { ul: { s: BooleanNumber.TRUE } }),
    ...(font.struck && { st: { s: BooleanNumber.TRUE } }),
    ...(font.colour && { cl: { rgb: `#${font.colour}` } }),
    ...(fill && { bg: { rgb: `#${fill}` } }),
    bd: {
      ...(borders.left && { l: lineData(borders.left) }),
      ...(borders.right && { r: lineData(borders.right) }),
      ...(borders.top && { t: lineData(borders.top) }),
      ...(borders.bottom && { b: lineData(borders.bottom) }),
    },
    ...(across !== undefined && { ht: across }),
    // Excel sets cells at the bottom unless told otherwise.
    vt: DOWN[look.vertical ?? ''] ?? VerticalAlign.BOTTOM,
    ...(look.wrap && { tb: WrapStrategy.WRAP }),
    ...(look.indent > 0 && { pd: { l: look.indent * INDENT_PIXELS } }),
    ...(look.format !== 'General' && { n: { pattern: look.format } }),
  };
}

function lineData({ style, colour }: BorderAppearance): IBorderStyleData {
  return { s: LINES[style] ?? BorderStyleTypes.THIN, cl: { rgb: `#${colour ?? '000000'}` } };
}
