// What reads and writes reasons: loaded with the first one in the workbook, or with the form that asks for one.
export {
  explain,
  type FilledPreset,
  findingId,
  type GivenReason,
  hasNote,
  isReason,
  planReason,
  presetsFor,
  SHORTEST_REASON,
  tidy,
} from '../core/index.ts';
