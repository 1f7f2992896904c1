// Builds the command line into one file.
import { EsbuildPlugin } from 'esbuild-loader';
import webpack from 'webpack';
import { Licences } from '../scripts/licences.mjs';
import { output, typescript, version } from '../scripts/webpack.mjs';

const TARGET = 'node20';

/** @type {import('webpack').Configuration} */
const cli = {
  name: 'cli',
  mode: 'production',
  target: TARGET,
  entry: './cli/index.ts',
  // `npm start` tells by the file's time whether it is newer than the sources.
  output: { path: output, filename: 'cchc.mjs', module: true, chunkFormat: 'module', compareBeforeEmit: false },
  experiments: { outputModule: true },
  module: {
    parser: { javascript: { createRequire: false, importMeta: false } },
    // The program starts its own file again as a worker thread: not to be bundled as another.
    rules: [{ ...typescript(TARGET), parser: { url: false, worker: false } }],
  },
  resolve: { extensions: ['.ts', '.js', '.mjs'] },
  optimization: {
    // Less to read at each start. Names stay, so that what a user reports of a fault can be read.
    minimizer: [
      new EsbuildPlugin({ target: TARGET, minifyWhitespace: true, minifySyntax: true, minifyIdentifiers: false }),
    ],
    splitChunks: false,
  },
  performance: { hints: false },
  plugins: [
    new webpack.DefinePlugin({ CCHC_VERSION: JSON.stringify(version) }),
    new Licences('cchc.licenses.txt'),
    new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true }),
  ],
  stats: 'errors-warnings',
};
export default cli;
