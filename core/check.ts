// Decides every rule on one report and words what failed.
import type { Severity } from './change.ts';
import { conditionOperands, holds } from './condition.ts';
import { type Decimal, toNumber } from './decimal.ts';
import { type CheckOutcome, evaluate } from './evaluate.ts';
import { type Finding, type FindingCell, writeHint } from './finding.ts';
import { formValue, isKey, operandsOf } from './form.ts';
import { a1 } from './grid.ts';
import { type Inputs, inputValue, isTold } from './input.ts';
import type { InputKey } from './inputs.ts';
import { type Layout, valueAddress } from './locate.ts';
import { type Filling, write, writeOn } from './message.ts';
import type { Observation } from './observe.ts';
import type { Period } from './period.ts';
import type { Report } from './report.ts';
import type { Check, Facts, FigureState, Operand, Rule } from './rule.ts';
import { type BetweenRuleId, CONTENT, type ContentRuleId, RULE_ORDER, STRUCTURE } from './rules/index.ts';
import { sameImbalance } from './sameImbalance.ts';
import { nameOf, placeOf, type Template } from './template.ts';
import type { Key } from './templates/index.ts';
import type { Variant } from './variant.ts';
import { joinAnd } from './vietnamese.ts';

/** A rule that lacks a figure. */
export interface Undecided {
  readonly rule: ContentRuleId | BetweenRuleId;
  readonly missing: readonly Key[];
  readonly message: string;
  readonly hint: string;
}

/** Rules that every sheet is held against; of the sheet "Mẫu biểu" few workbooks have one. */
const FORM_RULES = STRUCTURE.length - 1;

/** What the rules decided, counted; findings and open rules are worded when asked for. */
export interface Verdict {
  readonly counts: Readonly<Record<Severity, number>>;
  /** Rules that lack a figure. */
  readonly open: number;
  /** Distinct rules that passed or failed. */
  readonly rulesRun: number;
  readonly findings: () => readonly Finding[];
  readonly undecided: () => readonly Undecided[];
}

/** A check that failed. */
interface Failure {
  readonly rule: Rule<ContentRuleId>;
  readonly check: Check;
  readonly result: Extract<CheckOutcome, { outcome: 'fail' }>;
}

/** A rule that lacks figures. */
interface Open {
  readonly rule: Rule<ContentRuleId>;
  readonly missing: readonly Key[];
}

export interface Subject {
  readonly template: Template<Key>;
  readonly layout: Layout;
  readonly report: Report;
  readonly inputs: Inputs;
  readonly period: Period | null;
  /** Null under the standard template. */
  readonly variant: Variant | null;
}

export function factsOf(subject: Pick<Subject, 'report' | 'inputs' | 'period'>): Facts {
  const { report, inputs, period } = subject;
  return {
    figure: (key) => report.get(key)?.value ?? null,
    state: (key) => stateOf(report, key),
    input: (key) => inputValue(inputs, key),
    told: (what) => isTold(inputs, period, what),
    period,
  };
}

function stateOf(report: Report, key: Key): FigureState {
  const figure = report.get(key);
  if (!figure) return 'absent';
  return figure.form === 'blank' ? 'blank' : 'filled';
}

/** Decides on a sheet: on its form, as observed, and on its figures. Findings come by row, then by the catalogue. */
export function check(subject: Subject, observations: readonly Observation[]): Verdict {
  const facts = factsOf(subject);
  const failures: Failure[] = [];
  const open: Open[] = [];
  let rulesRun = FORM_RULES;
  for (const rule of CONTENT as readonly Rule<ContentRuleId>[]) {
    const missing: Key[] = [];
    let passed = false;
    let broken = false;
    for (const one of rule.checks) {
      if (subject.variant?.left.has(one)) continue;
      const result = evaluate(one, facts);
      if (result.outcome === 'pass') passed = true;
      else if (result.outcome === 'undecided') missing.push(...result.missing);
      else if (result.outcome === 'fail') {
        broken = true;
        failures.push({ rule, check: one, result });
      }
    }
    if (missing.length > 0) open.push({ rule, missing: [...new Set(missing)] });
    // A rule that failed somewhere has run; one that is open somewhere has not passed.
    if (broken || (passed && missing.length === 0)) rulesRun++;
  }
  return {
    counts: countsOf(observations, failures),
    open: open.length,
    rulesRun,
    findings: () => sorted(findingsOf(subject, facts, observations, failures), subject.template),
    undecided: () => open.map(({ rule, missing }) => undecidedRule(subject, rule, missing)),
  };
}

function countsOf(observations: readonly Observation[], failures: readonly Failure[]): Verdict['counts'] {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const observation of observations) counts[observation.severity ?? recordOf(observation).severity]++;
  for (const { result } of failures) counts[result.severity]++;
  return counts;
}

function recordOf({ rule }: Observation): (typeof STRUCTURE)[number] {
  const record = STRUCTURE.find((one) => one.id === rule);
  if (!record) throw new Error(`No structure rule ${rule}`);
  return record;
}

function findingsOf(
  subject: Subject,
  facts: Facts,
  observations: readonly Observation[],
  failures: readonly Failure[],
): readonly Finding[] {
  return [
    ...observations.map((observation) => observed(subject, facts, observation)),
    ...failures.map((failure) => failed(subject, facts, failure)),
  ];
}

/** The place of a rule that `RULE_ORDER` does not name: after all others of its row. */
const LAST = 999;

/** By row of the template, then by the catalogue; what the catalogue's order does not name stays in the order given. */
export function sorted(findings: readonly Finding[], template: Template<Key>): readonly Finding[] {
  const rank = (finding: Finding) =>
    (finding.key === null ? -1 : placeOf(template, finding.key)) * 1000 + (RULE_ORDER.get(finding.rule) ?? LAST);
  return findings
    .map((finding, index) => ({ finding, index }))
    .sort((one, other) => rank(one.finding) - rank(other.finding) || one.index - other.index)
    .map(({ finding }) => finding);
}

function failed(subject: Subject, facts: Facts, { rule, check, result }: Failure): Finding {
  const imbalance = result.left && result.right && check.sides ? difference(check, facts) : null;
  const operands = operandsShown(check);
  const filling = fillingOf(subject, facts, {}, { left: result.left, right: result.right, imbalance });
  const same = sameImbalance(subject, facts, operands, check.key, imbalance);
  const before = [same, write(check.hint.before ?? [], filling)].filter((part) => part !== '').join(' ');
  const [todo, ifRight] = [writeOn(check.hint.todo, filling), writeOn(check.hint.ifRight, filling)];
  return {
    rule: rule.id,
    severity: result.severity,
    key: check.key,
    at: valueAddress(subject.layout, check.key),
    cells: cellsOf(subject, facts, operands),
    left: result.left && toNumber(result.left),
    right: result.right && toNumber(result.right),
    imbalance: imbalance && toNumber(imbalance),
    basis: rule.basis,
    explained: null,
    fix: null,
    message: write(check.message, filling),
    hint: writeHint({ before, todo, ifRight }),
  };
}

function difference(check: Check, facts: Facts): Decimal | null {
  if (!check.sides) return null;
  const negated = check.sides.right.map((term) => {
    if (typeof term === 'number') return -term;
    return typeof term === 'string' ? ([-1, term] as const) : ([-term[0], term[1]] as const);
  });
  return formValue([...check.sides.left, ...negated], facts);
}

/** The figures of the comparison in the order written, the finding's own row among them. */
function operandsShown(check: Check): readonly Operand[] {
  const operands = check.cells ?? (check.sides ? bothSides(check.sides) : conditionOperands(check.must));
  return operands.includes(check.key) ? operands : [check.key, ...operands];
}

function bothSides({ left, right }: NonNullable<Check['sides']>): readonly Operand[] {
  return [...new Set([...operandsOf(left), ...operandsOf(right)])];
}

function cellsOf(subject: Subject, facts: Facts, operands: readonly Operand[]): readonly FindingCell[] {
  const cells: FindingCell[] = [];
  for (const operand of operands) cells.push(...cellOf(subject, facts, operand));
  return cells;
}

/** Where an operand stands and what it is; nothing for an input that nobody typed. */
export function cellOf(subject: Subject, facts: Facts, operand: Operand): FindingCell[] {
  if (isKey(operand)) {
    const address = valueAddress(subject.layout, operand);
    const value = facts.figure(operand);
    return address ? [{ key: operand, address: a1(address), value: value && toNumber(value) }] : [];
  }
  const typed = subject.inputs.typed.get(operand);
  if (!typed) return [];
  return [{ key: operand, address: a1(typed.at), value: typed.value && toNumber(typed.value), sheet: typed.at.sheet }];
}

function observed(subject: Subject, facts: Facts, observation: Observation): Finding {
  const record = recordOf(observation);
  const filling = fillingOf(subject, facts, observation.words(), { left: null, right: null, imbalance: null });
  const ifRight = 'ifRight' in record.hint ? writeOn(record.hint.ifRight, filling) : '';
  return {
    rule: record.id,
    severity: observation.severity ?? record.severity,
    key: observation.key,
    at: observation.at,
    cells: observation.cells.map(({ key, at, value, sheet }) => ({
      key,
      address: a1(at),
      value: value && toNumber(value),
      ...(sheet !== undefined && { sheet }),
    })),
    left: null,
    right: null,
    imbalance: null,
    basis: record.basis,
    explained: null,
    fix: observation.fix ?? null,
    message: write(record.message, filling),
    hint: writeHint({ before: '', todo: writeOn(record.hint.todo, filling), ifRight }),
  };
}

export function fillingOf(
  subject: Subject,
  facts: Facts,
  words: Filling['words'],
  sides: Pick<Filling, 'left' | 'right' | 'imbalance'>,
): Filling {
  return {
    rowName: (key) => nameOf(subject.template, key),
    literal: subject.variant?.literal,
    address: (key) => valueAddress(subject.layout, key),
    value: (operand) => (isKey(operand) ? facts.figure(operand) : inputAsTyped(subject.inputs, operand)),
    total: (form) => formValue(form, facts),
    holds: (condition) => holds(condition, facts),
    words,
    ...sides,
  };
}

function inputAsTyped(inputs: Inputs, key: InputKey): Decimal | null {
  return inputs.typed.get(key)?.value ?? null;
}

function undecidedRule(subject: Subject, rule: Rule<ContentRuleId>, missing: readonly Key[]): Undecided {
  return { rule: rule.id, missing, ...undecidedWords(subject.template, rule, missing, whyMissing(subject, missing)) };
}

/** Why a rule lacks figures, and what to do about it. */
export interface Lack {
  readonly why: string;
  readonly todo: string;
}

/** "Chưa so được quy tắc “…”: cần mục 3.1.3, nhưng ô D36 đang trống hoặc chưa đọc được số." */
export function undecidedWords(
  template: Template<Key>,
  { title }: Pick<Rule, 'title'>,
  missing: readonly Key[],
  lacks: readonly Lack[],
): Pick<Undecided, 'message' | 'hint'> {
  const names = joinAnd(missing.map((key) => nameOf(template, key)));
  const message = `Chưa so được quy tắc “${title.replace(/\.$/, '')}”: cần ${names}, nhưng ${lacks.map((one) => one.why).join('; ')}.`;
  const hint = writeHint({ before: '', todo: `${lacks.map((one) => one.todo).join('; ')}.`, ifRight: '' });
  return { message, hint };
}

export function whyMissing(subject: Pick<Subject, 'layout' | 'template'>, missing: readonly Key[]): readonly Lack[] {
  if (subject.layout.columns.value === null) {
    return [{ why: 'bảng chưa có cột “Số liệu”', todo: 'ghi lại tiêu đề cột “Số liệu”' }];
  }
  const present = missing.flatMap((key) => valueAddress(subject.layout, key) ?? []).map(a1);
  const absent = missing.filter((key) => !subject.layout.rows.has(key));
  const cells = present.length > 1 ? 'các ô' : 'ô';
  return [
    ...(present.length === 0
      ? []
      : [{ why: `${cells} ${joinAnd(present)} đang trống hoặc chưa đọc được số`, todo: `ghi số vào ${cells} đó` }]),
    ...(absent.length === 0
      ? []
      : [
          {
            why: `bảng không có ${joinAnd(absent.map((key) => nameOf(subject.template, key)))}`,
            todo: 'thêm lại dòng theo mẫu rồi ghi số',
          },
        ]),
  ];
}
