// What a number is spoken of: dossiers received, solved or open; tasks of the plan or assigned from above.
import type { Scope } from './claimRecord.ts';
import { SCOPE_FAMILIES } from './claims/index.ts';
import type { Unit } from './claims/words.ts';
import type { Mention } from './mention.ts';
import { folded } from './synonyms.ts';

/** Phrases run over commas: "bãi bỏ, thay thế". */
export function withoutBars(text: string): string {
  return text.replaceAll(' |', '');
}

/** What the number is spoken of: its own words, else the nearest text above that says. */
export function scopeOf(mention: Mention): Scope | 'mixed' | null {
  const unit = mention.unit;
  const family = scopes().find(({ units }) => unit !== null && units.includes(unit));
  if (!family) return null;
  const above = family.headings ? [...mention.chain, mention.earlier, ...mention.headings] : mention.chain;
  for (const text of [mention.before + mention.after, ...above].map(withoutBars)) {
    const said = family.scopes.filter(({ says }) => says.some((phrase) => text.includes(phrase)));
    if (said.length === 0) continue;
    const winner = said.find((one) => said.every((other) => other === one || one.over.includes(other.is)));
    return winner?.is ?? 'mixed';
  }
  return null;
}

interface FoldedFamily {
  readonly units: readonly Unit[];
  readonly headings: boolean;
  readonly scopes: readonly { readonly is: Scope; readonly says: readonly string[]; readonly over: readonly Scope[] }[];
}

const SCOPES: { folded: readonly FoldedFamily[] | null } = { folded: null };

function scopes(): readonly FoldedFamily[] {
  SCOPES.folded ??= SCOPE_FAMILIES.map(({ units, headings, scopes: all }) => ({
    units,
    headings,
    scopes: all.map(({ is, says, over }) => ({ is, says: folded(says), over: over ?? [] })),
  }));
  return SCOPES.folded;
}
