// The sheet "Lời văn báo cáo" as a table: one paragraph a row, where its numbers come from, what is to be done.
import type { Analysis } from './analyze.ts';
import type { TableCell, TableChange, TableRow } from './change.ts';
import { a1, type CellRef, NARRATIVE_SHEET_ID, type Workbook } from './grid.ts';
import type { PlannedParagraph } from './mergeNarrative.ts';
import {
  NARRATIVE_COLUMNS,
  NARRATIVE_HEADING_ROWS,
  type NarrativeSheet,
  writeBase,
  writeIssued,
} from './narrativeSheet.ts';
import { readOwnSheet } from './ownSheet.ts';

const NARRATIVE_SHEET = 'Lời văn báo cáo';

/** All four in sight on a screen of 1366 points with the pane beside them. */
const COLUMNS: TableChange['columns'] = [
  { width: 9, format: '@' },
  { width: 74 },
  { width: 14 },
  { width: 27 },
  { width: 12, hidden: true },
  { width: 12, hidden: true },
];

export function planNarrativeTable(
  paragraphs: readonly PlannedParagraph[],
  analysis: Analysis,
  workbook: Workbook,
  sheet: NarrativeSheet | null,
  draft: boolean,
): TableChange {
  const own = readOwnSheet(workbook, NARRATIVE_SHEET_ID);
  const ids = paragraphs.flatMap((one) => (one.id === null ? [] : [one.id]));
  const issued = new Set([...(sheet?.issued ?? []), ...ids]);
  const rows: TableRow[] = [
    { cells: ['LỜI VĂN BÁO CÁO CẢI CÁCH HÀNH CHÍNH'], look: 'title' },
    { cells: [draft ? DRAFT_NOTE : NOTE], look: 'note' },
    { cells: ['Mã đoạn', 'Lời văn', 'Ô lấy số', 'Trạng thái', writeIssued(issued)], look: 'heading' },
    ...paragraphs.map((paragraph) => sheetRow(paragraph, analysis)),
  ];
  return {
    kind: 'table',
    sheet: NARRATIVE_SHEET,
    id: NARRATIVE_SHEET_ID,
    expects: own.hash,
    rows: own.withNotes(rows, COLUMNS.length, NARRATIVE_COLUMNS.id),
    columns: COLUMNS,
    frozenRows: NARRATIVE_HEADING_ROWS,
    print: { landscape: true, repeat: { from: NARRATIVE_HEADING_ROWS - 1, to: NARRATIVE_HEADING_ROWS - 1 } },
  };
}

const NOTE =
  'Sửa câu ngay trong cột “Lời văn”; lần soạn sau giữ câu đã sửa và chỉ thay số. Bỏ một đoạn: xóa lời văn của đoạn đó.';
const DRAFT_NOTE = `BẢN NHÁP: còn chỗ ghi trong ngoặc ⟦ ⟧ hoặc đoạn cần xem lại. ${NOTE}`;

function sheetRow(paragraph: PlannedParagraph, analysis: Analysis): TableRow {
  const { id, level, number, text, note, base, state } = paragraph;
  const code = level === 'paragraph' && id !== null ? id : number;
  const heading = level !== 'paragraph';
  return {
    cells: [
      code || null,
      text || null,
      cellsOf(paragraph, analysis),
      heading && state !== 'conflict' && state !== 'review' && state !== 'removed' ? null : note,
      base && writeBase(base),
      id,
    ],
    look: heading ? 'section' : 'row',
  };
}

/** The cells a paragraph takes its numbers from, linked to the first. */
function cellsOf({ generated, state, cells }: PlannedParagraph, analysis: Analysis): TableCell {
  if (!generated || state === 'removed') return cells || null;
  const all = generated.parts.flatMap((part) => (typeof part === 'string' ? [] : part.cells));
  const named = new Map<string, CellRef>(all.map((cell) => [nameOf(cell, analysis), cell]));
  const [first] = named.values();
  const inFile = generated.parts.flatMap((part) => (typeof part === 'string' ? [] : (part.inFile ?? [])));
  return first ? { text: [...named.keys(), ...new Set(inFile)].join(', '), link: first } : null;
}

function nameOf(cell: CellRef, analysis: Analysis): string {
  return cell.sheet === analysis.sheet ? a1(cell) : `${cell.sheet} ${a1(cell)}`;
}
