// How components follow the store, and what is loaded later.
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { loadFigures } from './read.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';

/** The present state; draws anew with every change of it. */
export function useStore(store: Store): State {
  const [, redraw] = useState(0);
  useLayoutEffect(() => store.subscribe(() => redraw((count) => count + 1)), [store]);
  return store.state();
}

/**
 * A part of the pane that is loaded when it is first needed; null until then, and where not wanted. One that could not be
 * loaded is asked for again when `again` changes.
 */
export function useLater<T>(load: () => Promise<T>, wanted = true, again?: unknown): T | null {
  const [part, setPart] = useState<{ readonly value: T } | null>(null);
  useEffect(() => {
    if (!wanted || part) return;
    let there = true;
    void load().then((value) => there && setPart({ value }));
    return () => {
      there = false;
    };
  }, [wanted, again]);
  return wanted ? (part?.value ?? null) : null;
}

type Detail = typeof import('./findingDetail.tsx');
const detail: { part: Detail | null } = { part: null };

/** What an opened finding shows: loaded when the first is opened, and at once from then on. Null where not wanted. */
export function useDetail(wanted = true): Detail | null {
  const [, redraw] = useState(detail.part);
  useEffect(() => {
    if (wanted && !detail.part) void loadDetail().then(redraw);
  }, [wanted]);
  return wanted ? detail.part : null;
}

async function loadDetail(): Promise<Detail> {
  detail.part ??= await (await loadFigures()).loadDetail();
  return detail.part;
}
