// `npm start`: checks the real commune's annex and its old text, writes its report anew, and says where everything lies.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

const EXAMPLE = 'examples/hoang-hop-2024-h1.xlsx';
const TEXT = 'examples/hoang-hop-2024-h1.txt';
const MARKED = 'dist/hoang-hop-2024-h1.da-kiem-tra.xlsx';
const WORD = 'dist/hoang-hop-2024-h1.bao-cao.docx';

const build = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
if (build.status !== 0) process.exit(build.status ?? 1);
mkdirSync('dist', { recursive: true });
run('check', EXAMPLE, '--narrative', TEXT, '--output', MARKED, '--force');
console.log('\nSoạn lời văn từ số liệu:');
run('narrate', EXAMPLE, '--output', WORD, '--force');
console.log(`\nBản có đánh dấu, kèm Phiếu kiểm tra số liệu: ${resolve(MARKED)}`);
console.log(`Báo cáo Word (bản nháp): ${resolve(WORD)}`);
console.log('Kiểm tra tệp của bạn: node dist/cchc.mjs check TỆP.xlsx --output TỆP-DA-KIEM-TRA.xlsx');
console.log('Soạn lời văn của bạn: node dist/cchc.mjs narrate TỆP.xlsx --output BAO-CAO.docx');

/** Status 1 says that the annex has errors, which the example has. */
function run(...args) {
  const { status } = spawnSync(process.execPath, ['dist/cchc.mjs', ...args], { stdio: 'inherit' });
  if (status !== 0 && status !== 1) process.exit(status ?? 1);
}
