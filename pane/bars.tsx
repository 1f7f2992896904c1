// A chart of bars for the eye; a list of labels and values for everyone else.
import type { BarChart } from '../core/index.ts';

/** So many bars can be looked at; the sheets have the rest. */
const MOST_BARS = 40;

export function Bars({ chart, more }: { chart: BarChart; more: (count: number) => string }) {
  // One bar has nothing to be compared with.
  if (chart.bars.length < 2) return null;
  const shown = chart.bars.slice(0, MOST_BARS);
  return (
    <figure class="bars">
      <figcaption>{chart.title}</figcaption>
      <dl>
        {shown.map(({ label, value, text }, place) => (
          <div key={place}>
            <dt>{label}</dt>
            <dd>
              {text}
              <span class="bar" aria-hidden="true">
                <span style={{ width: `${lengthOf(value, chart.most)}%` }} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {chart.bars.length > shown.length ? <p class="note">{more(chart.bars.length - shown.length)}</p> : null}
    </figure>
  );
}

function lengthOf(value: number | null, most: number): number {
  return value === null || most === 0 ? 0 : Math.min(100, (100 * value) / most);
}
