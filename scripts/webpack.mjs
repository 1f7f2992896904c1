// What all builds have in common.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);

export const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

/** dist/ */
export const output = fileURLToPath(new URL('dist', root));

/** What stands in the pane's place until its script runs. */
export const opening = readFileSync(new URL('pane/opening.html', root), 'utf8').trim();

/** TypeScript and TSX, stripped for an esbuild target. Every module of ours may be left out when nothing of it is used. */
export function typescript(target) {
  return {
    test: /\.tsx?$/,
    sideEffects: false,
    // The last comes first.
    use: [
      fileURLToPath(new URL('withoutExamples.mjs', import.meta.url)),
      {
        loader: 'esbuild-loader',
        options: {
          target,
          jsx: 'automatic',
          jsxImportSource: 'preact',
          // Else esbuild makes new regular expressions at every call of those with \p{…}.
          supported: { 'regexp-unicode-property-escapes': true },
        },
      },
    ],
  };
}

/**
 * Scripts for browsers, as small as they get: terser, webpack's own choice, is 7 % smaller than esbuild here. Vietnamese
 * stands as it is: escaped, it would take twice the room.
 */
export const smallest = {
  minimizeOptions: {
    javascript: {
      ecma: 2020,
      compress: { ecma: 2020, passes: 3, pure_getters: true, unsafe_arrows: true },
      format: { ecma: 2020, ascii_only: false },
    },
  },
};
