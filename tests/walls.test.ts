// The walls between folders stand: planted violations are refused by the linter, each with its sentence.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const PLANTED = [
  ['core/front.ts', "import { x } from '../cli/index.ts';", 'imports nothing outside core'],
  ['core/package.ts', "import { x } from 'fflate';", 'no dependency but zod/mini'],
  ['core/node.ts', "import { x } from 'node:fs';", 'no dependency but zod/mini'],
  ['core/clock.ts', 'const x = Date.now();', 'global variable Date'],
  ['core/locale.ts', 'const x = new Intl.NumberFormat();', 'global variable Intl'],
  ['core/chance.ts', 'const x = Math.random();', 'no chance'],
  ['core/rules/other.ts', "import { x } from '../indicators.ts';", 'never import one another'],
  ['core/narrative/other.ts', "import { x } from '../rules/subsets.ts';", 'never import one another'],
  ['ooxml/core.ts', "import { x } from '../core/index.ts';", 'the container alone'],
  ['ooxml/node.ts', "import { x } from 'node:fs';", 'runs in the browser'],
  ['xlsx/inside.ts', "import { x } from '../core/analyze.ts';", 'by its index'],
  ['xlsx/front.ts', "import { x } from '../cli/index.ts';", 'by its index'],
  ['xlsx/container.ts', "import { x } from '../ooxml/zip.ts';", 'by its index'],
  ['xlsx/node.ts', "import { x } from 'node:fs';", 'runs in the browser'],
  ['word/inside.ts', "import { x } from '../core/analyze.ts';", 'by its index'],
  ['word/other.ts', "import { x } from '../xlsx/index.ts';", 'nothing of spreadsheets'],
  ['word/node.ts', "import { x } from 'node:fs';", 'runs in the browser'],
  ['word/expressions.ts', "import { x } from 'docxtemplater/expressions.js';", 'never its expression parsers'],
  ['pane/inside.ts', "import { x } from '../core/analyze.ts';", 'nothing of any host'],
  ['pane/files.ts', "import { x } from '../xlsx/index.ts';", 'nothing of any host'],
  ['pane/library.ts', "import { x } from 'zod/mini';", 'Preact is all it takes'],
  ['excel-addin/files.ts', "import { x } from '../xlsx/host.ts';", 'behind Office.js'],
  ['excel-addin/inside.ts', "import { x } from '../pane/options.ts';", 'behind Office.js'],
  ['apps-script/inside.ts', "import { x } from '../core/analyze.ts';", "behind Google's services"],
  ['apps-script/pane.ts', "import { x } from '../pane/index.ts';", "behind Google's services"],
  ['apps-script/library.ts', "import { x } from 'zod/mini';", 'has no library'],
  ['apps-script/page.ts', "import { x } from './sidebar/call.ts';", 'never asks the sidebar'],
  ['apps-script/sidebar/script.ts', "import { x } from '../marks.ts';", 'protocol.ts alone'],
  ['apps-script/sidebar/inside.ts', "import { x } from '../../pane/options.ts';", 'protocol.ts alone'],
  ['apps-script/sidebar/files.ts', "import { x } from '../../xlsx/host.ts';", 'protocol.ts alone'],
  ['desk/office.ts', "import { x } from '../excel-addin/index.ts';", 'behind Univer'],
  ['desk/inside.ts', "import { x } from '../xlsx/zip.ts';", 'behind Univer'],
  ['cli/inside.ts', "import { x } from '../xlsx/zip.ts';", 'by its index'],
] as const;
const ALLOWED = ['cli/allowed.ts', "import { x } from '../core/index.ts';"] as const;

const root = mkdtempSync(join(tmpdir(), 'walls-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function lintAll(): string {
  cpSync('biome.json', join(root, 'biome.json'));
  cpSync('scripts/purity.grit', join(root, 'scripts/purity.grit'));
  for (const [path, code] of [...PLANTED, ALLOWED]) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), `${code}\nexport const y = x;\n`);
  }
  const biome = resolve('node_modules/@biomejs/biome/bin/biome');
  const { stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', '--max-diagnostics=none', '.'], {
    cwd: root,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

const report = lintAll();

it.each(PLANTED)('%s: %s is refused', (path, _code, sentence) => {
  const complaint = report.split(/\n(?=\S+:\d+:\d+ )/).find((part) => part.includes(`${path}:`));
  expect(complaint).toContain(sentence);
});

it('what is allowed passes', () => {
  expect(report).toContain('Found 33 errors');
  expect(report).not.toContain(ALLOWED[0]);
});
