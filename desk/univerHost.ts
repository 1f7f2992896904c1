// A workbook file shown in Univer as a host: the file is what counts, the grid shows it and is where figures are typed.
import type { Address, SpreadsheetHost } from '../core/index.ts';
import type { WorkbookFile } from '../xlsx/index.ts';
import { applyBoth } from './applyBoth.ts';
import { showAndReadNumbers } from './display.ts';
import { guardEdits } from './edits.ts';
import { type ShowText, textMaker } from './gridReader.ts';
import { watchPaste } from './paste.ts';
import { type BookListener, Edits } from './settle.ts';
import { looksOf } from './snapshot.ts';
import type { Engine } from './univer.ts';
import { View } from './view.ts';

/** An open file on the screen. */
export interface OpenBook {
  readonly host: SpreadsheetHost;
  /** The file with all that was changed in the grid. */
  readonly save: () => Promise<Uint8Array>;
  readonly isChanged: () => boolean;
  readonly close: () => void;
}

/** Shows an opened file. */
export function showBook(engine: Engine, file: WorkbookFile, told: BookListener): OpenBook {
  const appearance = file.readAppearance();
  const show = textMaker(appearance?.date1904 ?? false);
  const view = new View(engine, file.readWorkbook(), looksOf(appearance));
  const edits = new Edits(view, file, told);
  const watching = [
    showAndReadNumbers(engine, show),
    watchEdits(engine, view, edits, file, told),
    watchPaste(engine),
    view.followLinks(),
  ];
  return {
    host: hostOf(view, edits, file, show),
    async save() {
      await view.endTyping();
      edits.settle();
      await edits.calculated();
      edits.storeResults(view.read(file.readWorkbook(), show));
      const bytes = file.save();
      edits.setSaved();
      return bytes;
    },
    isChanged: () => edits.isChanged,
    close() {
      for (const one of watching) one.dispose();
      view.close();
    },
  };
}

function hostOf(view: View, edits: Edits, file: WorkbookFile, show: ShowText): SpreadsheetHost {
  return {
    name: 'univer',
    async readWorkbook() {
      edits.settle();
      await edits.calculated();
      return view.read(file.readWorkbook(), show);
    },
    async apply(changes) {
      await view.endTyping();
      edits.settle();
      await edits.calculated();
      const outcome = applyBoth(view, file, changes, view.read(file.readWorkbook(), show));
      if (outcome.applied && changes.length > 0) edits.setChanged();
      return outcome;
    },
    reveal: (at) => view.reveal(at),
    watch: (changed) => edits.watch(changed),
  };
}

function watchEdits(engine: Engine, view: View, edits: Edits, file: WorkbookFile, told: BookListener) {
  return guardEdits(engine, {
    unitId: view.unitId,
    isOurs: () => view.isOurs,
    hasFormula: (sheetId, at) => hasFormula(file, view.nameOf(sheetId), at),
    edited: (sheetId, at) => edits.note(sheetId, at),
    // After the command: what it does besides may still fail.
    finished: () => queueMicrotask(() => edits.settle()),
    tell: told.tell,
  });
}

function hasFormula(file: WorkbookFile, sheet: string | null, at: Address): boolean {
  const grid = file.readWorkbook().sheets.find((one) => one.name === sheet);
  return Boolean(grid?.formulas[at.row]?.[at.column]);
}
