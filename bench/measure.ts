// Measures wall time and peak memory: of functions here, and of programs in processes of their own.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Seconds of wall time over several rounds: the best is what counts, the slowest tells how restless the machine was. */
export interface Timed {
  readonly best: number;
  readonly slowest: number;
}

/** Times each task; the tasks take turns, so that a busy machine is unfair to none. */
export function timeRounds<Name extends string>(
  rounds: number,
  tasks: Readonly<Record<Name, () => void>>,
): Readonly<Record<Name, Timed>> {
  const names = Object.keys(tasks) as Name[];
  const taken = names.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, name] of names.entries()) taken[index]?.push(secondsOf(tasks[name]));
  }
  const timed = (seconds: readonly number[]): Timed => ({ best: Math.min(...seconds), slowest: Math.max(...seconds) });
  return Object.fromEntries(names.map((name, index) => [name, timed(taken[index] ?? [])])) as Record<Name, Timed>;
}

export function secondsOf(task: () => void): number {
  const start = performance.now();
  task();
  return (performance.now() - start) / 1000;
}

/**
 * Runs a Node program to its end, what it prints thrown away. 0 and 1 are the statuses of a program that worked, but a
 * crash ends with 1 too: whoever says anything on standard error has not done the work that is measured.
 */
export function runProgram(args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  runCommand(process.execPath, args, env);
}

/** The same for a program that is not Node's. */
export function runCommand(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const { status, stderr, error } = spawnSync(command, [...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (error) throw error;
  if ((status !== 0 && status !== 1) || stderr !== '')
    throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
}

/** What a program prints on standard output, for a look at whether it does its work. */
export function outputOf(args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(process.execPath, [...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error) throw error;
  if (stderr !== '') throw new Error(`${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Peak resident memory of a Node program in MB; `scratch` is a file that it may leave behind. */
export function peakMemory(args: readonly string[], scratch: string): number {
  const preload = new URL('./programs/writePeakMemory.mjs', import.meta.url).href;
  runProgram(['--import', preload, ...args], { BENCH_MEMORY_FILE: scratch });
  return Number(readFileSync(scratch, 'utf8')) / 1024;
}

export interface Watched {
  readonly seconds: number;
  /** Peak resident memory in MB, worker threads included. */
  readonly megabytes: number;
  readonly output: string;
}

/** Runs a Node program once, to its end; `says` is all it may say on standard error. */
export function watchProgram(args: readonly string[], scratch: string, says: string): Watched {
  const preload = new URL('./programs/writePeakMemory.mjs', import.meta.url).href;
  const start = performance.now();
  const { stdout, stderr, error } = spawnSync(process.execPath, ['--import', preload, ...args], {
    env: { ...process.env, BENCH_MEMORY_FILE: scratch },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (error) throw error;
  if (stderr !== says) throw new Error(`${args.join(' ')}: ${stderr}`);
  return { seconds, megabytes: Number(readFileSync(scratch, 'utf8')) / 1024, output: stdout };
}

/** The path of a small program in programs/, by its file name. */
export function programPath(name: string): string {
  return fileURLToPath(new URL(`./programs/${name}`, import.meta.url));
}
