// A quick correction: shown before it is done, done when asked for, taken back from the notice that follows.
import { useEffect, useRef, useState } from 'preact/hooks';
import { a1, type Cell, type CellChange, isCellError, writeNumber } from '../core/index.ts';
import { exclusively } from './check.ts';
import { type DetailWords, detailWords } from './detailWords.ts';
import type { Store } from './store.ts';
import { apply, recheck } from './write.ts';

interface FixBoxProps {
  readonly store: Store;
  readonly fixes: readonly CellChange[];
  readonly label: string;
}

export function FixBox({ store, fixes, label }: FixBoxProps) {
  const [shown, setShown] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const words = detailWords(store).fix;
  useEffect(() => {
    if (shown) box.current?.querySelector('button')?.focus();
  }, [shown]);
  const close = () => {
    setShown(false);
    opener.current?.focus();
  };
  return (
    <>
      <button ref={opener} type="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {label}
      </button>
      {shown ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from anywhere inside.
        <div
          ref={box}
          class="fix"
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            close();
          }}
        >
          <ul>
            {fixes.map((fix) => (
              <li key={a1(fix.at)}>
                {words.preview(a1(fix.at), writeCell(fix.from, words), writeCell(fix.to, words))}
              </li>
            ))}
          </ul>
          <div class="actions">
            <button type="button" class="primary" onClick={() => void correct(store, fixes)}>
              {fixes.length === 1 ? words.apply : words.applyAll(fixes.length)}
            </button>
            <button type="button" onClick={close}>
              {words.cancel}
            </button>
          </div>
        </div>
      ) : null}
    </>
  );
}

/** What a cell holds, and as what: “04” as text is not 4 as a number. */
function writeCell(cell: Cell, words: DetailWords['fix']): string {
  if (cell === null) return words.blank;
  if (isCellError(cell)) return cell.error;
  if (typeof cell === 'number') return words.number(writeNumber(cell));
  return words.text(String(cell));
}

/** Corrects cells. What was corrected can be taken back as long as nobody changed it meanwhile. */
function correct(store: Store, changes: readonly CellChange[]): Promise<void> {
  return exclusively(store, async () => {
    if (!(await apply(store, changes))) return;
    const text = store.words().fix.done(changes.length);
    store.set({ corrected: changes, notice: { tone: 'good', text, action: 'undo' } });
    await recheck(store);
  });
}
