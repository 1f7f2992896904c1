// Times the built program on a directory of workbooks against ExcelJS and against unzipping alone, a process each.
import { join } from 'node:path';
import { bestOf, peakMemory, programPath, runProgram } from './measure.ts';
import { linkWorkbooks, writeWorkbooks } from './workbooks.ts';

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
  /** Milliseconds a file beyond what two files take: without starting the process. */
  readonly each: Times;
}

/** So few files that the time is that of starting the process. */
const FEW = 2;
const ROUNDS = 3;

/** `many` and `few` are directories of workbooks, `few` of two. */
function timeFiles(program: string, many: string, few: string, files: number): FilesResult {
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
    each: { check: each('check'), exceljs: each('exceljs'), unzip: each('unzip') },
  };
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

/** Makes the workbooks under `scratch` and measures the program on them. */
export function measureFiles(program: string, scratch: string, files: number): FilesResult {
  writeWorkbooks(join(scratch, 'many'), files);
  writeWorkbooks(join(scratch, 'few'), FEW);
  return timeFiles(program, join(scratch, 'many'), join(scratch, 'few'), files);
}

/** Takes the files that `measureFiles` made, the same ones over again where they are too few. */
export function measureMemory(
  program: string,
  scratch: string,
  available: number,
  counts: readonly number[],
): MemoryResult {
  return counts.map((files) => {
    const directory = join(scratch, `memory-${files}`);
    linkWorkbooks(join(scratch, 'many'), available, directory, files);
    const args = [program, 'check', directory, '--jobs', '1'];
    return { files, megabytes: peakMemory(args, join(scratch, 'peak')) };
  });
}
