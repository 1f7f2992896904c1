// Excel as a spreadsheet host, over Office.js from ExcelApi 1.9 on.
import {
  a1,
  type CellChange,
  type CellRef,
  type Change,
  type MarksChange,
  type Outcome,
  planWrites,
  type ReadOptions,
  type SpreadsheetHost,
  type Workbook,
  type Write,
} from '../core/index.ts';
import { readState } from './bookState.ts';
import { carryOut } from './carryOut.ts';
import { reading, refusalOf } from './excelError.ts';
import { withLegacyFonts } from './legacyFonts.ts';
import { readSheets } from './readSheets.ts';
import { rollBack } from './rollBack.ts';
import { listSheets, type Walk } from './sheetList.ts';
import { watchEdits } from './watchEdits.ts';

/** A cell whose number format a fix had to change, so that its undo can give it back. */
interface ChangedFormat {
  readonly before: string;
  readonly change: CellChange;
}

/** What the host remembers: its own writing, to take it back exactly, and what this Excel cannot do. */
interface Memory {
  readonly formats: Map<string, ChangedFormat>;
  readonly marks: Map<string | null, MarksChange['cells']>;
  readonly walk: Walk;
}

/** The workbook the add-in stands beside. */
export function excelHost(): SpreadsheetHost {
  const memory: Memory = { formats: new Map(), marks: new Map(), walk: { isPossible: true } };
  return {
    name: 'Excel',
    readWorkbook: (options) => reading(() => readWorkbook(memory.walk, options)),
    apply: (changes) => apply(changes, memory),
    reveal: (at) => reading(() => reveal(at)),
    watch: watchEdits,
  };
}

/** In two round trips up to 20,000 used cells and 24 sheets; sheets typed for the old fonts take one more. */
function readWorkbook(walk: Walk, options: ReadOptions = {}): Promise<Workbook> {
  return Excel.run(async (context) => {
    const { heads, active } = await listSheets(context, walk);
    const grids = await readSheets(context, heads, options);
    return { sheets: await withLegacyFonts(context, heads, grids), active };
  });
}

/** Three round trips: the sheets, what the batch depends on, the writing. Refused whole with nothing written. */
async function apply(changes: readonly Change[], memory: Memory): Promise<Outcome> {
  if (changes.length === 0) return { applied: true };
  try {
    return await Excel.run((context) => applyIn(context, changes, memory));
  } catch (error) {
    return { applied: false, code: refusalOf(error) };
  }
}

async function applyIn(context: Excel.RequestContext, changes: readonly Change[], memory: Memory): Promise<Outcome> {
  const state = await readState(context, changes, memory.walk);
  const plan = planWrites(state, changes, (sheetId, change) => formerFormat(memory, sheetId, change));
  if (!plan.ok) return plan.at ? { applied: false, code: plan.code, at: plan.at } : { applied: false, code: plan.code };
  try {
    await carryOut(context, plan.writes, state);
  } catch (error) {
    const sheets = await rollBack(state, plan.writes, memory.marks, error);
    if (sheets.length > 0) return { applied: false, code: 'interrupted', sheets };
    throw error;
  }
  for (const write of plan.writes) remember(memory, write);
  return { applied: true };
}

function formatKey(sheetId: string | null, change: CellChange): string {
  return `${sheetId} ${a1(change.at)}`;
}

/** The number format to give back when the change is the undo of one that had to set another. */
function formerFormat(memory: Memory, sheetId: string | null, undo: CellChange): string | null {
  const known = memory.formats.get(formatKey(sheetId, undo));
  const isUndo = known && isSame(known.change.to, undo.from) && isSame(known.change.from, undo.to);
  return isUndo ? known.before : null;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function remember({ formats, marks }: Memory, write: Write<string>): void {
  if (write.kind === 'marks') marks.set(write.target.id, write.cells);
  if (write.kind !== 'cell' || write.format === null) return;
  const key = formatKey(write.target.id, write.change);
  if (write.format === 'General') formats.set(key, { before: write.before.format, change: write.change });
  else formats.delete(key);
}

function reveal(at: CellRef): Promise<void> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(at.sheet);
    sheet.activate();
    sheet.getCell(at.row, at.column).select();
    await context.sync();
  });
}
