// LibreOffice as a second opinion on live formulas: it recalculates a file of ours from formulas whose values are spoilt.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TableCell, TableChange, Workbook } from '../../core/index.ts';
import { openWorkbook } from '../../xlsx/index.ts';

export const LIBRE_OFFICE_INSTALLED = spawnSync('soffice', ['--version']).status === 0;

/** A profile of its own that recalculates every file it loads. */
function recalculatingProfile(folder: string): string {
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  const setting =
    '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>';
  const schema = 'xmlns:oor="http://openoffice.org/2001/registry"';
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), `<oor:items ${schema}>${setting}</oor:items>`);
  return `-env:UserInstallation=file://${profile}`;
}

/** The table with the values of its formulas spoilt, so that only a recalculation can give the right ones. */
export function spoilt(table: TableChange): TableChange {
  const spoil = (cell: TableCell): TableCell =>
    typeof cell === 'object' && cell !== null && 'formula' in cell ? { ...cell, value: 99 } : cell;
  return { ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(spoil) })) };
}

/** What LibreOffice makes of the file's bytes. */
export function recalculated(folder: string, name: string, bytes: Uint8Array): Workbook {
  const path = join(folder, `${name}.xlsx`);
  const out = join(folder, 'out');
  writeFileSync(path, bytes);
  spawnSync('soffice', [recalculatingProfile(folder), '--headless', '--convert-to', 'xlsx', '--outdir', out, path]);
  const opened = openWorkbook(readFileSync(join(out, `${name}.xlsx`)));
  if (!opened.ok) throw new Error(opened.message);
  return opened.file.readWorkbook();
}
