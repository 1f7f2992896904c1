// `cchc facts`: the figures of many files as one long table for DuckDB, Spark or a spreadsheet.
import { extname, resolve } from 'node:path';
import { csvTable, parquetTable } from './factTables.ts';
import { checkOutput, expandFiles } from './files.ts';
import { factsJob, runMany, threadsFor } from './many.ts';
import { progressBar } from './progress.ts';
import { templateOption } from './template.ts';
import { say } from './terminal.ts';
import type { FactsCommand } from './usage.ts';
import { WholeFile } from './wholeFile.ts';
import { YoungHeap } from './youngHeap.ts';

export async function runFacts(command: FactsCommand): Promise<number> {
  const { output, force } = command;
  checkOutput(output, { force, only: ['.csv', '.parquet'] });
  const job = factsJob(templateOption(command.template));
  const young = new YoungHeap();
  const files = expandFiles(command.files).filter((file) => resolve(file) !== resolve(output));
  young.release();
  const whole = new WholeFile(output);
  try {
    const table = extname(output).toLowerCase() === '.csv' ? csvTable(whole) : parquetTable(whole);
    const bar = progressBar(files.length);
    let status = 0;
    let rows = 0;
    await runMany(files, threadsFor(files.length, command.jobs), job, async ({ file, problem, hasErrors, facts }) => {
      young.watch();
      status = Math.max(status, problem === null ? (hasErrors ? 1 : 0) : 2);
      bar.step(problem === null ? null : `${file}: ${problem}`);
      rows += facts.length;
      table.add(facts);
    });
    bar.end();
    table.finish();
    say(`Đã ghi ${rows} dòng số liệu của ${files.length} tệp: ${output}\n`);
    return status;
  } catch (error) {
    whole.abandon();
    throw error;
  }
}
