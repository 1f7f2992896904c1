// Whole reports of two made-up communes, each against an annex that agrees and one in which a handful of figures differ.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze, type Claim, type Situation } from '../../core/index.ts';
import { situationWorkbook } from '../core/workbooks.ts';
import EA_KIET from './reports/ea-kiet-2025-9t.json' with { type: 'json' };
import VINH_THANH from './reports/vinh-thanh-2024-h1.json' with { type: 'json' };

interface Annex {
  readonly unit: string;
  readonly period: string;
  readonly figures: Situation['figures'] & object;
  readonly inputs: Situation['inputs'] & object;
  readonly differing: Pick<Situation, 'figures' | 'inputs'>;
}

const OUTCOMES: Readonly<Record<Claim['outcome'], string>> = {
  agrees: 'khớp',
  differs: 'lệch',
  'not-compared': 'không so',
};

function analysisOf(narrative: readonly string[], annex: Annex, differing: Annex['differing']) {
  const figures = { ...annex.figures, ...differing.figures };
  const inputs = { ...annex.inputs, unit: annex.unit, ...differing.inputs };
  return analyze(situationWorkbook({ figures, inputs, period: annex.period }), { narrative });
}

type Analysis = ReturnType<typeof analysisOf>;

function ruled({ findings }: Analysis): readonly string[] {
  return findings
    .filter(({ rule, severity }) => rule.startsWith('text-') && severity !== 'info')
    .map(({ rule, key, message }) => `- ${rule} · ${key ?? ''} · ${message}`);
}

function table(agreeing: Analysis, differing: Analysis): string {
  const others = differing.claims ?? [];
  const lines = (agreeing.claims ?? []).map(({ quote, value, key, outcome }, index) => {
    const shown = value === null ? '' : String(value).replace('.', ',');
    const other = others[index];
    return `| ${quote.replaceAll('|', '/')} | ${shown} | ${key ?? other?.key ?? ''} | ${OUTCOMES[outcome]} | ${other ? OUTCOMES[other.outcome] : ''} |`;
  });
  return ['| Lời văn | Số | Khóa | Phụ lục khớp | Phụ lục lệch |', '|---|---|---|---|---|', ...lines].join('\n');
}

const REPORTS: readonly (readonly [string, Annex])[] = [
  ['vinh-thanh-2024-h1', VINH_THANH],
  ['ea-kiet-2025-9t', EA_KIET],
];

describe.each(REPORTS)('%s', (name, annex) => {
  const text = readFileSync(new URL(`./reports/${name}.txt`, import.meta.url), 'utf8');
  const narrative = text.trimEnd().split('\n');
  const agreeing = analysisOf(narrative, annex, {});
  const differing = analysisOf(narrative, annex, annex.differing);

  it('finds nothing where text and annex agree', () => {
    expect(ruled(agreeing)).toEqual([]);
  });

  it('binds every number as a person would', async () => {
    const page = [
      `# Lời văn của ${annex.unit}, ${annex.period}`,
      table(agreeing, differing),
      '## Phát hiện khi Phụ lục lệch',
      ruled(differing).join('\n'),
    ].join('\n\n');
    await expect(`${page}\n`).toMatchFileSnapshot(`reports/${name}.md`);
  });
});
