// Small parts that several views share.
import type { ComponentChildren } from 'preact';
import { type CellRef, type FindingCell, parseA1, type Severity } from '../core/index.ts';

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

/** Where a finding's cell is: on its own sheet, or on the annex. One in another file cannot be gone to. */
export function refOf(cell: FindingCell, annex: string | null): CellRef | null {
  const at = parseA1(cell.address);
  const sheet = cell.sheet ?? annex;
  return at && sheet !== null && cell.file === undefined ? { sheet, ...at } : null;
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
