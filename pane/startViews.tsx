// What stands in the pane before there are results: first run, ready, failure.
import { check, chooseSheet, look, start } from './check.ts';
import { Fold } from './fold.tsx';
import { Card } from './parts.tsx';
import { loadFigures } from './read.ts';
import type { Checked, Phase } from './state.ts';
import type { Store } from './store.ts';
import { reveal } from './write.ts';

interface ViewProps {
  readonly store: Store;
  readonly checked: Checked;
}

export function FirstView({ store }: { store: Store }) {
  const { first } = store.words();
  return (
    <Card>
      <p>{first.text}</p>
      <button type="button" class="primary wide" onClick={() => void start(store)}>
        {first.start}
      </button>
    </Card>
  );
}

export function ReadyView({ store, checked }: ViewProps) {
  const words = store.words();
  return (
    <Card>
      <Subject store={store} checked={checked} />
      <p>{words.ready.rows(checked.readiness)}</p>
      <button type="button" class="primary wide" onClick={() => void check(store)}>
        {words.check}
      </button>
    </Card>
  );
}

/** Whose annex it is, of what period, on which sheet (a choice where several carry one), and what it is held against. */
export function Subject({ store, checked }: ViewProps) {
  const { ready } = store.words();
  const { unit, period, sheet, otherSheets } = checked.analysis;
  return (
    <>
      <dl class="subject">
        <dt>{ready.unit}</dt>
        <dd>{unit ?? ready.unknown}</dd>
        <dt>{ready.period}</dt>
        <dd>{period?.label ?? ready.unknown}</dd>
        <dt>{ready.sheet}</dt>
        <dd>
          {otherSheets.length === 0 ? (
            sheet
          ) : (
            <select
              aria-label={ready.sheet}
              value={sheet ?? ''}
              onChange={(event) => void chooseSheet(store, event.currentTarget.value)}
            >
              {[...(sheet === null ? [] : [sheet]), ...otherSheets].map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          )}
        </dd>
      </dl>
      <FillIn store={store} checked={checked} />
      <Previous store={store} checked={checked} />
    </>
  );
}

/** Goes to where unit and period are typed, as long as one of them is not. */
function FillIn({ store, checked }: ViewProps) {
  const { unit, period, inputs } = checked.analysis;
  const at = inputs.cells.get(unit === null ? 'unit' : 'period');
  if (!at || (unit !== null && period !== null)) return null;
  return (
    <button type="button" onClick={() => void reveal(store, at)}>
      {store.words().ready.fillIn}
    </button>
  );
}

/** What the figures are held against; opened, where it may be found. */
function Previous({ store, checked }: ViewProps) {
  return (
    <Fold
      name="earlier"
      title={store.words().ready.previous(checked.previous)}
      load={async () => (await loadFigures()).loadPreviousBox()}
    >
      {(part) => <part.PreviousBox store={store} checked={checked} />}
    </Fold>
  );
}

export function FailedView({ store, phase }: { store: Store; phase: Extract<Phase, { kind: 'failed' }> }) {
  const words = store.words();
  return (
    <Card>
      <p role="alert">{words.failure[phase.code]}</p>
      <button type="button" class="primary wide" onClick={() => void look(store)}>
        {words.retry}
      </button>
    </Card>
  );
}
