// Every rule's own examples, run as they are printed in docs/rules.md, and the lint over the catalogue itself.
import { describe, expect, it } from 'vitest';
import { analyze, BETWEEN, CONTENT, type Situation, STRUCTURE } from '../../core/index.ts';
import { situationOptions, situationWorkbook } from './workbooks.ts';

function findingsOf(id: string, situation: Situation) {
  return analyze(situationWorkbook(situation), situationOptions(situation)).findings.filter(
    (finding) => finding.rule === id,
  );
}

describe.each([...STRUCTURE, ...CONTENT, ...BETWEEN])('$id', (rule) => {
  const { pass, fail, undecided } = rule.examples as { [kind: string]: readonly Situation[] };
  it.each(pass ?? [])('holds: %j', (situation) => {
    const analysis = analyze(situationWorkbook(situation), situationOptions(situation));
    expect(analysis.findings.filter((finding) => finding.rule === rule.id)).toEqual([]);
    expect(analysis.undecided.filter((one) => one.rule === rule.id)).toEqual([]);
  });
  it.each(fail ?? [])('fails: %j', (situation) => {
    const findings = findingsOf(rule.id, situation);
    expect(findings.map((finding) => finding.severity)).toContain(situation.severity);
    if (situation.imbalance !== undefined) expect(findings[0]?.imbalance).toBe(situation.imbalance);
    for (const finding of findings) {
      expect(finding.message).not.toMatch(/undefined|…\s|\{|\s{2}/);
      expect(finding.hint).toMatch(/Cần làm: /);
    }
  });
  it.each(undecided ?? [])('is undecided: %j', (situation) => {
    const analysis = analyze(situationWorkbook(situation), situationOptions(situation));
    expect(analysis.findings.filter((finding) => finding.rule === rule.id)).toEqual([]);
    expect(analysis.undecided.map((one) => one.rule)).toContain(rule.id);
  });
});

it('the consistent annex has no finding at all', () => {
  const analysis = analyze(situationWorkbook({}));
  expect(analysis.findings).toEqual([]);
  expect(analysis.undecided).toEqual([]);
});
