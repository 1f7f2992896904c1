// Brings a newly written report together with the sheet as the official left it: no word of theirs is lost.

import { type Paragraph, textOf } from './narrative.ts';
import type { Base, NarrativeSheet, SheetRow } from './narrativeSheet.ts';
import { type Renewed, renewNumbers } from './regenerate.ts';
import { fold, joinAnd, tidy } from './vietnamese.ts';

/**
 * What becomes of a paragraph. `unchanged`: as it stood. `kept`: the official's wording, with its numbers renewed where
 * they were ours. `conflict`: two texts, the official chooses. `removed`: taken out by the official, and staying out.
 * `own`: a row the official added.
 */
export type ParagraphState =
  | 'new'
  | 'updated'
  | 'unchanged'
  | 'kept'
  | 'review'
  | 'conflict'
  | 'withheld'
  | 'removed'
  | 'own';

/** What becomes of a paragraph, in words that follow a count, in the order they are told. What is withheld or removed is not written, and told apart. */
export const WRITTEN_STATES: readonly (readonly [ParagraphState, string])[] = [
  ['new', 'đoạn mới'],
  ['updated', 'đoạn đã thay số mới'],
  ['unchanged', 'đoạn như cũ'],
  ['kept', 'đoạn giữ câu đã sửa tay'],
  ['own', 'đoạn đơn vị tự thêm'],
  ['review', 'đoạn cần xem lại'],
  ['conflict', 'đoạn có hai bản, chọn một'],
];

export interface PlannedParagraph {
  readonly id: string | null;
  readonly level: Paragraph['level'];
  readonly number: string;
  readonly state: ParagraphState;
  /** What the sheet and the report will say. */
  readonly text: string;
  /** For the column "Trạng thái": the state in words, and what is to be done. */
  readonly note: string;
  /** The newly generated paragraph; null where there is none any more, or the row is the official's own. */
  readonly generated: Paragraph | null;
  readonly base: Base | null;
  /** In a row of the official's own: what stands in "Ô lấy số". */
  readonly cells: string;
}

/** The report's order; rows of the official's own, and what is no longer generated, follow what they stood behind. */
export function mergeRows(generated: readonly Paragraph[], sheet: NarrativeSheet): readonly PlannedParagraph[] {
  const fresh = new Map(generated.map((paragraph) => [paragraph.id, paragraph]));
  const followers = followersOf(sheet.rows, fresh);
  const stored = new Map(sheet.rows.flatMap((row) => (row.id === null ? [] : [[row.id, row]])));
  const gone: PlannedParagraph[] = [];
  const merged = generated.flatMap((paragraph): PlannedParagraph[] => {
    const row = stored.get(paragraph.id);
    const after = followers.get(paragraph.id) ?? [];
    if (!row && sheet.issued.has(paragraph.id)) {
      gone.push(removed(paragraph));
      return after;
    }
    if (row && row.text === '' && !isCommand(row.state, AGAIN)) {
      gone.push(removed(paragraph));
      return after;
    }
    return [row ? mergeParagraph(paragraph, row) : newParagraph(paragraph), ...after];
  });
  return [...(followers.get('') ?? []), ...merged, ...gone];
}

function followersOf(
  rows: readonly SheetRow[],
  fresh: ReadonlyMap<string, Paragraph>,
): Map<string, PlannedParagraph[]> {
  const followers = new Map<string, PlannedParagraph[]>();
  let last = '';
  for (const row of rows) {
    if (row.id !== null && fresh.has(row.id)) {
      last = row.id;
      continue;
    }
    const kept = row.id === null ? ownRow(row) : noLongerGenerated(row);
    if (kept) followers.set(last, [...(followers.get(last) ?? []), kept]);
  }
  return followers;
}

function ownRow(row: SheetRow): PlannedParagraph {
  const number = row.code === null ? '' : String(row.code);
  return { ...NOTHING, number, state: 'own', text: row.text, note: row.state || OWN_ROW, cells: row.cells };
}

/** A paragraph without a sentence now: gone when it was ours alone, kept when the official worked on it. */
function noLongerGenerated(row: SheetRow): PlannedParagraph | null {
  if (row.text === '' || (row.base && isAsGenerated(row, row.base))) return null;
  const note = 'Cần xem lại: số liệu hiện nay không còn cho đoạn này';
  return { ...NOTHING, id: row.id, state: 'review', text: row.text, note: withRemark(note, row.state), base: row.base };
}

const NOTHING = { id: null, level: 'paragraph', number: '', generated: null, base: null, cells: '' } as const;

function isAsGenerated(row: SheetRow, base: Base): boolean {
  return tidy(row.text) === tidy(baseText(base));
}

function baseText(base: Base): string {
  return base.parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

export function newParagraph(paragraph: Paragraph): PlannedParagraph {
  const state = isWithheld(paragraph) ? 'withheld' : 'new';
  return planned(paragraph, state, textOf(paragraph.parts), withAdvice(STATE_WORDS[state], paragraph));
}

function removed(paragraph: Paragraph): PlannedParagraph {
  return planned(paragraph, 'removed', '', `Đã bỏ. Muốn lấy lại: ghi “${AGAIN}” vào ô này rồi soạn lời văn.`);
}

/** Nothing of it could be written. */
function isWithheld(paragraph: Paragraph): boolean {
  const labels = paragraph.open.map((point) => point.label);
  return labels.length > 0 && tidy(textOf(paragraph.parts)) === tidy(labels.join(' '));
}

const OWN_ROW = 'Đoạn đơn vị tự thêm';
const STATE_WORDS = { new: 'Mới', updated: 'Đã thay số mới', withheld: 'Chưa soạn' } as const;

/** What the official may answer in the column "Trạng thái". */
const AGAIN = 'Soạn lại';
const TAKE_NEW = 'Lấy bản mới';
const KEEP_MINE = 'Giữ bản này';

const OUR_WORDS = [
  'Mới',
  'Đã thay số mới',
  'Chưa soạn',
  'Giữ câu đã sửa tay',
  'Cần xem lại',
  'Có hai bản',
  'Đã bỏ',
  OWN_ROW,
];
const REMARK = ' · ';

/** The column "Trạng thái": our words, and behind them what the official wrote there themselves. */
function splitState(state: string): { readonly ours: string; readonly remark: string } {
  if ([AGAIN, TAKE_NEW, KEEP_MINE].some((command) => isCommand(state, command))) return { ours: '', remark: '' };
  if (!OUR_WORDS.some((words) => state.startsWith(words))) return { ours: '', remark: state };
  const [ours = '', ...remarks] = state.split(REMARK);
  return { ours, remark: remarks.join(REMARK) };
}

function withRemark(note: string, state: string): string {
  return [note, splitState(state).remark].filter((part) => part !== '').join(REMARK);
}

function isCommand(state: string, command: string): boolean {
  return fold(state) === fold(command);
}

function mergeParagraph(paragraph: Paragraph, row: SheetRow): PlannedParagraph {
  if (isCommand(row.state, AGAIN) || isCommand(row.state, TAKE_NEW)) return newParagraph(paragraph);
  const merged = mergeText(paragraph, row);
  return { ...merged, note: withRemark(merged.note, row.state) };
}

function mergeText(paragraph: Paragraph, row: SheetRow): PlannedParagraph {
  const { base } = row;
  if (tidy(row.text) === tidy(textOf(paragraph.parts))) return replaced(paragraph, row, paragraph);
  // Without a base the text is compared with what would be written now.
  if (!base) return renewed(paragraph, row, paragraph);
  if (isAsGenerated(row, base)) return replaced(paragraph, row, base);
  if (base.variant !== paragraph.variant && !isCommand(row.state, KEEP_MINE)) return conflict(paragraph, row, base);
  if (base.variant !== paragraph.variant) return renewed(paragraph, row, paragraph);
  return renewed(paragraph, row, base);
}

function replaced(paragraph: Paragraph, row: SheetRow, base: Base): PlannedParagraph {
  const text = textOf(paragraph.parts);
  const withheld = isWithheld(paragraph);
  if (text === baseText(base)) {
    return planned(paragraph, withheld ? 'withheld' : 'unchanged', text, splitState(row.state).ours);
  }
  if (withheld) return planned(paragraph, 'withheld', text, withAdvice(STATE_WORDS.withheld, paragraph));
  return planned(paragraph, 'updated', text, withAdvice(STATE_WORDS.updated, paragraph));
}

/** The text stays as it is, and so does its base: the conflict is there until the official decides it. */
function conflict(paragraph: Paragraph, row: SheetRow, base: Base): PlannedParagraph {
  const answer = `Ghi “${TAKE_NEW}” hoặc “${KEEP_MINE}” vào ô này rồi soạn lời văn.`;
  const note = `Có hai bản, chọn một. Bản mới: “${textOf(paragraph.parts)}” ${answer}`;
  return { ...planned(paragraph, 'conflict', row.text, note), base };
}

function renewed(paragraph: Paragraph, row: SheetRow, base: Base): PlannedParagraph {
  const result = renewNumbers(base.parts, row.text, paragraph.parts);
  // While it is unclear which number is which nothing is replaced, and the old base has to find them again.
  if (result.unclear.length > 0) return { ...review(paragraph, row.text, reviewNotes(result)), base };
  const questions = reviewNotes(result);
  if (questions.length > 0) return review(paragraph, result.text, questions);
  // Said of the text as it now stands, against the base it now has: the next run says the same.
  const settled = renewNumbers(paragraph.parts, result.text, paragraph.parts);
  const left = reviewNotes(settled);
  return left.length > 0
    ? review(paragraph, result.text, left)
    : planned(paragraph, 'kept', result.text, keptNote(settled.foreign));
}

function review(paragraph: Paragraph, text: string, questions: readonly string[]): PlannedParagraph {
  return planned(paragraph, 'review', text, `Cần xem lại: ${questions.join('; ')}.`);
}

function reviewNotes({ retyped, unclear }: Renewed): readonly string[] {
  return [
    ...unclear.map(
      ({ number, now }) => `số ${number} trong câu đã sửa có thể phải đổi thành ${joinAnd(now)}, công cụ chưa thay`,
    ),
    ...retyped.map(({ typed, now }) =>
      typed === null
        ? `câu đã sửa có thể còn ghi kỳ hoặc ngày cũ, hiện nay là “${now}”`
        : `số ${typed} ghi tay, số liệu hiện nay là ${now}`,
    ),
  ];
}

function keptNote(foreign: readonly string[]): string {
  const own = [...new Set(foreign)];
  return own.length === 0
    ? 'Giữ câu đã sửa tay'
    : `Giữ câu đã sửa tay; số đơn vị tự ghi, công cụ không thay: ${own.join(', ')}`;
}

function withAdvice(words: string, paragraph: Paragraph): string {
  const advice = [...new Set(paragraph.open.map((point) => point.advice))].join(' ');
  return advice === '' ? words : `${words}. ${advice}`;
}

function planned(paragraph: Paragraph, state: ParagraphState, text: string, note: string): PlannedParagraph {
  const { id, level, number, variant, parts, figures } = paragraph;
  return { id, level, number, state, text, note, generated: paragraph, base: { variant, parts, figures }, cells: '' };
}
