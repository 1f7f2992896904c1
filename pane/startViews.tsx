// What stands in the pane before there are results: first run, no annex, ready, failure.
import { useState } from 'preact/hooks';
import { ownSheetId, readinessOf } from '../core/index.ts';
import { check, chooseSheet, look, start } from './check.ts';
import { Card } from './parts.tsx';
import type { Checked, Phase } from './state.ts';
import type { Store } from './store.ts';
import { createAnnex } from './write.ts';

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

export function MissingView({ store, checked }: ViewProps) {
  const { missing } = store.words();
  const { sheet } = store.state();
  const sheets = checked.workbook.sheets.filter((grid) => ownSheetId(grid) === null);
  const [chosen, choose] = useState(sheet ?? checked.workbook.active);
  return (
    <Card>
      <p>
        <strong>{sheet === null ? missing.text : missing.notOn(sheet)}</strong>
      </p>
      <p>{missing.sought}</p>
      <label class="field">
        <span>{missing.choose}</span>
        <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
          {sheets.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <div class="actions">
        <button type="button" onClick={() => void chooseSheet(store, chosen)}>
          {missing.look}
        </button>
        <button type="button" onClick={() => void look(store)}>
          {missing.again}
        </button>
      </div>
      <button type="button" class="primary wide" onClick={() => void createAnnex(store)}>
        {missing.create}
      </button>
    </Card>
  );
}

export function ReadyView({ store, checked }: ViewProps) {
  const words = store.words();
  return (
    <Card>
      <Subject store={store} checked={checked} />
      <p>{words.ready.rows(readinessOf(checked.analysis))}</p>
      <button type="button" class="primary wide" onClick={() => void check(store)}>
        {words.check}
      </button>
    </Card>
  );
}

/** Whose annex it is, of what period, on which sheet: a choice where several sheets carry one. */
export function Subject({ store, checked }: ViewProps) {
  const { ready } = store.words();
  const { unit, period, sheet, otherSheets } = checked.analysis;
  return (
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
