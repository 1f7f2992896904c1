// What is said of a file or a unit that is not counted as it stands: one record a state.
import type { Severity } from './change.ts';
import type { SubmissionState } from './submission.ts';

export interface SubmissionRule {
  readonly id: string;
  readonly severity: Severity;
  /** In the column "Tình trạng". */
  readonly name: string;
  readonly todo: string;
}

export const SUBMISSION_RULES: Readonly<Record<Exclude<SubmissionState, 'counted'>, SubmissionRule>> = {
  missing: {
    id: 'commune-missing',
    severity: 'error',
    name: 'Chưa nộp',
    todo: 'Đôn đốc đơn vị gửi Phụ lục 01b của kỳ này.',
  },
  'same-twice': {
    id: 'commune-duplicated',
    severity: 'info',
    name: 'Nộp trùng, số liệu như nhau; chỉ cộng một bản',
    todo: 'Chỉ giữ lại một bản.',
  },
  differs: {
    id: 'commune-duplicated',
    severity: 'error',
    name: 'Nhiều bản khác nhau, chưa cộng',
    todo: 'Hỏi lại đơn vị bản nào đúng, bỏ các bản kia rồi tổng hợp lại.',
  },
  'period-differs': {
    id: 'period-differs',
    severity: 'error',
    name: 'Khác kỳ báo cáo, chưa cộng',
    todo: 'Đề nghị đơn vị gửi báo cáo đúng kỳ, hoặc sửa kỳ ghi ở tiêu đề.',
  },
  'template-differs': {
    id: 'template-differs',
    severity: 'error',
    name: 'Không thấy bảng theo mẫu Phụ lục 01b, chưa cộng',
    todo: 'Đề nghị đơn vị ghi số liệu vào đúng mẫu Phụ lục 01b.',
  },
  'not-on-roster': {
    id: 'commune-not-on-roster',
    severity: 'error',
    name: 'Không có trong danh sách đơn vị, chưa cộng',
    todo: 'Sửa tên đơn vị trên tiêu đề của bảng, hoặc bổ sung đơn vị vào danh sách.',
  },
  unreadable: {
    id: 'file-unreadable',
    severity: 'error',
    name: 'Không đọc được tệp',
    todo: 'Mở lại tệp, lưu thành .xlsx rồi tổng hợp lại.',
  },
};

export const LATE: SubmissionRule = {
  id: 'commune-late',
  severity: 'warning',
  name: 'Nộp chậm',
  todo: 'Nhắc đơn vị gửi đúng hạn; ngày lưu tệp chỉ để tham khảo khi danh sách không có cột “Ngày nhận”.',
};
