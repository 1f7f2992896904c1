// A page that shows one workbook in Univer and answers for its host, so that the contract can be run from outside.
import '@univerjs/preset-sheets-conditional-formatting';
import type { CellRef, Change, Outcome, Workbook } from '../../core/index.ts';
import { startUniver } from '../../desk/univer.ts';
import { type OpenBook, showBook } from '../../desk/univerHost.ts';
import { openWorkbook } from '../../xlsx/index.ts';

const engine = startUniver(false);
let open: OpenBook | null = null;
let said: string[] = [];
let heard = 0;

function current(): OpenBook {
  if (!open) throw new Error('no workbook is open');
  return open;
}

const page = {
  open(bytes: readonly number[]): void {
    open?.close();
    said = [];
    heard = 0;
    const result = openWorkbook(Uint8Array.from(bytes));
    if (!result.ok) throw new Error(result.message);
    open = showBook(engine, result.file, { tell: (sentence) => said.push(sentence), changed: () => undefined });
  },
  readWorkbook: async (): Promise<Workbook> => current().host.readWorkbook(),
  apply: async (changes: readonly Change[]): Promise<Outcome> => current().host.apply(changes),
  reveal: async (at: CellRef): Promise<void> => current().host.reveal(at),
  save: async (): Promise<readonly number[]> => [...(await current().save())],
  isChanged: () => current().isChanged(),
  said: () => said,
  /** Carries out a command of Univer's as a user would. */
  command: async (id: string, params: object): Promise<boolean> => {
    const book = engine.api.getActiveWorkbook();
    const place = { unitId: book?.getId(), subUnitId: book?.getActiveSheet().getSheetId() };
    return engine.api.executeCommand(id, { ...place, ...params });
  },
  /** Lets Univer fail at the n-th command from now on: at that one, or at each one after it too; 0 ends it. */
  failAt(n: number, stays: boolean): void {
    let seen = 0;
    Reflect.deleteProperty(engine.commands, 'syncExecuteCommand');
    if (n === 0) return;
    const execute = engine.commands.syncExecuteCommand.bind(engine.commands);
    Object.assign(engine.commands, {
      syncExecuteCommand: (...given: Parameters<typeof execute>) => {
        seen += 1;
        if (seen === n || (stays && seen > n)) throw new Error('planted');
        return execute(...given);
      },
    });
  },
  /** Our marks as Univer has them on the active sheet. */
  marks: () =>
    (engine.api.getActiveWorkbook()?.getActiveSheet().getConditionalFormattingRules() ?? []).map(
      ({ cfId, ranges, rule }) => ({ cfId, ranges, rule }),
    ),
  /** What the grid shows in a cell. */
  shown: (at: string) => engine.api.getActiveWorkbook()?.getActiveSheet().getRange(at).getDisplayValue(),
  watch(): void {
    current().host.watch?.(() => {
      heard += 1;
    });
  },
  heard: () => heard,
};

declare global {
  interface Window {
    deskPage: typeof page;
  }
}
window.deskPage = page;
