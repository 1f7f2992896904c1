// Runs the built command line in a folder of its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';

export const EXAMPLE = resolve('examples/hoang-hop-2024-h1.xlsx');
const PROGRAM = resolve('dist/cchc.mjs');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function cchc(cwd: string, ...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** A folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function bytesOf(path: string): string {
  return readFileSync(path).toString('base64');
}
