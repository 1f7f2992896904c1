// `cchc clear`: the file without our marks, and without our sheets when asked.
import { planClear } from '../core/index.ts';
import { checkOutput, openFile } from './files.ts';
import { say } from './terminal.ts';
import { type ClearCommand, UsageError } from './usage.ts';
import { writeWhole } from './wholeFile.ts';

export function runClear(command: ClearCommand): number {
  checkOutput(command.output, { force: command.force, input: command.file });
  const opened = openFile(command.file);
  if (!opened.ok) throw new UsageError(`${command.file}: ${opened.message}`);
  if (!opened.file) throw new UsageError(`${command.file}: Tệp .csv, .tsv không có đánh dấu để bỏ.`);
  const outcome = opened.file.apply(planClear(opened.workbook, command.sheets));
  if (!outcome.applied) throw new UsageError(`${command.file}: Không bỏ được đánh dấu; tệp đầu vào vẫn giữ nguyên.`);
  writeWhole(command.output, opened.file.save());
  say(`Đã ghi bản không đánh dấu: ${command.output}\n`);
  return 0;
}
