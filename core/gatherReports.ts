// The annexes of one workbook as reports for the level above: of a file sent in, one a unit; of the workbook that is
// open, one a sheet.
import { type Analysis, type AnalyzeOptions, analyzeFigures } from './analyze.ts';
import { isoOfDay } from './date.ts';
import { explain } from './explanation.ts';
import { type Grid, INFO_SHEET_ID, isTemplateSheet, ownSheetId, type Workbook } from './grid.ts';
import { readInputs } from './input.ts';
import { type GatheredFile, keepReport } from './keptReport.ts';
import { findStale } from './stale.ts';
import { ownTemplate } from './templateSheet.ts';
import { unitKey } from './unitName.ts';
import { variantOf } from './variant.ts';

/** What stands for the name of a file where the sheets are those of the workbook the totals are written into. */
export const THIS_WORKBOOK = 'Tệp này';

/** As `analyze` does where no text is given: what reads a report's text is large, and loaded for nothing else. */
function analyze(workbook: Workbook, options: AnalyzeOptions): Analysis {
  return analyzeFigures(workbook, options, { findStale, explain, ownTemplate, variantOf });
}

/** The template of all that is brought together, where it is not what each workbook brings itself. */
type ReadOptions = Pick<AnalyzeOptions, 'template'>;

/**
 * One analysis a unit, that of the sheet that would be checked first. A sheet of another unit is a report of its own;
 * one of the same unit, or of none, is an older copy or a draft.
 */
export function analysesOf(workbook: Workbook, options: ReadOptions = {}): readonly [Analysis, ...Analysis[]] {
  return unitsOf(workbook, analyze(workbook, options), options);
}

/** `first` is of the sheet that is checked when none is named. */
function unitsOf(workbook: Workbook, first: Analysis, options: ReadOptions): readonly [Analysis, ...Analysis[]] {
  if (first.sheet === null || first.otherSheets.length === 0) return [first];
  const [own, ...others] = [first.sheet, ...first.otherSheets].map((sheet) => byTitle(workbook, sheet, options));
  if (!own) return [first];
  const seen = new Set([own.unit]);
  const units = others.filter(({ unit }) => {
    if (unit === null || seen.has(unit)) return false;
    seen.add(unit);
    return true;
  });
  if (units.length === 0) return [first];
  const owner = ownerOfInputs(workbook, [own, ...units]);
  const whole = (one: Analysis) => (one === owner ? withInputs(workbook, one, options) : one);
  return [whole(own), ...units.map(whole)];
}

/** A file sent in. `saved` is the day it was last saved, "2024-06-10", null when unknown. */
export function gatherWorkbook(
  file: string,
  saved: string | null,
  workbook: Workbook,
  options: ReadOptions = {},
): GatheredFile {
  const first = analyze(workbook, options);
  const reports = unitsOf(workbook, first, options).flatMap((analysis) => keepReport(file, analysis) ?? []);
  const otherSheets = first.otherSheets.filter((name) => reports.every(({ sheet }) => sheet !== name));
  return { file, saved, reports: reports.map((report) => ({ ...report, otherSheets })), error: null };
}

/** The sheets that carry an annex, in the workbook's order; `analysis` is of any of them. */
export function annexSheetsOf({ sheet, otherSheets }: Analysis, workbook: Workbook): readonly string[] {
  const found = new Set([...(sheet === null ? [] : [sheet]), ...otherSheets]);
  return workbook.sheets.map(({ name }) => name).filter((name) => found.has(name));
}

/**
 * One sheet of the workbook that is open, of `sheets`, all that are brought together: a report whatever its unit, which
 * is the sheet's name where the title has none. Null when the sheet carries no annex.
 */
export function gatherSheet(
  workbook: Workbook,
  sheet: string,
  sheets: readonly string[],
  options: ReadOptions = {},
): GatheredFile | null {
  const own = byTitle(workbook, sheet, options);
  const isOwner = sheets.length === 1 || isNamedIn(workbook, own);
  const report = keepReport(THIS_WORKBOOK, isOwner ? withInputs(workbook, own, options) : own);
  if (!report) return null;
  const named = { ...report, unit: own.unit ?? report.unit ?? sheet };
  return { file: THIS_WORKBOOK, saved: null, reports: [{ ...named, otherSheets: [] }], error: null };
}

/** Without "Thông tin báo cáo": what is typed there is one unit's, never that of every annex in the workbook. */
function byTitle(workbook: Workbook, sheet: string, options: ReadOptions): Analysis {
  return analyze(
    only(workbook, sheet, (grid) => ownSheetId(grid) !== INFO_SHEET_ID),
    { ...options, sheet },
  );
}

function withInputs(workbook: Workbook, { sheet }: Analysis, options: ReadOptions): Analysis {
  const name = sheet ?? '';
  return analyze(
    only(workbook, name, () => true),
    { ...options, sheet: name },
  );
}

/** The annex and those sheets of ours that are wanted: every other annex would be looked for again each time. */
function only(workbook: Workbook, sheet: string, wanted: (own: Grid) => boolean): Workbook {
  const isOurs = (grid: Grid) => ownSheetId(grid) !== null || isTemplateSheet(grid);
  return {
    ...workbook,
    sheets: workbook.sheets.filter((grid) => grid.name === sheet || (isOurs(grid) && wanted(grid))),
  };
}

/** Whose inputs stand on "Thông tin báo cáo": the unit's named there, else that of the one annex that names none. */
function ownerOfInputs(workbook: Workbook, analyses: readonly Analysis[]): Analysis | null {
  const [nameless, ...others] = analyses.filter(({ unit }) => unit === null);
  const named = analyses.find((analysis) => isNamedIn(workbook, analysis));
  return named ?? (typedUnit(workbook) !== null && others.length === 0 ? (nameless ?? null) : null);
}

function isNamedIn(workbook: Workbook, { unit }: Analysis): boolean {
  const typed = typedUnit(workbook);
  return typed !== null && unit !== null && unitKey(unit) === unitKey(typed);
}

function typedUnit(workbook: Workbook): string | null {
  return readInputs(workbook).typed.get('unit')?.text ?? null;
}

/** Vietnam's hours ahead of UTC: a file saved early in the morning was not saved the day before. */
const HOURS_AHEAD = 7;

/** The day a file was saved, "2024-06-10", from milliseconds since 1970. */
export function savedDay(milliseconds: number): string | null {
  return isoOfDay(Math.floor((milliseconds + HOURS_AHEAD * 3_600_000) / 86_400_000));
}
