// A folder of small annex workbooks, one a commune, for the commands that take many.
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cell, type Key, pl01b2024, planAnnexForm } from '../../core/index.ts';
import { newWorkbook } from '../../xlsx/index.ts';
import { CONSISTENT } from '../core/consistent.ts';
import { PERIOD } from '../core/workbooks.ts';

/** Noon of 08/6/2024 in Vietnam: what "saved on" is must not depend on when the tests run. */
const SAVED = new Date('2024-06-08T05:00:00Z');

export type Figures = Partial<Readonly<Record<Key, Cell>>>;

/** Writes `folder/name`, saved on 08/6/2024. */
export function writeCommune(folder: string, name: string, unit: string, figures: Figures = {}): void {
  writeAnnexes(folder, name, [{ sheet: 'Phụ lục 01b', unit, period: PERIOD, figures }]);
}

export interface Annex {
  readonly sheet: string;
  readonly unit: string;
  readonly period: string;
  readonly figures: Figures;
}

/** The same with an annex a sheet. */
export function writeAnnexes(folder: string, name: string, annexes: readonly Annex[]): void {
  mkdirSync(folder, { recursive: true });
  const file = newWorkbook();
  for (const { sheet, unit, period, figures } of annexes) {
    const form = planAnnexForm(pl01b2024, { unit, period, figures: { ...CONSISTENT, ...figures } });
    file.apply([{ ...form, sheet }]);
  }
  writeFileSync(join(folder, name), file.save());
  utimesSync(join(folder, name), SAVED, SAVED);
}
