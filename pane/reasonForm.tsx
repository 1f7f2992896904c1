// The form that asks for a reason: presets of the rule, the official's own words, where else they are written.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Finding, writeNumber } from '../core/index.ts';
import { detailWords } from './detailWords.ts';
import { type FilledPreset, hasNote, presetsFor, SHORTEST_REASON } from './reasons.ts';
import { problemOf, saveReason } from './saveReason.ts';
import type { Checked } from './state.ts';
import type { Store } from './store.ts';

interface FormProps {
  readonly store: Store;
  readonly checked: Checked;
  readonly finding: Finding;
  readonly close: () => void;
}

export function ReasonForm({ store, checked, finding, close }: FormProps) {
  const words = detailWords(store).reason;
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(finding.explained?.reason ?? finding.rejected?.reason ?? '');
  const [preset, setPreset] = useState<FilledPreset | null>(null);
  const [inNote, setInNote] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const withNote = hasNote(checked.analysis, checked.workbook, finding);
  useEffect(() => {
    field.current?.focus();
    field.current?.form?.scrollIntoView({ block: 'nearest' });
  }, []);
  const choose = (chosen: FilledPreset) => {
    setPreset(chosen);
    setText(chosen.text);
    field.current?.focus();
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const found = problemOf(store, text);
    setProblem(found);
    if (found !== null) field.current?.focus();
    else if (await saveReason(store, finding, { text, inNote: inNote && withNote, preset })) close();
  };
  return (
    <form class="fix" onSubmit={(event) => void save(event)} onKeyDown={(event) => closeByEscape(event, close)}>
      <Presets store={store} finding={finding} choose={choose} />
      <label>
        {words.ask(SHORTEST_REASON)}
        <textarea
          ref={field}
          rows={3}
          lang="vi"
          aria-invalid={problem !== null}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {problem === null ? null : <p role="alert">{problem}</p>}
      {preset?.input && text.includes(preset.text) ? <p>{words.types(writeNumber(preset.input.value))}</p> : null}
      {withNote ? (
        <label class="tick">
          <input type="checkbox" checked={inNote} onChange={(event) => setInNote(event.currentTarget.checked)} />
          {words.inNote}
        </label>
      ) : null}
      <div class="actions">
        <button type="submit" class="primary">
          {words.save}
        </button>
        <button type="button" onClick={close}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

function closeByEscape(event: KeyboardEvent, close: () => void): void {
  if (event.key !== 'Escape') return;
  event.stopPropagation();
  close();
}

interface PresetsProps {
  readonly store: Store;
  readonly finding: Finding;
  readonly choose: (preset: FilledPreset) => void;
}

function Presets({ store, finding, choose }: PresetsProps) {
  const presets = presetsFor(finding);
  if (presets.length === 0) return null;
  return (
    <fieldset class="presets" lang="vi">
      <legend>{detailWords(store).reason.presets}</legend>
      {presets.map((preset) => (
        <button key={preset.text} type="button" onClick={() => choose(preset)}>
          {preset.text}
        </button>
      ))}
    </fieldset>
  );
}
