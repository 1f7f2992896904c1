// Writes beside each build the licences of the packages that are really in it, as their authors ask of whoever hands them on.
import { readdirSync, readFileSync } from 'node:fs';
import webpack from 'webpack';

const PACKAGE = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;
const TEXT = /^(licen[cs]e|copying|notice)\b/i;
const RULE = '='.repeat(72);
/** The line that a package's licence begins with. */
const HEAD = /^Package (\S+) (\S+) \((.+)\)$/gm;

export class Licences {
  /** @param {string} file the file's name in the build's output folder */
  constructor(file) {
    this.file = file;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('Licences', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'Licences', stage }, () => {
        const sections = [...foldersIn(compilation)].map(sectionOf).sort();
        compilation.emitAsset(this.file, new webpack.sources.RawSource(sections.join('\n')), { minimized: true });
      });
    });
  }
}

/** The packages named in such a file, as "name@version". */
export function packagesIn(licences) {
  return [...licences.matchAll(HEAD)].map(([, name, version]) => `${name}@${version}`);
}

/** Folders of the packages that something was taken from; what was left out as unused is not handed on. */
function foldersIn(compilation) {
  const folders = new Set();
  const visit = (module) => {
    const folder = PACKAGE.exec(module.resource ?? '')?.[1];
    if (folder !== undefined) folders.add(folder);
    for (const part of module.modules ?? []) visit(part);
  };
  for (const chunk of compilation.chunks)
    for (const module of compilation.chunkGraph.getChunkModulesIterable(chunk)) visit(module);
  return folders;
}

function sectionOf(folder) {
  const { name, version, license = 'as below' } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const files = readdirSync(folder).filter((file) => TEXT.test(file));
  if (files.length === 0 && license === 'as below') throw new Error(`${name} has no licence.`);
  const texts = files.sort().map((file) => readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r\n', '\n').trim());
  return [RULE, `Package ${name} ${version} (${license})`, RULE, ...texts, ''].join('\n');
}
