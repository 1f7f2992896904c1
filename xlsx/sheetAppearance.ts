// How one worksheet looks: widths, heights, joined cells, frozen panes, drop-downs, links, our marks, cell styles.
import { type CellRef, type DropDown, markOf, parseA1, type Range, type Severity } from '../core/index.ts';
import { attribute, childNamed, type Element, textOf, XmlReader } from '../ooxml/index.ts';
import type { ColumnAppearance, RowAppearance, SheetAppearance } from './appearance.ts';
import { COLUMN_LIMIT } from './sheetBuilder.ts';
import { descendants, outlineWorksheet } from './worksheet.ts';

/** Cells farther out than this are shown plain: looks must not fill the memory that the values are bounded in. */
const MAX_STYLED_ROW = 20_000;
const MAX_STYLED_COLUMN = 400;

/** Reads a worksheet part. Throws FileError on XML that is not well formed. */
export function readSheetAppearance(xml: string, name: string): SheetAppearance {
  const root = outlineWorksheet(xml);
  const format = childNamed(root, 'sheetFormatPr');
  const view = childNamed(root, 'sheetViews')?.children[0];
  const data = childNamed(root, 'sheetData');
  return {
    name,
    defaultWidth: format ? numberOf(xml, format, 'defaultColWidth') : null,
    defaultHeight: format ? numberOf(xml, format, 'defaultRowHeight') : null,
    showGridlines: !view || !/^(0|false)$/.test(attribute(xml, view, 'showGridLines') ?? ''),
    columns: (childNamed(root, 'cols')?.children ?? []).flatMap((column) => readColumn(xml, column)),
    frozen: readFrozen(xml, view && childNamed(view, 'pane')),
    merges: (childNamed(root, 'mergeCells')?.children ?? []).flatMap((one) => ranges(attribute(xml, one, 'ref'))),
    lists: (childNamed(root, 'dataValidations')?.children ?? []).flatMap((one) => readList(xml, one)),
    links: (childNamed(root, 'hyperlinks')?.children ?? []).flatMap((one) => readLink(xml, one)),
    marks: readMarks(xml, root),
    ...(data ? readRows(xml, data) : { rows: [], styles: [] }),
  };
}

function numberOf(xml: string, element: Element, name: string): number | null {
  const value = Number(attribute(xml, element, name) ?? Number.NaN);
  return Number.isFinite(value) && value >= 0 ? value : null;
}

function isOn(text: string | null): boolean {
  return text === '1' || text === 'true';
}

function readColumn(xml: string, column: Element): ColumnAppearance[] {
  const from = (numberOf(xml, column, 'min') ?? 0) - 1;
  const to = Math.min((numberOf(xml, column, 'max') ?? 0) - 1, COLUMN_LIMIT - 1);
  if (from < 0 || to < from) return [];
  return [{ from, to, width: numberOf(xml, column, 'width'), hidden: isOn(attribute(xml, column, 'hidden')) }];
}

function readFrozen(xml: string, pane: Element | undefined): SheetAppearance['frozen'] {
  if (!pane || !/^frozen/.test(attribute(xml, pane, 'state') ?? '')) return { rows: 0, columns: 0 };
  return { rows: numberOf(xml, pane, 'ySplit') ?? 0, columns: numberOf(xml, pane, 'xSplit') ?? 0 };
}

/** The ranges of a `ref` or `sqref`; what is no address is left out. */
function ranges(text: string | null): Range[] {
  return (text ?? '').split(/\s+/).flatMap((piece) => {
    const [first = '', last = first] = piece.split(':');
    const from = parseA1(first);
    const to = parseA1(last);
    return from && to ? [{ from, to }] : [];
  });
}

function readList(xml: string, validation: Element): DropDown[] {
  const source = childNamed(validation, 'formula1');
  const values = source && /^"(.*)"$/s.exec(textOf(xml, source).trim())?.[1];
  if (attribute(xml, validation, 'type') !== 'list' || !values) return [];
  const list = values.replace(/""/g, '"').split(',');
  return ranges(attribute(xml, validation, 'sqref')).map((range) => ({ range, values: list }));
}

function readLink(xml: string, link: Element): { readonly at: Range['from']; readonly to: CellRef }[] {
  const target = /^(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/.exec(attribute(xml, link, 'location') ?? '');
  const to = parseA1(target?.[3]?.split(':')[0] ?? '');
  const sheet = target?.[1]?.replace(/''/g, "'") ?? target?.[2];
  const at = ranges(attribute(xml, link, 'ref'))[0]?.from;
  return to && sheet && at ? [{ at, to: { sheet, ...to } }] : [];
}

function readMarks(xml: string, root: Element): SheetAppearance['marks'] {
  const marks: Record<Severity, Range[]> = { error: [], warning: [], info: [] };
  for (const format of root.children.filter((child) => child.local === 'conditionalFormatting')) {
    const found = new Set(descendants(format, 'formula').map((formula) => markOf(textOf(xml, formula))));
    for (const severity of found) if (severity) marks[severity].push(...ranges(attribute(xml, format, 'sqref')));
  }
  return marks;
}

function readRows(xml: string, data: Element): Pick<SheetAppearance, 'rows' | 'styles'> {
  const rows: RowAppearance[] = [];
  const styles: number[][] = [];
  const reader = new XmlReader(xml, data.start, data.end);
  let row = -1;
  let column = -1;
  while (reader.next()) {
    if (reader.kind === 'close') continue;
    if (reader.depth === 1 && reader.is('row')) {
      row = Number(reader.attribute('r') ?? row + 2) - 1;
      column = -1;
      if (row >= 0 && row < MAX_STYLED_ROW) rows.push(...readRow(reader, row));
    } else if (reader.depth === 2 && reader.is('c')) {
      const at = parseA1(reader.attribute('r') ?? '') ?? { row, column: column + 1 };
      column = at.column;
      put(styles, at.row, at.column, Number(reader.attribute('s') ?? 0));
    }
  }
  return { rows, styles };
}

function readRow(reader: XmlReader, row: number): RowAppearance[] {
  const written = reader.attribute('ht');
  const height = written === null ? null : Number(written);
  const hidden = isOn(reader.attribute('hidden'));
  return height !== null || hidden ? [{ row, height: height !== null && height >= 0 ? height : null, hidden }] : [];
}

function put(styles: number[][], row: number, column: number, style: number): void {
  if (!(row >= 0 && row < MAX_STYLED_ROW && column < MAX_STYLED_COLUMN)) return;
  while (styles.length <= row) styles.push([]);
  const cells = styles[row] ?? [];
  while (cells.length < column) cells.push(-1);
  cells[column] = style;
}
