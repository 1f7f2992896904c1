// The built files pass every gate, and each gate finds what is planted.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { safeScript } from '../../apps-script/inlineScript.mjs';
import { FOLDER, runScript } from './builtScript.ts';
import {
  globalComplaints,
  manifestComplaints,
  PUSHED,
  pageComplaints,
  pushedFiles,
  syntaxComplaints,
} from './gates.ts';
import { usersBook } from './usersBook.ts';

const read = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8');
const code = read('Code.js');
const html = read('sidebar.html');
const manifest = read('appsscript.json');

function built(): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(FOLDER).map((name) => [name, read(name)]));
}

/** The entries, by what their one-line functions are called. */
const ENTRIES = [...code.matchAll(/^function (\w+)\(/gm)].flatMap(([, name]) => name ?? []);

it('the built files pass', () => {
  expect(syntaxComplaints(code)).toEqual([]);
  expect(globalComplaints(code)).toEqual([]);
  expect(pageComplaints(html)).toEqual([]);
  expect(manifestComplaints(manifest)).toEqual([]);
  expect(pushedFiles(readFileSync('.claspignore', 'utf8'), built())).toEqual(PUSHED);
});

it.each([
  ['class A { #x = 1; }', 'private members'],
  ['class A { static x = 1; }', 'static fields'],
  ['const x = a?.b ?? c;', 'newer operators'],
])('syntax: %s is refused (%s)', (planted) => {
  expect(syntaxComplaints(`${code}\n${planted}`)).toHaveLength(1);
});

it.each([
  'fetch("x")',
  'setTimeout(() => 1, 0)',
  'new TextEncoder()',
  'structuredClone({})',
  'PropertiesService.x()',
  'DriveApp.x()',
])('globals: %s is refused', (planted) => {
  expect(globalComplaints(`${planted};`)).toEqual([expect.stringContaining('unknown global')]);
});

it.each(['"http://x"', '"a/*b"', '"<!--"', '"<?= x ?>"', '"</script>"', '"ờ"'])('page: %s is refused', (planted) => {
  expect(pageComplaints(html.replace('<script>', () => `<script>var x=${planted};`))).not.toEqual([]);
});

it('page: what a page loads is refused', () => {
  expect(pageComplaints(html.replace('<style>', '<link href="x.css"><style>'))).toEqual(['loads something']);
});

describe('what is forbidden is written by code instead, and means the same', () => {
  it.each([
    '"http://x/*y*/"',
    '`a//\u0024{1}/*b*/</script>`',
    '({ Đường: 1 }).Đường',
    '/^\\/\\/a[/*]\\/*/.source.length + /a\\/\\/b/.test("a//b")',
    '/[đ-ỹ]/u.test("ờ") + "😀".length',
    '"<!-- <? ?> -->" + /<?x/.test("x")',
    '/(?<!đ)ờ/u.test("ờ")',
    'String.raw`abc`',
  ])('%s', (expression) => {
    const safe = safeScript(`(${expression})`);
    expect(pageComplaints(`<script>${safe}</script></body></html>`)).toEqual([]);
    // biome-ignore lint/security/noGlobalEval: the point is that both mean the same
    const both = [safe, `(${expression})`].map((one) => globalThis.eval(one));
    if (!expression.includes('source')) expect(both[0]).toEqual(both[1]);
  });
});

it.each([
  ['https://www.googleapis.com/auth/spreadsheets', 'asks for too much'],
  ['https://www.googleapis.com/auth/drive', 'asks for too much'],
])('manifest: the scope %s is refused', (scope, complaint) => {
  const wider = JSON.parse(manifest);
  wider.oauthScopes.push(scope);
  expect(manifestComplaints(JSON.stringify(wider))).toEqual([expect.stringContaining(complaint)]);
});

it('manifest: another runtime, another time zone and unknown parts are refused', () => {
  const other = { ...JSON.parse(manifest), runtimeVersion: 'DEPRECATED_ES5', timeZone: 'UTC', addOns: {} };
  expect(manifestComplaints(JSON.stringify(other))).toHaveLength(3);
});

it('clasp: a file more or fewer is noticed', () => {
  expect(pushedFiles('', { ...built(), 'more.js': '' })).not.toEqual(PUSHED);
  expect(pushedFiles('**/**\n!Code.js\n', built())).toEqual(['Code.js']);
});

it('every entry runs in a bare world', () => {
  expect(ENTRIES).toHaveLength(8);
  for (const name of ENTRIES) {
    const book = usersBook();
    book.files.set('sidebar', html);
    expect(() => runScript(book, name, name === 'rpc' ? ['read', 'null'] : [{}])).not.toThrow();
    if (name !== 'rpc') expect([...book.menus, ...book.sidebars, ...book.toasts]).not.toEqual([]);
  }
});
