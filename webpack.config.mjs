// Builds what is handed out. One bundler for all; TypeScript is stripped by esbuild and checked by `tsc -b`.
import { readFileSync } from 'node:fs';
import { EsbuildPlugin } from 'esbuild-loader';
import webpack from 'webpack';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const output = new URL('dist', import.meta.url).pathname;

const cli = {
  name: 'cli',
  mode: 'production',
  target: 'node20',
  entry: './cli/index.ts',
  output: { path: output, filename: 'cchc.mjs', module: true, chunkFormat: 'module' },
  experiments: { outputModule: true },
  module: {
    parser: { javascript: { createRequire: false, importMeta: false } },
    rules: [
      {
        test: /\.ts$/,
        sideEffects: false,
        loader: 'esbuild-loader',
        // Else esbuild makes new regular expressions at every call of those with \p{…}.
        options: { target: 'node20', supported: { 'regexp-unicode-property-escapes': true } },
        // The program starts its own file again as a worker thread: not to be bundled as another.
        parser: { url: false, worker: false },
      },
    ],
  },
  resolve: { extensions: ['.ts', '.js', '.mjs'] },
  optimization: {
    // Less to read at each start. Names stay, so that what a user reports of a fault can be read.
    minimizer: [
      new EsbuildPlugin({ target: 'node20', minifyWhitespace: true, minifySyntax: true, minifyIdentifiers: false }),
    ],
    splitChunks: false,
  },
  performance: { hints: false },
  plugins: [
    new webpack.DefinePlugin({ CCHC_VERSION: JSON.stringify(version) }),
    new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true }),
  ],
  stats: 'errors-warnings',
};

export default [cli];
