// A button that goes to a cell, and a cell that nothing goes to.
import { a1, type CellRef, cellWords, type FindingCell, shorten, writeNumber } from '../core/index.ts';
import { detailWords } from './detailWords.ts';
import type { Store } from './store.ts';
import { reveal } from './write.ts';

interface CellButtonProps {
  readonly store: Store;
  readonly at: CellRef;
  /** The figure that the cell holds; undefined where that is of no interest. */
  readonly value?: number | null;
  /** What stands in a cell that holds no figure. */
  readonly text?: string;
  readonly sheet?: string | undefined;
}

/** A cell of another file: named, since nothing here goes there. */
export function ElsewhereCell({ store, cell }: { store: Store; cell: FindingCell }) {
  return (
    <span class="elsewhere">
      {cellWords(cell)} <b>{cell.value === null ? detailWords(store).finding.blank : writeNumber(cell.value)}</b>
    </span>
  );
}

/** "D45 · 494": goes to the cell. */
export function CellButton({ store, at, value, text, sheet }: CellButtonProps) {
  const { finding } = detailWords(store);
  const shown = value === undefined ? null : value === null ? shorten(text || finding.blank) : writeNumber(value);
  return (
    <button type="button" class="cell" onClick={() => void reveal(store, at)}>
      <span class="hidden">{finding.goTo('')}</span>
      {sheet === undefined ? '' : `${sheet}!`}
      {a1(at)}
      {shown === null ? null : <b>{shown}</b>}
    </button>
  );
}
