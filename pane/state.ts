// What the pane knows at one moment. Everything on the screen follows from it.
import type {
  Analysis,
  CellChange,
  Consolidation,
  FailureCode,
  GatheredFile,
  Key,
  Period,
  PreviousFile,
  Readiness,
  RosterUnit,
  Severity,
  Template,
  Workbook,
} from '../core/index.ts';

export type View = 'figures' | 'narrative' | 'compare' | 'consolidation';
export type Theme = 'system' | 'light' | 'dark';
export type Language = 'vi' | 'en';
/** What the list shows: findings of one severity, explained ones, rules that lack figures, or everything. */
export type Filter = Severity | 'undecided' | 'explained' | null;
export type Grouping = 'section' | 'severity';

/** What the figures are held against: whatever the workbook itself holds, another file, or nothing. */
export type EarlierPeriod = 'here' | 'none' | PreviousFile;

/** A workbook as read, with what was found. */
export interface Checked {
  readonly workbook: Workbook;
  readonly analysis: Analysis;
  /** "quý I năm 2024 (trang tính “Quý I”)"; null where the figures are held against no earlier period. */
  readonly previous: string | null;
  readonly readiness: Readiness;
  readonly fingerprint: string;
  readonly time: Date;
}

/** A file of a commune, by the name it goes by here. */
export interface SourceFile {
  readonly name: string;
  readonly file: File;
}

/** The list of units that should report. */
export interface Roster {
  readonly name: string;
  readonly units: readonly RosterUnit[];
}

/** What is brought together. */
export interface Sources {
  /** Sheets of this workbook. */
  readonly sheets: readonly string[];
  readonly files: readonly SourceFile[];
  readonly roster: Roster | null;
}

/** What came of it, with what was read, so that it need not be read again. */
export interface Consolidated {
  readonly sources: Sources;
  readonly sheets: readonly GatheredFile[];
  readonly files: readonly GatheredFile[];
  /** The workbook's own, else the standard one. */
  readonly template: Template<Key>;
  /** The period asked for; null for the one that most reports are of. */
  readonly period: Period | null;
  readonly consolidation: Consolidation;
}

export type Phase =
  /** Never used before: says what this is. */
  | { readonly kind: 'first' }
  /** A first, quiet look. */
  | { readonly kind: 'looking' }
  | { readonly kind: 'missing'; readonly checked: Checked }
  | { readonly kind: 'ready'; readonly checked: Checked }
  | { readonly kind: 'results'; readonly checked: Checked }
  | { readonly kind: 'failed'; readonly code: PaneFailure };

/** What the host says of it, or a part of the pane could not be loaded. */
export type PaneFailure = FailureCode | 'unloaded';

/** One line on what was just done, with what may follow. */
export interface Notice {
  readonly tone: 'good' | 'bad';
  readonly text: string;
  readonly action?: 'undo' | 'check';
}

export interface State {
  readonly view: View;
  readonly phase: Phase;
  /** Something is being read or written. */
  readonly busy: boolean;
  /** Where a read is that takes longer than a blink. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly notice: Notice | null;
  /** The figures have changed since they were checked. */
  readonly stale: boolean;
  readonly auto: boolean;
  /** The sheet the official chose, when there are several or none was found. */
  readonly sheet: string | null;
  readonly previous: EarlierPeriod;
  readonly filter: Filter;
  readonly grouping: Grouping;
  /** Which finding is open, by `findingName`. */
  readonly open: string | null;
  /** What was corrected last, for undoing. */
  readonly corrected: readonly CellChange[];
  /** What came of the reports brought together last. */
  readonly consolidated: Consolidated | null;
  readonly theme: Theme;
  readonly language: Language;
}

export const START: State = {
  view: 'figures',
  phase: { kind: 'looking' },
  busy: false,
  progress: null,
  notice: null,
  stale: false,
  auto: false,
  sheet: null,
  previous: 'here',
  filter: null,
  grouping: 'section',
  open: null,
  corrected: [],
  consolidated: null,
  theme: 'system',
  language: 'vi',
};

/** What a look at a workbook leads to, before anything is checked. */
export function lookedAt(checked: Checked): Phase {
  return { kind: checked.analysis.sheet === null ? 'missing' : 'ready', checked };
}

/** The checked workbook of a state that has one. */
export function checkedOf({ phase }: State): Checked | null {
  return 'checked' in phase ? phase.checked : null;
}
