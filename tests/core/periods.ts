// Annexes of several periods for tests: sheets side by side, columns side by side, and files of their own.
import {
  type Cell,
  FIRST_FORM_ROW,
  type Grid,
  type InfoKey,
  type Key,
  type PreviousFile,
  pl01b2024,
  planAnnexForm,
  planInfoForm,
} from '../../core/index.ts';
import { CONSISTENT } from './consistent.ts';
import { gridOf, gridOfTable, PERIOD, UNIT, workbookOf } from './workbooks.ts';

export interface Annex {
  readonly name?: string;
  /** Null for a title that names none. */
  readonly unit?: string | null;
  readonly period?: string | null;
  /** What differs from a consistent annex. */
  readonly figures?: Partial<Readonly<Record<Key, Cell>>>;
}

export function annexGrid({ name, unit, period, figures }: Annex = {}): Grid {
  const table = planAnnexForm(pl01b2024, {
    unit: unit === null ? '…………' : (unit ?? UNIT),
    period: period === null ? '…………' : (period ?? PERIOD),
    figures: { ...CONSISTENT, ...figures },
  });
  return { ...gridOfTable(table), name: name ?? table.sheet };
}

/** The annex with a column before "Ghi chú" that holds an earlier period's figures. */
export function withColumn(annex: Annex, heading: string, earlier: Partial<Readonly<Record<Key, Cell>>>): Grid {
  const grid = annexGrid(annex);
  const rows = grid.cells.map((cells, at): Cell[] => {
    const row = pl01b2024.rows[at - FIRST_FORM_ROW];
    const figure = row ? (earlier[row.key] ?? null) : at === FIRST_FORM_ROW - 1 ? heading : null;
    return cells.length < 5 ? [...cells] : [...cells.slice(0, 4), figure, cells[4] ?? null];
  });
  return gridOf(grid.name, rows);
}

/** The annex alone in its file, with what was typed beside it. */
export function fileOf(
  annex: Annex,
  inputs: Partial<Readonly<Record<InfoKey, Cell>>> | null = null,
  file = 'ky-truoc.xlsx',
): PreviousFile {
  const info = inputs ? [gridOfTable(planInfoForm(inputs as Record<InfoKey, string | number>))] : [];
  return { file, workbook: workbookOf(annexGrid(annex), ...info) };
}
