// The words of an opened finding, in Vietnamese: loaded with what it shows.
import type { Store } from './store.ts';

const VIETNAMESE_DETAIL = {
  finding: {
    sides: 'Hai vế',
    left: 'Ghi',
    right: 'Đối chiếu',
    imbalance: 'Lệch',
    less: (size: string) => `ít hơn ${size}`,
    more: (size: string) => `nhiều hơn ${size}`,
    goTo: (address: string) => `Đến ô ${address}`,
    cells: 'Các ô liên quan',
    blank: 'trống',
    basis: 'Căn cứ',
    fix: 'Sửa nhanh…',
  },
  fix: {
    text: (text: string) => `“${text}” (dạng chữ)`,
    number: (text: string) => `${text} (dạng số)`,
    blank: 'ô trống',
    preview: (address: string, before: string, after: string) => `Ô ${address}: ${before} → ${after}`,
    apply: 'Sửa',
    applyAll: (count: number) => `Sửa ${count} ô`,
    cancel: 'Không sửa',
  },
  template: {
    name: (name: string) => `Mẫu biểu của địa phương: ${name}`,
    all: 'Mọi quy tắc và tỷ lệ đều áp dụng được.',
    left: (count: number) => `${count} quy tắc, tỷ lệ không áp dụng theo mẫu này:`,
  },
  reason: {
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
  },
};

export type DetailWords = typeof VIETNAMESE_DETAIL;

/** The chosen language's: English brings its own. */
export function detailWords(store: Store): DetailWords {
  return store.words().detail ?? VIETNAMESE_DETAIL;
}
