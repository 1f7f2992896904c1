// The earlier period's file of `cchc check --previous` and `cchc compare`, and what the result says of it.
import {
  type Analysis,
  columnName,
  isRefusal,
  type PreviousFile,
  previousPlace,
  type Workbook,
} from '../core/index.ts';
import { openFile } from './files.ts';
import { say, type TextOptions, wrap } from './terminal.ts';
import { UsageError } from './usage.ts';

/** Opens a file that must be there; throws UsageError with what is wrong. Its warnings go to standard error. */
export function openForComparison(file: string): Workbook {
  const opened = openFile(file);
  if (!opened.ok) throw new UsageError(`${file}: ${opened.message}`);
  for (const warning of opened.warnings) say(`${file}: ${warning}\n`);
  return opened.workbook;
}

export function openPrevious(file: string): PreviousFile {
  return { file, workbook: openForComparison(file) };
}

/** A comparison that was asked for and is not made must not pass in silence. */
export function refuseUncompared({ previousNote }: Analysis): void {
  if (previousNote && isRefusal(previousNote)) throw new UsageError(previousNote.message);
}

/** "So với quý I năm 2024 (tệp “quy-1.xlsx”).", and what the official should know of it. */
export function previousLines({ previous, previousNote }: Analysis, options: TextOptions): string {
  if (!previous) return '';
  const { label, source } = previous.nearest;
  const lines = [`So với ${label} (${previousPlace(source)}).`, ...(previousNote ? [previousNote.message] : [])];
  return lines
    .map((line) => wrap(line, 0, options))
    .join('\n')
    .concat('\n');
}

/** What was compared with, for other programs; nothing where there is no earlier period. */
export function previousJson({ previous, previousNote }: Analysis): object {
  if (!previous) return {};
  const { source, unit, period } = previous.nearest;
  const where = source.kind === 'column' ? { ...source, column: columnName(source.column) } : source;
  return { previous: { ...where, unit, period }, ...(previousNote && { previousNote }) };
}
