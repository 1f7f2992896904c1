// One file for `cchc consolidate`: its reports as far as they are kept, or why there are none.
import { statSync } from 'node:fs';
import { type AnalyzeOptions, type GatheredFile, keepReport } from '../core/index.ts';
import { analysesOf } from './analyses.ts';
import { openFile } from './files.ts';

/** A file as it was when it was read: with another size or time it is another file. */
export interface Stamp {
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

export interface StampedFile {
  /** Null for a file that is not there. */
  readonly stamp: Stamp | null;
  readonly gathered: GatheredFile;
}

export function gatherFile(file: string, options: AnalyzeOptions): StampedFile {
  const stamp = stampOf(file);
  const saved = stamp && dayOf(stamp);
  const opened = openFile(file);
  if (!opened.ok) {
    const { code, message } = opened;
    return { stamp, gathered: { file, saved, reports: [], error: { code, message } } };
  }
  const reports = analysesOf(opened.workbook, options).flatMap((analysis) => keepReport(file, analysis) ?? []);
  const own = new Set(reports.map(({ sheet }) => sheet));
  const left = (sheets: readonly string[]) => sheets.filter((sheet) => !own.has(sheet));
  const kept = reports.map((report) => ({ ...report, otherSheets: left(report.otherSheets) }));
  return { stamp, gathered: { file, saved, reports: kept, error: null } };
}

export function stampOf(file: string): Stamp | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? { size: stats.size, modified: stats.mtimeMs } : null;
}

/** Vietnam's hours ahead of UTC: a file saved early in the morning was not saved the day before. */
const HOURS_AHEAD = 7;

function dayOf({ modified }: Stamp): string {
  return new Date(modified + HOURS_AHEAD * 3_600_000).toISOString().slice(0, 10);
}
