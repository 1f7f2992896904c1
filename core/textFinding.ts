// What a compared sentence becomes: one finding with its quote, both sides, the cells and what to do.

import { cellWords } from './cellWords.ts';
import type { Severity } from './change.ts';
import { cellOf, factsOf, type Subject } from './check.ts';
import { type Decimal, sum, toNumber } from './decimal.ts';
import type { Finding, FindingCell } from './finding.ts';
import { isKey, operandsOf } from './form.ts';
import { a1 } from './grid.ts';
import { INPUTS } from './inputs.ts';
import { valueAddress } from './locate.ts';
import type { Mention } from './mention.ts';
import { fillWords, write, writeOn } from './message.ts';
import type { Form, Operand } from './rule.ts';
import { TEXT, type TextRuleId } from './rules/text.ts';
import { nameOf } from './template.ts';
import { joinAnd, writeDecimal } from './vietnamese.ts';

/** What is found about a sentence, before it is worded. */
export interface Said {
  readonly rule: TextRuleId;
  readonly severity?: Severity;
  readonly mention: Mention | null;
  readonly quote: string;
  readonly paragraph: number;
  readonly left: Decimal | null;
  readonly right: Decimal | null;
  readonly form: Form | null;
  /** The cells to name, where others than those of `form`. */
  readonly cells?: readonly FindingCell[];
  readonly words: Readonly<Record<string, string>>;
}

export function textFinding(subject: Subject, said: Said): Finding {
  const record = TEXT.find((rule) => rule.id === said.rule);
  if (!record) throw new Error(`No text rule ${said.rule}`);
  const operands = said.form ? operandsOf(said.form) : [];
  const key = operands.find(isKey) ?? null;
  const imbalance =
    said.left && said.right
      ? sum([
          [1, said.left],
          [-1, said.right],
        ])
      : null;
  const cells = said.cells ?? cellsIn(subject, said.form ?? []);
  const words = { quote: said.quote, cells: cellNames(cells), times: '', why: '', measure: '', ...said.words };
  const filling = { ...fillWords(words), left: said.left, right: said.right, imbalance };
  const [todo, ifRight] = [writeOn(record.hint.todo, filling), writeOn(record.hint.ifRight, filling)];
  return {
    rule: record.id,
    severity: said.severity ?? record.severity,
    key,
    at: key === null ? null : valueAddress(subject.layout, key),
    cells,
    left: said.left && toNumber(said.left),
    right: said.right && toNumber(said.right),
    imbalance: imbalance && toNumber(imbalance),
    basis: record.basis,
    explained: null,
    fix: null,
    message: write(record.message, filling),
    hint: `Cần làm: ${todo} Nếu cả hai đúng: ${ifRight}`,
  };
}

/** The annex's cells of a form. */
export function cellsIn(subject: Subject, form: Form): readonly FindingCell[] {
  const facts = factsOf(subject);
  return operandsOf(form).flatMap((operand) => cellOf(subject, facts, operand));
}

/** "ô D45 và D46 của “Thông tin báo cáo”"; what stands together is placed once. */
export function cellNames(cells: readonly FindingCell[]): string {
  const names = cells.map((cell, index) => {
    const [next, address] = [cells[index + 1], cell.address];
    const isLast = !next || next.sheet !== cell.sheet || next.file !== cell.file;
    return isLast ? cellWords(cell).replace('ô ', '') : address;
  });
  return names.length === 0 ? 'Phụ lục' : `ô ${joinAnd(names)}`;
}

/** "mục 1.1.2 (ô D9) ghi 19", "dòng … (ô D48) + dòng … (ô D49) = 448". */
export function wordsOfForm(subject: Subject, form: Form, total: Decimal | null): string {
  const parts = form.map((term, index) => {
    const [factor, operand] = typeof term === 'object' ? term : [1, term];
    const sign = index === 0 ? '' : factor < 0 ? ' − ' : ' + ';
    return `${sign}${typeof operand === 'number' ? operand : nameWithCell(subject, operand)}`;
  });
  if (!total) return parts.join('');
  return `${parts.join('')} ${form.length === 1 ? 'ghi' : '='} ${writeDecimal(total)}`;
}

function nameWithCell(subject: Subject, operand: Operand): string {
  if (isKey(operand)) {
    const address = valueAddress(subject.layout, operand);
    return `${nameOf(subject.template, operand)}${address ? ` (ô ${a1(address)})` : ''}`;
  }
  const typed = subject.inputs.typed.get(operand);
  const name = INPUTS.find((input) => input.key === operand)?.name ?? operand;
  return typed ? `${name} (“${typed.at.sheet}”, ô ${a1(typed.at)})` : name;
}
