// What is there before a check, and whether it has changed since.
import { describe, expect, it } from 'vitest';
import {
  analyze,
  fingerprintOf,
  planCheck,
  planIndicatorTable,
  readinessOf,
  type Situation,
  type Workbook,
} from '../../core/index.ts';
import { memoryHost } from '../hosts/memory.ts';
import { gridOf, situationWorkbook, workbookOf } from './workbooks.ts';

function ready(workbook: Workbook) {
  return readinessOf(analyze(workbook));
}

describe('readinessOf', () => {
  it('counts rows, fillable rows and blanks', () => {
    expect(ready(situationWorkbook({}))).toEqual({ rows: 80, missingRows: 0, fillable: 60, filled: 60, blank: 0 });
    expect(ready(situationWorkbook({ figures: { '2.1': null, '3.5': '  ' } }))).toMatchObject({ filled: 58, blank: 2 });
  });
  it('does not count cells of rows that are not there', () => {
    const [annex, ...others] = situationWorkbook({}).sheets;
    if (!annex) throw new Error('no annex');
    const without = <T>(rows: readonly T[]) => rows.filter((_, row) => row !== 29);
    const shorter = { ...annex, cells: without(annex.cells), texts: without(annex.texts), formulas: [] };
    expect(ready({ sheets: [shorter, ...others], active: shorter.name })).toMatchObject({
      missingRows: 1,
      filled: 59,
      blank: 0,
    });
  });
  it('misses every row where there is no annex', () => {
    expect(ready(workbookOf(gridOf('Sổ tay', [['a']])))).toMatchObject({
      rows: 80,
      missingRows: 80,
      filled: 0,
      blank: 0,
    });
  });
});

describe('fingerprintOf', () => {
  const print = (situation: Situation) => fingerprintOf(situationWorkbook(situation), 'Phụ lục 01b');
  it('is another one for another figure or input', () => {
    expect(print({})).toBe(print({}));
    expect(print({ figures: { '3.3.1': 495 } })).not.toBe(print({}));
    expect(print({ inputs: { K: 4 } })).not.toBe(print({}));
  });
  it('does not look at sheets that a check does not read, ours among them', async () => {
    const workbook = situationWorkbook({});
    const host = memoryHost({ ...workbook, sheets: [...workbook.sheets, gridOf('Sổ tay', [['a']])] });
    const rates = planIndicatorTable(analyze(workbook), workbook);
    await host.apply(rates ? [rates] : []);
    expect(fingerprintOf(await host.readWorkbook(), 'Phụ lục 01b')).toBe(print({}));
  });
  it('is another one for another reason', async () => {
    const workbook = situationWorkbook({ figures: { '3.3.1': 495 } });
    const host = memoryHost(workbook);
    await host.apply(planCheck(analyze(workbook), workbook));
    const before = fingerprintOf(await host.readWorkbook(), 'Phụ lục 01b');
    const at = { row: 6, column: 7 };
    await host.apply([{ kind: 'cell', sheet: 'Phiếu kiểm tra số liệu', at, from: null, to: 'Gồm hồ sơ kỳ trước' }]);
    expect(fingerprintOf(await host.readWorkbook(), 'Phụ lục 01b')).not.toBe(before);
  });
});
