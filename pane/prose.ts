// What reads and writes prose: loaded with the first text, not with the pane.
export {
  composeNarrative,
  findStale,
  formulaOfToken,
  planNarrative,
  planNarrativeSheets,
  planReportDocument,
  reportText,
  textOf,
} from '../core/index.ts';
