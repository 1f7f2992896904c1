// Pasting puts values into cells and nothing else: texts are read as if typed, the cells keep their looks.
import { CanceledError, type ICellData, type IDisposable } from '@univerjs/core';
import { SetRangeValuesCommand } from '@univerjs/preset-sheets-core';
import { replacement } from './cellData.ts';
import { patternOf } from './gridReader.ts';
import { readTyped } from './typed.ts';
import type { Engine } from './univer.ts';

const PASTE = 'sheet.command.paste-by-short-key';

/** Takes over pasting into the grid until the returned object is disposed of. */
export function watchPaste(engine: Engine): IDisposable {
  return engine.commands.beforeCommandExecuted((command) => {
    if (command.id !== PASTE) return;
    const params: { readonly textContent?: string } = command.params ?? {};
    if (params.textContent) pasteText(engine, params.textContent);
    throw new CanceledError();
  });
}

function pasteText({ api, commands }: Engine, text: string): void {
  const book = api.getActiveWorkbook();
  const sheet = book?.getActiveSheet();
  const range = sheet?.getActiveRange();
  if (!book || !sheet || !range) return;
  const unit = book.getWorkbook();
  const top = range.getRow();
  const left = range.getColumn();
  const cellValue: Record<number, Record<number, ICellData>> = {};
  splitPasted(text).forEach((line, r) => {
    cellValue[top + r] = Object.fromEntries(
      line.map((piece, c) => {
        const isText = patternOf(unit, sheet.getSheet().getCellRaw(top + r, left + c)) === '@';
        return [left + c, replacement(isText ? piece || null : readTyped(piece))];
      }),
    );
  });
  const params = { unitId: unit.getUnitId(), subUnitId: sheet.getSheetId(), value: cellValue };
  void commands.executeCommand(SetRangeValuesCommand.id, params);
}

/** Lines and tabs as spreadsheets copy them; a cell with a line break of its own stands in quotes. */
export function splitPasted(text: string): string[][] {
  const rows: string[][] = [[]];
  const pieces = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .matchAll(/("(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*)([\t\n]|$)/g);
  for (const [whole, piece = '', end] of pieces) {
    if (whole === '' && rows.at(-1)?.length !== 0) break;
    const quoted = /^"(.*[\t\n].*)"$/s.exec(piece)?.[1];
    rows.at(-1)?.push(quoted === undefined ? piece : quoted.replace(/""/g, '"'));
    if (end === '\n') rows.push([]);
  }
  return rows;
}
