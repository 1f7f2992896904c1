// Carries what was typed in the grid over to the file, so that the two always hold the same.
import { type Address, a1, type CellChange, cellAt, type Grid, type Workbook } from '../core/index.ts';
import type { FormulaResult, WorkbookFile } from '../xlsx/index.ts';
import { cellOf } from './cellData.ts';
import { isSameCell, type View } from './view.ts';
import { WORDS } from './words.ts';

/** Who is told what happens to an open file. */
export interface BookListener {
  /** One sentence, whenever something the user wants cannot be done. */
  readonly tell: (sentence: string) => void;
  /** The file was changed or saved. */
  readonly changed: () => void;
}

/** Cells that were edited and not yet written to the file. */
export class Edits {
  private readonly view: View;
  private readonly file: WorkbookFile;
  private readonly told: BookListener;
  private readonly watchers = new Set<() => void>();
  private waiting = new Map<string, { readonly sheetId: string; readonly at: Address }>();
  private recalculating = false;
  private changed = false;

  constructor(view: View, file: WorkbookFile, told: BookListener) {
    this.view = view;
    this.file = file;
    this.told = told;
  }

  note(sheetId: string, at: Address): void {
    this.waiting.set(`${sheetId} ${at.row} ${at.column}`, { sheetId, at });
  }

  /** Writes all that waits; what the file refuses becomes again what it was, and is told. */
  settle(): void {
    if (this.waiting.size === 0) return;
    const sheets = new Map(this.file.readWorkbook().sheets.map((grid) => [grid.name, grid]));
    const changes = [...this.waiting.values()].flatMap(({ sheetId, at }) => this.changeOf(sheetId, at, sheets));
    this.waiting = new Map();
    if (changes.length === 0) return;
    if (!this.file.apply(changes).applied) for (const change of changes) this.settleOne(change);
    this.setChanged();
    for (const changed of this.watchers) changed();
  }

  private changeOf(sheetId: string, at: Address, sheets: ReadonlyMap<string, Grid>): CellChange[] {
    const sheet = this.view.nameOf(sheetId);
    const grid = sheet === null ? undefined : sheets.get(sheet);
    if (sheet === null || !grid || grid.formulas[at.row]?.[at.column]) return [];
    const from = cellAt(grid, at.row, at.column);
    const to = cellOf(this.view.dataAt(sheetId, at));
    return isSameCell(from, to) ? [] : [{ kind: 'cell', sheet, at, from, to }];
  }

  private settleOne(change: CellChange): void {
    if (this.file.apply([change]).applied) return;
    this.view.setCell(change.sheet, change.at, change.from);
    this.told.tell(WORDS.cannotWrite(a1(change.at)));
  }

  /** Notes that the file was changed; formulas follow shortly. */
  setChanged(): void {
    this.changed = true;
    this.recalculating = true;
    this.told.changed();
  }

  setSaved(): void {
    this.changed = false;
    this.told.changed();
  }

  /** Whether the file differs from what was last opened or saved. */
  get isChanged(): boolean {
    return this.changed;
  }

  /** Waits until formulas have followed the last change. */
  async calculated(): Promise<void> {
    if (!this.recalculating) return;
    this.recalculating = false;
    const hasFormulas = this.file.readWorkbook().sheets.some((grid) => grid.formulas.some((row) => row.length > 0));
    if (hasFormulas) await this.view.calculated();
  }

  /** Has the file store what formulas give now, where that is another thing than before. */
  storeResults(shown: Workbook): void {
    if (!this.changed) return;
    const stored = new Map(this.file.readWorkbook().sheets.map((grid) => [grid.name, grid]));
    for (const grid of shown.sheets) {
      const results = newResults(grid, stored.get(grid.name));
      if (results.length > 0) this.file.setResults(grid.name, results);
    }
  }

  /** Calls `changed` after each edit of the user's, until the returned function is called. */
  watch(changed: () => void): () => void {
    this.watchers.add(changed);
    return () => this.watchers.delete(changed);
  }
}

function newResults(shown: Grid, stored: Grid | undefined): readonly FormulaResult[] {
  return shown.formulas.flatMap((row, r) =>
    row.flatMap((formula, c): FormulaResult[] => {
      const value = cellAt(shown, r, c);
      if (formula === null || !stored || isSameCell(value, cellAt(stored, r, c))) return [];
      return [{ at: { row: r, column: c }, value }];
    }),
  );
}
