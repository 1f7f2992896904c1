// Many annexes into one, for the level above: what is to be read, the reading, what came of it.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ConsolidationForm, firstSources } from './consolidationForm.tsx';
import { ConsolidationResult } from './consolidationResult.tsx';
import { consolidationWords } from './consolidationWords.ts';
import { bringTogether } from './consolidationWork.ts';
import type { Checked, Sources, State } from './state.ts';
import type { Store } from './store.ts';

interface Reading {
  readonly done: number;
  readonly total: number;
  readonly stop: () => void;
}

export function ConsolidationView({ store, state, checked }: { store: Store; state: State; checked: Checked }) {
  const [chosen, choose] = useState<Sources | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const sources = chosen ?? state.consolidated?.sources ?? firstSources(checked);
  const run = async (wanted: Sources) => {
    const stopping = new AbortController();
    const stop = () => {
      stopping.abort();
      store.reading.current?.abort();
    };
    const progress = (done: number, total: number) => setReading({ done, total, stop });
    progress(0, wanted.sheets.length + wanted.files.length);
    await bringTogether(store, wanted, { progress, signal: stopping.signal });
    setReading(null);
  };
  // A workbook that is long in reading has a line of its own.
  if (reading && state.progress) return null;
  if (reading) return <ReadingLine store={store} {...reading} />;
  if (state.consolidated) {
    const again = () => {
      choose(sources);
      store.set({ consolidated: null, notice: null });
    };
    return <ConsolidationResult {...{ store, again }} consolidated={state.consolidated} />;
  }
  return <ConsolidationForm {...{ store, checked, sources }} change={choose} run={(wanted) => void run(wanted)} />;
}

function ReadingLine({ store, done, total, stop }: Reading & { store: Store }) {
  const words = consolidationWords(store);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <section class="running">
      <label>
        {words.reading(Math.min(done + 1, total), total)}
        <progress value={done} max={total} />
      </label>
      <button ref={button} type="button" onClick={stop}>
        {words.stop}
      </button>
    </section>
  );
}
