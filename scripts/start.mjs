// `npm start`: checks the real commune's annex, prints what was found, writes the marked copy and says where.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

const EXAMPLE = 'examples/hoang-hop-2024-h1.xlsx';
const MARKED = 'dist/hoang-hop-2024-h1.da-kiem-tra.xlsx';

const build = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
if (build.status !== 0) process.exit(build.status ?? 1);
mkdirSync('dist', { recursive: true });
const check = spawnSync(process.execPath, ['dist/cchc.mjs', 'check', EXAMPLE, '--output', MARKED, '--force'], {
  stdio: 'inherit',
});
// Status 1 says that the annex has errors, which the example has.
if (check.status !== 0 && check.status !== 1) process.exit(check.status ?? 1);
console.log(`\nBản có đánh dấu, kèm Phiếu kiểm tra số liệu: ${resolve(MARKED)}`);
console.log('Kiểm tra tệp của bạn: node dist/cchc.mjs check TỆP.xlsx --output TỆP-DA-KIEM-TRA.xlsx');
