// Makes a fresh clone ready: installs dependencies when they are absent or older than the lock file, and on a CI
// machine the second opinions that tests use where they are installed. Does nothing, and says nothing, when all is there.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { findBrowser } from './browser.mjs';

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) fail(`Cần Node.js 20 trở lên; máy này có ${process.version}.`);

installDependencies();
if (process.argv.includes('--browser')) installBrowser();
if (process.env.CI === 'true') installSecondOpinions();

function installDependencies() {
  const installed = 'node_modules/.package-lock.json';
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  console.error('Cài các thư viện cần dùng: chỉ lần đầu, mất vài phút…');
  // Not `npm ci`: it refuses a lock file without the other platforms' binaries, which not every registry carries.
  const install = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  if (run('npm', install) !== 0) fail('Không cài được thư viện; xem lỗi ở trên.');
}

/** The pane's tests run in a real Chromium, Chrome or Edge. Where none is and Debian's can be had, it is installed. */
function installBrowser() {
  if (findBrowser() !== null || run('apt-get', ['--version'], 'ignore') !== 0) return;
  console.error('Cài Chromium để thử khung kiểm tra trong trình duyệt thật…');
  run('apt-get', ['update', '-qq'], 'ignore');
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core'], 'ignore');
  if (findBrowser() === null) fail('Không cài được Chromium; hãy cài Chromium, Chrome hoặc Edge rồi chạy lại.');
}

/** LibreOffice and openpyxl open what we write. Tests that need them are left out where they cannot be installed. */
const SECOND_OPINIONS = [
  'libreoffice-calc-nogui',
  'libreoffice-writer-nogui',
  'fonts-liberation',
  'poppler-utils',
  'python3-openpyxl',
];

function installSecondOpinions() {
  const present =
    run('soffice', ['--version'], 'ignore') === 0 &&
    existsSync('/usr/lib/libreoffice/program/libswlo.so') &&
    run('pdftotext', ['-v'], 'ignore') === 0 &&
    run('/usr/bin/python3', ['-c', 'import openpyxl'], 'ignore') === 0;
  if (present || run('apt-get', ['--version'], 'ignore') !== 0) return;
  console.error('Cài LibreOffice và openpyxl để đối chứng tệp ghi ra…');
  run('apt-get', ['update', '-qq'], 'ignore');
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...SECOND_OPINIONS], 'ignore');
}

function run(command, args, output = 'inherit') {
  const shell = process.platform === 'win32';
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', output, output], shell, env: environment }).status ?? 1;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
