// Runs the built Code.js as Google does: each run in a fresh, bare JavaScript world with nothing but Google's services in it.
import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import type { AuthMode, Book } from './fakeBook.ts';
import { servicesOf } from './fakeServices.ts';

/** `npm run build` must have made it. */
export const FOLDER = 'dist/apps-script';

let compiled: Script | null = null;

export function compileScript(folder: string): Script {
  return new Script(readFileSync(`${folder}/Code.js`, 'utf8'), { filename: 'Code.js' });
}

/** Calls a global function of the script by name. */
export function runScript(book: Book, name: string, given: readonly unknown[] = [], mode: AuthMode = 'FULL'): unknown {
  compiled ??= compileScript(FOLDER);
  return callScript(compiled, book, name, given, mode);
}

export function callScript(
  compiled: Script,
  book: Book,
  name: string,
  given: readonly unknown[],
  mode: AuthMode,
): unknown {
  const world = createContext({ ...servicesOf(book) });
  // Google allows no call of a service while it loads a script.
  const calls = book.calls.length + book.quiet.length;
  compiled.runInContext(world);
  if (book.calls.length + book.quiet.length !== calls) throw new Error('A service was called at module level.');
  const entry: unknown = Reflect.get(world, name);
  if (typeof entry !== 'function') throw new Error(`Script function not found: ${name}`);
  return book.run(mode, () => entry(...given));
}

/** Presses an item of the menu, which must be there. */
export function pressMenu(book: Book, caption: string): void {
  if (book.menus.length === 0) runScript(book, 'onOpen', [{}], 'NONE');
  const item = book.menus[0]?.items.find(([shown]) => shown === caption);
  if (!item) throw new Error(`no menu item ${caption}`);
  runScript(book, item[1]);
}
