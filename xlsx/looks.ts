// How the rows of our sheets look, and the styles this adds to a workbook.
import { MARK_COLOURS, type RowLook, TABLE_COLOURS, type TableColumn } from '../core/index.ts';
import { attribute, childNamed, childrenNamed, escapeXml, type Package, parseElement } from '../ooxml/index.ts';
import { builtInFormat } from './numberFormat.ts';
import { appendStyles, type StyleList, withPrefix } from './stylesPart.ts';

/** All that tells one cell style from another. */
export interface CellLook {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly colour?: string;
  readonly underlined?: boolean;
  readonly fill?: string;
  readonly bordered?: boolean;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'center';
  readonly format?: string;
  /** Text that looks like a formula stays text even when someone edits the cell. */
  readonly quoted?: boolean;
}

/** Where a cell stands, as far as its look depends on it. */
export interface CellPlace {
  readonly column: TableColumn | undefined;
  readonly first: boolean;
  readonly isLink: boolean;
  readonly format: string | undefined;
  readonly quoted: boolean;
  /** A form is filled in and printed (12 points, centred rows); our own sheets are read (11 points, rows at the top). */
  readonly form: boolean;
}

/** The look of one cell of a row. Hidden columns carry no borders: they hold ids, not a table. */
export function cellLook(look: RowLook, place: CellPlace): CellLook {
  const size = place.form ? 12 : 11;
  const base = rowLook(look, size, place);
  const bordered = base.bordered === true && place.column?.hidden !== true;
  const link = place.isLink ? { colour: TABLE_COLOURS.link, underlined: true } : {};
  const quoted = place.quoted ? { quoted: true } : {};
  return { ...base, bordered, ...link, ...quoted };
}

function rowLook(look: RowLook, size: number, place: CellPlace): CellLook {
  const format = place.format ?? place.column?.format;
  const align = place.column?.align;
  const cell = {
    size,
    vertical: place.form ? 'center' : 'top',
    ...(format && { format }),
    ...(align && { horizontal: align }),
  } as const;
  switch (look) {
    case 'title':
      return { size: size + 2, bold: true, horizontal: 'center', vertical: 'center' };
    case 'subtitle':
      return { size, italic: true, horizontal: 'center', vertical: 'center' };
    case 'note':
      return { size: 10, colour: TABLE_COLOURS.note, vertical: 'top' };
    case 'heading':
      return {
        size,
        bold: true,
        fill: TABLE_COLOURS.heading,
        bordered: true,
        horizontal: 'center',
        vertical: 'center',
      };
    case 'section':
      return { ...cell, bold: true, bordered: true };
    case 'row':
      return { ...cell, bordered: true };
    case 'error':
    case 'warning':
    case 'info':
      return { ...cell, bordered: true, ...(place.first && { fill: MARK_COLOURS[look] }) };
    case 'plain':
      return cell;
    default:
      return look satisfies never;
  }
}

const FORMAT_IDS: ReadonlyMap<string, number> = new Map([1, 2, 3, 4, 9, 10, 49].map((id) => [builtInFormat(id), id]));
/** Ids below this belong to built-in formats. */
const FIRST_FORMAT_ID = 164;

/** Gathers the styles a sheet needs, reusing those there are; `commit` writes the new ones. */
export class StyleWriter {
  private readonly pack: Package;
  private readonly part: string;
  private readonly prefix: string;
  private readonly known = new Map<StyleList, Map<string, number>>();
  private readonly counts = new Map<StyleList, number>();
  private readonly added = new Map<StyleList, string[]>();
  private readonly styles = new Map<string, number>();
  private readonly formats = new Map<string, number>(FORMAT_IDS);
  private nextFormat = FIRST_FORMAT_ID;

  constructor(pack: Package, part: string) {
    this.pack = pack;
    this.part = part;
    const xml = pack.text(part);
    const root = parseElement(xml);
    this.prefix = root.prefix;
    for (const list of ['fonts', 'fills', 'borders', 'cellXfs'] as const) {
      const entries = childNamed(root, list)?.children ?? [];
      // The first of equal entries is used: later ones may be of another program's making.
      this.known.set(list, new Map(entries.map((e, i) => [xml.slice(e.start, e.end), i] as const).reverse()));
      this.counts.set(list, entries.length);
    }
    const formats = childNamed(root, 'numFmts');
    for (const format of formats ? childrenNamed(formats, 'numFmt') : []) {
      const id = Number(attribute(xml, format, 'numFmtId'));
      this.formats.set(attribute(xml, format, 'formatCode') ?? '', id);
      this.nextFormat = Math.max(this.nextFormat, id + 1);
    }
  }

  /** The style index (a cell's `s`) of a look. */
  style(look: CellLook): number {
    const key = JSON.stringify(look);
    const known = this.styles.get(key);
    if (known !== undefined) return known;
    const made = this.entry('cellXfs', this.styleXml(look));
    this.styles.set(key, made);
    return made;
  }

  commit(): void {
    for (const list of ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs'] as const) {
      const added = this.added.get(list);
      if (added) appendStyles(this.pack, this.part, list, added);
    }
  }

  private styleXml(look: CellLook): string {
    const format = look.format === undefined || look.format === 'General' ? 0 : this.formatId(look.format);
    const horizontal = look.horizontal ? ` horizontal="${look.horizontal}"` : '';
    return (
      `<xf numFmtId="${format}" fontId="${this.entry('fonts', fontXml(look))}"` +
      ` fillId="${look.fill ? this.entry('fills', fillXml(look.fill)) : 0}"` +
      ` borderId="${look.bordered ? this.entry('borders', BORDER) : 0}" xfId="0"${look.quoted ? ' quotePrefix="1"' : ''}` +
      ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">` +
      `<alignment${horizontal} vertical="${look.vertical}" wrapText="1"/></xf>`
    );
  }

  private formatId(code: string): number {
    const known = this.formats.get(code);
    if (known !== undefined) return known;
    const id = this.nextFormat++;
    this.formats.set(code, id);
    this.add('numFmts', `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    return id;
  }

  private entry(list: StyleList, xml: string): number {
    const entries = this.known.get(list) ?? new Map<string, number>();
    const key = withPrefix(xml, this.prefix);
    const found = entries.get(key);
    if (found !== undefined) return found;
    const index = this.counts.get(list) ?? 0;
    entries.set(key, index);
    this.known.set(list, entries);
    this.counts.set(list, index + 1);
    this.add(list, xml);
    return index;
  }

  private add(list: StyleList, xml: string): void {
    this.added.set(list, [...(this.added.get(list) ?? []), xml]);
  }
}

function fontXml(look: CellLook): string {
  const marks = `${look.bold ? '<b/>' : ''}${look.italic ? '<i/>' : ''}${look.underlined ? '<u/>' : ''}`;
  const colour = look.colour ? `<color rgb="FF${look.colour}"/>` : '';
  return `<font>${marks}<sz val="${look.size}"/>${colour}<name val="Times New Roman"/><family val="1"/></font>`;
}

function fillXml(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

const BORDER = `<border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color indexed="64"/></${side}>`).join('')}<diagonal/></border>`;
