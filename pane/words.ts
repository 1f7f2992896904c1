// Every word of the pane, in Vietnamese. English, for developers, is loaded only when asked for (english.ts).
import { cleanSentence, type Readiness, SEVERITY_NAMES, type Summary, writeNumber } from '../core/index.ts';
import type { ConsolidationWords } from './consolidationWords.ts';
import type { DetailWords } from './detailWords.ts';
import type { MenuWords } from './menuBody.tsx';
import type { MissingWords } from './missingView.tsx';
import type { PreviousWords } from './previousBox.tsx';
import type { ProseWords } from './proseWords.ts';
import type { RefusalWords } from './refusals.ts';
import type { PaneFailure, View } from './state.ts';

export const VIETNAMESE = {
  language: 'vi',
  title: 'Báo cáo CCHC',
  views: { figures: 'Số liệu', narrative: 'Lời văn', compare: 'Đối chiếu', consolidation: 'Tổng hợp' } satisfies Record<
    View,
    string
  >,
  viewsLabel: 'Phần việc',

  first: {
    text: 'Kiểm tra số liệu Phụ lục 01b và soạn lời văn báo cáo CCHC. Số liệu chỉ nằm trong tệp này, không gửi đi đâu.',
    start: 'Bắt đầu',
  },
  ready: {
    rows: ({ rows, missingRows, fillable, filled, blank }: Readiness) => {
      if (missingRows === 0 && blank === 0)
        return `Đã nhận ra Phụ lục 01b, đủ ${rows} dòng; ${fillable} dòng phải ghi số, đã ghi ${filled}.`;
      const parts = [
        missingRows === 0 ? `đủ ${rows} dòng` : `thiếu ${missingRows} dòng của mẫu`,
        blank === 0 ? `đã ghi ${filled} ô số liệu` : `còn ${blank} ô chưa ghi số`,
      ];
      return `Đã nhận ra Phụ lục 01b: ${parts.join(', ')}.`;
    },
    unit: 'Đơn vị',
    period: 'Kỳ báo cáo',
    sheet: 'Trang tính',
    previous: (found: string | null) => `Kỳ trước: ${found ?? 'không so'}`,
    unknown: 'chưa ghi',
    fillIn: 'Ghi ở “Thông tin báo cáo”',
  },
  check: 'Kiểm tra số liệu',
  checkAgain: 'Kiểm tra lại',
  running: (done: number, total: number) => `Đang đọc ${writeNumber(done)}/${writeNumber(total)} ô…`,
  working: 'Đang làm…',
  stop: 'Dừng',

  severity: SEVERITY_NAMES,
  severityHelp: {
    error: 'Các số không khớp nhau; phải sửa hoặc giải trình.',
    warning: 'Khác thường; nên xem lại.',
    info: 'Nên cân nhắc.',
  } satisfies typeof SEVERITY_NAMES,
  undecided: 'Chưa đủ số liệu',
  undecidedHelp: 'Quy tắc chưa so được vì có ô đang trống hoặc chưa đọc được số.',
  explained: 'Đã giải trình',
  results: {
    title: 'Kết quả kiểm tra',
    filters: 'Lọc kết quả',
    group: 'Xếp theo',
    bySection: 'mục',
    bySeverity: 'mức độ',
    whole: 'Cả bảng',
    checkedAt: (hour: number, minute: number) => `Kiểm tra lúc ${hour} giờ ${String(minute).padStart(2, '0')}`,
    found: ({ errors, warnings, infos, undecided }: Summary) =>
      `Đã kiểm tra xong: ${errors} lỗi, ${warnings} cảnh báo, ${infos} gợi ý, ${undecided} quy tắc chưa đủ số liệu.`,
    none: 'Không có mục nào ở bộ lọc này.',
    previous: 'Mục trước',
    next: 'Mục sau',
    place: (index: number, count: number) => `${index === 0 ? '–' : index}/${count}`,
    list: 'Danh sách kết quả',
    keys: 'F8 và Shift + F8: sang mục sau, mục trước. Enter: đến ô.',
    rates: 'Tỷ lệ tính từ Phụ lục',
    notYet: 'Chưa đủ số liệu',
  },
  clean: cleanSentence,
  scope: 'Công cụ chỉ so các số với nhau, không thay việc đối chiếu với hồ sơ gốc.',

  finding: {
    row: (key: string) => `Mục ${key}`,
    cell: (address: string) => `ô ${address}`,
    wholeSheet: 'Cả bảng',
    text: 'Lời văn',
    blanks: (count: number) => `${count} ô chưa ghi số.`,
  },
  fix: {
    all: (count: number) => `Sửa nhanh ${count} ô…`,
    done: (count: number) => `Đã sửa ${count} ô.`,
    undo: 'Hoàn tác',
    undone: (count: number) => `Đã trả lại ${count} ô như trước khi sửa.`,
  },
  mark: 'Đánh dấu ô cần xem',
  unmark: 'Bỏ đánh dấu',
  marked: (count: number) => `Đã đánh dấu ${count} ô cần xem.`,
  unmarked: 'Đã bỏ đánh dấu. Màu, ghi chú và định dạng của bảng vẫn như cũ.',
  report: 'Xuất phiếu kiểm tra số liệu',
  reported: 'Đã ghi trang tính “Phiếu kiểm tra số liệu” và “Tỷ lệ tính từ Phụ lục”.',
  write: 'Soạn lời văn',

  changed: (hour: number, minute: number) =>
    `Số liệu đã thay đổi sau lần kiểm tra lúc ${hour} giờ ${String(minute).padStart(2, '0')}.`,
  auto: 'Tự động kiểm tra lại khi sửa số',

  failure: {
    busy: 'Chưa đọc được trang tính. Có thể một ô đang gõ dở: nhấn Enter, rồi bấm Thử lại. Bảng không bị thay đổi.',
    stopped: 'Đã dừng. Bảng không bị thay đổi.',
    'too-large': 'Tệp này quá lớn, chưa đọc hết được. Hãy tách Phụ lục 01b sang một tệp riêng rồi thử lại.',
    failed: 'Chưa đọc được trang tính. Bảng không bị thay đổi. Hãy bấm Thử lại; nếu vẫn vậy, đóng rồi mở lại tệp.',
    unloaded:
      'Chưa tải được một phần của công cụ. Hãy kiểm tra kết nối mạng rồi thử lại; nếu vẫn vậy, đóng rồi mở lại khung này.',
  } satisfies Record<PaneFailure, string>,
  retry: 'Thử lại',
  menu: 'Cài đặt và trợ giúp',
  close: 'Đóng thông báo',
};

/** Where words of parts that are loaded later come with it, as in English; the Vietnamese ones are loaded with the parts. */
export type Words = typeof VIETNAMESE & {
  readonly prose?: ProseWords;
  readonly detail?: DetailWords;
  readonly settings?: MenuWords;
  readonly consolidation?: ConsolidationWords;
  readonly missing?: MissingWords;
  readonly previous?: PreviousWords;
  readonly refusal?: RefusalWords;
};
