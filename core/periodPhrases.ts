// Words of the period inside an edited sentence: found whole, and covered while its numbers are renewed.
import type { NarrativePart } from './narrative.ts';
import type { BasePart } from './regenerate.ts';

/** Words of the period, as "quý I năm 2024": renewed whole or not at all. A year alone is a number like others. */
export interface Phrase {
  readonly before: string;
  readonly now: string;
  /** One sign of no script that stands for it meanwhile: its numbers are nobody's. */
  readonly cover: string;
}

const FIRST_COVER = 0xe000;

/** The phrases of the base, each with what it is now. */
export function periodPhrases(base: readonly BasePart[], next: readonly NarrativePart[]): readonly Phrase[] {
  const now = new Map(next.flatMap((part) => (typeof part === 'string' ? [] : [[part.source, part.text]])));
  const found = new Map<string, string>();
  for (const part of base) {
    if (typeof part === 'string' || part.value !== null || /^\d+$/.test(part.text) || found.has(part.text)) continue;
    found.set(part.text, now.get(part.source) ?? part.text);
  }
  return [...found].map(([before, text], index) => ({
    before,
    now: text,
    cover: String.fromCharCode(FIRST_COVER + index),
  }));
}

export function coverPart(part: BasePart, phrases: readonly Phrase[]): BasePart {
  if (typeof part === 'string' || part.value !== null) return part;
  return phrases.find(({ before }) => before === part.text)?.cover ?? part;
}

/** All at once, the longest first: "quý I" becomes "quý II" where "quý II" becomes "quý III". */
export function coverPhrases(edited: string, phrases: readonly Phrase[]): string {
  if (phrases.length === 0) return edited;
  const longestFirst = [...phrases].sort((one, other) => other.before.length - one.before.length);
  const spelled = longestFirst.map(({ before }) => before.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\d/])(?:${spelled.join('|')})(?![\\p{L}\\d/])`, 'gu');
  return edited
    .normalize('NFC')
    .replace(pattern, (found) => phrases.find(({ before }) => before === found)?.cover ?? found);
}
