// `npm run bench`: measures rules, files, threads, memory and size in one go; `--quick` takes a fifth of them.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { ALL_COMMUNES, measureCommunes } from './communes.ts';
import {
  type FilesResult,
  type MemoryResult,
  measureFiles,
  measureMemory,
  measureThreads,
  type ThreadsResult,
} from './files.ts';
import { measurePane } from './pane.ts';
import { measureRules, type RulesResult } from './rules.ts';
import { printTable, type Row, seconds, times } from './table.ts';
import { measureTexts } from './texts.ts';
import { writeWorkbooks } from './workbooks.ts';

const DIST = new URL('../dist/', import.meta.url);
const PROGRAM = fileURLToPath(new URL('cchc.mjs', DIST));
const EXAMPLE = fileURLToPath(new URL('../examples/hoang-hop-2024-h1.xlsx', import.meta.url));
const quick = process.argv.includes('--quick');
const FILES = quick ? 200 : 1000;
const REPORTS = quick ? 2000 : 10_000;
const MEMORY_STEPS = quick ? [100, 200, 800] : [100, 1000, 4000];

/** Memory counts as flat when four times the files take at most so much more. */
const FLAT = 1.15;

async function main(): Promise<void> {
  if (!existsSync(PROGRAM)) throw new Error('dist/cchc.mjs is missing: run npm run build first');
  const [cpu] = cpus();
  const machine = `${cpu?.model ?? 'unknown CPU'} · ${cpus().length} cores · Node ${process.version}`;
  process.stdout.write(`${machine} · load ${(loadavg()[0] ?? 0).toFixed(1)} before the start\n`);
  const rules = measureRules(REPORTS);
  printTable(rulesTitle(rules), rulesRows(rules));
  printTable('The pane, in a real browser', await measurePane(EXAMPLE));
  printTable('Texts of reports, in this process', measureTexts(quick ? 200 : 1000));
  const scratch = mkdtempSync(join(tmpdir(), 'cchc-bench-'));
  try {
    const workbooks = join(scratch, 'xa');
    writeWorkbooks(workbooks, Math.max(FILES, ...MEMORY_STEPS));
    const files = measureFiles(PROGRAM, workbooks, FILES);
    printTable(`Files: ${files.files} different workbooks, one process each, best of 3`, filesRows(files));
    const threads = measureThreads(PROGRAM, workbooks, Math.max(...MEMORY_STEPS));
    printTable(`Worker threads: ${threads.files} different workbooks, best of 2`, threadsRows(threads));
    printTable(
      'Peak memory, --jobs 1, all files different',
      memoryRows(measureMemory(PROGRAM, workbooks, MEMORY_STEPS)),
    );
    const communes = quick ? 500 : ALL_COMMUNES;
    printTable(
      `Every commune: ${communes} different workbooks, once each`,
      measureCommunes(PROGRAM, scratch, communes),
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  printTable('Size of what is handed out', sizeRows());
  // A wrong verdict is a bug, unlike a slow minute of a busy machine.
  if (rules.whole.wrongByFloat + rules.whole.wrongByBlank > 0) process.exitCode = 1;
}

function rulesTitle({ reports, rules, checks, comparisons, leftOut }: RulesResult): string {
  return [
    `Rules: ${reports} reports × ${checks} checks of ${rules} rules (${comparisons} linear comparisons), best of 3, one thread`,
    `  the library's expressions are translated from the same records; left out: ${leftOut} checks on periods or reachable shares`,
    '  timed on whole numbers without blanks; the core also gives severity, both sides and the missing rows',
  ].join('\n');
}

function rulesRows({ reports, core, library, whole, printed }: RulesResult): readonly Row[] {
  const wrong = whole.wrongByFloat + whole.wrongByBlank;
  return [
    { what: 'core evaluator', measured: seconds(core), ratio: times(1) },
    {
      what: 'filtrex 3, compiled once',
      measured: seconds(library),
      ratio: times(library / core),
      target: '≥ 1× the core',
      met: library >= core,
    },
    {
      what: `differing verdicts of ${whole.verdicts} on whole numbers`,
      measured: String(wrong),
      target: '0',
      met: wrong === 0,
    },
    {
      what: `${reports} reports with shares and blanks: filtrex wrong by float`,
      measured: String(printed.wrongByFloat),
    },
    { what: '  filtrex decides although a figure is blank', measured: String(printed.wrongByBlank) },
  ];
}

function threadsRows({ one, two }: ThreadsResult): readonly Row[] {
  return [
    { what: 'cchc check --jobs 1', measured: seconds(one), ratio: times(1) },
    { what: 'cchc check --jobs 2', measured: seconds(two), ratio: times(one / two) },
  ];
}

function filesRows({ whole, each, start }: FilesResult): readonly Row[] {
  const { check, exceljs, unzip } = whole;
  const perFile = (ms: number) => `${ms.toFixed(2)} ms`;
  return [
    { what: 'cchc check --jobs 1', measured: seconds(check), ratio: times(1) },
    {
      what: 'ExcelJS 4.4, loading only',
      measured: seconds(exceljs),
      ratio: times(exceljs / check),
      target: '≥ 5× cchc',
      met: exceljs >= 5 * check,
    },
    {
      what: 'fflate, unzipping only',
      measured: seconds(unzip),
      ratio: times(check / unzip),
      target: 'cchc ≤ 4× this',
      met: check <= 4 * unzip,
    },
    { what: 'start-up (two files): cchc', measured: seconds(start.check), ratio: times(start.check / start.unzip) },
    { what: 'a file without start-up: cchc', measured: perFile(each.check), ratio: times(1) },
    { what: '  ExcelJS', measured: perFile(each.exceljs), ratio: times(each.exceljs / each.check) },
    { what: '  fflate (cchc against it)', measured: perFile(each.unzip), ratio: times(each.check / each.unzip) },
  ];
}

function memoryRows(steps: MemoryResult): readonly Row[] {
  const before = steps.at(-2)?.megabytes ?? 0;
  return steps.map(({ files, megabytes }, index): Row => {
    const row = { what: `${files} files`, measured: `${megabytes.toFixed(0)} MB` };
    if (index < steps.length - 1) return row;
    const ratio = times(megabytes / before);
    return { ...row, ratio, target: `≤ ${FLAT}× the line above`, met: megabytes <= FLAT * before };
  });
}

/** What is handed out; a page's own script is what its users wait for, the rest of a front end comes when asked for. */
const HANDED_OUT = [
  ['cchc.mjs, the command line', 'cchc.mjs'],
  ['excel-addin/taskpane.js, what Excel loads first', 'excel-addin/taskpane.js'],
  ['apps-script/Code.js, what Google parses at every run', 'apps-script/Code.js'],
  ['apps-script/sidebar.html, pane and Word in one', 'apps-script/sidebar.html'],
  ['desk/desk.js, spreadsheet and all', 'desk/desk.js'],
] as const;

function sizeRows(): readonly Row[] {
  return HANDED_OUT.map(([what, file]) => {
    const bytes = readFileSync(new URL(file, DIST));
    const kilobytes = (size: number) => `${(size / 1000).toFixed(0)} kB`;
    const packed = gzipSync(bytes, { level: 9 }).length;
    return { what, measured: `${kilobytes(packed)} gzip`, ratio: kilobytes(bytes.length) };
  });
}

await main();
