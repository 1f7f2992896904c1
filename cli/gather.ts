// One file for `cchc consolidate`: its reports as far as they are kept, or why there are none.
import { statSync } from 'node:fs';
import { type AnalyzeOptions, type GatheredFile, gatherWorkbook, savedDay } from '../core/index.ts';
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
  const saved = stamp && savedDay(stamp.modified);
  const opened = openFile(file);
  if (opened.ok) return { stamp, gathered: gatherWorkbook(file, saved, opened.workbook, options) };
  const { code, message } = opened;
  return { stamp, gathered: { file, saved, reports: [], error: { code, message } } };
}

export function stampOf(file: string): Stamp | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? { size: stats.size, modified: stats.mtimeMs } : null;
}
