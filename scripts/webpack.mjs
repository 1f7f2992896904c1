// What all builds have in common.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);

export const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

/** dist/ */
export const output = fileURLToPath(new URL('dist', root));

/** TypeScript and TSX, stripped for an esbuild target. Every module of ours may be left out when nothing of it is used. */
export function typescript(target) {
  return {
    test: /\.tsx?$/,
    sideEffects: false,
    loader: 'esbuild-loader',
    options: {
      target,
      jsx: 'automatic',
      jsxImportSource: 'preact',
      // Else esbuild makes new regular expressions at every call of those with \p{…}.
      supported: { 'regexp-unicode-property-escapes': true },
    },
  };
}
