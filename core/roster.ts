// The list of units that should report, as the level above keeps it: a name a row, with a code and dates where it has them.
import { isoDate, readDate } from './date.ts';
import { type Cell, cellAt, type Grid, isBlank, type Workbook } from './grid.ts';
import { unitKey } from './unitName.ts';
import { bare, fold, tidy } from './vietnamese.ts';

export interface RosterUnit {
  readonly name: string;
  readonly code: string | null;
  /** "2024-06-10" */
  readonly due: string | null;
  /** The day the report came in, where the list says it. */
  readonly received: string | null;
}

export type RosterResult =
  | { readonly ok: true; readonly units: readonly RosterUnit[] }
  | { readonly ok: false; readonly message: string };

type Column = 'name' | 'code' | 'due' | 'received';

/** What the columns are called, longer names of one kind first. */
const HEADINGS: readonly (readonly [Column, RegExp])[] = [
  ['code', /^(?:ma|code|ma (?:don vi|xa|so|dinh danh|dvhc).*)$/],
  ['due', /^(?:han|han nop|thoi han|han (?:gui|bao cao).*|han nop .*|due)$/],
  ['received', /^(?:ngay nop|ngay nhan|ngay gui|da nhan|received)$/],
  ['name', /^(?:(?:ten )?(?:don vi|xa|xa phuong.*|don vi bao cao|unit)|ten)$/],
];

/** Without a row of headings the first column holds the names. What is wrong comes back as one sentence. */
export function readRoster(grid: Grid): RosterResult {
  const head = grid.cells.findIndex((row) => row.some((cell) => columnOf(cell) === 'name'));
  const columns = new Map<Column, number>(head < 0 ? [['name', 0]] : columnsOf(grid.cells[head] ?? []));
  const units: RosterUnit[] = [];
  for (let row = head + 1; row < grid.cells.length; row++) {
    const at = (column: Column): Cell => cellAt(grid, row, columns.get(column) ?? -1);
    const name = textOf(at('name'));
    if (name === '') continue;
    const dates = [at('due'), at('received')];
    const wrong = dates.find((cell) => !isBlank(cell) && isoOf(cell) === null);
    if (wrong !== undefined)
      return refuse(`dòng ${row + 1} ghi ngày “${textOf(wrong)}”; hãy ghi theo mẫu 10/6/2024 hoặc 2024-06-10`);
    const [due = null, received = null] = dates.map(isoOf);
    units.push({ name, code: textOf(at('code')) || null, due, received });
  }
  return verify(units);
}

/** The list is on the active sheet. */
export function readRosterOf({ sheets, active }: Workbook): RosterResult {
  const grid = sheets.find(({ name }) => name === active) ?? sheets[0];
  return grid ? readRoster(grid) : refuse('không có trang tính nào');
}

function columnsOf(cells: readonly Cell[]): [Column, number][] {
  return cells.flatMap((cell, place): [Column, number][] => {
    const column = columnOf(cell);
    return column ? [[column, place]] : [];
  });
}

function columnOf(cell: Cell): Column | null {
  const heading = typeof cell === 'string' ? bare(fold(cell)) : '';
  return HEADINGS.find(([, pattern]) => pattern.test(heading))?.[0] ?? null;
}

function verify(units: readonly RosterUnit[]): RosterResult {
  if (units.length === 0) return refuse('không có tên đơn vị nào; hãy ghi mỗi đơn vị một dòng, cột đầu là tên đơn vị');
  const seen = new Set<string>();
  for (const { name } of units) {
    if (seen.has(unitKey(name))) return refuse(`“${name}” ghi hai lần; hãy bỏ một dòng`);
    seen.add(unitKey(name));
  }
  return { ok: true, units };
}

function refuse(message: string): RosterResult {
  return { ok: false, message };
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? tidy(cell) : typeof cell === 'number' ? String(cell) : '';
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/** A date as it sorts, "2024-06-10"; null for anything else. */
function isoOf(cell: Cell): string | null {
  const [, year, month, day] = (typeof cell === 'string' && ISO.exec(tidy(cell))) || [];
  const date = readDate(year === undefined ? cell : `${day}/${month}/${year}`);
  return date && isoDate(date);
}

/** "2024-06-10" as officials write it, "10/6/2024". */
export function dateFromIso(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${day}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
}
