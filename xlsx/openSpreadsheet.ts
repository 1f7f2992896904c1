// Any spreadsheet by its name and its bytes: .csv and .tsv as text, everything else as a workbook.
import type { Workbook } from '../core/index.ts';
import type { FileFailure, Unpackers } from '../ooxml/index.ts';
import { readDelimited } from './delimited.ts';
import { openWorkbook, type WorkbookFile } from './workbookFile.ts';

export type OpenedSpreadsheet =
  | {
      readonly ok: true;
      readonly workbook: Workbook;
      /** Null for text, which is not written back. */
      readonly file: WorkbookFile | null;
      /** Sentences. */
      readonly warnings: readonly string[];
    }
  | FileFailure;

export function openSpreadsheet(
  name: string,
  bytes: Uint8Array,
  unpackers: Partial<Unpackers> = {},
): OpenedSpreadsheet {
  const [, base = name, extension = ''] = /^(.*)\.(csv|tsv)$/i.exec(name) ?? [];
  if (extension !== '') {
    if (bytes.length === 0) return { ok: false, code: 'not-a-spreadsheet', message: EMPTY };
    const read = readDelimited(bytes, base);
    return read.ok ? { ok: true, workbook: read.workbook, file: null, warnings: [] } : read;
  }
  const opened = openWorkbook(bytes, unpackers);
  if (!opened.ok) return opened;
  const warnings = opened.file.warnings.map((warning) => warning.message);
  return { ok: true, workbook: opened.file.readWorkbook(), file: opened.file, warnings };
}

const EMPTY = 'Tệp rỗng, không có dữ liệu nào; hãy kiểm tra lại tệp.';
