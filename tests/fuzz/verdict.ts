// What must hold of every input, however it was spoilt: it is opened or refused with a sentence, nothing is thrown,
// and what is written is no worse than what came in.
import { nodeUnpackers } from '../../cli/inflate.ts';
import {
  analyze,
  planCheck,
  planClear,
  planNarrative,
  planNarrativeSheets,
  planReportDocument,
  type TableChange,
} from '../../core/index.ts';
import { readWord, writeWord } from '../../word/index.ts';
import { checkIntegrity, openWorkbook, type WorkbookFile } from '../../xlsx/index.ts';
import { sampleReport } from '../word/sampleReport.ts';
import { different, TOUCHED } from '../xlsx/opened.ts';

export interface Verdict {
  readonly outcome: 'opened' | 'refused';
  /** What does not hold; empty when all is well. */
  readonly wrong: readonly string[];
}

/** One Vietnamese sentence, finished. "không đọc được cấu trúc" stands for an exception that nobody foresaw. */
function sentenceFaults(message: string): readonly string[] {
  return [
    ...(/^Tệp [^\n]+\.$/u.test(message) ? [] : [`no sentence: ${message}`]),
    ...(message.includes('không đọc được cấu trúc bên trong') ? [`unforeseen: ${message}`] : []),
  ];
}

/** Opens, checks, marks, writes the report's sheets, saves, and takes it all out again. */
export function tryWorkbook(bytes: Uint8Array): Verdict {
  return unchanged(bytes, () => {
    const opened = openWorkbook(bytes);
    const byNode = openWorkbook(bytes, nodeUnpackers);
    const apart = (byNode.ok ? 'opened' : byNode.code) === (opened.ok ? 'opened' : opened.code) ? [] : ['Node apart'];
    if (!opened.ok) return { outcome: 'refused', wrong: [...apart, ...sentenceFaults(opened.message)] };
    return { outcome: 'opened', wrong: [...apart, ...faultsInUse(bytes, opened.file)] };
  });
}

function faultsInUse(bytes: Uint8Array, file: WorkbookFile): readonly string[] {
  const workbook = file.readWorkbook();
  file.readAppearance();
  const analysis = analyze(workbook);
  const plan = planNarrative(analysis, workbook);
  if (plan) planReportDocument(analysis, plan, workbook);
  const changes = [
    ...planCheck(analysis, workbook),
    ...(plan ? planNarrativeSheets(plan, analysis, workbook) : []),
    // Where no annex was found, something is written all the same.
    ...(analysis.sheet === null ? [NOTE] : []),
  ];
  const outcome = file.apply(changes);
  if (!outcome.applied) return outcome.code === 'failed' ? [] : [`refused: ${outcome.code}`];
  const written = file.save();
  const before = new Set(checkIntegrity(bytes));
  const breaches = checkIntegrity(written).filter((breach) => !before.has(breach));
  return [...breaches, ...different(bytes, written, TOUCHED), ...clearFaults(written)];
}

const NOTE: TableChange = {
  kind: 'table',
  sheet: 'Ghi chú',
  id: 'fuzz',
  expects: null,
  columns: [{ width: 20 }],
  rows: [{ look: 'row', cells: ['=1+1'] }],
};

/** What we wrote can be opened, read and cleared by ourselves. */
function clearFaults(written: Uint8Array): readonly string[] {
  const again = openWorkbook(written);
  if (!again.ok) return [`what was written is refused: ${again.message}`];
  const outcome = again.file.apply(planClear(again.file.readWorkbook(), true));
  return outcome.applied || outcome.code === 'failed' ? [] : [`not cleared: ${outcome.code}`];
}

/** Read as a report, and taken for a template. */
export function tryDocument(bytes: Uint8Array): Verdict {
  return unchanged(bytes, () => {
    const read = readWord(bytes);
    const byNode = readWord(bytes, nodeUnpackers);
    const apart = (byNode.ok ? 'read' : byNode.code) === (read.ok ? 'read' : read.code) ? [] : ['Node apart'];
    const written = writeWord(sampleReport(), bytes);
    const again = written.ok ? readWord(written.bytes) : null;
    return {
      outcome: read.ok ? 'opened' : 'refused',
      wrong: [
        ...apart,
        ...(read.ok ? [] : sentenceFaults(read.message)),
        ...(written.ok ? [] : written.problems.flatMap(problemFaults)),
        ...(again?.ok === false ? [`what was written is refused: ${again.message}`] : []),
      ],
    };
  });
}

function problemFaults(problem: string): readonly string[] {
  return [
    ...(/^\p{Lu}[^\n]+\.$/u.test(problem) ? [] : [`no sentence: ${problem}`]),
    ...(problem.includes('không đọc được cấu trúc bên trong') ? [`unforeseen: ${problem}`] : []),
  ];
}

/** Nothing may be thrown, and the input's bytes are the user's. */
function unchanged(bytes: Uint8Array, work: () => Verdict): Verdict {
  const before = Buffer.from(bytes);
  let verdict: Verdict;
  try {
    verdict = work();
  } catch (error) {
    verdict = {
      outcome: 'refused',
      wrong: [`thrown: ${error instanceof Error ? (error.stack ?? error.message) : error}`],
    };
  }
  return before.equals(bytes) ? verdict : { ...verdict, wrong: [...verdict.wrong, 'the input was changed'] };
}
