// Writes a rule's record as an expression of filtrex, so that both engines decide the same rules.

import { operandsOf } from '../core/form.ts';
import type { InputKey } from '../core/index.ts';
import type { Check, Comparison, Condition, Form, Operand } from '../core/rule.ts';

/** A condition as an expression; null where it asks for more than numbers: periods, or what a share can come from. */
export function expressionOf(condition: Condition): string | null {
  if ('left' in condition) return comparison(condition);
  if ('all' in condition) return joined(condition.all, ' and ');
  if ('any' in condition) return joined(condition.any, ' or ');
  if ('not' in condition) return negated(condition.not);
  if ('known' in condition) return quoted(knownName(condition.known));
  if ('filled' in condition) return `exists(${quoted(condition.filled)})`;
  if ('blankOrZero' in condition)
    return `(empty(${quoted(condition.blankOrZero)}) or ${quoted(condition.blankOrZero)} == 0)`;
  return null;
}

/** One expression for a whole check: it does not apply, or another rule speaks, or what must hold does. */
export function checkExpression(check: Check): string | null {
  const parts = [
    ...(check.applies ? [negated(check.applies)] : []),
    ...(check.unless ? [expressionOf(check.unless)] : []),
    expressionOf(check.must),
  ];
  const known = parts.filter((part) => part !== null);
  return known.length === parts.length ? known.join(' or ') : null;
}

/** How many linear comparisons a condition is made of. */
export function countComparisons(condition: Condition | undefined): number {
  if (condition === undefined) return 0;
  if ('left' in condition) return 1;
  if ('not' in condition) return countComparisons(condition.not);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
  return parts.reduce((sum, part) => sum + countComparisons(part), 0);
}

function joined(parts: readonly Condition[], word: string): string | null {
  const texts = parts.map(expressionOf).filter((text) => text !== null);
  return texts.length === parts.length ? `(${texts.join(word)})` : null;
}

function negated(condition: Condition): string | null {
  const text = expressionOf(condition);
  return text && `(not (${text}))`;
}

const SIGNS = { '=': '==', '≠': '!=', '≤': '<=', '≥': '>=', '<': '<', '>': '>' } as const;

function comparison({ left, is, right, rounded }: Comparison): string | null {
  const sign = SIGNS[is];
  if (!rounded) return `(${sum(left)} ${sign} ${sum(right)})`;
  const slack = [...operandsOf(left), ...operandsOf(right)].map((operand) => quoted(halfUnitName(operand))).join(' + ');
  if (is === '≤') return `(${sum(left)} <= ${sum(right)} + ${slack})`;
  return is === '≥' ? `(${sum(left)} + ${slack} >= ${sum(right)})` : null;
}

function sum(form: Form): string {
  const terms = form.map((term) => {
    if (typeof term === 'number') return String(term);
    return typeof term === 'string' ? quoted(term) : `(${term[0]}) * ${quoted(term[1])}`;
  });
  return terms.join(' + ');
}

/** Names with dots and spaces stand in quotes. */
function quoted(name: string): string {
  return `'${name}'`;
}

/** Half a unit of a share's last printed digit: a float cannot tell it, so the library is given it. */
export function halfUnitName(operand: Operand): string {
  return `half a unit of ${operand}`;
}

/** What tells whether an input was typed at all: in a sum it counts as 0. */
export function knownName(input: InputKey): string {
  return `${input} is known`;
}
