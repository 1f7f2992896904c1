// `npm start`: builds what is older than its sources, serves the desk on this machine only and opens it in the browser.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from './serve.mjs';

const PORT = 5173;
const SOURCES = ['core', 'ooxml', 'xlsx', 'word', 'pane', 'desk', 'cli', 'examples', 'scripts', 'package-lock.json'];
const BUILT = ['dist/desk/desk.js', 'dist/cchc.mjs'];
const WINDOWS = process.platform === 'win32';

if (isOutdated()) build();
const { address, close } = await serve('dist/desk', PORT);
console.log(`
Bàn làm việc CCHC đang chạy tại: ${address}
Mở địa chỉ trên bằng trình duyệt (Edge, Chrome, Firefox); tệp ví dụ đã mở sẵn, số liệu không gửi đi đâu.
Nhấn Ctrl+C để dừng.

Làm bằng dòng lệnh: node dist/cchc.mjs check TỆP.xlsx --output TỆP-DA-KIEM-TRA.xlsx`);
if (canOpen()) openBrowser(address);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => close().then(() => process.exit(0)));

/** Whether a source is newer than what was built from it. */
function isOutdated() {
  const built = Math.min(...BUILT.map(timeOf));
  return SOURCES.some((path) => newest(path) > built);
}

function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function build() {
  console.error('Đang dựng bàn làm việc, mất khoảng nửa phút…');
  const only = ['--config-name', 'desk', '--config-name', 'cli'];
  const { status } = spawnSync('npm', ['run', '--silent', 'build', '--', ...only], {
    stdio: 'inherit',
    shell: WINDOWS,
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Not on a CI machine, not when told not to, not where there is no screen. */
function canOpen() {
  if (process.env.CI === 'true' || process.argv.includes('--no-open')) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The address is printed anyway: where no browser opens, nothing is lost. */
function openBrowser(url) {
  const [program, ...first] = WINDOWS
    ? ['cmd', '/c', 'start', '']
    : [process.platform === 'darwin' ? 'open' : 'xdg-open'];
  spawn(program, [...first, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
