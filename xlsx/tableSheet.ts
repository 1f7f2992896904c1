// Writes the worksheet part of a table: rows, looks, widths, lists, links and print setup.
import {
  a1,
  type Cell,
  type CellRef,
  joinedAreas,
  looksLikeFormula,
  quoteSheet,
  type Range,
  sheetMarker,
  type TableCell,
  type TableChange,
  type TableRow,
  tableValue,
  widthOf,
} from '../core/index.ts';
import { escapeXml, XML_HEAD } from '../ooxml/index.ts';
import { type CellLook, cellLook, type StyleWriter } from './looks.ts';
import { rowHeight, type SetText } from './rowHeight.ts';
import { encodeCellText } from './strings.ts';

/** A list written into its rule itself may be this long, commas included. */
const MAX_LIST = 255;
/** Margins in inches of an official document (Nghị định 30/2020/NĐ-CP): left 30 mm, right 15, top and bottom 20. */
const MARGINS = 'left="1.18" right="0.59" top="0.79" bottom="0.79" header="0.3" footer="0.3"';

interface Link {
  readonly at: string;
  readonly to: CellRef;
  readonly text: string;
}

/** What the sheet's rows are written with. */
interface Writing {
  readonly change: TableChange;
  readonly styles: StyleWriter;
  readonly merges: readonly Range[];
  readonly markerColumn: number;
  readonly links: Link[];
}

/** The whole worksheet part. `selected` tells that the sheet is the active one. */
export function tableSheet(change: TableChange, styles: StyleWriter, namespace: string, selected: boolean): string {
  const markerColumn = widthOf(change);
  const merges = joinedAreas(change);
  const writing: Writing = { change, styles, merges, markerColumn, links: [] };
  const rows = change.rows.length > 0 || change.id === null ? change.rows : [{ cells: [], look: 'plain' } as const];
  const data = rows.map((row, i) => rowXml(writing, row, i)).join('');
  return [
    `${XML_HEAD}<worksheet xmlns="${namespace}">`,
    change.print ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    viewXml(change.frozenRows ?? 0, change.frozenColumns ?? 0, selected),
    '<sheetFormatPr defaultRowHeight="15.75"/>',
    columnsXml(change, markerColumn),
    `<sheetData>${data}</sheetData>`,
    listXml(
      'mergeCells',
      merges.map((range) => `<mergeCell ref="${rangeName(range)}"/>`),
    ),
    listXml('dataValidations', dropDowns(change)),
    writing.links.length > 0 ? `<hyperlinks>${writing.links.map(linkXml).join('')}</hyperlinks>` : '',
    printXml(change),
    '</worksheet>',
  ].join('');
}

function rowXml(writing: Writing, row: TableRow, index: number): string {
  const { change, markerColumn } = writing;
  const width =
    row.look === 'plain' || row.look === 'note' ? row.cells.length : Math.max(row.cells.length, change.columns.length);
  const cells: string[] = [];
  const texts: SetText[] = [];
  let joined = false;
  for (let column = 0; column < width; column++) {
    const cell = row.cells[column] ?? null;
    const look = lookOf(writing, row, cell, column);
    cells.push(cellXml(writing, cell, look, a1({ row: index, column })));
    const merge = writing.merges.find((range) => range.from.row === index && range.from.column === column);
    joined ||= merge !== undefined;
    const set = setText(change, cell, look, column, merge);
    if (set) texts.push(set);
  }
  if (index === 0 && change.id !== null) cells.push(markerXml(change.id, markerColumn));
  const height = rowHeight(texts, change.id === null ? 12 : 11);
  // A spreadsheet fits its rows to their texts by itself, but not to texts in joined cells: only there is it forbidden.
  return `<row r="${index + 1}" ht="${height}"${joined ? ' customHeight="1"' : ''}>${cells.join('')}</row>`;
}

function lookOf(writing: Writing, row: TableRow, cell: TableCell, column: number): CellLook {
  const isFormula = cell !== null && typeof cell === 'object' && 'formula' in cell;
  const value = tableValue(cell);
  return cellLook(row.look, {
    column: writing.change.columns[column],
    first: column === 0,
    isLink: cell !== null && typeof cell === 'object' && 'link' in cell,
    format: isFormula ? (cell.format ?? unlessText(writing.change.columns[column]?.format)) : undefined,
    quoted: !isFormula && typeof value === 'string' && looksLikeFormula(value),
    form: writing.change.id === null,
  });
}

/** A formula in a column of texts would be shown as its own text once someone edits it. */
function unlessText(format: string | undefined): string | undefined {
  return format === '@' ? 'General' : format;
}

function setText(
  change: TableChange,
  cell: TableCell,
  look: CellLook,
  column: number,
  merge: Range | undefined,
): SetText | null {
  const value = tableValue(cell);
  if (typeof value !== 'string' || change.columns[column]?.hidden) return null;
  if (merge && merge.to.row > merge.from.row) return null;
  const spanned = change.columns.slice(column, (merge?.to.column ?? column) + 1);
  const width = spanned.reduce((sum, one) => sum + (one.hidden ? 0 : one.width), 0) || 8.43;
  return { text: value, size: look.size, bold: look.bold === true, width };
}

function cellXml(writing: Writing, cell: TableCell, look: CellLook, at: string): string {
  const style = ` s="${writing.styles.style(look)}"`;
  if (cell !== null && typeof cell === 'object') {
    if ('formula' in cell) return formulaXml(cell.formula, cell.value, at, style);
    if ('link' in cell) {
      writing.links.push({ at, to: cell.link, text: cell.text });
      return valueXml(cell.text, at, style);
    }
  }
  return valueXml(cell, at, style);
}

/** A cell that holds a value. `attributes` go between its address and its type. */
export function valueXml(value: Cell, at: string, attributes: string): string {
  const head = `<c r="${at}"${attributes}`;
  if (value === null || value === '') return `${head}/>`;
  if (typeof value === 'number') return `${head}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${head} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'object') return `${head} t="e"><v>${escapeXml(value.error)}</v></c>`;
  const space = /^\s|\s$|\s\s|[\n\t]/.test(value) ? ' xml:space="preserve"' : '';
  return `${head} t="inlineStr"><is><t${space}>${escapeXml(encodeCellText(value))}</t></is></c>`;
}

function formulaXml(formula: string, value: Cell, at: string, style: string): string {
  const { type, cached } = resultXml(value);
  return `<c r="${at}"${style}${type}><f>${escapeXml(encodeCellText(formula.replace(/^=/, '')))}</f>${cached}</c>`;
}

/** What a formula gives, as its cell stores it: the cell's type attribute, and the element after the formula. */
export function resultXml(value: Cell): { readonly type: string; readonly cached: string } {
  if (value === null) return { type: '', cached: '' };
  if (typeof value === 'number') return { type: '', cached: `<v>${value}</v>` };
  if (typeof value === 'boolean') return { type: ' t="b"', cached: `<v>${value ? 1 : 0}</v>` };
  const isText = typeof value === 'string';
  const shown = escapeXml(encodeCellText(isText ? value : value.error));
  return { type: isText ? ' t="str"' : ' t="e"', cached: `<v>${shown}</v>` };
}

function markerXml(id: string, column: number): string {
  return valueXml(sheetMarker(id), a1({ row: 0, column }), '');
}

function viewXml(frozenRows: number, frozenColumns: number, selected: boolean): string {
  const pane = frozenRows > 0 || frozenColumns > 0 ? paneXml(frozenRows, frozenColumns) : '';
  const tag = `<sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0"`;
  return `<sheetViews>${pane ? `${tag}>${pane}</sheetView>` : `${tag}/>`}</sheetViews>`;
}

function paneXml(rows: number, columns: number): string {
  const at = a1({ row: rows, column: columns });
  const pane = columns === 0 ? 'bottomLeft' : rows === 0 ? 'topRight' : 'bottomRight';
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  return (
    `<pane${splits} topLeftCell="${at}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${at}" sqref="${at}"/>`
  );
}

function columnsXml(change: TableChange, markerColumn: number): string {
  const columns = change.columns.map((column, i) => columnXml(i, column.width, column.hidden === true));
  if (change.id !== null) columns.push(columnXml(markerColumn, 9, true));
  return columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '';
}

function columnXml(index: number, width: number, hidden: boolean): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${width}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`;
}

function listXml(name: string, items: readonly string[]): string {
  return items.length > 0 ? `<${name} count="${items.length}">${items.join('')}</${name}>` : '';
}

/** Lists too long, or with commas in their values, cannot be written into the rule itself: they are left out. */
function dropDowns(change: TableChange): string[] {
  return (change.lists ?? []).flatMap(({ range, values }) => {
    const list = values.join(',');
    if (values.length === 0 || list.length > MAX_LIST || values.some((value) => String(value).includes(','))) return [];
    const literal = `"${list.replace(/"/g, '""')}"`;
    return [
      `<dataValidation type="list" allowBlank="1" sqref="${rangeName(range)}"><formula1>${escapeXml(literal)}</formula1></dataValidation>`,
    ];
  });
}

function linkXml({ at, to, text }: Link): string {
  return `<hyperlink ref="${at}" location="${escapeXml(quoteSheet(to.sheet) + a1(to))}" display="${escapeXml(encodeCellText(text))}"/>`;
}

function printXml(change: TableChange): string {
  if (!change.print) return '';
  return (
    `<printOptions horizontalCentered="1"/><pageMargins ${MARGINS}/>` +
    `<pageSetup paperSize="9" fitToHeight="0" orientation="${change.print.landscape ? 'landscape' : 'portrait'}"/>` +
    '<headerFooter><oddFooter>&amp;C&amp;"Times New Roman,Regular"&amp;11&amp;P/&amp;N</oddFooter></headerFooter>'
  );
}

function rangeName(range: Range): string {
  const [from, to] = [a1(range.from), a1(range.to)];
  return from === to ? from : `${from}:${to}`;
}
