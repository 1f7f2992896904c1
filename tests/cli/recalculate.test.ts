// A second opinion on our live formulas: LibreOffice recalculates "Tỷ lệ tính từ Phụ lục" and must agree with the core.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  analyze,
  type Cell,
  INDICATOR_SHEET,
  planIndicatorTable,
  type Situation,
  type TableCell,
} from '../../core/index.ts';
import { newWorkbook, openWorkbook } from '../../xlsx/index.ts';
import { situationForms } from '../core/workbooks.ts';
import { temporaryFolder } from './cchc.ts';

const folder = temporaryFolder();
const installed = spawnSync('soffice', ['--version']).status === 0;
const NOT_ENOUGH = 'Chưa đủ số liệu';

const SITUATIONS: readonly (readonly [string, Situation])[] = [
  ['a consistent annex', {}],
  ['inputs given', { inputs: { K: 4, L: 4, Q: 1 } }],
  ['blanks and zeros', { figures: { '1.1.1': 0, '1.1.2': 0, '3.3.1.c': null, '2.4': 0, '2.5': 0 }, inputs: { L: 0 } }],
  ['texts and errors', { figures: { '3.3.1': 'chưa rõ', '4.1.1': { error: '#N/A' } } }],
];

/** A profile of its own that recalculates every file it loads. */
function recalculatingProfile(): string {
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  const setting =
    '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>';
  const schema = 'xmlns:oor="http://openoffice.org/2001/registry"';
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), `<oor:items ${schema}>${setting}</oor:items>`);
  return `-env:UserInstallation=file://${profile}`;
}

/** The written values are spoilt, so that only a recalculation can give the right ones. */
function spoilt(cell: TableCell): TableCell {
  return typeof cell === 'object' && cell !== null && 'formula' in cell ? { ...cell, value: 99 } : cell;
}

function recalculated(name: string, situation: Situation): { expected: readonly unknown[]; found: readonly Cell[] } {
  const file = newWorkbook();
  expect(file.apply(situationForms(situation))).toEqual({ applied: true });
  const workbook = file.readWorkbook();
  const analysis = analyze(workbook);
  const table = planIndicatorTable(analysis, workbook);
  if (!table) throw new Error('no annex');
  file.apply([{ ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(spoilt) })) }]);
  const path = join(folder, `${name}.xlsx`);
  writeFileSync(path, file.save());
  spawnSync('soffice', [
    recalculatingProfile(),
    '--headless',
    '--convert-to',
    'xlsx',
    '--outdir',
    join(folder, 'out'),
    path,
  ]);
  const opened = openWorkbook(readFileSync(join(folder, 'out', `${name}.xlsx`)));
  if (!opened.ok) throw new Error(opened.message);
  const sheet = opened.file.readWorkbook().sheets.find((one) => one.name === INDICATOR_SHEET);
  return {
    expected: analysis.indicators.map((one) => one.text ?? NOT_ENOUGH),
    found: (sheet?.cells ?? []).slice(3).map((row) => row[5] ?? null),
  };
}

/** 0.9069 → "90,69%": the sheet holds the fraction, the core the percentage in words. */
function asText(cell: Cell): string {
  return typeof cell === 'number' ? `${String(Math.round(cell * 10000) / 100).replace('.', ',')}%` : String(cell);
}

describe.skipIf(!installed)('LibreOffice', () => {
  it.each(SITUATIONS)('agrees on %s', (name, situation) => {
    const { expected, found } = recalculated(name, situation);
    expect(found.map(asText)).toEqual(expected);
  });
});
