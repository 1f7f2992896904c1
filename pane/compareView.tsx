// Compares a report that is already written with the annex: pasted, or read from a file.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Analysis, analyze, type Claim, type Finding, TEXT } from '../core/index.ts';
import { exclusively } from './check.ts';
import { EntryCard } from './findingCard.tsx';
import { Choice } from './parts.tsx';
import { proseWords } from './proseWords.ts';
import { analyzeOptions, readChecked } from './read.ts';
import type { Checked, State } from './state.ts';
import type { Store } from './store.ts';

/** A text and what it was compared with. */
interface Compared {
  readonly checked: Checked;
  readonly claims: readonly Claim[];
  readonly findings: readonly Finding[];
}

export function CompareView({ store, state }: { store: Store; state: State }) {
  const [compared, setCompared] = useState<Compared | null>(null);
  if (compared) return <Result {...{ store, state, compared }} again={() => setCompared(null)} />;
  return <TextForm store={store} compare={(paragraphs) => compare(store, paragraphs, setCompared)} />;
}

type Compare = (paragraphs: readonly string[]) => Promise<void>;

/** The text of a file stays in its paragraphs; a pasted one is a paragraph a line. */
function TextForm({ store, compare }: { store: Store; compare: Compare }) {
  const words = proseWords(store).compare;
  const [text, setText] = useState('');
  const [message, setMessage] = useState('');
  const onFile = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    const read = await store.options.readProse(file.name, new Uint8Array(await file.arrayBuffer()));
    input.value = '';
    if (!read.ok) {
      setMessage(read.message);
      return;
    }
    setText(read.paragraphs.join('\n'));
    setMessage([words.chosen(file.name, read.paragraphs.length), ...read.warnings].join(' '));
  };
  const run = () => {
    if (text.trim() === '') setMessage(words.empty);
    else void compare(text.split(/\r?\n/));
  };
  return (
    <section class="card">
      <p>{words.intro}</p>
      <label class="field">
        <span>{words.text}</span>
        <textarea rows={10} lang="vi" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <label class="file">
        {words.file}
        <input type="file" accept=".docx,.txt,.md" onChange={(event) => void onFile(event.currentTarget)} />
      </label>
      <p role="status">{message}</p>
      <button type="button" class="primary wide" onClick={run}>
        {words.run}
      </button>
    </section>
  );
}

const TEXT_RULES = new Set<string>(TEXT.map(({ id }) => id));

async function compare(store: Store, paragraphs: readonly string[], show: (compared: Compared) => void): Promise<void> {
  await exclusively(store, async () => {
    const checked = await readChecked(store);
    if (!checked) return;
    const analysis: Analysis = analyze(checked.workbook, { ...analyzeOptions(store), narrative: paragraphs });
    const findings = analysis.findings.filter(({ rule }) => TEXT_RULES.has(rule));
    show({ checked: { ...checked, analysis }, claims: analysis.claims ?? [], findings });
  });
}

const OUTCOMES = ['differs', 'agrees', 'not-compared'] as const;

function Result(props: { store: Store; state: State; compared: Compared; again: () => void }) {
  const { store, state, compared, again } = props;
  const words = proseWords(store).compare;
  const [outcome, setOutcome] = useState<Claim['outcome']>('differs');
  const head = useRef<HTMLParagraphElement>(null);
  useEffect(() => head.current?.focus(), [compared]);
  const count = (one: Claim['outcome']) => compared.claims.filter((claim) => claim.outcome === one).length;
  const text =
    compared.claims.length === 0 ? words.none : words.done(count('agrees'), count('differs'), count('not-compared'));
  return (
    <>
      <section class="card">
        <p ref={head} tabIndex={-1} role="status">
          {text}
        </p>
        <button type="button" onClick={again}>
          {words.another}
        </button>
      </section>
      <Choice
        label={words.claims}
        options={OUTCOMES.map((one) => [one, `${words.outcomes[one]} ${count(one)}`] as const)}
        chosen={outcome}
        choose={setOutcome}
      />
      {outcome === 'differs' ? (
        <Differences {...{ store, state, compared }} />
      ) : (
        <Claims {...{ store, compared, outcome }} />
      )}
    </>
  );
}

/** A finding for each that differs; what is doubtful for another reason stands here too. */
function Differences({ store, state, compared }: { store: Store; state: State; compared: Compared }) {
  const { findings, checked } = compared;
  if (findings.length === 0) return <p class="empty">{proseWords(store).compare.noneHere}</p>;
  return (
    <ol class="list">
      {findings.map((finding, index) => {
        const name = `text ${index}`;
        const entry = { kind: 'finding', name, finding } as const;
        return <EntryCard key={name} {...{ store, checked, entry }} open={state.open === name} />;
      })}
    </ol>
  );
}

function Claims({ store, compared, outcome }: { store: Store; compared: Compared; outcome: Claim['outcome'] }) {
  const claims = compared.claims.filter((claim) => claim.outcome === outcome);
  if (claims.length === 0) return <p class="empty">{proseWords(store).compare.noneHere}</p>;
  return (
    <ol class="claims" lang="vi">
      {claims.map(({ quote, key, paragraph }, index) => (
        <li key={`${paragraph} ${index}`}>
          “{quote}”{key === null ? null : <small> {store.words().finding.row(key)}</small>}
        </li>
      ))}
    </ol>
  );
}
