// Builds the desk into static files for any web server.
import { fileURLToPath } from 'node:url';
import { EsbuildPlugin } from 'esbuild-loader';
import webpack from 'webpack';
import { Licences } from '../scripts/licences.mjs';
import { output, typescript, version } from '../scripts/webpack.mjs';

const TARGET = 'es2022';
/** Univer hyphenates in seventy languages, eight megabytes of them; Vietnamese has no hyphens to put. */
const HYPHENATING = /engine-render.lib.es$/;
const here = new URL('.', import.meta.url);

/** @type {import('webpack').Configuration} */
const desk = {
  name: 'desk',
  mode: 'production',
  target: ['web', TARGET],
  context: fileURLToPath(here),
  entry: { desk: ['./index.html', './index.ts'] },
  output: {
    path: `${output}/desk`,
    filename: '[name].js',
    chunkFilename: '[name].js',
    cssFilename: '[name].css',
    cssChunkFilename: '[name].css',
    assetModuleFilename: '[name][ext]',
    // Relative to the page: the folder may lie anywhere on a server.
    publicPath: '',
    clean: true,
    // `npm start` tells by the files' times whether they are newer than the sources.
    compareBeforeEmit: false,
  },
  experiments: { css: true },
  module: {
    rules: [
      typescript(TARGET),
      { test: /engine-render.lib.es.index\.js$/, parser: { dynamicImportMode: 'eager' } },
      { test: /\.css$/, type: 'css/global' },
      { test: /\.html$/, type: 'asset/resource' },
      { test: /\.(xlsx|docx|svg|woff2?)$/, type: 'asset/resource' },
    ],
  },
  resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  optimization: {
    minimizer: [new EsbuildPlugin({ target: TARGET, css: true, legalComments: 'none' })],
    splitChunks: false,
  },
  performance: { hints: false },
  plugins: [
    new webpack.NormalModuleReplacementPlugin(/^\.\/[a-z0-9-]+-[\w-]{8}\.js$/, (request) => {
      if (HYPHENATING.test(request.context)) request.request = 'data:text/javascript,export {}';
    }),
    new Licences('licenses.txt'),
    new webpack.DefinePlugin({ CCHC_VERSION: JSON.stringify(version) }),
  ],
  stats: 'errors-warnings',
};
export default desk;
