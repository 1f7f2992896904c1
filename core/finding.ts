// What a failed rule becomes: one finding with its cells, both sides, a sentence and what to do.
import type { CellChange, Severity } from './change.ts';
import type { Address } from './grid.ts';
import type { InputKey } from './inputs.ts';
import type { RuleId } from './rules/index.ts';
import type { Key } from './templates/index.ts';

/** A cell that a finding speaks of; `sheet` only when it is not on the annex, `file` only when it is in another file. */
export interface FindingCell {
  readonly key: Key | InputKey | null;
  readonly address: string;
  /** What the rules use; null for a blank or unreadable cell. */
  readonly value: number | null;
  readonly sheet?: string;
  readonly file?: string;
}

/** "ô D45", "ô D45 của “Quý I”", "ô D45 của “Phụ lục 01b”, tệp “quy-1.xlsx”". */
export function cellWords({ address, sheet, file }: Pick<FindingCell, 'address' | 'sheet' | 'file'>): string {
  return `ô ${address}${sheet === undefined ? '' : ` của “${sheet}”`}${file === undefined ? '' : `, tệp “${file}”`}`;
}

export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** The row it is about; null when it is about the whole sheet. */
  readonly key: Key | null;
  /** Where the mark goes: the likeliest cell. */
  readonly at: Address | null;
  readonly cells: readonly FindingCell[];
  readonly left: number | null;
  readonly right: number | null;
  /** left − right. */
  readonly imbalance: number | null;
  readonly message: string;
  readonly hint: string;
  readonly basis: string;
  /** The reason given for it, and the cell where it is written: "Phụ lục 01b!E45". */
  readonly explained: { readonly reason: string; readonly source: string } | null;
  /** A reason that does not hold, since its figures have changed or it is too short; and the hint without that. */
  readonly rejected?: { readonly reason: string; readonly hint: string };
  /** The one safe correction, where there is one. */
  readonly fix: CellChange | null;
}

/** "Cần làm: … Nếu số đúng: …", in that order, after anything said first. */
export function writeHint(parts: { readonly before: string; readonly todo: string; readonly ifRight: string }): string {
  return [parts.before, `Cần làm: ${parts.todo}`, parts.ifRight === '' ? '' : `Nếu số đúng: ${parts.ifRight}`]
    .filter((part) => part !== '')
    .join(' ');
}

/** A hint in its steps, each with its lead: "Cần làm:", "Nếu số đúng:"; what is said first has none. */
export function hintSteps(hint: string): readonly { readonly lead: string; readonly text: string }[] {
  return hint.split(/ ?(?=Cần làm: |Nếu số đúng: |Nếu cả hai đúng: )/).map((step) => {
    const [lead = ''] = /^(?:Cần làm|Nếu số đúng|Nếu cả hai đúng): /.exec(step) ?? [];
    return { lead: lead.trim(), text: step.slice(lead.length) };
  });
}

/** From so many blanks on, they are told together: an empty annex has sixty. */
const TOLD_TOGETHER = 6;

/** Findings as they are shown: each by itself, many blanks as one group at the end. */
export function gather(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const [first, ...others] = findings.filter(isBlankFinding);
  if (!first || others.length + 1 < TOLD_TOGETHER) return findings.map((finding) => [finding]);
  const single = findings.filter((finding) => !isBlankFinding(finding));
  return [...single.map((finding): [Finding] => [finding]), [first, ...others]];
}

function isBlankFinding({ rule }: Finding): boolean {
  return rule === 'value-blank';
}
