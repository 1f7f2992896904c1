// What reading a sheet needs of the styles part: the number format of each cell style, and legacy fonts.

import { Recent, XmlReader } from '../ooxml/index.ts';
import { builtInFormat, type Formatter, makeFormatter } from './numberFormat.ts';

/** Fonts of the old Vietnamese encodings TCVN3 and VNI, whose text is not Unicode. */
const LEGACY_FONT = /^(\.Vn|VNI-)/i;

export interface ReadStyles {
  /** The formatter of a cell style (the `s` of a cell). */
  formatter(style: number): Formatter;
  /** The number format's code of a cell style. */
  formatCode(style: number): string;
  /** The font name of a cell style. */
  font(style: number): string | null;
  /** Whether the workbook has a font of an old encoding at all. */
  readonly hasLegacyFont: boolean;
}

interface StyleTables {
  readonly formats: Map<number, string>;
  readonly fonts: (string | null)[];
  readonly styles: { readonly format: number; readonly font: number }[];
}

/** Reads a styles part; null stands for a workbook without one. */
export function readStyles(xml: string | null, date1904: boolean): ReadStyles {
  const known = xml === null ? undefined : recentStyles.get(xml);
  if (known?.date1904 === date1904) return known.styles;
  const styles = parseStyles(xml, date1904);
  if (xml !== null) recentStyles.set(xml, { date1904, styles });
  return styles;
}

/** Copies of one form have the same styles. */
const recentStyles = new Recent<string, { readonly date1904: boolean; readonly styles: ReadStyles }>(4);

function parseStyles(xml: string | null, date1904: boolean): ReadStyles {
  const tables: StyleTables = { formats: new Map(), fonts: [], styles: [] };
  if (xml !== null) readTables(xml, tables);
  const formatters = new Map<string, Formatter>();
  const byStyle: Formatter[] = [];
  const formatCode = (style: number): string => {
    const id = tables.styles[style]?.format ?? 0;
    return tables.formats.get(id) ?? builtInFormat(id);
  };
  return {
    formatCode,
    formatter(style) {
      const known = byStyle[style];
      if (known) return known;
      const code = formatCode(style);
      const made = formatters.get(code) ?? makeFormatter(code, date1904);
      formatters.set(code, made);
      if (style >= 0 && style < tables.styles.length) byStyle[style] = made;
      return made;
    },
    font: (style) => tables.fonts[tables.styles[style]?.font ?? 0] ?? null,
    hasLegacyFont: tables.fonts.some((name) => name !== null && LEGACY_FONT.test(name)),
  };
}

/** Whether a font name belongs to an old Vietnamese encoding. */
export function isLegacyFont(name: string | null): boolean {
  return name !== null && LEGACY_FONT.test(name);
}

function readTables(xml: string, tables: StyleTables): void {
  const reader = new XmlReader(xml);
  let section = '';
  while (reader.next()) {
    if (reader.kind === 'close') continue;
    if (reader.depth === 1) section = reader.local;
    else if (reader.depth === 2) readEntryOf(section, reader, tables);
  }
}

function readEntryOf(section: string, reader: XmlReader, tables: StyleTables): void {
  if (section === 'numFmts' && reader.is('numFmt')) {
    tables.formats.set(Number(reader.attribute('numFmtId')), reader.attribute('formatCode') ?? '');
  } else if (section === 'fonts' && reader.is('font')) {
    tables.fonts.push(readFontName(reader));
  } else if (section === 'cellXfs' && reader.is('xf')) {
    tables.styles.push({ format: Number(reader.attribute('numFmtId')), font: Number(reader.attribute('fontId')) });
  } else {
    reader.skip();
  }
}

function readFontName(reader: XmlReader): string | null {
  if (reader.kind === 'empty') return null;
  let name: string | null = null;
  while (reader.next() && reader.depth > 2) {
    if (reader.kind !== 'close' && reader.is('name')) name = reader.attribute('val');
  }
  return name;
}
