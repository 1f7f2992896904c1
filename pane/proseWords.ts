// The words of the views on prose, in Vietnamese: loaded with them.
import { type ParagraphState, WRITTEN_STATES, writeNumber } from '../core/index.ts';
import type { Store } from './store.ts';

const VIETNAMESE_PROSE = {
  narrative: {
    loading: 'Đang soạn…',
    withheld: (count: number) => `Chưa soạn ${count} đoạn vì thiếu số liệu hoặc số liệu mâu thuẫn.`,
    ownLeft: (count: number) => `Còn ${count} đoạn để đơn vị tự viết.`,
    willWrite: (count: number, parts: readonly string[]) => `Sẽ ghi ${count} đoạn: ${parts.join(', ')}.`,
    counted: WRITTEN_STATES,
    states: {
      new: 'Mới',
      updated: 'Đã thay số mới',
      unchanged: 'Như cũ',
      kept: 'Giữ câu đã sửa tay',
      review: 'Cần xem lại',
      conflict: 'Có hai bản, chọn một',
      withheld: 'Chưa soạn',
      removed: 'Đã bỏ',
      own: 'Đơn vị tự thêm',
    } satisfies Record<ParagraphState, string>,
    draftByErrors: (errors: number) =>
      `Còn ${errors} lỗi chưa sửa, chưa giải trình: lời văn chỉ là bản nháp, các số liên quan có dấu ⚠.`,
    draft: 'Lời văn còn chỗ ghi trong ngoặc ⟦ ⟧ hoặc cần xem lại: chỉ là bản nháp.',
    write: 'Ghi vào trang “Lời văn báo cáo”',
    written: 'Đã ghi trang tính “Lời văn báo cáo”. Sửa câu chữ ngay tại đó; lần soạn sau vẫn giữ câu đã sửa.',
    copy: 'Sao chép',
    copied: 'Đã sao chép lời văn.',
    copyByHand: 'Nhấn Ctrl + C để sao chép đoạn chữ đang chọn.',
    word: 'Tải tệp Word',
    saved: (name: string) => `Đã tải “${name}”.`,
    notSaved: 'Ở đây không tải tệp về được. Hãy ghi vào trang “Lời văn báo cáo”, hoặc bấm Sao chép rồi dán vào Word.',
    wordFailed: 'Chưa lập được tệp Word. Bảng không bị thay đổi. Hãy thử lại.',
    number: (text: string) => `Số ${text} lấy ở đâu`,
    cellsOf: (addresses: string) => `các ô ${addresses}`,
    cellOf: (address: string) => `ô ${address}`,
    close: 'Đóng',
    show: 'Hiện',
    showAll: 'cả báo cáo',
    showOpen: 'đoạn cần xem',
    nothingOpen: 'Không có đoạn nào cần xem.',
    fileName: (unit: string, period: string) => ['Báo cáo CCHC', unit, period].filter((part) => part !== '').join(' '),
  },
  compare: {
    intro: 'Đối chiếu báo cáo đã viết với Phụ lục 01b: dán lời văn vào đây hoặc chọn tệp .docx, .txt.',
    text: 'Lời văn cần đối chiếu',
    file: 'Chọn tệp…',
    chosen: (name: string, paragraphs: number) => `Đã đọc “${name}”: ${writeNumber(paragraphs)} đoạn.`,
    run: 'Đối chiếu',
    empty: 'Chưa có lời văn để đối chiếu. Hãy dán lời văn hoặc chọn tệp.',
    outcomes: { agrees: 'Khớp', differs: 'Lệch', 'not-compared': 'Chưa đối chiếu được' },
    done: (agrees: number, differs: number, open: number) =>
      `Đã đối chiếu xong: ${agrees} số khớp, ${differs} số lệch, ${open} số chưa đối chiếu được.`,
    none: 'Không thấy số liệu nào trong lời văn này.',
    noneHere: 'Không có mục nào.',
    claims: 'Các số trong lời văn',
    another: 'Đối chiếu lời văn khác',
  },
};

export type ProseWords = typeof VIETNAMESE_PROSE;

/** The words of the chosen language. */
export function proseWords(store: Store): ProseWords {
  return store.words().prose ?? VIETNAMESE_PROSE;
}
