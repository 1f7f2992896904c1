// Rectangles of cells, and their names.
import { columnName } from '../../core/index.ts';

/** A rectangle of cells, counted from 0, both corners included. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** "B2:C5" of a box. */
export function boxName({ top, left, bottom, right }: Box): string {
  const from = `${columnName(left)}${top + 1}`;
  const to = `${columnName(right)}${bottom + 1}`;
  return from === to ? from : `${from}:${to}`;
}

/** Reads "B2" or "B2:C5". */
export function parseBox(address: string): Box {
  const match = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/i.exec(address);
  if (!match?.[1] || !match[2]) throw new Error('Range not found');
  const [, left, top, right = left, bottom = top] = match;
  return { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) };
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    outer.top <= inner.top && inner.bottom <= outer.bottom && outer.left <= inner.left && inner.right <= outer.right
  );
}
