// Figures that cannot be used as they stand, or stand oddly: blanks, texts, units, words for codes, values out of range.
import type { CellChange } from './change.ts';
import { type Decimal, decimal, isWhole, toNumber } from './decimal.ts';
import { a1, cellAt, type Grid } from './grid.ts';
import type { Observation } from './observe.ts';
import type { Figure, Report } from './report.ts';
import type { StructureRuleId } from './rules/index.ts';
import { type Choice, isFillable, namedRow, nounOf, rowName, type TemplateRow } from './template.ts';
import type { Key } from './templates/index.ts';
import { shorten, tidy, writeDecimal } from './vietnamese.ts';

/** What is to be said about one figure. */
export function stateOfFigure(grid: Grid, row: TemplateRow<Key>, report: Report): readonly Observation[] {
  const figure = report.get(row.key);
  if (!figure || !isFillable(row)) return NOTHING;
  const [form, value] = [formProblem(row, figure, report), valueProblem(row, figure, report)];
  if (!form && !value) return NOTHING;
  const observation = (rule: StructureRuleId, fix?: CellChange): Observation => ({
    rule,
    key: row.key,
    at: figure.address,
    cells: [{ key: row.key, at: figure.address, value: figure.value }],
    words: () => wordsOf(row, figure),
    ...(fix && { fix }),
  });
  const problems = [form, value].filter((rule) => rule !== null);
  return problems.map((rule) => observation(rule, FIXABLE.has(rule) ? fixOf(grid, figure) : undefined));
}

const NOTHING: readonly Observation[] = [];

const FIXABLE: ReadonlySet<StructureRuleId> = new Set(['number-stored-as-text', 'unit-inside-value', 'choice-as-text']);

/** A formula's result is never overwritten. */
function fixOf(grid: Grid, figure: Figure): CellChange | undefined {
  if (!figure.value || grid.formulas[figure.address.row]?.[figure.address.column]) return undefined;
  const from = cellAt(grid, figure.address.row, figure.address.column);
  return { kind: 'cell', sheet: grid.name, at: figure.address, from, to: toNumber(figure.value) };
}

function formProblem(row: TemplateRow<Key>, figure: Figure, report: Report): StructureRuleId | null {
  switch (figure.form) {
    case 'number':
      return null;
    case 'text':
      return 'number-stored-as-text';
    case 'unit':
      return 'unit-inside-value';
    case 'choice':
      return 'choice-as-text';
    case 'blank':
      return mayBeBlank(row.key, report) ? null : 'value-blank';
    case 'ambiguous':
      return 'number-ambiguous';
    case 'error':
      return 'formula-error';
    case 'unreadable':
      return row.kind === 'choice' ? 'choice-not-allowed' : 'not-a-number';
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

export function mayBeBlank(key: Key, report: Report): boolean {
  const base = BLANK_WHERE_ZERO[key];
  return base !== undefined && report.get(base)?.value?.digits === 0;
}

function valueProblem(row: TemplateRow<Key>, figure: Figure, report: Report): StructureRuleId | null {
  const value = figure.value;
  if (!value) return null;
  switch (row.kind) {
    case 'count':
      return value.digits < 0 || !isWhole(value) ? 'count-not-whole' : null;
    case 'percent':
      if (value.digits < 0 || toNumber(value) > 100) return 'percent-out-of-range';
      return looksLikeFraction(row, figure, value, report) ? 'percent-looks-like-fraction' : null;
    case 'choice':
      return figure.choices.length > 0 &&
        !figure.choices.some((choice) => isWhole(value) && choice.code === value.digits)
        ? 'choice-not-allowed'
        : null;
    case 'heading':
      return null;
    default:
      return row.kind satisfies never;
  }
}

function looksLikeFraction(row: TemplateRow<Key>, figure: Figure, value: Decimal, report: Report): boolean {
  if (!row.suspectFraction || figure.showsPercent || value.digits <= 0 || toNumber(value) > 1) return false;
  if (row.suspectFraction === true) return true;
  return (report.get(row.suspectFraction)?.value?.digits ?? 0) > 1;
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
