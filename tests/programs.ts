// Other programs that give a second opinion, where they are installed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
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

/** A Python that has the module: Debian's own has what its packages bring, whichever comes first in the path. */
export function pythonWith(module: string): string | null {
  return ['/usr/bin/python3', 'python3'].find((python) => runs(python, ['-c', `import ${module}`])) ?? null;
}

/** LibreOffice comes in parts: whether the one for texts is there too. */
export function hasWriter(): boolean {
  if (!runs('soffice', ['--version'])) return false;
  const path = execFileSync('sh', ['-c', 'command -v soffice'], { encoding: 'utf8' }).trim();
  return existsSync(join(dirname(realpathSync(path)), 'libswlo.so'));
}

/** Has LibreOffice convert files; it keeps its settings in the folder, so that two runs are not in each other's way. */
export function convert(folder: string, format: string, output: string, inputs: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${profileOf(folder)}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', output, ...inputs], {
    stdio: 'ignore',
    timeout: 120_000,
  });
}

function profileOf(folder: string): string {
  return join(folder, 'profile');
}

/** From now on `convert` in this folder works out every formula of the files it loads, instead of trusting stored values. */
export function recalculateAlways(folder: string): void {
  const user = join(profileOf(folder), 'user');
  mkdirSync(user, { recursive: true });
  const setting =
    '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>';
  const schema = 'xmlns:oor="http://openoffice.org/2001/registry"';
  writeFileSync(join(user, 'registrymodifications.xcu'), `<oor:items ${schema}>${setting}</oor:items>`);
}
