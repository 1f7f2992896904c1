// Other programs that read the same workbooks, each in a process of its own; those not installed are named as left out.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { convert, pythonWith, runs } from '../tests/programs.ts';
import { programPath, runCommand, runProgram } from './measure.ts';

export interface Rival {
  /** What it is and does, with its version: "ExcelJS 4.4.0, loading only". */
  readonly name: string;
  /** Goes through every workbook of a directory, in a new process; throws where it has not. */
  readonly run: (directory: string) => void;
  /** So many files at most, for one that would take all day. */
  readonly most?: number;
}

export interface Rivals {
  readonly exceljs: Rival;
  /** Unzipping alone: by fflate, as any program in JavaScript must, and by the inflate that is part of Node. */
  readonly fflate: Rival;
  readonly inflate: Rival;
  readonly others: readonly Rival[];
  /** A sentence on each that is not installed here. */
  readonly absent: readonly string[];
}

/**
 * SheetJS stopped at 0.18.5 on npm under its own name, a version with known holes; its newer ones are carried over from
 * SheetJS's own site by this package. Its version is pinned: nobody but the bench uses it, on files it has made itself.
 */
const SHEETJS = '@e965/xlsx';

/** LibreOffice takes as long for a file as others for dozens. */
const OFFICE_FILES = 50;

/** `scratch` is a directory that they may leave something in. */
export function findRivals(scratch: string): Rivals {
  const [python, office] = [openpyxl(), libreOffice(scratch)];
  return {
    exceljs: node(`ExcelJS ${versionOf('exceljs')}, loading only`, 'loadWithExcelJs.mjs'),
    fflate: node(`fflate ${versionOf('fflate')}, unzipping only`, 'unzipOnly.mjs'),
    inflate: node(`Node ${process.versions.node}, unzipping only by its own inflate`, 'inflateOnly.mjs'),
    others: [
      node(`SheetJS ${versionOf(SHEETJS)}, loading only, without styles`, 'loadWithSheetJs.mjs'),
      ...(python ? [python] : []),
      ...(office ? [office] : []),
    ],
    absent: [
      ...(python ? [] : ['openpyxl is not installed here and was left out.']),
      ...(office ? [] : ['LibreOffice is not installed here and was left out.']),
    ],
  };
}

function node(name: string, program: string): Rival {
  const path = programPath(program);
  return { name, run: (directory) => runProgram([path, directory]) };
}

function versionOf(library: string): string {
  const file = new URL(`../node_modules/${library}/package.json`, import.meta.url);
  const { version }: { version: string } = JSON.parse(readFileSync(file, 'utf8'));
  return version;
}

export function openpyxl(): Rival | null {
  const python = pythonWith('openpyxl');
  if (python === null) return null;
  const versions = 'import openpyxl, platform; print(openpyxl.__version__, "on Python", platform.python_version())';
  const version = execFileSync(python, ['-c', versions], { encoding: 'utf8' }).trim();
  const program = programPath('loadWithOpenpyxl.py');
  return {
    name: `openpyxl ${version}, loading only`,
    run: (directory) => runCommand(python, [program, directory]),
  };
}

/** "LibreOffice 7.4.7.2"; null where there is none. */
export function libreOfficeName(): string | null {
  if (!runs('soffice', ['--version'])) return null;
  return execFileSync('soffice', ['--version'], { encoding: 'utf8' }).split(' ').slice(0, 2).join(' ').trim();
}

function libreOffice(scratch: string): Rival | null {
  const name = libreOfficeName();
  if (name === null) return null;
  const output = join(scratch, 'csv');
  return {
    name: `${name}, converting to .csv`,
    most: OFFICE_FILES,
    run: (directory) => convertAll(scratch, 'csv', output, directory),
  };
}

/** Has one process of LibreOffice convert every workbook of a directory; throws where any is missing in the end. */
export function convertAll(scratch: string, format: string, output: string, directory: string): void {
  rmSync(output, { recursive: true, force: true });
  const files = readdirSync(directory).map((file) => join(directory, file));
  convert(scratch, format, output, files.sort());
  const made = readdirSync(output).length;
  if (made !== files.length) throw new Error(`LibreOffice converted ${made} of ${files.length} files`);
}
