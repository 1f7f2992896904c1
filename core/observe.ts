// What about the sheet's form is not the template's: rows, codes, labels, fonts, and figures that cannot be read as they stand.
import type { CellChange, Severity } from './change.ts';
import type { Decimal } from './decimal.ts';
import { stateOfFigure } from './figureState.ts';
import { type Address, a1, type Grid } from './grid.ts';
import { WANTED_HEADINGS } from './heading.ts';
import { type Inputs, type TypedInput, unreadableInputs } from './input.ts';
import { INPUTS } from './inputs.ts';
import { type Layout, type LayoutRow, labelNearness, nearerRow, valueAddress } from './locate.ts';
import type { Report } from './report.ts';
import type { StructureRuleId } from './rules/index.ts';
import { isFillable, namedRow, nameOf, rowName, type Template, type TemplateRow } from './template.ts';
import type { Key } from './templates/index.ts';
import { joinAnd, shorten, tidy } from './vietnamese.ts';

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
  /** What the rule's sentence is filled with, written when it is. */
  readonly words: () => Readonly<Record<string, string>>;
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
    ...legacyCells(layout),
    ...formOf(grid, layout, template),
    ...template.rows.flatMap((row) => stateOfFigure(grid, row, report)),
  ];
}

/** The form is the layout's own: where a layout is used again, what is to be said about it is the same. */
const forms = new WeakMap<Layout['rows'], readonly Observation[]>();

function formOf(grid: Grid, layout: Layout, template: Template<Key>): readonly Observation[] {
  const known = forms.get(layout.rows);
  if (known) return known;
  const rows = template.rows.flatMap((row) => {
    const found = layout.rows.get(row.key);
    return found ? formOfRow(grid, layout, template, row, found) : [];
  });
  const result = [...missingColumns(layout), ...missingRows(layout, template), ...otherRows(layout), ...rows];
  forms.set(layout.rows, result);
  return result;
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
    severity: 'warning',
    at: null,
    cells: [{ key: null, at: input.at, value: null, sheet: input.at.sheet }],
    words: () => words,
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
      words: () => ({ heading: WANTED_HEADINGS[kind] }),
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
    words: () => ({ count: String(rows.length), rows: names.join(', ') }),
  };
}

/** A sheet typed in a legacy font throughout has tens of thousands of such cells: the first ones tell enough. */
const NAMED_CELLS = 200;

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
      cells: layout.legible.legacy.slice(0, NAMED_CELLS).map(({ at }) => ({ key: keyOf(at), at, value: null })),
      words: () => ({
        count: String(layout.legible.legacy.length),
        encoding: first.encoding,
        cell: a1(first.at),
        text: shorten(tidy(layout.legible.text(first.at.row, first.at.column))),
      }),
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
  return { rule: 'row-unknown', key: null, at, cells: [{ key: null, at, value: null }], words: () => words };
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
    words: () => ({ code: key, count: String(all.length), cells: joinAnd(all.map(a1)), cell: a1(used) }),
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
  const add = (rule: StructureRuleId, at: Address, words: Readonly<Record<string, string>>, severity?: Severity) =>
    observations.push({
      rule,
      key: row.key,
      at,
      cells: [{ key: row.key, at, value: null }],
      words: () => words,
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
      nearer: nearer ? `; tên này giống ${nameOf(template, nearer)} hơn` : '',
    };
    add('label-changed', labelAt, words, nearer ? 'warning' : 'info');
  }
  return observations;
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
  return found.match.nearness >= SAME_LABEL || labelNearness(template, found) >= SAME_LABEL;
}

/** The row whose name this one carries; one merely similar is not meant when it stands there under its own name. */
function mistakenFor(layout: Layout, template: Template<Key>, found: LayoutRow): Key | null {
  const nearer = nearerRow(template, found);
  if (!nearer) return null;
  const other = layout.rows.get(nearer.key);
  return nearer.nearness < SAME_LABEL && other && isSame(template, other) ? null : nearer.key;
}
