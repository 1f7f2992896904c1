// Pasting puts values into cells and nothing else: texts are read as if typed, the cells keep their looks.
import { CanceledError, type ICellData, type ICommandService, type IDisposable, type Worksheet } from '@univerjs/core';
import {
  SetRangeValuesCommand,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
} from '@univerjs/preset-sheets-core';
import { replacement } from './cellData.ts';
import { patternOf } from './gridReader.ts';
import { splitPasted } from './pasted.ts';
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
  const rows = splitPasted(text);
  grow(
    commands,
    sheet.getSheet(),
    unit.getUnitId(),
    top + rows.length,
    left + Math.max(...rows.map((row) => row.length)),
  );
  const cellValue: Record<number, Record<number, ICellData>> = {};
  rows.forEach((line, r) => {
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

/** Writing beyond the last row or column of the grid would not be seen. */
function grow(commands: ICommandService, sheet: Worksheet, unitId: string, rows: number, columns: number): void {
  const place = { unitId, subUnitId: sheet.getSheetId() };
  if (rows > sheet.getRowCount())
    commands.syncExecuteCommand(SetWorksheetRowCountMutation.id, { ...place, rowCount: rows });
  if (columns > sheet.getColumnCount())
    commands.syncExecuteCommand(SetWorksheetColumnCountMutation.id, { ...place, columnCount: columns });
}
