// What a check found: counts that filter, a list to walk by keyboard, rates, and what may follow.
import { useEffect, useRef } from 'preact/hooks';
import { type Analysis, isTemplateSheet } from '../core/index.ts';
import { AutoTick } from './autoTick.tsx';
import { setFilter, setGrouping } from './check.ts';
import { countOf, type Entry, groupsOf } from './entries.ts';
import { EntryCard } from './findingCard.tsx';
import { Fold } from './fold.tsx';
import { useDetail, useLater } from './hooks.ts';
import { Choice, Sign } from './parts.tsx';
import { loadFigures } from './read.ts';
import { Subject } from './startViews.tsx';
import type { Checked, State } from './state.ts';
import type { Store } from './store.ts';
import { clear, mark, writeReport } from './write.ts';

interface ResultsProps {
  readonly store: Store;
  readonly state: State;
  readonly checked: Checked;
}

export function ResultsView({ store, state, checked }: ResultsProps) {
  const words = store.words();
  const list = useRef<HTMLDivElement>(null);
  const { analysis, time } = checked;
  const groups = groupsOf(analysis, state, words);
  const entries = groups.flatMap((group) => group.entries);
  const head = useRef<HTMLHeadingElement>(null);
  const part = useDetail(analysis.reported !== null);
  const ownTemplate = useLater(
    async () => (await loadFigures()).loadTemplate(),
    checked.workbook.sheets.some(isTemplateSheet),
  );
  // The button that was pressed is gone: whoever works by keyboard goes on from here.
  useEffect(() => {
    if (document.activeElement === document.body) head.current?.focus();
  }, []);
  return (
    <>
      <h2 ref={head} class="hidden" tabIndex={-1}>
        {words.results.title}
      </h2>
      <Subject store={store} checked={checked} />
      {part ? <part.Reported store={store} analysis={analysis} /> : null}
      {ownTemplate ? <ownTemplate.OwnTemplate store={store} analysis={analysis} /> : null}
      {analysis.summary.errors === 0 ? <Clean store={store} analysis={analysis} /> : null}
      <Filters {...{ store, state, analysis }} />
      <Walk {...{ store, state, entries, list }} />
      <div
        ref={list}
        class="list"
        role="group"
        aria-label={words.results.list}
        onKeyDown={(event) => walkByArrows(event, list.current)}
      >
        {entries.length === 0 && state.filter !== null ? <p class="empty">{words.results.none}</p> : null}
        {groups.map(({ title, entries: some }) => (
          <section key={title}>
            <h3>{title}</h3>
            <ol>
              {some.map((entry) => (
                <EntryCard key={entry.name} {...{ store, checked, entry }} open={entry.name === state.open} />
              ))}
            </ol>
          </section>
        ))}
      </div>
      <After store={store} analysis={analysis} />
      <Rates store={store} analysis={analysis} />
      {state.stale ? null : <AutoTick store={store} state={state} />}
      <p class="note">
        {words.results.checkedAt(time.getHours(), time.getMinutes())}. {words.scope}
      </p>
    </>
  );
}

function Clean({ store, analysis }: { store: Store; analysis: Analysis }) {
  const words = store.words();
  // What lacks figures is not done yet: nothing is green, and filling in goes before writing.
  const done = analysis.summary.undecided === 0;
  return (
    <section class={`card ${done ? 'good' : ''}`}>
      <p>
        <strong>{words.clean(analysis.summary)}</strong>
      </p>
      <button
        type="button"
        class={done ? 'primary wide' : 'wide'}
        onClick={() => store.set({ view: 'narrative', notice: null })}
      >
        {words.write}
      </button>
    </section>
  );
}

const FILTERS = ['error', 'warning', 'info', 'undecided', 'explained'] as const;

function Filters({ store, state, analysis }: { store: Store; state: State; analysis: Analysis }) {
  const words = store.words();
  const { undecided, undecidedHelp, explained } = words;
  const names = { ...words.severity, undecided, explained };
  const helps = { ...words.severityHelp, undecided: undecidedHelp, explained };
  return (
    <fieldset class="filters">
      <legend class="hidden">{words.results.filters}</legend>
      {FILTERS.filter((filter) => filter !== 'explained' || analysis.summary.explained > 0).map((filter) => (
        <button
          key={filter}
          type="button"
          title={helps[filter]}
          aria-pressed={state.filter === filter}
          onClick={() => setFilter(store, filter)}
        >
          <Sign of={filter} /> {names[filter]} <b>{countOf(analysis, filter)}</b>
        </button>
      ))}
    </fieldset>
  );
}

interface WalkProps {
  readonly store: Store;
  readonly state: State;
  readonly entries: readonly Entry[];
  readonly list: { readonly current: HTMLDivElement | null };
}

function Walk({ store, state, entries, list }: WalkProps) {
  const words = store.words().results;
  const index = entries.findIndex(({ name }) => name === state.open);
  const step = (by: 1 | -1) => openEntry(store, list.current, entries[nextIndex(index, by, entries.length)]);
  return (
    <div class="walk">
      <Choice
        label={words.group}
        options={[
          ['section', words.bySection],
          ['severity', words.bySeverity],
        ]}
        chosen={state.grouping}
        choose={(grouping) => setGrouping(store, grouping)}
      />
      <span class="steps">
        <button
          type="button"
          data-step="-1"
          title={words.keys}
          aria-label={words.previous}
          onClick={() => step(-1)}
          disabled={entries.length === 0}
        >
          ◂
        </button>
        <span aria-hidden="true">{words.place(index + 1, entries.length)}</span>
        <button
          type="button"
          data-step="1"
          title={words.keys}
          aria-label={words.next}
          onClick={() => step(1)}
          disabled={entries.length === 0}
        >
          ▸
        </button>
      </span>
    </div>
  );
}

function nextIndex(index: number, by: 1 | -1, count: number): number {
  if (index === -1) return by === 1 ? 0 : count - 1;
  return (index + by + count) % count;
}

function openEntry(store: Store, list: HTMLElement | null, entry: Entry | undefined): void {
  if (!entry) return;
  store.set({ open: entry.name });
  // After it is drawn open.
  requestAnimationFrame(() => {
    const heads = [...(list?.querySelectorAll<HTMLElement>('.head') ?? [])];
    const head = heads.find((one) => one.dataset.entry === entry.name);
    head?.focus();
    head?.closest('li')?.scrollIntoView({ block: 'nearest' });
  });
}

/** Up and down between the heads, Home and End to the ends; Escape closes the open one and stays on it. */
function walkByArrows(event: KeyboardEvent, list: HTMLElement | null): void {
  const heads = [...(list?.querySelectorAll<HTMLElement>('.head') ?? [])];
  const at = heads.findIndex((head) => head.contains(document.activeElement));
  if (event.key === 'Escape') {
    const head = heads.find((one) => one.getAttribute('aria-expanded') === 'true');
    head?.click();
    head?.focus();
    return;
  }
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: heads.length - 1,
  };
  const target = steps[event.key];
  if (at === -1 || target === undefined) return;
  event.preventDefault();
  heads[Math.min(Math.max(target, 0), heads.length - 1)]?.focus();
}

/** What may be done with the results. */
function After({ store, analysis }: { store: Store; analysis: Analysis }) {
  const words = store.words();
  const fixes = analysis.findings.flatMap(({ fix }) => fix ?? []);
  const part = useDetail(fixes.length > 1);
  return (
    <div class="actions after">
      {part && fixes.length > 1 ? (
        <part.FixBox store={store} fixes={fixes} label={words.fix.all(fixes.length)} />
      ) : null}
      <button type="button" onClick={() => void mark(store)}>
        {words.mark}
      </button>
      <button type="button" onClick={() => void clear(store)}>
        {words.unmark}
      </button>
      <button type="button" onClick={() => void writeReport(store)}>
        {words.report}
      </button>
    </div>
  );
}

/** What an official may look at beside the findings. */
function Rates({ store, analysis }: { store: Store; analysis: Analysis }) {
  return (
    <Fold name="rates" title={store.words().results.rates} load={async () => (await loadFigures()).loadRatesList()}>
      {(part) => <part.RatesList store={store} analysis={analysis} />}
    </Fold>
  );
}
