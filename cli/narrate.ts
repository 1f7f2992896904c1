// `cchc narrate`: writes the report's text from one file: to the terminal, as text or Word, or into a copy of the workbook.
import { basename, extname } from 'node:path';
import {
  type Analysis,
  analyze,
  type NarrativePlan,
  type PreviousFile,
  planAnnexCopy,
  planNarrative,
  planNarrativeSheets,
  planReportDocument,
  reportText,
  WRITTEN_STATES,
} from '../core/index.ts';
import { newWorkbook } from '../xlsx/index.ts';
import { checkOutput, type Opened, openFile } from './files.ts';
import { openPrevious, refuseUncompared } from './previous.ts';
import { templateOption } from './template.ts';
import { legible, say } from './terminal.ts';
import { type NarrateCommand, UsageError } from './usage.ts';
import { writeWhole } from './wholeFile.ts';
import { writeReport } from './word.ts';

type OpenedFile = Extract<Opened, { ok: true }>;

/** Runs the command; the exit status comes back: that of a check. */
export async function runNarrate(command: NarrateCommand): Promise<number> {
  const { file, output } = command;
  if (command.wordTemplate !== null && extname(output ?? '').toLowerCase() !== '.docx')
    throw new UsageError('--word-template chỉ dùng khi ghi ra tệp Word (--output TỆP.docx).');
  if (output !== null) checkOutput(output, { force: command.force, input: file, or: ['.docx', '.txt'] });
  const template = templateOption(command.template);
  const opened = openFile(file);
  if (!opened.ok) throw new UsageError(`${file}: ${opened.message}`);
  for (const warning of opened.warnings) say(`${file}: ${warning}\n`);
  const previous = command.previous === null ? null : namedShort(openPrevious(command.previous));
  const analysis = analyze(opened.workbook, {
    ...template,
    ...(command.sheet !== null && { sheet: command.sheet }),
    ...(previous && { previous }),
  });
  refuseUncompared(analysis);
  if (previous && analysis.previousNote) say(`${analysis.previousNote.message}\n`);
  const plan = planNarrative(analysis, opened.workbook);
  if (!plan) {
    say(`${file}: ${analysis.findings[0]?.message ?? ''}\n`);
    return 1;
  }
  if (output === null) process.stdout.write(legible(reportText(plan)));
  else writeWhole(output, await outputBytes(output, command.wordTemplate, { opened, analysis, plan }));
  say(`${summaryOf(plan, analysis)}\n`);
  if (output !== null) say(`Đã ghi: ${output}\n`);
  return analysis.summary.errors > 0 ? 1 : 0;
}

/** Its name goes into the sheet: the same files in another folder give the same bytes. */
function namedShort(previous: PreviousFile): PreviousFile {
  return { ...previous, file: basename(previous.file) };
}

interface Narrated {
  readonly opened: OpenedFile;
  readonly analysis: Analysis;
  readonly plan: NarrativePlan;
}

async function outputBytes(output: string, template: string | null, narrated: Narrated): Promise<Uint8Array> {
  const { opened, analysis, plan } = narrated;
  switch (extname(output).toLowerCase()) {
    case '.txt':
      return new TextEncoder().encode(reportText(plan));
    case '.docx':
      return writeReport(planReportDocument(analysis, plan, opened.workbook), template);
    default:
      return withSheets(narrated);
  }
}

/** The file with the sheet of sentences; a text file becomes a workbook first. */
function withSheets({ opened, analysis, plan }: Narrated): Uint8Array {
  const file = opened.file ?? newWorkbook();
  const copy = opened.file ? [] : planAnnexCopy(opened.workbook, analysis);
  const outcome = file.apply([...copy, ...planNarrativeSheets(plan, analysis, opened.workbook)]);
  if (!outcome.applied) throw new UsageError('Không ghi được lời văn vào tệp này; tệp đầu vào vẫn giữ nguyên.');
  return file.save();
}

/** What was written, what was not and why, and that a draft is a draft. */
function summaryOf(plan: NarrativePlan, analysis: Analysis): string {
  const counted = WRITTEN_STATES.filter(([state]) => plan.counts[state] > 0);
  const written = counted.reduce((sum, [state]) => sum + plan.counts[state], 0);
  const parts = counted.map(([state, words]) => `${plan.counts[state]} ${words}`);
  const errors = analysis.summary.errors;
  return [
    `Đã soạn ${written} đoạn: ${parts.join(', ')}.`,
    ...(plan.counts.withheld > 0 ? [`Chưa soạn ${plan.counts.withheld} đoạn.`] : []),
    ...openNotes(plan),
    ...(errors > 0
      ? [`Còn ${errors} lỗi chưa sửa, chưa giải trình: lời văn chỉ là bản nháp, các số liên quan có dấu ⚠.`]
      : plan.draft
        ? ['Lời văn còn chỗ ghi trong ngoặc ⟦ ⟧ hoặc cần xem lại: chỉ là bản nháp.']
        : []),
  ].join('\n');
}

function openNotes(plan: NarrativePlan): readonly string[] {
  return plan.paragraphs.flatMap(({ id, state, note, generated }) => {
    if (state === 'review' || state === 'conflict') return [`  ${id ?? ''}: ${note}`];
    if (state === 'kept' || state === 'removed' || !generated) return [];
    return generated.open.map((point) => `  ${id ?? ''} ${point.label}: ${point.advice}`);
  });
}
