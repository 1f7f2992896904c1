// The menu "Báo cáo CCHC" and the sidebar.
import { WORDS } from './words.ts';

/** The menu's items with the global function each calls. */
const ITEMS = [
  [WORDS.check, 'checkFigures'],
  [WORDS.narrate, 'writeNarrative'],
  [WORDS.clear, 'clearMarks'],
  [WORDS.openPane, 'openPane'],
  [WORDS.createAnnex, 'createAnnex'],
] as const;

/** Makes the menu and nothing else: before the user has allowed the script, Google lets it do no more. */
export function onOpen(): void {
  const menu = SpreadsheetApp.getUi().createMenu(WORDS.title);
  for (const [caption, name] of ITEMS) menu.addItem(caption, name);
  menu.addToUi();
}

/** A freshly installed add-on must not wait for the next opening. */
export function onInstall(): void {
  onOpen();
}

export function openPane(): void {
  const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle(WORDS.pane);
  SpreadsheetApp.getUi().showSidebar(page);
}
