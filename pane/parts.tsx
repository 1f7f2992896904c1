// Small parts that several views share.
import type { ComponentChildren } from 'preact';
import { a1, type CellRef, type FindingCell, parseA1, type Severity } from '../core/index.ts';
import type { Store } from './store.ts';
import { writeCount } from './words.ts';
import { reveal } from './write.ts';

export type Signed = Severity | 'undecided' | 'explained';

const SIGNS: Readonly<Record<Signed, string>> = { error: '✖', warning: '▲', info: '●', undecided: '○', explained: '✓' };

/** A severity's sign: never the colour alone. */
export function Sign({ of }: { of: Signed }) {
  return (
    <span class={`sign ${of}`} aria-hidden="true">
      {SIGNS[of]}
    </span>
  );
}

/** Where a finding's cell is: on its own sheet, or on the annex. */
export function refOf(cell: FindingCell, annex: string | null): CellRef | null {
  const at = parseA1(cell.address);
  const sheet = cell.sheet ?? annex;
  return at && sheet !== null ? { sheet, ...at } : null;
}

interface CellButtonProps {
  readonly store: Store;
  readonly at: CellRef;
  /** What the cell holds; undefined where that is of no interest. */
  readonly value?: number | null;
  readonly sheet?: string | undefined;
}

/** "D45 · 494": goes to the cell. */
export function CellButton({ store, at, value, sheet }: CellButtonProps) {
  const { finding } = store.words();
  const shown = value === undefined ? null : value === null ? finding.blank : writeCount(value);
  return (
    <button type="button" class="cell" onClick={() => void reveal(store, at)}>
      <span class="hidden">{finding.goTo('')}</span>
      {sheet === undefined ? '' : `${sheet}!`}
      {a1(at)}
      {shown === null ? null : <b>{shown}</b>}
    </button>
  );
}

/** A list of buttons of which one is pressed. */
export function Choice<T extends string>(props: {
  readonly label: string;
  readonly options: readonly (readonly [T, string])[];
  readonly chosen: T;
  readonly choose: (value: T) => void;
}) {
  return (
    <fieldset class="choice">
      <legend>{props.label}</legend>
      {props.options.map(([value, text]) => (
        <button key={value} type="button" aria-pressed={value === props.chosen} onClick={() => props.choose(value)}>
          {text}
        </button>
      ))}
    </fieldset>
  );
}

/** What the view has to say where there is nothing to list. */
export function Card({ children }: { children: ComponentChildren }) {
  return <section class="card">{children}</section>;
}
