// Finds the name an official may have meant: spelt with diacritics, with spaces, or with a letter wrong.

/** More than so much of a name wrong, and it is another name. */
const WRONG_AT_MOST = 0.4;

/** The known name nearest to what was typed, or null when none is near. */
export function nearest(typed: string, known: readonly string[]): string | null {
  const plain = plainName(typed);
  let best: string | null = null;
  let least = Math.floor(plain.length * WRONG_AT_MOST) + 1;
  for (const name of known) {
    const wrong = distance(plain, name, least);
    if (wrong < least) {
      best = name;
      least = wrong;
    }
  }
  return best;
}

function plainName(typed: string): string {
  const bare = typed.slice(0, 60).normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  return bare.replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
}

/** Letters to add, drop or change (Levenshtein); anything at or above `limit` only says "too many". */
function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let before = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (before[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[other.length] ?? limit;
}
