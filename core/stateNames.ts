// Severities and states in words, as every front end says them.
import type { Severity } from './change.ts';
import type { ParagraphState } from './mergeNarrative.ts';

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: 'Lỗi', warning: 'Cảnh báo', info: 'Gợi ý' };

/** What becomes of a paragraph, in words that follow a count, in the order they are told. What is withheld or removed is not written, and told apart. */
export const WRITTEN_STATES: readonly (readonly [ParagraphState, string])[] = [
  ['new', 'đoạn mới'],
  ['updated', 'đoạn đã thay số mới'],
  ['unchanged', 'đoạn như cũ'],
  ['kept', 'đoạn giữ câu đã sửa tay'],
  ['own', 'đoạn đơn vị tự thêm'],
  ['review', 'đoạn cần xem lại'],
  ['conflict', 'đoạn có hai bản, chọn một'],
];
