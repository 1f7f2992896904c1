// The whole pipeline: prose, reasons and the earlier period included.
import { type Analysis, type AnalyzeOptions, analyzeFigures } from './analyze.ts';
import { comparePrevious } from './between.ts';
import { explain } from './explanation.ts';
import type { Workbook } from './grid.ts';
import { indicatorsOf } from './indicator.ts';
import { findStale } from './stale.ts';
import { ownTemplate } from './templateSheet.ts';
import { checkText } from './textCheck.ts';
import { variantOf } from './variant.ts';

const READERS = { checkText, findStale, explain, comparePrevious, indicatorsOf, ownTemplate, variantOf };

/**
 * Checks the annex, the report's text where one is given, the sheet "Lời văn báo cáo" where there is one, and an earlier
 * period where one is given or found.
 */
export function analyze(workbook: Workbook, options: AnalyzeOptions = {}): Analysis {
  return analyzeFigures(workbook, options, READERS);
}
