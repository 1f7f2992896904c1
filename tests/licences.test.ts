// What of others is in the builds: each package with a licence that allows it and that licence's text, listed in
// docs/licences.md. `npm run build` must have made dist/.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const BUILDS = [
  ['cchc', 'dist/cchc.licenses.txt'],
  ['Excel', 'dist/excel-addin/licenses.txt'],
  ['Google: sidebar', 'dist/apps-script/licenses-sidebar.txt'],
  ['Google: script', 'dist/apps-script/licenses-code.txt'],
  ['desk', 'dist/desk/licenses.txt'],
] as const;

/** Licences that ask for no more than their text beside the files. Of two in one line with OR, one is enough. */
const ALLOWED = /^(MIT|ISC|Apache-2\.0|0BSD|BSD-[23]-Clause|Zlib|Unlicense|CC0-1\.0)$/;

/** The packages of a build with their licences; of one whose package.json is silent, by the licence's text. */
function packagesOf(file: string): readonly { readonly name: string; readonly licence: string }[] {
  const sections = readFileSync(file, 'utf8')
    .split(/^(?=Package \S+ \S+ \(.+\)$)/m)
    .slice(1);
  return sections.map((section) => {
    const [, name = '', licence = ''] = /^Package (\S+ \S+) \((.+)\)$/m.exec(section) ?? [];
    const isApache = licence === 'as below' && /Apache License\s+Version 2\.0/.test(section);
    return { name, licence: isApache ? 'Apache-2.0' : licence };
  });
}

/** Of the ways that a licence offers, the first that asks for no more than its text; null when none does. */
function wayTaken(licence: string): string | null {
  const ways = licence.replace(/[()]/g, '').split(' OR ');
  return ways.find((way) => way.split(' AND ').every((one) => ALLOWED.test(one))) ?? null;
}

function isAllowed(licence: string): boolean {
  return wayTaken(licence) !== null;
}

/** "MIT", or which one is taken of those offered. */
function licenceWords(licence: string): string {
  return licence.includes(' OR ') ? `${wayTaken(licence)} (taken of ${licence})` : licence;
}

describe.each(BUILDS)('%s', (_, file) => {
  it('has only packages whose licence allows it', () => {
    const packages = packagesOf(file);
    expect(packages.length).toBeGreaterThan(0);
    expect(packages.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
  });
});

it('the judge of licences refuses what it is there to refuse', () => {
  const licences = [
    'GPL-3.0',
    'UNKNOWN',
    '',
    'MIT AND GPL-3.0',
    'SEE LICENSE IN x',
    '(MIT OR GPL-3.0)',
    '(MIT AND Zlib)',
  ];
  expect(licences.map(isAllowed)).toEqual([false, false, false, false, false, true, true]);
});

it('docs/licences.md lists them', async () => {
  const found = new Map<string, { readonly licence: string; readonly builds: string[] }>();
  for (const [build, file] of BUILDS) {
    for (const { name, licence } of packagesOf(file)) {
      const known = found.get(name) ?? { licence, builds: [] };
      known.builds.push(build);
      found.set(name, known);
    }
  }
  const rows = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = rows.map(
    ([name, { licence, builds }]) => `| ${name} | ${licenceWords(licence)} | ${builds.join(', ')} |`,
  );
  const page = `${HEAD}\n\n| package | licence | in |\n|---|---|---|\n${lines.join('\n')}\n`;
  await expect(page).toMatchFileSnapshot('../docs/licences.md');
});

const HEAD = `# Licences of what is shipped

Written by \`tests/licences.test.ts\` from what the builds really contain; do not edit. Beside every build lie the
texts of the licences (\`licenses.txt\`). Microsoft's own script (office.js) is loaded from Microsoft and not shipped.`;
