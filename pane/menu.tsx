// The button at the top: what it opens is loaded when it is first pressed.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLater } from './hooks.ts';
import { loadFigures } from './read.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';

export function Menu({ store, state }: { store: Store; state: State }) {
  const words = store.words();
  const box = useRef<HTMLDetailsElement>(null);
  const [opened, setOpened] = useState(false);
  useEffect(() => closeFromOutside(box.current), []);
  return (
    <details ref={box} class="menu" onToggle={() => setOpened(true)}>
      <summary aria-label={words.menu} title={words.menu}>
        ⋯
      </summary>
      {opened ? <Body store={store} state={state} /> : null}
    </details>
  );
}

function Body({ store, state }: { store: Store; state: State }) {
  const part = useLater(async () => (await loadFigures()).loadMenuBody());
  return part ? <part.MenuBody store={store} state={state} /> : null;
}

/** Escape, and a press anywhere else, close it. */
function closeFromOutside(box: HTMLDetailsElement | null): () => void {
  const onPointer = (event: Event) => {
    if (box?.open && event.target instanceof Node && !box.contains(event.target)) box.open = false;
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !box?.open) return;
    box.open = false;
    box.querySelector('summary')?.focus();
  };
  document.addEventListener('pointerdown', onPointer);
  document.addEventListener('keydown', onKey);
  return () => {
    document.removeEventListener('pointerdown', onPointer);
    document.removeEventListener('keydown', onKey);
  };
}
