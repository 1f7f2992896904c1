// Made-up figures of many communes: mostly consistent, as real reports are, with slips, blanks and printed shares.
import { type InputKey, isFillable, type Key, pl01b2024, type TemplateRow } from '../core/index.ts';
import { parseChoices } from '../core/template.ts';
import { type Random, seeded } from './random.ts';

export interface Figures {
  /** A row without an entry is blank. */
  readonly values: ReadonlyMap<Key, number>;
  readonly inputs: ReadonlyMap<InputKey, number>;
}

export interface Variety {
  /** Leaves some rows blank. */
  readonly blanks: boolean;
  /** Prints the two shares of documents with up to two decimals; whole numbers otherwise. */
  readonly fractions: boolean;
}

/** The figures of commune number `index`, always the same ones. */
export function figuresOf(index: number, variety: Variety): Figures {
  const random = seeded(index + 1);
  const values = new Map<Key, number>();
  for (const row of pl01b2024.rows) if (isFillable(row)) values.set(row.key, anyValue(row, random));
  makeConsistent(values, random);
  printShares(values, random, variety.fractions ? random.between(0, 2) : 0);
  slip(values, random);
  if (variety.blanks) for (const key of [...values.keys()]) if (random.percent(3)) values.delete(key);
  return { values, inputs: inputsOf(random) };
}

function anyValue(row: TemplateRow<Key>, random: Random): number {
  const codes = parseChoices(row.unit ?? '').map((choice) => choice.code);
  const [first, ...others] = codes;
  if (row.kind === 'choice') return first === undefined ? 1 : random.pick([first, ...others]);
  return row.kind === 'percent' ? random.pick([100, 100, 90, 0]) : random.between(0, 40);
}

const CHANNELS = ['a', 'b', 'c', 'd'] as const;

/** What must add up does: dossiers, procedures, tasks. */
function makeConsistent(values: Map<Key, number>, random: Random): void {
  const of = (key: Key) => values.get(key) ?? 0;
  for (const channel of CHANNELS) {
    const received = random.between(0, 300);
    values.set(`3.3.1.${channel}`, received);
    values.set(`3.3.2.${channel}`, random.percent(40) ? received : random.between(0, received));
  }
  for (const total of ['3.3.1', '3.3.2'] as const)
    values.set(
      total,
      CHANNELS.reduce((sum, channel) => sum + of(`${total}.${channel}`), 0),
    );
  for (const key of ['3.4.1', '3.4.2'] as const) values.set(key, random.between(0, of('3.3.2')));
  values.set('3.5', random.between(0, of('3.3.1') - of('3.3.2')));
  values.set('3.1.3', of('3.2.1') + of('3.2.2') + of('3.2.3') + 60);
  values.set('1.1.1', of('1.1.2') + random.between(0, 20));
  values.set('1.3.1', of('1.3.2') + of('1.3.3') + random.between(0, 5));
  values.set('4.1.2', random.between(12, 22));
  values.set('4.1.1', of('4.1.2') + random.between(0, 2));
}

/** Two shares of all documents, rounded half up each: of 800, 200 or 2,000 documents both often end on a half unit. */
function printShares(values: Map<Key, number>, random: Random, decimals: number): void {
  const total = random.pick([random.between(100, 900), 800, 200, 2000]);
  const electronic = random.between(0, total);
  const share = (documents: number) => {
    const digits = Math.floor((2 * 100 * 10 ** decimals * documents + total) / (2 * total));
    return Number((digits / 10 ** decimals).toFixed(decimals));
  };
  values.set('7.2.3', total);
  values.set('7.2.3.a', share(electronic));
  values.set('7.2.3.b', share(total - electronic));
}

/** One report in two has a few figures a little off. */
function slip(values: Map<Key, number>, random: Random): void {
  if (random.percent(50)) return;
  const keys = [...values.keys()].filter((key) => !key.startsWith('7.2.3.'));
  for (let slips = random.between(1, 4); slips > 0; slips--) {
    const key = keys[random.between(0, keys.length - 1)];
    if (key !== undefined) values.set(key, (values.get(key) ?? 0) + random.between(1, 9));
  }
}

function inputsOf(random: Random): ReadonlyMap<InputKey, number> {
  const inputs = new Map<InputKey, number>();
  for (const key of ['K', 'L', 'P'] as const) if (random.percent(50)) inputs.set(key, random.between(0, 9));
  return inputs;
}
