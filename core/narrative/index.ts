// The report from first to last: headings and paragraphs in their order.
import type { OutlineItem } from '../paragraph.ts';
import { assessment, closing } from './closing.ts';
import { direction, opening, reform } from './direction.ts';
import { electronic, organisation } from './organisation.ts';
import { institutions, procedures } from './procedures.ts';

export const OUTLINE: readonly OutlineItem[] = [
  reform,
  opening,
  ...direction,
  ...institutions,
  ...procedures,
  ...organisation,
  ...electronic,
  ...assessment,
  closing,
];
