// A lint over the rule catalogue itself: no duplicates, no contradictions, nothing always true, every record complete.
import { describe, expect, it } from 'vitest';
import {
  type Check,
  CONTENT,
  type Comparison,
  type Condition,
  isReason,
  type Message,
  PRESETS,
  RULE_ORDER,
  type Rule,
  STALE,
  STRUCTURE,
  TEXT,
} from '../../core/index.ts';

const content: readonly Rule[] = CONTENT;
const all = [...STRUCTURE, ...CONTENT, ...TEXT];
const checks = content.flatMap((rule) => rule.checks.map((check) => ({ rule: rule.id, check })));

function wordsOf(message: Message): string {
  return message
    .map((part) =>
      typeof part === 'string' ? part : part.say === 'when' ? wordsOf(part.text) + wordsOf(part.otherwise) : '#',
    )
    .join('');
}

it('ids are unique and kebab-case', () => {
  expect([...RULE_ORDER.keys()]).toEqual([...all, STALE].map(({ id }) => id));
  for (const rule of [...all, STALE]) expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

it.each(all)('$id has a title, a basis and examples', (rule) => {
  expect(rule.title).toMatch(/\.$/);
  expect(rule.basis).toMatch(/\.$/);
  expect(rule.examples.pass.length).toBeGreaterThan(0);
  // That no sheet carries the annex is shown by the layout sheets, not by a change to one.
  const seenElsewhere = rule.id === 'annex-not-found' || rule.id === 'template-unreadable';
  if (!seenElsewhere) expect(rule.examples.fail.length).toBeGreaterThan(0);
});

it.each(content)('$id shows when it is undecided', (rule) => {
  expect(rule.examples.undecided.length).toBeGreaterThan(0);
});

describe('messages', () => {
  it.each(checks)('$rule says what is wrong and what to do', ({ check }) => {
    expect(wordsOf(check.message)).toMatch(/[.]$/);
    expect(wordsOf(check.hint.todo)).toMatch(/[.]$/);
    expect(wordsOf(check.hint.ifRight)).toMatch(/[.”]$/);
  });
  it.each(checks)('$rule never says who erred', ({ check }) => {
    const words = [check.message, check.hint.todo, check.hint.ifRight].map(wordsOf).join(' ');
    expect(words).not.toMatch(/(^|\s)(sai|nhầm|gian lận|gian dối|lỗi của)(\s|[.,;])/i);
  });
  it.each(checks)('$rule gives both sides where it compares', ({ check }) => {
    const slots = JSON.stringify(check.message);
    if (check.sides) expect(slots).toMatch(/"say":"(size|signed|right)"/);
  });
});

/** left − right as coefficients, so that two spellings of one comparison are equal. */
function normalForm(comparison: Comparison): Map<string, number> {
  const form = new Map<string, number>();
  const add = (terms: Comparison['left'], sign: number) => {
    for (const term of terms) {
      const [factor, name] =
        typeof term === 'number' ? [term, '1'] : typeof term === 'string' ? [1, term] : [term[0], term[1]];
      form.set(name, (form.get(name) ?? 0) + sign * factor);
    }
  };
  add(comparison.left, 1);
  add(comparison.right, -1);
  for (const [name, factor] of form) if (factor === 0) form.delete(name);
  return form;
}

function comparisonsIn(condition: Condition): readonly Comparison[] {
  if ('left' in condition) return [condition];
  if ('all' in condition) return condition.all.flatMap(comparisonsIn);
  if ('any' in condition) return condition.any.flatMap(comparisonsIn);
  if ('not' in condition) return comparisonsIn(condition.not);
  return [];
}

it('no comparison is always true or always false', () => {
  for (const { check } of checks) {
    for (const comparison of comparisonsIn(check.must))
      expect([...normalForm(comparison).keys()].filter((name) => name !== '1')).not.toEqual([]);
  }
});

function keyOf(check: Check): string {
  const must = check.must;
  const form = 'left' in must ? { form: [...normalForm(must)].sort(), is: must.is } : must;
  return JSON.stringify({ applies: check.applies ?? null, form });
}

it('no two checks demand the same', () => {
  const seen = new Map<string, string>();
  for (const { rule, check } of checks) {
    expect(seen.get(keyOf(check)), `${rule} repeats another rule`).toBeUndefined();
    seen.set(keyOf(check), rule);
  }
});

const OPPOSITES: Readonly<Record<string, string>> = { '=': '≠', '≠': '=', '≤': '>', '>': '≤', '≥': '<', '<': '≥' };
const MIRRORED: Readonly<Record<string, string>> = { '=': '=', '≠': '≠', '≤': '≥', '≥': '≤', '<': '>', '>': '<' };

it('no two unconditional comparisons contradict each other', () => {
  const plain = checks.flatMap(({ check }) => ('left' in check.must && !check.applies ? [check.must] : []));
  const spelled = (comparison: Comparison, sign: 1 | -1) =>
    JSON.stringify([...normalForm(comparison)].map(([name, factor]) => [name, factor * sign]).sort());
  for (const one of plain) {
    for (const other of plain) {
      if (spelled(one, 1) === spelled(other, 1)) expect(other.is).not.toBe(OPPOSITES[one.is]);
      if (spelled(one, -1) === spelled(other, 1)) expect(other.is).not.toBe(OPPOSITES[MIRRORED[one.is] ?? '']);
    }
  }
});

describe('presets', () => {
  it.each(PRESETS)('“$text” is a whole reason, of rules that exist', ({ rules, text, size, writes }) => {
    expect(isReason(text.replace('{n}', ''))).toBe(true);
    expect(text).toMatch(/[^.\s]$/);
    for (const id of rules) {
      const rule = content.find((one) => one.id === id);
      // A number in the words is the imbalance, or a sum of its own.
      if (text.includes('{n}')) expect(size !== undefined || rule?.checks.every(({ sides }) => sides)).toBe(true);
    }
    if (writes) expect(text).toContain('{n}');
  });
});
