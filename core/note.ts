// Reasons in the annex's own column "Ghi chú": read after "Giải trình:", and written there without losing what stands there.
import { type Address, type CellRef, cellAt, type Grid, isBlank, textAt } from './grid.ts';
import type { Layout } from './locate.ts';
import type { Key } from './templates/index.ts';
import { tidy } from './vietnamese.ts';

/** A reason in a row's note. It names no rule. */
export interface NoteReason {
  readonly key: Key;
  readonly text: string;
  readonly at: CellRef;
}

/** "Giải trình:", with or without marks; a note may hold several. */
const LEAD = /gi[ảa]i\s+tr[ìi]nh\s*[:：]/giu;

/** The reasons in the notes of all rows. */
export function readNotes(grid: Grid, layout: Layout): readonly NoteReason[] {
  const column = layout.columns.note;
  if (column === null) return [];
  const notes: NoteReason[] = [];
  for (const { key, rows } of layout.rows.values()) {
    for (const row of rows) {
      if (typeof cellAt(grid, row, column) !== 'string') continue;
      const at = { sheet: layout.sheet, row, column };
      for (const text of reasonsIn(layout.legible.text(row, column))) notes.push({ key, text, at });
    }
  }
  return notes;
}

function reasonsIn(text: string): readonly string[] {
  // Nearly all notes say nothing of the kind.
  if (!/[:：]/.test(text)) return [];
  const [, ...reasons] = text.normalize('NFC').split(LEAD);
  return reasons.map(tidy).filter((reason) => reason !== '');
}

/** Where a row's note stands; null without such a column, and where a formula writes the note. */
export function noteAddress(grid: Grid, layout: Layout, key: Key): Address | null {
  const row = layout.rows.get(key);
  const column = layout.columns.note;
  if (!row || column === null || grid.formulas[row.valueRow]?.[column]) return null;
  return { row: row.valueRow, column };
}

/** The note with the reason in it, in place of the one it had for the same finding; a line of its own beside others. */
export function withReason(grid: Grid, at: Address, before: string | null, reason: string): string {
  const cell = cellAt(grid, at.row, at.column);
  const text = typeof cell === 'string' ? cell.normalize('NFC') : textAt(grid, at.row, at.column);
  const known = reasonsIn(text);
  if (known.includes(reason)) return text;
  const line = `Giải trình: ${reason}`;
  if (isBlank(cell)) return line;
  if (before === null || !known.includes(before)) return `${text}\n${line}`;
  const [head = ''] = text.split(LEAD);
  const lines = known.map((one) => `Giải trình: ${one === before ? reason : one}`);
  return [head.trim(), ...lines].filter((part) => part !== '').join('\n');
}
