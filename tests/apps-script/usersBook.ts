// The example as an official keeps it in Google Sheets: with colours, conditional formats and a plain-text cell of their own.
import { ANNEX, EXAMPLE } from '../pane/states.ts';
import { bookOf } from './bookOf.ts';
import { parseBox } from './boxes.ts';
import type { Book } from './fakeBook.ts';

export { ANNEX, EXAMPLE } from '../pane/states.ts';

export function usersBook(): Book {
  const book = bookOf(EXAMPLE);
  const sheet = book.sheet(ANNEX);
  sheet.cell(60, 3).format = '@';
  Object.assign(sheet.cell(44, 3).look, { fill: '#FFFF00' });
  sheet.rules = [
    { formula: '=D1>400', background: '#00FF00', boxes: [parseBox('D1:D90')] },
    { formula: null, background: '', boxes: [parseBox('E1:E90')] },
  ];
  return book;
}

/** Everything a user could see of a sheet. */
export function stateOf(book: Book, name: string = ANNEX): unknown {
  const { cells, rules, merges, hiddenColumns } = book.sheet(name);
  return structuredClone({ cells: [...cells], rules, merges, hiddenColumns });
}
