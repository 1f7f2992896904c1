// One finding: what is wrong, both sides, its cells, what to do, a quick fix where one answer is safe.
import { a1, type CellRef, capitalise, type Finding, hintSteps, nameOf } from '../core/index.ts';
import { Emphasis } from './emphasis.tsx';
import type { Entry } from './entries.ts';
import { FixBox } from './fixBox.tsx';
import { CellButton, refOf, Sign } from './parts.tsx';
import type { Checked } from './state.ts';
import type { Store } from './store.ts';
import { writeCount } from './words.ts';
import { reveal } from './write.ts';

interface CardProps {
  readonly store: Store;
  readonly checked: Checked;
  readonly entry: Entry;
  readonly open: boolean;
}

export function EntryCard({ store, checked, entry, open }: CardProps) {
  const at = entryCell(entry, checked);
  const severity =
    entry.kind === 'undecided' ? 'undecided' : entry.kind === 'finding' ? entry.finding.severity : 'warning';
  const toggle = () => store.set({ open: open ? null : entry.name });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    store.set({ open: entry.name });
    if (at) void reveal(store, at);
  };
  const onClick = () => {
    toggle();
    if (!open && at) void reveal(store, at);
  };
  return (
    <li class={`entry ${severity}`}>
      <button type="button" class="head" data-entry={entry.name} aria-expanded={open} {...{ onClick, onKeyDown }}>
        <span class="place">
          <Sign of={severity} />
          <EntryPlace {...{ store, checked, entry }} />
        </span>
        <EntryMessage entry={entry} store={store} />
      </button>
      {open ? <EntryDetail {...{ store, checked, entry }} /> : null}
    </li>
  );
}

/** Where Enter goes. */
function entryCell(entry: Entry, { analysis }: Checked): CellRef | null {
  if (entry.kind === 'undecided') return null;
  const finding = entry.kind === 'finding' ? entry.finding : entry.findings[0];
  if (!finding) return null;
  if (finding.at && analysis.sheet !== null) return { sheet: analysis.sheet, ...finding.at };
  const [cell] = finding.cells;
  return cell ? refOf(cell, analysis.sheet) : null;
}

function EntryPlace({ store, checked, entry }: Omit<CardProps, 'open'>) {
  const words = store.words();
  if (entry.kind === 'undecided') return <>{words.undecided}</>;
  if (entry.kind === 'blanks') return <>{words.severity.warning}</>;
  const { key, at, severity, cells, rule } = entry.finding;
  const row = checked.analysis.template.rows.find((candidate) => candidate.key === key);
  const address = at ? a1(at) : cells[0]?.address;
  const sheet = at ? undefined : cells[0]?.sheet;
  const whole = rule.startsWith('text-') ? words.finding.text : words.finding.wholeSheet;
  const place = row ? words.finding.row(row.partOf ?? row.key) : (sheet ?? whole);
  return <>{[words.severity[severity], place, ...(address ? [words.finding.cell(address)] : [])].join(' · ')}</>;
}

function EntryMessage({ store, entry }: { store: Store; entry: Entry }) {
  if (entry.kind === 'undecided') return <span class="message">{entry.undecided.message}</span>;
  if (entry.kind === 'blanks')
    return <span class="message">{store.words().finding.blanks(entry.findings.length)}</span>;
  const { message, left, right } = entry.finding;
  return (
    <span class="message">
      <Emphasis text={message} numbers={[left, right]} />
    </span>
  );
}

function EntryDetail({ store, checked, entry }: Omit<CardProps, 'open'>) {
  if (entry.kind === 'undecided') {
    return (
      <div class="detail">
        <Hint text={entry.undecided.hint} />
      </div>
    );
  }
  if (entry.kind === 'blanks') return <BlanksDetail store={store} checked={checked} findings={entry.findings} />;
  return <FindingDetail store={store} checked={checked} finding={entry.finding} />;
}

function BlanksDetail({ store, checked, findings }: { store: Store; checked: Checked; findings: readonly Finding[] }) {
  const hints = [...new Set(findings.map(({ hint }) => hint))];
  return (
    <div class="detail">
      {hints.map((hint) => (
        <div key={hint}>
          <Hint text={hint} />
          <Cells store={store} checked={checked} findings={findings.filter((one) => one.hint === hint)} />
        </div>
      ))}
    </div>
  );
}

function FindingDetail({ store, checked, finding }: { store: Store; checked: Checked; finding: Finding }) {
  const words = store.words().finding;
  const { analysis } = checked;
  const at = entryCell({ kind: 'finding', name: '', finding }, checked);
  return (
    <div class="detail">
      <Sides store={store} finding={finding} />
      <Hint text={finding.hint} />
      <Cells store={store} checked={checked} findings={[finding]} />
      <p class="basis">
        <b>{words.basis}:</b> {finding.key === null ? '' : `${capitalise(nameOf(analysis.template, finding.key))}. `}
        {finding.basis}
      </p>
      <div class="actions">
        {at ? (
          <button type="button" class="primary" onClick={() => void reveal(store, at)}>
            {words.goTo(a1(at))}
          </button>
        ) : null}
        {finding.fix ? <FixBox store={store} fixes={[finding.fix]} label={words.fix} /> : null}
      </div>
    </div>
  );
}

/** "Ghi 494 · Đối chiếu 498 · Lệch −4 (ít hơn 4)": a bare sign is not read by everyone. */
function Sides({ store, finding }: { store: Store; finding: Finding }) {
  const words = store.words().finding;
  const { left, right, imbalance } = finding;
  if (left === null || right === null || imbalance === null) return null;
  const size = writeCount(Math.abs(imbalance));
  return (
    <dl class="sides" aria-label={words.sides}>
      <div>
        <dt>{words.left}</dt>
        <dd>{writeCount(left)}</dd>
      </div>
      <div>
        <dt>{words.right}</dt>
        <dd>{writeCount(right)}</dd>
      </div>
      <div>
        <dt>{words.imbalance}</dt>
        <dd>
          {writeCount(imbalance)} <small>{imbalance < 0 ? words.less(size) : words.more(size)}</small>
        </dd>
      </div>
    </dl>
  );
}

function Hint({ text }: { text: string }) {
  return (
    <>
      {hintSteps(text)
        .filter((step) => step.text !== '')
        .map((step) => (
          <p key={step.lead}>
            {step.lead === '' ? null : <b>{step.lead} </b>}
            {step.lead === '' ? step.text : capitalise(step.text)}
          </p>
        ))}
    </>
  );
}

/** All cells that the findings speak of, each once. */
function Cells({ store, checked, findings }: { store: Store; checked: Checked; findings: readonly Finding[] }) {
  const seen = new Set<string>();
  const cells = findings.flatMap((finding) =>
    finding.cells.flatMap((cell) => {
      const at = refOf(cell, checked.analysis.sheet);
      const name = `${cell.sheet ?? ''}!${cell.address}`;
      if (!at || seen.has(name)) return [];
      seen.add(name);
      return [<CellButton key={name} store={store} at={at} value={cell.value} sheet={cell.sheet} />];
    }),
  );
  return cells.length === 0 ? null : (
    <p class="cells">
      <span>{store.words().finding.cells}:</span> {cells}
    </p>
  );
}
