// `npm run release -- --address=https://…`: builds everything for that address and packs it into dist/release/.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pack } from './pack.mjs';
import { output } from './webpack.mjs';

const { values } = parseArgs({ options: { address: { type: 'string' } } });
if (values.address === undefined) {
  console.error('Hãy nêu địa chỉ https sẽ đặt phần bổ trợ Excel: npm run release -- --address=https://…');
  process.exit(1);
}
const webpack = ['node_modules/webpack/bin/webpack.js', '--config', 'webpack.config.mjs'];
const env = { ...process.env, CCHC_ADDRESS: values.address };
const { status } = spawnSync(process.execPath, webpack, { stdio: 'inherit', env });
if (status !== 0) process.exit(status ?? 1);
const folder = join(output, 'release');
console.log([`\nĐã đóng gói vào ${folder}:`, ...pack(folder).map((name) => `  ${name}`)].join('\n'));
