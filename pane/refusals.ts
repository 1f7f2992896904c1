// Why a batch was refused, in Vietnamese: loaded before the first one is written.
import { a1, type Outcome, type RefusalCode, sheetsLeft } from '../core/index.ts';
import type { Store } from './store.ts';

const VIETNAMESE_REFUSALS = {
  changed: (cell: string | null) =>
    cell === null ? 'Bảng đã đổi, chưa ghi gì. Kiểm tra lại.' : `Ô ${cell} đã đổi, chưa sửa gì. Kiểm tra lại.`,
  'sheet-missing': () => 'Trang tính đã bị đổi tên hoặc xóa, chưa ghi gì. Kiểm tra lại.',
  protected: () =>
    'Trang tính đang được bảo vệ, chưa ghi gì. Bỏ bảo vệ (Excel: thẻ Xem lại; Google: menu Dữ liệu) rồi thử lại.',
  busy: () => 'Một ô đang gõ dở hoặc người khác đang ghi, chưa ghi gì. Nhấn Enter, đợi một lát rồi thử lại.',
  failed: () => 'Chưa ghi được vào bảng; bảng vẫn như cũ. Hãy thử lại.',
  interrupted: (_cell, sheets) =>
    `Đang ghi thì bị ngắt, có thể đã ghi dở. Hãy xem lại ${sheets ? `trang tính ${sheets}` : 'bảng'}.`,
} satisfies Record<RefusalCode, (cell: string | null, sheets: string) => string>;

export type RefusalWords = typeof VIETNAMESE_REFUSALS;

export function refusalText(store: Store, refused: Extract<Outcome, { applied: false }>): string {
  const { code, at } = refused;
  return wordsOf(store)[code](at ? a1(at) : null, sheetsLeft(refused));
}

export function sheetMissingText(store: Store): string {
  return wordsOf(store)['sheet-missing']();
}

function wordsOf(store: Store): RefusalWords {
  return store.words().refusal ?? VIETNAMESE_REFUSALS;
}
