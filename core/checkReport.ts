// The sheet "Phiếu kiểm tra số liệu": what the level above reads, without the add-in.
import type { Analysis } from './analyze.ts';
import { boundFigures, NOTHING_STORED, writeStored } from './bound.ts';
import type { TableCell, TableChange, TableRow } from './change.ts';
import type { Undecided } from './check.ts';
import { annexWords, CHECK_COLUMNS, type CheckSheet, fingerprintWords, readCheckSheet } from './checkSheet.ts';
import type { Finding } from './finding.ts';
import { findingId, keyInId } from './findingId.ts';
import { a1, type Cell, CHECK_SHEET_ID, parseA1, type Workbook } from './grid.ts';
import type { Layout } from './locate.ts';
import { readOwnSheet } from './ownSheet.ts';
import { RULES_VERSION } from './rules/index.ts';
import { SEVERITY_NAMES } from './stateNames.ts';

const CHECK_SHEET = 'Phiếu kiểm tra số liệu';

const COLUMNS: TableChange['columns'] = [
  { width: 6, align: 'center' },
  { width: 14, align: 'center' },
  { width: 9, align: 'center', format: '@' },
  { width: 9, align: 'center' },
  { width: 50 },
  { width: 50 },
  { width: 26 },
  { width: 30 },
  { width: 12, hidden: true },
  { width: 12, hidden: true },
];
const HEADING_ROWS = 6;

/** Reasons given now, by the ids of their findings: they stand for what is typed on the sheet. */
type NewReasons = ReadonlyMap<string, string>;

/** What the rows are written from. */
interface Source {
  readonly analysis: Analysis;
  readonly layout: Layout;
  readonly workbook: Workbook;
  readonly typed: CheckSheet['reasons'];
  readonly given: NewReasons;
}

/** Plans the sheet; null when there is no annex to report on. */
export function planCheckReport(
  analysis: Analysis,
  workbook: Workbook,
  given: NewReasons = new Map(),
): TableChange | null {
  const { layout } = analysis;
  if (!layout || analysis.sheet === null) return null;
  const own = readOwnSheet(workbook, CHECK_SHEET_ID);
  const typed: CheckSheet['reasons'] = readCheckSheet(workbook)?.reasons ?? new Map();
  const source = { analysis, layout, workbook, typed, given };
  const rows = [
    ...headRows(analysis),
    ...findingRows(source),
    ...undecidedRows(analysis.undecided, typed),
    ...leftOver(source),
  ];
  return {
    kind: 'table',
    sheet: CHECK_SHEET,
    id: CHECK_SHEET_ID,
    expects: own.hash,
    rows: own.withNotes(rows, COLUMNS.length, CHECK_COLUMNS.id),
    columns: COLUMNS,
    frozenRows: HEADING_ROWS,
    print: { landscape: true, repeat: { from: HEADING_ROWS - 1, to: HEADING_ROWS - 1 } },
  };
}

function headRows(analysis: Analysis): TableRow[] {
  const { errors, warnings, infos, explained, rulesRun, undecided } = analysis.summary;
  const subject = `Đơn vị: ${analysis.unit ?? 'chưa ghi'}. Kỳ báo cáo: ${analysis.period?.label ?? 'chưa ghi'}.`;
  const counts = `${errors} lỗi, ${warnings} cảnh báo, ${infos} gợi ý chưa giải trình; ${explained} mục đã giải trình`;
  return [
    { cells: ['PHIẾU KIỂM TRA SỐ LIỆU PHỤ LỤC 01B'], look: 'title' },
    { cells: [`${subject} ${annexWords(analysis.sheet ?? '')}`], look: 'subtitle' },
    {
      cells: [`Kết quả: ${counts}. Đã đối chiếu ${rulesRun} quy tắc; ${undecided} quy tắc chưa đủ số liệu.`],
      look: 'subtitle',
    },
    {
      cells: [
        `Mẫu ${analysis.template.id}; bộ quy tắc ${RULES_VERSION}; ${fingerprintWords(analysis.report)}.${leftOut(analysis)}`,
      ],
      look: 'note',
    },
    {
      cells: [
        'Công cụ chỉ so các số với nhau, không thay việc đối chiếu với hồ sơ gốc. Giải trình gắn với số lúc ghi: số đổi thì phải xem lại.',
      ],
      look: 'note',
    },
    { cells: ['STT', 'Mức độ', 'Mục', 'Ô', 'Nội dung', 'Cần làm', 'Căn cứ', 'Giải trình'], look: 'heading' },
  ];
}

function leftOut({ inapplicable }: Analysis): string {
  return inapplicable.length === 0 ? '' : ` ${inapplicable.length} quy tắc, tỷ lệ không áp dụng theo mẫu này.`;
}

function findingRows(source: Source): TableRow[] {
  const { analysis } = source;
  if (analysis.findings.length === 0) {
    return [{ cells: [null, null, null, null, 'Không phát hiện số liệu mâu thuẫn.'], look: 'row' }];
  }
  return analysis.findings.map((finding, index): TableRow => {
    const severity = SEVERITY_NAMES[finding.severity];
    const cells: TableCell[] = [
      index + 1,
      finding.explained ? `${severity} (đã giải trình)` : severity,
      codeOf(analysis, finding.key),
      linkOf(analysis, finding),
      finding.message,
      withoutLead(finding.hint),
      finding.basis,
      ...reasonCells(source, finding),
    ];
    return { cells, look: finding.explained ? 'row' : finding.severity };
  });
}

/**
 * Giải trình, the finding's id, the figures explained. A reason that holds keeps the figures it was bound to, one that
 * was just given takes those of now; one that holds no more keeps what it had, so that it is not taken for a new one.
 */
function reasonCells({ layout, workbook, typed, given }: Source, finding: Finding): readonly [Cell, string, Cell] {
  const id = findingId(finding);
  const own = typed.get(id);
  const reason = given.get(id) ?? finding.explained?.reason;
  if (reason === undefined) return [own?.cell ?? null, id, own?.storedCell ?? null];
  if (own && own.text === reason && own.stored.figures && !given.has(id)) return [own.cell, id, own.storedCell];
  const figures = boundFigures(finding, layout, workbook);
  const stored = writeStored(reason, figures, own?.stored ?? NOTHING_STORED);
  return [own?.text === reason ? own.cell : reason, id, stored];
}

/** The column is headed "Cần làm": a hint that starts with these words starts after them. */
function withoutLead(hint: string): string {
  return hint.replace(/^Cần làm: (.)/u, (_all, first: string) => first.toUpperCase());
}

/** As the annex numbers it: a part has the number of its whole. */
function codeOf({ template }: Analysis, key: string | null): string | null {
  const row = template.rows.find((candidate) => candidate.key === key);
  return row?.partOf ?? row?.key ?? null;
}

/** The marked cell; else the first cell named, on the annex or on another sheet. */
function linkOf(analysis: Analysis, finding: Finding): TableCell {
  const [cell] = finding.cells;
  const at = finding.at ?? parseA1(cell?.address ?? '');
  const sheet = (finding.at ? null : cell?.sheet) ?? analysis.sheet;
  return at && sheet !== null ? { text: a1(at), link: { sheet, ...at } } : null;
}

function undecidedRows(undecided: readonly Undecided[], typed: CheckSheet['reasons']): TableRow[] {
  if (undecided.length === 0) return [];
  return [
    { cells: [null, null, null, null, 'Quy tắc chưa đủ số liệu'], look: 'section' },
    ...undecided.map((one): TableRow => {
      const id = undecidedId(one);
      const own = typed.get(id);
      const words = [null, null, null, null, one.message, withoutLead(one.hint), null];
      return { cells: [...words, own?.cell ?? null, id, own?.storedCell ?? null], look: 'row' };
    }),
  ];
}

function undecidedId({ rule }: Undecided): string {
  return `undecided:${rule}`;
}

/** Explanations whose finding is gone are kept below: the official decides what becomes of them. */
function leftOver({ analysis, typed }: Source): TableRow[] {
  const present = new Set([...analysis.findings.map(findingId), ...analysis.undecided.map(undecidedId)]);
  const gone = [...typed.values()].filter(({ id }) => !present.has(id));
  if (gone.length === 0) return [];
  return [
    { cells: [null, null, null, null, 'Giải trình của các mục nay không còn'], look: 'section' },
    ...gone.map(({ id, cell, storedCell }): TableRow => {
      return {
        cells: [null, null, codeOf(analysis, keyInId(id)), null, null, null, null, cell, id, storedCell],
        look: 'row',
      };
    }),
  ];
}
