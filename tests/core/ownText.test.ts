// The text written from an annex never contradicts it: the comparison of texts reads what the writer wrote.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyze, composeNarrative, type InfoKey, textOf } from '../../core/index.ts';
import { consistentAnnex } from '../sheets/consistentAnnexes.ts';
import { situationWorkbook } from './workbooks.ts';

const NAMES = { huyen: 'huyện Hoằng Hóa', tinh: 'tỉnh Thanh Hóa', chotso: '31/5/2024' } as const;
const ANSWERS = {
  'xn.khonggiao': 'Có',
  'xn.congbolai': 'Có',
  'xn.diagioi': 'Có',
  'xn.datdai': 'Có',
  goiy: 'Có',
} as const;
const period = fc.constantFrom('quý I năm 2024', '6 tháng đầu năm 2024', 'năm 2024', '9 tháng năm 2025', 'năm 2026');
const extra = fc.record<Partial<Record<InfoKey, number>>>(
  {
    K: fc.integer({ min: 0, max: 20 }),
    L: fc.integer({ min: 0, max: 5 }),
    'nhap.pakn': fc.integer({ min: 0, max: 3 }),
  },
  { requiredKeys: [] },
);

it('no sentence of ours is called different from its own annex', () => {
  fc.assert(
    fc.property(consistentAnnex, period, extra, (figures, when, typed) => {
      const workbook = situationWorkbook({ figures, period: when, inputs: { ...NAMES, ...ANSWERS, ...typed } });
      const { paragraphs } = composeNarrative(analyze(workbook));
      const narrative = paragraphs.map(({ number, parts }) => `${number === '' ? '' : `${number}. `}${textOf(parts)}`);
      const findings = analyze(workbook, { narrative }).findings.filter((one) => one.rule.startsWith('text-'));
      expect(findings.map((one) => one.message)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
