// Made-up workbooks for tests, put together from their parts.
import { strToU8, zipSync } from 'fflate';
import { a1, type Grid, isCellError, type Workbook } from '../../core/index.ts';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
export const STRICT_RELS = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A zip of parts, always the same bytes for the same parts. */
export function zipOf(parts: Parts): Uint8Array {
  const entries = Object.entries(parts).map(([name, content]): [string, Uint8Array] => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 2) });
}

export interface MadeSheet {
  readonly name: string;
  readonly xml: string;
  /** More attributes of the sheet's entry, as ` state="hidden"`. */
  readonly entry?: string;
}

export interface Made {
  readonly sheets: readonly MadeSheet[];
  readonly styles?: string;
  readonly strings?: string;
  /** XML between `sheets` and the workbook's end. */
  readonly after?: string;
  /** XML before `sheets`. */
  readonly before?: string;
  readonly more?: Parts;
  /** More `Override` elements, and more relationships of the workbook. */
  readonly types?: string;
  readonly relationships?: string;
}

/** The parts of a whole workbook; parts given in `more` stand last and replace those of the same name. */
export function partsOf(made: Made): Parts {
  const sheets = made.sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheet.xml] as const);
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${TYPE}.${type}+xml"/>`;
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELS}/${kind}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${sheets.map(([part]) => override(part, 'worksheet')).join('')}${made.styles ? override('xl/styles.xml', 'styles') : ''}${made.strings ? override('xl/sharedStrings.xml', 'sharedStrings') : ''}${made.types ?? ''}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELS}">${made.before ?? ''}<sheets>${made.sheets.map((sheet, i) => `<sheet name="${escapeText(sheet.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"${sheet.entry ?? ''}/>`).join('')}</sheets>${made.after ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${made.styles ? relation('rId90', 'styles', 'styles.xml') : ''}${made.strings ? relation('rId91', 'sharedStrings', 'sharedStrings.xml') : ''}${made.relationships ?? ''}</Relationships>`,
    ...Object.fromEntries(sheets),
    ...(made.styles && { 'xl/styles.xml': made.styles }),
    ...(made.strings && { 'xl/sharedStrings.xml': made.strings }),
    ...made.more,
  };
}

export function bytesOf(made: Made): Uint8Array {
  return zipOf(partsOf(made));
}

/** A worksheet part around rows; `after` and `before` are siblings of sheetData. */
export function worksheet(rows: string, after = '', before = ''): string {
  return `<worksheet xmlns="${MAIN}" xmlns:r="${RELS}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** A workbook of one sheet called "Sheet1". */
export function oneSheet(xml: string, made: Partial<Made> = {}): Uint8Array {
  return bytesOf({ sheets: [{ name: 'Sheet1', xml }], ...made });
}

/** Styles with one plain font, and cell styles that differ in their number formats only. */
export function stylesWith(
  formatIds: readonly number[],
  custom: Readonly<Record<number, string>> = {},
  more = '',
): string {
  const formats = Object.entries(custom).map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${escapeText(code)}"/>`,
  );
  const xfs = [0, ...formatIds].map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"/>`);
  return `<styleSheet xmlns="${MAIN}">${formats.length ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : ''}<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>${more}</styleSheet>`;
}

export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

/** The bytes of a workbook of plain grids, written the simplest way. */
export function bytesOfWorkbook(workbook: Workbook): Uint8Array {
  const sheets = workbook.sheets.map((grid) => ({
    name: grid.name,
    xml: worksheet(grid.cells.map((_, row) => rowXml(grid, row)).join('')),
    entry: grid.visible ? '' : ' state="hidden"',
  }));
  const active = workbook.sheets.findIndex((sheet) => sheet.name === workbook.active);
  return bytesOf({ sheets, before: `<bookViews><workbookView activeTab="${active}"/></bookViews>` });
}

function rowXml(grid: Grid, row: number): string {
  return `<row r="${row + 1}">${(grid.cells[row] ?? []).map((_, column) => cellXml(grid, row, column)).join('')}</row>`;
}

function cellXml(grid: Grid, row: number, column: number): string {
  const cell = grid.cells[row]?.[column] ?? null;
  const formula = grid.formulas[row]?.[column];
  const head = `<c r="${a1({ row, column })}"`;
  const f = formula ? `<f>${escapeText(formula)}</f>` : '';
  if (cell === null) return '';
  if (isCellError(cell)) return `${head} t="e">${f}<v>${cell.error}</v></c>`;
  if (typeof cell === 'boolean') return `${head} t="b">${f}<v>${Number(cell)}</v></c>`;
  if (typeof cell === 'number') return `${head}>${f}<v>${cell}</v></c>`;
  return `${head} t="inlineStr"><is><t xml:space="preserve">${escapeText(cell)}</t></is></c>`;
}
