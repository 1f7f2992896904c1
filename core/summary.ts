// What a check comes to, counted.
import type { PreviousVerdict } from './between.ts';
import type { Severity } from './change.ts';
import type { Verdict } from './check.ts';
import type { Finding } from './finding.ts';

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly explained: number;
  readonly rulesRun: number;
  readonly undecided: number;
}

/** What was decided and what else was found, none of it explained; `between`: the rules between periods. */
export function summarise(
  verdict: Pick<Verdict, 'counts' | 'open' | 'rulesRun'>,
  others: readonly Finding[],
  between: Pick<PreviousVerdict, 'undecided' | 'rulesRun'> | null = null,
): Summary {
  const { counts, open, rulesRun } = verdict;
  const count = (severity: Severity) =>
    counts[severity] + others.filter((finding) => finding.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    explained: 0,
    rulesRun: rulesRun + (between?.rulesRun ?? 0),
    undecided: open + (between?.undecided.length ?? 0),
  };
}

/** The summary of these findings: explained ones are counted apart. */
export function countAgain(summary: Summary, findings: readonly Finding[]): Summary {
  const open = findings.filter(({ explained }) => explained === null);
  const count = (severity: Severity) => open.filter((finding) => finding.severity === severity).length;
  return {
    ...summary,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    explained: findings.length - open.length,
  };
}
