// A spreadsheet in the browser with the pane beside it: opens, checks, writes and saves without Excel.
import './desk.css';
import { download, mountPane, type Pane, painted } from '../pane/index.ts';
import { makeWorkbook, readSpreadsheet } from '../xlsx/index.ts';
import { Desk } from './desk.ts';
import { receiveFiles } from './files.ts';
import { page, tell } from './page.ts';
import { makeMovable } from './splitter.ts';
import { followTheme } from './theme.ts';
import { startUniver } from './univer.ts';
import { goBetweenByF6 } from './ways.ts';
import { WORDS } from './words.ts';

const EXAMPLE = new URL('../examples/hoang-hop-2024-h1.xlsx', import.meta.url);

void start();

async function start(): Promise<void> {
  makeMovable(page.splitter, page.work);
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  page.grid.replaceChildren();
  const engine = startUniver(dark);
  let pane: Pane | null = null;
  const desk = new Desk(engine, () => pane?.reset());
  await openExample(desk);
  if (!desk.isOpen) desk.openNew();
  followTheme(page.pane, (isDark) => engine.api.toggleDarkMode(isDark));
  pane = mountPane(page.pane, {
    host: desk.host,
    makeWord,
    readProse,
    readSpreadsheet: async (name, bytes) => readSpreadsheet(name, bytes),
    makeWorkbook: async (sheets) => makeWorkbook(sheets),
    saveFile: download,
  });
  listen(desk);
}

function listen(desk: Desk): void {
  goBetweenByF6();
  const save = () => oneAtATime(WORDS.saving, () => desk.save());
  page.save.addEventListener('click', () => void save());
  page.example.addEventListener('click', () => void oneAtATime(WORDS.opening(WORDS.example), () => openExample(desk)));
  page.fresh.addEventListener('click', () => {
    if (desk.isChanged && !confirm(WORDS.unsavedNew)) return;
    void oneAtATime(WORDS.creating, async () => desk.openNew());
  });
  receiveFiles(([file, ...others]) => {
    if (file) void oneAtATime(WORDS.opening(file.name), () => take(desk, file, others.length > 0));
  });
  addEventListener('beforeunload', (event) => {
    if (desk.isChanged) event.preventDefault();
  });
  addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    void save();
  });
}

let busy = false;

/** Says first what is being done: it may hold up the page for seconds. What is asked for meanwhile is not done. */
async function oneAtATime(sentence: string, work: () => Promise<void>): Promise<void> {
  if (busy) return;
  busy = true;
  const done = tell(sentence, 'news');
  try {
    await painted();
    await work();
  } finally {
    busy = false;
    done();
  }
}

async function openExample(desk: Desk): Promise<void> {
  try {
    const answer = await fetch(EXAMPLE);
    desk.open(WORDS.example, new Uint8Array(await answer.arrayBuffer()), confirm);
  } catch {
    tell(WORDS.noExample);
  }
}

async function take(desk: Desk, file: File, isOneOfSeveral: boolean): Promise<void> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (desk.open(file.name, bytes, confirm) && isOneOfSeveral) tell(WORDS.oneFile);
  } catch {
    tell(WORDS.unreadable);
  }
}

async function makeWord(...[report]: Parameters<Parameters<typeof mountPane>[1]['makeWord']>) {
  const { writeWord } = await import(/* webpackChunkName: "word" */ '../word/index.ts');
  return writeWord(report);
}

async function readProse(name: string, bytes: Uint8Array) {
  const prose = await import(/* webpackChunkName: "word" */ '../word/index.ts');
  return prose.readProse(name, bytes);
}
