// A finding's reason: what was given, the button that asks for one, and whether the figures are still those checked.
import { useRef, useState } from 'preact/hooks';
import { type Analysis, type Finding, parseA1 } from '../core/index.ts';
import { CellButton } from './cellButton.tsx';
import { detailWords } from './detailWords.ts';
import { useLater } from './hooks.ts';
import { loadFigures } from './read.ts';
import type { Checked } from './state.ts';
import type { Store } from './store.ts';

interface ReasonProps {
  readonly store: Store;
  readonly checked: Checked;
  readonly finding: Finding;
}

export function ReasonBox({ store, checked, finding }: ReasonProps) {
  const [shown, setShown] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const words = detailWords(store).reason;
  const close = () => {
    setShown(false);
    opener.current?.focus();
  };
  return (
    <>
      <button ref={opener} type="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {finding.explained ? words.change : words.open}
      </button>
      {finding.explained ? <Given store={store} explained={finding.explained} /> : null}
      {shown ? <Form {...{ store, checked, finding, close }} /> : null}
    </>
  );
}

function Form(props: ReasonProps & { readonly close: () => void }) {
  const part = useLater(async () => (await loadFigures()).loadReasonForm());
  return part ? <part.ReasonForm {...props} /> : null;
}

/** "Giải trình: Gồm 4 hồ sơ kỳ trước chuyển sang", and where it is written. */
function Given({ store, explained }: { store: Store; explained: NonNullable<Finding['explained']> }) {
  const { reason, source } = explained;
  const cut = source.lastIndexOf('!');
  const at = parseA1(source.slice(cut + 1));
  const sheet = source.slice(0, cut);
  return (
    <p class="given" lang="vi">
      <b>{detailWords(store).reason.given}:</b> {reason}{' '}
      {at ? <CellButton {...{ store, sheet }} at={{ sheet, ...at }} /> : null}
    </p>
  );
}

/** Nothing where no "Phiếu kiểm tra số liệu" was written. */
export function Reported({ store, analysis }: { store: Store; analysis: Analysis }) {
  const { reported } = analysis;
  return reported === null ? null : (
    <p class={`reported ${reported}`}>{detailWords(store).reason.reported[reported]}</p>
  );
}
