// What about the sheet's form is not the template's: rows, codes, labels, fonts, and figures that cannot be read as they stand.
import type { CellChange, Severity } from './change.ts';
import { type Decimal, decimal, isWhole, toNumber } from './decimal.ts';
import { type Address, a1, cellAt, type Grid } from './grid.ts';
import { WANTED_HEADINGS } from './heading.ts';
import { type Inputs, type TypedInput, unreadableInputs } from './input.ts';
import { INPUTS } from './inputs.ts';
import { type Layout, type LayoutRow, labelNearness, nearerRow, valueAddress } from './locate.ts';
import type { Figure, Report } from './report.ts';
import type { StructureRuleId } from './rules/index.ts';
import { type Choice, isFillable, nounOf, rowName, type Template, type TemplateRow } from './template.ts';
import type { Key } from './templates/index.ts';
import { joinAnd, tidy, writeDecimal } from './vietnamese.ts';

/** A fact about the sheet's form, for a structure rule to word. */
export interface Observation {
  readonly rule: StructureRuleId;
  readonly key: Key | null;
  readonly severity?: Severity;
  readonly at: Address | null;
  readonly cells: readonly {
    readonly key: Key | null;
    readonly at: Address;
    readonly value: Decimal | null;
    readonly sheet?: string;
  }[];
  readonly words: Readonly<Record<string, string>>;
  readonly fix?: CellChange;
}

/** Everything about the form of the sheet and the state of its figures. */
export function observe(
  grid: Grid,
  layout: Layout,
  report: Report,
  template: Template<Key>,
  inputs: Inputs,
): readonly Observation[] {
  return [
    ...unreadableInputs(inputs).map(unreadableInput),
    ...missingColumns(layout),
    ...missingRows(layout, template),
    ...legacyCells(layout),
    ...otherRows(layout),
    ...template.rows.flatMap((row) => {
      const found = layout.rows.get(row.key);
      return found ? [...formOfRow(grid, layout, template, row, found), ...stateOfFigure(grid, row, report)] : [];
    }),
  ];
}

function unreadableInput(input: TypedInput): Observation {
  const label = INPUTS.find((one) => one.key === input.key)?.label ?? input.key;
  const words = {
    row: `Mục “${label}” của “${input.at.sheet}”`,
    cell: a1(input.at),
    typed: shorten(input.text),
    problem: '; ô này phải là số nguyên không âm',
    todo: 'ghi lại số; chưa có số liệu thì để trống.',
  };
  return {
    rule: 'not-a-number',
    key: null,
    at: null,
    cells: [{ key: null, at: input.at, value: null, sheet: input.at.sheet }],
    words,
  };
}

function missingColumns(layout: Layout): Observation[] {
  const named = layout.heading?.columns;
  return (['code', 'label', 'unit', 'value'] as const)
    .filter((kind) => !named || named[kind] === null)
    .map((kind) => ({
      rule: 'column-missing',
      key: null,
      at: null,
      cells: [],
      words: { heading: WANTED_HEADINGS[kind] },
    }));
}

const NAMED_ONE_BY_ONE = 5;

function missingRows(layout: Layout, template: Template<Key>): Observation[] {
  const missing = template.rows.filter((row) => !layout.rows.has(row.key));
  if (missing.length <= NAMED_ONE_BY_ONE) return missing.map((row) => missingRow([row], row.key));
  return [missingRow(missing, null)];
}

function missingRow(rows: readonly TemplateRow<Key>[], key: Key | null): Observation {
  const names = rows.length === 1 ? rows.map((row) => namedRow(row)) : rows.map(rowName);
  return {
    rule: 'row-missing',
    key,
    severity: rows.some(isFillable) ? 'error' : 'info',
    at: null,
    cells: [],
    words: { count: String(rows.length), rows: names.join(', ') },
  };
}

/** Its name with the label: "mục 3.5 “Số thư/trường hợp đã công khai xin lỗi”". */
function namedRow(row: TemplateRow<Key>): string {
  return row.partOf === undefined ? `${rowName(row)} “${shorten(row.label)}”` : rowName(row);
}

function legacyCells(layout: Layout): Observation[] {
  const [first] = layout.legible.legacy;
  if (!first) return [];
  const keys = new Map([...layout.rows.values()].flatMap(({ key, rows }) => rows.map((row) => [row, key] as const)));
  const keyOf = (at: Address) => keys.get(at.row) ?? null;
  return [
    {
      rule: 'legacy-font',
      key: layout.legible.legacy.length === 1 ? keyOf(first.at) : null,
      at: first.at,
      cells: layout.legible.legacy.map(({ at }) => ({ key: keyOf(at), at, value: null })),
      words: {
        count: String(layout.legible.legacy.length),
        encoding: first.encoding,
        cell: a1(first.at),
        text: shorten(tidy(layout.legible.text(first.at.row, first.at.column))),
      },
    },
  ];
}

/** Rows that match nothing: a code seen already is a duplicate, any other is unknown. */
function otherRows(layout: Layout): Observation[] {
  const column = layout.columns.code ?? layout.columns.label ?? 0;
  const duplicates = new Map<Key, Address[]>();
  const unknown: Observation[] = [];
  for (const other of layout.others) {
    const at = { row: other.row, column };
    const twin = [...layout.rows.values()].find((row) => row.key === other.code && /\./.test(other.code));
    if (twin) duplicates.set(twin.key, [...(duplicates.get(twin.key) ?? []), at]);
    else unknown.push(unknownRow(other.code, other.label, at));
  }
  for (const row of layout.rows.values()) {
    const twin = miscodedTwin(layout, row);
    if (twin) duplicates.set(twin.key, [...(duplicates.get(twin.key) ?? []), { row: row.rows[0] ?? 0, column }]);
  }
  return [...[...duplicates].map(([key, at]) => duplicateRows(layout, key, column, at)), ...unknown];
}

/** A row known by its label that carries the code of another row that is there as well. */
function miscodedTwin(layout: Layout, row: LayoutRow): LayoutRow | null {
  const code = row.code.code;
  if (code === null || code === row.key || !/\./.test(code)) return null;
  return [...layout.rows.values()].find((other) => other.key === code && other.code.code === code) ?? null;
}

function unknownRow(code: string, label: string, at: Address): Observation {
  const words = { code, label: shorten(label), cell: a1(at) };
  return { rule: 'row-unknown', key: null, at, cells: [{ key: null, at, value: null }], words };
}

function duplicateRows(layout: Layout, key: Key, column: number, others: readonly Address[]): Observation {
  const own = { row: layout.rows.get(key)?.rows[0] ?? 0, column };
  const all = [own, ...others];
  const used = valueAddress(layout, key) ?? own;
  return {
    rule: 'row-duplicated',
    key,
    at: others[0] ?? own,
    cells: all.map((at) => ({ key, at, value: null })),
    words: { code: key, count: String(all.length), cells: joinAnd(all.map(a1)), cell: a1(used) },
  };
}

function formOfRow(
  grid: Grid,
  layout: Layout,
  template: Template<Key>,
  row: TemplateRow<Key>,
  found: LayoutRow,
): Observation[] {
  const first = found.rows[0] ?? found.valueRow;
  const codeAt = { row: first, column: layout.columns.code ?? layout.columns.label ?? 0 };
  const labelAt = { row: first, column: layout.columns.label ?? layout.columns.code ?? 0 };
  const observations: Observation[] = [];
  const add = (rule: StructureRuleId, at: Address, words: Observation['words'], severity?: Severity) =>
    observations.push({
      rule,
      key: row.key,
      at,
      cells: [{ key: row.key, at, value: null }],
      words,
      ...(severity && { severity }),
    });
  if (found.match.moved) add('row-moved', labelAt, { row: rowName(row), cell: a1(labelAt) });
  if (row.partOf === undefined && isMangled(found, row)) {
    const shown = tidy(grid.texts[codeAt.row]?.[codeAt.column] ?? '');
    add('code-mangled', codeAt, { code: row.key, cell: a1(codeAt), shown });
  }
  if (layout.columns.label !== null && !isSame(template, found)) {
    const nearer = mistakenFor(layout, template, found);
    const words = {
      row: rowName(row),
      cell: a1(labelAt),
      label: shorten(found.label),
      wanted: shorten(row.label),
      nearer: nearer ? `; tên này giống ${nameOfKey(template, nearer)} hơn` : '',
    };
    add('label-changed', labelAt, words, nearer ? 'warning' : 'info');
  }
  return observations;
}

function nameOfKey(template: Template<Key>, key: Key): string {
  const row = template.rows.find((candidate) => candidate.key === key);
  return row ? rowName(row) : key;
}

/** A date, or a number that no longer prints as the code: 1.1 for "1.10". */
function isMangled(found: LayoutRow, row: TemplateRow<Key>): boolean {
  return (
    found.code.mangled ||
    (found.code.code !== null && found.code.code !== row.key && Number(found.code.code) === Number(row.key))
  );
}

const SAME_LABEL = 0.97;

/** A row broken over lines is compared as one text: an abbreviation may stand across the break. */
function isSame(template: Template<Key>, found: LayoutRow): boolean {
  return Math.max(found.match.nearness, labelNearness(template, found)) >= SAME_LABEL;
}

/** The row whose name this one carries; one merely similar is not meant when it stands there under its own name. */
function mistakenFor(layout: Layout, template: Template<Key>, found: LayoutRow): Key | null {
  const nearer = nearerRow(template, found);
  if (!nearer) return null;
  const other = layout.rows.get(nearer.key);
  return nearer.nearness < SAME_LABEL && other && isSame(template, other) ? null : nearer.key;
}

function shorten(text: string): string {
  const letters = Array.from(text);
  return letters.length <= 60 ? text : `${letters.slice(0, 59).join('').trimEnd()}…`;
}

function stateOfFigure(grid: Grid, row: TemplateRow<Key>, report: Report): Observation[] {
  const figure = report.get(row.key);
  if (!figure || !isFillable(row)) return [];
  const observation = (rule: StructureRuleId, fix?: CellChange): Observation => ({
    rule,
    key: row.key,
    at: figure.address,
    cells: [{ key: row.key, at: figure.address, value: figure.value }],
    words: wordsOf(row, figure),
    ...(fix && { fix }),
  });
  const problems = [...formProblems(row, figure, report), ...valueProblems(row, figure, report)];
  return problems.map((rule) => observation(rule, FIXABLE.has(rule) ? fixOf(grid, figure) : undefined));
}

const FIXABLE: ReadonlySet<StructureRuleId> = new Set(['number-stored-as-text', 'unit-inside-value', 'choice-as-text']);

/** A formula's result is never overwritten. */
function fixOf(grid: Grid, figure: Figure): CellChange | undefined {
  if (!figure.value || grid.formulas[figure.address.row]?.[figure.address.column]) return undefined;
  const from = cellAt(grid, figure.address.row, figure.address.column);
  return { kind: 'cell', sheet: grid.name, at: figure.address, from, to: toNumber(figure.value) };
}

function formProblems(row: TemplateRow<Key>, figure: Figure, report: Report): StructureRuleId[] {
  switch (figure.form) {
    case 'number':
      return [];
    case 'text':
      return ['number-stored-as-text'];
    case 'unit':
      return ['unit-inside-value'];
    case 'choice':
      return ['choice-as-text'];
    case 'blank':
      return mayBeBlank(row.key, report) ? [] : ['value-blank'];
    case 'ambiguous':
      return ['number-ambiguous'];
    case 'error':
      return ['formula-error'];
    case 'unreadable':
      return [row.kind === 'choice' ? 'choice-not-allowed' : 'not-a-number'];
    default:
      return figure.form satisfies never;
  }
}

/** No survey needs no form of survey; no documents have no shares. */
const BLANK_WHERE_ZERO: Partial<Readonly<Record<Key, Key>>> = {
  '1.4.2': '1.4.1',
  '7.2.3.a': '7.2.3',
  '7.2.3.b': '7.2.3',
};

function mayBeBlank(key: Key, report: Report): boolean {
  const base = BLANK_WHERE_ZERO[key];
  return base !== undefined && report.get(base)?.value?.digits === 0;
}

function valueProblems(row: TemplateRow<Key>, figure: Figure, report: Report): StructureRuleId[] {
  const value = figure.value;
  if (!value) return [];
  switch (row.kind) {
    case 'count':
      return value.digits < 0 || !isWhole(value) ? ['count-not-whole'] : [];
    case 'percent':
      if (value.digits < 0 || toNumber(value) > 100) return ['percent-out-of-range'];
      return looksLikeFraction(row, figure, value, report) ? ['percent-looks-like-fraction'] : [];
    case 'choice':
      return figure.choices.length > 0 &&
        !figure.choices.some((choice) => isWhole(value) && choice.code === value.digits)
        ? ['choice-not-allowed']
        : [];
    case 'heading':
      return [];
    default:
      return row.kind satisfies never;
  }
}

function looksLikeFraction(row: TemplateRow<Key>, figure: Figure, value: Decimal, report: Report): boolean {
  if (!row.suspectFraction || figure.showsPercent || value.digits <= 0 || toNumber(value) > 1) return false;
  if (row.suspectFraction === true) return true;
  for (const [key, base] of report) if (key === row.suspectFraction) return (base.value?.digits ?? 0) > 1;
  return false;
}

function wordsOf(row: TemplateRow<Key>, figure: Figure): Readonly<Record<string, string>> {
  const value = figure.value ? writeDecimal(figure.value) : '';
  const typed = tidy(typeof figure.cell === 'string' ? figure.cell : figure.text);
  const list = listOf(figure.choices);
  return {
    row: rowName(row),
    named: namedRow(row),
    cell: a1(figure.address),
    typed: shorten(typed),
    value,
    meant: meaningOf(figure, value),
    keepLook: keepLook(typed),
    keepOnly: keepOnly(row, value),
    hundredfold: figure.value ? writeDecimal(decimal(figure.value, 2)) : '',
    noun: nounOf(row) || 'số lượng',
    list,
    problem: ', không đọc được thành số',
    todo:
      figure.form === 'blank'
        ? fillIn(row, list)
        : 'ghi số; trong kỳ không có thì ghi 0; lời giải thích ghi vào cột Ghi chú.',
    advice: row.key === '1.5' ? ' Dòng này chỉ ghi có hay không, không ghi số cuộc đối thoại.' : '',
  };
}

/** What to write into a blank: a code, or a number; 0 is never advised where it means something else. */
function fillIn(row: TemplateRow<Key>, list: string): string {
  if (list !== '') return `ghi ${list}.`;
  return row.neverZero
    ? 'ghi số; chưa có số liệu thì tạm để trống, không ghi 0.'
    : 'ghi số; trong kỳ không có thì ghi 0.';
}

function meaningOf(figure: Figure, value: string): string {
  const meant = figure.choices.find((choice) => String(choice.code) === value);
  return meant ? `${value} (${meant.label})` : value;
}

/** How to keep the look of a number that was typed as text. */
function keepLook(typed: string): string {
  if (/^0\d/.test(typed)) return `; muốn hiện ${typed} thì đặt định dạng ô là ${typed.replace(/\d/g, '0')}`;
  return /^\d{1,3}(\.\d{3})+$/.test(typed) ? '; muốn hiện dấu chấm thì chọn định dạng số có dấu ngăn hàng nghìn' : '';
}

function keepOnly(row: TemplateRow<Key>, value: string): string {
  if (row.asksBoth) return `bấm Sửa nhanh để chỉ giữ tỷ lệ ${value}; số lượng ghi ở cột Ghi chú.`;
  return `bấm Sửa nhanh để chỉ giữ số ${value}; đơn vị tính đã có cột riêng.`;
}

/** "0 = Trực tuyến, 1 = Phát phiếu hoặc 2 = Kết hợp" */
function listOf(choices: readonly Choice[]): string {
  const entries = choices.map((choice) => `${choice.code} = ${choice.label}`);
  return entries.length < 2
    ? entries.join('')
    : `${entries.slice(0, -1).join(', ')} hoặc ${entries[entries.length - 1]}`;
}
