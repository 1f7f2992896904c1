// What the menu does with the sidebar closed: the core runs here, in the script, and a short message tells how it went.
import {
  analyze,
  type Change,
  failureCode,
  NARRATIVE_SHEET_ID,
  type Outcome,
  planCheck,
  planClear,
  planNarrative,
  planNarrativeSheets,
  planNewAnnex,
  sheetsLeft,
  type Workbook,
} from '../core/index.ts';
import { findOwnSheet } from './bookState.ts';
import { applyChanges, readWorkbook } from './sheetsHost.ts';
import { WORDS } from './words.ts';

const SECONDS_SHOWN = 12;

/** What to write and what to say once it is written; without changes, only what to say. */
interface Plan {
  readonly changes: readonly Change[] | null;
  readonly said: string;
  /** The id of the sheet of ours to show. */
  readonly shown?: string;
}

const MISSING: Plan = { changes: null, said: WORDS.missing };

export function checkFigures(): void {
  run((workbook) => {
    const analysis = analyze(workbook);
    if (analysis.sheet === null) return MISSING;
    return { changes: planCheck(analysis, workbook), said: WORDS.checked(analysis.summary) };
  });
}

export function writeNarrative(): void {
  run((workbook) => {
    const analysis = analyze(workbook);
    const plan = planNarrative(analysis, workbook);
    if (!plan) return MISSING;
    const changes = planNarrativeSheets(plan, analysis, workbook);
    return { changes, said: WORDS.narrated(analysis.summary.errors), shown: NARRATIVE_SHEET_ID };
  });
}

export function clearMarks(): void {
  run((workbook) => ({ changes: planClear(workbook, false), said: WORDS.cleared }));
}

export function createAnnex(): void {
  run((workbook) => ({ changes: planNewAnnex(workbook), said: WORDS.created }));
}

function run(plan: (workbook: Workbook) => Plan): void {
  say(resultOf(plan));
}

function resultOf(plan: (workbook: Workbook) => Plan): string {
  try {
    const { changes, said, shown } = plan(readWorkbook());
    if (changes === null) return said;
    const { outcome } = applyChanges({ changes, formats: [] });
    if (!outcome.applied) return refusalText(outcome);
    if (shown !== undefined) show(shown);
    return said;
  } catch (error) {
    return WORDS.failure[failureCode(error)];
  }
}

function refusalText(refused: Extract<Outcome, { applied: false }>): string {
  const said = WORDS.refusal[refused.code];
  return refused.code === 'interrupted' ? `${said} ${sheetsLeft(refused)}.` : said;
}

/** The text was asked for, so it is shown; marks show themselves. */
function show(id: string): void {
  findOwnSheet(SpreadsheetApp.getActiveSpreadsheet(), id)?.getRange(1, 1).activate();
}

function say(message: string): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(message, WORDS.title, SECONDS_SHOWN);
}
