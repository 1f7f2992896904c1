// Brings many annexes together: reads them one by one, writes what comes of them, or saves it as a file of its own.
import {
  annexSheetsOf,
  consolidate,
  type GatheredFile,
  gatherSheet,
  gatherWorkbook,
  type Key,
  MOST_COMMUNES,
  type Period,
  pl01b2024,
  planConsolidation,
  readRosterOf,
  savedDay,
  type Template,
} from '../core/index.ts';
import { exclusively } from './check.ts';
import { consolidationWords } from './consolidationWords.ts';
import { isUnloaded, readChecked } from './read.ts';
import type { Checked, Consolidated, Roster, Sources } from './state.ts';
import type { Store } from './store.ts';
import { apply } from './write.ts';

export type Progress = (done: number, total: number) => void;

/** Lets the page draw, and the official press "Dừng". */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

interface Work {
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** The sheets to choose from are those of the last read. */
async function readSheets(store: Store): Promise<Checked | null> {
  const checked = await readChecked(store);
  const { phase } = store.state();
  if (checked && 'checked' in phase) store.set({ phase: { ...phase, checked } });
  return checked;
}

/** Reads all sources; what came of them is then in the state. Says so when it was stopped or could not be read. */
export async function bringTogether(store: Store, chosen: Sources, { progress, signal }: Work): Promise<void> {
  await exclusively(store, async () => {
    const checked = await readSheets(store);
    if (!checked) return;
    const { analysis, workbook } = checked;
    const present = annexSheetsOf(analysis, workbook);
    const sources = { ...chosen, sheets: chosen.sheets.filter((sheet) => present.includes(sheet)) };
    const total = sources.sheets.length + sources.files.length;
    const sheets = await gatherSheets(checked, sources.sheets, { progress: (done) => progress(done, total), signal });
    const files: GatheredFile[] = [];
    for (const { name, file } of sources.files) {
      progress(sources.sheets.length + files.length, total);
      await breathe();
      if (signal.aborted) break;
      files.push(await gatherFile(store, analysis.template, name, file));
    }
    if (signal.aborted) store.set({ notice: { tone: 'good', text: consolidationWords(store).stopped } });
    else
      store.set({
        notice: null,
        consolidated: resultOf({ sources, files, template: analysis.template, period: null }, sheets),
      });
  });
}

/** A workbook with a template of its own asks for reports by it; the standard one is each file's own affair. */
function readBy(template: Template<Key>): { readonly template?: Template<Key> } {
  return template === pl01b2024 ? {} : { template };
}

async function gatherSheets(
  { workbook, analysis }: Checked,
  sheets: readonly string[],
  work: Work,
): Promise<readonly GatheredFile[]> {
  const present = sheets.filter((sheet) => workbook.sheets.some(({ name }) => name === sheet));
  const gathered: GatheredFile[] = [];
  for (const [done, sheet] of present.entries()) {
    work.progress(done, present.length);
    await breathe();
    if (work.signal.aborted) break;
    gathered.push(...[gatherSheet(workbook, sheet, present, readBy(analysis.template))].filter((one) => one !== null));
  }
  return gathered;
}

/** One that cannot be read is kept with the reason, and stops nothing. */
async function gatherFile(store: Store, template: Template<Key>, name: string, file: File): Promise<GatheredFile> {
  const saved = savedDay(file.lastModified);
  const failed = (code: string, message: string) => ({ file: name, saved, reports: [], error: { code, message } });
  try {
    const read = await store.options.readSpreadsheet(file.name, new Uint8Array(await file.arrayBuffer()));
    return read.ok ? gatherWorkbook(name, saved, read.workbook, readBy(template)) : failed(read.code, read.message);
  } catch (error) {
    if (isUnloaded(error)) throw error;
    return failed('corrupt', consolidationWords(store).unreadable);
  }
}

type Kept = Pick<Consolidated, 'sources' | 'files' | 'template' | 'period'>;

function resultOf(kept: Kept, sheets: readonly GatheredFile[]): Consolidated {
  const { sources, files, template, period } = kept;
  const roster = sources.roster?.units ?? null;
  return { ...kept, sheets, consolidation: consolidate(template, [...sheets, ...files], { roster, period }) };
}

/** Counts the reports of another period; null for the one that most are of. */
export function choosePeriod(store: Store, period: Period | null): void {
  const { consolidated } = store.state();
  if (consolidated) store.set({ consolidated: resultOf({ ...consolidated, period }, consolidated.sheets) });
}

/** What is written is what stands on the sheets now, not what stood there when it was shown. */
export function writeTotals(store: Store): Promise<void> {
  return exclusively(store, async () => {
    const words = consolidationWords(store);
    const { consolidated } = store.state();
    const checked = await readSheets(store);
    if (!checked || !consolidated) return;
    const never = { progress: () => {}, signal: new AbortController().signal };
    const fresh = resultOf(consolidated, await gatherSheets(checked, consolidated.sources.sheets, never));
    const lost = lostSheet(fresh);
    // Totals that silently lack a sheet would be false.
    if (lost === null) store.set({ consolidated: fresh });
    const problem = lost === null ? problemOf(store, fresh) : words.sheetLost(lost);
    if (problem !== null) {
      store.set({ notice: { tone: 'bad', text: problem } });
      return;
    }
    if (!(await apply(store, planConsolidation(fresh.consolidation, checked.workbook)))) return;
    await readSheets(store);
    // Said last: whoever reads it may press the next button.
    store.set({ notice: { tone: 'good', text: words.written } });
  });
}

/** A chosen sheet that was renamed or taken out, or carries no annex any more. */
function lostSheet({ sources, sheets }: Consolidated): string | null {
  const found = new Set(sheets.flatMap(({ reports }) => reports.map(({ sheet }) => sheet)));
  return sources.sheets.find((sheet) => !found.has(sheet)) ?? null;
}

function problemOf(store: Store, { consolidation }: Consolidated): string | null {
  const words = consolidationWords(store);
  const count = consolidation.communes.length;
  if (count === 0) return words.none;
  return count > MOST_COMMUNES ? words.tooMany(count, MOST_COMMUNES) : null;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function saveTotals(store: Store, consolidated: Consolidated): Promise<void> {
  return exclusively(store, async () => {
    const words = consolidationWords(store);
    const problem = problemOf(store, consolidated);
    try {
      if (problem !== null) throw new Error(problem);
      const { consolidation } = consolidated;
      const name = `${words.fileName(consolidation.period?.label ?? '')}.xlsx`;
      const bytes = await store.options.makeWorkbook(planConsolidation(consolidation));
      const saved = await store.options.saveFile(name, bytes, XLSX);
      store.set({ notice: saved ? { tone: 'good', text: words.saved(name) } : { tone: 'bad', text: words.notSaved } });
    } catch (error) {
      if (isUnloaded(error)) throw error;
      store.set({ notice: { tone: 'bad', text: problem ?? words.saveFailed } });
    }
  });
}

/** The list of units, or one sentence on what is wrong with it. */
export async function readRoster(store: Store, file: File): Promise<Roster | string> {
  const words = consolidationWords(store);
  try {
    const read = await store.options.readSpreadsheet(file.name, new Uint8Array(await file.arrayBuffer()));
    if (!read.ok) return words.rosterProblem(file.name, read.message);
    const roster = readRosterOf(read.workbook);
    return roster.ok ? { name: file.name, units: roster.units } : words.rosterProblem(file.name, roster.message);
  } catch (error) {
    if (isUnloaded(error)) throw error;
    return words.rosterProblem(file.name, words.unreadable);
  }
}
