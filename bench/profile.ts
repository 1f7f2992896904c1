// Where the time goes from opening the pane to its first button, from the click to the findings and to the marks: the
// browser's own profile, its samples counted by the stage of the pipeline they fall into.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Workbook } from '../core/index.ts';
import { serve } from '../scripts/serve.mjs';
import { launchBrowser } from '../tests/pane/browser.ts';
import { SLOWER, slowDown } from './browser.ts';
import { buildPage, clickToFindings, readExample, scriptsIn, startScript } from './pane.ts';
import type { Row, Topic } from './table.ts';

const ROUNDS = 5;
/** Microseconds between two looks at what runs. */
const INTERVAL = 500;
/** Milliseconds: what takes less has no row. */
const LEAST = 0.5;

/** A stage, and the functions that it consists of with all that they call. The innermost one on the stack counts. */
const STAGES = [
  ['starting scripts: what each module makes ready', ['__webpack_require__']],
  ['reading the workbook from the host', ['readWorkbook']],
  ['finding the annex: heading, columns, rows', ['annexSheets', 'chooseAnnex', 'periodFromTitle', 'unitFromTitle']],
  ['reading its figures and “Thông tin báo cáo”', ['readReport', 'readInputs']],
  ['deciding the rules', ['analyzeFigures']],
  ['wording the findings', ['findings', 'undecided']],
  ['planning the marks', ['planMarks']],
  ['looking for reasons, sheets of ours and an earlier period', ['mayExplain', 'ownSheetId', 'mayHoldEarlier']],
  ['what later tells of changes: fingerprint, readiness', ['fingerprintOf', 'readinessOf']],
  ['setting the focus, for which the browser lays the page out at once', ['focus']],
] as const;

const BROWSER = 'the browser itself: compiling scripts, styles, layout, paint';
const COLLECTOR = 'collecting garbage';
/** Preact's functions have no names to know them by. */
const REST = 'drawing the pane by Preact, and what else is in its scripts';
/** Waiting is not work, and what the bench itself does on the page is not the pane's. */
const LEFT_OUT = 'left out';

/** What an official waits for, one after the other on the same page. */
const STEPS: readonly (readonly [string, (page: Page, address: string) => Promise<unknown>])[] = [
  [
    'from opening it to its first button',
    async (page, address) => {
      await page.goto(address);
      await page.getByRole('button', { name: 'Kiểm tra số liệu' }).waitFor();
    },
  ],
  ['from the click to the findings', (page) => page.evaluate(clickToFindings)],
  [
    'from the click to the marks',
    async (page) => {
      await page.getByRole('button', { name: 'Đánh dấu ô cần xem' }).click();
      await page.getByText(/^Đã đánh dấu \d+ ô/).waitFor();
    },
  ],
];

/** Milliseconds by stage. */
type Taken = Map<string, number>;

export async function measureProfile(example: string): Promise<readonly Topic[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-profile-'));
  try {
    // Names must stand in the script as in the sources.
    await buildPage(folder, { minimize: false, concatenateModules: false });
    verifyNames(folder);
    const taken = await profiles(folder, readExample(example));
    return STEPS.map(([title], step) => topicOf(`Where the pane’s time goes: ${title}`, taken[step] ?? new Map()));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A function that has another name by now would be counted as part of its caller. */
function verifyNames(folder: string): void {
  const scripts = scriptsIn(folder);
  const text = scripts.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const unknown = STAGES.flatMap(([, functions]) => functions).filter((name) => !text.includes(name));
  if (unknown.length > 0) throw new Error(`The pane has no function ${unknown.join(', ')}`);
}

/** For each step, the mean of all rounds. */
async function profiles(folder: string, workbook: Workbook): Promise<readonly Taken[]> {
  const [server, browser] = [await serve(folder, 0), await launchBrowser()];
  try {
    const taken = STEPS.map((): Taken => new Map());
    for (let round = 0; round < ROUNDS; round++) await addRound(browser, server.address, workbook, taken);
    return taken;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function addRound(browser: Browser, address: string, workbook: Workbook, taken: readonly Taken[]): Promise<void> {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  try {
    await page.addInitScript({ content: startScript(workbook) });
    await slowDown(page, SLOWER);
    await page.goto(`${address}empty.html`);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Profiler.enable');
    await devtools.send('Profiler.setSamplingInterval', { interval: INTERVAL });
    for (const [step, into] of taken.entries()) {
      const [, task] = STEPS[step] ?? [];
      if (task) await profile(devtools, into, () => task(page, address));
    }
  } finally {
    await page.context().close();
  }
}

/** Adds what the task takes, by stage, to what earlier rounds took. */
async function profile(devtools: CDPSession, into: Taken, task: () => Promise<unknown>): Promise<void> {
  await devtools.send('Profiler.start');
  await task();
  const { profile } = await devtools.send('Profiler.stop');
  const stages = stagesOf(profile.nodes);
  for (const [index, node] of (profile.samples ?? []).entries()) {
    const stage = stages.get(node) ?? LEFT_OUT;
    const milliseconds = (profile.timeDeltas?.[index] ?? 0) / 1000;
    into.set(stage, (into.get(stage) ?? 0) + milliseconds / ROUNDS);
  }
}

interface Node {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

/** The stage of every node of the tree of calls. Parents come before their children. */
function stagesOf(nodes: readonly Node[]): ReadonlyMap<number, string> {
  const stages = new Map<number, string>();
  for (const node of nodes) {
    const stage = stageOf(node, stages.get(node.id) ?? LEFT_OUT);
    stages.set(node.id, stage);
    for (const child of node.children ?? []) stages.set(child, stage);
  }
  return stages;
}

/** What runs on the page without an address of its own is the bench, unless a script of the pane has called it. */
function stageOf({ callFrame }: Node, caller: string): string {
  const { functionName, url } = callFrame;
  if (functionName === '(program)') return BROWSER;
  if (functionName === '(garbage collector)') return COLLECTOR;
  if (caller === LEFT_OUT && !url.startsWith('http')) return LEFT_OUT;
  const named = STAGES.find(([, functions]) => functions.some((one) => one === functionName));
  return named?.[0] ?? (caller === LEFT_OUT ? REST : caller);
}

function topicOf(title: string, taken: Taken): Topic {
  const stages = [...taken].filter(([what, taken]) => what !== LEFT_OUT && taken >= LEAST).sort((a, b) => b[1] - a[1]);
  const whole = stages.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
  const share = (milliseconds: number) => `${((milliseconds / whole) * 100).toFixed(0)} %`;
  const [[largest = '', most = 0] = []] = stages;
  return {
    title,
    notes: [
      `The example, a processor ${SLOWER} times slower, scripts not made small; a look every ${INTERVAL / 1000} ms, mean of ${ROUNDS} pages.`,
      'The host is a workbook in memory: what Excel and Google take to give their cells is not in it.',
      `The largest part is ${share(most)}: ${largest}. The ratio is the share of the whole.`,
    ],
    rows: [
      ...stages.map(
        ([what, milliseconds]): Row => ({
          what,
          measured: `${milliseconds.toFixed(0)} ms`,
          ratio: share(milliseconds),
        }),
      ),
      { what: 'together', measured: `${whole.toFixed(0)} ms`, ratio: '100 %' },
    ],
  };
}
