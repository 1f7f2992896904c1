// How a sentence names a finding's cell, on the annex or off it.
import type { FindingCell } from './finding.ts';

/** "ô D45", "ô D45 của “Quý I”", "ô D45 của “Phụ lục 01b”, tệp “quy-1.xlsx”". */
export function cellWords({ address, sheet, file }: Pick<FindingCell, 'address' | 'sheet' | 'file'>): string {
  return `ô ${address}${sheet === undefined ? '' : ` của “${sheet}”`}${file === undefined ? '' : `, tệp “${file}”`}`;
}
