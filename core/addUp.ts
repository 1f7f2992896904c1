// One row of the annex over many communes: its total, and how many communes it rests on. A blank is never a zero.
import { type Decimal, fromNumber, type Product, sum } from './decimal.ts';
import { type KeptFigure, NOT_ARISEN } from './keptReport.ts';
import type { Operand } from './rule.ts';
import { parseChoices, type Template, type TemplateRow } from './template.ts';
import type { Key } from './templates/index.ts';
import { type TotalWay, wayOf } from './totals.ts';
import { weightedMean } from './weightedMean.ts';

export interface CodeCount {
  readonly code: number;
  readonly label: string;
  readonly communes: number;
}

export type Total =
  | { readonly way: 'sum'; readonly value: Decimal | null }
  | { readonly way: 'weighted'; readonly value: Decimal | null; readonly over: number; readonly under: number }
  | { readonly way: 'codes'; readonly counts: readonly CodeCount[]; readonly others: number }
  | { readonly way: 'spread'; readonly lowest: Decimal | null; readonly highest: Decimal | null };

export interface RowTotal {
  readonly key: Operand;
  readonly how: TotalWay;
  readonly total: Total;
  /** Communes whose figure is in the total. */
  readonly present: number;
  /** Communes that have nothing to report here, and rightly left it blank. */
  readonly notArisen: number;
  /** Communes whose figure is blank or unreadable, or whose base is. */
  readonly missing: number;
}

/** A row's figures, one a commune. */
export type RowFigures = (key: Key) => readonly KeptFigure[];

/** `row` carries a figure. The figures of all rows stand in the same order of communes. */
export function addUp(row: TemplateRow<Key>, template: Template<Key>, figures: RowFigures): RowTotal {
  const own = figures(row.key);
  const how = wayOf(row, template);
  const bases = how.way === 'weighted' ? how.bases.map(figures) : [];
  const used = own.flatMap((figure, commune) => {
    const numbers = [figure, ...bases.map((base) => base[commune] ?? null)].map(decimalOf);
    const known = numbers.filter((one) => one !== null);
    return known.length === numbers.length ? [known] : [];
  });
  const notArisen = own.filter((figure) => figure === NOT_ARISEN).length;
  const missing = own.length - used.length - notArisen;
  return { key: row.key, how, total: totalOf(how, row, used), present: used.length, notArisen, missing };
}

function decimalOf(figure: KeptFigure): Decimal | null {
  return typeof figure === 'number' ? fromNumber(figure) : null;
}

function totalOf(how: TotalWay, row: TemplateRow<Key>, used: readonly (readonly Decimal[])[]): Total {
  const own = used.flatMap(([figure]) => (figure ? [figure] : []));
  switch (how.way) {
    case 'sum':
      return { way: 'sum', value: own.length === 0 ? null : sum(own.map((one): Product => [1, one])) };
    case 'weighted': {
      const terms = used.flatMap(([share, ...bases]) => (share ? [{ share, bases }] : []));
      const { mean, over, under } = weightedMean(terms);
      return { way: 'weighted', value: mean, over, under };
    }
    case 'codes':
      return countCodes(row, own);
    case 'spread': {
      const sorted = [...own].sort(compare);
      return { way: 'spread', lowest: sorted[0] ?? null, highest: sorted[sorted.length - 1] ?? null };
    }
    default:
      return how satisfies never;
  }
}

function countCodes(row: TemplateRow<Key>, codes: readonly Decimal[]): Total {
  const counts = parseChoices(row.unit ?? '').map(({ code, label }) => ({
    code,
    label,
    communes: codes.filter(({ digits, decimals }) => decimals === 0 && digits === code).length,
  }));
  return { way: 'codes', counts, others: codes.length - counts.reduce((all, { communes }) => all + communes, 0) };
}

function compare(one: Decimal, other: Decimal): number {
  return sum([
    [1, one],
    [-1, other],
  ]).digits;
}
