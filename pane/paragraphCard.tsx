// One paragraph of the preview: its state, its text, and its numbers, which say where they come from.
import { useEffect, useRef, useState } from 'preact/hooks';
import { a1, type NumberToken, type PlannedParagraph } from '../core/index.ts';
import { CellButton } from './cellButton.tsx';
import { formulaOfToken, textOf } from './prose.ts';
import { proseWords } from './proseWords.ts';
import type { Checked } from './state.ts';
import type { Store } from './store.ts';

interface ParagraphProps {
  readonly store: Store;
  readonly checked: Checked;
  readonly paragraph: PlannedParagraph;
}

export function ParagraphCard({ store, checked, paragraph }: ParagraphProps) {
  const { level, number, text, state } = paragraph;
  if (level !== 'paragraph') {
    const title = `${number}. ${text}`;
    return level === 'section' ? <h2>{title}</h2> : level === 'heading' ? <h3>{title}</h3> : <h4>{title}</h4>;
  }
  const words = proseWords(store).narrative;
  return (
    <section class={`paragraph ${state}`}>
      <span class="badge">{words.states[state]}</span>
      {text === '' ? null : <ParagraphText {...{ store, checked, paragraph }} />}
      <Advice paragraph={paragraph} />
    </section>
  );
}

/** What the official is to do; what the state's badge says already is not said again. */
function Advice({ paragraph: { state, note, generated } }: { paragraph: PlannedParagraph }) {
  const told = state === 'review' || state === 'conflict' || state === 'removed';
  const advice = told ? [note] : (generated?.open ?? []).map((point) => point.advice);
  return (
    <>
      {[...new Set(advice)].map((sentence) => (
        <p key={sentence} class="advice">
          {sentence}
        </p>
      ))}
    </>
  );
}

function ParagraphText({ store, checked, paragraph }: ParagraphProps) {
  const [open, setOpen] = useState<number | null>(null);
  const body = useRef<HTMLParagraphElement>(null);
  const { generated, text } = paragraph;
  const parts = generated && textOf(generated.parts) === text ? generated.parts : [text];
  const token = open === null ? null : parts[open];
  const close = () => {
    body.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    setOpen(null);
  };
  return (
    <>
      <p ref={body}>
        {parts.map((part, index) =>
          typeof part === 'string' || part.cells.length === 0 ? (
            <span key={index}>{typeof part === 'string' ? part : part.text}</span>
          ) : (
            <NumberButton
              key={index}
              text={part.text}
              open={open === index}
              toggle={() => setOpen(open === index ? null : index)}
            />
          ),
        )}
      </p>
      {token && typeof token !== 'string' ? <Source {...{ store, checked, token, close }} /> : null}
    </>
  );
}

/** A button that breaks lines like the words around it: a real one would come apart from its unit. */
function NumberButton({ text, open, toggle }: { text: string; open: boolean; toggle: () => void }) {
  return (
    <span
      class="number"
      role="button"
      tabIndex={0}
      aria-expanded={open}
      onClick={toggle}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        toggle();
      }}
    >
      {text}
    </span>
  );
}

interface SourceProps {
  readonly store: Store;
  readonly checked: Checked;
  readonly token: NumberToken;
  readonly close: () => void;
}

/** "90,69% = (269 + 179) : 494 · các ô D48, D49, D45" */
function Source({ store, checked, token, close }: SourceProps) {
  const words = proseWords(store).narrative;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), [token]);
  const formula = formulaOfToken(token, checked.analysis);
  const { sheet } = checked.analysis;
  const addresses = token.cells.map((at) => (at.sheet === sheet ? a1(at) : `${a1(at)} (${at.sheet})`)).join(', ');
  const inFile = (token.inFile ?? []).map((cell) => `, ${cell}`).join('');
  return (
    <div
      ref={box}
      class="source"
      role="group"
      aria-label={words.number(token.text)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <p>
        <b>{token.text}</b>
        {formula === null ? '' : ` = ${formula}`} ·{' '}
        {token.cells.length === 1 ? words.cellOf(addresses) : words.cellsOf(addresses)}
        {inFile}
      </p>
      <p class="cells">
        {token.cells.map((at) => (
          <CellButton
            key={`${at.sheet}!${a1(at)}`}
            store={store}
            at={at}
            sheet={at.sheet === sheet ? undefined : at.sheet}
          />
        ))}
        <button type="button" onClick={close}>
          {words.close}
        </button>
      </p>
    </div>
  );
}
