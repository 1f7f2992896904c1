// The sheet "Tình hình nộp báo cáo": every unit and every file, counted or not, and what to do about it.
import type { TableChange, TableRow } from './change.ts';
import type { Consolidation } from './consolidate.ts';
import { SUBMISSION_SHEET_ID, type Workbook } from './grid.ts';
import { readOwnSheet } from './ownSheet.ts';
import { dateFromIso } from './roster.ts';
import type { Submission } from './submission.ts';
import { LATE, SUBMISSION_RULES, type SubmissionRule } from './submissionRules.ts';

const SHEET = 'Tình hình nộp báo cáo';

const COLUMNS: TableChange['columns'] = [
  { width: 6, align: 'center' },
  { width: 30 },
  { width: 30 },
  { width: 26 },
  { width: 14, align: 'center' },
  { width: 14, align: 'center' },
  { width: 8, align: 'center' },
  { width: 10, align: 'center' },
  { width: 10, align: 'center' },
  { width: 60 },
];
const HEADINGS = [
  'STT',
  'Đơn vị',
  'Tình trạng',
  'Tệp · trang tính',
  'Ngày lưu tệp',
  'Hạn nộp',
  'Lỗi',
  'Cảnh báo',
  'Đã giải trình',
  'Cần làm',
];
const HEADING_ROWS = 4;
/** Unit and source: what tells one line from the next. */
const ID_COLUMNS = [1, 3] as const;

export function planSubmissionSheet(consolidation: Consolidation, workbook: Workbook): TableChange {
  const { submissions, hasRoster } = consolidation;
  const roster = hasRoster
    ? 'Đối chiếu với danh sách đơn vị đã cho.'
    : 'Chưa có danh sách đơn vị nên chưa biết đơn vị nào chưa nộp; muốn biết, hãy tổng hợp lại kèm danh sách đơn vị.';
  const own = readOwnSheet(workbook, SUBMISSION_SHEET_ID);
  const rows: readonly TableRow[] = [
    { cells: ['TÌNH HÌNH NỘP BÁO CÁO'], look: 'title' },
    { cells: [submissionSummary(consolidation)], look: 'subtitle' },
    { cells: [roster], look: 'note' },
    { cells: HEADINGS, look: 'heading' },
    ...submissions.map(submissionRow),
  ];
  return {
    kind: 'table',
    sheet: SHEET,
    id: SUBMISSION_SHEET_ID,
    expects: own.hash,
    rows: own.withNotes(rows, COLUMNS.length, ...ID_COLUMNS),
    columns: COLUMNS,
    frozenRows: HEADING_ROWS,
    print: { landscape: true, repeat: { from: HEADING_ROWS - 1, to: HEADING_ROWS - 1 } },
  };
}

/** "Đã cộng 9 báo cáo; 2 chưa nộp; 1 nộp chậm." */
export function submissionSummary({ communes, submissions, period }: Consolidation): string {
  const states = Object.entries(SUBMISSION_RULES).flatMap(([state, { name }]) => {
    const count = submissions.filter((one) => one.state === state).length;
    const [short = ''] = name.split(/[,;]/);
    return count === 0 ? [] : [`${count} ${short.charAt(0).toLowerCase()}${short.slice(1)}`];
  });
  const late = submissions.filter(({ isLate }) => isLate).length;
  const counts = [`Đã cộng ${communes.length} báo cáo`, ...states, ...(late === 0 ? [] : [`${late} nộp chậm`])];
  return `Kỳ báo cáo: ${period?.label ?? 'chưa ghi'}. ${counts.join('; ')}.`;
}

/** What is to be said of it, the worse first. */
export function problemsOf({ state, isLate }: Submission): readonly SubmissionRule[] {
  return [...(state === 'counted' ? [] : [SUBMISSION_RULES[state]]), ...(isLate ? [LATE] : [])];
}

/** "Đã cộng", "Đã cộng; nộp chậm", "Chưa nộp" */
export function stateText(one: Submission): string {
  const [first, ...others] = [
    ...(one.state === 'counted' ? ['Đã cộng'] : []),
    ...problemsOf(one).map(({ name }) => name),
  ];
  return [first, ...others.map((name) => name.charAt(0).toLowerCase() + name.slice(1))].join('; ');
}

function submissionRow(one: Submission, index: number): TableRow {
  const { unit, file, saved, due, report } = one;
  const problems = problemsOf(one);
  const todo = submissionTodo(one);
  return {
    cells: [
      index + 1,
      unit,
      stateText(one),
      file === null ? null : [file, ...(report ? [report.sheet] : [])].join(' · '),
      saved === null ? null : dateFromIso(saved),
      due === null ? null : dateFromIso(due),
      report ? report.errors.length : null,
      report ? report.warnings : null,
      report ? report.explained : null,
      todo.length === 0 ? null : todo.join(' '),
    ],
    look: problems[0]?.severity ?? 'row',
  };
}

/** What is wrong with the file, what to do about it, and what else is to be known of it: a sentence each. */
export function submissionTodo(one: Submission): readonly string[] {
  const told = [one.problem, ...problemsOf(one).map(({ todo }) => todo), ...remarks(one)];
  return told.filter((part) => part !== null);
}

function remarks({ state, report }: Submission): readonly string[] {
  if (!report) return [];
  const other = report.otherSheets.length === 0 ? [] : [`Tệp còn bảng khác ở: ${report.otherSheets.join(', ')}.`];
  const period = state === 'period-differs' ? [`Bảng ghi kỳ ${report.period?.label ?? ''}.`] : [];
  return [...period, ...(report.period ? [] : ['Bảng chưa ghi kỳ báo cáo.']), ...other];
}
