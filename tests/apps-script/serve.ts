// Runs script code over a fake spreadsheet in this process: Google's globals are there while a function runs.
import type { Book } from './fakeBook.ts';
import { servicesOf } from './fakeServices.ts';

/** Calls `work` as Google would, with the book's services as globals. */
export function serve<T>(book: Book, work: () => T): T {
  const services = servicesOf(book);
  const names = Object.keys(services);
  Object.assign(globalThis, services);
  try {
    return book.run('FULL', work);
  } finally {
    for (const name of names) Reflect.deleteProperty(globalThis, name);
  }
}
