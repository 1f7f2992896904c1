// One open workbook at a time: opens, replaces, saves; a file that cannot be read leaves the present one as it was.
import { planNewAnnex, type SpreadsheetHost } from '../core/index.ts';
import { download } from '../pane/index.ts';
import { newWorkbook, openWorkbook, type WorkbookFile } from '../xlsx/index.ts';
import { hush, showName, tell } from './page.ts';
import { whyNotShown } from './showable.ts';
import type { Engine } from './univer.ts';
import { type OpenBook, showBook } from './univerHost.ts';
import { WORDS } from './words.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const XLSM = 'application/vnd.ms-excel.sheet.macroEnabled.12';

/** Puts a question that is answered with yes or no. */
type Ask = (question: string) => boolean;

export class Desk {
  /** The host of whatever is open: it stays the same object when another file is opened. */
  readonly host: SpreadsheetHost;
  private readonly engine: Engine;
  private readonly watchers = new Set<() => void>();
  private readonly replaced: () => void;
  private book: OpenBook | null = null;
  private name = '';

  /** `replaced` is called after another workbook has taken the place of the one before. */
  constructor(engine: Engine, replaced: () => void) {
    this.engine = engine;
    this.replaced = replaced;
    this.host = {
      name: 'desk',
      readWorkbook: (options) => this.current().host.readWorkbook(options),
      apply: (changes) => this.current().host.apply(changes),
      reveal: (at) => this.current().host.reveal(at),
      watch: (changed) => {
        this.watchers.add(changed);
        return () => this.watchers.delete(changed);
      },
    };
  }

  private current(): OpenBook {
    if (!this.book) throw new Error('No workbook is open.');
    return this.book;
  }

  get isChanged(): boolean {
    return this.book?.isChanged() ?? false;
  }

  get isOpen(): boolean {
    return this.book !== null;
  }

  /** Opens bytes as a file of that name. Tells what is wrong with them; asks first where something is not saved. */
  open(name: string, bytes: Uint8Array, ask: Ask): boolean {
    const opened = openWorkbook(bytes);
    const problem = opened.ok ? whyNotShown(opened.file.readWorkbook()) : opened.message;
    if (!opened.ok || problem !== null) {
      tell(problem ?? WORDS.unreadable);
      return false;
    }
    if (this.isChanged && !ask(WORDS.unsaved)) return false;
    this.show(name, opened.file);
    const warnings = opened.file.warnings.map((warning) => warning.message);
    if (warnings.length > 0) tell(warnings.join(' '));
    return true;
  }

  /** An empty annex with the sheet of what it lacks. */
  openNew(): void {
    const file = newWorkbook();
    const outcome = file.apply(planNewAnnex(file.readWorkbook()));
    if (!outcome.applied) throw new Error(`A new workbook refused its own sheets: ${outcome.code}`);
    this.show(WORDS.newAnnex, file);
  }

  private show(name: string, file: WorkbookFile): void {
    hush();
    this.book?.close();
    this.name = name;
    this.book = showBook(this.engine, file, { tell, changed: () => this.showState() });
    this.book.host.watch?.(() => {
      for (const changed of this.watchers) changed();
    });
    this.showState();
    this.replaced();
  }

  private showState(): void {
    showName(this.name, this.isChanged);
  }

  async save(): Promise<void> {
    const bytes = await this.current().save();
    await download(this.name, bytes, /\.xlsm$/i.test(this.name) ? XLSM : XLSX);
    tell(WORDS.saved(this.name), 'news');
  }
}
