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
import { bestOf } from './measure.ts';
import { type Row, times } from './table.ts';

const WARM = 100;
/** The open issue's bound for both together, in milliseconds. */
const AT_MOST = 20;

export function measureTexts(documents: number): readonly Row[] {
  const { workbook, analysis, texts } = example(WARM);
  const [annex, both] = [() => analyze(workbook), (narrative: readonly string[]) => analyze(workbook, { narrative })];
  const first = milliseconds(() => both(texts[0] ?? []));
  const best = bestOf(3, {
    narrative: forEach(texts, () => composeNarrative(analysis)),
    annex: forEach(texts, annex),
    both: forEach(texts, both),
  });
  const each = (seconds: number) => (seconds * 1000) / WARM;
  const [narrative, claims] = [each(best.narrative), each(best.both - best.annex)];
  return [
    { what: 'writing the text of one report, warm', measured: `${narrative.toFixed(2)} ms` },
    { what: 'comparing the text of one report (45 KB), warm', measured: `${claims.toFixed(2)} ms` },
    {
      what: '  both',
      measured: `${(narrative + claims).toFixed(2)} ms`,
      target: `≤ ${AT_MOST} ms`,
      met: narrative + claims <= AT_MOST,
    },
    { what: 'comparing the first text of a process', measured: `${first.toFixed(0)} ms` },
    ...documentRows(workbook, analysis, texts, documents),
  ];
}

function documentRows(
  workbook: Workbook,
  analysis: Analysis,
  texts: readonly (readonly string[])[],
  count: number,
): readonly Row[] {
  const files = texts.map((text) => documentOf(workbook, analysis, text));
  const all = Array.from({ length: count }, (_, index) => files[index % files.length] ?? new Uint8Array());
  const read = (bytes: Uint8Array) => {
    const result = readWord(bytes);
    if (!result.ok) throw new Error(result.message);
    return result.paragraphs;
  };
  const best = bestOf(2, {
    read: forEach(all, read),
    compare: forEach(all, (bytes) => analyze(workbook, { narrative: read(bytes) })),
  });
  return [
    { what: `reading ${count} .docx`, measured: `${best.read.toFixed(2)} s`, ratio: times(1) },
    {
      what: '  and comparing each with its annex',
      measured: `${best.compare.toFixed(2)} s`,
      ratio: times(best.compare / best.read),
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

function milliseconds(task: () => void): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}
