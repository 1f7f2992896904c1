// Times writing one report's text and comparing a text with its annex, and 1,000 Word files against merely reading them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Analysis,
  analyze,
  composeNarrative,
  planNarrative,
  planReportDocument,
  type Workbook,
} from '../core/index.ts';
import { readWord, writeWord } from '../word/index.ts';
import { openWorkbook } from '../xlsx/index.ts';
import { secondsOf, timeRounds } from './measure.ts';
import { count, milliseconds, type Row, secondsAndSpread, type Topic, times } from './table.ts';

const WARM = 100;
const ROUNDS = 3;
/** For both together, in milliseconds. */
const AT_MOST = 20;

export function measureTexts(documents: number): Topic {
  const { workbook, analysis, texts } = example(WARM);
  const [annex, both] = [() => analyze(workbook), (narrative: readonly string[]) => analyze(workbook, { narrative })];
  const first = secondsOf(() => both(texts[0] ?? []));
  const timed = timeRounds(ROUNDS, {
    narrative: forEach(texts, () => composeNarrative(analysis)),
    annex: forEach(texts, annex),
    both: forEach(texts, both),
  });
  const each = (seconds: number) => (seconds * 1000) / WARM;
  const [narrative, claims] = [each(timed.narrative.best), each(timed.both.best - timed.annex.best)];
  return {
    title: 'Texts of reports, in this process',
    notes: [`Best of ${ROUNDS}, warm where nothing else is said.`],
    rows: [
      { what: 'writing the text of one report', measured: milliseconds(narrative) },
      { what: 'comparing the text of one report (45 KB)', measured: milliseconds(claims) },
      {
        what: 'writing and comparing one text',
        measured: milliseconds(narrative + claims),
        target: `≤ ${AT_MOST} ms`,
        met: narrative + claims <= AT_MOST,
      },
      { what: 'comparing the first text of a process', measured: milliseconds(first * 1000) },
      ...documentRows(workbook, analysis, texts, documents),
    ],
  };
}

function documentRows(
  workbook: Workbook,
  analysis: Analysis,
  texts: readonly (readonly string[])[],
  documents: number,
): readonly Row[] {
  const files = texts.map((text) => documentOf(workbook, analysis, text));
  const all = Array.from({ length: documents }, (_, index) => files[index % files.length] ?? new Uint8Array());
  const read = (bytes: Uint8Array) => {
    const result = readWord(bytes);
    if (!result.ok) throw new Error(result.message);
    return result.paragraphs;
  };
  const timed = timeRounds(ROUNDS, {
    read: forEach(all, read),
    compare: forEach(all, (bytes) => analyze(workbook, { narrative: read(bytes) })),
  });
  return [
    { what: `reading ${count(documents)} .docx`, ...secondsAndSpread(timed.read), ratio: times(1) },
    {
      what: 'reading them and comparing each with its annex',
      ...secondsAndSpread(timed.compare),
      ratio: times(timed.compare.best / timed.read.best),
    },
  ];
}

/** The real report, and its prose with another number in each copy. */
function example(copies: number) {
  const file = (name: string) => fileURLToPath(new URL(`../examples/${name}`, import.meta.url));
  const opened = openWorkbook(readFileSync(file('hoang-hop-2024-h1.xlsx')));
  if (!opened.ok) throw new Error(opened.message);
  const workbook = opened.file.readWorkbook();
  const prose = readFileSync(file('hoang-hop-2024-h1.txt'), 'utf8');
  const texts = Array.from({ length: copies }, (_, index) => prose.replaceAll('494', String(400 + index)).split('\n'));
  return { workbook, analysis: analyze(workbook), texts };
}

/** A Word file that says the text, as reports are sent. */
function documentOf(workbook: Workbook, analysis: Analysis, text: readonly string[]): Uint8Array {
  const plan = planNarrative(analysis, workbook);
  if (!plan) throw new Error('the example has an annex');
  const body = text.filter((one) => one !== '').map((one) => ({ kind: 'paragraph' as const, text: one }));
  const result = writeWord({ ...planReportDocument(analysis, plan, workbook), body });
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.bytes;
}

function forEach<T>(items: readonly T[], task: (item: T) => unknown): () => void {
  return () => {
    for (const item of items) task(item);
  };
}
