// The annex's heading: which columns hold code, label, unit and figures, under one to three rows of headings.
import { cellAt, type Grid, isBlank } from './grid.ts';
import { readPeriod } from './period.ts';
import { remember } from './remember.ts';
import { bare, fold } from './vietnamese.ts';

export type ColumnKind = 'code' | 'label' | 'unit' | 'value' | 'previous' | 'note';
export type Columns = Readonly<Record<ColumnKind, number | null>>;

export interface Heading {
  /** First and last row of the heading. */
  readonly from: number;
  readonly to: number;
  readonly columns: Columns;
}

/** How a cell's text is read: hosts give it as typed, legacy fonts decoded. */
export type TextReader = (row: number, column: number) => string;

/** Headings looked for, as a message may name them. */
export const WANTED_HEADINGS: Readonly<Record<'code' | 'label' | 'unit' | 'value', string>> = {
  code: 'Số TT',
  label: 'Chỉ tiêu thống kê',
  unit: 'Đơn vị tính',
  value: 'Số liệu',
};

const CODE = spellings('số tt', 'stt', 'tt', 'số thứ tự', 'mã', 'mã số', 'mã chỉ tiêu', 'ký hiệu');
const UNIT = spellings('đơn vị tính', 'đvt', 'đ v t', 'đơn vị', 'đv tính');
const NOTE = spellings('ghi chú', 'chú thích', 'giải trình');
const LABEL = spellings('chỉ tiêu', 'nội dung', 'tiêu chí', 'tên chỉ tiêu', 'danh mục chỉ tiêu');
const PREVIOUS = spellings('kỳ trước', 'cùng kỳ', 'năm trước', 'quý trước', 'kỳ báo cáo trước', 'so sánh', 'kế hoạch');
const THIS_PERIOD = spellings('kỳ này', 'kỳ báo cáo', 'trong kỳ');
const FIGURES = spellings('số liệu');
const RESULTS = spellings('kết quả', 'kết quả thống kê', 'kết quả thực hiện', 'thực hiện', 'giá trị', 'số lượng');

/** Folded, as typed properly and as typed without marks. */
function spellings(...words: readonly string[]): readonly string[] {
  const folded = words.map(fold);
  return [...folded, ...folded.map(bare)];
}

function hasWords(text: string, words: string): boolean {
  return ` ${text} `.includes(` ${words} `);
}

function startsWithWords(text: string, words: string): boolean {
  return text === words || text.startsWith(`${words} `);
}

/** What a heading names, how surely (3 best), and the last month of the period it names ("" without one). */
export interface Naming {
  readonly kind: ColumnKind;
  readonly sure: number;
  readonly period: string;
}

function classify(text: string): Omit<Naming, 'period'> | null {
  if (text.length > 60) return null;
  if (CODE.includes(text)) return { kind: 'code', sure: 3 };
  if (UNIT.includes(text)) return { kind: 'unit', sure: 3 };
  if (NOTE.some((words) => startsWithWords(text, words))) return { kind: 'note', sure: 3 };
  if (PREVIOUS.some((words) => hasWords(text, words))) return { kind: 'previous', sure: 3 };
  if (LABEL.some((words) => startsWithWords(text, words))) return { kind: 'label', sure: 3 };
  const now = THIS_PERIOD.some((words) => hasWords(text, words));
  if (FIGURES.some((words) => hasWords(text, words))) {
    return { kind: 'value', sure: FIGURES.includes(text) || now ? 3 : 2 };
  }
  if (now) return { kind: 'value', sure: 2 };
  return RESULTS.includes(text) ? { kind: 'value', sure: 1 } : null;
}

/** Longer texts are no headings, and are not worth folding. */
const LONGEST = 80;

/** Null when the text names no column. A period alone names the figures of that period. */
const classifyText = remember((text: string): Naming | null => {
  if (text.length > LONGEST || !mayName(text)) return null;
  const period = periodEnd(text);
  const found = classify(fold(text)) ?? (period === '' ? null : { kind: 'value' as const, sure: 2 });
  return found && { ...found, period };
});

const EQUAL_WORDS = [CODE, UNIT, RESULTS].flat();
const CONTAINED_WORDS = [NOTE, LABEL, PREVIOUS, THIS_PERIOD, FIGURES, spellings('năm', 'tháng', 'quý')].flat();
const MAY_NAME = new RegExp(`^(?:${EQUAL_WORDS.map(letters).join('|')})$|${CONTAINED_WORDS.map(letters).join('|')}`);

/** Most texts on a sheet name no column: they are told by their bare letters, before they are folded. */
function mayName(text: string): boolean {
  return MAY_NAME.test(letters(text));
}

function letters(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^a-z]+/g, '');
}

/** Quarters and half-years are named without a year too; any year then does for comparing them. */
function periodEnd(text: string): string {
  return (readPeriod(text) ?? readPeriod(`${text}/2000`))?.end ?? '';
}

const WIDEST = 60;
const HEADING_ROWS = 3;

/** All headings on a sheet, from the top; a heading repeated after a page break is found again. */
export function findHeadings(grid: Grid, text: TextReader): readonly Heading[] {
  const found: Heading[] = [];
  for (let row = 0; row < grid.cells.length; row++) {
    if (!mayBeHeading(grid, text, row)) continue;
    const heading = readHeading(grid, text, row);
    if (!heading) continue;
    found.push(heading);
    row = heading.to;
  }
  return found;
}

/** Whether a row could be a heading: it names two kinds of columns, and has no code as "7.2" among them. */
export function mayBeHeading(grid: Grid, text: TextReader, row: number): boolean {
  let texts = 0;
  for (const cell of grid.cells[row] ?? []) {
    if (typeof cell !== 'string') continue;
    if (DOTTED_CODE.test(cell)) return false;
    texts++;
  }
  return texts >= 2 && kindsIn(grid, text, row).size >= 2;
}

/** Of a row of the table, whose label may speak of figures and plans as a heading does. */
const DOTTED_CODE = /^\s*\d{1,2}(\.\d{1,2}){1,3}\.?\s*$/;

function kindsIn(grid: Grid, text: TextReader, row: number): ReadonlySet<ColumnKind> {
  const kinds = new Set<ColumnKind>();
  const width = Math.min(grid.cells[row]?.length ?? 0, WIDEST);
  for (let column = 0; column < width; column++) {
    if (typeof cellAt(grid, row, column) !== 'string') continue;
    const found = classifyText(text(row, column));
    if (found) kinds.add(found.kind);
  }
  return kinds;
}

function readHeading(grid: Grid, text: TextReader, from: number): Heading | null {
  let to = from;
  let columns = columnsOf(grid, text, from, to);
  while (to + 1 < from + HEADING_ROWS && continuesHeading(grid, text, to + 1)) {
    const longer = columnsOf(grid, text, from, to + 1);
    if (!keepsNames(columns, longer)) break;
    columns = longer;
    to++;
  }
  const named = (['code', 'label', 'unit', 'value'] as const).filter((kind) => columns[kind] !== null);
  return named.length >= 2 && (columns.label !== null || columns.code !== null) ? { from, to, columns } : null;
}

/** A second heading row names columns and holds nothing else. */
function continuesHeading(grid: Grid, text: TextReader, row: number): boolean {
  const filled = (grid.cells[row] ?? [])
    .slice(0, WIDEST)
    .map((cell, column) => ({ cell, column }))
    .filter(({ cell }) => !isBlank(cell));
  return (
    filled.length > 0 &&
    filled.every(({ cell, column }) => typeof cell === 'string' && classifyText(text(row, column)) !== null)
  );
}

/** "Kế hoạch CCHC" under "Chỉ tiêu" is the first row of the table, not a second heading of that column. */
function keepsNames(before: Columns, after: Columns): boolean {
  return (['code', 'label'] as const).every((kind) => before[kind] === null || after[kind] === before[kind]);
}

interface Claim extends Naming {
  readonly column: number;
}

/** What stands over a column: its own texts from the top, "" for blanks, and the group it lies under. */
export interface ColumnWords {
  readonly own: readonly string[];
  readonly group: string;
}

/** The words over every column of a heading, from the sheet's first. */
export function columnWords(
  grid: Grid,
  text: TextReader,
  { from, to }: Pick<Heading, 'from' | 'to'>,
): readonly ColumnWords[] {
  const words: ColumnWords[] = [];
  let group = '';
  let width = 0;
  for (let row = from; row <= to; row++) width = Math.max(width, grid.cells[row]?.length ?? 0);
  for (let column = 0; column < Math.min(width, WIDEST); column++) {
    const own = headingTexts(grid, text, from, to, column);
    group = own[0] || (own.some((part) => part !== '') ? group : '');
    words.push({ own, group });
  }
  return words;
}

function columnsOf(grid: Grid, text: TextReader, from: number, to: number): Columns {
  const claims = new Map<ColumnKind, Claim[]>();
  columnWords(grid, text, { from, to }).forEach((words, column) => {
    const claim = namingOf(words);
    if (claim) claims.set(claim.kind, [...(claims.get(claim.kind) ?? []), { ...claim, column }]);
  });
  const first = (kind: ColumnKind) => claims.get(kind)?.[0]?.column ?? null;
  const unit = first('unit');
  return {
    code: first('code'),
    label: first('label'),
    unit,
    value: bestValue(claims.get('value') ?? [], unit),
    previous: first('previous'),
    note: first('note'),
  };
}

function headingTexts(grid: Grid, text: TextReader, from: number, to: number, column: number): string[] {
  const texts: string[] = [];
  for (let row = from; row <= to; row++) {
    texts.push(typeof cellAt(grid, row, column) === 'string' ? text(row, column).trim() : '');
  }
  return texts;
}

/** The lowest text names the column; a group above it ("Kỳ trước" over "Số liệu") may say it is another period's. */
export function namingOf({ own, group }: ColumnWords): Naming | null {
  const lowest = [...own].reverse().find((part) => part !== '');
  if (lowest === undefined) return null;
  const found = classifyText(lowest);
  if (found?.kind !== 'value') return found;
  const above = classifyText(group);
  if (above?.kind === 'previous') return above;
  const now = THIS_PERIOD.some((words) => hasWords(fold(group), words));
  return { kind: 'value', sure: found.sure + (now ? 1 : 0), period: found.period || (above?.period ?? '') };
}

/** The surest column of figures; of equal ones that of the latest period, then the nearest to the right of the unit. */
function bestValue(claims: readonly Claim[], unit: number | null): number | null {
  const best = Math.max(0, ...claims.map((claim) => claim.sure));
  const surest = claims.filter((claim) => claim.sure === best);
  const latest = surest
    .map((claim) => claim.period)
    .sort()
    .at(-1);
  const equal = surest.every((claim) => claim.period !== '')
    ? surest.filter((claim) => claim.period === latest)
    : surest;
  const beside = equal.find((claim) => unit !== null && claim.column > unit);
  return (beside ?? equal[0])?.column ?? null;
}
