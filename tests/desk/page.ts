// A page that shows one workbook in Univer and answers for its host, so that the contract can be run from outside.
import type { CellRef, Change, Outcome, Workbook } from '../../core/index.ts';
import { startUniver } from '../../desk/univer.ts';
import { type OpenBook, showBook } from '../../desk/univerHost.ts';
import { openWorkbook } from '../../xlsx/index.ts';

const engine = startUniver(false);
let open: OpenBook | null = null;
let said: string[] = [];

function current(): OpenBook {
  if (!open) throw new Error('no workbook is open');
  return open;
}

const page = {
  open(bytes: readonly number[]): void {
    open?.close();
    said = [];
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
  engine,
};

declare global {
  interface Window {
    deskPage: typeof page;
  }
}
window.deskPage = page;
