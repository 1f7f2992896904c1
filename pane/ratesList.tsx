// The rates that follow from the annex: loaded when they are first looked at.
import { type Analysis, indicatorsOf } from '../core/index.ts';
import type { Store } from './store.ts';

export function RatesList({ store, analysis }: { store: Store; analysis: Analysis }) {
  return (
    <dl>
      {indicatorsOf(analysis).map(({ id, name, text, numerator, denominator }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>
            {text ?? store.words().results.notYet}
            {text?.endsWith('%') ? (
              <small>
                {' '}
                {numerator}/{denominator}
              </small>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
