// What a compared number comes to, and the prose and figures it is compared with.
import type { Bound } from './claim.ts';
import { type Decimal, sum, whole } from './decimal.ts';
import { isKey } from './form.ts';
import type { Mention } from './mention.ts';
import type { Facts, Form } from './rule.ts';
import type { TextRuleId } from './rules/text.ts';

export type ClaimOutcome = 'agrees' | 'differs' | 'not-compared';

/** The verdict on one number; `form` and `right` are what it was held against. */
export interface Verdict {
  readonly outcome: ClaimOutcome;
  readonly form: Form | null;
  readonly right: Decimal | null;
  /** The numerator of a printed fraction. */
  readonly over: Decimal | null;
  /** An indicator's id or a ratio, where the key is no sum of rows. */
  readonly name: string | null;
  readonly rule: TextRuleId | null;
  /** What a rate turned out to be a share of, in words. */
  readonly base: string;
}

export interface Prose {
  readonly facts: Facts;
  readonly all: readonly Bound[];
  /** Numbers of the prose by their claim, those of another time left out. */
  readonly printed: ReadonlyMap<string, readonly Decimal[]>;
  readonly boundTo: ReadonlyMap<Mention, Bound>;
  readonly inPassage: ReadonlyMap<number, readonly Mention[]>;
  /** The fraction in a bracket right after a share: "90,69% (448/494 hồ sơ)". */
  readonly fractionOf: ReadonlyMap<Mention, Mention>;
  /** The first twenty fractions it prints. */
  readonly fractions: readonly (readonly [Decimal, Decimal])[];
}

export const NOT_COMPARED: Verdict = {
  outcome: 'not-compared',
  form: null,
  right: null,
  over: null,
  name: null,
  rule: null,
  base: '',
};

export function proseOf(all: readonly Bound[], facts: Facts): Prose {
  const printed = new Map<string, Decimal[]>();
  const inPassage = new Map<number, Mention[]>();
  for (const { mention, record, barred } of all) {
    push(inPassage, mention.passage, mention);
    if (!barred && record && mention.number.value) push(printed, record.id, mention.number.value);
  }
  const boundTo = new Map(all.map((one) => [one.mention, one]));
  const fractions = all.flatMap(({ mention: { number, over } }) =>
    number.value && over?.value ? [[number.value, over.value] as const] : [],
  );
  const fractionOf = new Map(
    all.flatMap(({ mention }) => {
      const [share] = mention.governors;
      const isBare =
        mention.over !== null && mention.before.trim() === '' && share?.percent === true && share.list !== mention.list;
      return isBare && share ? [[share, mention] as const] : [];
    }),
  );
  return { facts, all, printed, boundTo, inPassage, fractionOf, fractions: fractions.slice(0, 20) };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** The counts printed near a number: in its passage and those around it, sixty at most. */
export function countsNear(mention: Mention, passages: number, prose: Prose): readonly Mention[] {
  const found: Mention[] = [];
  for (let at = mention.passage - passages; at <= mention.passage + passages; at++) {
    const there = prose.inPassage.get(at) ?? [];
    const own = at === mention.passage ? there.indexOf(mention) : 0;
    found.push(...there.slice(Math.max(0, own - 30), own + 30).filter((one) => !one.percent));
  }
  return found.slice(0, 60);
}

/** The value of a form; null where a figure is blank or an input is not given. */
export function totalOf(form: Form, facts: Facts): Decimal | null {
  const products: [number, Decimal][] = [];
  for (const term of form) {
    const [factor, operand] = typeof term === 'number' || typeof term === 'string' ? [1, term] : term;
    const value =
      typeof operand === 'number' ? whole(operand) : isKey(operand) ? facts.figure(operand) : facts.input(operand);
    if (!value) return null;
    products.push([factor, value]);
  }
  return sum(products);
}

export function equal(one: Decimal, other: Decimal): boolean {
  return (
    sum([
      [1, one],
      [-1, other],
    ]).digits === 0
  );
}
