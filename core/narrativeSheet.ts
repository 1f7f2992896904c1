// The sheet "Lời văn báo cáo" as it stands: what was generated, what the official made of it, what they added.
import * as z from 'zod/mini';
import {
  type Cell,
  cellAt,
  type Grid,
  isBlank,
  NARRATIVE_SHEET_ID,
  ownSheetId,
  textAt,
  type Workbook,
} from './grid.ts';
import { OUTLINE } from './narrative/index.ts';
import type { Paragraph } from './narrative.ts';
import type { BasePart } from './regenerate.ts';
import { lazily } from './remember.ts';
import { tidy } from './vietnamese.ts';

export const NARRATIVE_HEADING_ROWS = 3;

/** Columns: Mã đoạn · Lời văn · Ô lấy số · Trạng thái · hidden: the generated base · hidden: the paragraph's id. */
export const NARRATIVE_COLUMNS = { code: 0, text: 1, cells: 2, state: 3, base: 4, id: 5 } as const;

/** What was generated for a paragraph when the sheet was last written. */
export interface Base {
  readonly variant: string;
  readonly parts: readonly BasePart[];
  readonly figures: Paragraph['figures'];
}

/** A row of the sheet below its heading. */
export interface SheetRow {
  readonly row: number;
  /** The paragraph it is; null for a row that the official added. */
  readonly id: string | null;
  readonly code: Cell;
  /** As the official left it; "" when they emptied it. */
  readonly text: string;
  readonly cells: string;
  readonly state: string;
  /** Null where it was lost or tampered with: then the text counts as the official's own. */
  readonly base: Base | null;
}

export interface NarrativeSheet {
  readonly grid: Grid;
  readonly rows: readonly SheetRow[];
  /** Ids of all paragraphs that were ever written here: one that is gone was taken out by the official. */
  readonly issued: ReadonlySet<string>;
}

/** Numbers and texts that came from a cell: whatever else stands there is not ours. */
const stored = lazily(() => {
  const part = z.union([z.string(), z.tuple([z.string(), z.nullable(z.number()), z.string()])]);
  return {
    base: z.object({
      v: z.literal(1),
      variant: z.string(),
      parts: z.array(part),
      figures: z.record(z.string(), z.nullable(z.number())),
    }),
    issued: z.object({ v: z.literal(1), issued: z.array(z.string()) }),
  };
});

const IDS = new Set(OUTLINE.map((item) => item.id));

/** Null when the workbook has no such sheet. */
export function readNarrativeSheet(workbook: Workbook): NarrativeSheet | null {
  const grid = workbook.sheets.find((sheet) => ownSheetId(sheet) === NARRATIVE_SHEET_ID);
  if (!grid) return null;
  const rows = grid.cells.flatMap((_cells, row) => (row < NARRATIVE_HEADING_ROWS ? [] : (sheetRow(grid, row) ?? [])));
  const list = stored().issued.safeParse(parse(cellAt(grid, NARRATIVE_HEADING_ROWS - 1, NARRATIVE_COLUMNS.base)));
  const present = rows.flatMap((row) => row.id ?? []);
  return { grid, rows: onceEach(rows), issued: new Set([...(list.success ? list.data.issued : []), ...present]) };
}

function sheetRow(grid: Grid, row: number): SheetRow | null {
  const at = (column: number) => cellAt(grid, row, column);
  const shown = (column: number) => {
    const cell = at(column);
    return isBlank(cell) ? '' : typeof cell === 'string' ? cell.trim() : textAt(grid, row, column);
  };
  const kept = at(NARRATIVE_COLUMNS.id);
  const code = shown(NARRATIVE_COLUMNS.code);
  const id = [kept, code].find((one) => typeof one === 'string' && IDS.has(one));
  const text = shown(NARRATIVE_COLUMNS.text);
  if (id === undefined && text === '' && code === '') return null;
  return {
    row,
    id: typeof id === 'string' ? id : null,
    code: at(NARRATIVE_COLUMNS.code),
    text,
    cells: shown(NARRATIVE_COLUMNS.cells),
    state: tidy(shown(NARRATIVE_COLUMNS.state)),
    base: readBase(at(NARRATIVE_COLUMNS.base)),
  };
}

/** A paragraph copied to a second row is the official's own there. */
function onceEach(rows: readonly SheetRow[]): readonly SheetRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    if (row.id === null || !seen.has(row.id)) {
      if (row.id !== null) seen.add(row.id);
      return row;
    }
    return { ...row, id: null, base: null };
  });
}

function readBase(cell: Cell): Base | null {
  const read = stored().base.safeParse(parse(cell));
  if (!read.success) return null;
  const parts = read.data.parts.map((part): BasePart => {
    return typeof part === 'string' ? part : { source: part[0], value: part[1], text: part[2] };
  });
  return { variant: read.data.variant, parts, figures: read.data.figures };
}

function parse(cell: Cell): unknown {
  if (typeof cell !== 'string') return null;
  try {
    return JSON.parse(cell);
  } catch {
    return null;
  }
}

/** A cell holds at most 32,767 characters. A base that would be longer is not kept: the text then counts as edited. */
const LONGEST_CELL = 32_000;

export function writeBase({ variant, parts, figures }: Base): string | null {
  const short = parts.map((part) => (typeof part === 'string' ? part : [part.source, part.value, part.text]));
  const text = JSON.stringify({ v: 1, variant, parts: short, figures });
  return text.length > LONGEST_CELL ? null : text;
}

export function writeIssued(ids: ReadonlySet<string>): string {
  return JSON.stringify({ v: 1, issued: [...ids] });
}
