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
  /** Seconds of wall time, starting the process included; two threads apart. */
  readonly whole: Times;
  readonly twoThreads: number;
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
  for (const jobs of ['1', '2']) verifyAllChecked(outputOf([program, 'check', many, '--jobs', jobs]), files);
  const { twoThreads, ...whole } = bestOf(ROUNDS, {
    ...tasksOn(program, many),
    twoThreads: () => runProgram([program, 'check', many, '--jobs', '2']),
  });
  const start = bestOf(ROUNDS, tasksOn(program, few));
  const each = (name: keyof Times) => ((whole[name] - start[name]) * 1000) / (files - FEW);
  return {
    files,
    whole,
    twoThreads,
    start,
    each: { check: each('check'), exceljs: each('exceljs'), unzip: each('unzip') },
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
