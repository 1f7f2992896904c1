// Other programs that give a second opinion, where they are installed.
import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether a program is there and starts. */
export function runs(command: string, options: readonly string[]): boolean {
  try {
    execFileSync(command, options, { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

/** LibreOffice comes in parts: whether the one for texts is there too. */
export function hasWriter(): boolean {
  if (!runs('soffice', ['--version'])) return false;
  const path = execFileSync('sh', ['-c', 'command -v soffice'], { encoding: 'utf8' }).trim();
  return existsSync(join(dirname(realpathSync(path)), 'libswlo.so'));
}

/** Has LibreOffice convert files; it keeps its settings in the folder, so that two runs are not in each other's way. */
export function convert(folder: string, format: string, output: string, inputs: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', output, ...inputs], {
    stdio: 'ignore',
    timeout: 120_000,
  });
}
