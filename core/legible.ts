// A sheet's texts made legible: what was typed for a TCVN3 or VNI font is decoded, and it is said which cells were.
import { type Address, type Grid, textAt } from './grid.ts';
import { decodeLegacy, detectLegacy, type LegacyEncoding } from './legacyFont.ts';
import { remember } from './remember.ts';

export interface Legible {
  /** The cell's text: as typed when it is text, as displayed otherwise. */
  readonly text: (row: number, column: number) => string;
  readonly legacy: readonly { readonly at: Address; readonly encoding: LegacyEncoding }[];
}

/** Latin-1 letters and signs that legacy text is made of; proper Vietnamese text mostly has letters beyond them. */
const SUSPICIOUS = /[\u00A1-\u00FF]/;
const UNICODE_ONLY =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]|[\u0300-\u036F]/;
/** From so many recognised cells on, the short ones that prove nothing by themselves are taken for the same. */
const ENOUGH = 3;

/** May be legacy text: worth a closer look. */
export function isSuspicious(text: string): boolean {
  return SUSPICIOUS.test(text) && !UNICODE_ONLY.test(text);
}

/** A sheet without any legacy text. */
export function asTyped(grid: Grid): Legible {
  return { text: (row, column) => typed(grid, row, column), legacy: [] };
}

export function makeLegible(grid: Grid): Legible {
  const suspicious: Address[] = [];
  grid.cells.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (typeof cell === 'string' && isSuspicious(cell)) suspicious.push({ row, column });
    });
  });
  const legacy = suspicious.length === 0 ? [] : recognise(grid, suspicious);
  if (legacy.length === 0) return asTyped(grid);
  const encodings = new Map(legacy.map(({ at, encoding }) => [`${at.row},${at.column}`, encoding]));
  const text = (row: number, column: number) => {
    const raw = typed(grid, row, column);
    const encoding = encodings.get(`${row},${column}`);
    return encoding ? decodeLegacy(raw, encoding, grid.fonts?.[row]?.[column]) : raw;
  };
  return { text, legacy };
}

/** A sheet typed all through for one old font need not be recognised cell by cell to its end. */
const ASKED_AT_MOST = 2000;

function recognise(grid: Grid, suspicious: readonly Address[]): Legible['legacy'] {
  const found = suspicious.slice(0, ASKED_AT_MOST).map((at) => ({ at, encoding: encodingOf(grid, at) }));
  const sure = found.filter((cell): cell is { at: Address; encoding: LegacyEncoding } => cell.encoding !== null);
  const first = sure[0];
  if (sure.length < ENOUGH || !first || sure.some((cell) => cell.encoding !== first.encoding)) return sure;
  return suspicious.map((at) => ({ at, encoding: first.encoding }));
}

/** Without a font the text alone decides, and the same texts come back. */
const detectByText = remember((text: string) => detectLegacy(text));

function encodingOf(grid: Grid, at: Address): LegacyEncoding | null {
  const text = typed(grid, at.row, at.column);
  const font = grid.fonts?.[at.row]?.[at.column];
  return font ? detectLegacy(text, font) : detectByText(text);
}

function typed(grid: Grid, row: number, column: number): string {
  const cell = grid.cells[row]?.[column] ?? null;
  return typeof cell === 'string' ? cell : textAt(grid, row, column);
}
