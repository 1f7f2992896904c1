// A spreadsheet in the browser with the pane beside it.
export {};
