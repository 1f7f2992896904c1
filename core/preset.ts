// Reasons ready to be given: a sentence that fits a rule, filled with the finding's imbalance.

import { fromNumber } from './decimal.ts';
import type { Finding } from './finding.ts';
import type { BetweenRuleId, ContentRuleId } from './rules/index.ts';
import { PRESETS } from './rules/presets.ts';
import type { Key } from './templates/index.ts';
import { capitalise, writeDecimal } from './vietnamese.ts';

export interface Preset {
  readonly rules: readonly (ContentRuleId | BetweenRuleId)[];
  /** "{n}" stands for the size of the imbalance. */
  readonly text: string;
  /** Only where the left side is less, or more, than the right one. */
  readonly side?: 'less' | 'more';
  /** What "{n}" is where the finding has no imbalance: a sum of its figures. */
  readonly size?: readonly (readonly [number, Key])[];
  /** {n} is also an input that the annex has no row for. */
  readonly writes?: 'K';
}

/** A preset for one finding. */
export interface FilledPreset {
  readonly text: string;
  /** What is to be typed in "Thông tin báo cáo" with it. */
  readonly input: { readonly key: 'K'; readonly value: number } | null;
}

/** Those of the finding's rule, in the order of the catalogue. */
export function presetsFor(finding: Finding): readonly FilledPreset[] {
  const { imbalance } = finding;
  const side = imbalance === null || imbalance === 0 ? null : imbalance < 0 ? 'less' : 'more';
  return PRESETS.filter(
    (preset) => preset.rules.some((rule) => rule === finding.rule) && (!preset.side || preset.side === side),
  ).map((preset) => fill(preset, finding));
}

/** Without a size the sentence does without its number. */
function fill(preset: Preset, finding: Finding): FilledPreset {
  const size = sizeOf(preset, finding);
  const exact = size === null ? null : fromNumber(size);
  const text = preset.text.replace(/\{n\} ?/, exact ? `${writeDecimal(exact)} ` : '');
  const input = preset.writes && size !== null && Number.isInteger(size) ? { key: preset.writes, value: size } : null;
  return { text: capitalise(text), input };
}

function sizeOf({ size }: Preset, { cells, imbalance }: Finding): number | null {
  if (imbalance !== null) return Math.abs(imbalance);
  let sum = 0;
  for (const [factor, key] of size ?? []) {
    const value = cells.find((cell) => cell.key === key)?.value ?? null;
    if (value === null) return null;
    sum += factor * value;
  }
  return sum > 0 ? sum : null;
}
