// Folds the words of a report's prose and gives every spelling of one thing one name, longest spelling first.
import { remember } from './remember.ts';
import { fold } from './vietnamese.ts';

interface Entry {
  readonly words: readonly string[];
  readonly becomes: readonly string[];
}

export type Lexicon = ReadonlyMap<string, readonly Entry[]>;

/** What a word is folded to; the same word comes a hundred times in one report. */
export const foldWord = remember(fold);

/** Phrases by their first word, longest first. `becomes` is kept as written, in words. */
export function lexiconOf(synonyms: readonly (readonly [string, ...string[]])[]): Lexicon {
  const lexicon = new Map<string, Entry[]>();
  for (const [becomes, ...spellings] of synonyms) {
    for (const spelling of spellings) {
      const words = plainWords(spelling);
      const [first] = words;
      if (first === undefined) continue;
      const entries = lexicon.get(first) ?? [];
      entries.push({ words, becomes: becomes.split(' ') });
      lexicon.set(first, entries);
    }
  }
  for (const entries of lexicon.values()) entries.sort((one, other) => other.words.length - one.words.length);
  return lexicon;
}

/** Phrases already folded, as `phraseIn` gives them: for asking only whether one stands at a place. */
export function lexiconOfFolded(phrases: readonly string[]): Lexicon {
  const lexicon = new Map<string, Entry[]>();
  for (const phrase of phrases) {
    const words = phrase.split(' ').filter((word) => word !== '');
    const [first] = words;
    if (first === undefined) continue;
    const entries = lexicon.get(first) ?? [];
    entries.push({ words, becomes: words });
    lexicon.set(first, entries);
  }
  for (const entries of lexicon.values()) entries.sort((one, other) => other.words.length - one.words.length);
  return lexicon;
}

function plainWords(phrase: string): string[] {
  return fold(phrase)
    .split(' ')
    .filter((word) => word !== '');
}

/**
 * The longest entry that starts at `at`: what it becomes, and how many words it takes. `wordAt` gives the folded word
 * at a place, or null where something else stands; commas inside a phrase are passed over by whoever gives the words.
 */
export function longestAt(
  lexicon: Lexicon,
  wordAt: (index: number) => string | null,
  at: number,
): { readonly becomes: readonly string[]; readonly length: number } | null {
  const first = wordAt(at);
  const entries = first === null ? undefined : lexicon.get(first);
  if (!entries) return null;
  for (const { words, becomes } of entries) {
    let matched = 1;
    while (matched < words.length && wordAt(at + matched) === words[matched]) matched++;
    if (matched === words.length) return { becomes, length: matched };
  }
  return null;
}

/** A phrase of a record in the same folded words as the prose, between spaces: " hồ-sơ tiêp1 nhân5 ". */
export function phraseIn(lexicon: Lexicon, phrase: string): string {
  const words = plainWords(phrase);
  const folded: string[] = [];
  for (let at = 0; at < words.length; ) {
    const found = longestAt(lexicon, (index) => words[index] ?? null, at);
    folded.push(...(found?.becomes ?? [words[at] ?? '']));
    at += found?.length ?? 1;
  }
  return ` ${folded.join(' ')} `;
}
