// A cell as the core knows it ↔ a cell as Univer holds it.
import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import { type Cell, isCellError } from '../core/index.ts';

const ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/;

/** The value fields of a cell. Univer keeps no errors apart from texts: a text that reads like one is marked as text. */
export function valueData(cell: Cell): ICellData {
  if (cell === null) return {};
  if (typeof cell === 'number') return { v: cell, t: CellValueType.NUMBER };
  if (typeof cell === 'boolean') return { v: cell ? 1 : 0, t: CellValueType.BOOLEAN };
  if (isCellError(cell)) return { v: cell.error, t: CellValueType.STRING };
  return { v: cell, t: ERROR.test(cell) ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

/** The same as a replacement of whatever the cell holds now; its look stays. */
export function replacement(cell: Cell): ICellData {
  return { p: null, f: null, si: null, ...(cell === null ? { v: null, t: null } : valueData(cell)) };
}

/** What a cell of Univer's holds. */
export function cellOf(data: Nullable<ICellData>): Cell {
  const raw = data?.v ?? richText(data);
  if (raw === null || raw === '') return null;
  switch (data?.t) {
    case CellValueType.NUMBER:
      return Number.isFinite(Number(raw)) ? Number(raw) : String(raw);
    case CellValueType.BOOLEAN:
      return raw === true || raw === 1 || /^(1|true)$/i.test(String(raw));
    case CellValueType.FORCE_STRING:
      return String(raw);
    default:
      if (typeof raw !== 'string') return raw;
      return ERROR.test(raw) ? { error: raw } : raw;
  }
}

/** The text of a cell whose parts look different. */
export function richText(data: Nullable<ICellData>): string | null {
  const stream = data?.p?.body?.dataStream;
  return stream === undefined ? null : stream.replace(/\r\n$/, '').replace(/\r/g, '\n');
}

/** A formula without its "=", or null. */
export function formulaOf(data: Nullable<ICellData>): string | null {
  return data?.f ? data.f.replace(/^=/, '') : null;
}
