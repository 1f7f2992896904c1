// The globals of Apps Script over a fake spreadsheet: what a script finds when Google runs it, and nothing else.
import type { Book } from './fakeBook.ts';
import { CUSTOM_FORMULA, richTextBuilder, ruleBuilder, styleBuilder, validationBuilder } from './fakeRules.ts';
import { PROTECTION_TYPES, SHEET_TYPE } from './fakeSheet.ts';
import { FakeSpreadsheet } from './fakeSpreadsheet.ts';
import type { Spreadsheet } from './google.ts';
import { strict } from './strict.ts';

type Services = Readonly<Record<'SpreadsheetApp' | 'HtmlService' | 'LockService' | 'Utilities', object>>;

export function servicesOf(book: Book): Services {
  return {
    SpreadsheetApp: spreadsheetApp(book),
    HtmlService: htmlService(book),
    LockService: lockService(book),
    Utilities: utilities(book),
  };
}

function spreadsheetApp(book: Book): object {
  const app: Record<string, unknown> = {
    getActiveSpreadsheet: () => {
      book.note('SpreadsheetApp.getActiveSpreadsheet');
      return strict<Spreadsheet>(new FakeSpreadsheet(book), 'Spreadsheet');
    },
    getUi: () => ui(book),
    flush: () => book.call('SpreadsheetApp.flush'),
    newConditionalFormatRule: () => ruleBuilder(book),
    newTextStyle: () => styleBuilder(book),
    newRichTextValue: () => richTextBuilder(book),
    newDataValidation: () => validationBuilder(book),
    BooleanCriteria: { CUSTOM_FORMULA },
    ProtectionType: PROTECTION_TYPES,
    SheetType: { GRID: SHEET_TYPE },
  };
  return strict(app, 'SpreadsheetApp');
}

/** A user interface can be had in any mode; a menu made, a sidebar shown only once the user allowed it. */
function ui(book: Book): GoogleAppsScript.Base.Ui {
  book.free('SpreadsheetApp.getUi');
  const faked: Pick<GoogleAppsScript.Base.Ui, 'createMenu' | 'showSidebar'> = {
    createMenu: (title) => menu(book, title),
    showSidebar(page) {
      book.call('Ui.showSidebar', 'script.container.ui');
      const { getTitle, getContent } = page as GoogleAppsScript.HTML.HtmlOutput;
      book.sidebars.push({ title: getTitle(), content: getContent() });
    },
  };
  return strict(faked, 'Ui');
}

function menu(book: Book, title: string): GoogleAppsScript.Base.Menu {
  const items: (readonly [string, string])[] = [];
  const faked: Pick<GoogleAppsScript.Base.Menu, 'addItem' | 'addToUi'> = {
    addItem(caption, name) {
      items.push([caption, name]);
      return self;
    },
    addToUi: () => void book.menus.push({ title, items }),
  };
  const self = strict<GoogleAppsScript.Base.Menu>(faked, 'Menu');
  return self;
}

function htmlService(book: Book): object {
  return strict(
    {
      createHtmlOutputFromFile(name: string) {
        book.note('HtmlService.createHtmlOutputFromFile');
        const content = book.files.get(name);
        if (content === undefined) throw new Error(`No HTML file named ${name} was found.`);
        let title = '';
        const output = strict<GoogleAppsScript.HTML.HtmlOutput>(
          {
            setTitle(text: string) {
              title = text;
              return output;
            },
            getTitle: () => title,
            getContent: () => content,
          },
          'HtmlOutput',
        );
        return output;
      },
    },
    'HtmlService',
  );
}

/** Each run of the script may hold the document's lock; another one is told after waiting. */
function lockService(book: Book): object {
  const lock: Pick<GoogleAppsScript.Lock.Lock, 'tryLock' | 'releaseLock'> = {
    tryLock() {
      book.call('Lock.tryLock');
      if (book.lockedBy !== null && book.lockedBy !== book.user) return false;
      book.lockedBy = book.user;
      return true;
    },
    releaseLock() {
      book.call('Lock.releaseLock');
      if (book.lockedBy === book.user) book.lockedBy = null;
    },
  };
  return strict(
    {
      getDocumentLock() {
        book.note('LockService.getDocumentLock');
        return strict(lock, 'Lock');
      },
    },
    'LockService',
  );
}

/** Dates of the fake are kept as their day in universal time, so that a test does not depend on where it runs. */
function utilities(book: Book): object {
  return strict(
    {
      formatDate(date: Date, zone: string, pattern: string) {
        book.note('Utilities.formatDate');
        if (zone !== book.timeZone || pattern !== "yyyy-MM-dd'T'HH:mm:ss") throw new Error(`not faked: ${pattern}`);
        return date.toISOString().slice(0, 19);
      },
    },
    'Utilities',
  );
}
