// The words of reasons, in Vietnamese: loaded with what an opened finding shows.
import type { Store } from './store.ts';

const VIETNAMESE_REASON = {
  open: 'Giải trình…',
  change: 'Sửa giải trình…',
  given: 'Giải trình',
  ask: (least: number) => `Vì sao số liệu này đúng? (ít nhất ${least} ký tự)`,
  presets: 'Câu có sẵn',
  inNote: 'Ghi cả vào cột Ghi chú',
  types: (value: string) => `Ghi cả số ${value} vào “Thông tin báo cáo” (hồ sơ kỳ trước chuyển sang).`,
  save: 'Lưu giải trình',
  cancel: 'Không lưu',
  tooShort: (least: number) => `Giải trình phải có ít nhất ${least} ký tự.`,
  unfinished: 'Điền vào chỗ “…” rồi lưu.',
  saved: 'Đã lưu giải trình vào “Phiếu kiểm tra số liệu”.',
  changed: 'Số liệu của mục này đã đổi, chưa lưu giải trình. Xem lại rồi lưu.',
  reported: {
    same: 'Số liệu vẫn như ở lần kiểm tra ghi trên “Phiếu kiểm tra số liệu”.',
    changed: 'Số liệu đã đổi sau lần kiểm tra ghi trên “Phiếu kiểm tra số liệu”.',
  },
};

export type ReasonWords = typeof VIETNAMESE_REASON;

/** The chosen language's: English brings its own. */
export function reasonWords(store: Store): ReasonWords {
  return store.words().reason ?? VIETNAMESE_REASON;
}
