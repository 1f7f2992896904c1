// Opening files in tests, where a refusal is a failure of the test.

import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import type { Change, Grid } from '../../core/index.ts';
import { readArchive } from '../../ooxml/index.ts';
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

/** Parts that marks and our sheets may touch. */
export const TOUCHED = /content_types|workbook[^/]*\.xml|styles[^/]*\.xml|worksheets[/\\][^/\\]*\.xml$/i;

/** Parts of a package that another has changed, lost or added, but for those of these names. */
export function different(before: Uint8Array, after: Uint8Array, except: RegExp): string[] {
  const now = new Map(readArchive(after).entries.map((entry) => [entry.name, entry]));
  const changed = readArchive(before).entries.filter((entry) => {
    const other = now.get(entry.name);
    return !except.test(entry.name) && (other?.crc !== entry.crc || other.size !== entry.size);
  });
  const names = new Set(readArchive(before).entries.map((entry) => entry.name));
  const added = [...now.keys()].filter((name) => !names.has(name) && !except.test(name));
  return [...changed.map((entry) => `${entry.name} changed`), ...added.map((name) => `${name} left over`)];
}
