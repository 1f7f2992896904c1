// What may go wrong while writing: no room, no right, a folder that is gone, a program that is killed. A file is whole or absent.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { bytesOf, cchc, EXAMPLE, type Run, temporaryFolder } from './cchc.ts';

const PROGRAM = resolve('dist/cchc.mjs');
const POSIX = process.platform !== 'win32';
const folder = temporaryFolder();
const reports = join(folder, 'bao-cao');

beforeEach(() => {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports);
  copyFileSync(EXAMPLE, join(reports, 'xa.xlsx'));
});

/** Every command that writes, and what it writes. */
const WRITING: readonly (readonly [output: string, args: readonly string[]])[] = [
  ['ra.xlsx', ['check', 'xa.xlsx', '--output', 'ra.xlsx']],
  ['loi-van.xlsx', ['narrate', 'xa.xlsx', '--output', 'loi-van.xlsx']],
  ['bao-cao.docx', ['narrate', 'xa.xlsx', '--output', 'bao-cao.docx']],
  ['sach.xlsx', ['clear', 'xa.xlsx', '--output', 'sach.xlsx']],
  ['moi.xlsx', ['new', 'moi.xlsx']],
  ['tong-hop.xlsx', ['consolidate', 'xa.xlsx', '--output', 'tong-hop.xlsx']],
  ['so-lieu.csv', ['facts', 'xa.xlsx', '--output', 'so-lieu.csv']],
  ['so-lieu.parquet', ['facts', 'xa.xlsx', '--output', 'so-lieu.parquet']],
];

/** The bytes of all files of the folder by name; the journal is left for `--resume`. */
function contents(): Readonly<Record<string, string>> {
  const names = readdirSync(reports).filter((name) => name !== 'tong-hop.xlsx.cchc-journal');
  return Object.fromEntries(names.map((name) => [name, bytesOf(join(reports, name))]));
}

/** In a shell, so that limits and redirections of the system hold. */
function shell(line: string, ...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line, process.execPath, PROGRAM, ...args], {
    cwd: reports,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function saysItCouldNot({ status, stderr }: Run, output: string): void {
  const last = stderr.trim().split('\n').at(-1);
  expect(last).toMatch(/^Không ghi được tệp (nhật ký )?“[^”]+”; hãy kiểm tra quyền ghi và dung lượng ổ đĩa\.$/);
  expect(last).toContain(`“${output}`);
  expect(status).toBe(2);
}

describe.runIf(POSIX)('no room for the whole file', () => {
  it.each(WRITING)('%s is not written', (output, args) => {
    const before = contents();
    // Blocks of 512 bytes: a part of each file fits.
    saysItCouldNot(shell('ulimit -f 4; exec "$0" "$@"', ...args), output);
    expect(contents()).toEqual(before);
  });

  it('leaves the file that was to be replaced', () => {
    copyFileSync(EXAMPLE, join(reports, 'ra.xlsx'));
    const before = contents();
    saysItCouldNot(
      shell('ulimit -f 4; exec "$0" "$@"', 'check', 'xa.xlsx', '--output', 'ra.xlsx', '--force'),
      'ra.xlsx',
    );
    expect(contents()).toEqual(before);
  });
});

it.runIf(existsSync('/dev/full'))('no room for what is printed: said, and not taken for “errors found”', () => {
  const { status, stderr } = shell('exec "$0" "$@" > /dev/full', 'check', 'xa.xlsx');
  expect(stderr.trim()).toBe('Không ghi được kết quả ra nơi nhận; hãy kiểm tra dung lượng ổ đĩa.');
  expect(status).toBe(2);
});

it.runIf(existsSync('/dev/full'))('no room for remarks: the work is done all the same', () => {
  expect(shell('exec "$0" "$@" 2> /dev/full', 'check', 'xa.xlsx', '--output', 'ra.xlsx').status).toBe(1);
  expect(readdirSync(reports)).toEqual(['ra.xlsx', 'xa.xlsx']);
});

describe.runIf(POSIX)('a folder that may only be read', () => {
  it.each(WRITING)('%s is not written', (output, args) => {
    const program = join(folder, 'cchc.mjs');
    cpSync(PROGRAM, program);
    chmodSync(folder, 0o755);
    chmodSync(reports, 0o555);
    const before = contents();
    // To root everything is allowed: as nobody, then.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const run = spawnSync(process.execPath, [program, ...args], { cwd: reports, encoding: 'utf8', ...nobody });
    chmodSync(reports, 0o755);
    saysItCouldNot(run, output);
    expect(contents()).toEqual(before);
  });
});

it.each(['ra.xlsx', 'so-lieu.csv'])('a folder in the place of %s stays, and nothing lies beside it', (output) => {
  mkdirSync(join(reports, output));
  const args = output === 'ra.xlsx' ? ['check', 'xa.xlsx'] : ['facts', 'xa.xlsx'];
  saysItCouldNot(cchc(reports, ...args, '--output', output, '--force'), output);
  expect(readdirSync(reports).sort()).toEqual([output, 'xa.xlsx'].sort());
});

describe('killed', () => {
  const check = ['check', 'xa.xlsx', '--output', 'ra.xlsx', '--force'];

  /** Starts the program and kills it: after so many milliseconds, or as soon as something new lies in the folder. */
  function killed(args: readonly string[], when: number | 'writing'): Promise<void> {
    return new Promise((done) => {
      const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: reports, stdio: 'ignore' });
      const kill = () => child.kill('SIGKILL');
      const timer = when === 'writing' ? null : setTimeout(kill, when);
      const watcher = when === 'writing' ? watch(reports, kill) : null;
      child.on('exit', () => {
        if (timer) clearTimeout(timer);
        watcher?.close();
        done();
      });
    });
  }

  it('at any moment: the output is the old one or the new one', async () => {
    const started = performance.now();
    expect(cchc(reports, ...check).status).toBe(1);
    const needed = performance.now() - started;
    const whole = [bytesOf(EXAMPLE), bytesOf(join(reports, 'ra.xlsx'))];
    for (const when of ['writing', ...[0.6, 0.7, 0.8, 0.9].map((part) => needed * part)] as const) {
      copyFileSync(EXAMPLE, join(reports, 'ra.xlsx'));
      await killed(check, when);
      expect(whole).toContain(bytesOf(join(reports, 'ra.xlsx')));
    }
  });

  it('in the middle of a long table: no table, and what is left is taken for no report', async () => {
    await killed(['facts', 'xa.xlsx', '--output', 'so-lieu.csv'], 'writing');
    expect(readdirSync(reports)).toEqual([expect.stringMatching(/^so-lieu\.csv\.\w+\.tmp$/), 'xa.xlsx']);
    const listed = JSON.parse(cchc(reports, 'check', '.', '--format', 'json').stdout);
    expect(JSON.stringify(listed)).not.toContain('.tmp');
    expect(cchc(reports, 'facts', '.', '--output', 'so-lieu.csv')).toMatchObject({ status: 1 });
  });

  it.runIf(POSIX)('by a program with the same number, which left its file', () => {
    // Numbers of processes come again, in containers above all.
    const run = shell('touch "ra.xlsx.$$.tmp"; exec "$0" "$@"', ...check);
    expect(run.status).toBe(1);
    expect(readdirSync(reports)).toContain('ra.xlsx');
  });
});

it.each([[[]], [['--resume']]])('a journal that cannot be written is said: %j', (option) => {
  mkdirSync(join(reports, 'th.xlsx.cchc-journal'));
  saysItCouldNot(cchc(reports, 'consolidate', 'xa.xlsx', '--output', 'th.xlsx', ...option), 'th.xlsx.cchc-journal');
  expect(readdirSync(reports)).toEqual(['th.xlsx.cchc-journal', 'xa.xlsx']);
});
