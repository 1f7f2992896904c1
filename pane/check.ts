// Checking: the first quiet look, the check itself, what is chosen in its results.
import { painted } from './painted.ts';
import { readChecked } from './read.ts';
import { keepSettings } from './settings.ts';
import { type Checked, type Filter, type Grouping, lookedAt } from './state.ts';
import type { Store } from './store.ts';

/** Looks what is there, without showing findings. */
export async function look(store: Store): Promise<void> {
  await exclusively(store, async () => {
    const checked = await readChecked(store);
    if (checked) store.set({ phase: lookedAt(checked) });
  });
}

/** Reads anew and shows what was found. */
export async function check(store: Store): Promise<void> {
  await exclusively(store, async () => {
    // What was told before is done with; what can still be taken back stays.
    if (store.state().notice?.action !== 'undo') store.set({ notice: null });
    const checked = await readChecked(store);
    if (checked) showResults(store, checked);
  });
}

/** Shows findings of what was read; the place in the list stays where its finding is still there. */
export function showResults(store: Store, checked: Checked): void {
  const { notice } = store.state();
  const kind = checked.analysis.sheet === null ? 'missing' : 'results';
  store.set({ phase: { kind, checked }, stale: false, notice: notice?.action === 'check' ? null : notice });
}

/** One thing at a time: what is asked for meanwhile is not done. */
export async function exclusively(store: Store, work: () => Promise<void>): Promise<void> {
  if (store.state().busy) return;
  store.set({ busy: true });
  try {
    // Many hosts answer without letting go: that something is under way has to be on the screen before.
    await painted();
    await work();
  } finally {
    store.set({ busy: false });
  }
}

export function start(store: Store): Promise<void> {
  keepSettings({ started: true });
  store.set({ phase: { kind: 'looking' } });
  return look(store);
}

/** Takes another sheet for the annex. */
export function chooseSheet(store: Store, sheet: string): Promise<void> {
  store.set({ sheet });
  return store.state().phase.kind === 'results' ? check(store) : look(store);
}

/** Stops the read that is under way; hosts read on to the next chance to stop. */
export function stop(store: Store): void {
  store.reading.current?.abort();
}

export function setFilter(store: Store, filter: Filter): void {
  store.set({ filter: store.state().filter === filter ? null : filter });
}

export function setGrouping(store: Store, grouping: Grouping): void {
  keepSettings({ grouping });
  store.set({ grouping });
}
