// Writes the report's paragraphs from one analysis: each a list of text and number tokens that know their cells.
import type { Analysis } from './analyze.ts';
import { assemble } from './assemble.ts';
import { factsOf } from './check.ts';
import { conditionOperands, decides } from './condition.ts';
import { type Decimal, toNumber } from './decimal.ts';
import { isKey, operandsOf } from './form.ts';
import type { CellRef } from './grid.ts';
import { OUTLINE } from './narrative/index.ts';
import type { OutlineItem, ParagraphRecord, Sentence, Text, Variant } from './paragraph.ts';
import type { Facts, Operand } from './rule.ts';
import { type Filler, fillerOf, fillText } from './sentence.ts';
import { nameOf, placeOf } from './template.ts';
import type { Key } from './templates/index.ts';
import { asksSince, BEFORE } from './trend.ts';
import { joinAnd } from './vietnamese.ts';

/** A number in the text, or the period it speaks of: what it is worth, how it is written, and where it comes from. */
export interface NumberToken {
  /** A row's key, an input's key, a formula of them: "(3.3.1.c + 3.3.1.d) / 3.3.1"; or a word of the period: "kynam". */
  readonly source: string;
  /** Null for words of the period. */
  readonly value: number | null;
  /** As written: "04", "1.234", "90,69%"; under an unexplained error "⟦⚠ 494⟧". */
  readonly text: string;
  readonly cells: readonly CellRef[];
  /** Cells of another file, the earlier period's, by name: "ô D45 của “Phụ lục 01b”, tệp “quy-1.xlsx”". */
  readonly inFile?: readonly string[];
  readonly doubtful: boolean;
}

export type NarrativePart = string | NumberToken;

/** What keeps a sentence, or a word of it, from being written; the draft shows `label` in its place. */
export interface OpenPoint {
  readonly kind: 'blank' | 'withheld' | 'question' | 'own';
  /** "⟦Chưa có số liệu: mục 2.3⟧" */
  readonly label: string;
  /** What the official is to do about it, a sentence. */
  readonly advice: string;
}

export type ParagraphLevel = 'section' | 'heading' | 'subheading' | 'paragraph';

export interface Paragraph {
  readonly id: string;
  readonly level: ParagraphLevel;
  /** Of a heading: "I", "1", "2.1"; "" for a paragraph. */
  readonly number: string;
  readonly parts: readonly NarrativePart[];
  /** Which variant of each sentence was taken: another one is another statement. */
  readonly variant: string;
  readonly open: readonly OpenPoint[];
  /** Every figure the paragraph depends on, with its value: what a later figure is compared with. */
  readonly figures: Readonly<Record<string, number | null>>;
}

export interface Narrative {
  readonly paragraphs: readonly Paragraph[];
  /** Something is open, or a number stands under an unexplained error. */
  readonly draft: boolean;
}

/** Findings that leave a figure without a usable value. */
const UNUSABLE = new Set(['count-not-whole', 'percent-out-of-range', 'choice-not-allowed']);

/** The whole report from the annex; without an annex it is empty. */
export function composeNarrative(analysis: Analysis): Narrative {
  if (analysis.sheet === null) return { paragraphs: [], draft: false };
  const filler = fillerOf(analysis, narrativeFacts(analysis));
  const written = OUTLINE.map((item) => writeItem(item, filler));
  const paragraphs = assemble(written);
  return { paragraphs, draft: paragraphs.some(isDraft) };
}

export function isDraft(paragraph: Paragraph): boolean {
  return paragraph.open.length > 0 || paragraph.parts.some((part) => typeof part !== 'string' && part.doubtful);
}

/** The paragraph's text as one string. */
export function textOf(parts: readonly NarrativePart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

/** A figure that cannot be right by itself is as good as unreadable: no sentence is built on it. */
export function narrativeFacts(checked: Pick<Analysis, 'report' | 'inputs' | 'period' | 'findings'>): Facts {
  const unusable = new Set(checked.findings.filter((one) => UNUSABLE.has(one.rule)).map((one) => one.key));
  const facts = factsOf(checked);
  return { ...facts, figure: (key) => (unusable.has(key) ? null : facts.figure(key)) };
}

/** An item before the whole is assembled: a heading, or a paragraph's sentences, none where there is nothing to say. */
export interface WrittenItem {
  readonly item: OutlineItem;
  readonly sentences: readonly (readonly NarrativePart[])[];
  readonly variant: string;
  readonly open: readonly OpenPoint[];
  readonly figures: Paragraph['figures'];
}

function writeItem(item: OutlineItem, filler: Filler): WrittenItem {
  if (!('sentences' in item)) {
    return { item, sentences: [fillText(item.text, filler, []).parts], variant: '', open: [], figures: {} };
  }
  const open: OpenPoint[] = [];
  const sentences: (readonly NarrativePart[])[] = [];
  const variants = item.sentences.map((sentence) => writeSentence(sentence, filler, sentences, open));
  const figures = isForUnit(sentences, open) ? {} : figuresOf(item, filler);
  return { item, sentences, variant: variants.join(','), open, figures };
}

/** Whether nothing is said but what the unit itself is to write: no change of a figure makes that out of date. */
function isForUnit(sentences: readonly (readonly NarrativePart[])[], open: readonly OpenPoint[]): boolean {
  const labels = new Set<NarrativePart>(open.filter(({ kind }) => kind === 'own').map(({ label }) => label));
  return (
    sentences.length > 0 && sentences.every((parts) => parts.length === 1 && parts.every((part) => labels.has(part)))
  );
}

/** Adds the sentence, or the label in its place; which variant was taken comes back, with the choices inside it. */
function writeSentence(
  sentence: Sentence,
  filler: Filler,
  sentences: (readonly NarrativePart[])[],
  open: OpenPoint[],
): string {
  // Under a province's own template, of rows that it does not have nothing is said.
  if (sentence.needs.some((key) => placeOf(filler.analysis.template, key) < 0)) return '-';
  const missing = sentence.needs.filter((key) => filler.facts.figure(key) === null);
  const index = sentence.variants.findIndex(
    (variant) => variant.when === undefined || decides(variant.when, filler.facts),
  );
  const variant = sentence.variants[index];
  if (missing.length > 0 || !variant) {
    leaveOpen(missingPoint(missing, filler), sentences, open);
    return '?';
  }
  if ('text' in variant) {
    const { parts, choices } = fillText(variant.text, filler, open);
    sentences.push(parts);
    return [index, ...choices].join('.');
  }
  if ('skip' in variant) return '-';
  leaveOpen(pointOf(variant), sentences, open);
  return `?${index}`;
}

/** The draft says once what is missing, though several sentences lack it. */
function leaveOpen(point: OpenPoint, sentences: (readonly NarrativePart[])[], open: OpenPoint[]): void {
  if (open.some((other) => other.label === point.label)) return;
  open.push(point);
  sentences.push([point.label]);
}

function missingPoint(missing: readonly Key[], { analysis, facts }: Filler): OpenPoint {
  const unread = missing.filter((key) => facts.state(key) === 'filled');
  const keys = unread.length > 0 ? unread : missing;
  const names = joinAnd(keys.map((key) => nameOf(analysis.template, key)));
  const label = `⟦${unread.length > 0 ? 'Chưa dùng được số liệu' : 'Chưa có số liệu'}: ${names}⟧`;
  const advice = unread.length > 0 ? `Sửa số liệu ở ${names}.` : `Ghi số liệu vào ${names}.`;
  return { kind: 'blank', label, advice };
}

function pointOf(variant: Exclude<Variant, { text: Text } | { skip: string }>): OpenPoint {
  if ('withhold' in variant) {
    const advice = `Số liệu mâu thuẫn: ${variant.withhold}. Sửa số liệu rồi soạn lại.`;
    return { kind: 'withheld', label: `⟦Chưa soạn: ${variant.withhold}⟧`, advice };
  }
  if ('own' in variant) {
    return { kind: 'own', label: `⟦Đơn vị tự viết: ${variant.own}⟧`, advice: `Viết ${variant.own} vào đoạn này.` };
  }
  return { kind: 'question', label: `⟦Cần xác nhận: ${variant.about}⟧`, advice: variant.ask };
}

interface Dependencies {
  readonly now: readonly Operand[];
  /** Of each sentence that compares with the earlier period. */
  readonly before: readonly (readonly Operand[])[];
}

/** Paragraphs are records that never change: what each depends on is worked out once. */
const dependencies = new WeakMap<ParagraphRecord, Dependencies>();

function dependenciesOf(record: ParagraphRecord): Dependencies {
  const known = dependencies.get(record);
  if (known) return known;
  const now = [...new Set(record.sentences.flatMap(sentenceOperands))];
  const before = record.sentences.flatMap((sentence) => {
    const variants = sentence.variants.filter(({ when }) => when && asksSince(when));
    return variants.length === 0 ? [] : [sentenceOperands({ ...sentence, variants })];
  });
  const found = { now, before };
  dependencies.set(record, found);
  return found;
}

/** The earlier figures only where all that a sentence needs are there: without one it is not said. */
function figuresOf(record: ParagraphRecord, { facts, compared }: Filler): Paragraph['figures'] {
  const { now, before } = dependenciesOf(record);
  const value = ({ figure, input }: Facts, operand: Operand) => (isKey(operand) ? figure(operand) : input(operand));
  const entries = now.map((operand): [string, number | null] => [operand, numberOf(value(facts, operand))]);
  for (const operands of compared ? before : []) {
    const earlier = operands.flatMap((operand): [string, number][] => {
      const known = compared && value(compared.facts, operand);
      return known ? [[`${BEFORE}${operand}`, toNumber(known)]] : [];
    });
    if (earlier.length === operands.length) entries.push(...earlier);
  }
  return Object.fromEntries(entries);
}

function numberOf(value: Decimal | null): number | null {
  return value && toNumber(value);
}

/** All rows and inputs that a sentence looks at. */
export function sentenceOperands(sentence: Sentence): readonly Operand[] {
  const conditions = sentence.variants.flatMap((variant) => (variant.when ? conditionOperands(variant.when) : []));
  const texts = sentence.variants.flatMap((variant) => ('text' in variant ? textOperands(variant.text) : []));
  return [...sentence.needs, ...conditions, ...texts];
}

function textOperands(text: Text): readonly Operand[] {
  return text.flatMap((place): readonly Operand[] => {
    if (typeof place === 'string') return [];
    switch (place.put) {
      case 'count':
      case 'share':
        return [place.of];
      case 'total':
        return operandsOf(place.of);
      case 'change':
        return operandsOf(place.of);
      case 'rate':
      case 'points':
        return [...operandsOf(place.over), ...operandsOf(place.under)];
      case 'when':
        return [...conditionOperands(place.when), ...textOperands(place.text), ...textOperands(place.otherwise)];
      case 'list':
        return place.items.flatMap(([condition, item]) => [...conditionOperands(condition), ...textOperands(item)]);
      case 'term':
      case 'blank':
        return [];
      default:
        return place satisfies never;
    }
  });
}
