// Holds the annex against that of an earlier period.
import type { Subject, Undecided } from './check.ts';
import type { Finding } from './finding.ts';
import { type FoundPrevious, findPrevious, type Surroundings } from './previous.ts';

/** What the earlier period is, and what the rules between periods decided. */
export interface PreviousVerdict extends FoundPrevious {
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  /** Distinct rules that passed or failed. */
  readonly rulesRun: number;
}

export function comparePrevious(subject: Subject, around: Surroundings): PreviousVerdict {
  return { ...findPrevious(subject, around), findings: [], undecided: [], rulesRun: 0 };
}
