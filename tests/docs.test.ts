// The generated pages of docs/ say what the catalogues say; `npm run docs` writes them anew.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { claimsPage, glossaryPage, indicatorsPage, rulesPage } from '../scripts/docs.ts';
import { narrativePage } from '../scripts/narrativePage.ts';
import { templateFile } from '../scripts/templateFile.ts';
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

it('examples/mau-bieu.json is the standard template, to start from', async () => {
  await expect(templateFile()).toMatchFileSnapshot('../examples/mau-bieu.json');
});

/** Pictures, pages and files that a page points to. */
function linksOf(page: string): readonly string[] {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
  return links.filter((link) => !/^https?:/.test(link)).map((link) => join(dirname(page), link));
}

it('what the pages point to is there, and every picture is shown', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    ...readdirSync('docs')
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];
  const links = pages.flatMap(linksOf);
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
  expect(readdirSync('docs/anh').filter((name) => !links.includes(join('docs/anh', name)))).toEqual([]);
});
