// Everything the pane writes into the workbook: marks, our sheets, corrections and their undo. Refused batches say why.
import { type CellRef, type Change, planClear, planMarks, undo } from '../core/index.ts';
import { exclusively, showResults } from './check.ts';
import { loadFigures, readChecked } from './read.ts';
import { type Checked, checkedOf } from './state.ts';
import type { Store } from './store.ts';

/** Applies a batch; false when it was refused, which the notice then says. */
export async function apply(store: Store, changes: readonly Change[]): Promise<boolean> {
  // Loaded before anything is written: what stands after a write that stopped half-way must be told, also offline.
  const { refusalText } = await loadRefusals();
  const outcome = await store.options.host.apply(changes);
  if (outcome.applied) return true;
  store.set({ notice: { tone: 'bad', text: refusalText(store, outcome), action: 'check' } });
  return false;
}

async function loadRefusals() {
  return (await loadFigures()).loadRefusals();
}

/** Marks the cells of the findings shown. The workbook is read anew, so that no mark stands on an old result. */
export function mark(store: Store): Promise<void> {
  return onFresh(store, async (checked) => {
    const marks = planMarks(checked.analysis);
    if (!marks || !(await apply(store, [marks]))) return;
    const count = Object.values(marks.cells).reduce((sum, cells) => sum + cells.length, 0);
    store.set({ notice: { tone: 'good', text: store.words().marked(count) } });
  });
}

export function clear(store: Store): Promise<void> {
  return exclusively(store, async () => {
    const checked = await readChecked(store);
    if (!checked || !(await apply(store, planClear(checked.workbook, false)))) return;
    store.set({ notice: { tone: 'good', text: store.words().unmarked } });
  });
}

/** "Phiếu kiểm tra số liệu" and "Tỷ lệ tính từ Phụ lục", made once and rewritten in place. */
export function writeReport(store: Store): Promise<void> {
  return onFresh(store, async ({ analysis, workbook }) => {
    const { planCheckReport, planIndicatorTable } = await (await loadFigures()).loadSheets();
    const plans = [planCheckReport(analysis, workbook), planIndicatorTable(analysis, workbook)];
    const done = await apply(
      store,
      plans.filter((plan) => plan !== null),
    );
    if (!done) return;
    store.set({ notice: { tone: 'good', text: store.words().reported } });
    await recheck(store);
  });
}

export function takeBack(store: Store): Promise<void> {
  return exclusively(store, async () => {
    const changes = store.state().corrected;
    if (!(await apply(store, changes.map(undo).reverse()))) return;
    const text = store.words().fix.undone(changes.length);
    store.set({ corrected: [], notice: { tone: 'good', text } });
    await recheck(store);
  });
}

export async function reveal(store: Store, at: CellRef): Promise<void> {
  try {
    await store.options.host.reveal(at);
  } catch {
    const { sheetMissingText } = await loadRefusals();
    store.set({ notice: { tone: 'bad', text: sheetMissingText(store), action: 'check' } });
  }
}

/** Shows what is there after something was written. */
export async function recheck(store: Store): Promise<void> {
  const checked = await readChecked(store);
  if (checked) showResults(store, checked);
}

/** Works on the workbook read anew, so that nothing is written from an old result. */
export async function onFresh(store: Store, work: (checked: Checked) => Promise<void>): Promise<void> {
  await exclusively(store, async () => {
    const known = checkedOf(store.state());
    const checked = await readChecked(store);
    if (!checked) return;
    if (checked.fingerprint !== known?.fingerprint || store.state().phase.kind !== 'results')
      showResults(store, checked);
    await work(checked);
  });
}
