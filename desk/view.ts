// A workbook on the screen: what of Univer the host works with, by names of sheets.
import type { ICellData, IDisposable, IRange, Nullable, Workbook as UnivWorkbook, Worksheet } from '@univerjs/core';
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetWorksheetActiveOperation,
  SetWorksheetRowCountMutation,
} from '@univerjs/preset-sheets-core';
import { type Address, type Cell, type CellRef, type Grid, isCellError, type Workbook } from '../core/index.ts';
import { replacement } from './cellData.ts';
import { readGrid, type ShowText } from './gridReader.ts';
import { drawLists, drawMarks } from './overlay.ts';
import { type Looks, sheetData, workbookData } from './snapshot.ts';
import type { Engine } from './univer.ts';

/** How long a recalculation may take before a sheet is read as it is. */
const CALCULATION_LIMIT = 3_000;
let opened = 0;

export class View {
  readonly unitId = `book-${++opened}`;
  private readonly engine: Engine;
  private readonly unit: UnivWorkbook;
  private lastSheet = 0;
  private ours = 0;
  /** How the file's sheets look, as of its last change. */
  looks: Looks;

  /** Shows the workbook; the one shown before must have been closed. */
  constructor(engine: Engine, workbook: Workbook, looks: Looks) {
    this.engine = engine;
    this.looks = looks;
    const data = workbookData(this.unitId, workbook, looks, () => this.newSheetId());
    this.unit = engine.api.createWorkbook(data).getWorkbook();
    this.asOurs(() => {
      for (const grid of workbook.sheets) this.drawOverlay(grid.name);
      this.activate(workbook.active);
    });
  }

  private newSheetId(): string {
    this.lastSheet += 1;
    return `sheet-${this.lastSheet}`;
  }

  /** Whether the desk itself is changing the grid just now. */
  get isOurs(): boolean {
    return this.ours > 0;
  }

  private asOurs(work: () => void): void {
    this.ours += 1;
    try {
      work();
    } finally {
      this.ours -= 1;
    }
  }

  private run(id: string, params: object): void {
    this.engine.commands.syncExecuteCommand(id, { unitId: this.unitId, ...params });
  }

  sheetNamed(name: string): Worksheet | undefined {
    return this.sheetsNamed(name)[0];
  }

  /** More than one only where the grid failed half-way. */
  private sheetsNamed(name: string): readonly Worksheet[] {
    return this.unit.getSheets().filter((sheet) => sheet.getName().toLowerCase() === name.toLowerCase());
  }

  nameOf(sheetId: string): string | null {
    return this.unit.getSheetBySheetId(sheetId)?.getName() ?? null;
  }

  dataAt(sheetId: string, at: Address): Nullable<ICellData> {
    return this.unit.getSheetBySheetId(sheetId)?.getCellRaw(at.row, at.column);
  }

  /** All sheets as they stand in the grid; `known` are the file's, for their order and their fonts. */
  read(known: Workbook, show: ShowText): Workbook {
    const sheets = known.sheets.flatMap((grid) => {
      const sheet = this.sheetNamed(grid.name);
      return sheet ? [readGrid(this.unit, sheet, show, grid)] : [];
    });
    return { sheets, active: this.unit.getActiveSheet()?.getName() ?? known.active };
  }

  setCell(sheetName: string, at: Address, cell: Cell): void {
    const sheet = this.sheetNamed(sheetName);
    if (!sheet) return;
    this.asOurs(() => {
      const subUnitId = sheet.getSheetId();
      // Writing below the last row of the grid throws.
      const rowCount = Math.max(sheet.getRowCount(), at.row + 20);
      if (rowCount > sheet.getRowCount()) this.run(SetWorksheetRowCountMutation.id, { subUnitId, rowCount });
      this.run(SetRangeValuesMutation.id, {
        subUnitId,
        cellValue: { [at.row]: { [at.column]: replacement(cell) } },
      });
    });
  }

  drawMarks(sheetName: string): void {
    const sheet = this.sheetNamed(sheetName);
    if (!sheet) return;
    const place = { unitId: this.unitId, subUnitId: sheet.getSheetId() };
    this.asOurs(() => drawMarks(this.engine, place, this.looks.sheets.get(sheet.getName())));
  }

  private drawOverlay(sheetName: string): void {
    const sheet = this.sheetNamed(sheetName);
    if (!sheet) return;
    drawLists(
      this.engine,
      { unitId: this.unitId, subUnitId: sheet.getSheetId() },
      this.looks.sheets.get(sheet.getName()),
    );
    this.drawMarks(sheetName);
  }

  /** Adds a sheet, or shows the one of that name anew; the active sheet stays the active one. */
  showSheet(grid: Grid, index: number): void {
    const old = this.sheetsNamed(grid.name);
    const active = this.unit.getActiveSheet()?.getName() ?? grid.name;
    this.asOurs(() => {
      // The new one first: a workbook without any sheet cannot be.
      this.run(InsertSheetMutation.id, { index, sheet: sheetData(this.newSheetId(), grid, this.looks) });
      for (const sheet of old) this.drop(sheet);
      this.drawOverlay(grid.name);
      this.activate(active);
    });
  }

  removeSheet(sheetName: string, fallback: string): void {
    const sheet = this.sheetNamed(sheetName);
    if (!sheet) return;
    const active = this.unit.getActiveSheet()?.getName();
    this.asOurs(() => {
      this.drop(sheet);
      this.activate(active === sheetName || active === undefined ? fallback : active);
    });
  }

  private drop(sheet: Worksheet): void {
    this.run(RemoveSheetMutation.id, { subUnitId: sheet.getSheetId(), subUnitName: sheet.getName() });
  }

  activate(sheetName: string): void {
    const sheet = this.sheetNamed(sheetName);
    if (sheet) this.run(SetWorksheetActiveOperation.id, { subUnitId: sheet.getSheetId() });
  }

  /** Selects a cell and brings it into sight, some rows below the edge. */
  reveal({ sheet: name, row, column }: CellRef): void {
    this.activate(name);
    const sheet = this.engine.api.getActiveWorkbook()?.getSheetByName(name);
    if (!sheet || row >= sheet.getMaxRows() || column >= sheet.getMaxColumns()) return;
    sheet.getRange(row, column).activate();
    const seen = sheet.getVisibleRange();
    if (!seen || !isInside(seen, row, column)) sheet.scrollToCell(Math.max(0, row - 4), 0);
  }

  /** Ends typing in a cell as Enter would. */
  async endTyping(): Promise<void> {
    const book = this.engine.api.getActiveWorkbook();
    if (book?.isCellEditing()) await book.endEditingAsync(true);
  }

  /** Waits for formulas to follow the figures. */
  async calculated(): Promise<void> {
    await this.engine.api
      .getFormula()
      .onCalculationResultApplied(CALCULATION_LIMIT)
      .catch(() => undefined);
  }

  /** A click on a link of our sheets leads to its cell. */
  followLinks(): IDisposable {
    return this.engine.api.addEvent(this.engine.api.Event.CellClicked, ({ worksheet, row, column }) => {
      const links = this.looks.sheets.get(worksheet.getSheetName())?.links;
      const link = links?.find(({ at }) => at.row === row && at.column === column);
      if (link) this.reveal(link.to);
    });
  }

  close(): void {
    this.engine.api.disposeUnit(this.unitId);
  }
}

function isInside(range: IRange, row: number, column: number): boolean {
  return row >= range.startRow && row <= range.endRow && column >= range.startColumn && column <= range.endColumn;
}

/** Whether two cells hold the same: errors by their code. */
export function isSameCell(a: Cell, b: Cell): boolean {
  return isCellError(a) && isCellError(b) ? a.error === b.error : a === b;
}
