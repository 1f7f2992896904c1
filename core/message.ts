// Sentences with slots: what a rule says, filled from the figures of one sheet.

import { type Decimal, ZERO } from './decimal.ts';
import { type Address, a1 } from './grid.ts';
import type { Condition, Form, Operand } from './rule.ts';
import type { Key } from './templates/index.ts';
import { capitalise, writeDecimal, writeSigned } from './vietnamese.ts';

/** A place in a sentence that is filled from the sheet. */
export type Slot =
  /** "mục 3.3.1 (ô D45)", or "dòng “Tiếp nhận trực tiếp” của mục 3.3.1 (ô D46)". */
  | { readonly say: 'row'; readonly key: Key }
  /** "ô D45" */
  | { readonly say: 'cell'; readonly key: Key }
  /** The number in a cell or input, unpadded. */
  | { readonly say: 'value'; readonly of: Operand }
  /** The value of a sum; a difference carries its sign. */
  | { readonly say: 'total' | 'difference'; readonly of: Form }
  /** Left side, right side, |left − right|, the signed difference, and "ít hơn" or "nhiều hơn". */
  | { readonly say: 'left' | 'right' | 'size' | 'signed' | 'moreOrLess' }
  /** A word the locator or reader gives: what was typed, what was looked for. */
  | { readonly say: 'word'; readonly name: string }
  | { readonly say: 'when'; readonly when: Condition; readonly text: Message; readonly otherwise: Message };

export type Message = readonly (string | Slot)[];

/** A message from a template: say`${row('3.3.1')} ghi ${v('3.3.1')} hồ sơ`. Messages may stand inside messages. */
export function say(texts: TemplateStringsArray, ...slots: readonly (Slot | string | Message)[]): Message {
  return texts.flatMap((text, index): Message => {
    const slot = slots[index];
    if (slot === undefined) return [text];
    return isMessage(slot) ? [text, ...slot] : [text, slot];
  });
}

function isMessage(slot: Slot | string | Message): slot is Message {
  return Array.isArray(slot);
}

export function row(key: Key): Slot {
  return { say: 'row', key };
}

export function cell(key: Key): Slot {
  return { say: 'cell', key };
}

export function v(of: Operand): Slot {
  return { say: 'value', of };
}

export function total(...of: Form): Slot {
  return { say: 'total', of };
}

export function difference(...of: Form): Slot {
  return { say: 'difference', of };
}

export function word(name: string): Slot {
  return { say: 'word', name };
}

export function when(condition: Condition, text: Message, otherwise: Message = []): Slot {
  return { say: 'when', when: condition, text, otherwise };
}

export const LEFT: Slot = { say: 'left' };
export const RIGHT: Slot = { say: 'right' };
export const SIZE: Slot = { say: 'size' };
export const SIGNED: Slot = { say: 'signed' };
export const MORE_OR_LESS: Slot = { say: 'moreOrLess' };

/** What fills the slots. */
export interface Filling {
  readonly rowName: (key: Key) => string;
  /** Puts the template's own codes into words of a sentence that name some; absent where they are the keys. */
  readonly literal?: ((words: string) => string) | undefined;
  readonly address: (key: Key) => Address | null;
  readonly value: (operand: Operand) => Decimal | null;
  readonly total: (form: Form) => Decimal;
  readonly holds: (condition: Condition) => boolean;
  readonly words: Readonly<Record<string, string>>;
  readonly left: Decimal | null;
  readonly right: Decimal | null;
  readonly imbalance: Decimal | null;
}

/** The finished sentence, its first letter capital, single spaces only. */
export function write(message: Message, filling: Filling): string {
  return capitalise(writeOn(message, filling));
}

/** The same where the sentence goes on after words of ours: its first letter stays as written. */
export function writeOn(message: Message, filling: Filling): string {
  return writeParts(message, filling).replace(/ {2,}/g, ' ').trim();
}

function writeParts(message: Message, filling: Filling): string {
  const { literal } = filling;
  const words = (text: string) => (literal ? literal(text) : text);
  return message.map((part) => (typeof part === 'string' ? words(part) : fill(part, filling))).join('');
}

function fill(slot: Slot, filling: Filling): string {
  switch (slot.say) {
    case 'row':
      return `${filling.rowName(slot.key)}${inBrackets(filling.address(slot.key))}`;
    case 'cell': {
      const address = filling.address(slot.key);
      return address ? `ô ${a1(address)}` : filling.rowName(slot.key);
    }
    case 'value':
      return shown(filling.value(slot.of));
    case 'total':
      return writeDecimal(filling.total(slot.of));
    case 'difference':
      return writeSigned(filling.total(slot.of));
    case 'left':
      return shown(filling.left);
    case 'right':
      return shown(filling.right);
    case 'size':
      return shown(filling.imbalance && { ...filling.imbalance, digits: Math.abs(filling.imbalance.digits) });
    case 'signed':
      return filling.imbalance ? writeSigned(filling.imbalance) : '';
    case 'moreOrLess':
      return (filling.imbalance?.digits ?? 0) < 0 ? 'ít hơn' : 'nhiều hơn';
    case 'word':
      return filling.words[slot.name] ?? '';
    case 'when':
      return writeParts(filling.holds(slot.when) ? slot.text : slot.otherwise, filling);
    default:
      return slot satisfies never;
  }
}

function inBrackets(address: Address | null): string {
  return address ? ` (ô ${a1(address)})` : '';
}

function shown(value: Decimal | null): string {
  return value ? writeDecimal(value) : '…';
}

/** A filling of words alone, for what is said about the whole file. */
export function fillWords(words: Readonly<Record<string, string>>): Filling {
  return {
    rowName: (key) => key,
    address: () => null,
    value: () => null,
    total: () => ZERO,
    holds: () => false,
    words,
    left: null,
    right: null,
    imbalance: null,
  };
}
