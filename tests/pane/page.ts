// The pane over a workbook in memory, as a page of its own: what browser tests look at and steer.
import {
  type Cell,
  type Change,
  type FailureCode,
  hostFailure,
  type ReadOptions,
  type RefusalCode,
  type SpreadsheetHost,
  type Workbook,
} from '../../core/index.ts';
import { mountPane, type Pane } from '../../pane/index.ts';
import { memoryHost } from '../hosts/memory.ts';

/** What a test may do to the page; everything is JSON. */
export interface Steering {
  readonly pane: Pane;
  readonly workbook: () => Workbook;
  readonly marks: () => unknown;
  /** What was revealed last, "Phụ lục 01b!D45". */
  readonly revealed: () => string;
  readonly saved: () => readonly { readonly name: string; readonly size: number }[];
  /** An edit by the user: the host tells of it. */
  readonly edit: (sheet: string, row: number, column: number, to: Cell) => Promise<void>;
  /** The next read fails, or the next batch is refused. */
  readonly fail: (code: FailureCode) => void;
  readonly refuse: (code: RefusalCode) => void;
  /** How many batches of changes have been asked for. */
  readonly batches: () => number;
  /** Reads and batches take so many milliseconds, reads told in ten steps. */
  readonly slow: (milliseconds: number) => void;
  /** Each file sent in takes so many milliseconds to be read. */
  readonly slowFiles: (milliseconds: number) => void;
  readonly refuseDownloads: () => void;
}

declare global {
  interface Window {
    readonly START: Workbook;
    steering: Steering;
  }
}

const memory = memoryHost(window.START);
const watchers = new Set<() => void>();
let failure: FailureCode | null = null;
let refusal: RefusalCode | null = null;
let delay = 0;
let batches = 0;
let revealed = '';
let downloads = true;
let fileDelay = 0;
const saved: { name: string; size: number }[] = [];

async function read(options: ReadOptions = {}): Promise<Workbook> {
  for (let step = 0; step < 10 && delay > 0; step++) {
    if (options.signal?.aborted) throw hostFailure('stopped');
    options.progress?.(step * 2000, 20_000);
    await new Promise((resolve) => setTimeout(resolve, delay / 10));
  }
  const code = failure;
  failure = null;
  if (code) throw hostFailure(code);
  return memory.readWorkbook();
}

async function apply(changes: readonly Change[]) {
  const code = refusal;
  refusal = null;
  batches += 1;
  if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
  return code ? ({ applied: false, code } as const) : memory.apply(changes);
}

const host: SpreadsheetHost = {
  name: 'memory',
  readWorkbook: read,
  apply,
  reveal: (at) => {
    revealed = `${at.sheet}!${at.row},${at.column}`;
  },
  watch(changed) {
    watchers.add(changed);
    return () => watchers.delete(changed);
  },
};

const root = document.getElementById('pane') ?? document.createElement('div');
document.body.append(root);
const pane = mountPane(root, {
  host,
  makeWord: async (report) => (await import('../../word/index.ts')).writeWord(report),
  readProse: async (name, bytes) => (await import('../../word/index.ts')).readProse(name, bytes),
  readSpreadsheet: async (name, bytes) => {
    if (fileDelay > 0) await new Promise((resolve) => setTimeout(resolve, fileDelay));
    return (await import('../../xlsx/index.ts')).readSpreadsheet(name, bytes);
  },
  makeWorkbook: async (sheets) => (await import('../../xlsx/index.ts')).makeWorkbook(sheets),
  saveFile: async (name, bytes) => {
    if (downloads) saved.push({ name, size: bytes.length });
    return downloads;
  },
  now: () => new Date(2024, 5, 4, 10, 42),
});

window.steering = {
  pane,
  workbook: () => memory.readWorkbook() as Workbook,
  marks: () => Object.fromEntries(memory.marks),
  revealed: () => revealed,
  saved: () => saved,
  async edit(sheet, row, column, to) {
    const grid = (memory.readWorkbook() as Workbook).sheets.find(({ name }) => name === sheet);
    memory.apply([{ kind: 'cell', sheet, at: { row, column }, from: grid?.cells[row]?.[column] ?? null, to }]);
    for (const changed of watchers) changed();
  },
  fail: (code) => {
    failure = code;
  },
  refuse: (code) => {
    refusal = code;
  },
  batches: () => batches,
  slow: (milliseconds) => {
    delay = milliseconds;
  },
  slowFiles: (milliseconds) => {
    fileDelay = milliseconds;
  },
  refuseDownloads: () => {
    downloads = false;
  },
};
