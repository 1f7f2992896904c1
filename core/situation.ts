// A small made-up case for a rule: what differs from a consistent annex. It runs as a test and is printed in docs.
import type { Severity } from './change.ts';
import type { Cell } from './grid.ts';
import type { InfoKey } from './inputs.ts';
import type { Key } from './templates/index.ts';

export interface Situation {
  /** Cells of "Số liệu" that differ; null is a blank. */
  readonly figures?: Partial<Readonly<Record<Key, Cell>>>;
  /** What such a cell displays, where its number format changes it: 1 shown as "100%". */
  readonly shown?: Partial<Readonly<Record<Key, string>>>;
  readonly inputs?: Partial<Readonly<Record<InfoKey, string | number>>>;
  readonly period?: string;
  readonly codes?: Partial<Readonly<Record<Key, Cell>>>;
  readonly labels?: Partial<Readonly<Record<Key, string>>>;
  readonly units?: Partial<Readonly<Record<Key, string>>>;
  readonly without?: readonly Key[];
  readonly twice?: readonly Key[];
  readonly moved?: readonly { readonly key: Key; readonly after: Key }[];
  readonly added?: readonly { readonly after: Key; readonly cells: readonly Cell[] }[];
  /** The four headings, when other than the template's; an empty text leaves one out. */
  readonly headings?: readonly [string, string, string, string];
  /** A file of an earlier period, "quý I năm 2024" where none is named: what differs from the same consistent annex. */
  readonly previous?: Pick<Situation, 'figures' | 'inputs' | 'period'>;
  /** Of the rule's finding, where the example fails. */
  readonly severity?: Severity;
  readonly imbalance?: number;
}
