// The generated pages of docs/ say what the catalogues say; `npm run docs` writes them anew.
import { expect, it } from 'vitest';
import { claimsPage, glossaryPage, indicatorsPage, rulesPage } from '../scripts/docs.ts';
import { narrativePage } from '../scripts/narrativePage.ts';
import { wordPage } from '../scripts/wordPage.ts';

it.each([
  ['rules.md', rulesPage],
  ['claims.md', claimsPage],
  ['indicators.md', indicatorsPage],
  ['glossary.md', glossaryPage],
  ['narrative.md', narrativePage],
  ['mau-word.md', wordPage],
])('docs/%s is up to date', async (file, page) => {
  await expect(page()).toMatchFileSnapshot(`../docs/${file}`);
});
