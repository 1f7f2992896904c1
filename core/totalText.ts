// A row's total as one text: for lists, where there is no room for a row a code.
import type { RowTotal } from './addUp.ts';
import type { Decimal } from './decimal.ts';
import { writeDecimal, writeNumber } from './vietnamese.ts';

const NOT_ENOUGH = 'chưa đủ số liệu';

/** "1.234", "60,5%", "Có: 3 đơn vị; Không: 1 đơn vị", "từ 20% đến 100%" */
export function totalText({ total }: RowTotal): string {
  switch (total.way) {
    case 'sum':
      return total.value ? writeDecimal(total.value) : NOT_ENOUGH;
    case 'weighted':
      return total.value ? percent(total.value) : NOT_ENOUGH;
    case 'codes': {
      const listed = total.counts.filter(({ communes }) => communes > 0);
      const counts = listed.map(({ label, communes }) => `${label}: ${writeNumber(communes)} đơn vị`);
      const others = total.others > 0 ? [`mã ngoài danh mục: ${writeNumber(total.others)} đơn vị`] : [];
      return [...counts, ...others].join('; ') || NOT_ENOUGH;
    }
    case 'spread': {
      const { lowest, highest } = total;
      return lowest && highest ? `từ ${percent(lowest)} đến ${percent(highest)}` : NOT_ENOUGH;
    }
    default:
      return total satisfies never;
  }
}

function percent(value: Decimal): string {
  return `${writeDecimal(value)}%`;
}
