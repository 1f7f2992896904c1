// `cchc check --narrative`: the prose's figures in JSON and as text, and clear refusals.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { cchc, EXAMPLE, temporaryFolder } from './cchc.ts';

const folder = temporaryFolder();
const PROSE = resolve('examples/hoang-hop-2024-h1.txt');

const result = z.object({
  claims: z.array(
    z.strictObject({
      quote: z.string(),
      value: z.nullable(z.number()),
      key: z.nullable(z.string()),
      outcome: z.enum(['agrees', 'differs', 'not-compared']),
      paragraph: z.number(),
    }),
  ),
  discarded: z.number(),
  findings: z.array(z.object({ rule: z.string(), severity: z.string() })),
  summary: z.object({ errors: z.number(), warnings: z.number(), infos: z.number() }),
});

function checked(prose: string) {
  const run = cchc(folder, 'check', EXAMPLE, '--narrative', prose, '--format', 'json');
  return { ...run, json: result.parse(JSON.parse(run.stdout)) };
}

describe('the real report with its prose', () => {
  it('gives claims as JSON and counts their findings', () => {
    const { json, status } = checked(PROSE);
    const count = (outcome: string) => json.claims.filter((claim) => claim.outcome === outcome).length;
    expect([count('agrees'), count('differs'), count('not-compared'), json.discarded]).toEqual([21, 12, 55, 299]);
    expect(json.claims).toContainEqual({
      quote: 'Số nhiệm vụ đã hoàn thành: 21 nhiệm vụ',
      value: 21,
      key: '1.1.2',
      outcome: 'differs',
      paragraph: 48,
    });
    expect(json.summary).toEqual({ errors: 9, warnings: 13, infos: 2 });
    expect(status).toBe(1);
  });
  it('tells them as text', () => {
    const { stdout } = cchc(folder, 'check', EXAMPLE, '--narrative', PROSE);
    expect(stdout).toMatch(/Lời văn và Phụ lục\n\s+Tìm thấy 88 số liệu: 21 khớp, 12 lệch, 55 chưa đối chiếu được\./);
    expect(stdout).toContain('“Tiếp nhận trực tuyến 440 hồ sơ”');
    expect(stdout).toContain('Nếu cả hai đúng:');
  });
  it('reads UTF-16, Windows line ends and .md alike', () => {
    const text = readFileSync(PROSE, 'utf8');
    const { json } = checked(PROSE);
    writeFileSync(join(folder, 'utf16.txt'), `\ufeff${text}`, 'utf16le');
    writeFileSync(join(folder, 'windows.txt'), `\ufeff${text.replaceAll('\n', '\r\n')}`);
    copyFileSync(PROSE, join(folder, 'prose.md'));
    for (const file of ['utf16.txt', 'windows.txt', 'prose.md']) expect(checked(file).json).toEqual(json);
  });
  it('says nothing of claims without a prose', () => {
    const { stdout } = cchc(folder, 'check', EXAMPLE, '--format', 'json');
    expect(Object.keys(JSON.parse(stdout))).not.toContain('claims');
  });
});

describe('refusals, one sentence each', () => {
  writeFileSync(join(folder, 'report.docx'), 'PK');
  it.each([
    [['--narrative', 'report.docx'], /^report\.docx: Tệp bị hỏng/],
    [['--narrative', 'missing.txt'], /^missing\.txt: Không có tệp này; hãy kiểm tra lại tên và đường dẫn\.$/],
    [['--narrative', 'report.pdf'], /^--narrative nhận tệp \.docx, \.txt hoặc \.md/],
    [
      [EXAMPLE.replace('.xlsx', '.values.json'), '--narrative', PROSE],
      /^--narrative chỉ dùng khi kiểm tra đúng một tệp/,
    ],
  ])('%j', (args, sentence) => {
    const run = cchc(folder, 'check', EXAMPLE, ...args);
    expect(run.status).toBe(2);
    expect(run.stderr.trim()).toMatch(sentence);
    expect(run.stdout).toBe('');
  });
});
