// The sheet "Phiếu kiểm tra số liệu": what the level above reads, without the add-in.
import type { Analysis } from './analyze.ts';
import type { TableCell, TableChange, TableRow } from './change.ts';
import type { Undecided } from './check.ts';
import type { Finding } from './finding.ts';
import { a1, type Cell, cellAt, type Grid, hashText, isBlank, parseA1, type Workbook } from './grid.ts';
import { CHECK_SHEET_ID, readOwnSheet } from './ownSheet.ts';
import type { Report } from './report.ts';
import { RULES_VERSION } from './rules/index.ts';
import { SEVERITY_NAMES } from './stateNames.ts';

const CHECK_SHEET = 'Phiếu kiểm tra số liệu';

const COLUMNS: TableChange['columns'] = [
  { width: 6, align: 'center' },
  { width: 11, align: 'center' },
  { width: 9, align: 'center', format: '@' },
  { width: 9, align: 'center' },
  { width: 50 },
  { width: 50 },
  { width: 26 },
  { width: 26 },
  { width: 12, hidden: true },
];
const EXPLANATION_COLUMN = 7;
const ID_COLUMN = 8;
const HEADING_ROWS = 6;

/** Plans the sheet; null when there is no annex to report on. */
export function planCheckReport(analysis: Analysis, workbook: Workbook): TableChange | null {
  if (!analysis.layout || analysis.sheet === null) return null;
  const own = readOwnSheet(workbook, CHECK_SHEET_ID);
  const typed = own.grid ? typedExplanations(own.grid) : new Map<string, Cell>();
  const rows = [
    ...headRows(analysis),
    ...findingRows(analysis, typed),
    ...undecidedRows(analysis.undecided),
    ...leftOver(analysis, typed),
  ];
  return {
    kind: 'table',
    sheet: CHECK_SHEET,
    id: CHECK_SHEET_ID,
    expects: own.hash,
    rows: own.withNotes(rows, COLUMNS.length, (row) => String(row.cells[ID_COLUMN] ?? '')),
    columns: COLUMNS,
    frozenRows: HEADING_ROWS,
    print: { landscape: true, repeat: { from: HEADING_ROWS - 1, to: HEADING_ROWS - 1 } },
  };
}

function headRows(analysis: Analysis): TableRow[] {
  const { errors, warnings, infos, rulesRun, undecided } = analysis.summary;
  const subject = `Đơn vị: ${analysis.unit ?? 'chưa ghi'}. Kỳ báo cáo: ${analysis.period?.label ?? 'chưa ghi'}.`;
  return [
    { cells: ['PHIẾU KIỂM TRA SỐ LIỆU PHỤ LỤC 01B'], look: 'title' },
    { cells: [`${subject} Trang tính “${analysis.sheet}”.`], look: 'subtitle' },
    {
      cells: [
        `Kết quả: ${errors} lỗi, ${warnings} cảnh báo, ${infos} gợi ý. Đã đối chiếu ${rulesRun} quy tắc; ${undecided} quy tắc chưa đủ số liệu.`,
      ],
      look: 'subtitle',
    },
    {
      cells: [
        `Mẫu ${analysis.template.id}; bộ quy tắc ${RULES_VERSION}; mã đối chiếu số liệu ${fingerprint(analysis.report)}.`,
      ],
      look: 'note',
    },
    { cells: ['Công cụ chỉ so các số với nhau, không thay việc đối chiếu với hồ sơ gốc.'], look: 'note' },
    { cells: ['STT', 'Mức độ', 'Mục', 'Ô', 'Nội dung', 'Cần làm', 'Căn cứ', 'Giải trình'], look: 'heading' },
  ];
}

/** Sixteen hex digits over every figure as it stands in its cell: another figure, another fingerprint. */
function fingerprint(report: Report): string {
  return hashText([...report.values()].map((figure) => `${figure.key}=${JSON.stringify(figure.cell)}`).join('\n'));
}

/**
 * By which an explanation finds its finding again: the rule and the annex's cells it speaks of. An input typed later
 * does not make it another finding; what speaks of no cell at all is told apart by its words.
 */
function findingId(finding: Finding): string {
  const cells = finding.cells.filter((cell) => cell.sheet === undefined || cell.key === null);
  const others = cells.map((cell) => cell.key ?? cell.address).filter((cell) => cell !== finding.key);
  const told = finding.key === null && others.length === 0 ? [finding.message] : others;
  return [finding.rule, finding.key ?? '', ...told].join(':');
}

function findingRows(analysis: Analysis, typed: ReadonlyMap<string, Cell>): TableRow[] {
  if (analysis.findings.length === 0) {
    return [{ cells: [null, null, null, null, 'Không phát hiện số liệu mâu thuẫn.'], look: 'row' }];
  }
  return analysis.findings.map((finding, index) => {
    const id = findingId(finding);
    const cells: TableCell[] = [
      index + 1,
      SEVERITY_NAMES[finding.severity],
      codeOf(analysis, finding),
      linkOf(analysis, finding),
      finding.message,
      withoutLead(finding.hint),
      finding.basis,
      typed.get(id) ?? finding.explained?.reason ?? null,
      id,
    ];
    return { cells, look: finding.severity };
  });
}

/** The column is headed "Cần làm": a hint that starts with these words starts after them. */
function withoutLead(hint: string): string {
  return hint.replace(/^Cần làm: (.)/u, (_all, first: string) => first.toUpperCase());
}

function codeOf(analysis: Analysis, finding: Finding): string | null {
  const row = analysis.template.rows.find((candidate) => candidate.key === finding.key);
  return row?.partOf ?? finding.key;
}

/** The marked cell; else the first cell named, on the annex or on another sheet. */
function linkOf(analysis: Analysis, finding: Finding): TableCell {
  const [cell] = finding.cells;
  const at = finding.at ?? parseA1(cell?.address ?? '');
  const sheet = (finding.at ? null : cell?.sheet) ?? analysis.sheet;
  return at && sheet !== null ? { text: a1(at), link: { sheet, ...at } } : null;
}

function undecidedRows(undecided: readonly Undecided[]): TableRow[] {
  if (undecided.length === 0) return [];
  return [
    { cells: [null, null, null, null, 'Quy tắc chưa đủ số liệu'], look: 'section' },
    ...undecided.map(
      (one): TableRow => ({
        cells: [null, null, null, null, one.message, withoutLead(one.hint), null, null, `undecided:${one.rule}`],
        look: 'row',
      }),
    ),
  ];
}

/** What the official typed in "Giải trình", by the hidden id of its row. */
function typedExplanations(grid: Grid): ReadonlyMap<string, Cell> {
  const typed = new Map<string, Cell>();
  grid.cells.forEach((_cells, row) => {
    const id = cellAt(grid, row, ID_COLUMN);
    const reason = cellAt(grid, row, EXPLANATION_COLUMN);
    if (typeof id === 'string' && !isBlank(reason)) typed.set(id, reason);
  });
  return typed;
}

/** Explanations whose finding is gone are kept below: the official decides what becomes of them. */
function leftOver(analysis: Analysis, typed: ReadonlyMap<string, Cell>): TableRow[] {
  const present = new Set([
    ...analysis.findings.map(findingId),
    ...analysis.undecided.map((one) => `undecided:${one.rule}`),
  ]);
  const gone = [...typed].filter(([id]) => !present.has(id));
  if (gone.length === 0) return [];
  return [
    { cells: [null, null, null, null, 'Giải trình của các mục nay không còn'], look: 'section' },
    ...gone.map(
      ([id, reason]): TableRow => ({ cells: [null, null, null, null, null, null, null, reason, id], look: 'row' }),
    ),
  ];
}
