// Where a number of the text comes from, as it is shown to officials.
import { expect, it } from 'vitest';
import { analyze, composeNarrative, formulaOfToken, type NumberToken, type Situation } from '../../core/index.ts';
import { situationWorkbook } from './workbooks.ts';

function formulas(situation: Situation): ReadonlyMap<string, string | null> {
  const analysis = analyze(situationWorkbook(situation));
  const parts = composeNarrative(analysis).paragraphs.flatMap((paragraph) => paragraph.parts);
  const tokens = parts.filter((part) => typeof part !== 'string');
  return new Map(tokens.map((token) => [token.source, formulaOfToken(token, analysis)]));
}

it('is the figures in place of the keys, a colon for a division', () => {
  const all = formulas({ inputs: { K: 4, L: 4, P: 3, Q: 1 } });
  expect(all.get('(3.3.1.c + 3.3.1.d) / 3.3.1')).toMatch(/^\(\d+ \+ \d+\) : \d+$/);
  expect(all.get('1.1.2 / 1.1.1')).toBe('19 : 38');
  expect(all.get('1.1.1')).toBeNull();
  expect([...all].filter(([source, formula]) => / /.test(source) && formula === null)).toEqual([]);
});

it('is nothing when a figure is gone', () => {
  const token: NumberToken = { source: '2.1 / 2.2', value: 1, text: '1', cells: [], doubtful: false };
  expect(formulaOfToken(token, analyze(situationWorkbook({ figures: { '2.1': null } })))).toBeNull();
});
