// Whether two names mean one commune: with and without "UBND", the kind of unit, and the marks of its letters.
import { bare, fold } from './vietnamese.ts';

const OFFICE = startsWith(['UBND', 'Ủy ban nhân dân'].map(fold));
const KINDS = ['xã', 'phường', 'thị trấn', 'đặc khu'].map(fold);
const KIND = startsWith(KINDS);
const BARE_KIND = startsWith(KINDS.map(bare));

function startsWith(words: readonly string[]): RegExp {
  return new RegExp(`^(?:${words.join('|')}) `);
}

/** The name folded, "UBND" left out; `kind` tells whether xã, phường, thị trấn stays. */
function plainName(name: string, kind: boolean): string {
  const unit = fold(name).replace(OFFICE, '');
  return kind ? unit : unit.replace(KIND, '');
}

/** One text for every spelling of a unit: "UBND xã Hoà Bình", "Xã Hòa Bình". */
export function unitKey(name: string): string {
  return plainName(name, true);
}

const SPELLINGS: readonly ((name: string) => string)[] = [
  unitKey,
  (name) => plainName(name, false),
  (name) => bare(plainName(name, true)),
  (name) => bare(plainName(name, false)).replace(BARE_KIND, ''),
];

/**
 * The place of the one name of the list that is meant: spelt alike, else without its kind, else without marks. Null
 * when none is, or when two are alike: a guess would put a commune's figures under another's name.
 */
export function unitFinder(names: readonly string[]): (name: string) => number | null {
  const indexes = SPELLINGS.map((spell) => uniqueIndex(names.map(spell)));
  return (name) => {
    for (const [level, spell] of SPELLINGS.entries()) {
      const found = indexes[level]?.get(spell(name));
      if (found !== undefined && found !== null) return found;
    }
    return null;
  };
}

/** Names that stand twice lead nowhere. */
function uniqueIndex(names: readonly string[]): ReadonlyMap<string, number | null> {
  const index = new Map<string, number | null>();
  names.forEach((name, place) => {
    index.set(name, index.has(name) ? null : place);
  });
  return index;
}
