// Plans the report's text: what is new, what keeps the official's wording, what has to be asked. Planning is the preview.
import type { Analysis } from './analyze.ts';
import type { Change, TableChange } from './change.ts';
import type { Workbook } from './grid.ts';
import { planInfoSheet } from './infoForm.ts';
import { mergeRows, newParagraph, type ParagraphState, type PlannedParagraph } from './mergeNarrative.ts';
import { composeNarrative } from './narrative.ts';
import { readNarrativeSheet } from './narrativeSheet.ts';
import { planNarrativeTable } from './narrativeTable.ts';

export interface NarrativePlan {
  readonly paragraphs: readonly PlannedParagraph[];
  /** Of paragraphs, headings left out. */
  readonly counts: Readonly<Record<ParagraphState, number>>;
  /** Something is open or doubtful: the text may not go out yet. */
  readonly draft: boolean;
  readonly change: TableChange;
}

/** Null without an annex. Nothing is changed by planning: the plan's `change` carries it out. */
export function planNarrative(analysis: Analysis, workbook: Workbook): NarrativePlan | null {
  if (analysis.sheet === null) return null;
  const sheet = readNarrativeSheet(workbook);
  const narrative = composeNarrative(analysis);
  const paragraphs = sheet ? mergeRows(narrative.paragraphs, sheet) : narrative.paragraphs.map(newParagraph);
  const draft = paragraphs.some(({ state, text }) => state === 'review' || state === 'conflict' || text.includes('⟦'));
  const change = planNarrativeTable(paragraphs, analysis, workbook, sheet, draft);
  return { paragraphs, counts: countStates(paragraphs), draft, change };
}

/** What writing the text changes in the workbook: its sheet, and the sheet for what the annex lacks where it is not there. */
export function planNarrativeSheets(plan: NarrativePlan, analysis: Analysis, workbook: Workbook): readonly Change[] {
  const info = planInfoSheet(analysis.inputs, workbook);
  return info ? [info, plan.change] : [plan.change];
}

function countStates(paragraphs: readonly PlannedParagraph[]): NarrativePlan['counts'] {
  const counts = { new: 0, updated: 0, unchanged: 0, kept: 0, review: 0, conflict: 0, withheld: 0, removed: 0, own: 0 };
  for (const one of paragraphs) if (one.level === 'paragraph') counts[one.state]++;
  return counts;
}

/** The report as plain text, an empty line between paragraphs. Ends with a newline. */
export function reportText(plan: NarrativePlan): string {
  const said = plan.paragraphs.filter((paragraph) => paragraph.text !== '');
  const lines = said.map(({ level, number, text }) => (level === 'paragraph' ? text : `${number}. ${text}`));
  return `${lines.join('\n\n')}\n`;
}
