// By what a finding is known again in the next check: the rule and the annex's cells it speaks of.
import type { Finding } from './finding.ts';
import { hashText } from './grid.ts';

/**
 * By which an explanation finds its finding again. An input typed later does not make it another finding; what speaks
 * of no cell at all, or of the prose, is told apart by its words.
 */
export function findingId(finding: Finding): string {
  if (finding.rule !== 'text-stale' && finding.rule.startsWith('text-')) {
    return [finding.rule, finding.key ?? '', hashText(finding.message)].join(':');
  }
  const cells = finding.cells.filter((cell) => cell.sheet === undefined || cell.key === null);
  const others = cells.map((cell) => cell.key ?? cell.address).filter((cell) => cell !== finding.key);
  const told = finding.key === null && others.length === 0 ? [finding.message] : others;
  return [finding.rule, finding.key ?? '', ...told].join(':');
}

/** The row that an id's finding is about; "" when it was about the whole sheet. */
export function keyInId(id: string): string {
  return id.split(':')[1] ?? '';
}
