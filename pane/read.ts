// Reads the workbook and analyses it: the one way every view gets its figures.
import {
  type Analysis,
  type Cell,
  CHECK_SHEET_ID,
  failureCode,
  isTemplateSheet,
  NARRATIVE_SHEET_ID,
  ownSheetId,
  type Workbook,
} from '../core/index.ts';
import type { Checked } from './state.ts';
import type { Store } from './store.ts';

type Figures = typeof import('./figures.ts');

export function loadFigures(): Promise<Figures> {
  return import('./figures.ts');
}

/** What takes less is not worth a word. */
const BLINK = 300;

/**
 * Reads and analyses. Null when it failed: then the phase says why, or, where there are results to keep, a notice does.
 * `quiet`: a failure is passed over in silence.
 */
export async function readChecked(store: Store, quiet = false): Promise<Checked | null> {
  const { options, set, reading } = store;
  reading.current?.abort();
  const stop = new AbortController();
  reading.current = stop;
  const since = performance.now();
  const showProgress = (done: number, total: number) => {
    if (!quiet && !stop.signal.aborted && performance.now() - since > BLINK) set({ progress: { done, total } });
  };
  const timer = setTimeout(() => showProgress(0, 0), BLINK + 1);
  try {
    const workbook = await options.host.readWorkbook({ signal: stop.signal, progress: showProgress });
    const figures = await loadFigures();
    const analysis = await analyse(figures, workbook, store.state().sheet);
    if (stop.signal.aborted) return null;
    return {
      workbook,
      analysis,
      readiness: figures.readinessOf(analysis),
      fingerprint: figures.fingerprintOf(workbook, analysis.sheet),
      time: now(store),
    };
  } catch (error) {
    // A read that another one replaced has nothing to say.
    if (!quiet && reading.current === stop) showFailure(store, error);
    return null;
  } finally {
    clearTimeout(timer);
    if (reading.current === stop) {
      reading.current = null;
      set({ progress: null });
    }
  }
}

/** A workbook may bring its own template; sentences are compared with their figures, findings with their reasons; what reads those is loaded only then. */
async function analyse(figures: Figures, workbook: Workbook, sheet: string | null): Promise<Analysis> {
  const options = sheet === null ? {} : { sheet };
  const has = (id: string) => workbook.sheets.some((grid) => ownSheetId(grid) === id);
  const isExplained = has(CHECK_SHEET_ID) || workbook.sheets.some(({ cells }) => cells.some(mayExplain));
  return figures.analyzeFigures(workbook, options, {
    ...(workbook.sheets.some(isTemplateSheet) && (await figures.loadTemplate())),
    ...(has(NARRATIVE_SHEET_ID) && { findStale: (await figures.loadProse()).findStale }),
    ...(isExplained && { explain: (await figures.loadReasons()).explain }),
  });
}

/** "Giải trình:" in any spelling and font: more than what is one, never less. */
function mayExplain(row: readonly Cell[]): boolean {
  return row.some((cell) => typeof cell === 'string' && /gi\S{1,4}\s+tr\S{1,4}\s*[:：]/i.test(cell));
}

function now(store: Store): Date {
  return store.options.now?.() ?? new Date();
}

/** Results that are there stay in sight: the failure stands above them. */
function showFailure(store: Store, error: unknown): void {
  const code = failureCode(error);
  const { phase } = store.state();
  if (phase.kind === 'results' || phase.kind === 'ready') {
    const tone = code === 'stopped' ? 'good' : 'bad';
    store.set({ notice: { tone, text: store.words().failure[code], action: 'check' } });
  } else {
    store.set({ phase: { kind: 'failed', code } });
  }
}
