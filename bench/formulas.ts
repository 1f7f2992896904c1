// The rates of many reports, worked out by the core and by LibreOffice from the live formulas that we write into files.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze, INDICATOR_SHEET, planIndicatorTable } from '../core/index.ts';
import { liveRates, NOT_ENOUGH, spoilt } from '../tests/cli/libreOffice.ts';
import { recalculateAlways } from '../tests/programs.ts';
import { openWorkbook } from '../xlsx/index.ts';
import { outputOf, runProgram, timeRounds } from './measure.ts';
import { convertAll, libreOfficeName } from './rivals.ts';
import { milliseconds, type Row, secondsAndSpread, type Topic, times } from './table.ts';
import { firstWorkbooks } from './workbooks.ts';

const FILES = 50;
/** So few files that the time is that of starting the process. */
const FEW = 2;
const ROUNDS = 2;

/** Rates of a file as texts: "90,69%", or words where a figure is missing. */
type Rates = readonly string[];

const TITLE = `The same formulas: the rates of ${FILES} reports`;

export function measureFormulas(program: string, workbooks: string, scratch: string): Topic {
  const name = libreOfficeName();
  if (name === null) return { title: TITLE, notes: ['LibreOffice is not installed here: not measured.'], rows: [] };
  const [many, few] = [withFormulas(workbooks, FILES, scratch), withFormulas(workbooks, FEW, scratch)];
  const [profile, output] = [join(scratch, 'tinh-lai'), join(scratch, 'da-tinh')];
  recalculateAlways(profile);
  const office = (directory: string) => convertAll(profile, 'xlsx', output, directory);
  const check = (directory: string) => [program, 'check', directory, '--jobs', '1', '--format', 'json'];
  const timed = (directory: string) =>
    timeRounds(ROUNDS, { core: () => runProgram(check(directory)), office: () => office(directory) });
  const [start, whole] = [timed(few), timed(many)];
  const [ours, theirs] = [ratesOf(outputOf(check(many))), recalculatedRates(output)];
  const each = (who: 'core' | 'office') => ((whole[who].best - start[who].best) * 1000) / (FILES - FEW);
  return {
    title: TITLE,
    notes: [
      `“${INDICATOR_SHEET}” with its live formulas is in each file, the stored values spoilt; one process each, best of ${ROUNDS}.`,
      `${name} loads, recalculates and saves as .xlsx; cchc loads, decides every rule, works out the rates and prints all as JSON.`,
    ],
    rows: [
      { what: 'cchc check --format json', ...secondsAndSpread(whole.core), ratio: times(1) },
      { what: name, ...secondsAndSpread(whole.office), ratio: times(whole.office.best / whole.core.best) },
      { what: 'a file without the start: cchc', measured: milliseconds(each('core')), ratio: times(1) },
      {
        what: `a file without the start: ${name}`,
        measured: milliseconds(each('office')),
        ratio: times(each('office') / each('core')),
      },
      differingRow(ours, theirs),
    ],
  };
}

/** A directory of the first workbooks, each with our sheet of live formulas whose stored values are wrong. */
function withFormulas(workbooks: string, files: number, scratch: string): string {
  const from = firstWorkbooks(workbooks, files);
  const directory = join(scratch, `cong-thuc-${files}`);
  mkdirSync(directory);
  for (const name of readdirSync(from)) {
    const opened = openWorkbook(readFileSync(join(from, name)));
    if (!opened.ok) throw new Error(opened.message);
    const workbook = opened.file.readWorkbook();
    const table = planIndicatorTable(analyze(workbook), workbook);
    if (!table) throw new Error(`${name}: no annex`);
    const outcome = opened.file.apply([spoilt(table)]);
    if (!outcome.applied) throw new Error(`${name}: ${outcome.code}`);
    writeFileSync(join(directory, name), opened.file.save());
  }
  return directory;
}

/** Of every file in turn, out of what `cchc check --format json` prints. */
function ratesOf(json: string): readonly Rates[] {
  const results: readonly { readonly indicators: readonly { readonly text: string | null }[] }[] = JSON.parse(json);
  return results.map(({ indicators }) => indicators.map(({ text }) => text ?? NOT_ENOUGH));
}

function recalculatedRates(directory: string): readonly Rates[] {
  return readdirSync(directory)
    .sort()
    .map((name) => {
      const opened = openWorkbook(readFileSync(join(directory, name)));
      if (!opened.ok) throw new Error(opened.message);
      return liveRates(opened.file.readWorkbook());
    });
}

/** A rate that differs is a bug, unlike a slow minute of a busy machine: then the bench ends with 1. */
function differingRow(ours: readonly Rates[], theirs: readonly Rates[]): Row {
  const rates = ours.flat().length;
  if (theirs.flat().length !== rates) throw new Error(`${theirs.flat().length} rates instead of ${rates}`);
  const differing = ours.flatMap((file, index) => file.filter((rate, place) => rate !== theirs[index]?.[place])).length;
  if (differing > 0) process.exitCode = 1;
  return { what: `differing rates of ${rates}`, measured: String(differing), target: '0', met: differing === 0 };
}
