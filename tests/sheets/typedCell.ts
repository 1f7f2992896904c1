// What is written in one cell of a golden table, as a cell of a sheet with the text it displays.
import type { Cell, Key, TemplateRow } from '../../core/index.ts';
import { printedCode } from '../../core/template.ts';

/** `shown` only where the cell displays something else than its value. */
export interface FilledCell {
  readonly cell: Cell;
  readonly shown: string | null;
}

/** What the braces in a cell stand for: the number of the row, and a row of the template with its figure. */
export interface Filling {
  readonly number: number;
  readonly row?: TemplateRow<Key>;
  readonly figure?: Cell;
}

export function fillIn(text: string, filling: Filling): FilledCell {
  const whole = /^\{([^{}]+)\}$/.exec(text);
  if (whole?.[1]) return filled(whole[1], filling);
  let isBlank = false;
  const joined = text.replace(/\{([^{}]+)\}/g, (_all, name: string) => {
    const part = filled(name, filling).cell;
    isBlank ||= part === null;
    return String(part);
  });
  return isBlank ? asIs(null) : typed(joined);
}

function asIs(cell: Cell): FilledCell {
  return { cell, shown: null };
}

/** `38` and `95,15` are numbers, `"38"` is text, `37624 hiện “3/1/2003”` a number that displays otherwise. */
function typed(text: string): FilledCell {
  const shown = /^(-?[\d,]+) hiện “(.*)”$/.exec(text);
  if (shown?.[1] && shown[2] !== undefined) return { cell: numberOf(shown[1]), shown: shown[2] };
  const quoted = /^"(.*)"$/s.exec(text);
  if (quoted) return asIs(lines(quoted[1] ?? ''));
  if (text === '') return asIs(null);
  if (/^-?\d+(?:,\d+)?$/.test(text)) return asIs(numberOf(text));
  if (text === 'TRUE' || text === 'FALSE') return asIs(text === 'TRUE');
  return asIs(/^#[A-Z0-9/]+[!?]?$/.test(text) ? { error: text } : lines(text));
}

function lines(text: string): string {
  return text.replace(/<br>/g, '\n');
}

function numberOf(text: string): number {
  return Number(text.replace(',', '.'));
}

function filled(name: string, { number, row, figure }: Filling): FilledCell {
  if (name === 'n') return asIs(number);
  if (!row) throw new Error(`{${name}} chỉ dùng ở dòng “mục …”.`);
  switch (name) {
    case 'mã':
      return asIs(printedCode(row) || null);
    case 'mã số':
      return codeAsNumber(printedCode(row));
    case 'mã ngày':
      return codeAsDate(printedCode(row));
    case 'mã ngày chữ':
      return asIs(codeAsDate(printedCode(row)).shown ?? (printedCode(row) || null));
    case 'mã la mã':
      return asIs(['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII'][Number(row.key)] ?? (printedCode(row) || null));
    case 'tên':
      return asIs(row.label);
    case 'tên in':
      return asIs(row.printed ?? row.label);
    case 'đvt':
      return asIs(row.unit ?? null);
    case 'số':
      return asIs(figure ?? null);
    case 'số %':
      return row.kind === 'percent' && typeof figure === 'number'
        ? { cell: figure / 100, shown: `${String(figure).replace('.', ',')}%` }
        : asIs(figure ?? null);
    case 'kỳ trước':
      return asIs(typeof figure === 'number' ? figure + 1000 : null);
    default:
      throw new Error(`Không hiểu {${name}}.`);
  }
}

/** "1" and "1.1" typed into a cell that is not text. */
function codeAsNumber(code: string): FilledCell {
  const clean = code.replace(/\.$/, '');
  return asIs(/^\d+(?:\.\d+)?$/.test(clean) ? Number(clean) : clean || null);
}

/** "3.1.2" taken for 3 January 2002 and "2.3" for 2 March 2024, as where dates are written with dots. */
function codeAsDate(code: string): FilledCell {
  const date = /^(\d)\.(\d)(?:\.(\d))?\.?$/.exec(code);
  if (!date) return codeAsNumber(code);
  const [day, month, year] = [Number(date[1]), Number(date[2]), date[3] ? 2000 + Number(date[3]) : 2024];
  const serial = (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return { cell: serial, shown: `0${day}/0${month}/${year}` };
}
