// Holds the annex against that of an earlier period: decides every rule between periods and words what failed.
import type { BetweenCheck, BetweenRule, PeriodCase, PeriodComparison, PeriodTerm, When } from './betweenRule.ts';
import { cellWords } from './cellWords.ts';
import type { Severity } from './change.ts';
import { factsOf, fillingOf, type Lack, type Subject, type Undecided, undecidedWords, whyMissing } from './check.ts';
import { type Decimal, isWhole, percentOf, sum, toNumber, whole, ZERO } from './decimal.ts';
import { type Finding, type FindingCell, writeHint } from './finding.ts';
import { isKey } from './form.ts';
import { a1 } from './grid.ts';
import type { Inputs } from './input.ts';
import { valueAddress } from './locate.ts';
import { write, writeOn } from './message.ts';
import { type Outlying, outOfLine } from './outOfLine.ts';
import { countedOf, type FoundPrevious, findPrevious, type Previous, type Surroundings } from './previous.ts';
import { placeOf } from './previousSource.ts';
import type { Report } from './report.ts';
import type { Operand } from './rule.ts';
import { BETWEEN, type BetweenRuleId } from './rules/between.ts';
import { nameOf, nounOf, placeOf as rowPlace } from './template.ts';
import type { Key } from './templates/index.ts';
import { joinAnd, writeDecimal } from './vietnamese.ts';

/** What the earlier period is, and what the rules between periods decided. */
export interface PreviousVerdict extends FoundPrevious {
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  /** Distinct rules that passed or failed. */
  readonly rulesRun: number;
}

/** Decides on the nearest earlier period. Without one nothing is said: no rule is undecided for want of it. */
export function comparePrevious(subject: Subject, around: Surroundings): PreviousVerdict {
  const found = findPrevious(subject, around);
  const nothing = { ...found, findings: [], undecided: [], rulesRun: 0 };
  return found.periods ? { ...nothing, ...decide({ subject, earlier: found.periods.nearest }) } : nothing;
}

/** The two reports. */
interface Pairing {
  readonly subject: Subject;
  readonly earlier: Previous;
}

function decide(pairing: Pairing): Omit<PreviousVerdict, keyof FoundPrevious> {
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  let rulesRun = 0;
  for (const rule of BETWEEN as readonly BetweenRule<BetweenRuleId>[]) {
    const results = rule.checks.filter((check) => applies(check, pairing)).map((check) => decideOne(check, pairing));
    const failures = results.flatMap(({ failed }) => failed);
    const missing = results.flatMap((result) => result.missing);
    findings.push(...failures.map((failure) => findingOf(rule, failure, pairing)));
    if (missing.length > 0) undecided.push(openRule(rule, missing, pairing));
    if (failures.length > 0 || (results.length > 0 && missing.length === 0)) rulesRun++;
  }
  return { findings, undecided, rulesRun };
}

function applies(check: BetweenCheck, pairing: Pairing): boolean {
  const known = (check.known ?? []).every(([when, operand]) => valueIn(when, operand, pairing) !== null);
  return known && hasRows(check, pairing) && (!check.applies || isCase(check.applies, pairing));
}

function isCase({ is, not }: PeriodCase, { subject, earlier }: Pairing): boolean {
  const facts = { ...earlier.relation, cumulative: countedOf(subject).cumulative };
  return (is ?? []).every((fact) => facts[fact]) && !(not ?? []).some((fact) => facts[fact]);
}

/** Whether the template has the rows that are compared; of long lists those that it has are. */
function hasRows({ must, sides }: BetweenCheck, pairing: Pairing): boolean {
  const terms = 'all' in must ? termsOf(sides ? [sides] : must.all) : [];
  return terms.every(([, operand]) => !isKey(operand) || hasRow(operand, pairing));
}

function hasRow(key: Key, { subject }: Pairing): boolean {
  return rowPlace(subject.template, key) >= 0;
}

/** A figure that a check lacks. */
type Missing = readonly [When, Key];

interface Failure {
  readonly check: BetweenCheck;
  readonly key: Key;
  readonly left: Decimal | null;
  readonly right: Decimal | null;
  /** The figures of the comparison in the order written. */
  readonly terms: readonly (readonly [When, Operand])[];
  readonly words: Readonly<Record<string, string>>;
}

interface Result {
  readonly failed: readonly Failure[];
  readonly missing: readonly Missing[];
}

const PASS: Result = { failed: [], missing: [] };

function decideOne(check: BetweenCheck, pairing: Pairing): Result {
  const { must } = check;
  if ('copied' in must) return decideCopied(check, must.copied, must.least, pairing);
  if ('inLine' in must) return decideInLine(check, must.inLine, pairing);
  const terms = termsOf(check.sides ? [check.sides] : must.all);
  const missing = missingOf(terms, pairing);
  if (missing.length > 0) return { failed: [], missing };
  const holds = (comparison: PeriodComparison) => isTrue(comparison, pairing);
  if (must.all.every(holds) || (must.or && holds(must.or))) return PASS;
  const { left, right } = check.sides ?? { left: [], right: [] };
  const sides = { left: total(left, pairing), right: total(right, pairing) };
  return { failed: [{ check, key: check.key, ...sides, terms, words: {} }], missing: [] };
}

function termsOf(comparisons: readonly Pick<PeriodComparison, 'left' | 'right'>[]): Failure['terms'] {
  const all = comparisons.flatMap(({ left, right }) => [...left, ...right]);
  const named = all.map(([, when, operand]) => [`${when} ${operand}`, [when, operand] as const] as const);
  return [...new Map(named).values()];
}

function missingOf(terms: Failure['terms'], pairing: Pairing): readonly Missing[] {
  return terms.flatMap(([when, operand]) =>
    isKey(operand) && valueIn(when, operand, pairing) === null ? [[when, operand] as const] : [],
  );
}

function isTrue({ left, is, right }: PeriodComparison, pairing: Pairing): boolean {
  const { digits } = sum([
    [1, total(left, pairing)],
    [-1, total(right, pairing)],
  ]);
  return is === '=' ? digits === 0 : is === '≤' ? digits <= 0 : digits >= 0;
}

function total(terms: readonly PeriodTerm[], pairing: Pairing): Decimal {
  return sum(terms.map(([factor, when, operand]) => [factor, valueIn(when, operand, pairing) ?? ZERO] as const));
}

/** An input as it was typed: K counts whether row 3.3.1 holds it or not. */
function valueIn(when: When, operand: Operand, pairing: Pairing): Decimal | null {
  const { report, inputs } = sideOf(when, pairing);
  return isKey(operand) ? (report.get(operand)?.value ?? null) : (inputs.typed.get(operand)?.value ?? null);
}

function sideOf(when: When, { subject, earlier }: Pairing): { readonly report: Report; readonly inputs: Inputs } {
  return when === 'now' ? subject : earlier;
}

/** So many rows are told one by one. */
const MOST_TOLD = 6;

/** Blanks leave it open only where, filled in, they could make up the number. */
function decideCopied(check: BetweenCheck, rows: readonly Key[], least: number, pairing: Pairing): Result {
  const same: Key[] = [];
  const missing: Missing[] = [];
  for (const key of rows.filter((one) => hasRow(one, pairing))) {
    const [now, before] = [valueIn('now', key, pairing), valueIn('before', key, pairing)];
    if (now && before && now.digits !== 0 && now.digits === before.digits && now.decimals === before.decimals)
      same.push(key);
    if (!now) missing.push(['now', key]);
    else if (!before) missing.push(['before', key]);
  }
  const [key] = same;
  if (key === undefined || same.length < least) {
    return same.length + missing.length < least ? PASS : { failed: [], missing };
  }
  const { template } = pairing.subject;
  const told = same
    .slice(0, MOST_TOLD)
    .map((one) => `${nameOf(template, one)} (${shown(valueIn('now', one, pairing))})`);
  const others = same.length - told.length;
  const terms = same.flatMap((one) => [['now', one] as const, ['before', one] as const]);
  const words = {
    'các mục': others > 0 ? `${told.join(', ')} và ${others} mục khác` : joinAnd(told),
    'nơi ghi': placeOf(pairing.earlier.source),
  };
  return { failed: [{ check, key, left: whole(same.length), right: null, terms, words }], missing: [] };
}

/** A 0 has no ratio: such rows are passed over. */
function decideInLine(check: BetweenCheck, rows: readonly Key[], pairing: Pairing): Result {
  const missing: Missing[] = [];
  const pairs = rows.flatMap((key) => {
    if (!hasRow(key, pairing)) return [];
    const [now, before] = [valueIn('now', key, pairing), valueIn('before', key, pairing)];
    if (!now) missing.push(['now', key]);
    else if (!before) missing.push(['before', key]);
    if (!now || !before || !isCount(now) || !isCount(before)) return [];
    return [{ key, now: now.digits, before: before.digits }];
  });
  return { failed: outOfLine(pairs).map((one) => movedOut(check, one)), missing };
}

function isCount(value: Decimal): boolean {
  return isWhole(value) && value.digits > 0;
}

function movedOut(check: BetweenCheck, one: Outlying<Key>): Failure {
  const { key, now, before, ratio, median } = one;
  const words = { 'tỷ số': writeDecimal(ratio), 'trung vị': writeDecimal(median) };
  const terms = [['now', key] as const, ['before', key] as const];
  return { check, key, left: whole(now), right: whole(before), terms, words };
}

function findingOf(rule: BetweenRule<BetweenRuleId>, failure: Failure, pairing: Pairing): Finding {
  const { subject } = pairing;
  const { check, key, left, right } = failure;
  const imbalance =
    left && right
      ? sum([
          [1, left],
          [-1, right],
        ])
      : null;
  const sides = { left, right, imbalance };
  const filling = fillingOf(subject, factsOf(subject), wordsOf(failure, imbalance, pairing), sides);
  // Rows that moved out of line, and figures that were copied, are held against many others: there is no one imbalance.
  const isBalance = check.sides !== undefined;
  const [todo, ifRight] = [writeOn(check.hint.todo, filling), writeOn(check.hint.ifRight, filling)];
  return {
    rule: rule.id,
    severity: severityOf(check, pairing),
    key,
    at: valueAddress(subject.layout, key),
    cells: cellsOf(failure, pairing),
    left: isBalance && left ? toNumber(left) : null,
    right: isBalance && right ? toNumber(right) : null,
    imbalance: isBalance && imbalance ? toNumber(imbalance) : null,
    message: write(check.message, filling),
    hint: writeHint({ before: '', todo, ifRight }),
    basis: rule.basis,
    explained: null,
    fix: null,
  };
}

function severityOf({ severity }: BetweenCheck, pairing: Pairing): Severity {
  if (typeof severity === 'string') return severity;
  return severity.find(([, when]) => !when || isCase(when, pairing))?.[0] ?? 'warning';
}

function wordsOf(failure: Failure, imbalance: Decimal | null, pairing: Pairing): Readonly<Record<string, string>> {
  const { subject, earlier } = pairing;
  const row = subject.template.rows[rowPlace(subject.template, failure.key)];
  const address = valueAddress(subject.layout, failure.key);
  const words: Record<string, string> = {
    mục: `${nameOf(subject.template, failure.key)}${address ? ` (ô ${a1(address)})` : ''}`,
    'nơi ghi': placeWords('before', failure.key, pairing),
    'kỳ này': subject.period?.label ?? 'kỳ này',
    'kỳ trước': earlier.label,
    'đơn vị': row ? nounOf(row) : '',
    'tăng / giảm': (imbalance?.digits ?? 0) < 0 ? 'Giảm' : 'Tăng',
    'phần trăm': shareOf(failure, imbalance),
  };
  for (const [when, operand] of failure.terms) {
    const suffix = when === 'now' ? '' : ' kỳ trước';
    words[`${operand}${suffix}`] = shown(valueIn(when, operand, pairing));
    words[`ô ${operand}${suffix}`] = placeWords(when, operand, pairing);
    if (when === 'before') words[`${operand} thêm`] = growthOf(operand, pairing);
  }
  return { ...words, ...addedWords(failure, pairing), ...failure.words };
}

/** "5 − 2 = 3" */
function growthOf(operand: Operand, pairing: Pairing): string {
  const [now, before] = [valueIn('now', operand, pairing), valueIn('before', operand, pairing)];
  if (!now || !before) return '…';
  const grown = sum([
    [1, now],
    [-1, before],
  ]);
  return `${shown(now)} − ${shown(before)} = ${writeDecimal(grown)}`;
}

/** The earlier period's terms of the right side that were typed, added up, and their cells. */
function addedWords({ check, right }: Failure, pairing: Pairing): Readonly<Record<string, string>> {
  const terms = (check.sides?.right ?? []).filter(([, when, of]) => when === 'before' && valueIn(when, of, pairing));
  const values = terms.map(([, when, operand]) => shown(valueIn(when, operand, pairing)));
  const cells = terms.flatMap(([, when, operand]) => cellAt(when, operand, pairing));
  return {
    'phép cộng kỳ trước': values.length < 2 ? values.join('') : `${values.join(' + ')} = ${shown(right)}`,
    // They are all of one sheet.
    'các ô kỳ trước': cells[0] ? cellWords({ ...cells[0], address: cells.map((cell) => cell.address).join(', ') }) : '',
  };
}

/** " (44,93%)"; nothing against 0. */
function shareOf({ right }: Failure, imbalance: Decimal | null): string {
  if (!right || right.digits <= 0 || !imbalance) return '';
  return ` (${writeDecimal(percentOf({ ...imbalance, digits: Math.abs(imbalance.digits) }, right))}%)`;
}

function shown(value: Decimal | null): string {
  return value ? writeDecimal(value) : '…';
}

function placeWords(when: When, operand: Operand, pairing: Pairing): string {
  const [cell] = cellAt(when, operand, pairing);
  return cell ? cellWords(cell) : placeOf(pairing.earlier.source);
}

function cellsOf({ terms }: Failure, pairing: Pairing): readonly FindingCell[] {
  return terms.flatMap(([when, operand]) => cellAt(when, operand, pairing));
}

/** A cell of the earlier period carries its sheet or file; a column of the annex is on the annex. */
function cellAt(when: When, operand: Operand, pairing: Pairing): FindingCell[] {
  const number = valueIn(when, operand, pairing);
  const value = number && toNumber(number);
  const { source } = pairing.earlier;
  const file = when === 'before' && source.kind === 'file' ? { file: source.file } : {};
  if (!isKey(operand)) {
    const at = sideOf(when, pairing).inputs.typed.get(operand)?.at;
    return at ? [{ key: operand, address: a1(at), value, sheet: at.sheet, ...file }] : [];
  }
  const address = sideOf(when, pairing).report.get(operand)?.address;
  if (!address) return [];
  const sheet = when === 'before' && source.kind !== 'column' ? { sheet: source.sheet } : {};
  return [{ key: operand, address: a1(address), value, ...sheet, ...file }];
}

/** "…: cần mục 2.1, nhưng ô D28 của “Quý I” đang trống hoặc chưa đọc được số." */
function openRule(rule: BetweenRule<BetweenRuleId>, all: readonly Missing[], pairing: Pairing): Undecided {
  const of = (when: When) => [...new Set(all.filter(([one]) => one === when).map(([, key]) => key))];
  const [now, before] = [of('now'), of('before')];
  const missing = [...new Set([...now, ...before])];
  const { subject, earlier } = pairing;
  const lacks = [
    ...(now.length > 0 ? whyMissing(subject, now) : []),
    ...(before.length > 0 ? whyMissing({ ...subject, layout: earlier.layout }, before) : []).map((lack) =>
      ofEarlier(lack, earlier),
    ),
  ];
  return { rule: rule.id, missing, ...undecidedWords(subject.template, rule, missing, lacks) };
}

function ofEarlier({ why, todo }: Lack, { source, label }: Previous): Lack {
  const place = `${label} (${placeOf(source)})`;
  return { why: `ở ${place} ${why}`, todo: `${todo} ở ${place}` };
}
