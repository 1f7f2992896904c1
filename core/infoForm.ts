// The sheet "Thông tin báo cáo": label, value, help, and hidden the key by which a row is found again.
import type { DropDown, TableChange, TableRow } from './change.ts';
import type { Cell } from './grid.ts';
import { INFO_SHEET_ID } from './input.ts';
import { INPUTS, type InfoKey, type Input } from './inputs.ts';

const INFO_SHEET = 'Thông tin báo cáo';
const FIRST_ROW = 3;

/** Plans the sheet, with the values given; `expects` as in TableChange. */
export function planInfoForm(
  values: Partial<Readonly<Record<InfoKey, Cell>>>,
  expects: string | null = null,
): TableChange {
  const rows: TableRow[] = [
    { cells: ['THÔNG TIN BÁO CÁO'], look: 'title' },
    {
      cells: ['Thông tin chung và các số liệu mà Phụ lục 01b không có dòng để ghi. Ô nào chưa có thì để trống.'],
      look: 'note',
    },
    { cells: ['Nội dung', 'Ghi tại đây', 'Hướng dẫn'], look: 'heading' },
    ...INPUTS.map(
      (input): TableRow => ({
        cells: [input.label, values[input.key] ?? null, input.help || null, input.key],
        look: 'row',
      }),
    ),
  ];
  return {
    kind: 'table',
    sheet: INFO_SHEET,
    id: INFO_SHEET_ID,
    expects,
    rows,
    columns: [{ width: 52 }, { width: 32 }, { width: 60 }, { width: 12, hidden: true }],
    lists: INPUTS.flatMap((input, index) => dropDown(input, FIRST_ROW + index)),
    frozenRows: FIRST_ROW,
    print: { landscape: true },
  };
}

function dropDown(input: Input, row: number): DropDown[] {
  const at = { row, column: 1 };
  return input.choices ? [{ range: { from: at, to: at }, values: input.choices }] : [];
}
