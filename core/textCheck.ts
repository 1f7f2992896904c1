// Compares a report's prose with its annex: every claim with its outcome, and a finding for each that differs.

import { activitiesIn } from './activity.ts';
import { changeFinding, earlierOf, type JudgedChange, judgeChanges } from './changeFinding.ts';
import { factsOf, type Subject } from './check.ts';
import { type Bound, bind } from './claim.ts';
import { type Decimal, percentOf, toNumber } from './decimal.ts';
import type { Finding } from './finding.ts';
import { writeForm } from './form.ts';
import { judge } from './judge.ts';
import { mentionsIn } from './mention.ts';
import { outdatedTerms } from './outdated.ts';
import { brokenPartitions, provenParts } from './partition.ts';
import { readPassages } from './passage.ts';
import { readPeriod } from './period.ts';
import type { PreviousPeriods } from './previous.ts';
import { TEXT } from './rules/text.ts';
import { type Said, textFinding, wordsOfForm } from './textFinding.ts';
import { unitFromTitle } from './title.ts';
import { type ClaimOutcome, type Prose, proseOf, totalOf, type Verdict } from './verdict.ts';
import { capitalise, writeDecimal } from './vietnamese.ts';

/** A number of the prose as compared. */
export interface Claim {
  /** The words around it, at most some eighty letters. */
  readonly quote: string;
  /** Null where the number reads two ways, or the prose tells of an activity without one. */
  readonly value: number | null;
  /** A row's key, an indicator's id or a formula of keys; null where the annex has nothing for it. */
  readonly key: string | null;
  readonly outcome: ClaimOutcome;
  /** Place among the paragraphs given. */
  readonly paragraph: number;
}

export interface TextVerdict {
  readonly claims: readonly Claim[];
  /** Numbers that count nothing: dates, document numbers, years, list numbers. */
  readonly discarded: number;
  readonly findings: readonly Finding[];
}

/**
 * Reads the paragraphs and compares them with the annex, and the changes they tell with the earlier ones. Never throws
 * on a user's text.
 */
export function checkText(
  subject: Subject,
  narrative: readonly string[],
  previous: PreviousPeriods | null,
): TextVerdict {
  const { passages, discarded } = readPassages(narrative);
  const period = subject.period ?? readPeriod(narrative.slice(0, 12).join(' '));
  const facts = { ...factsOf(subject), period };
  const unit =
    subject.inputs.typed.get('unit')?.text ??
    unitFromTitle(subject.layout.title) ??
    unitFromTitle(narrative.slice(0, 20));
  const all = bind(mentionsIn(passages), period, unit);
  const prose = proseOf(all, facts);
  const judged = all.map((bound) => ({ bound, verdict: judge(bound, prose) }));
  const changes = judgeChanges(judged, { passages, period, unit }, earlierOf(previous, subject.template), prose);
  const activities = activitiesIn(passages, all, prose);
  const findings = [
    ...judged.flatMap(({ bound, verdict }) => {
      const change = changes.get(bound);
      return change ? changeFinding(subject, bound, change) : findingOn(subject, prose, bound, verdict);
    }),
    ...activities.map((said) => textFinding(subject, said)),
    ...brokenPartitions(judged, prose).map((said) => textFinding(subject, said)),
    ...outdatedTerms(passages, period).map((said) => textFinding(subject, said)),
  ];
  const proven = provenParts(judged);
  const told = new Map(activities.map((said) => [said.mention, said]));
  return {
    claims: [
      ...judged.map(({ bound, verdict }) => {
        const change = changes.get(bound);
        if (change) return claimOfChange(bound, change);
        return claimOf(bound, proven.has(bound) ? { ...verdict, outcome: 'agrees' } : verdict, told.get(bound.mention));
      }),
      ...activities.filter(({ mention }) => mention === null).map(claimOfActivity),
    ],
    discarded,
    findings: inOrder(findings),
  };
}

/** By the catalogue of rules on prose. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const place = (finding: Finding) => TEXT.findIndex(({ id }) => id === finding.rule);
  return [...findings].sort((one, other) => place(one) - place(other));
}

function claimOf({ mention, record }: Bound, verdict: Verdict, activity: Said | undefined): Claim {
  const { number, quote, paragraph } = mention;
  const own = verdict.rule === 'text-counts-wrong-thing' ? record?.equals[0] : null;
  const form =
    activity?.form ?? own ?? verdict.form ?? (verdict.outcome === 'not-compared' ? record?.equals[0] : null) ?? null;
  const key = verdict.name ?? (form?.length ? writeForm(form) : null) ?? record?.indicator ?? null;
  const outcome = activity ? 'differs' : verdict.outcome;
  return { quote, value: number.value && toNumber(number.value), key, outcome, paragraph };
}

/** What has changed, as the claim's key. */
function claimOfChange({ mention }: Bound, { change, verdict }: JudgedChange): Claim {
  const { number, quote, paragraph } = mention;
  const { sides, outcome } = verdict;
  const key = sides && (change.record.indicator ?? writeForm(sides.form));
  return { quote, value: number.value && toNumber(number.value), key, outcome, paragraph };
}

function claimOfActivity({ quote, form, paragraph }: Said): Claim {
  return { quote, value: null, key: form?.length ? writeForm(form) : null, outcome: 'differs', paragraph };
}

function findingOn(subject: Subject, prose: Prose, { mention, record }: Bound, verdict: Verdict): readonly Finding[] {
  const left = mention.number.value;
  if (!verdict.rule || !left) return [];
  const said = `${writeDecimal(left)}${mention.percent ? '%' : ''}`;
  const base = {
    rule: verdict.rule,
    mention,
    quote: mention.quote,
    paragraph: mention.paragraph,
    left,
    form: verdict.form,
    right: verdict.right,
  };
  switch (verdict.rule) {
    case 'text-rate-not-reproducible':
      return [textFinding(subject, { ...base, right: null, ...fractionWords(mention, verdict, said) })];
    case 'text-rate-without-base':
      return [
        textFinding(subject, {
          ...base,
          right: null,
          words: { said, where: rateWords(subject, prose, verdict, record?.name), why: whichBase(verdict) },
        }),
      ];
    case 'text-counts-wrong-thing': {
      const own = record?.equals[0] ?? [];
      const confused = verdict.form ?? [];
      return [
        textFinding(subject, {
          ...base,
          form: own,
          words: {
            said,
            where: wordsOfForm(subject, own, verdict.right),
            confused: wordsOfForm(subject, confused, null),
          },
        }),
      ];
    }
    case 'text-differs-from-annex': {
      if (verdict.name) {
        const where = rateWords(subject, prose, verdict, record?.name);
        const right = shareOf(verdict, prose);
        return [textFinding(subject, { ...base, right, words: { said, where, measure: POINTS } })];
      }
      const where = wordsOfForm(subject, verdict.form ?? [], verdict.right);
      const words = mention.percent ? { said, where: `${where}%`, measure: POINTS } : { said, where };
      return [textFinding(subject, { ...base, words })];
    }
    default:
      return [
        textFinding(subject, {
          ...base,
          words: { said, where: wordsOfForm(subject, verdict.form ?? [], verdict.right) },
        }),
      ];
  }
}

/** The fraction as printed, what it comes to, and how the printed rate came about. */
function fractionWords(
  mention: Bound['mention'],
  { right, base, over: own }: Verdict,
  said: string,
): Pick<Said, 'words' | 'severity'> {
  const counts = mention.governors.find((one) => !one.percent);
  const over = own ?? counts?.number.value ?? null;
  const fraction = over && right ? `${writeDecimal(over)}/${writeDecimal(right)}` : '';
  const whys: Readonly<Record<string, string>> = {
    cắt: 'Tỷ lệ in ra đã bị cắt, chưa làm tròn.',
    bù: 'Tỷ lệ in ra bằng 100% trừ tỷ lệ kia.',
  };
  const exact = over && right ? `${writeDecimal(percentOf(over, right))}%` : '';
  const words = { said, fraction, exact, why: whys[base] ?? '' };
  return base === '' ? { words } : { words, severity: 'info' };
}

function rateWords(subject: Subject, prose: Prose, verdict: Verdict, name: string | undefined): string {
  const over = verdict.form ? wordsOfForm(subject, verdict.form, null) : '';
  const share = shareOf(verdict, prose);
  return share === null
    ? 'không có số nào ở Phụ lục hay trong câu cho ra tỷ lệ này'
    : `${name ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : 'tỷ lệ'} tính từ Phụ lục (${over}) là ${writeDecimal(share)}%`;
}

/** In percent. */
function shareOf(verdict: Verdict, prose: Prose): Decimal | null {
  const over = verdict.form && verdict.name ? valueInFacts(verdict.form, prose) : null;
  return over && verdict.right && verdict.right.digits > 0 ? percentOf(over, verdict.right) : null;
}

const POINTS = ' điểm phần trăm';

function whichBase({ base }: Verdict): string {
  return base === '' ? '' : capitalise(`tỷ lệ này bằng ${base}, hai phép chia ghi ở chỗ khác trong lời văn.`);
}

function valueInFacts(form: NonNullable<Verdict['form']>, prose: Prose): Decimal | null {
  return totalOf(form, prose.facts);
}
