// The report's text before it is written: what becomes of each paragraph, where each number comes from.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { NarrativePlan, PlannedParagraph } from '../core/index.ts';
import { exclusively } from './check.ts';
import { type CopyResult, copyText } from './copy.ts';
import { ParagraphCard } from './paragraphCard.tsx';
import { Choice } from './parts.tsx';
import { planNarrative, planNarrativeSheets, planReportDocument, reportText } from './prose.ts';
import { type ProseWords, proseWords } from './proseWords.ts';
import { isUnloaded, readChecked } from './read.ts';
import { type Checked, checkedOf, type State } from './state.ts';
import type { Store } from './store.ts';
import { apply } from './write.ts';

interface Planned {
  readonly checked: Checked;
  readonly plan: NarrativePlan;
}

export function NarrativeView({ store, state }: { store: Store; state: State }) {
  const words = proseWords(store);
  const planned = usePlan(state);
  const [onlyOpen, setOnlyOpen] = useState(false);
  if (!planned) return <p class="empty">{words.narrative.loading}</p>;
  const { plan, checked } = planned;
  const paragraphs = onlyOpen ? plan.paragraphs.filter(wantsAttention) : plan.paragraphs;
  return (
    <>
      <PlanSummary words={words} planned={planned} />
      <Outputs store={store} planned={planned} />
      <Choice
        label={words.narrative.show}
        options={[
          ['all', words.narrative.showAll],
          ['open', words.narrative.showOpen],
        ]}
        chosen={onlyOpen ? 'open' : 'all'}
        choose={(chosen) => setOnlyOpen(chosen === 'open')}
      />
      {paragraphs.length === 0 ? <p class="empty">{words.narrative.nothingOpen}</p> : null}
      <div class="text" lang="vi">
        {paragraphs.map((paragraph, index) => (
          <ParagraphCard key={paragraph.id ?? index} store={store} checked={checked} paragraph={paragraph} />
        ))}
      </div>
    </>
  );
}

/** The plan of the workbook as last read: another reading, another plan. */
function usePlan(state: State): Planned | null {
  const known = checkedOf(state);
  const [planned, setPlanned] = useState<Planned | null>(null);
  useEffect(() => {
    if (!known) return;
    const plan = planNarrative(known.analysis, known.workbook);
    setPlanned(plan && { checked: known, plan });
  }, [known]);
  return planned;
}

function wantsAttention({ level, state, text }: PlannedParagraph): boolean {
  if (level !== 'paragraph') return false;
  return state === 'review' || state === 'conflict' || state === 'withheld' || text.includes('⟦');
}

/** Not written for want of figures: what only the unit can say. */
function isLeftToUnit({ state, generated }: PlannedParagraph): boolean {
  return state === 'withheld' && (generated?.open ?? []).every(({ kind }) => kind === 'own');
}

function PlanSummary({ words, planned: { plan, checked } }: { words: ProseWords; planned: Planned }) {
  const counted = words.narrative.counted.filter(([state]) => plan.counts[state] > 0);
  const count = counted.reduce((sum, [state]) => sum + plan.counts[state], 0);
  const parts = counted.map(([state, name]) => `${plan.counts[state]} ${name}`);
  const own = plan.paragraphs.filter(isLeftToUnit).length;
  const withheld = plan.counts.withheld - own;
  const { errors } = checked.analysis.summary;
  return (
    <section class="card">
      <p>
        {words.narrative.willWrite(count, parts)}
        {withheld > 0 ? ` ${words.narrative.withheld(withheld)}` : ''}
        {own > 0 ? ` ${words.narrative.ownLeft(own)}` : ''}
      </p>
      {plan.draft ? (
        <p class="draft">{errors > 0 ? words.narrative.draftByErrors(errors) : words.narrative.draft}</p>
      ) : null}
    </section>
  );
}

/** Writes the sheet, copies the text, makes the Word file. */
function Outputs({ store, planned }: { store: Store; planned: Planned }) {
  const words = proseWords(store).narrative;
  const [byHand, setByHand] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.select(), [byHand]);
  const text = reportText(planned.plan);
  const onCopied = (result: CopyResult) => {
    setByHand(result === 'copied' ? null : text);
    if (result === 'copied') store.set({ notice: { tone: 'good', text: words.copied } });
  };
  return (
    <>
      <div class="actions">
        <button type="button" class="primary wide" onClick={() => void writeSheet(store)}>
          {words.write}
        </button>
        <button type="button" onClick={() => void copyText(text).then(onCopied)}>
          {words.copy}
        </button>
        <button type="button" onClick={() => void saveWord(store, planned)}>
          {words.word}
        </button>
      </div>
      {byHand === null ? null : (
        <label class="field">
          <span>{words.copyByHand}</span>
          <textarea ref={box} readOnly rows={6} value={byHand} />
        </label>
      )}
    </>
  );
}

/** What is written is what stands on the sheet now, not what stood there when it was shown. */
function writeSheet(store: Store): Promise<void> {
  return exclusively(store, async () => {
    const checked = await readChecked(store);
    const plan = checked && planNarrative(checked.analysis, checked.workbook);
    if (!checked || !plan) return;
    if (!(await apply(store, planNarrativeSheets(plan, checked.analysis, checked.workbook)))) return;
    store.set({ notice: { tone: 'good', text: proseWords(store).narrative.written } });
    const after = await readChecked(store);
    const { phase } = store.state();
    if (after && 'checked' in phase) store.set({ phase: { ...phase, checked: after } });
  });
}

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function saveWord(store: Store, { plan, checked }: Planned): Promise<void> {
  return exclusively(store, async () => {
    const words = proseWords(store).narrative;
    const { analysis, workbook } = checked;
    const name = `${words.fileName(analysis.unit ?? '', analysis.period?.label ?? '')}.docx`;
    try {
      const made = await store.options.makeWord(planReportDocument(analysis, plan, workbook));
      if (!made.ok) throw new Error(made.problems.join(' '));
      const saved = await store.options.saveFile(name, made.bytes, WORD_TYPE);
      store.set({ notice: saved ? { tone: 'good', text: words.saved(name) } : { tone: 'bad', text: words.notSaved } });
    } catch (error) {
      if (isUnloaded(error)) throw error;
      store.set({ notice: { tone: 'bad', text: words.wordFailed } });
    }
  });
}
