// Conditions that several rules share: dates on which a row's meaning changed, and what is not known yet.
import type { Condition } from './rule.ts';

/** Two-tier local government, merged communes and the closing of provincial portals: 01/7/2025. */
export const AFTER_MERGER: Condition = { ends: { from: '2025-07' } };
/** Known to end before it; of an unknown period neither holds. */
export const BEFORE_MERGER: Condition = { ends: { to: '2025-06' } };
/** Provinces published whole lists anew in the twelve months from 01/7/2025. */
export const LISTS_PUBLISHED_ANEW: Condition = { ends: { from: '2025-07', to: '2026-06' } };
/** A period may have inherited dossiers, and nobody has said how many. */
export const CARRY_OVER_UNKNOWN: Condition = { not: { known: 'K' } };
