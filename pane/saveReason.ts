// Saves a reason: checked for length, bound to the figures as they stand now, written as one batch.
import type { Finding } from '../core/index.ts';
import { detailWords } from './detailWords.ts';
import { findingId, type GivenReason, isReason, planReason, SHORTEST_REASON, tidy } from './reasons.ts';
import type { Store } from './store.ts';
import { apply, onFresh, recheck } from './write.ts';

/** What keeps the text from being a reason; null where nothing does. */
export function problemOf(store: Store, text: string): string | null {
  const words = detailWords(store).reason;
  if (!isReason(tidy(text))) return words.tooShort(SHORTEST_REASON);
  return text.includes('…') ? words.unfinished : null;
}

/**
 * True when it was saved. The workbook is read anew: a reason given for figures that have changed meanwhile is not
 * written.
 */
export async function saveReason(store: Store, finding: Finding, given: GivenReason): Promise<boolean> {
  let saved = false;
  await onFresh(store, async ({ analysis, workbook }) => {
    const words = detailWords(store).reason;
    const id = findingId(finding);
    const present = analysis.findings.find((one) => findingId(one) === id);
    if (!present || JSON.stringify(present.cells) !== JSON.stringify(finding.cells)) {
      store.set({ notice: { tone: 'bad', text: words.changed } });
      return;
    }
    saved = await apply(store, planReason(analysis, workbook, present, given));
    if (!saved) return;
    store.set({ notice: { tone: 'good', text: words.saved } });
    await recheck(store);
  });
  return saved;
}
