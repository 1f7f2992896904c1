// The annexes of a file that holds those of several communes: one analysis a unit.
import { type Analysis, type AnalyzeOptions, analyze, type Workbook } from '../core/index.ts';

/** A sheet of another unit is a report of its own; one of the same unit, or of none, is an older copy or a draft. */
export function analysesOf(workbook: Workbook, options: AnalyzeOptions): readonly [Analysis, ...Analysis[]] {
  const first = analyze(workbook, options);
  const units = new Set([first.unit]);
  const others: Analysis[] = [];
  for (const sheet of first.otherSheets) {
    const other = analyze(workbook, { ...options, sheet });
    if (other.unit === null || units.has(other.unit)) continue;
    units.add(other.unit);
    others.push(other);
  }
  return [first, ...others];
}
