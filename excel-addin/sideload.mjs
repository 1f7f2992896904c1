// Opens Excel with the add-in: `npm run sideload`, on Windows and Mac. Ctrl+C takes it out again.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import { extname, join, normalize } from 'node:path';

const FOLDER = 'dist/excel-addin';
const MANIFEST = `${FOLDER}/manifest.xml`;
/** The one in manifest.xml. */
const PORT = 3000;
/** Fetched when it is needed and no dependency: with what it takes along it is 450 MB, parts of it built on the machine. */
const DEBUGGING = ['--yes', 'office-addin-debugging@7'];
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};

function build() {
  const webpack = 'node_modules/webpack/bin/webpack.js';
  const env = { ...process.env, CCHC_ADDRESS: `https://localhost:${PORT}` };
  const args = [webpack, '--config', 'webpack.config.mjs', '--config-name', 'excel-addin'];
  return spawnSync(process.execPath, args, { stdio: 'inherit', env }).status === 0;
}

/** Serves the built files and nothing else, with a certificate that Microsoft's tool makes and this computer trusts. */
async function serve() {
  const { getHttpsServerOptions } = await import('office-addin-dev-certs');
  const server = createServer(await getHttpsServerOptions(), (request, response) => {
    const { pathname } = new URL(request.url ?? '/', `https://localhost:${PORT}`);
    const path = join(FOLDER, normalize(decodeURIComponent(pathname)));
    if (!path.startsWith(normalize(FOLDER)) || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(readFileSync(path));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(PORT, '127.0.0.1', resolve);
  });
}

function debugging(...args) {
  // Windows starts npx by its shell only; every argument here is our own.
  return spawn('npx', [...DEBUGGING, ...args], { stdio: 'inherit', shell: process.platform === 'win32' });
}

async function sideload() {
  if (!build()) throw new Error('build');
  await serve();
  debugging('start', MANIFEST, 'desktop', '--app', 'excel');
  process.once('SIGINT', () => debugging('stop', MANIFEST).once('exit', () => process.exit(0)));
}

if (process.platform === 'win32' || process.platform === 'darwin') await sideload();
else {
  console.error(
    `Lệnh này mở Excel trên Windows hoặc Mac; trên máy này hãy chạy npm run build rồi tải ${MANIFEST} lên Excel trên web.`,
  );
  process.exitCode = 1;
}
