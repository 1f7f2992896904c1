// What an opened finding shows: both sides, what to do, its cells, a quick fix where one answer is safe, its reason.
import {
  a1,
  type CellRef,
  capitalise,
  cellWords,
  type Finding,
  hintSteps,
  nameOf,
  textAt,
  writeNumber,
} from '../core/index.ts';
import { CellButton, ElsewhereCell } from './cellButton.tsx';
import { detailWords } from './detailWords.ts';
import { FixBox } from './fixBox.tsx';
import { refOf } from './parts.tsx';
import { ReasonBox } from './reasonBox.tsx';
import type { Checked } from './state.ts';
import type { Store } from './store.ts';
import { reveal } from './write.ts';

export { FixBox } from './fixBox.tsx';
export { Reported } from './reasonBox.tsx';

export function BlanksDetail({
  store,
  checked,
  findings,
}: {
  store: Store;
  checked: Checked;
  findings: readonly Finding[];
}) {
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

interface DetailProps {
  readonly store: Store;
  readonly checked: Checked;
  readonly finding: Finding;
  /** Where it is. */
  readonly at: CellRef | null;
}

export function FindingDetail({ store, checked, finding, at }: DetailProps) {
  const words = detailWords(store).finding;
  const { analysis } = checked;
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
        {isOnAnnex(finding) ? <ReasonBox {...{ store, checked, finding }} /> : null}
      </div>
    </div>
  );
}

/** What is found about a text is explained on "Phiếu kiểm tra số liệu" only: the pane does not keep the text. */
function isOnAnnex({ rule }: Finding): boolean {
  return rule === 'text-stale' || !rule.startsWith('text-');
}

/** "Ghi 494 · Đối chiếu 498 · Lệch −4 (ít hơn 4)": a bare sign is not read by everyone. */
function Sides({ store, finding }: { store: Store; finding: Finding }) {
  const words = detailWords(store).finding;
  const { left, right, imbalance } = finding;
  if (left === null || right === null || imbalance === null) return null;
  const size = writeNumber(Math.abs(imbalance));
  return (
    <dl class="sides" aria-label={words.sides}>
      <div>
        <dt>{words.left}</dt>
        <dd>{writeNumber(left)}</dd>
      </div>
      <div>
        <dt>{words.right}</dt>
        <dd>{writeNumber(right)}</dd>
      </div>
      <div>
        <dt>{words.imbalance}</dt>
        <dd>
          {writeNumber(imbalance)} <small>{imbalance < 0 ? words.less(size) : words.more(size)}</small>
        </dd>
      </div>
    </dl>
  );
}

export function Hint({ text }: { text: string }) {
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

function shownAt({ workbook }: Checked, { sheet, row, column }: CellRef): string {
  const grid = workbook.sheets.find(({ name }) => name === sheet);
  return grid ? textAt(grid, row, column).trim() : '';
}

/** All cells that the findings speak of, each once. */
function Cells({ store, checked, findings }: { store: Store; checked: Checked; findings: readonly Finding[] }) {
  const seen = new Set<string>();
  const cells = findings.flatMap((finding) =>
    finding.cells.flatMap((cell) => {
      const at = refOf(cell, checked.analysis.sheet);
      const name = cellWords(cell);
      if (seen.has(name)) return [];
      seen.add(name);
      if (!at) return cell.file === undefined ? [] : [<ElsewhereCell key={name} store={store} cell={cell} />];
      const text = shownAt(checked, at);
      return [<CellButton key={name} {...{ store, at, text }} value={cell.value} sheet={cell.sheet} />];
    }),
  );
  return cells.length === 0 ? null : (
    <p class="cells">
      <span>{detailWords(store).finding.cells}:</span> {cells}
    </p>
  );
}
