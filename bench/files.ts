// Times the built program on a directory of workbooks against ExcelJS and against unzipping alone, a process each.
import { bestOf, outputOf, peakMemory, programPath, runProgram } from './measure.ts';
import { firstWorkbooks } from './workbooks.ts';

export interface Times {
  readonly check: number;
  readonly exceljs: number;
  readonly unzip: number;
}

export interface FilesResult {
  readonly files: number;
  /** Seconds of wall time, starting the process included. */
  readonly whole: Times;
  /** Seconds that two files take: little but starting the process. */
  readonly start: Times;
  /** Milliseconds a file beyond what two files take: without starting the process. */
  readonly each: Times;
}

/** So few files that the time is that of starting the process. */
const FEW = 2;
const ROUNDS = 3;

/** Times the program on the first workbooks of a directory that `writeWorkbooks` filled. */
export function measureFiles(program: string, workbooks: string, files: number): FilesResult {
  const many = firstWorkbooks(workbooks, files);
  const few = firstWorkbooks(workbooks, FEW);
  verifyAllChecked(outputOf([program, 'check', many, '--jobs', '1']), files);
  const whole = bestOf(ROUNDS, tasksOn(program, many));
  const start = bestOf(ROUNDS, tasksOn(program, few));
  const each = (name: keyof Times) => ((whole[name] - start[name]) * 1000) / (files - FEW);
  return {
    files,
    whole,
    start,
    each: { check: each('check'), exceljs: each('exceljs'), unzip: each('unzip') },
  };
}

export interface ThreadsResult {
  readonly files: number;
  /** Seconds of wall time. */
  readonly one: number;
  readonly two: number;
}

/** A second thread has to be started and warmed up first: it pays on many files. */
export function measureThreads(program: string, workbooks: string, files: number): ThreadsResult {
  const many = firstWorkbooks(workbooks, files);
  const run = (jobs: string) => [program, 'check', many, '--jobs', jobs];
  verifyAllChecked(outputOf(run('2')), files);
  return { files, ...bestOf(2, { one: () => runProgram(run('1')), two: () => runProgram(run('2')) }) };
}

/** A program that gives up early is quick: every file must have a line with its counts, and some of them errors. */
function verifyAllChecked(output: string, files: number): void {
  const checked = output.match(/\.xlsx: \d+ lỗi, \d+ cảnh báo, \d+ gợi ý$/gm) ?? [];
  const withErrors = checked.filter((line) => !line.includes(': 0 lỗi'));
  if (checked.length !== files || withErrors.length === 0) {
    throw new Error(`${checked.length} of ${files} files were checked, ${withErrors.length} with errors`);
  }
}

function tasksOn(program: string, directory: string): Readonly<Record<keyof Times, () => void>> {
  return {
    check: () => runProgram([program, 'check', directory, '--jobs', '1']),
    exceljs: () => runProgram([programPath('loadWithExcelJs'), directory]),
    unzip: () => runProgram([programPath('unzipOnly'), directory]),
  };
}

/** Peak memory in MB by the number of files checked. */
export type MemoryResult = readonly { readonly files: number; readonly megabytes: number }[];

/** All files are different: what a program remembers of one it must not keep for ever. */
export function measureMemory(program: string, workbooks: string, counts: readonly number[]): MemoryResult {
  return counts.map((files) => {
    const args = [program, 'check', firstWorkbooks(workbooks, files), '--jobs', '1'];
    return { files, megabytes: peakMemory(args, `${workbooks}-peak`) };
  });
}
