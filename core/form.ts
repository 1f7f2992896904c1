// Linear forms over rows of the annex and inputs: "3.3.1.c + 3.3.1.d", "2 × K". Their value, their operands, their formula.
import { type Decimal, type Product, sum, whole, ZERO } from './decimal.ts';
import type { Facts, Form, Operand } from './rule.ts';
import type { Key } from './templates/index.ts';

/** The value of a form, for showing. An operand without a value counts as 0. */
export function formValue(form: Form, facts: Facts): Decimal {
  const products: Product[] = [];
  addProducts(products, form, facts, 1);
  return sum(products);
}

/** Adds a form's terms, times the sign. */
export function addProducts(products: Product[], form: Form, facts: Facts, sign: 1 | -1): void {
  for (const term of form) {
    if (typeof term === 'number') products.push([sign, whole(term)]);
    else if (typeof term === 'string') products.push([sign, operandValue(term, facts)]);
    else products.push([sign * term[0], operandValue(term[1], facts)]);
  }
}

/** What an operand is worth in a form: 0 without a value. */
export function operandValue(operand: Operand, facts: Facts): Decimal {
  return (isKey(operand) ? facts.figure(operand) : facts.input(operand)) ?? ZERO;
}

/** Keys of the annex start with a digit; inputs never do. */
export function isKey(operand: Operand): operand is Key {
  const first = operand.charCodeAt(0);
  return first >= 48 && first <= 57;
}

/** The rows and inputs a form speaks of, in the order written; its numbers left out. */
export function operandsOf(form: Form): Operand[] {
  return form
    .filter((term): term is Operand | readonly [number, Operand] => typeof term !== 'number')
    .map((term) => (typeof term === 'string' ? term : term[1]));
}

/** A form as a formula of keys: "3.3.1.c + 3.3.1.d", "1.1.1 − 1.1.2". `prefix` goes before each. */
export function writeForm(form: Form, prefix = ''): string {
  return form
    .map((term, index) => {
      const [factor, name] = typeof term === 'object' ? term : [1, term];
      const sign = factor < 0 ? '− ' : index === 0 ? '' : '+ ';
      return `${sign}${Math.abs(factor) === 1 ? '' : `${Math.abs(factor)} × `}${typeof name === 'number' ? '' : prefix}${name}`;
    })
    .join(' ');
}
