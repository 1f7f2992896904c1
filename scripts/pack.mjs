// Packs what was built into the files one hands out. The same input gives the same bytes: names sorted, times those of the release.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { packagesIn } from './licences.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const fromRoot = (path) => readFileSync(join(root, path));
const project = JSON.parse(fromRoot('package.json'));

/** Files that are copied into a script by hand, or pushed there. */
const SCRIPT = ['Code.js', 'appsscript.json', 'licenses-code.txt', 'licenses-sidebar.txt', 'sidebar.html'];
const PROGRAM = ['cchc.mjs', 'cchc.licenses.txt'];

/**
 * Packs dist/ into a folder, which is emptied first.
 * @param {string} folder absolute
 * @returns {readonly string[]} the names of the files made, sorted
 */
export function pack(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const date = releaseDate();
  const name = `${project.name}-${project.version}`;
  const built = { excel: read('excel-addin'), 'google-sheets': read('apps-script', SCRIPT), desk: read('desk') };
  const program = read('.', PROGRAM);
  for (const [part, files] of Object.entries({ ...built, cli: program }))
    writeFileSync(join(folder, `${name}-${part}.zip`), zip(files, date));
  packForNpm(folder, program);
  const licences = [program, ...Object.values(built)].flatMap((files) =>
    Object.keys(files)
      .filter((path) => path.includes('licenses'))
      .map((path) => files[path].toString()),
  );
  writeFileSync(join(folder, `${name}.sbom.json`), billOfMaterials(new Set(licences.flatMap(packagesIn)), date));
  writeSums(folder);
  return readdirSync(folder).sort();
}

/** The day that CHANGELOG.md names for this version, as year, month and day. */
function releaseDate() {
  const version = project.version.replaceAll('.', '\\.');
  const found = new RegExp(`^## ${version} – (\\d{2})/(\\d{2})/(\\d{4})$`, 'm').exec(
    fromRoot('CHANGELOG.md').toString(),
  );
  if (!found) throw new Error(`CHANGELOG.md has no heading “## ${project.version} – dd/mm/yyyy”.`);
  return { year: Number(found[3]), month: Number(found[2]), day: Number(found[1]) };
}

/** The files of a folder of dist/ by their paths in it; all of them, unless named. */
function read(folder, names) {
  const base = join(root, 'dist', folder);
  const paths = names ?? filesIn(base, '');
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(base, path))]));
}

function filesIn(base, under) {
  return readdirSync(join(base, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under === '' ? entry.name : `${under}/${entry.name}`;
    return entry.isDirectory() ? filesIn(base, path) : [path];
  });
}

/** A zip has times without a zone: noon of the day is noon on every machine. */
function zip(files, { year, month, day }) {
  const entries = { ...files, LICENSE: fromRoot('LICENSE') };
  const sorted = Object.fromEntries(Object.entries(entries).sort(([one], [other]) => (one < other ? -1 : 1)));
  return zipSync(sorted, { level: 9, mtime: new Date(year, month - 1, day, 12) });
}

/** The program as a package: everything is in the one file, so that it is installed without any registry. */
function packForNpm(folder, program) {
  const stage = mkdtempSync(join(tmpdir(), 'cchc-pack-'));
  try {
    const { name, version, description, license, type, engines } = project;
    const bin = { cchc: 'cchc.mjs' };
    const installed = { name, version, description, license, type, engines, bin, files: PROGRAM };
    writeFileSync(join(stage, 'package.json'), `${JSON.stringify(installed, null, 2)}\n`);
    for (const [path, content] of Object.entries(program)) writeFileSync(join(stage, path), content);
    cpSync(join(root, 'LICENSE'), join(stage, 'LICENSE'));
    npm(['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], stage);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** npm's own list (CycloneDX), of those packages only that are in what is handed out. */
function billOfMaterials(packages, { year, month, day }) {
  const listed = npm(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--offline'], root);
  const { serialNumber: _made, metadata, components, dependencies, ...rest } = JSON.parse(listed);
  // npm knows in which state of development a package stands here, not that it was built in.
  const shipped = components.flatMap(({ properties: _state, scope: _scope, ...one }) =>
    packages.has(one['bom-ref']) ? [{ ...one, scope: 'required' }] : [],
  );
  const missing = [...packages].filter((name) => !shipped.some((one) => one['bom-ref'] === name));
  if (missing.length > 0) throw new Error(`Not in package-lock.json: ${missing.join(', ')}`);
  const own = metadata.component;
  const refs = [...packages].sort();
  const timestamp = new Date(Date.UTC(year, month - 1, day, 12)).toISOString();
  const bill = {
    ...rest,
    metadata: { ...metadata, timestamp, component: { ...own, name: project.name, properties: [] } },
    components: shipped,
    dependencies: [
      { ref: own['bom-ref'], dependsOn: refs },
      ...dependencies
        .filter(({ ref }) => packages.has(ref))
        .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => packages.has(one)) })),
    ],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

/** As `sha256sum --check` reads it. */
function writeSums(folder) {
  const lines = readdirSync(folder)
    .sort()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}  ${name}\n`,
    );
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''));
}

function npm(args, cwd) {
  const shell = process.platform === 'win32';
  return execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    shell,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
