// Runs many spoilt inputs and counts. CCHC_FUZZ=n tries n inputs instead of the few of every day, from CCHC_FUZZ_FROM on.
import { mutated, type Parts } from './mutate.ts';
import type { Verdict } from './verdict.ts';

/** One input may take so long on a slow machine that does other work too; most take some milliseconds. */
export const MOST_MILLISECONDS = 5000;
/** All inputs together, each forgotten before the next: what the process ever held. */
export const MOST_MEGABYTES = 1536;

export interface Tally {
  readonly inputs: number;
  readonly opened: number;
  readonly refused: number;
  readonly seconds: number;
  readonly slowest: { readonly input: string; readonly milliseconds: number };
  readonly megabytes: number;
  /** "seed #number: what is wrong", by which an input can be made again. */
  readonly wrong: readonly string[];
}

/** How many inputs to try: the number asked for, or the few of every day. */
export function inputsWanted(everyDay: number): { readonly from: number; readonly count: number } {
  const { CCHC_FUZZ, CCHC_FUZZ_FROM } = process.env;
  return { from: Number(CCHC_FUZZ_FROM ?? 0), count: CCHC_FUZZ ? Number(CCHC_FUZZ) : everyDay };
}

/** Tries the inputs made of the seeds in turn. */
export function fuzz(
  seeds: ReadonlyMap<string, Parts>,
  { from, count }: { readonly from: number; readonly count: number },
  attempt: (bytes: Uint8Array) => Verdict,
): Tally {
  const names = [...seeds.keys()];
  const counts = { opened: 0, refused: 0 };
  const wrong: string[] = [];
  let slowest = { input: '', milliseconds: 0 };
  const start = performance.now();
  for (let number = from; number < from + count; number++) {
    const name = names[number % names.length] ?? '';
    const bytes = mutated(seeds.get(name) ?? [], number);
    const before = performance.now();
    const verdict = attempt(bytes);
    const milliseconds = Math.round(performance.now() - before);
    const input = `${name} #${number}`;
    counts[verdict.outcome]++;
    wrong.push(...verdict.wrong.map((what) => `${input}: ${what}`));
    if (milliseconds > MOST_MILLISECONDS) wrong.push(`${input}: took ${milliseconds} ms`);
    if (milliseconds > slowest.milliseconds) slowest = { input, milliseconds };
  }
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  return { inputs: count, ...counts, seconds, slowest, megabytes, wrong };
}
