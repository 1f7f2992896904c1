// Every commune before the merger of 2025 in one command: `cchc consolidate` and `cchc facts` on as many different workbooks.
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { programPath, secondsOf, type Watched, watchProgram } from './measure.ts';
import { openpyxl } from './rivals.ts';
import { count, type Row, seconds, type Topic, times } from './table.ts';
import { writeWorkbooks } from './workbooks.ts';

/** Communes, wards and towns of Vietnam before 01/7/2025. */
export const ALL_COMMUNES = 10_598;

/** Writes the workbooks, all of one period, into a directory of its own under `scratch`, and takes it away again. */
export function measureCommunes(program: string, scratch: string, communes: number): Topic {
  const directory = join(scratch, 'moi-xa');
  writeWorkbooks(directory, communes, ['6 tháng đầu năm 2024']);
  const jobs = String(availableParallelism());
  const memory = join(scratch, 'peak');
  const unzip = watchProgram([programPath('unzipOnly.mjs'), directory], memory, '');
  const run = (command: string, name: string, says: (output: string) => string) => {
    const output = join(scratch, name);
    const watched = watchProgram(
      [program, command, directory, '--output', output, '--jobs', jobs],
      memory,
      says(output),
    );
    rmSync(output);
    return watched;
  };
  const whole = run('consolidate', 'tong-hop.xlsx', (output) => `Đã ghi bản tổng hợp: ${output}\n`);
  if (!whole.output.includes(`Đã cộng ${communes} báo cáo`)) throw new Error(`Not all counted: ${whole.output}`);
  const facts = (name: string) =>
    run('facts', name, (output) => `Đã ghi ${communes * ROWS} dòng số liệu của ${communes} tệp: ${output}\n`);
  const rows = [
    row(`cchc consolidate --jobs ${jobs}`, whole, communes, whole.seconds),
    row(`cchc facts --jobs ${jobs}, CSV`, facts('so-lieu.csv'), communes, whole.seconds),
    row(`cchc facts --jobs ${jobs}, Parquet`, facts('so-lieu.parquet'), communes, whole.seconds),
    row('fflate, unzipping only, one thread', unzip, communes, whole.seconds),
    ...loadedByOpenpyxl(directory, communes, whole.seconds),
  ];
  rmSync(directory, { recursive: true });
  return {
    title: `Every commune before the merger: ${count(communes)} different workbooks`,
    notes: ['One command each, once; the ratio is to cchc consolidate.'],
    rows,
  };
}

/** Rows of the annex that carry a figure: so many facts a file. */
const ROWS = 60;

function row(what: string, watched: Watched, files: number, base: number): Row {
  const rate = `${(files / watched.seconds).toFixed(0)} files/s, peak ${watched.megabytes.toFixed(0)} MB`;
  return {
    what: `${what}: ${rate}`,
    measured: seconds(watched.seconds),
    ratio: times(watched.seconds / base),
  };
}

/** A row where openpyxl is installed. */
function loadedByOpenpyxl(directory: string, files: number, base: number): readonly Row[] {
  const rival = openpyxl();
  if (!rival) return [];
  const taken = secondsOf(() => rival.run(directory));
  const what = `${rival.name}, one process: ${(files / taken).toFixed(0)} files/s`;
  return [{ what, measured: seconds(taken), ratio: times(taken / base) }];
}
