// The rates of the whole on "Tổng hợp": sums of both sides over the communes that have both, as live formulas.
import type { TableCell, TableRow } from './change.ts';
import type { Consolidation, RateTotal } from './consolidate.ts';
import { bothKnown, cellOf, NOT_ENOUGH, type Places, RATES, rangeOf } from './consolidatedFormulas.ts';
import { fromNumber, percentOf, toNumber } from './decimal.ts';
import { formulaOf, type Indicator, type IndicatorRecord } from './indicator.ts';
import { INDICATORS } from './indicators.ts';
import type { Operand } from './rule.ts';

/** `withCommunes` tells whether each commune's own rate stands in its column. */
export function rateRows(
  { rates, indicators }: Consolidation,
  places: Places,
  withCommunes: boolean,
): readonly TableRow[] {
  const from = places.rows.get(RATES) ?? 0;
  return rates.flatMap((rate, index): TableRow[] => {
    const record = INDICATORS[index];
    const own = withCommunes ? indicators.map((all) => all[index]) : [];
    return record ? [{ cells: rateCells(record, rate, own, places, from + index + 1), look: 'row' }] : [];
  });
}

/** `row` is counted from 1, as in formulas. */
function rateCells(
  record: IndicatorRecord,
  rate: RateTotal,
  own: readonly (Indicator | undefined)[],
  places: Places,
  row: number,
): readonly TableCell[] {
  const known = bothKnown(places, neededOf(record));
  const side = (operands: readonly Operand[], value: number | null): TableCell => ({
    formula: operands.map((operand) => `SUMPRODUCT(${known},${rangeOf(places, operand)})`).join('+'),
    value: value ?? 0,
    format: '#,##0',
  });
  const communes = own.map((one, commune) => communeCell(record, one, places, places.first + commune));
  const share = shareOf(rate.text, rate.numerator, rate.denominator) ?? NOT_ENOUGH;
  return [
    null,
    record.name,
    '%',
    { formula: totalFormula(record, row), value: share, format: '0.00' },
    side(record.numerator, rate.numerator),
    side(record.denominator, rate.denominator),
    { formula: `SUMPRODUCT(${known})`, value: rate.present },
    { formula: `COLUMNS(${rangeOf(places, record.denominator[0] ?? '')})-G${row}`, value: rate.missing },
    `Tính lại từ tử số và mẫu số: ${formulaOf(record)}`,
    ...communes,
  ];
}

/** What a commune must have typed: Q left blank means that no open dossier is overdue. */
function neededOf({ numerator, denominator }: IndicatorRecord): readonly Operand[] {
  return [...new Set([...numerator, ...denominator])].filter((operand) => operand !== 'Q');
}

function totalFormula(record: IndicatorRecord, row: number): string {
  const share = `ROUND(E${row}/F${row}*100,2)`;
  const whole = record.atMostWhole ? `IF(E${row}>F${row},"${NOT_ENOUGH}",${share})` : share;
  return `IF(G${row}=0,"${NOT_ENOUGH}",IF(F${row}=0,"${record.whenZero}",${whole}))`;
}

/** The same in one commune's column, from its own figures. */
function communeCell(record: IndicatorRecord, one: Indicator | undefined, places: Places, column: number): TableCell {
  const needed = neededOf(record);
  const at = (operand: Operand) => cellOf(places, operand, column);
  const side = (operands: readonly Operand[]) =>
    operands.map((operand) => (operand === 'Q' ? `N(${at(operand)})` : at(operand))).join('+');
  const [over, under] = [side(record.numerator), side(record.denominator)];
  const share = `ROUND((${over})/(${under})*100,2)`;
  const whole = record.atMostWhole ? `IF(${over}>${under},"",${share})` : share;
  const formula = `IF(COUNT(${needed.map(at).join(',')})<${needed.length},"",IF(${under}=0,"${record.whenZero}",${whole}))`;
  const value = one ? shareOf(one.text, one.numerator, one.denominator) : null;
  return { formula, value: value ?? '', format: '0.00' };
}

/** The per cent of a decided rate, its words where there is nothing to divide by, null when undecided. */
function shareOf(text: string | null, numerator: number | null, denominator: number | null): number | string | null {
  const [over, under] = [numerator, denominator].map((value) => fromNumber(value ?? Number.NaN));
  if (text === null || !over || !under) return null;
  return under.digits === 0 ? text : toNumber(percentOf(over, under));
}
