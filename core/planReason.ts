// Plans what saving a reason changes: "Phiếu kiểm tra số liệu", the row's note where that is wished, and what a preset
// says beside it.
import { type Analysis, countAgain } from './analyze.ts';
import type { CellChange, Change } from './change.ts';
import { planCheckReport } from './checkReport.ts';
import { readCheckSheet } from './checkSheet.ts';
import { fromNumber } from './decimal.ts';
import type { Finding } from './finding.ts';
import { findingId } from './findingId.ts';
import { type Address, cellAt, type Workbook } from './grid.ts';
import { planInfoSheet } from './infoForm.ts';
import { typedText } from './input.ts';
import { CARRIED_OVER_INCLUDED } from './inputs.ts';
import { noteAddress, withReason } from './note.ts';
import type { FilledPreset } from './preset.ts';
import { tidy } from './vietnamese.ts';

/** What an official gives as the reason of a finding. */
export interface GivenReason {
  readonly text: string;
  /** Written in the row's "Ghi chú" too. */
  readonly inNote: boolean;
  /** The preset it was made from; what it writes is written as long as its words are there. */
  readonly preset: FilledPreset | null;
}

/** One batch: carried out whole or not at all. Empty without an annex. */
export function planReason(
  analysis: Analysis,
  workbook: Workbook,
  finding: Finding,
  given: GivenReason,
): readonly Change[] {
  const reason = tidy(given.text);
  const id = findingId(finding);
  const findings = analysis.findings.map((one) => (findingId(one) === id ? explainedNow(one, reason) : one));
  const { undecided, indicators, summary } = analysis;
  const after = { ...analysis, findings, undecided, indicators, summary: countAgain(summary, findings) };
  const report = planCheckReport(after, workbook, new Map([[id, reason]]));
  if (!report) return [];
  const note = given.inNote ? noteChange(analysis, workbook, finding, reason) : null;
  const input =
    given.preset && reason.includes(tidy(given.preset.text)) ? inputChange(analysis, workbook, given.preset) : null;
  return [report, note, input].filter((change) => change !== null);
}

/** Its hint no longer says that an older reason does not hold. */
function explainedNow(finding: Finding, reason: string): Finding {
  const hint = finding.rejected?.hint ?? finding.hint;
  return { ...finding, hint, explained: { reason, source: '' } };
}

/** Whether the finding's row has a note to write in: the annex a column for it, and no formula there. */
export function hasNote(analysis: Analysis, workbook: Workbook, finding: Finding): boolean {
  return placeOfNote(analysis, workbook, finding) !== null;
}

function placeOfNote({ layout, sheet }: Analysis, workbook: Workbook, { key, rule }: Finding): Address | null {
  const grid = workbook.sheets.find(({ name }) => name === sheet);
  return grid && layout && key !== null && !rule.startsWith('text-') ? noteAddress(grid, layout, key) : null;
}

function noteChange(analysis: Analysis, workbook: Workbook, finding: Finding, reason: string): CellChange | null {
  const at = placeOfNote(analysis, workbook, finding);
  const grid = workbook.sheets.find(({ name }) => name === analysis.sheet);
  if (!at || !grid) return null;
  const before = readCheckSheet(workbook)?.reasons.get(findingId(finding))?.text ?? finding.explained?.reason ?? null;
  const from = cellAt(grid, at.row, at.column);
  const to = withReason(grid, at, before, reason);
  return from === to ? null : { kind: 'cell', sheet: grid.name, at, from, to };
}

/** Never in place of what an official typed; nor where they said that the annex's own row holds it already. */
function inputChange({ inputs }: Analysis, workbook: Workbook, { input }: FilledPreset): Change | null {
  if (!input || inputs.typed.has(input.key) || typedText(inputs, 'gomK') === CARRIED_OVER_INCLUDED) return null;
  const { key, value } = input;
  const at = inputs.cells.get(key);
  if (!at) {
    const typed = {
      key,
      at: { sheet: '', row: 0, column: 0 },
      cell: value,
      text: String(value),
      value: fromNumber(value),
    };
    return planInfoSheet({ ...inputs, typed: new Map([...inputs.typed, [key, typed]]) }, workbook);
  }
  const grid = workbook.sheets.find(({ name }) => name === at.sheet);
  const from = grid ? cellAt(grid, at.row, at.column) : null;
  return { kind: 'cell', sheet: at.sheet, at: { row: at.row, column: at.column }, from, to: value };
}
