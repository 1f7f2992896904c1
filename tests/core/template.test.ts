// The template against the form it was read from, and the code lists of its unit cells.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { partsOf, pl01b2024 } from '../../core/index.ts';
import { choiceOf, parseChoices } from '../../core/template.ts';

const SOURCE = '../shared/domain/annex-01b.rows.json';

describe('Phụ lục 01b', () => {
  it('has 80 rows, 60 of them to fill', () => {
    const count = (kind: string) => pl01b2024.rows.filter((row) => row.kind === kind).length;
    expect([pl01b2024.rows.length, count('count'), count('choice'), count('percent'), count('heading')]).toEqual([
      80, 46, 9, 5, 20,
    ]);
  });
  it('has unique keys, each part below its whole', () => {
    const keys = pl01b2024.rows.map((row) => row.key);
    expect(new Set(keys).size).toBe(80);
    expect(partsOf(pl01b2024, '3.3.1')).toEqual(['3.3.1.a', '3.3.1.b', '3.3.1.c', '3.3.1.d']);
    expect(partsOf(pl01b2024, '7.2.3')).toEqual(['7.2.3.a', '7.2.3.b']);
  });
  it.skipIf(!existsSync(SOURCE))('is the form, row by row', () => {
    const rows = pl01b2024.rows.map((row) => [
      row.key,
      row.code ?? row.key,
      row.label,
      row.printed,
      row.unit ?? '',
      row.kind,
    ]);
    const source: Record<string, string>[] = JSON.parse(readFileSync(SOURCE, 'utf8'));
    expect(rows).toEqual(
      source.map((row) => [row.key, row.printedCode, row.label, row.labelAsPrinted, row.printedUnit, row.kind]),
    );
  });
});

describe('code lists', () => {
  it.each([
    ['Trực tuyến = 0 Phát phiếu = 1 Kết hợp = 2', '0 Trực tuyến|1 Phát phiếu|2 Kết hợp'],
    ['Chưa có = 0 2 cấp = 1 3 cấp = 2', '0 Chưa có|1 2 cấp|2 3 cấp'],
    ['Có ban hành KH = 1\nKhông ban hành KH = 0', '1 Có ban hành KH|0 Không ban hành KH'],
    ['Có=1/Không=0', '1 Có|0 Không'],
    ['(Có = 1, Không = 0)', '1 Có|0 Không'],
    ['0: Chưa có; 1: 2 cấp; 2: 3 cấp', '0 Chưa có|1 2 cấp|2 3 cấp'],
    ['Nhiệm vụ', ''],
    ['%', ''],
  ])('%j', (unit, list) => {
    expect(
      parseChoices(unit)
        .map((choice) => `${choice.code} ${choice.label}`)
        .join('|'),
    ).toBe(list);
  });
  const survey = parseChoices('Trực tuyến = 0 Phát phiếu = 1 Kết hợp = 2');
  const plan = parseChoices('Có ban hành KH = 1 Không ban hành KH = 0');
  it.each([
    ['Kết hợp', survey, 2],
    ['phát phiếu', survey, 1],
    ['x', survey, null],
    ['Có', plan, 1],
    ['Không', plan, 0],
    ['Chưa', plan, 0],
    ['X', plan, 1],
    ['Có thể', plan, null],
    ['', plan, null],
  ])('%j stands for a code', (text, choices, code) => {
    expect(choiceOf(text, choices)).toBe(code);
  });
});
