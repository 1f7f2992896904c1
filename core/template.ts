// What an annex template is: typed rows in their printed order, with the basis and dates they hold for.
import { remember } from './remember.ts';
import { fold, shorten } from './vietnamese.ts';

export type RowKind = 'heading' | 'count' | 'percent' | 'choice';

export interface TemplateRow<K extends string = string> {
  readonly key: K;
  /** The code as the form prints it, where it is not the key: "2.3.", "Trong đó", "". */
  readonly code?: string;
  readonly label: string;
  /** The label as the source form prints it, slips included: recognised, never printed anew. */
  readonly printed?: string;
  /** The unit cell as printed; in coded rows it lists the codes. */
  readonly unit?: string;
  readonly kind: RowKind;
  /** The row that this one is a "Trong đó" part of. Said here once; the breakdown rules derive from it. */
  readonly partOf?: string;
  /** The code that row is printed with, where it is not its key. */
  readonly partOfCode?: string;
  /** The row asks for a count and a share in one cell; the share is what counts. */
  readonly asksBoth?: true;
  /** A share of at most 1 is suspect; with a key, only where that row is above 1. */
  readonly suspectFraction?: true | K;
  /** No commune has none of these: a 0 is questioned, and never advised. */
  readonly neverZero?: true;
  /** The label cut short, for messages. */
  readonly short?: string;
  /** What the row counts, for messages, where the unit cell does not say it. */
  readonly noun?: string;
}

export interface Template<K extends string = string> {
  readonly id: string;
  readonly name: string;
  /** The title of a fresh form, line by line; {unit} and {period} are filled in, in capitals. */
  readonly title: readonly string[];
  /** The sheet's name on a fresh form. */
  readonly sheet: string;
  readonly basis: string;
  /** First and last month of the periods the form was made for, "2024-01"; open-ended when null. */
  readonly effective: { readonly from: string; readonly to: string | null };
  readonly rows: readonly TemplateRow<K>[];
}

/** One entry of a code list: "Phát phiếu = 1". */
export interface Choice {
  readonly code: number;
  readonly label: string;
}

/**
 * The code list printed in a unit cell: "Chưa có = 0 2 cấp = 1 3 cấp = 2", also written the other way round
 * ("0: Chưa có; 1: 2 cấp"). Empty when the text lists fewer than two codes.
 */
export const parseChoices = remember(readChoices);

function readChoices(unit: string): readonly Choice[] {
  const text = unit
    .normalize('NFC')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
  const reversed = /^\(?\d+ ?[=:]/.test(text);
  const pattern = reversed ? /(\d+) ?[=:] ?(.+?)(?=[\s,;/]+\d+ ?[=:]|$)/g : /(.+?) ?[=:] ?(\d+)(?=[\s,;/).]|$)/g;
  const found: Choice[] = [];
  for (const match of text.matchAll(pattern)) {
    const [, first = '', second = ''] = match;
    const label = (reversed ? second : first).replace(/^[\s,;/.(-]+|[\s,;/.)-]+$/g, '');
    found.push({ code: Number(reversed ? first : second), label });
  }
  return found.length >= 2 ? found : [];
}

/** The entry whose whole label the text says, or starts with: "2 cấp", "Có (ba cuộc)". The longest of several. */
export function choiceNamed(text: string, choices: readonly Choice[]): Choice | null {
  const wanted = `${fold(text)} `;
  const named = choices.filter((choice) => fold(choice.label) !== '' && wanted.startsWith(`${fold(choice.label)} `));
  return [...named].sort((one, other) => other.label.length - one.label.length)[0] ?? null;
}

/** The code a text stands for: the label itself, its beginning, or "x" where the list is yes or no. Null when unsure. */
export function choiceOf(text: string, choices: readonly Choice[]): number | null {
  const wanted = fold(text);
  if (wanted === '') return null;
  const exact = choices.filter((choice) => fold(choice.label) === wanted);
  const near = exact.length > 0 ? exact : choices.filter((choice) => fold(choice.label).startsWith(`${wanted} `));
  if (near.length === 1) return near[0]?.code ?? null;
  return isYesOrNo(choices) ? yesOrNo(wanted) : null;
}

/** Two codes, 0 and 1. */
export function isYesOrNo(choices: readonly Choice[]): boolean {
  return choices.length === 2 && choices.every((choice) => choice.code === 0 || choice.code === 1);
}

const YES = ['x', 'v', 'có', 'đã', 'rồi', 'có ban hành', 'đã ban hành', 'đã thực hiện', 'đã kết nối'].map(fold);
const NO = [
  'không',
  'chưa',
  'không có',
  'chưa có',
  'không ban hành',
  'chưa ban hành',
  'không thực hiện',
  'chưa thực hiện',
  'chưa kết nối',
].map(fold);

function yesOrNo(wanted: string): number | null {
  if (YES.includes(wanted)) return 1;
  return NO.includes(wanted) ? 0 : null;
}

/** "mục 3.3.1", or "dòng “Tiếp nhận trực tiếp” của mục 3.3.1" for a row without a code of its own. */
export function rowName(row: TemplateRow): string {
  if (row.partOf !== undefined) return `dòng “${row.short ?? row.label}” của mục ${codeOfRow(row)}`;
  const code = codeOfRow(row);
  return code === '' ? `dòng “${shorten(row.label)}”` : `mục ${code}`;
}

/** The code to look for on the sheet: the row's own, or of the row that it is a part of. "" for a row without any. */
export function codeOfRow(row: TemplateRow): string {
  if (row.partOf !== undefined) return row.partOfCode ?? row.partOf;
  return row.code === undefined ? row.key : row.code.replace(/\.$/, '');
}

/** The same by key; a key that the template does not have stands for itself. */
export function nameOf(template: Template, key: string): string {
  const row = template.rows[placeOf(template, key)];
  return row ? rowName(row) : key;
}

/** Its name with the label: "mục 3.5 “Số thư/trường hợp đã công khai xin lỗi”". */
export function namedRow(row: TemplateRow): string {
  return row.partOf === undefined ? `${rowName(row)} “${shorten(row.label)}”` : rowName(row);
}

/** A template never changes: where its rows stand is worked out once. */
const places = new WeakMap<Template, ReadonlyMap<string, number>>();

/** Where a row stands in its template, from 0; −1 for a key it does not have. */
export function placeOf(template: Template, key: string): number {
  const known = places.get(template) ?? new Map(template.rows.map((row, index) => [row.key, index]));
  places.set(template, known);
  return known.get(key) ?? -1;
}

/** The keys of the "Trong đó" rows of `key`, in printed order. */
export function partsOf<K extends string>(template: Template<K>, key: K): readonly K[] {
  return template.rows.filter((row) => row.partOf === key).map((row) => row.key);
}

/** The code as printed on a form. */
export function printedCode(row: TemplateRow): string {
  return row.code ?? row.key;
}

/** A row that must carry a figure. */
export function isFillable(row: TemplateRow): boolean {
  return row.kind !== 'heading';
}

const UNIT_NOUNS: Readonly<Record<string, string>> = {
  'Nhiệm vụ': 'nhiệm vụ',
  'Văn bản': 'văn bản',
  'Vấn đề': 'vấn đề',
  'Thủ tục': 'thủ tục',
  TTHC: 'thủ tục',
  Người: 'người',
  'Số lượng hồ sơ': 'hồ sơ',
  'Số hồ sơ đã giải quyết': 'hồ sơ',
};

/** What one unit of the row is called in a sentence: "hồ sơ"; "" where a bare number reads best. */
export function nounOf(row: TemplateRow): string {
  if (row.noun !== undefined) return row.noun;
  if (row.kind === 'percent') return '%';
  return UNIT_NOUNS[row.unit ?? ''] ?? '';
}
