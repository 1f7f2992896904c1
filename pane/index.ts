// The one task pane, shared by Excel, Google Sheets and the desk. It knows no host and no file format.
import './pane.css';
import { h, render } from 'preact';
import { check, look } from './check.ts';
import { setLanguage } from './language.ts';
import type { Pane, PaneCommand, PaneOptions } from './options.ts';
import { PaneView } from './pane.tsx';
import { isUnloaded, showFailure } from './read.ts';
import { readSettings } from './settings.ts';
import { START } from './state.ts';
import { createStore, type Store } from './store.ts';
import { watch } from './watch.ts';
import { clear } from './write.ts';

export { download } from './download.ts';
export type { Pane, PaneCommand, PaneOptions, ProseRead, WordMade } from './options.ts';
export { painted } from './painted.ts';

/** Draws the pane into an element and takes a first, quiet look at the workbook. */
export function mountPane(root: HTMLElement, options: PaneOptions): Pane {
  const store = createStore(options);
  const { started, ...settings } = readSettings();
  store.set({ ...settings, phase: { kind: started ? 'looking' : 'first' } });
  if (settings.language !== 'vi') void setLanguage(store, settings.language);
  // What the page says until then (opening.html).
  root.replaceChildren();
  render(h(PaneView, { store }), root);
  const unwatch = watch(store);
  // Wherever a part of the pane was asked for and could not be loaded.
  const onRejection = ({ reason }: PromiseRejectionEvent) => {
    if (isUnloaded(reason)) showFailure(store, reason);
  };
  window.addEventListener('unhandledrejection', onRejection);
  if (started) void look(store);
  return {
    run: (command) => run(store, command),
    reset: () => reset(store),
    close() {
      unwatch();
      window.removeEventListener('unhandledrejection', onRejection);
      render(null, root);
    },
  };
}

/** What is under way is finished first: a button pressed while the pane takes its first look is not lost. */
async function run(store: Store, command: PaneCommand): Promise<void> {
  while (store.state().busy) await changed(store);
  if (command === 'clear') return clear(store);
  if (command === 'check') {
    store.set({ view: 'figures' });
    return check(store);
  }
  if (store.state().phase.kind !== 'results') await check(store);
  store.set({ view: 'narrative' });
}

function changed(store: Store): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.subscribe(() => {
      stop();
      resolve();
    });
  });
}

function reset(store: Store): void {
  const { theme, language, auto, grouping, phase } = store.state();
  const kind = phase.kind === 'first' ? 'first' : 'looking';
  store.reading.current?.abort();
  store.reading.current = null;
  store.set({ ...START, theme, language, auto, grouping, phase: { kind } });
  if (kind === 'looking') void look(store);
}
