// The live formulas of "Tổng hợp", each with its present value: a blank or a text in a commune's column is never a 0.
import type { RowTotal } from './addUp.ts';
import type { TableCell } from './change.ts';
import { toNumber } from './decimal.ts';
import { columnName } from './grid.ts';
import { NOT_ARISEN } from './keptReport.ts';
import type { TotalWay } from './totals.ts';

/** Where things stand on the sheet, all counted from 0. */
export interface Places {
  /** By key of the annex or of an input. */
  readonly rows: ReadonlyMap<string, number>;
  /** The communes' columns. */
  readonly first: number;
  readonly last: number;
}

/** In Places.rows: where the rates begin. */
export const RATES = 'rates';

export const NOT_ENOUGH = 'Chưa đủ số liệu';

/** A row's cells of all communes: "J7:U7". */
export function rangeOf(places: Places, key: string): string {
  const row = (places.rows.get(key) ?? 0) + 1;
  return `${columnName(places.first)}${row}:${columnName(places.last)}${row}`;
}

/** One cell in the row of a key: its total in column D is `cellOf(places, key, 3)`. */
export function cellOf(places: Places, key: string, column: number): string {
  return `${columnName(column)}${(places.rows.get(key) ?? 0) + 1}`;
}

/** 1 for each commune in which every one of the rows holds a number: what SUMPRODUCT multiplies by. */
export function bothKnown(places: Places, keys: readonly string[]): string {
  return keys.map((key) => `--ISNUMBER(${rangeOf(places, key)})`).join(',');
}

/** Total, numerator, denominator, communes with a figure, communes without, and how it is done. */
export function totalCells(row: RowTotal, places: Places): readonly TableCell[] {
  const own = rangeOf(places, row.key);
  const present = cellOf(places, row.key, 6);
  const counted = row.how.way === 'weighted' ? weighedCount(row.key, row.how.bases, places) : `COUNT(${own})`;
  return [
    ...valueCells(row, places, present),
    { formula: counted, value: row.present },
    { formula: `COLUMNS(${own})-${present}-COUNTIF(${own},"${NOT_ARISEN}")`, value: row.missing },
    wordsFor(row.how),
  ];
}

function weighedCount(key: string, bases: readonly string[], places: Places): string {
  return `SUMPRODUCT(${bothKnown(places, [key, ...bases])})`;
}

function valueCells(row: RowTotal, places: Places, present: string): readonly TableCell[] {
  const own = rangeOf(places, row.key);
  switch (row.total.way) {
    case 'sum': {
      const value = row.total.value;
      const formula = `IF(${present}=0,"${NOT_ENOUGH}",SUM(${own}))`;
      return [{ formula, value: value ? toNumber(value) : NOT_ENOUGH, format: '#,##0' }, null, null];
    }
    case 'weighted':
      return weighedCells(row, places);
    case 'codes':
    case 'spread':
      return [null, null, null];
    default:
      return row.total satisfies never;
  }
}

/** Bases that are shares themselves stand in per cent: each divides by a hundred, above and below alike. */
function weighedCells(row: RowTotal, places: Places): readonly TableCell[] {
  if (row.how.way !== 'weighted' || row.total.way !== 'weighted') return [null, null, null];
  const [own, ...bases] = [row.key, ...row.how.bases].map((key) => rangeOf(places, key));
  const scale = 100 ** (bases.length - 1);
  const known = bothKnown(places, [row.key, ...row.how.bases]);
  const over = `SUMPRODUCT(${known},${[own, ...bases].join(',')})/${100 * scale}`;
  const under = `SUMPRODUCT(${known},${bases.join(',')})${scale === 1 ? '' : `/${scale}`}`;
  const [numerator, denominator] = [cellOf(places, row.key, 4), cellOf(places, row.key, 5)];
  const value = row.total.value ? toNumber(row.total.value) : NOT_ENOUGH;
  return [
    { formula: `IF(${denominator}>0,ROUND(${numerator}/${denominator}*100,2),"${NOT_ENOUGH}")`, value, format: '0.00' },
    { formula: over, value: row.total.over, format: '#,##0' },
    { formula: under, value: row.total.under, format: '#,##0' },
  ];
}

/** One row a code: how many communes gave it. */
export function codeRows(row: RowTotal, places: Places): readonly (readonly TableCell[])[] {
  if (row.total.way !== 'codes') return [];
  const own = rangeOf(places, row.key);
  const listed = row.total.counts.map(({ code, label, communes }): readonly TableCell[] => [
    null,
    `${label} (mã ${code})`,
    'Đơn vị',
    { formula: `COUNTIF(${own},${code})`, value: communes, format: '#,##0' },
  ]);
  if (row.total.others === 0) return listed;
  const codes = row.total.counts.map(({ code }) => `-COUNTIF(${own},${code})`).join('');
  const others: TableCell = { formula: `COUNT(${own})${codes}`, value: row.total.others, format: '#,##0' };
  return [...listed, [null, 'Mã ngoài danh mục', 'Đơn vị', others]];
}

/** Lowest and highest, where there is nothing to weigh by. */
export function spreadRows(row: RowTotal, places: Places): readonly (readonly TableCell[])[] {
  if (row.total.way !== 'spread') return [];
  const own = rangeOf(places, row.key);
  const { lowest, highest } = row.total;
  const ends = [
    ['Thấp nhất', 'MIN', lowest],
    ['Cao nhất', 'MAX', highest],
  ] as const;
  return ends.map(([label, name, value]): readonly TableCell[] => [
    null,
    label,
    '%',
    {
      formula: `IF(COUNT(${own})=0,"${NOT_ENOUGH}",${name}(${own}))`,
      value: value ? toNumber(value) : NOT_ENOUGH,
      format: 'General',
    },
  ]);
}

function wordsFor(how: TotalWay): string {
  switch (how.way) {
    case 'sum':
      return 'Cộng các đơn vị';
    case 'weighted':
      return `Bình quân có trọng số ${how.why}`;
    case 'codes':
      return 'Đếm số đơn vị theo từng mã';
    case 'spread':
      return `Ghi thấp nhất, cao nhất vì ${how.why}`;
    default:
      return how satisfies never;
  }
}
