// An analysis whose findings, open rules and rates are written when they are first read: of thousands of reports mostly
// only the counts are.
import type { Analysis } from './analyze.ts';

/** What takes longest to write. */
type Later = Pick<Analysis, 'findings' | 'undecided' | 'indicators'>;
type Writers = { readonly [Name in keyof Later]: () => Later[Name] };

/** The getters are those of a class: engines keep the shape of an object with getters of its own for very long. */
export class LazyAnalysis implements Analysis {
  readonly template: Analysis['template'];
  readonly sheet: Analysis['sheet'];
  readonly otherSheets: Analysis['otherSheets'];
  readonly unit: Analysis['unit'];
  readonly period: Analysis['period'];
  readonly layout: Analysis['layout'];
  readonly report: Analysis['report'];
  readonly inputs: Analysis['inputs'];
  readonly inapplicable: Analysis['inapplicable'];
  readonly claims: Analysis['claims'];
  readonly discarded: Analysis['discarded'];
  readonly unneeded: Analysis['unneeded'];
  readonly reported: Analysis['reported'];
  readonly summary: Analysis['summary'];
  readonly #writers: Writers;
  #findings: Analysis['findings'] | null = null;
  #undecided: Analysis['undecided'] | null = null;
  #indicators: Analysis['indicators'] | null = null;

  constructor(known: Omit<Analysis, keyof Later>, writers: Writers) {
    this.template = known.template;
    this.sheet = known.sheet;
    this.otherSheets = known.otherSheets;
    this.unit = known.unit;
    this.period = known.period;
    this.layout = known.layout;
    this.report = known.report;
    this.inputs = known.inputs;
    this.inapplicable = known.inapplicable;
    this.claims = known.claims;
    this.discarded = known.discarded;
    this.unneeded = known.unneeded;
    this.reported = known.reported;
    this.summary = known.summary;
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
