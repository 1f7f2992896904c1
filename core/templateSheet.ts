// The sheet "Mẫu biểu": a workbook brings its province's variant of the annex with it.
import type { DropDown, TableChange, TableRow } from './change.ts';
import { readCode } from './code.ts';
import { readTemplate, type TemplateReading, type TemplateWords } from './customTemplate.ts';
import { readDate } from './date.ts';
import {
  type Cell,
  cellAt,
  type Grid,
  isBlank,
  isTemplateSheet,
  TEMPLATE_SHEET_ID,
  textAt,
  type Workbook,
} from './grid.ts';
import type { RowKind, Template } from './template.ts';
import { type Key, pl01b2024 } from './templates/index.ts';
import { fold, tidy } from './vietnamese.ts';

export const TEMPLATE_SHEET = 'Mẫu biểu';

const KINDS: Readonly<Record<RowKind, string>> = {
  heading: 'Tiêu đề',
  count: 'Số đếm',
  percent: 'Tỷ lệ %',
  choice: 'Mã lựa chọn',
};

/** What stands above the rows: a label, and the value right of it. */
const FIELDS = {
  id: 'Mã mẫu',
  name: 'Tên mẫu',
  sheet: 'Tên trang tính của bảng',
  title: 'Tiêu đề bảng (mỗi dòng một ô)',
  basis: 'Căn cứ',
  from: 'Áp dụng từ tháng',
  to: 'Đến tháng',
} as const;
type Field = keyof typeof FIELDS;

const COLUMNS = {
  code: 'Số TT',
  label: 'Chỉ tiêu thống kê',
  unit: 'Đơn vị tính',
  kind: 'Loại',
  key: 'Mục của mẫu chuẩn',
  partOf: 'Thuộc dòng',
} as const;
type Column = keyof typeof COLUMNS;

/** What a workbook brings: a template, or the words for what is wrong with its sheet. */
export interface OwnTemplate {
  readonly template?: Template<Key>;
  /** For the rule template-unreadable. */
  readonly problems?: Readonly<Record<string, string>>;
}

/** Beyond so many the sentence would not be read. */
const PROBLEMS_TOLD = 8;

/** Null without such a sheet. */
export function ownTemplate(workbook: Workbook): OwnTemplate | null {
  const read = readTemplateSheet(workbook);
  if (!read) return null;
  if (read.ok) return { template: read.template };
  const { problems } = read;
  const more = problems.length - PROBLEMS_TOLD;
  const told = problems.slice(0, PROBLEMS_TOLD).join('; ');
  const words = more > 0 ? `${told}; và ${more} chỗ nữa` : told;
  return { problems: { count: String(problems.length), problems: words } };
}

/** The workbook's own template, or what is wrong with it; null where it brings none. */
export function readTemplateSheet(workbook: Workbook): TemplateReading | null {
  const grid = workbook.sheets.find(isTemplateSheet);
  if (!grid) return null;
  const heading = findHeading(grid);
  if (!heading) {
    const named = [COLUMNS.code, COLUMNS.label, COLUMNS.unit, COLUMNS.kind, COLUMNS.key, COLUMNS.partOf].join('”, “');
    return { ok: false, problems: [`chưa có dòng tiêu đề gồm các cột “${named}”`] };
  }
  const rows = grid.cells.flatMap((cells, row) =>
    row > heading.row && cells.some((cell, column) => heading.seen.has(column) && !isBlank(cell)) ? [row] : [],
  );
  const words: TemplateWords = {
    row: (index) => `dòng ${(rows[index] ?? 0) + 1}`,
    field: (name) => ({ ...FIELDS, ...COLUMNS })[name as Field | Column] ?? name,
    kinds: KINDS,
  };
  return readTemplate({ ...fieldsOf(grid, heading.row), rows: rows.map((row) => rowAt(grid, row, heading)) }, words);
}

interface SheetHeading {
  readonly row: number;
  readonly columns: ReadonlyMap<Column, number>;
  readonly seen: ReadonlySet<number>;
}

function findHeading(grid: Grid): SheetHeading | null {
  const names = Object.entries(COLUMNS).map(([column, name]) => [column as Column, fold(name)] as const);
  for (let row = 0; row < grid.cells.length; row++) {
    const columns = new Map<Column, number>();
    (grid.cells[row] ?? []).forEach((cell, at) => {
      const found = typeof cell === 'string' ? names.find(([, name]) => name === fold(cell)) : undefined;
      if (found && !columns.has(found[0])) columns.set(found[0], at);
    });
    if (columns.size === names.length) return { row, columns, seen: new Set(columns.values()) };
  }
  return null;
}

/** Blanks are left out: whoever reads them says what may not be blank. */
function rowAt(grid: Grid, row: number, { columns }: SheetHeading): Readonly<Record<string, string>> {
  const given: Partial<Record<Column, string>> = {};
  for (const [column, at] of columns) {
    const cell = cellAt(grid, row, at);
    if (isBlank(cell)) continue;
    given[column] = column === 'label' || column === 'unit' ? written(grid, row, at) : codeAt(grid, row, at, cell);
  }
  const kind = Object.entries(KINDS).find(([, name]) => fold(name) === fold(given.kind ?? ''))?.[0];
  return kind === undefined ? given : { ...given, kind };
}

function written(grid: Grid, row: number, column: number): string {
  const cell = cellAt(grid, row, column);
  return tidy(typeof cell === 'string' ? cell : textAt(grid, row, column));
}

/** A code that the spreadsheet took for a number is still a code. */
function codeAt(grid: Grid, row: number, column: number, cell: Cell): string {
  const text = written(grid, row, column);
  return typeof cell === 'number' ? (readCode(cell, text).code ?? text) : text;
}

function fieldsOf(grid: Grid, before: number): Readonly<Record<string, unknown>> {
  const given: Record<string, unknown> = {};
  const title: string[] = [];
  for (let row = 0; row < before; row++) {
    const cells = grid.cells[row] ?? [];
    const at = cells.findIndex((cell) => typeof cell === 'string' && fieldNamed(cell) !== null);
    const label = cells[at];
    const field = typeof label === 'string' ? fieldNamed(label) : null;
    const value = cells.findIndex((cell, column) => column > at && !isBlank(cell) && !isMarker(cell));
    if (field === null || value < 0) continue;
    if (field === 'title') title.push(written(grid, row, value));
    else given[field] = field === 'from' || field === 'to' ? monthAt(grid, row, value) : written(grid, row, value);
  }
  return title.length === 0 ? given : { ...given, title };
}

function isMarker(cell: Cell): boolean {
  return typeof cell === 'string' && cell.startsWith('cchc:');
}

function fieldNamed(label: string): Field | null {
  const found = Object.entries(FIELDS).find(([, name]) => fold(name) === fold(label))?.[0];
  return (found as Field | undefined) ?? null;
}

/** "2025-07", however it is typed: 7/2025, or what the spreadsheet made a date of. */
function monthAt(grid: Grid, row: number, column: number): string {
  const cell = cellAt(grid, row, column);
  const date = typeof cell === 'number' ? readDate(cell) : null;
  if (date) return month(date.year, date.month);
  const text = written(grid, row, column);
  const [, number, year] = /^(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return number === undefined ? text : month(Number(year), Number(number));
}

function month(year: number, number: number): string {
  return `${year}-${String(number).padStart(2, '0')}`;
}

/** The sheet for a template: read again it gives the same template. */
export function planTemplateSheet(template: Template<Key>): TableChange {
  const field = (name: Field, value: string): TableRow => ({ cells: [null, FIELDS[name], value || null], look: 'row' });
  const { from, to } = template.effective;
  const head: TableRow[] = [
    { cells: [null, 'MẪU BIỂU CỦA ĐỊA PHƯƠNG'], look: 'title' },
    { cells: [null, HELP], look: 'note' },
    field('id', template.id.replace(/@.*$/, '')),
    field('name', template.name),
    field('sheet', template.sheet),
    ...template.title.map((line) => field('title', line)),
    field('basis', template.basis),
    field('from', from),
    field('to', to ?? ''),
    { cells: Object.values(COLUMNS), look: 'heading' },
  ];
  return {
    kind: 'table',
    sheet: TEMPLATE_SHEET,
    id: TEMPLATE_SHEET_ID,
    expects: null,
    rows: [...head, ...template.rows.map((row) => rowOf(template, row.key))],
    columns: [
      { width: 9, format: '@', align: 'center' },
      { width: 62 },
      { width: 30, format: '@' },
      { width: 14 },
      { width: 14, format: '@', align: 'center' },
      { width: 14, format: '@', align: 'center' },
    ],
    lists: template.rows.map((_row, index) => kindList(head.length + index)),
    frozenRows: head.length,
    print: { landscape: true, repeat: { from: head.length - 1, to: head.length - 1 } },
  };
}

const HELP =
  'Mỗi dòng của bảng ghi một dòng. “Mục của mẫu chuẩn”: dòng này là mục nào của mẫu Phụ lục 01b năm 2024; dòng riêng của địa phương thì để trống. “Thuộc dòng”: mã của dòng mà dòng này là phần “Trong đó”.';

function rowOf(template: Template<Key>, key: Key): TableRow {
  const row = template.rows.find((one) => one.key === key);
  if (!row) throw new Error(`The template has no row ${key}.`);
  const standard = pl01b2024.rows.some((one) => one.key === key);
  const parent = row.partOf === undefined ? null : (row.partOfCode ?? row.partOf);
  return {
    cells: [row.code ?? key, row.label, row.unit ?? null, KINDS[row.kind], standard ? key : null, parent],
    look: row.kind === 'heading' ? 'section' : 'row',
  };
}

function kindList(row: number): DropDown {
  const at = { row, column: 3 };
  return { range: { from: at, to: at }, values: Object.values(KINDS) };
}
