// The figures a reason is bound to: what a finding's cells held when it was given, and what has become of them.
import * as z from 'zod/mini';
import { cellWords } from './cellWords.ts';
import type { Finding, FindingCell } from './finding.ts';
import { isKey } from './form.ts';
import { type Cell, cellAt, columnName, hashText, isCellError, parseA1, type Workbook } from './grid.ts';
import { INPUTS } from './inputs.ts';
import type { Layout } from './locate.ts';
import { lazily } from './remember.ts';
import { tidy } from './vietnamese.ts';

/** What a cell held: the number the rules use; the text, where they could use none; null for a blank. */
type BoundValue = number | string | null;

/** By the name of the cell: a row's key, an input's key, else its place. Rows may move; what they hold counts. */
export type BoundFigures = ReadonlyMap<string, BoundFigure>;

interface BoundFigure {
  readonly value: BoundValue;
  readonly cell: FindingCell;
}

/** What was stored with a reason, by the names of `BoundFigures`. */
export type StoredFigures = Readonly<Record<string, BoundValue>>;

const stored = lazily(() =>
  z.object({
    v: z.literal(1),
    of: z.array(z.string()),
    figures: z.record(z.string(), z.nullable(z.union([z.number(), z.string()]))),
  }),
);

/** A cell holds at most 32,767 characters. Figures that would take more are not kept: the reason then stays unbound. */
const LONGEST_CELL = 32_000;
const LONGEST_TEXT = 80;
const MOST_KEPT = 20;

/** The figures of a finding as they stand now. Inputs count where they are typed: one typed later was not there. */
export function boundFigures(finding: Finding, layout: Layout, workbook: Workbook): BoundFigures {
  const figures = new Map<string, BoundFigure>();
  for (const cell of finding.cells) {
    const value = cell.value ?? textOf(rawCell(cell, layout, workbook));
    const name = nameOf(cell, layout);
    figures.set(figures.has(name) ? `${name} ${figures.size}` : name, { value, cell });
  }
  return figures;
}

function rawCell(cell: FindingCell, layout: Layout, workbook: Workbook): Cell {
  if (cell.file !== undefined) return null;
  const at = parseA1(cell.address);
  const grid = workbook.sheets.find(({ name }) => name === (cell.sheet ?? layout.sheet));
  return grid && at ? cellAt(grid, at.row, at.column) : null;
}

/** A long text is told apart by its fingerprint. */
function textOf(cell: Cell): string | null {
  const text = cell === null ? '' : tidy(isCellError(cell) ? cell.error : String(cell));
  if (text.length > LONGEST_TEXT) return `${text.slice(0, LONGEST_TEXT)}… ${hashText(text)}`;
  return text === '' ? null : text;
}

/** Rows elsewhere are an earlier period's: whatever its sheet or file is called, they stay the same figures. */
const EARLIER = '(kỳ trước)';

/** A row's label or code is told apart from its figure by the column; a row may move and stay what it is. */
function nameOf({ key, address, sheet, file }: FindingCell, layout: Layout): string {
  const at = parseA1(address);
  if (key !== null && (file !== undefined || (sheet !== undefined && isKey(key)))) return `${key} ${EARLIER}`;
  if (key === null || !at) return sheet === undefined ? address : `${sheet}!${address}`;
  if (!isKey(key) || at.column === layout.columns.value) return key;
  return `${key} ${columnName(at.column)}`;
}

/** A figure that is no longer what it was. */
export interface ChangedFigure {
  /** Where it stands; its name, where the finding no longer speaks of it. */
  readonly place: string;
  readonly before: BoundValue;
  readonly now: BoundValue;
}

export function changesSince(stored: StoredFigures, now: BoundFigures): readonly ChangedFigure[] {
  return Object.entries(stored).flatMap(([name, before]) => {
    const figure = now.get(name);
    const value = figure?.value ?? null;
    if (value === before) return [];
    const at = figure?.cell;
    const label = INPUTS.find(({ key }) => key === name)?.label ?? name;
    const place = at ? cellWords(at) : label;
    return [{ place, before, now: value }];
  });
}

/** What is stored beside a reason. */
export interface Stored {
  /** What its figures were; null where nothing was stored, where it was lost or tampered with, and for other words. */
  readonly figures: StoredFigures | null;
  /** Fingerprints of its words, and of what it said before: a note that repeats them is no reason of its own. */
  readonly said: readonly string[];
}

export const NOTHING_STORED: Stored = { figures: null, said: [] };

/** Told apart without the full stop that one writes and another does not. */
export function reasonHash(reason: string): string {
  return hashText(reason.replace(/[\s.;,]+$/, ''));
}

export function writeStored(reason: string, figures: BoundFigures, before: Stored): string | null {
  const values = Object.fromEntries([...figures].map(([name, { value }]) => [name, value]));
  const now = reasonHash(reason);
  const of = [...before.said.filter((hash) => hash !== now).slice(-MOST_KEPT), now];
  const text = JSON.stringify({ v: 1, of, figures: values });
  return text.length > LONGEST_CELL ? null : text;
}

export function readStored(cell: Cell, reason: string): Stored {
  const read = stored().safeParse(parseJson(cell));
  if (!read.success) return NOTHING_STORED;
  const { of, figures } = read.data;
  return { figures: of.at(-1) === reasonHash(reason) ? figures : null, said: of };
}

function parseJson(cell: Cell): unknown {
  if (typeof cell !== 'string') return null;
  try {
    return JSON.parse(cell);
  } catch {
    return null;
  }
}
