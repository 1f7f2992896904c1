// `npm run bench`: measures everything beside its rivals in one run. `--quick` takes a fifth of the files, `--write` also
// writes docs/bench.md, and names of topics (`files`, `pane` …) measure these alone.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ALL_COMMUNES, measureCommunes } from './communes.ts';
import { measureDesk } from './desk.ts';
import { measureFiles, measureMemory, measureThreads } from './files.ts';
import { measureFormulas } from './formulas.ts';
import { thisMachine, writePage } from './page.ts';
import { measurePane } from './pane.ts';
import { measureProfile } from './profile.ts';
import { findRivals } from './rivals.ts';
import { measureRules } from './rules.ts';
import { measureSizes } from './sizes.ts';
import { printTopic, type Topic } from './table.ts';
import { measureTexts } from './texts.ts';
import { writeWorkbooks } from './workbooks.ts';

const DIST = new URL('../dist/', import.meta.url);
const PAGE = new URL('../docs/bench.md', import.meta.url);
const PROGRAM = fileURLToPath(new URL('cchc.mjs', DIST));
const EXAMPLE = fileURLToPath(new URL('../examples/hoang-hop-2024-h1.xlsx', import.meta.url));

const words = process.argv.slice(2);
const quick = words.includes('--quick');
const FILES = quick ? 200 : 1000;
const MEMORY_STEPS = quick ? [100, 200, 800] : [100, 1000, 4000];

type Measured = Topic | readonly Topic[];

/** Each with the directory of workbooks and one for what is left behind. */
const TOPICS: Readonly<Record<string, (workbooks: string, scratch: string) => Measured | Promise<Measured>>> = {
  files: (workbooks, scratch) => measureFiles(PROGRAM, workbooks, FILES, findRivals(scratch)),
  formulas: (workbooks, scratch) => measureFormulas(PROGRAM, workbooks, scratch),
  threads: (workbooks) => measureThreads(PROGRAM, workbooks, Math.max(...MEMORY_STEPS)),
  memory: (workbooks) => measureMemory(PROGRAM, workbooks, MEMORY_STEPS),
  communes: (_, scratch) => measureCommunes(PROGRAM, scratch, quick ? 500 : ALL_COMMUNES),
  rules: () => measureRules(quick ? 2000 : 10_000),
  texts: () => measureTexts(quick ? 200 : 1000),
  pane: () => measurePane(EXAMPLE),
  profile: () => measureProfile(EXAMPLE),
  desk: () => measureDesk(DIST),
  sizes: () => measureSizes(DIST),
};

async function main(): Promise<void> {
  const asked = words.filter((word) => !word.startsWith('--'));
  const unknown = asked.filter((name) => !(name in TOPICS));
  if (unknown.length > 0)
    throw new Error(`No topic ${unknown.join(', ')}: there are ${Object.keys(TOPICS).join(', ')}`);
  if (!existsSync(PROGRAM)) throw new Error('dist/cchc.mjs is missing: run npm run build first');
  await calm();
  const machine = thisMachine();
  process.stdout.write(`${Object.values(machine).join(' · ')} load before the start\n`);
  const topics = await measure(asked.length > 0 ? asked : Object.keys(TOPICS));
  if (words.includes('--write')) writePage(PAGE, machine, ['npm run bench --', ...words].join(' '), topics);
}

/** The load that building left behind is not other work: it goes within a minute or two. */
async function calm(): Promise<void> {
  for (let waited = 0; waited < 24 && (loadavg()[0] ?? 0) > 1; waited++) await setTimeout(5000);
}

async function measure(names: readonly string[]): Promise<readonly Topic[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'cchc-bench-'));
  try {
    const workbooks = join(scratch, 'xa');
    writeWorkbooks(workbooks, Math.max(FILES, ...MEMORY_STEPS));
    const topics: Topic[] = [];
    for (const name of names) {
      const measured = (await TOPICS[name]?.(workbooks, scratch)) ?? [];
      const found: readonly Topic[] = 'title' in measured ? [measured] : measured;
      for (const topic of found) printTopic(topic);
      topics.push(...found);
    }
    return topics;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

await main();
