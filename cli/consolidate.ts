// `cchc consolidate`: the annexes of many communes → one workbook for the level above.
import { resolve } from 'node:path';
import {
  type Consolidation,
  consolidate,
  type GatheredFile,
  MOST_COMMUNES,
  type Period,
  pl01b2024,
  planConsolidation,
  problemsOf,
  type RosterUnit,
  readPeriod,
  readRosterOf,
} from '../core/index.ts';
import { makeWorkbook } from '../xlsx/index.ts';
import { consolidationJson, consolidationText } from './consolidationResult.ts';
import { checkOutput, expandFiles, openFile } from './files.ts';
import type { StampedFile } from './gather.ts';
import { Journal } from './journal.ts';
import { gatherJob, type Job, runMany, threadsFor } from './many.ts';
import { progressBar } from './progress.ts';
import { templateOption } from './template.ts';
import { legible, say } from './terminal.ts';
import { type ConsolidateCommand, UsageError } from './usage.ts';
import { writeWhole } from './wholeFile.ts';
import { YoungHeap } from './youngHeap.ts';

/** Runs the command; the exit status comes back. */
export async function runConsolidate(command: ConsolidateCommand): Promise<number> {
  const { output, force } = command;
  checkOutput(output, { force });
  const roster = command.roster === null ? null : rosterIn(command.roster);
  const own = templateOption(command.template);
  const template = own.template ?? pl01b2024;
  const period = command.period === null ? null : periodOf(command.period);
  const young = new YoungHeap();
  const left = [output, ...(command.roster === null ? [] : [command.roster])].map((file) => resolve(file));
  const files = expandFiles(command.files).filter((file) => !left.includes(resolve(file)));
  young.release();
  const journal = new Journal(output, template.id);
  const gathered = await gatherAll(files, command, { journal, young, job: gatherJob(own) });
  const consolidation = consolidate(template, gathered, { roster, period });
  const count = consolidation.communes.length;
  if (count > MOST_COMMUNES)
    throw new UsageError(
      `Một trang tính chỉ đủ cột cho ${MOST_COMMUNES} đơn vị, ở đây có ${count}; hãy tổng hợp theo từng tỉnh.`,
    );
  if (count > 0) writeWhole(output, makeWorkbook(planConsolidation(consolidation)));
  journal.remove();
  report(consolidation, command);
  return statusOf(consolidation);
}

function rosterIn(path: string): readonly RosterUnit[] {
  const opened = openFile(path);
  if (!opened.ok) throw new UsageError(`Danh sách đơn vị “${path}”: ${opened.message}`);
  const read = readRosterOf(opened.workbook);
  if (!read.ok) throw new UsageError(`Danh sách đơn vị “${path}”: ${read.message}.`);
  return read.units;
}

function periodOf(text: string): Period {
  const period = readPeriod(text);
  if (!period) throw new UsageError(`--period ghi kỳ như “6 tháng đầu năm 2024”, không nhận “${text}”.`);
  return period;
}

/** In the order of the files; what an interrupted run has read already is not read again. */
async function gatherAll(
  files: readonly string[],
  command: ConsolidateCommand,
  { journal, young, job }: { readonly journal: Journal; readonly young: YoungHeap; readonly job: Job<StampedFile> },
): Promise<readonly GatheredFile[]> {
  const known = resumed(command, journal);
  const rest = files.filter((file) => !known.has(file));
  const bar = progressBar(rest.length);
  const fresh = new Map<string, GatheredFile>();
  await runMany(rest, threadsFor(rest.length, command.jobs), job, async (stamped) => {
    const { gathered } = stamped;
    young.watch();
    bar.step(gathered.error && `${gathered.file}: ${gathered.error.message}`);
    fresh.set(gathered.file, gathered);
    journal.add(stamped);
  });
  bar.end();
  journal.flush();
  return files.flatMap((file) => known.get(file) ?? fresh.get(file) ?? []);
}

function resumed(command: ConsolidateCommand, journal: Journal): ReadonlyMap<string, GatheredFile> {
  if (!command.resume) {
    journal.start();
    return new Map();
  }
  const known = journal.resume();
  if (known.size > 0) say(`Làm tiếp: ${known.size} tệp đã đọc ở lần chạy trước.\n`);
  return known;
}

function report(consolidation: Consolidation, { format, output }: ConsolidateCommand): void {
  const written = consolidation.communes.length > 0;
  const json = format === 'json';
  process.stdout.write(json ? consolidationJson(consolidation) : legible(consolidationText(consolidation)));
  if (written && !json) say(`Đã ghi bản tổng hợp: ${output}\n`);
  if (!written) say('Không có báo cáo nào cộng được nên không ghi tệp tổng hợp.\n');
}

/** An unreadable file weighs more than an error found; a late report is no error. */
function statusOf({ submissions }: Consolidation): number {
  if (submissions.some(({ state }) => state === 'unreadable')) return 2;
  const errors = submissions.some(
    (one) => (one.report?.errors.length ?? 0) > 0 || problemsOf(one).some(({ severity }) => severity === 'error'),
  );
  return errors ? 1 : 0;
}
