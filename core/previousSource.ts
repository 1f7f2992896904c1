// Where an earlier period's figures stand, as data and as messages call it.
import { columnName } from './grid.ts';

/** Where the earlier figures stand. `column` counts from 0. */
export type PreviousSource =
  | { readonly kind: 'column'; readonly sheet: string; readonly column: number }
  | { readonly kind: 'sheet'; readonly sheet: string }
  | { readonly kind: 'file'; readonly sheet: string; readonly file: string };

/** "cột E", "trang tính “Quý I”", "tệp “quy-1.xlsx”": where the earlier figures stand, as messages call it. */
export function placeOf(source: PreviousSource): string {
  switch (source.kind) {
    case 'column':
      return `cột ${columnName(source.column)}`;
    case 'sheet':
      return `trang tính “${source.sheet}”`;
    case 'file':
      return `tệp “${source.file}”`;
    default:
      return source satisfies never;
  }
}
