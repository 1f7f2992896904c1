// The functions that Google Sheets calls by name; webpack makes a global of each. No service may be called while this is loaded.
export { checkFigures, clearMarks, createAnnex, writeNarrative } from './commands.ts';
export { onInstall, onOpen, openPane } from './menu.ts';
export { rpc } from './rpc.ts';
