// The findings as a list to walk: filtered, grouped, each with a name by which its place is remembered.
import { type Analysis, type Finding, gather, type Severity, type Undecided } from '../core/index.ts';
import type { Filter, Grouping, State } from './state.ts';
import type { Words } from './words.ts';

export type Entry =
  | { readonly kind: 'finding'; readonly name: string; readonly finding: Finding }
  | { readonly kind: 'blanks'; readonly name: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'undecided'; readonly name: string; readonly undecided: Undecided };

export interface Group {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** The groups of the list in their order, empty ones left out. */
export function groupsOf(
  analysis: Analysis,
  { filter, grouping }: Pick<State, 'filter' | 'grouping'>,
  words: Words,
): readonly Group[] {
  const isShown = (one: Filter) => filter === null || filter === one;
  const findings = openFindings(analysis).filter(({ severity }) => isShown(severity));
  const explained = isShown('explained') ? analysis.findings.filter((finding) => finding.explained) : [];
  return named([
    ...grouped(analysis, findings, grouping, words),
    ...(isShown('undecided') ? undecidedGroup(analysis, words) : []),
    ...[groupOf(words.explained, explained)].filter(isThere),
  ]);
}

function openFindings({ findings }: Analysis): readonly Finding[] {
  return findings.filter(({ explained }) => !explained);
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

function grouped(analysis: Analysis, findings: readonly Finding[], grouping: Grouping, words: Words): readonly Group[] {
  if (grouping === 'severity') {
    return SEVERITIES.map((severity) => {
      return groupOf(
        words.severity[severity],
        findings.filter((finding) => finding.severity === severity),
      );
    }).filter(isThere);
  }
  const sections = [...new Set(findings.map(sectionOf))].sort();
  return sections.map((section) => {
    return groupOf(
      sectionTitle(analysis, section, words),
      findings.filter((finding) => sectionOf(finding) === section),
    );
  });
}

function groupOf(title: string, findings: readonly Finding[]): Group {
  const entries = gather(findings).map((one): Entry => {
    return one.length === 1
      ? { kind: 'finding', name: findingName(one[0]), finding: one[0] }
      : { kind: 'blanks', name: 'blanks', findings: one };
  });
  return { title, entries };
}

function isThere({ entries }: Group): boolean {
  return entries.length > 0;
}

/** "3" of "3.3.1.a"; what is about the whole sheet comes first. */
function sectionOf({ key }: Finding): string {
  return key?.split('.')[0] ?? '';
}

function sectionTitle({ template }: Analysis, section: string, words: Words): string {
  const row = template.rows.find(({ key }) => key === section);
  return row ? `${row.key}. ${row.label}` : words.results.whole;
}

function undecidedGroup({ undecided }: Analysis, words: Words): readonly Group[] {
  if (undecided.length === 0) return [];
  const entries = undecided.map((one): Entry => ({ kind: 'undecided', name: one.rule, undecided: one }));
  return [{ title: words.undecided, entries }];
}

/** The rule and the cells it speaks of: the same finding after another check, though its figures are others. */
function findingName({ rule, key, cells }: Finding): string {
  return [rule, key ?? '', ...cells.map(({ sheet, address }) => `${sheet ?? ''}!${address}`)].join(' ');
}

/** Names are unique: of equal ones the second is "… 2". */
function named(groups: readonly Group[]): readonly Group[] {
  const seen = new Map<string, number>();
  return groups.map((group) => ({
    ...group,
    entries: group.entries.map((entry) => {
      const count = (seen.get(entry.name) ?? 0) + 1;
      seen.set(entry.name, count);
      return count === 1 ? entry : { ...entry, name: `${entry.name} ${count}` };
    }),
  }));
}

export function countOf(analysis: Analysis, filter: Exclude<Filter, null>): number {
  if (filter === 'undecided') return analysis.undecided.length;
  if (filter === 'explained') return analysis.summary.explained;
  return openFindings(analysis).filter(({ severity }) => severity === filter).length;
}
