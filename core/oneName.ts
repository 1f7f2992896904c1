// Gives words that mean the same their one name, and takes proper names of places out of what is said.
import { foldWord, longestAt } from './lexicon.ts';
import { synonyms } from './synonyms.ts';
import { type Token, UNNAMED } from './token.ts';

/** Words under their one name; a comma inside a spelling ("một cửa, một cửa liên thông") is part of it. */
export function named(raw: readonly Token[], text: string): readonly Token[] {
  const tokens: Token[] = [];
  let place = false;
  let names: Token[] = [];
  for (let at = 0; at < raw.length; ) {
    const token = raw[at];
    if (!token) break;
    if (place && ((token.kind === 'word' && isCapital(text, token.start)) || isNumbered(names, raw, at))) {
      names.push(token);
      at++;
      continue;
    }
    tokens.push(...placeOf(names, tokens.at(-1), text));
    names = [];
    const found = token.kind === 'word' ? spellingAt(raw, at) : null;
    if (found)
      for (const word of found.becomes) tokens.push({ kind: 'word', word, start: token.start, end: found.end });
    else tokens.push(token);
    place = token.kind === 'word' && isPlace(text, token.start, tokens.at(-1));
    at = found?.next ?? at + 1;
  }
  tokens.push(...placeOf(names, tokens.at(-1), text));
  return tokens;
}

/** "phường Đông Hải 2": the number is a part of the name, where no noun follows. */
function isNumbered(names: readonly Token[], raw: readonly Token[], at: number): boolean {
  const [token, next] = [raw[at], raw[at + 1]];
  if (names.length < 2 || token?.kind !== 'figure' || token.percent || token.end - token.start > 2) return false;
  return next?.kind !== 'word' || !synonyms().has(next.word);
}

/** A commune by its proper name of two words or more. */
function placeOf(names: readonly Token[], level: Token | undefined, text: string): readonly Token[] {
  const [first] = names;
  const last = names.at(-1);
  if (names.length < 2 || !first || !last || level?.kind !== 'word' || level.word !== 'xã') return [];
  const place = text.slice(first.start, last.end);
  return [{ kind: 'period', period: { ...UNNAMED, place }, start: first.start, end: last.end }];
}

/** After "xã", "tỉnh", "huyện" in small letters a capital starts a proper name, which says nothing more. */
function isPlace(text: string, start: number, last: Token | undefined): boolean {
  return last?.kind === 'word' && PLACES.has(last.word) && !/\p{Lu}\p{Lu}/u.test(text.slice(start, start + 2));
}

const PLACES = new Set([
  'xã',
  'ubnd',
  ...['tỉnh', 'huyện', 'thị xã', 'thành phố'].flatMap((word) => foldWord(word).split(' ')),
]);

function isCapital(text: string, at: number): boolean {
  return /\p{Lu}/u.test(text.charAt(at));
}

function spellingAt(raw: readonly Token[], at: number) {
  const first = raw[at];
  if (first?.kind !== 'word' || !synonyms().has(first.word)) return null;
  const places = [at];
  // Places are looked for only as far as an entry asks.
  const wordOf = (index: number) => {
    while (places.length <= index) {
      const next = nextWord(raw, (places[places.length - 1] ?? at) + 1);
      if (next < 0) return null;
      places.push(next);
    }
    const token = raw[places[index] ?? -1];
    return token?.kind === 'word' ? token.word : null;
  };
  const found = longestAt(synonyms(), wordOf, 0);
  const last = found ? places[found.length - 1] : undefined;
  const end = last === undefined ? undefined : raw[last]?.end;
  return found && last !== undefined && end !== undefined ? { becomes: found.becomes, next: last + 1, end } : null;
}

/** The word at a place, or behind one comma there; −1 where something else stands. */
function nextWord(raw: readonly Token[], at: number): number {
  const token = raw[at];
  if (token?.kind === 'word') return at;
  return token?.kind === 'mark' && token.mark === ',' && raw[at + 1]?.kind === 'word' ? at + 1 : -1;
}
