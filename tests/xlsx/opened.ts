// Opening files in tests, where a refusal is a failure of the test.

import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import type { Change, Grid } from '../../core/index.ts';
import { openWorkbook, type WorkbookFile } from '../../xlsx/index.ts';

export function opened(bytes: Uint8Array): WorkbookFile {
  const result = openWorkbook(bytes);
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
  return result.file;
}

/** The first sheet of a file. */
export function firstSheet(bytes: Uint8Array): Grid {
  const [sheet] = opened(bytes).readWorkbook().sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

/** The file with changes applied, which must not be refused. */
export function changed(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  const file = opened(bytes);
  expect(file.apply(changes)).toEqual({ applied: true });
  return file.save();
}

/** All parts of a package, by name; a character a byte, so that differences can be read. */
export function unpacked(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part, true)]));
}

/** A part's text, in UTF-8. */
export function partText(bytes: Uint8Array, name: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(unzipSync(bytes)[name]);
}
