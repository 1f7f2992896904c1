// What Google would refuse or spoil in the built files, found without Google. Each gate gives the complaints it has.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parse } from 'acorn';
import { analyze } from 'eslint-scope';
import { FORBIDDEN } from '../../apps-script/inlineScript.mjs';

/** Of the language: what V8 has in Apps Script. No timers, fetch, URL, TextEncoder, atob, crypto, structuredClone, Intl. */
const LANGUAGE =
  'Array BigInt Boolean Date Error Float64Array Int8Array JSON Map Math Number Object Promise Proxy Reflect RegExp Set String Symbol TypeError Uint8Array WeakMap WeakSet globalThis undefined NaN Infinity parseFloat parseInt isNaN'.split(
    ' ',
  );
/** Of Google: what the manifest's two scopes are enough for. */
const SERVICES = ['SpreadsheetApp', 'HtmlService', 'LockService', 'Utilities'];
/** zod speaks of these in kinds of schema that we have none of; a bare world without them runs every entry all the same. */
const NEVER_REACHED = ['File', 'URL', 'atob', 'btoa'];

/** Google's own parser knows the language of 2019: no private members, no static fields. */
export function syntaxComplaints(code: string): readonly string[] {
  try {
    parse(code, { ecmaVersion: 2019 });
    return [];
  } catch (error) {
    return [String(error)];
  }
}

export function globalComplaints(code: string): readonly string[] {
  const known = new Set([...LANGUAGE, ...SERVICES, ...NEVER_REACHED]);
  const tree = parse(code, { ecmaVersion: 2019, ranges: true, locations: true });
  const { globalScope } = analyze(tree as Parameters<typeof analyze>[0], { ecmaVersion: 2019, sourceType: 'script' });
  const free = (globalScope?.through ?? []).map(({ identifier }) => String(Reflect.get(identifier, 'name')));
  return [...new Set(free)].filter((name) => !known.has(name)).map((name) => `unknown global: ${name}`);
}

/** HtmlService takes an inline script apart; only one script, and what follows it, is expected. */
export function pageComplaints(html: string): readonly string[] {
  const scripts = html.split('<script>').slice(1);
  const script = scripts[0]?.replace(/<\/script>\s*<\/body>\s*<\/html>\s*$/, '') ?? '';
  const lower = script.toLowerCase();
  const strange = [...new Set(html.match(/[^\n -~]/g) ?? [])];
  return [
    ...(scripts.length === 1 ? [] : [`${scripts.length} scripts instead of one`]),
    ...FORBIDDEN.filter((text) => lower.includes(text)).map((text) => `forbidden in a script: ${text}`),
    ...strange.map((one) => `not ASCII: ${one}`),
    ...(/\b(?:src|href)=/.test(html.slice(0, html.indexOf('<script>'))) ? ['loads something'] : []),
  ];
}

const SCOPES = [
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/script.container.ui',
];

/** No more rights than this spreadsheet and its own windows. */
export function manifestComplaints(json: string): readonly string[] {
  const manifest: Readonly<Record<string, unknown>> = JSON.parse(json);
  const scopes = Array.isArray(manifest.oauthScopes) ? manifest.oauthScopes.map(String) : [];
  const allowed = ['timeZone', 'dependencies', 'exceptionLogging', 'runtimeVersion', 'oauthScopes'];
  return [
    ...scopes.filter((scope) => !SCOPES.includes(scope)).map((scope) => `asks for too much: ${scope}`),
    ...SCOPES.filter((scope) => !scopes.includes(scope)).map((scope) => `does not ask for ${scope}`),
    ...(manifest.runtimeVersion === 'V8' ? [] : ['not V8']),
    ...(manifest.timeZone === 'Asia/Ho_Chi_Minh' ? [] : ['not the time zone of Vietnam']),
    ...Object.keys(manifest).flatMap((key) => (allowed.includes(key) ? [] : [`not expected: ${key}`])),
  ];
}

const CLASP = resolve('node_modules/@google/clasp/build/src/index.js');

export const PUSHED = ['Code.js', 'appsscript.json', 'sidebar.html'];

/** What Google's own tool would push from a folder of files; it needs no login to say so. */
export function pushedFiles(ignore: string, files: Readonly<Record<string, string>>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-clasp-'));
  try {
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, '.claspignore'), ignore);
    writeFileSync(join(folder, '.clasp.json'), '{"scriptId":"none","rootDir":"dist"}');
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'dist', name), content);
    const answer = execFileSync(process.execPath, [CLASP, 'show-file-status', '--json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const { filesToPush } = JSON.parse(answer);
    return filesToPush.map((path: string) => basename(path)).sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
