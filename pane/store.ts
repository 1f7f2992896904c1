// Holds the state and tells whoever draws it. One store a pane.
import type { PaneOptions } from './options.ts';
import { START, type State } from './state.ts';
import { VIETNAMESE, type Words } from './words.ts';

export interface Store {
  readonly options: PaneOptions;
  readonly state: () => State;
  readonly set: (changes: Partial<State>) => void;
  /** The read that is under way, to be stopped. */
  readonly reading: { current: AbortController | null };
  /** The words of the chosen language. */
  readonly words: () => Words;
  readonly setWords: (words: Words) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore(options: PaneOptions): Store {
  let state = START;
  let words: Words = VIETNAMESE;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    options,
    state: () => state,
    set(changes) {
      state = { ...state, ...changes };
      tell();
    },
    reading: { current: null },
    words: () => words,
    setWords(chosen) {
      words = chosen;
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
