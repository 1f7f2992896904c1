// Times the built program on a directory of workbooks against its rivals, a process each.
import { outputOf, peakMemory, runProgram, type Timed, timeRounds } from './measure.ts';
import type { Rival, Rivals } from './rivals.ts';
import { count, milliseconds, type Row, seconds, secondsAndSpread, type Topic, times } from './table.ts';
import { firstWorkbooks } from './workbooks.ts';

/** So few files that the time is that of starting the process. */
const FEW = 2;
const ROUNDS = 3;
const EXCELJS_AT_LEAST = 5;
const UNZIP_AT_MOST = 2.5;

interface Result {
  readonly name: string;
  readonly files: number;
  /** Seconds of wall time, starting the process included. */
  readonly whole: Timed;
  /** Seconds that two files take: little but starting the process. */
  readonly start: number;
  /** Milliseconds a file beyond what two files take: without starting the process. */
  readonly each: number;
}

/** Times the program and its rivals on the first workbooks of a directory that `writeWorkbooks` filled. */
export function measureFiles(program: string, workbooks: string, files: number, rivals: Rivals): readonly Topic[] {
  verifyAllChecked(outputOf([program, 'check', firstWorkbooks(workbooks, files), '--jobs', '1']), files);
  const check: Rival = {
    name: 'cchc check --jobs 1',
    run: (directory) => runProgram([program, 'check', directory, '--jobs', '1']),
  };
  const { exceljs, fflate, inflate, others, absent } = rivals;
  const results = resultsOf([check, exceljs, ...others, fflate, inflate], workbooks, files);
  const of = (rival: Rival): Result => {
    const result = results.find(({ name }) => name === rival.name);
    if (!result) throw new Error(`${rival.name} was not measured`);
    return result;
  };
  const named = { check: of(check), exceljs: of(exceljs), fflate: of(fflate), inflate: of(inflate) };
  return [
    {
      title: `Files: ${count(files)} different workbooks, read from disk`,
      notes: [
        `Each program in one process on one thread, best of ${ROUNDS}; the ratio is to cchc, by file.`,
        'cchc also decides every rule and writes its findings; the others only load, and do nothing with it.',
        'LibreOffice also writes the values of the first sheet. SheetJS is its newest version, as @e965/xlsx puts it on npm.',
        ...absent,
      ],
      rows: [...results.map((result) => wholeRow(result, named.check)), ...targetRows(named)],
    },
    {
      title: 'The same, a file, without starting the process',
      notes: [`Beyond what ${FEW} files take, which is little but the start.`],
      rows: [...results.map((result) => eachRow(result, named.check)), ...inflateRows(named)],
    },
  ];
}

type Named = Readonly<Record<'check' | 'exceljs' | 'fflate' | 'inflate', Result>>;

function resultsOf(rivals: readonly Rival[], workbooks: string, files: number): readonly Result[] {
  const few = firstWorkbooks(workbooks, FEW);
  const filesOf = ({ most = files }: Rival) => Math.min(most, files);
  const timed = (directoryOf: (rival: Rival) => string) =>
    timeRounds(ROUNDS, Object.fromEntries(rivals.map((rival) => [rival.name, () => rival.run(directoryOf(rival))])));
  const whole = timed((rival) => firstWorkbooks(workbooks, filesOf(rival)));
  const start = timed(() => few);
  return rivals.flatMap((rival): readonly Result[] => {
    const [all, two] = [whole[rival.name], start[rival.name]];
    if (!all || !two) return [];
    const each = ((all.best - two.best) * 1000) / (filesOf(rival) - FEW);
    return [{ name: rival.name, files: filesOf(rival), whole: all, start: two.best, each }];
  });
}

function wholeRow({ name, files, whole }: Result, check: Result): Row {
  const ratio = whole.best / files / (check.whole.best / check.files);
  const what = files === check.files ? name : `${name}, ${files} files`;
  return { what, ...secondsAndSpread(whole), ratio: times(ratio) };
}

function targetRows({ check, exceljs, fflate, inflate }: Named): readonly Row[] {
  const [toLoading, toUnzipping] = [exceljs.whole.best / check.whole.best, check.whole.best / fflate.whole.best];
  return [
    {
      what: 'ExcelJS takes, of the time of cchc',
      measured: times(toLoading),
      target: `≥ ${EXCELJS_AT_LEAST}×`,
      met: toLoading >= EXCELJS_AT_LEAST,
    },
    {
      what: 'cchc takes, of the time of unzipping by fflate',
      measured: times(toUnzipping),
      target: `≤ ${UNZIP_AT_MOST}×`,
      met: toUnzipping <= UNZIP_AT_MOST,
    },
    {
      what: 'cchc takes, of the time of unzipping by Node’s own inflate',
      measured: times(check.whole.best / inflate.whole.best),
    },
  ];
}

function eachRow({ name, start, each }: Result, check: Result): Row {
  return {
    what: `${name}; starts in ${seconds(start)}`,
    measured: milliseconds(each),
    ratio: times(each / check.each),
  };
}

/** What there is to win by unpacking: cchc unpacks by Node's inflate already. */
function inflateRows({ check, fflate, inflate }: Named): readonly Row[] {
  return [
    {
      what: 'Node’s inflate saves, beside fflate (cchc has that already)',
      measured: milliseconds(fflate.each - inflate.each),
    },
    {
      what: 'cchc beyond unpacking: reading sheets, rules, findings',
      measured: milliseconds(check.each - inflate.each),
    },
  ];
}

/** A second thread has to be started and warmed up first: it pays on many files. */
export function measureThreads(program: string, workbooks: string, files: number): Topic {
  const many = firstWorkbooks(workbooks, files);
  const run = (jobs: string) => [program, 'check', many, '--jobs', jobs];
  verifyAllChecked(outputOf(run('2')), files);
  const rounds = 3;
  const { one, two } = timeRounds(rounds, { one: () => runProgram(run('1')), two: () => runProgram(run('2')) });
  return {
    title: `Worker threads: ${count(files)} different workbooks`,
    notes: [`Best of ${rounds}; the ratio is to one thread.`],
    rows: [
      { what: 'cchc check --jobs 1', ...secondsAndSpread(one), ratio: times(1) },
      { what: 'cchc check --jobs 2', ...secondsAndSpread(two), ratio: times(two.best / one.best) },
    ],
  };
}

/** A program that gives up early is quick: every file must have a line with its counts, and some of them errors. */
function verifyAllChecked(output: string, files: number): void {
  const checked = output.match(/\.xlsx: \d+ lỗi, \d+ cảnh báo, \d+ gợi ý$/gm) ?? [];
  const withErrors = checked.filter((line) => !line.includes(': 0 lỗi'));
  if (checked.length !== files || withErrors.length === 0) {
    throw new Error(`${checked.length} of ${files} files were checked, ${withErrors.length} with errors`);
  }
}

/** Memory counts as flat when several times the files take at most so much more. */
const FLAT = 1.15;

/** All files are different: what a program remembers of one it must not keep for ever. */
export function measureMemory(program: string, workbooks: string, steps: readonly number[]): Topic {
  const peaks = steps.map((files) =>
    peakMemory([program, 'check', firstWorkbooks(workbooks, files), '--jobs', '1'], `${workbooks}-peak`),
  );
  const rows = steps.map((files, index): Row => {
    const [megabytes = 0, before] = [peaks[index], peaks[index - 1]];
    const row = { what: `${count(files)} files`, measured: `${megabytes.toFixed(0)} MB` };
    if (before === undefined) return row;
    const ratio = times(megabytes / before);
    return { ...row, ratio, target: `≤ ${FLAT}× the line above`, met: megabytes <= FLAT * before };
  });
  return { title: 'Peak memory of cchc check --jobs 1', notes: ['All files are different.'], rows };
}
