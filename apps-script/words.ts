// What the script itself says in Google Sheets: menu and messages.
import { cleanSentence, type FailureCode, type RefusalCode, type Summary } from '../core/index.ts';

export const WORDS = {
  title: 'Báo cáo CCHC',
  pane: 'Khung kiểm tra',
  check: 'Kiểm tra số liệu',
  narrate: 'Soạn lời văn',
  clear: 'Bỏ đánh dấu',
  openPane: 'Mở khung kiểm tra',
  createAnnex: 'Tạo Phụ lục 01b mới',
  missing:
    'Chưa thấy Phụ lục 01b trong tệp này. Công cụ tìm bảng có các cột “Số TT”, “Chỉ tiêu thống kê”, “Đơn vị tính”, “Số liệu”.',
  cleared: 'Đã bỏ đánh dấu.',
  created: 'Đã tạo Phụ lục 01b mới. Hãy ghi số vào cột Số liệu.',
  checked: (summary: Summary) =>
    summary.errors === 0
      ? cleanSentence(summary)
      : `Lỗi ${summary.errors} · Cảnh báo ${summary.warnings} · Gợi ý ${summary.infos} · Chưa đủ số liệu ${summary.undecided}. Các ô cần xem đã được đánh dấu; xem trang tính “Phiếu kiểm tra số liệu”.`,
  narrated: (errors: number) =>
    errors === 0
      ? 'Đã ghi trang tính “Lời văn báo cáo”.'
      : `Đã ghi trang tính “Lời văn báo cáo”. Còn ${errors} lỗi chưa sửa, chưa giải trình: lời văn chỉ là bản nháp.`,
  failure: {
    busy: 'Google Sheets đang bận, chưa đọc được. Hãy thử lại.',
    stopped: 'Đã dừng. Bảng không bị thay đổi.',
    'too-large': 'Tệp này quá lớn, chưa đọc hết được. Hãy tách Phụ lục 01b sang một tệp riêng rồi thử lại.',
    failed: 'Chưa đọc được trang tính. Bảng không bị thay đổi. Hãy thử lại.',
  } satisfies Record<FailureCode, string>,
  refusal: {
    changed: 'Bảng đã đổi trong lúc chạy, chưa ghi gì. Hãy thử lại.',
    'sheet-missing': 'Trang tính đã bị đổi tên hoặc xóa, chưa ghi gì. Hãy thử lại.',
    protected: 'Trang tính đang được bảo vệ, chưa ghi gì. Hãy hỏi chủ tệp để được quyền sửa rồi thử lại.',
    busy: 'Có người khác đang chạy công cụ trên tệp này, chưa ghi gì. Đợi một lát rồi thử lại.',
    failed: 'Chưa ghi được vào bảng; bảng vẫn như cũ. Hãy thử lại.',
    interrupted: 'Đang ghi thì bị ngắt, có thể đã ghi dở. Hãy xem lại trang tính',
  } satisfies Record<RefusalCode, string>,
} as const;
