// A value as Google Sheets gives it, as the core wants it: blanks are null, dates serial numbers, errors known by their code.
import type { Cell } from '../core/index.ts';

/** The date as the spreadsheet shows it: "2024-06-04T10:42:00". */
export type ReadDate = (date: GoogleAppsScript.Base.Date) => string;

/** Google hands an error out as its text. */
const ERRORS = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|ERROR!)$/;
const DAY = 86_400_000;
/** 1 January 1970 as a serial number. */
const EPOCH = 25_569;

export function rawCell(raw: unknown, readDate: ReadDate): Cell {
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
  if (isDate(raw)) return serialOf(readDate(raw));
  if (typeof raw !== 'string' || raw === '') return null;
  return ERRORS.test(raw) ? { error: raw } : raw;
}

/** Values may come from another realm of the runtime, where `instanceof` fails. */
function isDate(raw: unknown): raw is GoogleAppsScript.Base.Date {
  return Object.prototype.toString.call(raw) === '[object Date]';
}

function serialOf(shown: string): Cell {
  const match = /^(\d+)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/.exec(shown);
  if (!match) return null;
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day) / DAY + EPOCH + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}
