// The real report's own prose against its annex: every number, as a table a person can sign.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { analyze, type Claim } from '../../core/index.ts';
import { openWorkbook } from '../../xlsx/index.ts';

const narrative = readFileSync('examples/hoang-hop-2024-h1.txt', 'utf8').split('\n');
const opened = openWorkbook(readFileSync('examples/hoang-hop-2024-h1.xlsx'));
if (!opened.ok) throw new Error(opened.message);
const analysis = analyze(opened.file.readWorkbook(), { narrative });
const claims = analysis.claims ?? [];
const found = analysis.findings.filter(({ rule }) => rule.startsWith('text-'));

const OUTCOMES: Readonly<Record<Claim['outcome'], string>> = {
  agrees: 'khớp',
  differs: 'lệch',
  'not-compared': 'không so',
};

function count(outcome: Claim['outcome']): number {
  return claims.filter((claim) => claim.outcome === outcome).length;
}

function line({ quote, value, key, outcome, paragraph }: Claim): string {
  const rule = found.find((finding) => outcome === 'differs' && finding.message.includes(`“${quote}”`))?.rule ?? '';
  const shown = value === null ? '' : String(value).replace('.', ',');
  return `| ${paragraph + 1} | ${quote.replaceAll('|', '/')} | ${shown} | ${key ?? ''} | ${OUTCOMES[outcome]} | ${rule} |`;
}

it('compares what can be compared, and nothing else', async () => {
  const page = [
    '# Lời văn của báo cáo Hoằng Hợp, 6 tháng đầu năm 2024',
    `Số liệu: ${claims.length}. Khớp ${count('agrees')}, lệch ${count('differs')}, không so ${count('not-compared')}. Bỏ qua ${analysis.discarded} số.`,
    ['| Đoạn | Lời văn | Số | Khóa | Kết quả | Quy tắc |', '|---|---|---|---|---|---|', ...claims.map(line)].join('\n'),
    '## Phát hiện',
    ...found.map(({ severity, rule, message, hint }) => `**${severity} · ${rule}** ${message} *${hint}*`),
  ].join('\n\n');
  await expect(`${page}\n`).toMatchFileSnapshot('hoang-hop.md');
});

it('finds the known conflicts, each once', () => {
  const rules = found.filter(({ severity }) => severity !== 'info').map(({ rule, key, left }) => [rule, key, left]);
  expect(rules).toEqual([
    ['text-differs-from-annex', '1.1.1', 17],
    ['text-differs-from-annex', '1.1.2', 21],
    ['text-claims-against-zero', '2.2', 17],
    ['text-differs-from-annex', '3.3.1.c', 440],
    ['text-rate-without-base', '3.3.1.c', 96.43],
    ['text-differs-from-annex', '3.3.2', 490],
    ['text-claims-against-zero', '3.4.1', null],
    ['text-claims-against-zero', '3.4.3', 62.53],
    ['text-differs-from-annex', '7.5.1', 146],
    ['text-counts-wrong-thing', '7.5.1', 269],
    ['text-differs-from-annex', '7.5.2', 54],
    ['text-counts-wrong-thing', '7.5.2', 179],
  ]);
});

it('agrees where the report agrees', () => {
  const agreeing = claims.filter(({ outcome }) => outcome === 'agrees').map(({ value }) => value);
  expect(agreeing).toEqual([
    38, 100, 207, 128, 79, 2, 494, 45, 5, 269, 179, 4, 17, 17, 9, 8, 100, 100, 97.77, 94.41, 5,
  ]);
  expect(analysis.discarded).toBe(299);
});

it('leaves the annex findings as they are', () => {
  const alone = analyze(opened.ok ? opened.file.readWorkbook() : { sheets: [], active: '' });
  const annex = analysis.findings.filter(({ rule }) => !rule.startsWith('text-'));
  expect(annex.map(({ message }) => message)).toEqual(alone.findings.map(({ message }) => message));
});
