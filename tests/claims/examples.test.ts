// Every claim pattern's and text rule's own sentences, run as they are printed in docs/claims.md and docs/rules.md.
import { describe, expect, it } from 'vitest';
import { misfitOf, recordOf } from '../../core/claim.ts';
import type { ClaimRecord } from '../../core/claimRecord.ts';
import { toNumber } from '../../core/decimal.ts';
import { ACTIVITIES, analyze, CLAIMS, type Situation, TEXT, type TextExample } from '../../core/index.ts';
import { mentionsIn } from '../../core/mention.ts';
import { readPassages } from '../../core/passage.ts';
import { situationOptions, situationWorkbook } from '../core/workbooks.ts';

function checked(text: string, situation: Situation = {}) {
  return analyze(situationWorkbook(situation), { ...situationOptions(situation), narrative: [text] });
}

describe.each([...CLAIMS])('$id', (record) => {
  it.each([...record.examples])('$text', ({ text, value, outcome, situation }) => {
    const claims = checked(text, situation).claims ?? [];
    expect(claims.find((claim) => claim.value === value)?.outcome, whatWasRead(text, value, record)).toBe(outcome);
  });
});

/** What whoever writes a pattern wants to know when its sentence is not understood. */
function whatWasRead(text: string, value: number, record: ClaimRecord): string {
  const mention = mentionsIn(readPassages([text]).passages).find(
    ({ number }) => number.value && toNumber(number.value) === value,
  );
  if (!mention) return `${value} is not read as a number that counts something`;
  const { unit, before, after } = mention;
  const bound = recordOf(mention);
  const misfit = misfitOf(record, mention);
  return [
    `read as: unit ${unit}, before it “${before.trim()}”, after it “${after.trim()}”`,
    `taken for: ${bound?.id ?? 'no pattern, or several alike'}`,
    misfit ? `not for ${record.id}, because of its “${misfit}”` : `it fits ${record.id}`,
  ].join('; ');
}

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
