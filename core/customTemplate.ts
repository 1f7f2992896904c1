// A province's own variant of the annex, as it comes from a JSON file or from the sheet "Mẫu biểu": checked whole, with
// every fault named by its row.
import * as z from 'zod/mini';
import { hashText } from './grid.ts';
import { lazily } from './remember.ts';
import { parseChoices, type RowKind, type Template, type TemplateRow } from './template.ts';
import { type Key, pl01b2024, TEMPLATES } from './templates/index.ts';
import { fold, joinAnd, tidy } from './vietnamese.ts';

export type TemplateReading =
  | { readonly ok: true; readonly template: Template<Key> }
  /** Clauses for a sentence: "dòng 12 (“3.3.1”): …", without a full stop. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** How the source calls its rows and fields, so that a fault is found where it stands. */
export interface TemplateWords {
  /** "dòng 12", for the row at an index of `rows`. */
  readonly row: (index: number) => string;
  readonly field: (name: string) => string;
  readonly kinds: Readonly<Record<RowKind, string>>;
}

const JSON_WORDS: TemplateWords = {
  row: (index) => `dòng ${index + 1} của rows`,
  field: (name) => name,
  kinds: { heading: 'heading', count: 'count', percent: 'percent', choice: 'choice' },
};

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const ID = /^[a-z0-9][a-z0-9-]{1,39}$/;
/** Longer than any annex: what would come of more is no form. */
const MOST_ROWS = 500;

const schemas = lazily(() => {
  const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));
  return {
    whole: z.strictObject({
      id: z.string().check(z.regex(ID)),
      name: words,
      sheet: z.optional(z.string().check(z.minLength(1), z.maxLength(31), z.regex(/^[^[\]:*?/\\']+$/))),
      title: z.optional(z.array(words).check(z.minLength(1), z.maxLength(5))),
      basis: z.optional(words),
      from: z.string().check(z.regex(MONTH)),
      to: z.optional(z.nullable(z.string().check(z.regex(MONTH)))),
      rows: z.array(z.unknown()).check(z.minLength(1), z.maxLength(MOST_ROWS)),
    }),
    row: z.strictObject({
      code: z.optional(z.string().check(z.trim(), z.maxLength(20))),
      label: words,
      unit: z.optional(z.string().check(z.trim(), z.maxLength(500))),
      kind: z.enum(['heading', 'count', 'percent', 'choice']),
      key: z.optional(z.string()),
      partOf: z.optional(z.string().check(z.trim(), z.minLength(1))),
    }),
  };
});

/** A row as given, its texts trimmed. */
interface GivenRow {
  readonly code?: string | undefined;
  readonly label: string;
  readonly unit?: string | undefined;
  readonly kind: RowKind;
  readonly key?: string | undefined;
  readonly partOf?: string | undefined;
}

/**
 * Reads a template: `{"id", "name", "from": "2025-07", "rows": [{"code", "label", "unit", "kind", "key", "partOf"}]}`.
 * `key` names the row of `pl01b-2024` that a row is; without one it is the province's own. `partOf` is the code of the
 * row above that it is a "Trong đó" part of. Never throws.
 */
export function readTemplate(given: unknown, words: TemplateWords = JSON_WORDS): TemplateReading {
  const whole = schemas().whole.safeParse(given);
  if (!whole.success) return { ok: false, problems: whole.error.issues.map((issue) => problemOfWhole(issue, words)) };
  const { rows: givenRows, id, name, sheet, title, basis, from, to = null } = whole.data;
  const problems: string[] = [];
  if (TEMPLATES.some((template) => template.id === id))
    problems.push(`“${words.field('id')}” không được là ${id}, tên của mẫu chuẩn`);
  if (to !== null && to < from) problems.push(`“${words.field('to')}” sớm hơn “${words.field('from')}”`);
  const rows = givenRows.flatMap((row, index): (readonly [GivenRow, number])[] => {
    const read = schemas().row.safeParse(row);
    if (read.success) return [[read.data, index]];
    problems.push(...read.error.issues.map((issue) => `${nameRow(row, index, words)}: ${problemOfRow(issue, words)}`));
    return [];
  });
  const maker = new RowMaker(words);
  const templateRows = rows.flatMap(([row, index]) => maker.add(row, index) ?? []);
  problems.push(...maker.problems);
  if (problems.length === 0 && !templateRows.some((row) => STANDARD.has(row.key)))
    problems.push(`không dòng nào ứng với một mục của mẫu ${pl01b2024.id}, nên không có gì để đối chiếu`);
  if (problems.length > 0) return { ok: false, problems };
  const rest = {
    name,
    title: title ?? pl01b2024.title,
    sheet: sheet ?? pl01b2024.sheet,
    basis: basis ?? '',
    effective: { from, to },
    rows: templateRows,
  };
  // Two versions of one name are two templates.
  return { ok: true, template: { id: `${id}@${hashText(JSON.stringify(rest)).slice(0, 8)}`, ...rest } };
}

const STANDARD: ReadonlyMap<string, TemplateRow<Key>> = new Map(pl01b2024.rows.map((row) => [row.key, row]));

function nameRow(row: unknown, index: number, words: TemplateWords): string {
  const code = typeof row === 'object' && row !== null && 'code' in row ? row.code : '';
  return `${words.row(index)}${typeof code === 'string' && code.trim() !== '' ? ` (“${code.trim()}”)` : ''}`;
}

/** Makes the template's rows one after another, and keeps what is wrong with them. */
class RowMaker {
  readonly problems: string[] = [];
  /** By printed code, as compared. */
  private readonly byCode = new Map<string, { readonly key: string; readonly place: string }>();
  private readonly byKey = new Map<string, string>();

  constructor(private readonly words: TemplateWords) {}

  /** Null where something is wrong with it. */
  add(given: GivenRow, index: number): TemplateRow<Key> | null {
    const place = nameRow(given, index, this.words);
    const before = this.problems.length;
    const fault = (what: string) => this.problems.push(`${place}: ${what}`);
    const standard = given.key === undefined ? undefined : STANDARD.get(given.key);
    if (given.key !== undefined && !standard) fault(`mẫu ${pl01b2024.id} không có mục “${given.key}”`);
    if (standard) this.compare(given, standard, fault);
    const parent = this.parentOf(given, standard, fault);
    const key = standard?.key ?? this.ownKey(given.code ?? '', parent?.key ?? null);
    const taken = this.byKey.get(key);
    if (taken !== undefined && standard) fault(`mục ${key} của mẫu chuẩn đã dùng ở ${taken}`);
    const code = codeFolded(given.code ?? '');
    // "Trong đó" and dashes are no codes.
    const same = parent || !/\d/.test(code) ? undefined : this.byCode.get(code);
    if (same) fault(`mã “${given.code}” đã có ở ${same.place}`);
    if (given.kind === 'choice' && parseChoices(given.unit ?? '').length < 2)
      fault(`“${this.words.field('unit')}” phải liệt kê các mã, ví dụ “Không = 0 Có = 1”`);
    this.byKey.set(key, place);
    if (code !== '' && !same) this.byCode.set(code, { key, place });
    return this.problems.length > before ? null : rowOf(given, standard, key, parent);
  }

  /** A row of the standard keeps what it counts: rules and sentences speak of it. */
  private compare(given: GivenRow, standard: TemplateRow<Key>, fault: (what: string) => void): void {
    const { kinds, field } = this.words;
    if (given.kind !== standard.kind) {
      fault(`“${field('kind')}” phải là ${kinds[standard.kind]} như mục ${standard.key} của mẫu chuẩn`);
      return;
    }
    if (given.kind !== 'choice') return;
    const codes = (unit: string | undefined) =>
      parseChoices(unit ?? '')
        .map((choice) => choice.code)
        .sort((one, other) => one - other);
    const [own, wanted] = [codes(given.unit), codes(standard.unit)];
    if (own.length >= 2 && own.join() !== wanted.join())
      fault(`các mã phải là ${joinAnd(wanted.map(String))} như mục ${standard.key} của mẫu chuẩn`);
  }

  private parentOf(given: GivenRow, standard: TemplateRow<Key> | undefined, fault: (what: string) => void) {
    const wanted = standard?.partOf;
    if (given.partOf === undefined) {
      if (wanted === undefined) return null;
      const found = [...this.byCode.values()].find(({ key }) => key === wanted);
      if (!found) fault(`mục ${standard?.key} là phần “Trong đó” của mục ${wanted}, phải đứng sau dòng của mục đó`);
      return found ? { key: found.key, code: this.codeOf(found.key) } : null;
    }
    const found = this.byCode.get(codeFolded(given.partOf));
    if (!found) {
      fault(`phía trên không có dòng mang mã “${given.partOf}” ghi ở “${this.words.field('partOf')}”`);
      return null;
    }
    if (wanted !== undefined && found.key !== wanted)
      fault(
        `mục ${standard?.key} của mẫu chuẩn là phần “Trong đó” của mục ${wanted}, không phải của dòng “${given.partOf}”`,
      );
    return { key: found.key, code: this.codeOf(found.key) };
  }

  private codeOf(key: string): string {
    return [...this.byCode].find(([, row]) => row.key === key)?.[0] ?? key;
  }

  /** A key that no row of the standard has, whatever its code: "8.1", "1.1.3*"; it starts with a digit as all keys do. */
  private ownKey(code: string, parent: string | null): string {
    const base = /^\d/.test(code) && parent === null ? codeFolded(code) : `${parent ?? '0'}*`;
    const free = (key: string) => !STANDARD.has(key) && !this.byKey.has(key);
    if (free(base)) return base;
    if (free(`${base}*`)) return `${base}*`;
    for (let n = 2; ; n++) if (free(`${base}*${n}`)) return `${base}*${n}`;
  }
}

function codeFolded(code: string): string {
  return tidy(code)
    .toLowerCase()
    .replace(/[.):]+$/, '');
}

interface Parent {
  readonly key: string;
  readonly code: string;
}

/** Keys of a province's own rows are none of the standard's: no rule looks for them, so the type does not tell. */
function rowOf(
  given: GivenRow,
  standard: TemplateRow<Key> | undefined,
  key: string,
  parent: Parent | null,
): TemplateRow<Key> {
  const {
    key: _key,
    code: _code,
    label: _label,
    unit: _unit,
    partOf: _partOf,
    printed,
    short,
    ...rest
  } = standard ?? {
    kind: given.kind,
  };
  const renamed = standard && fold(standard.label) !== fold(given.label);
  return {
    ...rest,
    key: key as Key,
    code: given.code ?? '',
    label: given.label,
    // A commune that still has the standard's words in that row is understood.
    ...(renamed ? { printed: standard.label } : printed !== undefined && { printed }),
    ...(!renamed && short !== undefined && { short }),
    ...(given.unit !== undefined && given.unit !== '' && { unit: given.unit }),
    kind: given.kind,
    ...(parent && { partOf: parent.key, partOfCode: parent.code }),
  };
}

function problemOfWhole(issue: z.core.$ZodIssue, words: TemplateWords): string {
  const [field] = issue.path;
  if (issue.code === 'unrecognized_keys') return `không có mục “${issue.keys.join('”, “')}”`;
  if (field === undefined) return 'nội dung phải là một đối tượng { … }';
  const name = `“${words.field(String(field))}”`;
  switch (field) {
    case 'id':
      return `${name} phải là 2–40 chữ thường không dấu, chữ số hoặc dấu “-”`;
    case 'from':
    case 'to':
      return `${name} phải là tháng dạng 2025-07`;
    case 'rows':
      return `${name} phải là danh sách từ 1 đến ${MOST_ROWS} dòng`;
    case 'sheet':
      return `${name} phải là tên trang tính hợp lệ, nhiều nhất 31 ký tự`;
    case 'title':
      return `${name} phải là danh sách từ 1 đến 5 dòng chữ`;
    default:
      return `${name} phải là chữ, không được để trống`;
  }
}

function problemOfRow(issue: z.core.$ZodIssue, words: TemplateWords): string {
  const [field] = issue.path;
  if (issue.code === 'unrecognized_keys') return `không có mục “${issue.keys.join('”, “')}”`;
  if (field === undefined) return 'phải là một đối tượng { … }';
  const name = `“${words.field(String(field))}”`;
  if (field === 'kind') return `${name} chỉ nhận ${joinAnd(Object.values(words.kinds))}`;
  return field === 'label' || field === 'partOf'
    ? `${name} phải là chữ, không được để trống`
    : `${name} phải là chữ, không quá dài`;
}
