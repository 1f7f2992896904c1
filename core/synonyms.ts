// The words of prose under their one name, and the phrases of records put in the same words.
import { LINKS, SYNONYMS } from './claims/words.ts';
import { type Lexicon, lexiconOf, phraseIn } from './lexicon.ts';
import { remember } from './remember.ts';

const LEXICON: { read: Lexicon | null } = { read: null };

/** The synonyms by their first word; made when the first prose is read. */
export function synonyms(): Lexicon {
  LEXICON.read ??= lexiconOf([...SYNONYMS, ...LINKS.map((link) => ['trong-đó', link] as const)]);
  return LEXICON.read;
}

/** A phrase of a record in the folded words of prose, between spaces. */
export const phrase = remember((text) => phraseIn(synonyms(), text));

export function folded(phrases: readonly string[]): readonly string[] {
  return phrases.map(phrase);
}
