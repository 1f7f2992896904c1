// The annex in every layout it comes in: the golden sheets of tests/sheets, refreshed with `vitest -u` and reviewed.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze, analyzeFigures, explain, findStale } from '../../core/index.ts';
import { lazily } from '../../core/remember.ts';
import { differenceTo, findingName, writeResult } from '../sheets/goldenResult.ts';
import { type Figures, readGoldenSheet, withResult } from '../sheets/goldenSheet.ts';
import { situationWorkbook } from './workbooks.ts';

const FOLDER = fileURLToPath(new URL('../sheets/pl01b-2024/', import.meta.url));

const plain = new Map<Figures, Analysis>();

/** The same figures on a fresh form. */
function plainAnalysis(base: Figures): Analysis {
  const known = plain.get(base) ?? analyze(situationWorkbook({ figures: base }));
  plain.set(base, known);
  return known;
}

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.md')))('%s', (name) => {
  const golden = readGoldenSheet(readFileSync(FOLDER + name, 'utf8'));
  const base = () => plainAnalysis(golden.base);
  // Not held against the earlier period: its columns hold the base plus 1000, so that a column misread is seen.
  const analysis = lazily(() => analyzeFigures(golden.workbook, {}, { explain, findStale }));

  it('has what its author says it must have', () => {
    expect(differenceTo(base(), analysis())).toBe(golden.expected);
  });

  it('has the result written below it', async () => {
    await expect(withResult(golden, writeResult(base(), analysis()))).toMatchFileSnapshot(FOLDER + name);
  });
});

it('the real report has the eleven findings of the printed sheet on a fresh form too', () => {
  const golden = readGoldenSheet(readFileSync(`${FOLDER}hoang-hop-ban-in.md`, 'utf8'));
  expect(plainAnalysis(golden.base).findings.map(findingName)).toEqual([
    'plan-and-assigned-identical (warning, 1.1.1)',
    'survey-too-small (info, 1.4.1)',
    'whole-stock-reported-new (warning, 3.1.1)',
    'boundary-free-above-stock (error, 3.2.6, +287)',
    'received-parts-differ-from-total (error, 3.3.1, −4)',
    'ontime-parts-differ-from-total (error, 3.3.2, −4)',
    'return-channels-copied (warning, 3.3.2)',
    'results-not-published (warning, 3.4.1)',
    'number-stored-as-text (warning, 3.5)',
    'apologies-without-late (warning, 3.5, +4)',
    'document-shares-above-100 (warning, 7.2.3, +100)',
  ]);
});
