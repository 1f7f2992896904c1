// The sheet "Lỗi và số khác thường": unexplained errors of each commune, and rates far from the other communes'.
import type { TableChange, TableRow } from './change.ts';
import type { Consolidation } from './consolidate.ts';
import { ERROR_SHEET_ID, type Workbook } from './grid.ts';
import { readOwnSheet } from './ownSheet.ts';
import type { Outlier } from './peers.ts';
import { writeNumber } from './vietnamese.ts';

const SHEET = 'Lỗi và số khác thường';

const COLUMNS: TableChange['columns'] = [
  { width: 6, align: 'center' },
  { width: 30 },
  { width: 9, align: 'center', format: '@' },
  { width: 9, align: 'center' },
  { width: 90 },
  { width: 40 },
];
const HEADING_ROWS = 4;

export const OUTLIER_NOTE = 'Tỷ lệ khác xa các đơn vị khác vẫn có thể đúng: nên hỏi lại đơn vị trước khi dùng.';

/** Unit, row and message: what tells one line from the next. */
const ID_COLUMNS = [1, 2, 4] as const;

export function planErrorSheet(consolidation: Consolidation, workbook: Workbook): TableChange {
  const own = readOwnSheet(workbook, ERROR_SHEET_ID);
  const errors = errorRows(consolidation);
  const outliers = consolidation.outliers.map((one, index) => outlierRow(consolidation, one, index));
  const rows: readonly TableRow[] = [
    { cells: ['LỖI CHƯA GIẢI TRÌNH VÀ SỐ LIỆU KHÁC THƯỜNG'], look: 'title' },
    {
      cells: [`${errors.length} lỗi chưa giải trình; ${outliers.length} tỷ lệ khác xa các đơn vị khác.`],
      look: 'subtitle',
    },
    { cells: [OUTLIER_NOTE], look: 'note' },
    { cells: ['STT', 'Đơn vị', 'Mục', 'Ô', 'Nội dung', 'Tệp · trang tính'], look: 'heading' },
    { cells: [null, 'Lỗi chưa giải trình'], look: 'section' },
    ...errors,
    { cells: [null, 'Tỷ lệ khác xa các đơn vị khác'], look: 'section' },
    ...outliers,
  ];
  return {
    kind: 'table',
    sheet: SHEET,
    id: ERROR_SHEET_ID,
    expects: own.hash,
    rows: own.withNotes(rows, COLUMNS.length, ...ID_COLUMNS),
    columns: COLUMNS,
    frozenRows: HEADING_ROWS,
    print: { landscape: true, repeat: { from: HEADING_ROWS - 1, to: HEADING_ROWS - 1 } },
  };
}

/** Of every report that could be read, counted or not: an error is to be mended all the same. */
function errorRows({ submissions }: Consolidation): readonly TableRow[] {
  const told = submissions.flatMap(({ unit, report }) =>
    report ? report.errors.map((error) => ({ unit, error, source: `${report.file} · ${report.sheet}` })) : [],
  );
  return told.map(({ unit, error, source }, index): TableRow => {
    const { key, address, message } = error;
    return { cells: [index + 1, unit, key, address, message, source], look: 'error' };
  });
}

function outlierRow({ communes }: Consolidation, one: Outlier, index: number): TableRow {
  const commune = communes[one.commune];
  const source = commune ? `${commune.file} · ${commune.report.sheet}` : null;
  return { cells: [index + 1, commune?.unit ?? null, null, null, outlierMessage(one), source], look: 'info' };
}

/** "Tỷ lệ …: 12,5% (5/40), thấp hơn nhiều so với mức giữa 90% của 11 đơn vị (cách 8,2 lần độ lệch thường gặp)." */
export function outlierMessage({ name, rate, numerator, denominator, median, score, peers }: Outlier): string {
  const [own, base, over, middle, far] = [rate, denominator, numerator, median, Math.abs(score)].map(writeNumber);
  const side = score > 0 ? 'cao hơn' : 'thấp hơn';
  return `${name}: ${own}% (${over}/${base}), ${side} nhiều so với mức giữa ${middle}% của ${peers} đơn vị (cách ${far} lần độ lệch thường gặp).`;
}
