// What a paragraph of the report is: sentences with variants, read from the top, and places filled from the figures.
import type { InputKey } from './inputs.ts';
import type { Condition, Form, Operand } from './rule.ts';
import type { Key } from './templates/index.ts';
import type { Term } from './terms.ts';

/** A place in a sentence. Numbers become tokens that know their cells; terms are words. */
export type Place =
  /** The number in a cell or input. `doubtful`: marked ⚠ whatever the findings say. */
  | { readonly put: 'count'; readonly of: Operand; readonly doubtful?: true }
  /** A computed number of things. */
  | { readonly put: 'total'; readonly of: Form }
  /** A percentage typed in a cell. */
  | { readonly put: 'share'; readonly of: Key }
  /** A computed percentage, rounded half up once from the exact fraction. */
  | { readonly put: 'rate'; readonly over: Form; readonly under: Form }
  /** By how much a number of things has changed since the earlier period, without a sign; `share`: in per cent of it. */
  | { readonly put: 'change'; readonly of: Form; readonly share?: true }
  /** By how many percentage points a rate has changed. */
  | { readonly put: 'points'; readonly over: Form; readonly under: Form }
  | { readonly put: 'term'; readonly name: Term }
  /** A label that the official replaces: "⟦Cần ghi: nguyên nhân⟧". */
  | { readonly put: 'blank'; readonly name: string }
  | { readonly put: 'when'; readonly when: Condition; readonly text: Text; readonly otherwise: Text }
  /** The items that hold, joined. */
  | { readonly put: 'list'; readonly items: readonly Item[]; readonly between: string };

export type Text = readonly (string | Place)[];
export type Item = readonly [Condition, Text];

export type Variant =
  | { readonly when?: Condition; readonly text: Text }
  /** The figures contradict each other: nothing is said until they are put right or explained. */
  | { readonly when?: Condition; readonly withhold: string }
  /** The annex cannot tell: the question, and the answer that would settle it. */
  | { readonly when?: Condition; readonly about: string; readonly ask: string }
  /** Only the unit can write this. */
  | { readonly when?: Condition; readonly own: string }
  /** There is nothing to say. */
  | { readonly when?: Condition; readonly skip: string };

export interface Sentence {
  /** Rows without which nothing can be said. A condition over other blank rows does not hold. */
  readonly needs: readonly Key[];
  /** The first that holds is taken; the last has no condition. */
  readonly variants: readonly Variant[];
}

export interface ParagraphRecord {
  readonly id: string;
  readonly sentences: readonly Sentence[];
}

export interface HeadingRecord {
  /** Where it stands: numbered I, 1, 1.1 when the report is assembled. */
  readonly level: 'section' | 'heading' | 'subheading';
  readonly id: string;
  readonly text: Text;
}

export type OutlineItem = ParagraphRecord | HeadingRecord;

/** A sentence from a template: write`đề ra ${n('1.1.1')} nhiệm vụ`. Texts may stand inside texts. */
export function write(texts: TemplateStringsArray, ...places: readonly (Place | string | Text)[]): Text {
  return texts.flatMap((text, index): Text => {
    const place = places[index];
    if (place === undefined) return [text];
    return isText(place) ? [text, ...place] : [text, place];
  });
}

function isText(place: Place | string | Text): place is Text {
  return Array.isArray(place);
}

/** 494 in "tiếp nhận 494 hồ sơ". */
export function n(of: Key | InputKey): Place {
  return { put: 'count', of };
}

/** The same, marked ⚠ whatever the findings say: to be looked at before it is sent. */
export function doubtful(of: Key | InputKey): Place {
  return { put: 'count', of, doubtful: true };
}

/** A sum of rows: 82 in "ít hơn 82 người". */
export function total(...of: Form): Place {
  return { put: 'total', of };
}

/** "96,43%", as a row of shares has it. */
export function share(of: Key): Place {
  return { put: 'share', of };
}

/** "89,47%": one sum in hundredths of another. The variants before it see that neither is 0 and that it is at most 100. */
export function rate(over: Form, under: Form): Place {
  return { put: 'rate', over, under };
}

/** 82 in "tăng 82 hồ sơ". */
export function change(...of: Form): Place {
  return { put: 'change', of };
}

/** "19,9%" in "tăng 82 hồ sơ (tăng 19,9%)". */
export function shareOfChange(...of: Form): Place {
  return { put: 'change', of, share: true };
}

/** 1,5 in "tăng 1,5 điểm phần trăm". */
export function points(over: Form, under: Form): Place {
  return { put: 'points', over, under };
}

export function t(name: Term): Place {
  return { put: 'term', name };
}

export function blank(name: string): Place {
  return { put: 'blank', name };
}

export function when(condition: Condition, text: Text, otherwise: Text = []): Place {
  return { put: 'when', when: condition, text, otherwise };
}

export function list(between: string, ...items: readonly Item[]): Place {
  return { put: 'list', items, between };
}
