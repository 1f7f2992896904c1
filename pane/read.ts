// Reads the workbook and analyses it: the one way every view gets its figures.
import {
  type Analysis,
  type AnalyzeOptions,
  type Cell,
  CHECK_SHEET_ID,
  failureCode,
  isTemplateSheet,
  NARRATIVE_SHEET_ID,
  ownSheetId,
  type Workbook,
} from '../core/index.ts';
import { type Checked, checkedOf } from './state.ts';
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
    const { analysis, previous } = await analyse(figures, workbook, analyzeOptions(store));
    if (stop.signal.aborted) return null;
    return {
      workbook,
      analysis,
      previous,
      readiness: figures.readinessOf(analysis),
      fingerprint: figures.fingerprintOf(workbook, analysis.sheet, analysis.previous),
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

/** The sheet and the earlier period that the official chose. */
export function analyzeOptions(store: Store): AnalyzeOptions {
  const { sheet, previous } = store.state();
  return {
    ...(sheet !== null && { sheet }),
    ...(previous !== 'here' && { previous: previous === 'none' ? null : previous }),
  };
}

/**
 * A workbook may bring its own template; sentences are compared with their figures, findings with their reasons, figures with an earlier period's; what reads
 * those is loaded only then.
 */
async function analyse(
  figures: Figures,
  workbook: Workbook,
  options: AnalyzeOptions,
): Promise<Pick<Checked, 'analysis' | 'previous'>> {
  const has = (id: string) => workbook.sheets.some((grid) => ownSheetId(grid) === id);
  const isExplained = has(CHECK_SHEET_ID) || workbook.sheets.some(({ cells }) => cells.some(mayExplain));
  const readers = {
    ...(workbook.sheets.some(isTemplateSheet) && (await figures.loadTemplate())),
    ...(has(NARRATIVE_SHEET_ID) && { findStale: (await figures.loadProse()).findStale }),
    ...(isExplained && { explain: (await figures.loadReasons()).explain }),
  };
  const alone = figures.analyzeFigures(workbook, options, readers);
  if (!options.previous && (options.previous === null || !mayHoldEarlier(alone, workbook))) {
    return { analysis: alone, previous: null };
  }
  const { comparePrevious, previousPlace } = await figures.loadPrevious();
  const analysis = figures.analyzeFigures(workbook, options, { ...readers, comparePrevious });
  const nearest = analysis.previous?.nearest;
  return { analysis, previous: nearest ? `${nearest.label} (${previousPlace(nearest.source)})` : null };
}

/** Another sheet with an annex, or a column with a heading that is none of the annex's: more than what is one, never less. */
function mayHoldEarlier({ sheet, otherSheets, layout }: Analysis, { sheets }: Workbook): boolean {
  if (otherSheets.length > 0) return true;
  if (!layout?.heading) return false;
  const { heading, columns } = layout;
  const known: readonly (number | null)[] = [columns.code, columns.label, columns.unit, columns.value, columns.note];
  const rows = sheets.find(({ name }) => name === sheet)?.cells.slice(heading.from, heading.to + 1) ?? [];
  return rows.some((row) => row.some((cell, column) => typeof cell === 'string' && !known.includes(column)));
}

/** "Giải trình:" in any spelling and font: more than what is one, never less. */
function mayExplain(row: readonly Cell[]): boolean {
  return row.some((cell) => typeof cell === 'string' && /gi\S{1,4}\s+tr\S{1,4}\s*[:：]/i.test(cell));
}

function now(store: Store): Date {
  return store.options.now?.() ?? new Date();
}

/** A part of the pane could not be loaded: so webpack says it. */
export function isUnloaded(error: unknown): boolean {
  return (error as Partial<Error> | null)?.name === 'ChunkLoadError';
}

/** What is there stays in sight: the failure stands above it. */
export function showFailure(store: Store, error: unknown): void {
  const code = isUnloaded(error) ? 'unloaded' : failureCode(error);
  if (checkedOf(store.state())) {
    const tone = code === 'stopped' ? 'good' : 'bad';
    store.set({ notice: { tone, text: store.words().failure[code], ...(code !== 'unloaded' && { action: 'check' }) } });
  } else {
    store.set({ phase: { kind: 'failed', code } });
  }
}
