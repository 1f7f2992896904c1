// A workbook in its package: the parts that reading needs, decoded once, and one change at a time carried out.
import {
  type Change,
  type Grid,
  hashGrid,
  type MarksChange,
  type Outcome,
  ownSheetId,
  type Workbook,
} from '../core/index.ts';
import { FileError, type Package, partKey, refusing } from '../ooxml/index.ts';
import { applyCell } from './cells.ts';
import { applyMarks } from './marks.ts';
import { readPlainStrings } from './plainStrings.ts';
import { readSheet } from './read.ts';
import { applyResults, type FormulaResult } from './results.ts';
import type { SheetContext } from './sheetBuilder.ts';
import { type RichText, readSharedStrings } from './strings.ts';
import { isLegacyFont, readStyles } from './styles.ts';
import { findStylesPart } from './stylesPart.ts';
import { APPLIED, applyTable, FAILED, removeSheet } from './table.ts';
import { readWorkbookPart, type SheetEntry, type WorkbookPart } from './workbook.ts';

/** A package with its sheets read. Books do not change: a change is carried out on a copy. */
export interface Book {
  readonly pack: Package;
  readonly workbook: WorkbookPart;
  readonly strings: readonly RichText[];
  /** One for each sheet that has cells, by the key of its part. */
  readonly grids: ReadonlyMap<string, Grid>;
  /** The names of sheets that could not be read. */
  readonly damagedSheets: readonly string[];
}

/** Reads a package. Throws FileError when it is no workbook or a part of it cannot be read. */
export function readBook(pack: Package): Book {
  const workbook = readWorkbookPart(pack);
  prepareParts(pack, workbook);
  const strings = readStrings(pack, workbook);
  const grids = readGrids(pack, workbook, strings, new Map());
  const damaged = workbook.sheets.filter((sheet) => sheet.part !== null && pack.isDamaged(sheet.part));
  const sheets = damaged.length > 0 ? readWorkbookPart(pack) : workbook;
  return { pack, workbook: sheets, strings, grids, damagedSheets: damaged.map((sheet) => sheet.name) };
}

/** The parts that are always read. */
function prepareParts(pack: Package, workbook: WorkbookPart): void {
  const strings = pack.relationships(workbook.part).filter((relationship) => relationship.kind === 'sharedStrings');
  const sheets = workbook.sheets.flatMap((sheet) => sheet.part ?? []);
  pack.prepare([...strings.map((relationship) => relationship.target), ...sheets]);
}

function readStrings(pack: Package, workbook: WorkbookPart): readonly RichText[] {
  const shared = pack.relationships(workbook.part).find((relationship) => relationship.kind === 'sharedStrings');
  if (!shared || !pack.has(shared.target)) return [];
  const bytes = pack.unchangedBytes(shared.target);
  return (bytes && readPlainStrings(bytes)) ?? readSharedStrings(pack.text(shared.target));
}

function readGrids(
  pack: Package,
  workbook: WorkbookPart,
  strings: readonly RichText[],
  known: ReadonlyMap<string, Grid>,
): ReadonlyMap<string, Grid> {
  const stylesPart = findStylesPart(pack, workbook);
  const styles = readStyles(stylesPart && pack.text(stylesPart), workbook.date1904);
  const withFonts = styles.hasLegacyFont || strings.some((text) => isLegacyFont(text.font));
  const context: SheetContext = { strings, styles, date1904: workbook.date1904, withFonts };
  const grids = new Map<string, Grid>();
  workbook.sheets.forEach((sheet, i) => {
    if (sheet.part === null) return;
    const key = partKey(sheet.part);
    const grid = known.get(key) ?? readGrid(pack, sheet, i === workbook.activeTab, context);
    if (grid) grids.set(key, grid);
  });
  return grids;
}

/** A damaged sheet is passed over, so that the others can be read; but not the active one, which is most likely meant. */
function readGrid(pack: Package, sheet: SheetEntry, isActive: boolean, context: SheetContext): Grid | null {
  const grid = refusing(() => readSheet(pack, sheet, context));
  if (!('ok' in grid)) return grid;
  if (isActive || grid.code !== 'corrupt') throw new FileError(grid.code, grid.message);
  pack.setDamaged(sheet.part ?? '');
  return null;
}

/** What the book holds, as the core wants it. Sheets without cells (charts) are left out. */
export function toWorkbook(book: Book): Workbook {
  const sheets = book.workbook.sheets.flatMap((sheet) => gridOf(book, sheet) ?? []);
  const active = book.workbook.sheets[book.workbook.activeTab];
  const isGrid = active !== undefined && gridOf(book, active) !== undefined;
  const first = sheets.find((grid) => grid.visible) ?? sheets[0];
  return { sheets, active: isGrid ? active.name : (first?.name ?? '') };
}

function gridOf(book: Book, sheet: SheetEntry): Grid | undefined {
  return sheet.part === null ? undefined : book.grids.get(partKey(sheet.part));
}

/** Carries out one change; the book it gives is the old one when the change is refused. */
export function changeBook(book: Book, change: Change): { readonly book: Book; readonly outcome: Outcome } {
  const pack = book.pack.fork();
  const { outcome, touched } = carryOut({ ...book, pack }, change);
  if (!outcome.applied) return { book, outcome };
  const workbook = readWorkbookPart(pack);
  const kept = new Map([...book.grids].filter(([key]) => key !== touched));
  return {
    book: { ...book, pack, workbook, grids: readGrids(pack, workbook, book.strings, kept) },
    outcome,
  };
}

/** The book with other results of a sheet's formulas; the same book when there is no such sheet. */
export function withResults(book: Book, name: string, results: readonly FormulaResult[]): Book {
  const part = sheetNamed(book, name)?.part;
  if (!part) return book;
  const pack = book.pack.fork();
  applyResults(pack, part, results);
  const kept = new Map([...book.grids].filter(([key]) => key !== partKey(part)));
  return { ...book, pack, grids: readGrids(pack, book.workbook, book.strings, kept) };
}

interface Carried {
  readonly outcome: Outcome;
  /** The key of the sheet part whose cells are to be read again. */
  readonly touched: string | null;
}

const MISSING: Carried = { outcome: { applied: false, code: 'sheet-missing' }, touched: null };
const CHANGED: Carried = { outcome: { applied: false, code: 'changed' }, touched: null };

function carryOut(book: Book, change: Change): Carried {
  const { pack, workbook } = book;
  switch (change.kind) {
    case 'marks':
      return mark(book, change);
    case 'cell': {
      const sheet = sheetNamed(book, change.sheet);
      if (!sheet?.part) return MISSING;
      const current = gridOf(book, sheet)?.cells[change.at.row]?.[change.at.column] ?? null;
      return { outcome: applyCell(pack, workbook, sheet.part, change, current), touched: partKey(sheet.part) };
    }
    case 'table': {
      const index = change.id === null ? -1 : ownIndex(book, change.id);
      const sheet = workbook.sheets[index];
      const grid = sheet && gridOf(book, sheet);
      if ((grid ? hashGrid(grid) : null) !== change.expects) return CHANGED;
      const outcome = applyTable(pack, workbook, sheet ? index : null, change);
      return { outcome, touched: sheet?.part ? partKey(sheet.part) : null };
    }
    case 'remove': {
      const index = ownIndex(book, change.id);
      if (index < 0) return MISSING;
      const others = workbook.sheets.filter((sheet, i) => i !== index && isOurs(book, sheet));
      const part = workbook.sheets[index]?.part;
      return { outcome: removeSheet(pack, workbook, index, others.length === 0), touched: part ? partKey(part) : null };
    }
    default:
      return { outcome: change satisfies never, touched: null };
  }
}

function mark(book: Book, change: MarksChange): Carried {
  const sheet = sheetNamed(book, change.sheet);
  if (!sheet?.part) return MISSING;
  applyMarks(book.pack, book.workbook, sheet.part, change);
  return { outcome: APPLIED, touched: null };
}

/** Names of sheets compare without case, as spreadsheets do, but an exact match comes first. */
function sheetNamed(book: Book, name: string): SheetEntry | undefined {
  const { sheets } = book.workbook;
  return (
    sheets.find((sheet) => sheet.name === name) ??
    sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())
  );
}

function ownIndex(book: Book, id: string): number {
  return book.workbook.sheets.findIndex((sheet) => {
    const grid = gridOf(book, sheet);
    return grid !== undefined && ownSheetId(grid) === id;
  });
}

function isOurs(book: Book, sheet: SheetEntry): boolean {
  const grid = gridOf(book, sheet);
  return grid !== undefined && ownSheetId(grid) !== null;
}

/** Refused because a part is such that it cannot be patched. */
export const UNPATCHABLE: Outcome = FAILED;
