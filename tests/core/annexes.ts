// Workbooks of the level above, with an annex a sheet: what the pane brings together in every host.
import {
  type Cell,
  type Grid,
  type Key,
  pl01b2024,
  planAnnexForm,
  type TableChange,
  type Workbook,
} from '../../core/index.ts';
import { CONSISTENT } from './consistent.ts';
import { gridOfTable, PERIOD, workbookOf } from './workbooks.ts';

export interface Annex {
  readonly sheet: string;
  /** Null: the title names no unit. */
  readonly unit: string | null;
  readonly period?: string;
  /** What differs from a consistent annex. */
  readonly figures?: Partial<Readonly<Record<Key, Cell>>>;
}

/** As a planned sheet, for hosts that write real files. */
export function annexForm({ sheet, unit, period, figures }: Annex): TableChange {
  const names = { period: period ?? PERIOD, ...(unit !== null && { unit }) };
  return { ...planAnnexForm(pl01b2024, { ...names, figures: { ...CONSISTENT, ...figures } }), sheet };
}

export function annexSheet(annex: Annex): Grid {
  return gridOfTable(annexForm(annex));
}

export function annexWorkbook(...annexes: readonly Annex[]): Workbook {
  return workbookOf(...annexes.map(annexSheet));
}

/** Three communes, with one fault planted: the four ways of Bình's dossiers do not add up to its total. */
export const THREE_ANNEXES: readonly Annex[] = [
  { sheet: 'An', unit: 'UBND xã An', figures: { '1.1.3': 3 } },
  { sheet: 'Bình', unit: 'UBND xã Bình', figures: { '1.1.3': 5, '3.3.1.a': 45 } },
  { sheet: 'Cát', unit: 'UBND xã Cát', figures: { '1.1.3': null } },
];
export const THREE_COMMUNES = annexWorkbook(...THREE_ANNEXES);
