// The catalogue of claim patterns, in its order.
import type { ClaimRecord } from '../claimRecord.ts';
import { DOCUMENTS, STAFF } from './documents.ts';
import { DOSSIERS } from './dossiers.ts';
import { PROCEDURES } from './procedures.ts';
import { ACTIVITIES, RATES } from './rates.ts';
import { PARTITIONS, SCOPE_FAMILIES } from './scopes.ts';
import { TASKS } from './tasks.ts';

export const CLAIMS: readonly ClaimRecord[] = [...TASKS, ...DOCUMENTS, ...PROCEDURES, ...DOSSIERS, ...STAFF, ...RATES];

export { ACTIVITIES, PARTITIONS, SCOPE_FAMILIES };
