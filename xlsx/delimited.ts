// Reads .csv and .tsv files as a workbook of one sheet.
import type { Cell, Workbook } from '../core/index.ts';
import { corrupt, decodeText, type FileFailure, refusing, tooLarge } from '../ooxml/index.ts';
import { refuseForeignBytes } from './recognize.ts';
import { MAX_PLACES } from './sheetBuilder.ts';

export type DelimitedResult = { readonly ok: true; readonly workbook: Workbook } | FileFailure;

const SEPARATORS = ['\t', ';', ','] as const;
/** Texts that programs write for whole numbers. All else stays text, so that "04" keeps its nought. */
const WHOLE_NUMBER = /^(0|[1-9]\d*)$/;

/**
 * Reads delimited text: UTF-8 with or without a byte order mark, UTF-16; separated by tab, ";" or ",". Fields that
 * are whole numbers become numbers, empty ones blanks, all others stay text. `name` becomes the sheet's name.
 */
export function readDelimited(bytes: Uint8Array, name: string): DelimitedResult {
  return refusing((): DelimitedResult => {
    const rows = parseRows(decodeDelimited(bytes));
    const cells = rows.map((row) => row.map(cellOf));
    const sheet = { name, visible: true, untyped: true, cells, texts: rows, formulas: rows.map(() => []) };
    return { ok: true, workbook: { sheets: [sheet], active: name } };
  });
}

function decodeDelimited(bytes: Uint8Array): string {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3;
  // A workbook under a wrong name is refused with the advice for what it is.
  if (isArchive || bytes[0] === 0xd0) refuseForeignBytes(isArchive ? bytes.subarray(2) : bytes);
  const text = bytes.length === 0 ? '' : decodeText(withMark(bytes)).text;
  if (text.includes('\0')) throw corrupt('không phải là tệp văn bản');
  return text;
}

/** UTF-16 without a byte order mark shows itself by the zeros of its digits and separators. */
function withMark(bytes: Uint8Array): Uint8Array {
  if (bytes.length < 4 || bytes.length % 2 !== 0 || bytes[0] === 0xff || bytes[0] === 0xfe) return bytes;
  const head = bytes.subarray(0, 512);
  const zeros = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < head.length / 8 || Math.min(even, odd) > 0) return bytes;
  const marked = new Uint8Array(bytes.length + 2);
  marked.set(odd > even ? [0xff, 0xfe] : [0xfe, 0xff]);
  marked.set(bytes, 2);
  return marked;
}

/** The separator that stands most often outside quotes in the first lines; the first of equals. */
function findSeparator(text: string): string {
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '');
  const counts = SEPARATORS.map((separator) => head.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function parseRows(text: string): string[][] {
  const separator = findSeparator(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let places = 0;
  let at = 0;
  while (at < text.length) {
    const field = text[at] === '"' ? quotedField(text, at, separator) : plainField(text, at, separator);
    row.push(field.text);
    if (++places > MAX_PLACES) throw tooLarge('quá nhiều ô');
    at = field.end;
    if (text[at] === separator) {
      at++;
      // A separator at the very end leaves one more, empty field.
      if (at === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
  }
  return row.length > 0 ? [...rows, row] : rows;
}

interface Field {
  readonly text: string;
  readonly end: number;
}

function plainField(text: string, from: number, separator: string): Field {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  return { text: text.slice(from, end), end };
}

/** A quoted field; what stands between its closing quote and the separator belongs to it, as spreadsheets read it. */
function quotedField(text: string, from: number, separator: string): Field {
  let end = text.indexOf('"', from + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  const quoted = text.slice(from + 1, end < 0 ? text.length : end).replace(/""/g, '"');
  if (end < 0) return { text: quoted, end: text.length };
  const rest = plainField(text, end + 1, separator);
  return { text: quoted + rest.text, end: rest.end };
}

function cellOf(text: string): Cell {
  if (text === '') return null;
  return WHOLE_NUMBER.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : text;
}
