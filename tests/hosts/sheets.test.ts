// The contract on Google Sheets, over the fake: straight, and as the sidebar calls it, by JSON through the one entry.
import { sheetsHost } from '../../apps-script/index.ts';
import type { SpreadsheetHost } from '../../core/index.ts';
import { type Book, bookOf } from '../apps-script/fakeBook.ts';
import { serve } from '../apps-script/serve.ts';
import { hostContract } from './contract.ts';

function straight(book: Book): SpreadsheetHost {
  const host = sheetsHost();
  return {
    name: host.name,
    readWorkbook: () => serve(book, () => host.readWorkbook()),
    apply: (changes) => serve(book, () => host.apply(changes)),
    reveal: (at) => serve(book, () => host.reveal(at)),
  };
}

hostContract('Google Sheets, vi_VN', (workbook) => straight(bookOf(workbook)));
hostContract('Google Sheets, en_US', (workbook) => straight(Object.assign(bookOf(workbook), { locale: 'en_US' })));
