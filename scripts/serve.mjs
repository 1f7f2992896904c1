// A tiny web server for static files of ours: this machine only, nothing outside the folder.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const ADDRESS = '127.0.0.1';

/**
 * Serves a folder. Where the port is taken the next free one is used; port 0 takes any.
 * @param {string} folder
 * @param {number} port
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serve(folder, port) {
  const root = resolve(folder);
  const server = createServer((request, response) => answer(root, request, response));
  const taken = await listen(server, port);
  return {
    address: `http://${ADDRESS}:${taken}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function listen(server, port) {
  for (let tried = 0; ; tried++) {
    try {
      return await listenOn(server, port === 0 ? 0 : port + tried);
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || tried === 20) throw error;
    }
  }
}

function listenOn(server, port) {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, ADDRESS, () => {
      server.off('error', failed);
      done(server.address().port);
    });
  });
}

function answer(root, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  const file = fileOf(root, request.url ?? '/');
  const stats = file === null ? null : statsOf(file);
  if (file === null || stats === null) return refuse(response, 404);
  const tag = `"${stats.size}-${stats.mtimeMs}"`;
  // Asked for each time, sent only when it has changed: the spreadsheet is seven megabytes.
  const headers = { 'Cache-Control': 'no-cache', ETag: tag, 'X-Content-Type-Options': 'nosniff' };
  if (request.headers['if-none-match'] === tag) return response.writeHead(304, headers).end();
  response.writeHead(200, {
    ...headers,
    'Content-Type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': stats.size,
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

/** The file an address means; null for anything outside the folder. */
function fileOf(root, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (path.includes('\0')) return null;
  const file = resolve(join(root, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(root + sep) ? file : null;
}

function statsOf(file) {
  try {
    const stats = statSync(file);
    return stats.isFile() ? stats : null;
  } catch {
    return null;
  }
}

function refuse(response, status) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(status === 404 ? 'Không có tệp này.' : 'Chỉ đọc được.');
}
