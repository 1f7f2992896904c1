// Spoilt workbooks and documents: every one is opened or refused with a sentence, in time, and nothing is thrown.
// Of every failure the input's number is told; CCHC_FUZZ_FROM=number CCHC_FUZZ=1 tries that input alone.
import { expect, it } from 'vitest';
import { fuzz, inputsWanted, MOST_MEGABYTES, type Tally } from './fuzz.ts';
import { documentSeeds, workbookSeeds } from './seeds.ts';
import { tryDocument, tryWorkbook } from './verdict.ts';

const isLong = process.env.CCHC_FUZZ !== undefined;

function judge(what: string, tally: Tally): void {
  if (isLong) console.info(what, { ...tally, wrong: tally.wrong.length });
  expect(tally.wrong.slice(0, 20)).toEqual([]);
  expect(tally.megabytes).toBeLessThan(MOST_MEGABYTES);
}

it('workbooks', { timeout: 7_200_000 }, () => {
  judge('workbooks', fuzz(workbookSeeds(isLong), inputsWanted(60), tryWorkbook));
});

it('documents', { timeout: 7_200_000 }, () => {
  judge('documents', fuzz(documentSeeds(), inputsWanted(60), tryDocument));
});
