// Complete reports of made-up communes: every number against an annex that fits, and against one where a few figures differ.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze, type Claim, pl01b2024, planAnnexForm, planInfoForm, type Situation } from '../../core/index.ts';
import { gridOfTable, workbookOf } from '../core/workbooks.ts';

interface Made {
  readonly unit: string;
  readonly period: string;
  readonly figures: NonNullable<Situation['figures']>;
  readonly inputs: NonNullable<Situation['inputs']>;
  /** The figures of the second annex that the prose contradicts. */
  readonly changed: NonNullable<Situation['figures']>;
}

const FOLDER = new URL('./bao-cao/', import.meta.url);
const names = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.txt') ? [file.slice(0, -4)] : []));

const OUTCOMES: Readonly<Record<Claim['outcome'], string>> = {
  agrees: 'khớp',
  differs: 'lệch',
  'not-compared': 'không so',
};

describe.each(names)('%s', (name) => {
  const made: Made = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'));
  const narrative = readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8').split('\n');
  const claimsWith = (figures: Made['figures']) => {
    const annex = planAnnexForm(pl01b2024, { figures, unit: made.unit, period: made.period });
    const workbook = workbookOf(gridOfTable(annex), gridOfTable(planInfoForm(made.inputs)));
    return analyze(workbook, { narrative }).claims ?? [];
  };
  const fitting = claimsWith(made.figures);
  const other = claimsWith({ ...made.figures, ...made.changed });

  it('contradicts nothing in the annex that fits', () => {
    expect(fitting.filter(({ outcome }) => outcome === 'differs')).toEqual([]);
  });

  it('reads as the table says', async () => {
    const lines = fitting.map(({ quote, value, key, outcome }, index) => {
      const second = other[index];
      const shown = value === null ? '' : String(value).replace('.', ',');
      return `| ${quote.replaceAll('|', '/')} | ${shown} | ${key ?? second?.key ?? ''} | ${OUTCOMES[outcome]} | ${second ? OUTCOMES[second.outcome] : ''} |`;
    });
    const changes = Object.entries(made.changed).map(([key, value]) => `${key} = ${value}`);
    const page = [
      `# Lời văn của ${made.unit} (tên giả định), ${made.period}`,
      `Phụ lục thứ hai khác ở: ${changes.join('; ')}.`,
      ['| Lời văn | Số | Khóa | Phụ lục khớp | Phụ lục thứ hai |', '|---|---|---|---|---|', ...lines].join('\n'),
    ].join('\n\n');
    await expect(`${page}\n`).toMatchFileSnapshot(`bao-cao/${name}.md`);
  });
});
