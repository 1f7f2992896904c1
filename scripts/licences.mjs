// Puts THIRD-PARTY.txt beside a build: every package of others in it, with its version, its licence and the licence's text.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import webpack from 'webpack';

const TEXT = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

export class Licences {
  /** @param {string} name of the file */
  constructor(name = 'THIRD-PARTY.txt') {
    this.name = name;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('Licences', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tap({ name: 'Licences', stage }, () => {
        const text = listOf(packagesIn(compilation.modules));
        compilation.emitAsset(this.name, new webpack.sources.RawSource(text), { minimized: true });
      });
    });
  }
}

/** The folders of the packages that modules come from, each once, sorted by name. */
function packagesIn(modules) {
  const folders = new Set();
  const visit = (module) => {
    // A module that several were joined into tells of them.
    for (const one of module.modules ?? []) visit(one);
    const [, folder] = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)/.exec(module.resource ?? '') ?? [];
    if (folder) folders.add(folder);
  };
  for (const module of modules) visit(module);
  return [...folders].map(readPackage).sort((a, b) => (a.title < b.title ? -1 : 1));
}

function readPackage(folder) {
  const { name, version, license, licenses, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licence =
    license ??
    [licenses ?? []]
      .flat()
      .map(({ type }) => type)
      .join(' OR ');
  const files = readdirSync(folder, { withFileTypes: true }).filter((file) => file.isFile() && TEXT.test(file.name));
  const texts = files.map((file) => readFileSync(join(folder, file.name), 'utf8').trim());
  const by = typeof author === 'object' ? author?.name : author;
  // Some packages name their licence and bring no text.
  const text = texts.join('\n\n') || `(${[by, 'no licence text comes with the package'].filter(Boolean).join('; ')})`;
  return { title: `${name} ${version} · ${licence || licenceBy(text)}`, text };
}

/** The licence of a package that brings the text alone. */
function licenceBy(text) {
  if (/Apache License\s+Version 2\.0/.test(text)) return 'Apache-2.0';
  return /^\s*(The )?MIT License/i.test(text) ? 'MIT' : 'UNKNOWN';
}

function listOf(packages) {
  const line = '-'.repeat(78);
  const head =
    'What of others is in these files, and under which licence. All else is under the licence of the product (MIT).';
  const titles = packages.map(({ title }) => title);
  return `${[head, titles.join('\n'), ...packages.map(({ title, text }) => `${line}\n${title}\n\n${text}`)].join('\n\n')}\n`;
}
