// Paragraphs of "Lời văn báo cáo" whose figures have changed since they were written: which, from what, to what.

import { cellWords } from './cellWords.ts';
import { cellOf, type Subject } from './check.ts';
import { toNumber } from './decimal.ts';
import { type Finding, writeHint } from './finding.ts';
import { isKey } from './form.ts';
import { a1, type Workbook } from './grid.ts';
import { INPUT_KEYS, INPUTS } from './inputs.ts';
import { valueAddress } from './locate.ts';
import { fillWords, write, writeOn } from './message.ts';
import { narrativeFacts } from './narrative.ts';
import { NARRATIVE_COLUMNS, readNarrativeSheet, type SheetRow } from './narrativeSheet.ts';
import type { PreviousPeriods } from './previous.ts';
import type { Facts, Operand } from './rule.ts';
import { STALE } from './rules/text.ts';
import { nameOf } from './template.ts';
import { BEFORE, type Compared, cellBefore, comparedWith } from './trend.ts';
import { joinAnd, writeNumber } from './vietnamese.ts';

interface Changed {
  readonly operand: Operand;
  /** The earlier period whose figure it is. */
  readonly of: Compared | null;
  readonly before: number | null;
  readonly now: number | null;
}

/** One finding a paragraph. None without the sheet, and none on what the official took out or wrote themselves. */
export function findStale(
  subject: Subject,
  findings: () => readonly Finding[],
  workbook: Workbook,
  previous: PreviousPeriods | null,
): readonly Finding[] {
  const sheet = readNarrativeSheet(workbook);
  if (!sheet) return [];
  const facts = narrativeFacts({ ...subject, findings: findings() });
  const compared = comparedWith({ ...subject, previous });
  const known = new Map<string, Operand>([...subject.template.rows.map(({ key }) => key), ...INPUT_KEYS].map(itself));
  return sheet.rows.flatMap((row) => {
    if (row.id === null || row.text === '' || !row.base) return [];
    const changed = changesIn(row.base.figures, known, { facts, compared });
    return changed.length === 0 ? [] : [staleFinding(subject, facts, sheet.grid.name, row, changed)];
  });
}

function itself(operand: Operand): readonly [string, Operand] {
  return [operand, operand];
}

/**
 * `known`: what the stored names may stand for; a tampered sheet names anything. Figures of an earlier period that is
 * not at hand now, as of a file that was given then, have not changed.
 */
function changesIn(
  figures: Readonly<Record<string, number | null>>,
  known: ReadonlyMap<string, Operand>,
  { facts, compared }: { readonly facts: Facts; readonly compared: Compared | null },
): readonly Changed[] {
  return Object.entries(figures).flatMap(([name, before]) => {
    const of = name.startsWith(BEFORE) ? compared : null;
    const operand = known.get(of ? name.slice(BEFORE.length) : name);
    if (operand === undefined) return [];
    const { figure, input } = of?.facts ?? facts;
    const value = isKey(operand) ? figure(operand) : input(operand);
    const now = value && toNumber(value);
    return now === before ? [] : [{ operand, of, before, now }];
  });
}

function staleFinding(
  subject: Subject,
  facts: Facts,
  sheet: string,
  row: SheetRow,
  changed: readonly Changed[],
): Finding {
  const at = { row: row.row, column: NARRATIVE_COLUMNS.text };
  const key = changed.map((one) => one.operand).find(isKey) ?? null;
  const changes = joinAnd(changed.map((one) => `${placeOf(subject, one)} ${shown(one.before)} → ${shown(one.now)}`));
  const filling = fillWords({ paragraph: row.id ?? '', sheet, cell: a1(at), changes });
  return {
    rule: STALE.id,
    severity: STALE.severity,
    key,
    at: null,
    cells: [
      ...changed.flatMap(({ operand, of }) => (of ? [] : cellOf(subject, facts, operand))),
      { key: null, address: a1(at), value: null, sheet },
    ],
    left: null,
    right: null,
    imbalance: null,
    basis: STALE.basis,
    explained: null,
    fix: null,
    message: write(STALE.message, filling),
    hint: writeHint({ before: '', todo: writeOn(STALE.hint.todo, filling), ifRight: '' }),
  };
}

/** "mục 1.1.2 (ô D12)", "mục 3.3.1 của cùng kỳ năm trước (ô D45 của “6T2023”)", "“Hồ sơ kỳ trước chuyển sang” (ô B12 của “Thông tin báo cáo”)". */
function placeOf({ template, layout, inputs }: Subject, { operand, of }: Changed): string {
  if (of) {
    const [cell] = cellBefore(of, operand);
    const name = isKey(operand) ? nameOf(template, operand) : `“${labelOf(operand)}”`;
    return `${name} của ${of.name}${cell ? ` (${cellWords(cell)})` : ''}`;
  }
  if (isKey(operand)) {
    const address = valueAddress(layout, operand);
    return `${nameOf(template, operand)}${address ? ` (ô ${a1(address)})` : ''}`;
  }
  const at = inputs.cells.get(operand);
  return `“${labelOf(operand)}”${at ? ` (ô ${a1(at)} của “${at.sheet}”)` : ''}`;
}

function labelOf(operand: Operand): string {
  return INPUTS.find((input) => input.key === operand)?.label ?? operand;
}

function shown(value: number | null): string {
  return value === null ? 'trống' : writeNumber(value);
}
