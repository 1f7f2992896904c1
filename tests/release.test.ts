// What `npm run release` hands out, each tried as it is packed: unpacked into an empty folder and used there.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack } from '../scripts/pack.mjs';
import { serve } from '../scripts/serve.mjs';
import { callScript, compileScript } from './apps-script/builtScript.ts';
import { usersBook } from './apps-script/usersBook.ts';
import { EXAMPLE } from './cli/cchc.ts';
import { bookOf } from './office/book.ts';
import { openExcel } from './office/openExcel.ts';
import { launchBrowser } from './pane/browser.ts';
import { EXAMPLE as WORKBOOK } from './pane/states.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const PARTS = ['cli', 'desk', 'excel', 'google-sheets'];
const FOUND = '3 lỗi · 7 cảnh báo · 1 gợi ý';
const base = mkdtempSync(join(tmpdir(), 'cchc-release-'));
const release = join(base, 'release');
let browser: Browser;

beforeAll(async () => {
  pack(release);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(base, { recursive: true, force: true });
});

function filesOf(part: string): Readonly<Record<string, Uint8Array>> {
  return unzipSync(readFileSync(join(release, `cchc-${version}-${part}.zip`)));
}

function unpack(part: string): string {
  const folder = join(base, part);
  for (const [path, bytes] of Object.entries(filesOf(part))) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

function emptyFolder(name: string): string {
  mkdirSync(join(base, name));
  return join(base, name);
}

describe('the files', () => {
  it('are these, with sums that hold', () => {
    const names = [
      `cchc-${version}.sbom.json`,
      `cchc-${version}.tgz`,
      ...PARTS.map((part) => `cchc-${version}-${part}.zip`),
    ];
    expect(readdirSync(release).sort()).toEqual(['SHA256SUMS', ...names].sort());
    const sums = readFileSync(join(release, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
    expect(sums).toHaveLength(names.length);
    for (const line of sums) {
      const [sum, name = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(readFileSync(join(release, name)))
          .digest('hex'),
      ).toBe(sum);
    }
  });

  it('are the same bytes when packed again, in another zone of time', () => {
    const again = join(base, 'again');
    const script = `import { pack } from './scripts/pack.mjs'; pack(process.argv[1]);`;
    execFileSync(process.execPath, ['--input-type=module', '--eval', script, again], {
      env: { ...process.env, TZ: 'Asia/Ho_Chi_Minh' },
    });
    expect(readFileSync(join(again, 'SHA256SUMS'), 'utf8')).toBe(readFileSync(join(release, 'SHA256SUMS'), 'utf8'));
  });

  it.each(PARTS)('%s holds our licence and those of the packages in it', (part) => {
    const files = filesOf(part);
    expect(Buffer.from(files.LICENSE ?? []).toString()).toBe(readFileSync('LICENSE', 'utf8'));
    const licences = Object.keys(files).filter((path) => path.includes('licenses'));
    const text = licences.map((path) => Buffer.from(files[path] ?? []).toString()).join('\n');
    expect(text).toMatch(/^Package zod .* \(MIT\)$/m);
    expect(text).toContain('Permission is hereby granted, free of charge');
  });

  it('come with a bill of materials of what is built in, and of nothing that only builds', () => {
    const bill = JSON.parse(readFileSync(join(release, `cchc-${version}.sbom.json`), 'utf8'));
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'cchc', version } } });
    const names = bill.components.map(({ group, name }: { group?: string; name: string }) =>
      group ? `${group}/${name}` : name,
    );
    for (const name of ['zod', 'preact', 'fflate', '@univerjs/core']) expect(names).toContain(name);
    for (const name of ['webpack', 'vitest', 'typescript', 'playwright-core']) expect(names).not.toContain(name);
  });

  it('carry one version', () => {
    const manifest = Buffer.from(filesOf('excel')['manifest.xml'] ?? []).toString();
    expect(manifest).toContain(`<Version>${version}.0</Version>`);
  });
});

describe('the command line', () => {
  it('runs as one file, alone in a folder', () => {
    const folder = emptyFolder('alone');
    writeFileSync(join(folder, 'cchc.mjs'), filesOf('cli')['cchc.mjs'] ?? '');
    copyFileSync(EXAMPLE, join(folder, 'phu-luc.xlsx'));
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['cchc.mjs', ...args], { cwd: folder, encoding: 'utf8' });
    expect(run('--version').stdout).toBe(`${version}\n`);
    const { status, stdout, stderr } = run('check', 'phu-luc.xlsx');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain(FOUND);
  });

  it('is installed from its package with no registry in reach, and checks a folder of files', () => {
    const folder = emptyFolder('installed');
    writeFileSync(join(folder, 'package.json'), '{}');
    const nowhere = ['--offline', '--registry', 'http://127.0.0.1:9', '--cache', join(base, 'cache')];
    const packed = join(release, `cchc-${version}.tgz`);
    execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', ...nowhere, packed], { cwd: folder });
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['cchc']);
    const reports = emptyFolder('installed/bao-cao');
    for (const name of ['a.xlsx', 'b.xlsx']) copyFileSync(EXAMPLE, join(reports, name));
    const program = join(folder, 'node_modules/.bin/cchc');
    const { status, stdout } = spawnSync(program, ['check', 'bao-cao'], { cwd: folder, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout.match(/3 lỗi/g)?.length).toBeGreaterThanOrEqual(2);
  });
});

it('the desk, served from a folder deep in a site, checks its example', async () => {
  const folder = unpack('desk');
  const server = await serve(dirname(folder), 0);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('response', (response) => response.status() >= 400 && troubles.push(response.url()));
  await page.goto(`${server.address}desk/`);
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  await page.getByRole('button', { name: 'Kiểm tra số liệu', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor({ state: 'attached' });
  await page.getByText('Mục 3.3.1 · ô D45').first().waitFor();
  expect(troubles).toEqual([]);
  await page.close();
  await server.close();
});

it('the add-in, from its site, opens the pane over a workbook', async () => {
  const excel = await openExcel(browser, bookOf(WORKBOOK), { folder: resolve(unpack('excel')) });
  await excel.frame.getByText('Đã nhận ra Phụ lục 01b').first().waitFor();
  expect(excel.outside).toEqual([]);
  expect(excel.complaints).toEqual([]);
  await excel.close();
});

it('the script, from its folder, opens with its menu and checks', () => {
  const script = compileScript(unpack('google-sheets'));
  const book = usersBook();
  callScript(script, book, 'onOpen', [{}], 'NONE');
  expect(book.menus[0]?.title).toBe('Báo cáo CCHC');
  callScript(script, book, 'checkFigures', [], 'FULL');
  expect(book.toasts.at(-1)).toContain('Lỗi 3 · Cảnh báo 7 · Gợi ý 1');
});
