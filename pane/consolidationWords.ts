// The words of the view for the level above, in Vietnamese: loaded with it.
import { writeNumber } from '../core/index.ts';
import type { Store } from './store.ts';

const VIETNAMESE_CONSOLIDATION = {
  title: 'Tổng hợp nhiều báo cáo',
  intro:
    'Cộng Phụ lục 01b của nhiều đơn vị thành một bảng. Chọn trang tính trong tệp này, tệp các đơn vị gửi lên, hoặc cả hai. Tệp được đọc ngay trên máy, không gửi đi đâu.',
  sheets: 'Trang tính có Phụ lục 01b trong tệp này',
  hidden: (sheet: string) => `${sheet} (đang ẩn)`,
  files: 'Chọn tệp của các đơn vị…',
  chosen: (count: number) => `Đã chọn ${writeNumber(count)} tệp.`,
  dropFiles: 'Bỏ các tệp đã chọn',
  roster: 'Chọn danh sách đơn vị…',
  rosterHelp:
    'Danh sách không bắt buộc: mỗi dòng một đơn vị, có thể thêm cột “Hạn nộp”, “Ngày nhận”. Có danh sách mới biết đơn vị nào chưa nộp, nộp chậm.',
  rosterRead: (name: string, count: number) => `Danh sách “${name}”: ${writeNumber(count)} đơn vị.`,
  rosterProblem: (name: string, problem: string) => `Danh sách đơn vị “${name}”: ${problem.replace(/\.$/, '')}.`,
  dropRoster: 'Bỏ danh sách',
  run: 'Tổng hợp',
  nothingChosen: 'Chưa chọn trang tính hoặc tệp nào để tổng hợp.',
  reading: (done: number, total: number) => `Đang đọc báo cáo ${writeNumber(done)}/${writeNumber(total)}…`,
  stop: 'Dừng',
  stopped: 'Đã dừng, chưa tổng hợp. Bảng không bị thay đổi.',
  unreadable: 'Không đọc được tệp. Có thể tệp đang mở ở chương trình khác: hãy đóng lại rồi chọn lần nữa.',

  errorCount: (count: number) =>
    count === 0
      ? 'Các báo cáo đọc được không còn lỗi chưa giải trình.'
      : `Các báo cáo đọc được còn ${writeNumber(count)} lỗi chưa giải trình.`,
  none: 'Không có báo cáo nào cộng được nên không ghi bảng tổng hợp. Xem mục “Cần xử lý”.',
  tooMany: (count: number, most: number) =>
    `Một trang tính chỉ đủ cột cho ${writeNumber(most)} đơn vị, ở đây có ${writeNumber(count)}; hãy tổng hợp thành nhiều lần.`,
  sheetLost: (sheet: string) =>
    `Trang tính “${sheet}” đã bị đổi tên, bị xóa hoặc không còn Phụ lục 01b, chưa ghi gì. Hãy bấm Chọn lại nguồn.`,
  write: 'Ghi bảng tổng hợp vào tệp này',
  written: 'Đã ghi trang tính “Tổng hợp”, “Tình hình nộp báo cáo” và “Lỗi và số khác thường”.',
  save: 'Lưu thành tệp .xlsx mới',
  fileName: (period: string) => ['Tổng hợp Phụ lục 01b', period].filter((part) => part !== '').join(' '),
  saved: (name: string) => `Đã tải “${name}”.`,
  notSaved: 'Ở đây không tải tệp về được. Hãy ghi bảng tổng hợp vào tệp này.',
  saveFailed: 'Chưa lập được tệp tổng hợp. Bảng không bị thay đổi. Hãy thử lại.',
  again: 'Chọn lại nguồn',
  period: 'Kỳ báo cáo',
  mostCommon: 'Kỳ mà nhiều báo cáo ghi nhất',

  todo: (count: number) => `Cần xử lý (${writeNumber(count)})`,
  nothingToDo: 'Mọi báo cáo đã chọn đều được cộng.',
  toSheet: 'Đến trang tính',
  errors: (count: number) => `Lỗi chưa giải trình (${writeNumber(count)})`,
  errorsOf: (unit: string, count: number) => `${unit}: ${writeNumber(count)} lỗi`,
  cell: (address: string) => `ô ${address}`,
  outliers: (count: number) => `Khác xa các đơn vị khác (${writeNumber(count)})`,
  rates: 'Tỷ lệ chung',
  without: (count: number) => `thiếu số liệu của ${writeNumber(count)} đơn vị`,
  notYet: 'Chưa đủ số liệu',
  rows: 'Số liệu từng dòng',
  rowsHelp: 'Bấm vào một dòng để xem số của từng đơn vị lấy ở đâu.',
  blank: 'trống',
  noCell: 'bảng không có dòng này',
  more: (count: number) => `… và ${writeNumber(count)} mục nữa, xem ở các trang tính được ghi ra.`,
};

export type ConsolidationWords = typeof VIETNAMESE_CONSOLIDATION;

/** The words of the chosen language. */
export function consolidationWords(store: Store): ConsolidationWords {
  return store.words().consolidation ?? VIETNAMESE_CONSOLIDATION;
}
