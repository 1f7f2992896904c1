// The whole pane: its head, what was just done, and the view of the present phase.
import { useEffect, useRef } from 'preact/hooks';
import { AutoTick } from './autoTick.tsx';
import { check, stop } from './check.ts';
import { useLater, useStore } from './hooks.ts';
import { Menu } from './menu.tsx';
import { loadFigures } from './read.ts';
import { ResultsView } from './resultsView.tsx';
import { FailedView, FirstView, ReadyView } from './startViews.tsx';
import { type Checked, checkedOf, type State, type View } from './state.ts';
import type { Store } from './store.ts';
import { useTheme } from './theme.ts';
import { takeBack } from './write.ts';

export function PaneView({ store }: { store: Store }) {
  const state = useStore(store);
  const root = useRef<HTMLDivElement>(null);
  const words = store.words();
  const theme = useTheme(state.theme);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => walkByF8(event, root.current);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <div ref={root} class="pane" lang={state.language} data-theme={theme} aria-busy={state.busy}>
      <header>
        <h1>{words.title}</h1>
        <Menu store={store} state={state} />
      </header>
      <Views store={store} state={state} />
      <main>
        <div class="news">
          <Running store={store} state={state} />
          <Stale store={store} state={state} />
          <NoticeLine store={store} state={state} />
        </div>
        <Body store={store} state={state} />
      </main>
      <Announcement store={store} state={state} />
    </div>
  );
}

/** From anywhere on the page. */
function walkByF8(event: KeyboardEvent, root: HTMLElement | null): void {
  if (event.key !== 'F8') return;
  event.preventDefault();
  root?.querySelector<HTMLElement>(`[data-step="${event.shiftKey ? -1 : 1}"]`)?.click();
}

/** Bringing together is offered besides where several annexes are there to be brought together, or none to be checked. */
const VIEWS: readonly View[] = ['figures', 'narrative', 'compare'];

function Views({ store, state }: { store: Store; state: State }) {
  const words = store.words();
  const { kind } = state.phase;
  if (kind === 'first') return null;
  const several = checkedOf(state)?.analysis.otherSheets.length;
  const isOffered = state.view === 'consolidation' || kind === 'missing' || several;
  const views: readonly View[] = isOffered ? [...VIEWS, 'consolidation'] : VIEWS;
  return (
    <nav aria-label={words.viewsLabel}>
      {views.map((view) => (
        <button
          key={view}
          type="button"
          aria-current={state.view === view ? 'page' : undefined}
          onClick={() => store.set({ view, notice: null })}
        >
          {words.views[view]}
        </button>
      ))}
    </nav>
  );
}

/** Only for what takes longer than a blink. */
function Running({ store, state }: { store: Store; state: State }) {
  const words = store.words();
  if (!state.progress) return state.busy ? <p class="working">{words.working}</p> : null;
  const { done, total } = state.progress;
  const text = total > 0 ? words.running(done, total) : words.working;
  return (
    <section class="running">
      <label>
        {text}
        {total > 0 ? <progress value={done} max={total} /> : <progress />}
      </label>
      <button type="button" onClick={() => stop(store)}>
        {words.stop}
      </button>
    </section>
  );
}

function Stale({ store, state }: { store: Store; state: State }) {
  const words = store.words();
  const checked = checkedOf(state);
  if (!state.stale || !checked) return null;
  const { time } = checked;
  return (
    <section class="banner">
      <p role="status">{words.changed(time.getHours(), time.getMinutes())}</p>
      <button type="button" class="primary" onClick={() => void check(store)}>
        {words.checkAgain}
      </button>
      <AutoTick store={store} state={state} />
    </section>
  );
}

function NoticeLine({ store, state }: { store: Store; state: State }) {
  const words = store.words();
  const { notice } = state;
  const line = useRef<HTMLDivElement>(null);
  // The button that was pressed may have gone with what it corrected.
  useEffect(() => {
    if (notice && document.activeElement === document.body) line.current?.querySelector('button')?.focus();
  }, [notice]);
  return (
    <div ref={line} role="status">
      {notice ? (
        <p class={`notice ${notice.tone}`}>
          <span>{notice.text}</span>
          {notice.action === 'undo' ? (
            <button type="button" onClick={() => void takeBack(store)}>
              {words.fix.undo}
            </button>
          ) : null}
          {notice.action === 'check' ? (
            <button type="button" onClick={() => void check(store)}>
              {words.checkAgain}
            </button>
          ) : null}
          <button type="button" class="plain" aria-label={words.close} onClick={() => store.set({ notice: null })}>
            ×
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** Tells screen readers the counts, once a check. */
function Announcement({ store, state }: { store: Store; state: State }) {
  const checked = state.phase.kind === 'results' ? state.phase.checked : null;
  const region = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (checked && region.current) region.current.textContent = store.words().results.found(checked.analysis.summary);
  }, [checked]);
  return <p ref={region} class="hidden" role="status" />;
}

function Body({ store, state }: { store: Store; state: State }) {
  const { phase, view } = state;
  if (phase.kind === 'first') return <FirstView store={store} />;
  if (phase.kind === 'failed') return <FailedView store={store} phase={phase} />;
  if (phase.kind === 'looking') return null;
  const { checked } = phase;
  if (view === 'consolidation' || phase.kind === 'missing')
    return <Later key={view} {...{ store, state, checked }} view={view === 'consolidation' ? view : 'missing'} />;
  if (view !== 'figures') return <Later key={view} {...{ store, state, checked, view }} />;
  if (phase.kind === 'ready') return <ReadyView store={store} checked={phase.checked} />;
  return <ResultsView store={store} state={state} checked={phase.checked} />;
}

interface LaterProps {
  readonly store: Store;
  readonly state: State;
  readonly checked: Checked;
  readonly view: Exclude<View, 'figures'> | 'missing';
}

/** A view whose part is loaded when it is first seen. */
function Later({ view, ...props }: LaterProps) {
  // A notice tells that it could not be loaded; it is gone when the tab is pressed again.
  const View = useLater(async () => (await loadFigures()).loadView[view](), true, props.state.notice === null);
  return View ? <View {...props} /> : null;
}
