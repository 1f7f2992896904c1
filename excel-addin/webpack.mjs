// Builds the add-in into dist/excel-addin/: files for any static web server, and the manifest that names its address.
import { readdirSync, readFileSync } from 'node:fs';
import webpack from 'webpack';
import { Licences } from '../scripts/licences.mjs';
import { opening, output, smallest, typescript, version } from '../scripts/webpack.mjs';

/** Excel runs add-ins in Edge (WebView2) and Safari. */
const TARGET = ['chrome109', 'safari16.4'];
/** The address that manifest.xml is written with. */
const DEVELOPMENT = 'https://localhost:3000';

/**
 * Scripts are Microsoft's and ours, nothing is fetched and nothing else is loaded: figures cannot leave the page.
 * What frames may hold the page is for the web server to say, since a page cannot.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' https://appsforoffice.microsoft.com",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The address without a slash at its end; one that Excel would refuse is refused here. */
function addressFrom(env) {
  const address = String(env.address ?? process.env.CCHC_ADDRESS ?? DEVELOPMENT).replace(/\/+$/, '');
  if (!/^https:\/\/[^\s"<>&?#]+$/.test(address)) throw new Error(`Not an https address without a query: ${address}`);
  return address;
}

/** The manifest with the address, and the version as package.json has it: Excel wants four numbers. */
function manifestFor(address) {
  return readFileSync(new URL('../manifest.xml', import.meta.url), 'utf8')
    .replace(/<Version>[^<]*</, `<Version>${version}.0<`)
    .replaceAll(DEVELOPMENT, address);
}

function taskpane(html, hash) {
  return html.replace('{{policy}}', POLICY).replace('{{opening}}', opening).replaceAll('{{hash}}', hash);
}

/** The files beside the scripts, by the name they get. */
function pageFiles(address, hash) {
  const read = (path) => readFileSync(new URL(path, import.meta.url));
  const icons = readdirSync(new URL('icons/', import.meta.url));
  return new Map([
    ['manifest.xml', manifestFor(address)],
    ['taskpane.html', taskpane(read('taskpane.html').toString(), hash)],
    ['help.html', read('help.html')],
    ['help.css', read('help.css')],
    ...icons.map((name) => [`icons/${name}`, read(`icons/${name}`)]),
  ]);
}

class PageFiles {
  constructor(address) {
    this.address = address;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('PageFiles', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tap({ name: 'PageFiles', stage }, () => {
        for (const [name, content] of pageFiles(this.address, compilation.hash)) {
          // Handed out as it stands: "minimized" keeps webpack's hands off.
          compilation.emitAsset(name, new webpack.sources.RawSource(content), { minimized: true });
        }
      });
    });
  }
}

/** `--env address=https://…` or CCHC_ADDRESS says where the files will stand. */
export default function excelAddin(env = {}) {
  return {
    name: 'excel-addin',
    mode: 'production',
    target: ['web', 'es2022'],
    entry: { taskpane: './excel-addin/taskpane.ts' },
    // Excel keeps files for long: parts are asked for by names that follow their contents, the rest with the build's hash.
    output: {
      path: `${output}/excel-addin`,
      filename: '[name].js',
      chunkFilename: '[name].[contenthash:8].js',
      clean: true,
    },
    experiments: { css: true },
    module: { rules: [typescript(TARGET)] },
    resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
    optimization: smallest,
    performance: { hints: false },
    plugins: [new PageFiles(addressFrom(env)), new Licences('licenses.txt')],
    stats: 'errors-warnings',
  };
}
