// The annex templates the product knows, newest first.
import type { Template } from '../template.ts';
import { type Pl01bKey, pl01b2024 } from './pl01b-2024.ts';

/** Every key of every known template. */
export type Key = Pl01bKey;

export const TEMPLATES: readonly Template<Key>[] = [pl01b2024];

export { pl01b2024 };
