// Columns of the annex itself that hold an earlier period's figures: "Kỳ trước", "Cùng kỳ năm 2023", "Số liệu quý I".
import type { Grid } from './grid.ts';
import { type ColumnWords, columnWords, type Heading, namingOf } from './heading.ts';
import type { Layout } from './locate.ts';
import { type Period, readPeriod } from './period.ts';
import { endsBefore, quarterBefore, sameMonthsOf } from './span.ts';
import { fold } from './vietnamese.ts';

export interface PreviousColumn {
  readonly column: number;
  /** Null for a "kỳ trước" that nothing says more of. */
  readonly period: Period | null;
  /** What stands over it. */
  readonly words: string;
}

/** What is not a period's own figures: differences, shares, aims. */
const NO_FIGURES = ['so sánh', 'so với', 'tăng', 'giảm', 'chênh lệch', 'tỷ lệ', 'kế hoạch', 'dự kiến', 'chỉ tiêu giao'];

/** From the left. A column of the same period, or of a later one, is none. */
export function previousColumns(grid: Grid, layout: Layout, period: Period | null): readonly PreviousColumn[] {
  const { heading, columns } = layout;
  if (!heading) return [];
  return figureColumns(grid, layout, heading).flatMap(({ column, isPrevious, words, folded }) => {
    if (column === columns.value) return [];
    const named = periodOf(words, folded, period);
    if (!named && !isPrevious) return [];
    return endsBefore(named, period) === false ? [] : [{ column, period: named, words }];
  });
}

/** A column of figures, of whatever period. */
interface FigureColumn {
  readonly column: number;
  readonly isPrevious: boolean;
  readonly words: string;
  readonly folded: string;
}

/** The heading is the layout's own: where it is used again, the same words stand over the columns. */
const known = new WeakMap<Heading, readonly FigureColumn[]>();

function figureColumns(grid: Grid, { legible }: Layout, heading: Heading): readonly FigureColumn[] {
  const before = known.get(heading);
  if (before) return before;
  const found = columnWords(grid, legible.text, heading).flatMap((over, column) => {
    const kind = namingOf(over)?.kind;
    if (kind !== 'previous' && kind !== 'value') return [];
    const words = wordsOf(over);
    const folded = ` ${fold(words)} `;
    if (folded.includes('%') || NO_FIGURES.some((one) => folded.includes(` ${fold(one)} `))) return [];
    return [{ column, isPrevious: kind === 'previous', words, folded }];
  });
  known.set(heading, found);
  return found;
}

/** "Kỳ trước Số liệu": the group, then what the column says itself. */
function wordsOf({ own, group }: ColumnWords): string {
  const words = own.filter((part) => part !== '');
  return (words[0] === group ? words : [group, ...words]).filter((part) => part !== '').join(' ');
}

/** "Cùng kỳ năm 2023" names no whole year; a quarter named without its year is the last one before now. */
function periodOf(words: string, folded: string, now: Period | null): Period | null {
  const says = (phrase: string) => folded.includes(` ${fold(phrase)} `);
  if (says('cùng kỳ')) {
    const year = Number(/20\d\d/.exec(words)?.[0] ?? (now?.year ?? 0) - 1);
    return now && sameMonthsOf(now, year);
  }
  const named = readPeriod(words);
  if (named || !now) return named;
  if (says('quý trước')) return quarterBefore(now);
  if (says('năm trước') && now.months === 12) return sameMonthsOf(now, now.year - 1);
  const thisYear = readPeriod(`${words}/${now.year}`);
  return thisYear && endsBefore(thisYear, now) === false ? sameMonthsOf(thisYear, now.year - 1) : thisYear;
}
