// One file for `cchc consolidate`: its reports as far as they are kept, or why there are none.
import { statSync } from 'node:fs';
import { type GatheredFile, keepReport } from '../core/index.ts';
import { analysesOf } from './analyses.ts';
import { openFile } from './files.ts';

export function gatherFile(file: string): GatheredFile {
  const opened = openFile(file);
  const saved = savedOn(file);
  if (!opened.ok) return { file, saved, reports: [], error: { code: opened.code, message: opened.message } };
  const reports = analysesOf(opened.workbook).flatMap((analysis) => keepReport(file, analysis) ?? []);
  const own = new Set(reports.map(({ sheet }) => sheet));
  const left = (sheets: readonly string[]) => sheets.filter((sheet) => !own.has(sheet));
  return {
    file,
    saved,
    reports: reports.map((report) => ({ ...report, otherSheets: left(report.otherSheets) })),
    error: null,
  };
}

/** Vietnam's hours ahead of UTC: a file saved early in the morning was not saved the day before. */
const HOURS_AHEAD = 7;

function savedOn(file: string): string | null {
  const { mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? {};
  return mtimeMs === undefined ? null : new Date(mtimeMs + HOURS_AHEAD * 3_600_000).toISOString().slice(0, 10);
}
