// The door of the core: hosts and front ends import nothing else of it.

export type { CodeCount, RowTotal, Total } from './addUp.ts';
export { type Analysis, type AnalyzeOptions, analyzeFigures, type WordReaders } from './analyze.ts';
export { analyze } from './analyzeAll.ts';
export { FIRST_FORM_ROW, type FormValues, planAnnexCopy, planAnnexForm } from './annexForm.ts';
export { comparePrevious } from './between.ts';
export type { BetweenCheck, BetweenRule } from './betweenRule.ts';
export { rangesOf } from './cellRanges.ts';
export { cellWords } from './cellWords.ts';
export * from './change.ts';
export type { Undecided } from './check.ts';
export { planCheckReport } from './checkReport.ts';
export type { ActivityRecord, ClaimExample, ClaimRecord } from './claimRecord.ts';
export { ACTIVITIES, CLAIMS } from './claims/index.ts';
export { OUTLIER_NOTE, outlierMessage } from './communeErrors.ts';
export { planReportDocument } from './composeReport.ts';
export { type Commune, type Consolidation, consolidate, type RateTotal } from './consolidate.ts';
export { CONSOLIDATED_SHEET, MOST_COMMUNES } from './consolidatedTable.ts';
export { type Bar, type BarChart, errorsByRule, onlineShares } from './consolidationBars.ts';
export { readTemplate, type TemplateReading } from './customTemplate.ts';
export { type Decimal, fromNumber, toNumber } from './decimal.ts';
export { explain, isReason, SHORTEST_REASON } from './explanation.ts';
export { type Finding, type FindingCell, gather, hintSteps } from './finding.ts';
export { findingId } from './findingId.ts';
export { writeForm } from './form.ts';
export { type FormulaBlock, formulaBlocks } from './formulaBlocks.ts';
export { analysesOf, annexSheetsOf, gatherSheet, gatherWorkbook, savedDay, THIS_WORKBOOK } from './gatherReports.ts';
export * from './grid.ts';
export * from './host.ts';
export { type Indicator, type IndicatorRecord, indicatorsOf } from './indicator.ts';
export { INDICATORS } from './indicators.ts';
export { INDICATOR_SHEET, planIndicatorTable } from './indicatorTable.ts';
export { planInfoForm } from './infoForm.ts';
export { INPUT_HELP } from './inputHelp.ts';
export { INPUTS, type InfoKey, type Input, type InputKey, type Told } from './inputs.ts';
export { type GatheredFile, type KeptFigure, type KeptReport, keepReport } from './keptReport.ts';
export { decodeLegacy, detectLegacy, isLegacyFontName, type LegacyEncoding } from './legacyFont.ts';
export { type ParagraphState, type PlannedParagraph, WRITTEN_STATES } from './mergeNarrative.ts';
export type { Message, Slot } from './message.ts';
export { OUTLINE } from './narrative/index.ts';
export {
  composeNarrative,
  type Narrative,
  type NarrativePart,
  type NumberToken,
  type OpenPoint,
  type Paragraph,
  sentenceOperands,
  textOf,
} from './narrative.ts';
export { type NarrativePlan, planNarrative, planNarrativeSheets, reportText } from './narrativePlan.ts';
export { planNewAnnex } from './newAnnex.ts';
export type * from './paragraph.ts';
export type { Outlier } from './peers.ts';
export { type Period, readPeriod } from './period.ts';
export { comparePeriods, type PeriodFigure, type PeriodRate, type PeriodRow, type PeriodTable } from './periodTable.ts';
export { planClear, planMarks, undo } from './plan.ts';
export { planCheck } from './planCheck.ts';
export { planConsolidation } from './planConsolidation.ts';
export { type GivenReason, hasNote, planReason } from './planReason.ts';
export {
  type BookState,
  type CellState,
  type CellWrite,
  planWrites,
  type SheetState,
  sheetNamed,
  type Target,
  type Write,
} from './planWrites.ts';
export { type FilledPreset, type Preset, presetsFor } from './preset.ts';
export type {
  Previous,
  PreviousFile,
  PreviousPeriods,
} from './previous.ts';
export { isRefusal, type PreviousNote, type PreviousNoteKind } from './previousNote.ts';
export { type PreviousSource, placeOf as previousPlace } from './previousSource.ts';
export { fingerprintOf, type Readiness, readinessOf } from './readiness.ts';
export { renewNumbers } from './regenerate.ts';
export type { Figure, Report } from './report.ts';
export type { AnnexLine, Block, ReportDocument } from './reportDocument.ts';
export { type RosterResult, type RosterUnit, readRosterOf } from './roster.ts';
export type { Check, Comparison, Condition, Examples, Facts, Form, Rule, Trend } from './rule.ts';
export { BETWEEN, type BetweenRuleId } from './rules/between.ts';
export { CONTENT, RULE_ORDER, RULES_VERSION, type RuleId, STRUCTURE, type StructureRule } from './rules/index.ts';
export { PRESETS } from './rules/presets.ts';
export { STALE, TEXT, type TextExample, type TextRule } from './rules/text.ts';
export { freeSheetName } from './sheetName.ts';
export type { Situation } from './situation.ts';
export { endsBefore, type Relation } from './span.ts';
export { findStale } from './stale.ts';
export { cleanSentence, SEVERITY_NAMES } from './stateNames.ts';
export type { Expected, Submission, SubmissionState } from './submission.ts';
export { problemsOf, stateText, submissionSummary, submissionTodo } from './submissionSheet.ts';
export type { Summary } from './summary.ts';
export { GENERAL, hasRoom, isWritable, tableFormula, tableValue, widthOf } from './tableCells.ts';
export { fontSize, isSeverityLook, joinedAreas, joinedLines, TABLE_COLOURS, tableFormat } from './tableLayout.ts';
export { codeOfRow, isFillable, nameOf, partsOf, printedCode, type Template, type TemplateRow } from './template.ts';
export { ownTemplate, planTemplateSheet, readTemplateSheet } from './templateSheet.ts';
export { type Key, pl01b2024 } from './templates/index.ts';
export { TERM_NAMES } from './terms.ts';
export type { Claim } from './textCheck.ts';
export { formulaOfToken } from './tokenFormula.ts';
export { totalText } from './totalText.ts';
export { type Inapplicable, variantOf } from './variant.ts';
export { capitalise, shorten, tidy, writeDecimal, writeNumber, writeSigned } from './vietnamese.ts';
