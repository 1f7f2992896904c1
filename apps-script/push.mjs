// Copies the built add-on into a Google Sheets script of one's own, by Google's tool. `.clasp.json` says into which.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (existsSync('.clasp.json')) {
  const { status } = spawnSync('npx', ['clasp', 'push', '--force'], { stdio: 'inherit', shell: true });
  process.exitCode = status ?? 1;
} else {
  console.error(
    [
      'Chưa có tệp .clasp.json (xem docs/google-sheets.md). Tạo tệp đó cạnh package.json:',
      '  {"scriptId": "MÃ TẬP LỆNH", "rootDir": "dist/apps-script"}',
      'và đăng nhập một lần: npx clasp login',
    ].join('\n'),
  );
  process.exitCode = 1;
}
