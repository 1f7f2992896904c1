// From a workbook of the core to a book of the fake, and back.
import { type Grid, isCellError, type Workbook } from '../../core/index.ts';
import { Book, type BookSheet } from './fakeBook.ts';
import { type Raw, shown } from './typing.ts';

/** A book that holds a workbook of the core. */
export function bookOf(workbook: Workbook): Book {
  const book = new Book();
  for (const grid of workbook.sheets) fill(book.add(grid.name), grid);
  book.active = workbook.sheets.findIndex(({ name }) => name === workbook.active);
  return book;
}

function fill(sheet: BookSheet, grid: Grid): void {
  sheet.isHidden = !grid.visible;
  grid.cells.forEach((row, r) => {
    row.forEach((value, c) => {
      const formula = grid.formulas[r]?.[c] ?? null;
      if (value === null && formula === null) return;
      const cell = sheet.cell(r, c);
      Object.assign(cell, { value, formula: formula === null ? '' : `=${formula}` });
      if (grid.texts[r]?.[c]?.endsWith('%')) cell.format = '0.00%';
    });
  });
}

/** The workbook that the book holds, read without any script; `texts` follow its locale. */
export function workbookOfBook(book: Book): Workbook {
  const sheets = book.sheets.map((sheet): Grid => {
    const { rows, columns } = sheet.extent();
    const cells = Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => sheet.peek(r, c)));
    return {
      name: sheet.name,
      visible: !sheet.isHidden,
      cells: cells.map((row) => row.map((cell) => plain(cell?.value ?? null))),
      texts: cells.map((row) => row.map((cell) => (cell ? shown(cell, book.locale) : ''))),
      formulas: cells.map((row) => row.map((cell) => cell?.formula.replace(/^=/, '') || null)),
    };
  });
  return { sheets, active: book.sheets[book.active]?.name ?? '' };
}

function plain(value: Raw): Grid['cells'][number][number] {
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569;
  return isCellError(value) ? { error: value.error } : value;
}
