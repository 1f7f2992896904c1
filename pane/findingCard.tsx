// One finding in the list: its place and its sentence. What is shown once it is opened is loaded with the first.
import { a1, type CellRef, codeOfRow } from '../core/index.ts';
import { Emphasis } from './emphasis.tsx';
import type { Entry } from './entries.ts';
import { useDetail } from './hooks.ts';
import { refOf, Sign, type Signed } from './parts.tsx';
import type { Checked } from './state.ts';
import type { Store } from './store.ts';
import { reveal } from './write.ts';

interface CardProps {
  readonly store: Store;
  readonly checked: Checked;
  readonly entry: Entry;
  readonly open: boolean;
}

export function EntryCard({ store, checked, entry, open }: CardProps) {
  const at = entryCell(entry, checked);
  const severity = signOf(entry);
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

function signOf(entry: Entry): Signed {
  if (entry.kind !== 'finding') return entry.kind === 'undecided' ? 'undecided' : 'warning';
  return entry.finding.explained ? 'explained' : entry.finding.severity;
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
  const place = row ? words.finding.row(codeOfRow(row) || row.label) : (sheet ?? whole);
  return <>{[words.severity[severity], place, ...(address ? [words.finding.cell(address)] : [])].join(' · ')}</>;
}

function EntryMessage({ store, entry }: { store: Store; entry: Entry }) {
  if (entry.kind === 'undecided') return <span class="message">{entry.undecided.message}</span>;
  if (entry.kind === 'blanks')
    return <span class="message">{store.words().finding.blanks(entry.findings.length)}</span>;
  const { message, left, right, explained } = entry.finding;
  return (
    <span class="message">
      <Emphasis text={message} numbers={[left, right]} />
      {explained ? (
        <small>
          {store.words().explained}: {explained.reason}
        </small>
      ) : null}
    </span>
  );
}

function EntryDetail({ store, checked, entry }: Omit<CardProps, 'open'>) {
  const part = useDetail();
  if (!part) return <div class="detail" />;
  if (entry.kind === 'undecided') {
    return (
      <div class="detail">
        <part.Hint text={entry.undecided.hint} />
      </div>
    );
  }
  if (entry.kind === 'blanks') return <part.BlanksDetail {...{ store, checked }} findings={entry.findings} />;
  return <part.FindingDetail {...{ store, checked }} finding={entry.finding} at={entryCell(entry, checked)} />;
}
