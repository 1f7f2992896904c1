// What a province's own annex leaves out of the rules and rates: they speak of rows that it does not have.
import { conditionOperands } from './condition.ts';
import { isKey, operandsOf } from './form.ts';
import { INDICATORS } from './indicators.ts';
import type { Check, Condition, Operand, Rule } from './rule.ts';
import { CONTENT, type ContentRuleId } from './rules/index.ts';
import { codeOfRow, partsOf, placeOf, type Template } from './template.ts';
import { type Key, pl01b2024 } from './templates/index.ts';
import { joinAnd } from './vietnamese.ts';

/** A rule or a rate that is not applicable under a template, wholly or in part, and why. */
export interface Inapplicable {
  readonly rule: ContentRuleId | null;
  /** The rate's id, where it is a rate. */
  readonly indicator: string | null;
  /** The rule's sentence, or the rate's name. */
  readonly title: string;
  /** Rows of the standard that the template does not have. */
  readonly lacks: readonly Key[];
  /** "mẫu này không có mục 3.5" */
  readonly why: string;
}

/** How a template differs from the standard, as far as rules and their words go. */
export interface Variant {
  /** Checks not to be made. */
  readonly left: ReadonlySet<Check>;
  readonly inapplicable: readonly Inapplicable[];
  /** Puts the template's own codes into the words of a rule: "mục 7.2.3" as it numbers that row. */
  readonly literal: (words: string) => string;
}

const known = new WeakMap<Template<Key>, Variant>();

/** Worked out once for each template. */
export function variantOf(template: Template<Key>): Variant {
  const before = known.get(template);
  if (before) return before;
  const variant = { ...applicabilityOf(template), literal: literalFor(template) };
  known.set(template, variant);
  return variant;
}

function literalFor(template: Template<Key>): Variant['literal'] {
  const codes = new Map<string, string>();
  for (const row of template.rows) {
    const code = codeOfRow(row);
    if (row.partOf === undefined && code !== '' && code !== row.key) codes.set(row.key, code);
  }
  return codes.size === 0 ? (words) => words : (words) => words.replace(CODE, (code) => codes.get(code) ?? code);
}

const CODE = /\b\d(?:\.\d{1,2})+\b/g;

function applicabilityOf(template: Template<Key>): Omit<Variant, 'literal'> {
  const left = new Set<Check>();
  const rules = (CONTENT as readonly Rule<ContentRuleId>[]).flatMap((rule): readonly Inapplicable[] => {
    const lacks = new Set<Key>();
    let divided: Key | null = null;
    for (const check of rule.checks) {
      const missing = operandsOfCheck(check).filter(
        (operand): operand is Key => isKey(operand) && placeOf(template, operand) < 0,
      );
      const other = check.whole !== undefined && !sameParts(template, check.whole) ? check.whole : null;
      if (missing.length === 0 && other === null) continue;
      left.add(check);
      for (const key of missing) lacks.add(key);
      divided ??= other;
    }
    if (lacks.size === 0 && divided === null) return [];
    const why = lacks.size > 0 ? withoutRows([...lacks]) : `mẫu này chia mục ${divided} khác mẫu chuẩn`;
    return [{ rule: rule.id, indicator: null, title: rule.title, lacks: [...lacks], why }];
  });
  const rates = INDICATORS.flatMap(({ id, name, numerator, denominator }): readonly Inapplicable[] => {
    const lacks = [...numerator, ...denominator].filter(
      (operand): operand is Key => isKey(operand) && placeOf(template, operand) < 0,
    );
    return lacks.length === 0 ? [] : [{ rule: null, indicator: id, title: name, lacks, why: withoutRows(lacks) }];
  });
  return { left, inapplicable: [...rules, ...rates] };
}

function withoutRows(keys: readonly Key[]): string {
  return `mẫu này không có ${joinAnd([...new Set(keys)].map((key) => `mục ${key}`))}`;
}

function sameParts(template: Template<Key>, whole: Key): boolean {
  return partsOf(template, whole).join() === partsOf(pl01b2024, whole).join();
}

function operandsOfCheck(check: Check): readonly Operand[] {
  const conditions: readonly (Condition | undefined)[] = [
    check.must,
    check.applies,
    check.unless,
    ...(typeof check.severity === 'string' ? [] : check.severity.map(([, when]) => when)),
  ];
  return [
    check.key,
    ...conditions.flatMap((condition) => (condition ? conditionOperands(condition) : [])),
    ...(check.sides ? [...operandsOf(check.sides.left), ...operandsOf(check.sides.right)] : []),
    ...(check.cells ?? []),
  ];
}
