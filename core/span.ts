// How two reporting periods lie to one another: inside, right after, a year apart, across the change of 01/7/2025.
import { type Period, readPeriod } from './period.ts';

/** The months that figures were counted over, both included, numbered through the years. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** An earlier period seen from the later one. All are false where either is not known, except `acrossMerger`. */
export interface Relation {
  /** They start together and the later runs longer: its flows hold the earlier one's. */
  readonly nested: boolean;
  /** The later starts right after the earlier ends. */
  readonly adjacent: boolean;
  /** They end in one year. */
  readonly sameYear: boolean;
  /** All months of the earlier one are the later one's too: no flow of it may have been more. */
  readonly inside: boolean;
  /** The same months a year before: "cùng kỳ năm trước". */
  readonly yearBefore: boolean;
  /** Communes were merged on 01/7/2025 between their ends; true as well where that cannot be ruled out. */
  readonly acrossMerger: boolean;
}

/** A report, as far as it matters when it was counted. `cumulative`: declared to run from January ("lũy kế"). */
export interface Counted {
  readonly period: Period | null;
  readonly cumulative: boolean;
}

/** The first month of the communes as merged, and the last that may still be compared with a time before it. */
const MERGED_FROM = '2025-07';
const MERGED_DOUBT_TO = '2026-06';

export function relationOf(now: Counted, before: Counted): Relation {
  const acrossMerger = isAcrossMerger(now.period, before.period);
  const [later, earlier] = [spanOf(now), spanOf(before)];
  if (!later || !earlier || !now.period || !before.period) {
    return { nested: false, adjacent: false, sameYear: false, inside: false, yearBefore: false, acrossMerger };
  }
  return {
    nested: later.from === earlier.from && earlier.to < later.to,
    adjacent: later.from === earlier.to + 1,
    sameYear: Math.floor(later.to / 12) === Math.floor(earlier.to / 12),
    inside: later.from <= earlier.from && earlier.to < later.to,
    yearBefore: later.from - 12 === earlier.from && later.to - 12 === earlier.to,
    acrossMerger,
  };
}

function spanOf({ period, cumulative }: Counted): Span | null {
  if (!period) return null;
  const to = period.year * 12 + Number(period.end.slice(5)) - 1;
  return { from: cumulative ? period.year * 12 : to - period.months + 1, to };
}

function isAcrossMerger(now: Period | null, before: Period | null): boolean {
  if (now && before) return before.end < MERGED_FROM && now.end >= MERGED_FROM;
  if (now) return now.end >= MERGED_FROM && now.end <= MERGED_DOUBT_TO;
  return !before || before.end < MERGED_FROM;
}

/** Whether a period ends before another does. Null where either is not known. */
export function endsBefore(one: Period | null, other: Period | null): boolean | null {
  return one && other ? one.end < other.end : null;
}

/** The same months of another year: "6 tháng đầu năm 2023". */
export function sameMonthsOf(period: Period, year: number): Period | null {
  return readPeriod(period.label.replace(String(period.year), String(year)));
}

/** The quarter before a quarter: "quý IV năm 2023". Null for other periods. */
export function quarterBefore({ year, months, end }: Period): Period | null {
  const quarter = Number(end.slice(5)) / 3;
  if (months !== 3 || !Number.isInteger(quarter)) return null;
  return readPeriod(quarter === 1 ? `quý 4/${year - 1}` : `quý ${quarter - 1}/${year}`);
}
