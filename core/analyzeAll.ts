// The whole pipeline, prose and reasons included.
import { type Analysis, type AnalyzeOptions, analyzeFigures } from './analyze.ts';
import { explain } from './explanation.ts';
import type { Workbook } from './grid.ts';
import { findStale } from './stale.ts';
import { ownTemplate } from './templateSheet.ts';
import { checkText } from './textCheck.ts';
import { variantOf } from './variant.ts';

const READERS = { checkText, findStale, explain, ownTemplate, variantOf };

/** Checks the annex, the report's text where one is given, and the sheet "Lời văn báo cáo" where there is one. */
export function analyze(workbook: Workbook, options: AnalyzeOptions = {}): Analysis {
  return analyzeFigures(workbook, options, READERS);
}
