// Every claim pattern's and text rule's own sentences, run as they are printed in docs/claims.md and docs/rules.md.
import { describe, expect, it } from 'vitest';
import { ACTIVITIES, analyze, CLAIMS, type Situation, TEXT, type TextExample } from '../../core/index.ts';
import { situationOptions, situationWorkbook } from '../core/workbooks.ts';

function checked(text: string, situation: Situation = {}) {
  return analyze(situationWorkbook(situation), { ...situationOptions(situation), narrative: [text] });
}

describe.each([...CLAIMS])('$id', ({ examples }) => {
  it.each([...examples])('$text', ({ text, value, outcome, situation }) => {
    const claims = checked(text, situation).claims ?? [];
    expect(claims.find((claim) => claim.value === value)?.outcome).toBe(outcome);
  });
});

describe.each([...ACTIVITIES])('$id', ({ examples }) => {
  it.each([...examples])('$text', ({ text, value, outcome, situation }) => {
    const claims = checked(text, situation).claims ?? [];
    expect(claims.find((claim) => (claim.value ?? 0) === value)?.outcome).toBe(outcome);
  });
});

describe.each([...TEXT])('$id', ({ id, severity, examples }) => {
  const { pass, fail } = examples as { [kind: string]: readonly TextExample[] };
  const found = ({ text, situation }: TextExample) =>
    checked(text, situation).findings.filter((one) => one.rule === id);
  it.each(pass ?? [])('holds: $text', (example) => {
    expect(found(example)).toEqual([]);
  });
  it.each(fail ?? [])('fails: $text', (example) => {
    const findings = found(example);
    expect(findings).toHaveLength(1);
    for (const finding of findings) {
      expect([severity, 'info']).toContain(finding.severity);
      expect(finding.message).not.toMatch(/undefined|\{|\s{2}|(^|\s)(sai|nhầm|gian)(\s|[.,;])/);
      expect(finding.hint).toMatch(/^Cần làm: .*\. Nếu cả hai đúng: /);
    }
  });
});

it('every pattern has a sentence', () => {
  for (const { id, examples } of CLAIMS) expect(examples.length, id).toBeGreaterThan(0);
});
