// A workbook with its province's own template: what of the rules does not apply, or what is wrong with it.
import type { Analysis } from '../core/index.ts';
import { detailWords } from './detailWords.ts';
import type { Store } from './store.ts';

export { ownTemplate, variantOf } from '../core/index.ts';

export function OwnTemplate({ store, analysis }: { store: Store; analysis: Analysis }) {
  const words = detailWords(store).template;
  const { template, inapplicable } = analysis;
  return (
    <details class="own-template">
      <summary>{words.name(template.name)}</summary>
      {inapplicable.length === 0 ? (
        <p>{words.all}</p>
      ) : (
        <>
          <p>{words.left(inapplicable.length)}</p>
          <ul>
            {inapplicable.map(({ rule, indicator, title, why }) => (
              <li key={rule ?? indicator}>
                {title.replace(/\.$/, '')}: {why}.
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
