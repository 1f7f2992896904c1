// Communes for tests of the level above: each with an annex of its own, read and kept as a file of theirs would be.
import {
  analyze,
  type Cell,
  type GatheredFile,
  type InputKey,
  type Key,
  keepReport,
  pl01b2024,
  planAnnexForm,
  planInfoForm,
} from '../../core/index.ts';
import { CONSISTENT } from './consistent.ts';
import { gridOfTable, PERIOD, workbookOf } from './workbooks.ts';

export interface CommuneFile {
  readonly unit: string;
  readonly file?: string;
  readonly saved?: string;
  readonly period?: string;
  /** What differs from a consistent annex. */
  readonly figures?: Partial<Readonly<Record<Key, Cell>>>;
  readonly inputs?: Partial<Readonly<Record<InputKey, Cell>>>;
}

/** The file as `cchc consolidate` would have read it. */
export function communeFile({ unit, file, saved, period, figures, inputs }: CommuneFile): GatheredFile {
  const name = file ?? `${unit}.xlsx`;
  const form = planAnnexForm(pl01b2024, { unit, period: period ?? PERIOD, figures: { ...CONSISTENT, ...figures } });
  const grids = [gridOfTable(form), ...(inputs ? [gridOfTable(planInfoForm(inputs))] : [])];
  const report = keepReport(name, analyze(workbookOf(...grids)));
  return { file: name, saved: saved ?? '2024-06-08', reports: report ? [report] : [], error: null };
}

/** A file without the annex, and one that cannot be read. */
export function strangeFile(file: string, message?: string): GatheredFile {
  return { file, saved: '2024-06-08', reports: [], error: message === undefined ? null : { code: 'corrupt', message } };
}
