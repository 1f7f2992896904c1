// `cchc check`: one file in full, or many a line each, spread over worker threads.
import { analyze, planAnnexCopy, planCheck } from '../core/index.ts';
import { newWorkbook } from '../xlsx/index.ts';
import { checkOutput, expandFiles, type Opened, openFile } from './files.ts';
import { checkJob, runMany, threadsFor } from './many.ts';
import { readNarrative } from './narrative.ts';
import { openPrevious, refuseUncompared } from './previous.ts';
import { progressBar } from './progress.ts';
import { toJson } from './result.ts';
import { templateOption } from './template.ts';
import { legible, say } from './terminal.ts';
import { toText } from './text.ts';
import { type CheckCommand, UsageError } from './usage.ts';
import { writeWhole } from './wholeFile.ts';
import { YoungHeap } from './youngHeap.ts';

/** Runs the command; the exit status comes back. */
export async function runCheck(command: CheckCommand): Promise<number> {
  const young = new YoungHeap();
  const files = expandFiles(command.files);
  young.release();
  const [first] = files;
  if (first !== undefined && files.length === 1) return checkOne(first, command);
  if (command.output !== null) throw new UsageError('--output chỉ dùng khi kiểm tra đúng một tệp.');
  if (command.narrative !== null) throw new UsageError('--narrative chỉ dùng khi kiểm tra đúng một tệp.');
  if (command.previous !== null) throw new UsageError('--previous chỉ dùng khi kiểm tra đúng một tệp.');
  return checkSeveral(files, command, young);
}

async function checkOne(file: string, command: CheckCommand): Promise<number> {
  if (command.output !== null) checkOutput(command.output, { force: command.force, input: file });
  const template = templateOption(command.template);
  const prose = command.narrative === null ? null : await readNarrative(command.narrative);
  const opened = openFile(file);
  if (!opened.ok) return refuse(file, opened, command);
  for (const warning of opened.warnings) say(`${file}: ${warning}\n`);
  for (const warning of prose?.warnings ?? []) say(`${command.narrative}: ${warning}\n`);
  const previous = command.previous === null ? null : openPrevious(command.previous);
  const analysis = analyze(opened.workbook, {
    ...template,
    ...(command.sheet !== null && { sheet: command.sheet }),
    ...(prose && { narrative: prose.paragraphs }),
    ...(previous && { previous }),
  });
  refuseUncompared(analysis);
  const options = { colour: process.stdout.isTTY && !process.env.NO_COLOR, width: process.stdout.columns ?? 100 };
  const result =
    command.format === 'json'
      ? `${JSON.stringify(toJson(file, analysis), null, 2)}\n`
      : legible(toText(file, analysis, options));
  if (command.output !== null && analysis.sheet !== null) {
    writeWhole(command.output, markedCopy(opened, analysis));
    if (command.format === 'text') say(`Đã ghi bản có đánh dấu: ${command.output}\n`);
  }
  process.stdout.write(result);
  return analysis.summary.errors > 0 ? 1 : 0;
}

function refuse(file: string, opened: Extract<Opened, { ok: false }>, command: CheckCommand): number {
  const { code, message } = opened;
  if (command.format === 'json')
    process.stdout.write(`${JSON.stringify({ file, error: { code, message } }, null, 2)}\n`);
  say(`${file}: ${message}\n`);
  return 2;
}

/** The file with marks and our sheets; a text file becomes a workbook first. */
function markedCopy(opened: Extract<Opened, { ok: true }>, analysis: ReturnType<typeof analyze>): Uint8Array {
  const file = opened.file ?? newWorkbook();
  const copy = opened.file ? [] : planAnnexCopy(opened.workbook, analysis);
  const outcome = file.apply([...copy, ...planCheck(analysis, opened.workbook)]);
  if (!outcome.applied) throw new UsageError('Không ghi được đánh dấu vào tệp này; tệp đầu vào vẫn giữ nguyên.');
  return file.save();
}

async function checkSeveral(files: readonly string[], command: CheckCommand, young: YoungHeap): Promise<number> {
  const bar = progressBar(files.length);
  const json = command.format === 'json';
  let status = 0;
  let first = true;
  if (json) process.stdout.write('[\n');
  const job = checkJob({ sheet: command.sheet, json, ...templateOption(command.template) });
  await runMany(files, threadsFor(files.length, command.jobs), job, async (result) => {
    young.watch();
    status = Math.max(status, result.status);
    bar.step(result.error ? result.line : null);
    const line = json ? `${first ? '' : ',\n'}${result.json ?? ''}` : result.error ? '' : legible(`${result.line}\n`);
    first = false;
    if (line !== '' && !process.stdout.write(line)) await new Promise((resume) => process.stdout.once('drain', resume));
  });
  if (json) process.stdout.write('\n]\n');
  bar.end();
  return status;
}
