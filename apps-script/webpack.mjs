// Builds the add-on into dist/apps-script/: Code.js, sidebar.html and the manifest, as they are copied or pushed to Google.
import { readFileSync } from 'node:fs';
import { EsbuildPlugin } from 'esbuild-loader';
import webpack from 'webpack';
import { Licences } from '../scripts/licences.mjs';
import { opening, output, smallest, typescript } from '../scripts/webpack.mjs';
import { safeScript } from './inlineScript.mjs';

/** Google parses scripts before V8 does, and refuses what is newer, as private members and static fields. */
const TARGET = 'es2019';
/** The functions that Google calls by name. */
const ENTRIES = [
  'onOpen',
  'onInstall',
  'openPane',
  'checkFigures',
  'writeNarrative',
  'clearMarks',
  'createAnnex',
  'rpc',
];
const FOLDER = `${output}/apps-script`;

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Emits files that are made of other assets, which go. */
class Emit {
  constructor(make) {
    this.make = make;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('Emit', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'Emit', stage }, (assets) => {
        const sources = Object.fromEntries(
          Object.entries(assets).map(([name, one]) => [name, one.source().toString()]),
        );
        for (const name of Object.keys(sources)) if (name.startsWith('sidebar.')) compilation.deleteAsset(name);
        for (const [name, content] of Object.entries(this.make(sources))) {
          // Handed out as it stands: "minimized" keeps webpack's hands off.
          compilation.emitAsset(name, new webpack.sources.RawSource(content), { minimized: true });
        }
      });
    });
  }
}

/** Text of HTML as whatever passes it on leaves it. */
function inAscii(html) {
  return html.replace(/[^ -~]/gu, (letter) => `&#${letter.codePointAt(0)};`);
}

/** One file for the sidebar. Put in by functions: a "$" must stay what it is. */
function page(assets) {
  const script = safeScript(assets['sidebar.js'].replace(/^\/\*![^*]*\*\/\s*/, '').trim());
  const html = read('sidebar/sidebar.html')
    .replace('{{opening}}', inAscii(opening))
    .replace('<style>', () => `<style>${assets['sidebar.css'].trim()}`)
    .replace('<script>', () => `<script>${script}`);
  return { 'sidebar.html': html };
}

const script = {
  name: 'apps-script',
  mode: 'production',
  target: ['es2019'],
  entry: './apps-script/code.ts',
  output: {
    path: FOLDER,
    filename: 'Code.js',
    library: { type: 'var', name: 'app' },
    chunkFormat: false,
    chunkLoading: false,
  },
  module: { rules: [typescript(TARGET)] },
  resolve: { extensions: ['.ts', '.js', '.mjs'] },
  optimization: {
    // Lowers the libraries' syntax too. Names stay, so that what a user reports of a fault can be read.
    minimizer: [
      new EsbuildPlugin({ target: TARGET, minifySyntax: true, minifyWhitespace: true, minifyIdentifiers: false }),
    ],
    splitChunks: false,
  },
  performance: { hints: false },
  plugins: [
    new webpack.BannerPlugin({
      banner: ENTRIES.map((name) => `function ${name}(...given) { return app.${name}(...given); }`).join('\n'),
      footer: true,
      raw: true,
      stage: webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT,
    }),
    new Licences('licenses-code.txt'),
    new Emit(() => ({ 'appsscript.json': read('appsscript.json') })),
  ],
  stats: 'errors-warnings',
};

const sidebar = {
  name: 'sidebar',
  mode: 'production',
  target: ['web', 'es2020'],
  entry: { sidebar: './apps-script/sidebar/sidebar.ts' },
  output: { path: FOLDER, filename: '[name].js' },
  experiments: { css: true },
  module: { rules: [typescript('es2020')] },
  resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  optimization: {
    ...smallest,
    minimizeOptions: { javascript: { compress: { passes: 1 } } },
    splitChunks: false,
  },
  performance: { hints: false },
  plugins: [
    // A sidebar is one file: nothing can be loaded later.
    new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
    new Emit(page),
    new Licences('licenses-sidebar.txt'),
  ],
  stats: 'errors-warnings',
};

export default [script, sidebar];
