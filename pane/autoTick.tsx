// Whether results follow every edit by themselves.
import type { State } from './state.ts';
import type { Store } from './store.ts';
import { setAuto } from './watch.ts';

export function AutoTick({ store, state }: { store: Store; state: State }) {
  return (
    <label class="tick">
      <input type="checkbox" checked={state.auto} onChange={(event) => setAuto(store, event.currentTarget.checked)} />
      {store.words().auto}
    </label>
  );
}
