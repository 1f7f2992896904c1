// The little server of `npm start` gives what lies in its folder, and nothing else of this machine.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { serve } from '../scripts/serve.mjs';

const base = mkdtempSync(join(tmpdir(), 'cchc-serve-'));
mkdirSync(join(base, 'inside'));
mkdirSync(join(base, 'inside-not'));
writeFileSync(join(base, 'secret.txt'), 'secret');
writeFileSync(join(base, 'inside-not', 'secret.txt'), 'secret');
writeFileSync(join(base, 'inside', 'index.html'), '<p>Chào</p>');
writeFileSync(join(base, 'inside', 'Phụ lục.xlsx'), 'x');
const server = await serve(join(base, 'inside'), 0);
afterAll(async () => {
  await server.close();
  rmSync(base, { recursive: true, force: true });
});

/** Asks with the path as it is: a browser would tidy it up first. */
function ask(path: string, method = 'GET'): Promise<{ status: number; type: string; body: string }> {
  const { hostname, port } = new URL(server.address);
  return new Promise((done, failed) => {
    request({ hostname, port, path, method }, (response) => {
      let body = '';
      response.on('data', (piece) => {
        body += piece;
      });
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }),
      );
    })
      .on('error', failed)
      .end();
  });
}

it('gives files with their types', async () => {
  expect(new URL(server.address).hostname).toBe('127.0.0.1');
  expect(await ask('/')).toEqual({ status: 200, type: 'text/html; charset=utf-8', body: '<p>Chào</p>' });
  expect(await ask('/index.html?x=1')).toMatchObject({ status: 200 });
  expect(await ask(`/${encodeURIComponent('Phụ lục.xlsx')}`)).toMatchObject({ status: 200, body: 'x' });
  expect(await ask('/', 'HEAD')).toMatchObject({ status: 200, body: '' });
});

it.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/..%5csecret.txt',
  '/../inside-not/secret.txt',
  '//etc/passwd',
  '/%00',
  '/%zz',
  '/nothing.js',
])('refuses %s', async (path) => {
  expect(await ask(path)).toMatchObject({ status: 404 });
});

it('only reads', async () => {
  expect(await ask('/', 'POST')).toMatchObject({ status: 405 });
});

it('takes the next port where one is taken', async () => {
  const { port } = new URL(server.address);
  const other = await serve(join(base, 'inside'), Number(port));
  expect(Number(new URL(other.address).port)).toBeGreaterThan(Number(port));
  await other.close();
});

it('sends a file again only when it has changed', async () => {
  const first = await fetch(server.address);
  const headers = { 'If-None-Match': first.headers.get('etag') ?? '' };
  expect((await fetch(server.address, { headers })).status).toBe(304);
  writeFileSync(join(base, 'inside', 'index.html'), '<p>Chào lại</p>');
  expect(await (await fetch(server.address, { headers })).text()).toBe('<p>Chào lại</p>');
});
