// What came of many annexes: whose is counted, what is to be done, what stands out, and where every number comes from.
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type CellRef,
  type Consolidation,
  errorsByRule,
  isFillable,
  type KeptReport,
  OUTLIER_NOTE,
  onlineShares,
  outlierMessage,
  type Period,
  parseA1,
  printedCode,
  problemsOf,
  type RowTotal,
  type Submission,
  stateText,
  submissionSummary,
  submissionTodo,
  type TemplateRow,
  THIS_WORKBOOK,
  totalText,
  writeNumber,
} from '../core/index.ts';
import { Bars } from './bars.tsx';
import { CellButton } from './cellButton.tsx';
import { type ConsolidationWords, consolidationWords } from './consolidationWords.ts';
import { choosePeriod, saveTotals, writeTotals } from './consolidationWork.ts';
import { Sign } from './parts.tsx';
import type { Consolidated } from './state.ts';
import type { Store } from './store.ts';
import { reveal } from './write.ts';

interface ResultProps {
  readonly store: Store;
  readonly consolidated: Consolidated;
}

/** A screen shows so many; the sheets have them all. */
const MOST_LINES = 40;

export function ConsolidationResult({ store, consolidated, again }: ResultProps & { again: () => void }) {
  const words = consolidationWords(store);
  const { consolidation } = consolidated;
  return (
    <>
      <Summary {...{ store, consolidated, again }} />
      <Todo {...{ store, consolidation }} />
      <Bars chart={onlineShares(consolidation)} more={words.more} />
      <Errors {...{ store, consolidation }} />
      <Outliers {...{ words, consolidation }} />
      {consolidation.communes.length === 0 ? null : (
        <>
          <Rates {...{ words, consolidation }} />
          <Rows {...{ store, consolidation }} />
        </>
      )}
    </>
  );
}

function Summary({ store, consolidated, again }: ResultProps & { again: () => void }) {
  const words = consolidationWords(store);
  const { consolidation, sources } = consolidated;
  const head = useRef<HTMLParagraphElement>(null);
  useEffect(() => head.current?.focus(), []);
  const errors = consolidation.submissions.reduce((all, { report }) => all + (report?.errors.length ?? 0), 0);
  const isCounted = consolidation.communes.length > 0;
  return (
    <section class="card">
      <h2>{words.title}</h2>
      <p ref={head} tabIndex={-1} role="status">
        {submissionSummary(consolidation)} {words.errorCount(errors)}
      </p>
      <Periods {...{ store, consolidated }} />
      {isCounted ? null : <p>{words.none}</p>}
      {isCounted ? (
        <button type="button" class="primary wide" onClick={() => void writeTotals(store)}>
          {words.write}
        </button>
      ) : null}
      <div class="actions">
        {isCounted && sources.sheets.length === 0 ? (
          <button type="button" onClick={() => void saveTotals(store, consolidated)}>
            {words.save}
          </button>
        ) : null}
        <button type="button" onClick={again}>
          {words.again}
        </button>
      </div>
    </section>
  );
}

/** A choice where the reports are of several periods. */
function Periods({ store, consolidated }: ResultProps) {
  const words = consolidationWords(store);
  const periods = new Map<string, Period>();
  for (const { reports } of [...consolidated.sheets, ...consolidated.files])
    for (const { period } of reports) if (period) periods.set(period.label, period);
  if (periods.size < 2) return null;
  return (
    <label class="field">
      <span>{words.period}</span>
      <select
        value={consolidated.period?.label ?? ''}
        onChange={(event) => choosePeriod(store, periods.get(event.currentTarget.value) ?? null)}
      >
        <option value="">{words.mostCommon}</option>
        {[...periods.keys()].map((label) => (
          <option key={label}>{label}</option>
        ))}
      </select>
    </label>
  );
}

interface PartProps {
  readonly store: Store;
  readonly consolidation: Consolidation;
}

function Todo({ store, consolidation }: PartProps) {
  const words = consolidationWords(store);
  const open = consolidation.submissions.filter((one) => problemsOf(one).length > 0);
  if (open.length === 0) return <p class="empty">{words.nothingToDo}</p>;
  return (
    <section>
      <h2>{words.todo(open.length)}</h2>
      <ol>
        {open.slice(0, MOST_LINES).map((one, place) => (
          <Case key={place} store={store} one={one} />
        ))}
      </ol>
      <More words={words} count={open.length} />
    </section>
  );
}

function Case({ store, one }: { store: Store; one: Submission }) {
  const severity = problemsOf(one)[0]?.severity ?? 'info';
  return (
    <li class={`entry case ${severity}`}>
      <p>
        <Sign of={severity} /> <b>{one.unit}</b>
      </p>
      <p>{stateText(one)}</p>
      <Source {...{ store, one }} />
      {submissionTodo(one).map((sentence) => (
        <p key={sentence} class="advice">
          {sentence}
        </p>
      ))}
    </li>
  );
}

/** The file and the sheet; a sheet of this workbook is a button that goes there. */
function Source({ store, one: { file, report } }: { store: Store; one: Submission }) {
  const words = consolidationWords(store);
  if (file === null) return null;
  const place = [file, ...(report ? [report.sheet] : [])].join(' · ');
  if (file !== THIS_WORKBOOK || !report) return <p class="note">{place}</p>;
  return (
    <p>
      <button type="button" class="cell" onClick={() => void reveal(store, { sheet: report.sheet, row: 0, column: 0 })}>
        <span class="hidden">{words.toSheet}</span>
        {report.sheet}
      </button>
    </p>
  );
}

function More({ words, count }: { words: ConsolidationWords; count: number }) {
  return count > MOST_LINES ? <p class="note">{words.more(count - MOST_LINES)}</p> : null;
}

/** By commune, closed at first; and by rule, to be looked at. */
function Errors({ store, consolidation }: PartProps) {
  const words = consolidationWords(store);
  const reports = consolidation.submissions.flatMap(({ unit, report }) =>
    report && report.errors.length > 0 ? [{ unit, report }] : [],
  );
  if (reports.length === 0) return null;
  const count = reports.reduce((all, { report }) => all + report.errors.length, 0);
  return (
    <section>
      <h2>{words.errors(count)}</h2>
      <Bars chart={errorsByRule(consolidation)} more={words.more} />
      {reports.slice(0, MOST_LINES).map(({ unit, report }, place) => (
        <details key={place} class="unfold">
          <summary>{words.errorsOf(unit, report.errors.length)}</summary>
          <ol>
            {report.errors.map(({ message, address }, index) => (
              <li key={index}>
                <p>{message}</p>
                <Place {...{ store, report, address }} />
              </li>
            ))}
          </ol>
        </details>
      ))}
      <More words={words} count={reports.length} />
    </section>
  );
}

interface PlaceProps {
  readonly store: Store;
  readonly report: KeptReport;
  readonly address: string | null;
  readonly value?: string;
}

/** Where a number stands: a button in this workbook, words for another file. */
function Place({ store, report, address, value }: PlaceProps) {
  const words = consolidationWords(store);
  const at = refIn(report, address);
  const shown = value === undefined ? null : <b>{value}</b>;
  if (at)
    return (
      <p class="cells">
        {shown} <CellButton store={store} at={at} sheet={at.sheet} />
      </p>
    );
  const place = [report.file, report.sheet, ...(address === null ? [] : [words.cell(address)])].join(' · ');
  return (
    <p class="note">
      {shown} {place}
    </p>
  );
}

function refIn({ file, sheet }: KeptReport, address: string | null): CellRef | null {
  const at = file === THIS_WORKBOOK && address !== null ? parseA1(address) : null;
  return at && { sheet, ...at };
}

function Outliers({ words, consolidation }: { words: ConsolidationWords; consolidation: Consolidation }) {
  const { outliers, communes } = consolidation;
  if (outliers.length === 0) return null;
  return (
    <section>
      <h2>{words.outliers(outliers.length)}</h2>
      <p class="note">{OUTLIER_NOTE}</p>
      <ol>
        {outliers.slice(0, MOST_LINES).map((one, place) => (
          <li key={place} class="entry case info">
            <p>
              <Sign of="info" /> <b>{communes[one.commune]?.unit}</b>
            </p>
            <p>{outlierMessage(one)}</p>
          </li>
        ))}
      </ol>
      <More words={words} count={outliers.length} />
    </section>
  );
}

function Rates({ words, consolidation }: { words: ConsolidationWords; consolidation: Consolidation }) {
  return (
    <details class="rates unfold">
      <summary>{words.rates}</summary>
      <dl>
        {consolidation.rates.map(({ id, name, text, numerator, denominator, missing }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>
              {text ?? words.notYet}
              {text?.endsWith('%') ? (
                <small>
                  {' '}
                  ({writeNumber(numerator ?? 0)}/{writeNumber(denominator ?? 0)})
                </small>
              ) : null}
              {missing > 0 && text !== null ? <small> {words.without(missing)}</small> : null}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Rows({ store, consolidation }: PartProps) {
  const words = consolidationWords(store);
  const fillable = consolidation.template.rows.filter(isFillable);
  return (
    <details class="unfold">
      <summary>{words.rows}</summary>
      <p class="note">{words.rowsHelp}</p>
      {fillable.map((row, place) => {
        const total = consolidation.rows[place];
        return total ? <Row key={row.key} {...{ store, consolidation, row, total, place }} /> : null;
      })}
    </details>
  );
}

/** "1.1.2. Số nhiệm vụ …"; a row of a breakdown has no number of its own. */
function rowName(row: TemplateRow): string {
  const code = printedCode(row).replace(/\.$/, '');
  return /\d/.test(code) ? `${code}. ${row.label}` : `– ${row.label}`;
}

type RowProps = PartProps & { readonly row: TemplateRow; readonly total: RowTotal; readonly place: number };

/** What is unfolded is made only then: sixty rows of a hundred communes are many. */
function Row({ store, consolidation, row, total, place }: RowProps) {
  const words = consolidationWords(store);
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="row" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {rowName(row)} <b>{totalText(total)}</b>
        {total.missing > 0 ? <small> {words.without(total.missing)}</small> : null}
      </summary>
      {isOpen ? (
        <dl>
          {consolidation.communes.slice(0, MOST_LINES).map(({ unit, report }, commune) => {
            const address = report.addresses.split(' ')[place] ?? '-';
            const figure = report.figures[place] ?? null;
            const value = figure === null ? words.blank : typeof figure === 'number' ? writeNumber(figure) : figure;
            return (
              <div key={commune}>
                <dt>{unit}</dt>
                <dd>{address === '-' ? words.noCell : <Place {...{ store, report, address, value }} />}</dd>
              </div>
            );
          })}
        </dl>
      ) : null}
      {isOpen ? <More words={words} count={consolidation.communes.length} /> : null}
    </details>
  );
}
