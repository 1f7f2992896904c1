// How the pane looks, its language, and the words officials mix up.
import { useEffect, useRef } from 'preact/hooks';
import { Choice } from './parts.tsx';
import { keepSettings } from './settings.ts';
import type { Language, State, Theme } from './state.ts';
import type { Store } from './store.ts';
import { VIETNAMESE } from './words.ts';

export function Menu({ store, state }: { store: Store; state: State }) {
  const words = store.words().menu;
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => closeFromOutside(box.current), []);
  const setTheme = (theme: Theme) => {
    keepSettings({ theme });
    store.set({ theme });
  };
  return (
    <details ref={box} class="menu">
      <summary aria-label={words.open} title={words.open}>
        ⋯
      </summary>
      <div>
        <Choice
          label={words.theme}
          options={[
            ['system', words.themes.system],
            ['light', words.themes.light],
            ['dark', words.themes.dark],
          ]}
          chosen={state.theme}
          choose={setTheme}
        />
        <Choice
          label={words.language}
          options={[
            ['vi', 'Tiếng Việt'],
            ['en', 'English'],
          ]}
          chosen={state.language}
          choose={(language) => void setLanguage(store, language)}
        />
        <h2>{words.help}</h2>
        <dl>
          {words.terms.map(([term, meaning]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <p class="note">{words.scope}</p>
      </div>
    </details>
  );
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

/** English is for developers: it comes when it is asked for. */
export async function setLanguage(store: Store, language: Language): Promise<void> {
  keepSettings({ language });
  store.setWords(language === 'vi' ? VIETNAMESE : (await import('./english.ts')).ENGLISH);
  store.set({ language });
}
