// An analysis whose findings, open rules and rates are written when they are first read: of thousands of reports mostly
// only the counts are.
import type { Analysis } from './analyze.ts';

/** What takes longest to write. */
type Later = Pick<Analysis, 'findings' | 'undecided' | 'indicators'>;
type Writers = { readonly [Name in keyof Later]: () => Later[Name] };

/** The getters are those of a class: engines keep the shape of an object with getters of its own for very long. */
export class LazyAnalysis implements Analysis {
  declare readonly template: Analysis['template'];
  declare readonly sheet: Analysis['sheet'];
  declare readonly otherSheets: Analysis['otherSheets'];
  declare readonly unit: Analysis['unit'];
  declare readonly period: Analysis['period'];
  declare readonly layout: Analysis['layout'];
  declare readonly report: Analysis['report'];
  declare readonly inputs: Analysis['inputs'];
  declare readonly inapplicable: Analysis['inapplicable'];
  declare readonly claims: Analysis['claims'];
  declare readonly discarded: Analysis['discarded'];
  declare readonly previous: Analysis['previous'];
  declare readonly previousNote: Analysis['previousNote'];
  declare readonly unneeded: Analysis['unneeded'];
  declare readonly reported: Analysis['reported'];
  declare readonly summary: Analysis['summary'];
  readonly #writers: Writers;
  #findings: Analysis['findings'] | null = null;
  #undecided: Analysis['undecided'] | null = null;
  #indicators: Analysis['indicators'] | null = null;

  constructor(known: Omit<Analysis, keyof Later>, writers: Writers) {
    Object.assign(this, known);
    this.#writers = writers;
  }

  get findings(): Analysis['findings'] {
    this.#findings ??= this.#writers.findings();
    return this.#findings;
  }

  get undecided(): Analysis['undecided'] {
    this.#undecided ??= this.#writers.undecided();
    return this.#undecided;
  }

  get indicators(): Analysis['indicators'] {
    this.#indicators ??= this.#writers.indicators();
    return this.#indicators;
  }
}
