// Notices that the figures have changed since they were checked: by the host's word, or by looking when the pane is
// looked at again.
import { showResults } from './check.ts';
import { readChecked } from './read.ts';
import { keepSettings } from './settings.ts';
import { checkedOf, lookedAt } from './state.ts';
import type { Store } from './store.ts';

/** After the last key, so that a figure typed in three strokes is one change. */
const QUIET = 600;

/** Begins to watch; the returned function ends it. */
export function watch(store: Store): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void compare(store, later), QUIET);
  };
  const stopHost = store.options.host.watch?.(later);
  window.addEventListener('focus', later);
  return () => {
    clearTimeout(timer);
    stopHost?.();
    window.removeEventListener('focus', later);
  };
}

/** Reads quietly: an edit that is half typed is no failure to be told of. */
async function compare(store: Store, later: () => void): Promise<void> {
  const { phase, busy, auto } = store.state();
  if (phase.kind === 'first' || phase.kind === 'looking') return;
  if (busy) {
    later();
    return;
  }
  const known = checkedOf(store.state())?.fingerprint;
  const checked = await readChecked(store, true);
  if (!checked || store.state().busy || checked.fingerprint === known) return;
  const kind = store.state().phase.kind;
  if (kind !== 'results') store.set({ phase: lookedAt(checked) });
  else if (auto) showResults(store, checked);
  else store.set({ stale: true });
}

export function setAuto(store: Store, auto: boolean): void {
  keepSettings({ auto });
  store.set({ auto });
}
