// Copies the built add-on into a Google Sheets script of one's own, by Google's tool. `.clasp.json` says into which.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

// Fetched when it is used: with Google's whole client library it weighs 277 MB, as much again as all else here.
const CLASP = '@google/clasp@3';

if (existsSync('.clasp.json')) {
  const { status } = spawnSync('npx', ['--yes', CLASP, 'push', '--force'], { stdio: 'inherit', shell: true });
  process.exitCode = status ?? 1;
} else {
  console.error(
    [
      'Chưa có tệp .clasp.json (xem docs/google-sheets.md). Tạo tệp ấy cạnh package.json:',
      '  {"scriptId": "MÃ TẬP LỆNH", "rootDir": "dist/apps-script"}',
      `và đăng nhập một lần: npx ${CLASP} login`,
    ].join('\n'),
  );
  process.exitCode = 1;
}
