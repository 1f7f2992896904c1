// How large the files are that are handed out.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Row, Topic } from './table.ts';

/** What is handed out; a page's own script is what its users wait for, the rest of a front end comes when asked for. */
const HANDED_OUT = [
  ['cchc.mjs, the command line', 'cchc.mjs'],
  ['excel-addin/taskpane.js, what Excel loads first', 'excel-addin/taskpane.js'],
  ['apps-script/Code.js, what Google parses at every run', 'apps-script/Code.js'],
  ['apps-script/sidebar.html, pane and Word in one', 'apps-script/sidebar.html'],
  ['desk/desk.js, spreadsheet and all', 'desk/desk.js'],
] as const;

export function measureSizes(dist: URL): Topic {
  const rows = HANDED_OUT.map(([what, file]): Row => {
    const bytes = readFileSync(new URL(file, dist));
    const kilobytes = (size: number) => `${(size / 1000).toFixed(0)} kB`;
    return {
      what: `${what}: ${kilobytes(bytes.length)}`,
      measured: `${kilobytes(gzipSync(bytes, { level: 9 }).length)} gzip`,
    };
  });
  return { title: 'Size of what is handed out', notes: [], rows };
}
