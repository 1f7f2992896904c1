// Text from the clipboard as spreadsheets put it there → rows of cells.

/** Lines and tabs as spreadsheets copy them; a cell with a line break of its own stands in quotes. */
export function splitPasted(text: string): string[][] {
  const rows: string[][] = [[]];
  const pieces = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .matchAll(/("(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*)([\t\n]|$)/g);
  for (const [, piece = '', end] of pieces) {
    const quoted = /^"(.*[\t\n].*)"$/s.exec(piece)?.[1];
    rows.at(-1)?.push(quoted === undefined ? piece : quoted.replace(/""/g, '"'));
    if (end === '') break;
    if (end === '\n') rows.push([]);
  }
  return rows;
}
