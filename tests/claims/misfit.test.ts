// Why a number is not taken for a pattern: the part of the pattern that its words miss, as whoever writes a pattern is told.
import { expect, it } from 'vitest';
import { misfitOf } from '../../core/claim.ts';
import { CLAIMS } from '../../core/claims/index.ts';
import { mentionsIn } from '../../core/mention.ts';
import { readPassages } from '../../core/passage.ts';
import { paragraphsOf } from './table.ts';

/** The first number of the prose against the pattern. */
function misfit(id: string, text: string): string | null {
  const record = CLAIMS.find((one) => one.id === id);
  const [mention] = mentionsIn(readPassages(paragraphsOf(text)).passages);
  if (!record || !mention) throw new Error(`No pattern ${id}, or no number in “${text}”`);
  return misfitOf(record, mention);
}

it.each<[string, string, string | null]>([
  ['received', 'UBND xã đã tiếp nhận 494 hồ sơ.', null],
  ['received', 'UBND xã đã tiếp nhận 494 văn bản.', 'units'],
  ['received', 'UBND xã đã tiếp nhận 94% hồ sơ.', 'percent'],
  ['received', 'UBND xã đã giải quyết 494 hồ sơ.', 'needs'],
  ['received', 'Tiếp nhận 494 hồ sơ trực tuyến.', 'not'],
  ['plan-tasks-listed', 'Kế hoạch CCHC có 38 nhiệm vụ.', 'nearest'],
  ['solved-online', 'Tiếp nhận 494 hồ sơ trực tuyến.', 'scope'],
  ['posts-filled', 'Tổng số người: hiện có 17 người.', 'under'],
  ['posts-filled', 'Cán bộ, công chức: có mặt 17 người.', null],
  ['posts-filled', 'Công chức: có mặt 17 người.', 'notAbove'],
  ['received', 'Lĩnh vực hộ tịch: tiếp nhận 494 hồ sơ.', 'fields'],
  ['tasks-done-unsaid', 'Kế hoạch chuyển đổi số: hoàn thành 19 nhiệm vụ.', 'fields'],
  ['received', 'Tiếp nhận 494 hồ sơ màu xanh.', 'allows'],
])('%s: “%s” %s', (id, text, part) => {
  expect(misfit(id, text)).toBe(part);
});
