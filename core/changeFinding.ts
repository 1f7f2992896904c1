// Rises and falls of the prose against the annexes of both periods: what each is worth, and a finding where it differs.
import { type ChangeSaid, changesIn, type Telling } from './changeSaid.ts';
import type { Subject } from './check.ts';
import type { Bound } from './claim.ts';
import { type Decimal, toNumber } from './decimal.ts';
import type { Finding, FindingCell } from './finding.ts';
import { isKey, operandsOf } from './form.ts';
import { type ChangeVerdict, judgeChange, type Sides } from './judgeChange.ts';
import type { Previous, PreviousPeriods } from './previous.ts';
import type { Form } from './rule.ts';
import type { Template } from './template.ts';
import type { Key } from './templates/index.ts';
import { cellNames, cellsIn, textFinding, wordsOfForm } from './textFinding.ts';
import { cellBefore, type Earlier, factsBefore, magnitude } from './trend.ts';
import type { Prose, Verdict } from './verdict.ts';
import { writeDecimal } from './vietnamese.ts';

export interface JudgedChange {
  readonly change: ChangeSaid;
  readonly verdict: ChangeVerdict;
}

/** The earlier annexes that a change may be counted from: none from before a merger of communes. */
export function earlierOf(periods: PreviousPeriods | null, template: Template<Key>): readonly Earlier[] {
  const known = periods ? [periods.yearBefore, periods.nearest] : [];
  const fit = known.filter((one): one is Previous => one !== null && !one.relation.acrossMerger);
  return [...new Set(fit)].map((previous) => ({ previous, facts: factsBefore(previous, template) }));
}

interface Judged {
  readonly bound: Bound;
  readonly verdict: Verdict;
}

/** Without an earlier annex no change is compared, and none is looked for. */
export function judgeChanges(
  judged: readonly Judged[],
  telling: Telling,
  earlier: readonly Earlier[],
  prose: Prose,
): ReadonlyMap<Bound, JudgedChange> {
  if (earlier.length === 0) return new Map();
  const verdicts = new Map(judged.map(({ bound, verdict }) => [bound, verdict]));
  const changes = changesIn([...verdicts.keys()], telling);
  return new Map(
    [...changes].map(([bound, change]) => {
      const own = change.of ? (verdicts.get(change.of) ?? null) : null;
      return [bound, { change, verdict: judgeChange(change, bound.mention, own, prose.facts, earlier) }];
    }),
  );
}

/** None where the change agrees or was not compared. */
export function changeFinding(subject: Subject, { mention }: Bound, judged: JudgedChange): readonly Finding[] {
  const { change, verdict } = judged;
  const { sides, left, right } = verdict;
  if (verdict.outcome !== 'differs' || !sides || !left || !right) return [];
  const measure = change.measure === 'count' ? '' : ' điểm phần trăm';
  const [now, before] = [cellsIn(subject, formOf(sides)), cellsBefore(sides)];
  return [
    textFinding(subject, {
      rule: 'text-change-not-reproducible',
      mention,
      quote: mention.quote,
      paragraph: mention.paragraph,
      left,
      right,
      form: formOf(sides),
      cells: [...now, ...before],
      words: {
        where: whereOf(subject, change, sides),
        cells: cellNames(now),
        before: `${sides.earlier.previous.label} (${cellNames(before)})`,
        change: told(right, change.record.percent ? 'points' : change.measure),
        measure,
      },
    }),
  ];
}

function formOf({ form, over }: Sides): Form {
  return over ? [...form, ...over.filter((term) => !form.includes(term))] : form;
}

/** "tăng 82", "giảm 3,2%", "tăng 1,5 điểm phần trăm" */
function told(change: Decimal, measure: ChangeSaid['measure']): string {
  if (change.digits === 0) return 'không tăng, không giảm';
  const unit = { count: '', percent: '%', points: ' điểm phần trăm' }[measure];
  return `${change.digits < 0 ? 'giảm' : 'tăng'} ${writeDecimal(magnitude(change))}${unit}`;
}

/** "mục 3.3.1 (ô D45) kỳ này là 494, 6 tháng đầu năm 2023 là 412" */
function whereOf(subject: Subject, { record }: ChangeSaid, sides: Sides): string {
  const { over, form, now, before, earlier } = sides;
  const name = over ? record.name.charAt(0).toLowerCase() + record.name.slice(1) : wordsOfForm(subject, form, null);
  const sign = over || record.percent ? '%' : '';
  return `${name} kỳ này là ${writeDecimal(now)}${sign}, ${earlier.previous.label} là ${writeDecimal(before)}${sign}`;
}

/** A column of the annex itself is on the annex: its cells carry no sheet. */
function cellsBefore(sides: Sides): readonly FindingCell[] {
  const { earlier } = sides;
  return operandsOf(formOf(sides)).flatMap((operand) =>
    cellBefore(earlier, operand).map(({ address, sheet, file }): FindingCell => {
      const value = isKey(operand) ? earlier.facts.figure(operand) : earlier.facts.input(operand);
      const place = earlier.previous.source.kind === 'column' ? {} : { sheet };
      return { key: operand, address, value: value && toNumber(value), ...place, ...(file !== undefined && { file }) };
    }),
  );
}
