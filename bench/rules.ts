// Times the core's evaluator against the same rules as compiled expressions of filtrex, and counts wrong verdicts.
import { compileExpression } from 'filtrex';
import { type Decimal, fromNumber } from '../core/decimal.ts';
import { evaluate } from '../core/evaluate.ts';
import { type InputKey, pl01b2024 } from '../core/index.ts';
import type { Check, Facts, Operand } from '../core/rule.ts';
import { CONTENT } from '../core/rules/index.ts';
import { type Figures, figuresOf, type Variety } from './figures.ts';
import { type Timed, timeRounds } from './measure.ts';
import { count, secondsAndSpread, type Topic, times } from './table.ts';
import { checkExpression, countComparisons, halfUnitName, knownName } from './translate.ts';

/** True: nothing to say. False: a finding. Null: a figure is missing. */
type Verdict = boolean | null;

interface Compared {
  readonly check: Check;
  readonly decide: (values: Readonly<Record<string, unknown>>) => Verdict;
}

interface Report {
  readonly facts: Facts;
  /** The same figures as the library takes them: floats under their names, blanks as null. */
  readonly values: Readonly<Record<string, unknown>>;
}

interface RulesResult {
  readonly rules: number;
  readonly checks: number;
  readonly comparisons: number;
  /** Checks left out, because they ask for more than numbers: the period, or what a share can come from. */
  readonly leftOut: number;
  readonly core: Timed;
  readonly library: Timed;
  /** On whole numbers without blanks, where both must agree. */
  readonly whole: Differences;
  /** On reports with printed shares and blanks. */
  readonly printed: Differences;
}

interface Differences {
  readonly verdicts: number;
  readonly wrongByFloat: number;
  readonly wrongByBlank: number;
}

const ROUNDS = 7;

/** Where the two differ on whole numbers the bench ends with 1: a wrong verdict is a bug, unlike a slow minute. */
export function measureRules(reports: number): Topic {
  const { rules, checks, comparisons, leftOut, core, library, whole, printed } = measure(reports);
  const wrong = whole.wrongByFloat + whole.wrongByBlank;
  if (wrong > 0) process.exitCode = 1;
  return {
    title: `Rules: ${count(reports)} reports × ${checks} checks of ${rules} rules (${comparisons} linear comparisons)`,
    notes: [
      `Best of ${ROUNDS}, one thread, in this process; the ratio is to the core.`,
      `The library’s expressions are translated from the same records; left out: ${leftOut} checks on periods or on shares that can be reached.`,
      'Timed on whole numbers without blanks: the library throws at a blank. The core also gives severity, both sides and the missing rows.',
    ],
    rows: [
      { what: 'core, in exact decimals', ...secondsAndSpread(core), ratio: times(1) },
      {
        what: 'filtrex 3, compiled once, in floats',
        ...secondsAndSpread(library),
        ratio: times(library.best / core.best),
      },
      {
        what: 'filtrex takes, of the time of the core',
        measured: times(library.best / core.best),
        target: '≥ 1×',
        met: library.best >= core.best,
      },
      {
        what: `differing verdicts of ${count(whole.verdicts)} on whole numbers`,
        measured: count(wrong),
        target: '0',
        met: wrong === 0,
      },
      {
        what: `${count(reports)} reports with shares and blanks: filtrex wrong by float`,
        measured: count(printed.wrongByFloat),
      },
      { what: 'there: filtrex decides although a figure is blank', measured: count(printed.wrongByBlank) },
    ],
  };
}

/** Timed on whole numbers without blanks, since the library throws at a blank, which would cost it most of its time. */
function measure(reports: number): RulesResult {
  const checks = CONTENT.flatMap((rule): readonly Check[] => rule.checks);
  const compared = checks.flatMap(comparedWith);
  const taken = new Set(compared.map((one) => one.check));
  const whole = reportsOf(reports, { blanks: false, fractions: false });
  const seconds = timeRounds(ROUNDS, {
    core: () => decideAll(whole, compared, ({ check }, { facts }) => coreVerdict(check, facts)),
    library: () => decideAll(whole, compared, ({ decide }, { values }) => decide(values)),
  });
  return {
    rules: CONTENT.filter((rule) => rule.checks.some((check: Check) => taken.has(check))).length,
    checks: compared.length,
    comparisons: compared.reduce((sum, { check }) => sum + comparisonsOf(check), 0),
    leftOut: checks.length - compared.length,
    ...seconds,
    whole: differences(whole, compared),
    printed: differences(reportsOf(reports, { blanks: true, fractions: true }), compared),
  };
}

function comparisonsOf(check: Check): number {
  return countComparisons(check.applies) + countComparisons(check.unless) + countComparisons(check.must);
}

function comparedWith(check: Check): readonly Compared[] {
  const expression = checkExpression(check);
  if (expression === null) return [];
  const compiled: (values: unknown) => unknown = compileExpression(expression);
  const decide = (values: unknown): Verdict => {
    const answer = compiled(values);
    return typeof answer === 'boolean' ? answer : null;
  };
  return [{ check, decide }];
}

function coreVerdict(check: Check, facts: Facts): Verdict {
  const { outcome } = evaluate(check, facts);
  return outcome === 'undecided' ? null : outcome !== 'fail';
}

/** The number of findings comes back, so that no engine may leave the work out. */
function decideAll(
  reports: readonly Report[],
  compared: readonly Compared[],
  decide: (one: Compared, report: Report) => Verdict,
): number {
  let findings = 0;
  for (const report of reports) for (const one of compared) if (decide(one, report) === false) findings++;
  return findings;
}

function differences(reports: readonly Report[], compared: readonly Compared[]): Differences {
  const wrong = { float: 0, blank: 0 };
  for (const { facts, values } of reports) {
    for (const { check, decide } of compared) {
      const right = coreVerdict(check, facts);
      if (decide(values) !== right) wrong[right === null ? 'blank' : 'float']++;
    }
  }
  return { verdicts: reports.length * compared.length, wrongByFloat: wrong.float, wrongByBlank: wrong.blank };
}

function reportsOf(count: number, variety: Variety): readonly Report[] {
  return Array.from({ length: count }, (_, index) => {
    const figures = figuresOf(index, variety);
    const decimals = new Map<Operand, Decimal | null>(
      [...figures.values, ...figures.inputs].map(([key, value]) => [key, fromNumber(value)]),
    );
    return { facts: factsOf(decimals), values: valuesOf(figures, decimals) };
  });
}

function factsOf(decimals: ReadonlyMap<Operand, Decimal | null>): Facts {
  return {
    figure: (key) => decimals.get(key) ?? null,
    state: (key) => (decimals.has(key) ? 'filled' : 'blank'),
    input: (key) => decimals.get(key) ?? null,
    told: () => false,
    period: null,
  };
}

const INPUTS: readonly InputKey[] = ['K', 'L', 'P', 'Q', 'B', 'R'];

function valuesOf(figures: Figures, decimals: ReadonlyMap<Operand, Decimal | null>): Report['values'] {
  const values: Record<string, unknown> = {};
  for (const { key } of pl01b2024.rows) values[key] = figures.values.get(key) ?? null;
  for (const key of INPUTS) {
    values[key] = figures.inputs.get(key) ?? 0;
    values[knownName(key)] = figures.inputs.has(key);
  }
  for (const share of ['7.2.3.a', '7.2.3.b'] as const) {
    values[halfUnitName(share)] = 0.5 / 10 ** (decimals.get(share)?.decimals ?? 0);
  }
  return values;
}
