// The sheet "Phiếu kiểm tra số liệu" as it stands: the reasons given on it, and the fingerprint of what was checked.
import { readStored, type Stored } from './bound.ts';
import {
  type Cell,
  type CellRef,
  CHECK_SHEET_ID,
  cellAt,
  type Grid,
  hashText,
  isBlank,
  ownSheetId,
  textAt,
  type Workbook,
} from './grid.ts';
import type { Report } from './report.ts';
import { tidy } from './vietnamese.ts';

/** STT · Mức độ · Mục · Ô · Nội dung · Cần làm · Căn cứ · Giải trình · hidden: the finding's id, the figures explained. */
export const CHECK_COLUMNS = { severity: 1, reason: 7, id: 8, figures: 9 } as const;

/** A reason in the column "Giải trình". */
export interface SheetReason {
  readonly id: string;
  /** As typed, and tidied. */
  readonly cell: Cell;
  readonly text: string;
  readonly at: CellRef;
  /** Without figures: typed by hand since the sheet was written. */
  readonly stored: Stored;
  /** As it stands in its cell. */
  readonly storedCell: Cell;
}

export interface CheckSheet {
  readonly reasons: ReadonlyMap<string, SheetReason>;
  /** The annex's sheet it was written for, as it was named then; "" when that was taken out. */
  readonly annex: string;
  /** Of the figures that were checked; "" when it was taken out. */
  readonly fingerprint: string;
}

/** Null when the workbook has no such sheet. */
export function readCheckSheet(workbook: Workbook): CheckSheet | null {
  const grid = workbook.sheets.find((sheet) => ownSheetId(sheet) === CHECK_SHEET_ID);
  if (!grid) return null;
  const reasons = new Map<string, SheetReason>();
  grid.cells.forEach((_cells, row) => {
    const reason = reasonIn(grid, row);
    if (reason) reasons.set(reason.id, reason);
  });
  return { reasons, annex: printed(grid, ANNEX), fingerprint: printed(grid, FINGERPRINT) };
}

function reasonIn(grid: Grid, row: number): SheetReason | null {
  const id = cellAt(grid, row, CHECK_COLUMNS.id);
  const cell = cellAt(grid, row, CHECK_COLUMNS.reason);
  if (typeof id !== 'string' || isBlank(cell)) return null;
  const text = tidy(typeof cell === 'string' ? cell : textAt(grid, row, CHECK_COLUMNS.reason));
  const storedCell = cellAt(grid, row, CHECK_COLUMNS.figures);
  const at = { sheet: grid.name, row, column: CHECK_COLUMNS.reason };
  return { id, cell, text, at, stored: readStored(storedCell, text), storedCell };
}

/** "Trang tính “Phụ lục 01b”." */
export function annexWords(sheet: string): string {
  return `Trang tính “${sheet}”.`;
}

const FINGERPRINT_WORDS = 'mã đối chiếu số liệu';

/** "mã đối chiếu số liệu 0123456789abcdef": read by people too, on paper and in another host. */
export function fingerprintWords(report: Report): string {
  return `${FINGERPRINT_WORDS} ${figuresFingerprint(report)}`;
}

const ANNEX = /Trang tính “(.*)”\.$/;
const FINGERPRINT = new RegExp(`${FINGERPRINT_WORDS} ([0-9a-f]{16})`);
const HEAD_ROWS = 6;

/** What the sheet's head says in words. */
function printed(grid: Grid, words: RegExp): string {
  for (const [cell] of grid.cells.slice(0, HEAD_ROWS)) {
    const [, found] = (typeof cell === 'string' ? words.exec(cell) : null) ?? [];
    if (found !== undefined) return found;
  }
  return '';
}

/** Sixteen hex digits over every figure as it stands in its cell: another figure, another fingerprint. */
export function figuresFingerprint(report: Report): string {
  return hashText([...report.values()].map((figure) => `${figure.key}=${JSON.stringify(figure.cell)}`).join('\n'));
}
