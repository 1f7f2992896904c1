// What people rather look at than read: one share by commune, and errors by rule, as bars of a length each.
import type { Consolidation } from './consolidate.ts';
import { fromNumber, percentOf, sum, toNumber } from './decimal.ts';
import { CONTENT, STRUCTURE } from './rules/index.ts';
import { capitalise } from './vietnamese.ts';

export interface Bar {
  readonly label: string;
  /** What is drawn: per cent, or a count; null where it is undecided. */
  readonly value: number | null;
  /** "90,69% (448/494)", "3 đơn vị" */
  readonly text: string;
}

export interface BarChart {
  readonly title: string;
  /** The value of a bar that is as long as can be. */
  readonly most: number;
  /** The longest first; those undecided last. */
  readonly bars: readonly Bar[];
}

const NOT_ENOUGH = 'chưa đủ số liệu';

/** Share of dossiers received online, a bar a commune. */
export function onlineShares({ communes, indicators }: Consolidation): BarChart {
  const bars = communes.map(({ unit }, commune): Bar => {
    const share = indicators[commune]?.find(({ id }) => id === 'online-share');
    const [over, under] = [share?.numerator, share?.denominator].map((side) => fromNumber(side ?? Number.NaN));
    if (!share?.text?.endsWith('%') || !over || !under)
      return { label: unit, value: null, text: share?.text ?? NOT_ENOUGH };
    return {
      label: unit,
      value: toNumber(percentOf(over, under)),
      text: `${share.text} (${share.numerator}/${share.denominator})`,
    };
  });
  return { title: 'Tỷ lệ hồ sơ tiếp nhận trực tuyến của từng đơn vị', most: 100, bars: longestFirst(bars) };
}

/** How many communes have an unexplained error by each rule. */
export function errorsByRule({ submissions }: Consolidation): BarChart {
  const communes = new Map<string, number>();
  for (const { report } of submissions)
    for (const rule of new Set(report?.errors.map((error) => error.rule)))
      communes.set(rule, (communes.get(rule) ?? 0) + 1);
  const bars = [...communes].map(
    ([rule, count]): Bar => ({ label: titleOf(rule), value: count, text: `${count} đơn vị` }),
  );
  const most = bars.reduce((all, { value }) => Math.max(all, value ?? 0), 0);
  return { title: 'Số đơn vị có lỗi chưa giải trình, theo quy tắc', most, bars: longestFirst(bars) };
}

function longestFirst(bars: readonly Bar[]): readonly Bar[] {
  const places = new Map(bars.map((bar, place) => [bar, place]));
  return [...bars].sort(
    (one, other) => compare(one.value, other.value) || (places.get(one) ?? 0) - (places.get(other) ?? 0),
  );
}

function compare(one: number | null, other: number | null): number {
  if (one === null || other === null) return (one === null ? 1 : 0) - (other === null ? 1 : 0);
  const [a, b] = [fromNumber(one), fromNumber(other)];
  return a && b
    ? sum([
        [1, b],
        [-1, a],
      ]).digits
    : 0;
}

function titleOf(rule: string): string {
  return [...CONTENT, ...STRUCTURE].find(({ id }) => id === rule)?.title ?? capitalise(rule);
}
