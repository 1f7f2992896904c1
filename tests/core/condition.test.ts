// Conditions decided one by one: every relation at its border, every kind of condition where it holds and where it does not,
// and what makes a check undecided. The figures are written as an official prints them.
import { describe, expect, it } from 'vitest';
import { conditionOperands, decides, holds, missingOf, questionOf } from '../../core/condition.ts';
import { type Decimal, toNumber } from '../../core/decimal.ts';
import { evaluate } from '../../core/evaluate.ts';
import { formValue, isKey, operandsOf, writeForm } from '../../core/form.ts';
import type { Period } from '../../core/period.ts';
import type { Check, Condition, Facts, Form, Relation } from '../../core/rule.ts';

/** "33,30" keeps its two decimals: they say how it was rounded. */
function decimal(shown: string): Decimal {
  const [whole = '', fraction = ''] = shown.split(',');
  return { digits: Number(whole + fraction), decimals: fraction.length };
}

/** What stands in the rows and inputs; "" is a blank row, "x" a row that cannot be read. Others are not on the sheet. */
type Given = Readonly<Record<string, string>>;

function factsOf(given: Given, period: Period | null = null): Facts {
  const value = (name: string) => (/^\d/.test(given[name] ?? '') ? decimal(given[name] ?? '') : null);
  return {
    figure: value,
    input: value,
    state: (key) => (given[key] === undefined ? 'absent' : given[key] === '' ? 'blank' : 'filled'),
    told: (what) => given[what] !== undefined,
    period,
  };
}

const RELATIONS: readonly Relation[] = ['=', '≠', '<', '≤', '>', '≥'];

/** The relations in which left stands to right. */
function relationsOf(left: Form, right: Form, given: Given, rounded = false): string {
  return RELATIONS.filter((is) =>
    holds({ left, is, right, ...(rounded && { rounded: true as const }) }, factsOf(given)),
  ).join(' ');
}

describe('a comparison', () => {
  it.each<[Form, Form, Given, string]>([
    [['1.1.2'], ['1.1.1'], { '1.1.1': '38', '1.1.2': '37' }, '≠ < ≤'],
    [['1.1.2'], ['1.1.1'], { '1.1.1': '38', '1.1.2': '38' }, '= ≤ ≥'],
    [['1.1.2'], ['1.1.1'], { '1.1.1': '38', '1.1.2': '39' }, '≠ > ≥'],
    // An input not given counts as 0; a factor counts as often as it says.
    [['3.3.2'], ['3.3.1', 'K'], { '3.3.1': '494', '3.3.2': '494' }, '= ≤ ≥'],
    [['3.3.2'], ['3.3.1', 'K'], { '3.3.1': '494', '3.3.2': '498', K: '4' }, '= ≤ ≥'],
    [['3.3.2'], ['3.3.1', [-2, 'K']], { '3.3.1': '494', '3.3.2': '486', K: '4' }, '= ≤ ≥'],
    [['3.3.2'], ['3.3.1', [-2, 'K']], { '3.3.1': '494', '3.3.2': '490', K: '2' }, '= ≤ ≥'],
    [['3.3.2', 8], ['3.3.1'], { '3.3.1': '494', '3.3.2': '486' }, '= ≤ ≥'],
    // Where a float goes wrong: 0,1 + 0,2.
    [['7.2.3.a', '7.2.3.b'], ['3.2.4'], { '7.2.3.a': '0,1', '7.2.3.b': '0,2', '3.2.4': '0,3' }, '= ≤ ≥'],
    [['7.2.3.a', [2, '7.2.3.b']], [100], { '7.2.3.a': '50,5', '7.2.3.b': '24,75' }, '= ≤ ≥'],
    [['7.2.3.a', '7.2.3.b'], [100], { '7.2.3.a': '33,33', '7.2.3.b': '66,66' }, '≠ < ≤'],
    // Beyond what a float holds: eleven times fifteen digits, and one more.
    [[[11, '3.3.1']], [[11, '3.3.1'], 1], { '3.3.1': '999999999999999' }, '≠ < ≤'],
    [[[11, '3.3.1'], 1], [[11, '3.3.1']], { '3.3.1': '999999999999999' }, '≠ > ≥'],
    [[[9, '3.3.1']], [[-9, '3.3.1'], 1], { '3.3.1': '999999999999999' }, '≠ > ≥'],
  ])('of %j with %j, given %j: %s', (left, right, given, relations) => {
    expect(relationsOf(left, right, given)).toBe(relations);
  });
});

// 33,33 may have been anything from 33,325 to 33,335: two such shares are known to a hundredth, and to no more.
describe('a comparison of rounded shares with 100', () => {
  it.each<[string, string, string]>([
    ['33,33', '66,66', '= < ≤ ≥'],
    ['33,33', '66,65', '≠ < ≤'],
    ['33,34', '66,67', '= ≤ > ≥'],
    ['33,34', '66,68', '≠ > ≥'],
    ['33,33', '66,67', '= < ≤ > ≥'],
    // Printed whole, a share is known to half a unit.
    ['33', '66', '= < ≤ ≥'],
    ['33', '65', '≠ < ≤'],
    ['33,33', '66', '≠ < ≤'],
  ])('%s and %s: %s', (one, other, relations) => {
    const given = { '7.2.3.a': one, '7.2.3.b': other };
    expect(relationsOf(['7.2.3.a', '7.2.3.b'], [100], given, true)).toBe(relations);
  });
});

const NINE_MONTHS: Period = { label: '9 tháng năm 2025', year: 2025, months: 9, end: '2025-09' };
const THIRD_QUARTER: Period = { label: 'quý III năm 2025', year: 2025, months: 3, end: '2025-09' };
const YEAR: Period = { label: 'năm 2025', year: 2025, months: 12, end: '2025-12' };
const PLAN_DONE: Condition = { left: ['1.1.2'], is: '≤', right: ['1.1.1'] };
const SOME_PLANNED: Condition = { left: ['1.1.1'], is: '>', right: [0] };

describe('a condition', () => {
  it.each<[string, Condition, Given, Period | null, boolean]>([
    ['all, both hold', { all: [PLAN_DONE, SOME_PLANNED] }, { '1.1.1': '38', '1.1.2': '37' }, null, true],
    ['all, the second does not', { all: [PLAN_DONE, SOME_PLANNED] }, { '1.1.1': '0', '1.1.2': '0' }, null, false],
    ['all, the first does not', { all: [PLAN_DONE, SOME_PLANNED] }, { '1.1.1': '38', '1.1.2': '39' }, null, false],
    ['any, the second holds', { any: [PLAN_DONE, SOME_PLANNED] }, { '1.1.1': '38', '1.1.2': '39' }, null, true],
    ['any, none holds', { any: [{ not: PLAN_DONE }, SOME_PLANNED] }, { '1.1.1': '0', '1.1.2': '0' }, null, false],
    ['not', { not: PLAN_DONE }, { '1.1.1': '38', '1.1.2': '39' }, null, true],
    ['an input given', { known: 'K' }, { K: '0' }, null, true],
    ['an input not given', { known: 'K' }, {}, null, false],
    ['a row filled, unreadable', { filled: '1.4.2' }, { '1.4.2': 'x' }, null, true],
    ['a row filled, blank', { filled: '1.4.2' }, { '1.4.2': '' }, null, false],
    ['a row filled, not on the sheet', { filled: '1.4.2' }, {}, null, false],
    ['blank or zero, blank', { blankOrZero: '7.2.3.a' }, { '7.2.3.a': '' }, null, true],
    ['blank or zero, 0', { blankOrZero: '7.2.3.a' }, { '7.2.3.a': '0' }, null, true],
    ['blank or zero, 1', { blankOrZero: '7.2.3.a' }, { '7.2.3.a': '1' }, null, false],
    ['blank or zero, not on the sheet', { blankOrZero: '7.2.3.a' }, {}, null, false],
    [
      '99,9 % of 371',
      { reachable: { share: '7.2.3.a', total: '7.2.3' } },
      { '7.2.3.a': '99,9', '7.2.3': '371' },
      null,
      false,
    ],
    [
      '100 % of 371',
      { reachable: { share: '7.2.3.a', total: '7.2.3' } },
      { '7.2.3.a': '100', '7.2.3': '371' },
      null,
      true,
    ],
    [
      'a share of a blank',
      { reachable: { share: '7.2.3.a', total: '7.2.3' } },
      { '7.2.3.a': '100', '7.2.3': '' },
      null,
      false,
    ],
    ['no share', { reachable: { share: '7.2.3.a', total: '7.2.3' } }, { '7.2.3.a': '', '7.2.3': '371' }, null, false],
    ['ends from its own month on', { ends: { from: '2025-09' } }, {}, NINE_MONTHS, true],
    ['ends from a later month on', { ends: { from: '2025-10' } }, {}, NINE_MONTHS, false],
    ['ends up to its own month', { ends: { to: '2025-09' } }, {}, NINE_MONTHS, true],
    ['ends up to an earlier month', { ends: { to: '2025-08' } }, {}, NINE_MONTHS, false],
    ['ends between', { ends: { from: '2025-07', to: '2026-06' } }, {}, NINE_MONTHS, true],
    ['ends between, too late', { ends: { from: '2025-01', to: '2025-06' } }, {}, NINE_MONTHS, false],
    ['ends, no period known', { ends: { to: '2025-09' } }, {}, null, false],
    ['ends the year', { endsYear: true }, {}, YEAR, true],
    ['ends the year, in September', { endsYear: true }, {}, NINE_MONTHS, false],
    ['ends the year, no period known', { endsYear: true }, {}, null, false],
    ['nine months from January', { months: 9 }, {}, NINE_MONTHS, true],
    ['nine months, of a year', { months: 9 }, {}, YEAR, false],
    ['three months from January, in a third quarter', { months: 3 }, {}, THIRD_QUARTER, false],
    ['twelve months', { months: 12 }, {}, YEAR, true],
    ['said on “Thông tin báo cáo”', { told: 'noTasksAssigned' }, { noTasksAssigned: 'Có' }, null, true],
    ['not said there', { told: 'noTasksAssigned' }, {}, null, false],
    ['months, no period known', { months: 9 }, {}, null, false],
  ])('%s', (_name, condition, given, period, expected) => {
    expect(holds(condition, factsOf(given, period))).toBe(expected);
  });
});

describe('held against an earlier period', () => {
  const risen: Condition = { since: { of: ['3.3.1'], is: 'risen' } };
  const facts = factsOf({ '3.3.1': '494' });
  it.each([
    ['without one', facts, false],
    ['that it has not risen from', { ...facts, since: () => false }, false],
    ['that it has risen from', { ...facts, since: ({ is }: { is: string }) => is === 'risen' }, true],
  ])('%s', (_name, known, expected) => {
    expect(holds(risen, known)).toBe(expected);
  });
});

// A blank is never a zero: what lacks a figure is not decided, unless the condition itself looks at the blank.
describe('what is missing', () => {
  it.each<[string, Condition, Given, string]>([
    ['nothing', PLAN_DONE, { '1.1.1': '38', '1.1.2': '37' }, ''],
    ['a blank', PLAN_DONE, { '1.1.1': '', '1.1.2': '37' }, '1.1.1'],
    ['a row that cannot be read', PLAN_DONE, { '1.1.1': '38', '1.1.2': 'x' }, '1.1.2'],
    ['rows that are not there, in the order written', PLAN_DONE, {}, '1.1.2 1.1.1'],
    ['a row said twice, once', { all: [PLAN_DONE, SOME_PLANNED] }, { '1.1.2': '37' }, '1.1.1'],
    ['never an input', { left: ['3.3.2'], is: '≤', right: ['3.3.1', [2, 'K']] }, { '3.3.1': '494' }, '3.3.2'],
    [
      'a blank that is looked at',
      { any: [{ not: { filled: '1.4.2' } }, SOME_PLANNED] },
      { '1.1.1': '38', '1.4.2': '' },
      '',
    ],
    ['a blank in any', { any: [PLAN_DONE, SOME_PLANNED] }, { '1.1.1': '', '1.1.2': '5' }, '1.1.1'],
    ['a blank in not', { not: PLAN_DONE }, { '1.1.1': '', '1.1.2': '5' }, '1.1.1'],
    ['a row looked at, not on the sheet', { filled: '1.4.2' }, {}, '1.4.2'],
    ['a row looked at that cannot be read', { blankOrZero: '7.2.3.a' }, { '7.2.3.a': 'x' }, '7.2.3.a'],
    ['a blank looked at in all', { all: [{ blankOrZero: '7.2.3.a' }] }, { '7.2.3.a': '' }, ''],
    ['the total of a share first', { reachable: { share: '7.2.3.a', total: '7.2.3' } }, {}, '7.2.3 7.2.3.a'],
    ['the figures of a trend', { since: { of: ['3.3.1.c'], over: ['3.3.1'], is: 'risen' } }, {}, '3.3.1.c 3.3.1'],
    ['the figure of a trend that is no rate', { since: { of: ['3.3.1'], is: 'risen' } }, {}, '3.3.1'],
    ['nothing, of a period', { all: [{ endsYear: true }, { months: 12 }] }, {}, ''],
  ])('%s', (_name, condition, given, missing) => {
    expect(missingOf(questionOf(condition), factsOf(given)).join(' ')).toBe(missing);
    if (missing !== '') expect(decides(condition, factsOf(given))).toBe(false);
  });
  it('a condition that lacks nothing decides as it holds', () => {
    expect(decides(PLAN_DONE, factsOf({ '1.1.1': '38', '1.1.2': '37' }))).toBe(true);
    expect(decides(PLAN_DONE, factsOf({ '1.1.1': '38', '1.1.2': '39' }))).toBe(false);
  });
  it('inputs are operands too, each once', () => {
    const condition: Condition = { all: [{ known: 'K' }, { left: ['3.3.1', 'K'], is: '=', right: [[2, 'L'], 4] }] };
    expect(conditionOperands(condition)).toEqual(['K', '3.3.1', 'L']);
    expect(conditionOperands({ endsYear: true })).toEqual([]);
  });
});

const CHECK: Check = {
  key: '1.1.2',
  must: PLAN_DONE,
  sides: { left: ['1.1.2'], right: ['1.1.1'] },
  severity: [['warning', { known: 'K' }], ['error']],
  message: [],
  hint: { todo: [], ifRight: [] },
};

describe('a check', () => {
  const { sides: _sides, ...withoutSides } = CHECK;
  const onlyAtYearsEnd: Check = { ...CHECK, applies: { endsYear: true } };
  const elsewhere: Check = { ...CHECK, unless: { left: ['1.3.1'], is: '=', right: [0] } };
  const over = { '1.1.1': '38', '1.1.2': '40' };
  it.each<[string, Check, Facts, string]>([
    ['passes', CHECK, factsOf({ '1.1.1': '38', '1.1.2': '38' }), 'pass'],
    ['fails with both sides', CHECK, factsOf(over), 'fail error 40 38'],
    ['fails by the first severity that holds', CHECK, factsOf({ ...over, K: '4' }), 'fail warning 40 38'],
    ['fails by its only severity', { ...CHECK, severity: 'info' }, factsOf(over), 'fail info 40 38'],
    ['fails without sides', withoutSides, factsOf(over), 'fail error – –'],
    ['is undecided with a blank', CHECK, factsOf({ '1.1.1': '', '1.1.2': '40' }), 'undecided 1.1.1'],
    ['is not applicable, blank or not', onlyAtYearsEnd, factsOf({ '1.1.1': '' }, NINE_MONTHS), 'not-applicable'],
    ['applies where it is said to', onlyAtYearsEnd, factsOf(over, YEAR), 'fail error 40 38'],
    ['passes where another rule speaks', elsewhere, factsOf({ ...over, '1.3.1': '0' }), 'pass'],
    ['fails where the other has nothing to say', elsewhere, factsOf({ ...over, '1.3.1': '5' }), 'fail error 40 38'],
    ['fails where the other cannot tell', elsewhere, factsOf({ ...over, '1.3.1': '' }), 'fail error 40 38'],
  ])('%s', (_name, check, facts, expected) => {
    const result = evaluate(check, facts);
    const side = (value: Decimal | null) => (value ? String(toNumber(value)) : '–');
    const told =
      result.outcome === 'fail'
        ? [result.severity, side(result.left), side(result.right)]
        : result.outcome === 'undecided'
          ? result.missing
          : [];
    expect([result.outcome, ...told].join(' ')).toBe(expected);
  });
});

describe('a form', () => {
  it.each<[Form, string, number]>([
    [['3.3.1.c', '3.3.1.d'], '3.3.1.c + 3.3.1.d', 448],
    [['3.3.1', [-1, '3.3.1.c']], '3.3.1 − 3.3.1.c', 225],
    [[[-1, '3.3.1.c'], '3.3.1'], '− 3.3.1.c + 3.3.1', 225],
    [['3.3.1', [2, 'K'], 3], '3.3.1 + 2 × K + 3', 505],
    [['3.3.1', [-2, 'K']], '3.3.1 − 2 × K', 486],
    [['3.3.1', 'P'], '3.3.1 + P', 494],
  ])('%j is written %s and comes to %d', (form, written, value) => {
    const given = { '3.3.1': '494', '3.3.1.c': '269', '3.3.1.d': '179', K: '4' };
    expect(writeForm(form)).toBe(written);
    expect(toNumber(formValue(form, factsOf(given)))).toBe(value);
  });
  it('is written with a prefix before each name, never before a number', () => {
    expect(writeForm(['3.3.1', [2, 'K'], 3], 'mục ')).toBe('mục 3.3.1 + 2 × mục K + 3');
  });
  it('speaks of its rows and inputs, not of its numbers', () => {
    expect(operandsOf(['3.3.1', [-2, 'K'], 3])).toEqual(['3.3.1', 'K']);
    expect(['0.1', '1.1.1', '9.9', 'K', 'Q'].map((name) => isKey(name as 'K'))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
