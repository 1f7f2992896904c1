// The catalogue of derived rates. Sources: QĐ 766/QĐ-TTg of 23/6/2022 for the rates on dossiers; else plain shares of the annex's rows.
import type { IndicatorRecord } from './indicator.ts';

const NO_TASKS = 'không có nhiệm vụ';
const NO_DOSSIERS = 'không phát sinh hồ sơ';
const NOT_COMPUTABLE = 'không tính được (mẫu số bằng 0)';

export const INDICATORS: readonly IndicatorRecord[] = [
  {
    id: 'plan-completion',
    name: 'Tỷ lệ hoàn thành nhiệm vụ theo Kế hoạch CCHC',
    numerator: ['1.1.2'],
    denominator: ['1.1.1'],
    whenZero: NO_TASKS,
  },
  {
    id: 'assigned-completion',
    name: 'Tỷ lệ hoàn thành nhiệm vụ cấp trên giao',
    numerator: ['1.3.2', '1.3.3'],
    denominator: ['1.3.1'],
    whenZero: NO_TASKS,
  },
  {
    id: 'assigned-ontime',
    name: 'Tỷ lệ nhiệm vụ hoàn thành đúng hạn trên tổng số nhiệm vụ được giao',
    numerator: ['1.3.2'],
    denominator: ['1.3.1'],
    whenZero: NO_TASKS,
  },
  {
    id: 'issues-resolved',
    name: 'Tỷ lệ vấn đề phát hiện qua kiểm tra đã xử lý xong',
    numerator: ['1.2.3'],
    denominator: ['1.2.2'],
    whenZero: 'không phát hiện vấn đề',
  },
  {
    id: 'documents-resolved',
    name: 'Tỷ lệ VBQPPL có kiến nghị xử lý đã được xử lý xong',
    numerator: ['2.5'],
    denominator: ['2.4'],
    whenZero: 'không có văn bản kiến nghị',
  },
  {
    id: 'ontime-rate',
    name: 'Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn',
    numerator: ['3.3.2'],
    denominator: ['3.3.2', 'L'],
    whenZero: NO_DOSSIERS,
  },
  {
    id: 'direct-share',
    name: 'Tỷ lệ hồ sơ tiếp nhận trực tiếp trên tổng số hồ sơ tiếp nhận',
    numerator: ['3.3.1.a'],
    denominator: ['3.3.1'],
    whenZero: NO_DOSSIERS,
  },
  {
    id: 'postal-share',
    name: 'Tỷ lệ hồ sơ tiếp nhận qua dịch vụ BCCI trên tổng số hồ sơ tiếp nhận',
    numerator: ['3.3.1.b'],
    denominator: ['3.3.1'],
    whenZero: NO_DOSSIERS,
  },
  {
    id: 'online-share',
    name: 'Tỷ lệ hồ sơ tiếp nhận trực tuyến trên tổng số hồ sơ tiếp nhận',
    numerator: ['3.3.1.c', '3.3.1.d'],
    denominator: ['3.3.1'],
    whenZero: NO_DOSSIERS,
  },
  {
    id: 'full-online-share',
    name: 'Tỷ lệ hồ sơ trực tuyến toàn trình trên tổng số hồ sơ tiếp nhận',
    numerator: ['3.3.1.d'],
    denominator: ['3.3.1'],
    whenZero: NO_DOSSIERS,
  },
  {
    id: 'full-of-online',
    name: 'Tỷ lệ hồ sơ trực tuyến toàn trình trên tổng số hồ sơ trực tuyến',
    numerator: ['3.3.1.d'],
    denominator: ['3.3.1.c', '3.3.1.d'],
    whenZero: 'không phát sinh hồ sơ trực tuyến',
  },
  {
    id: 'portal-publication',
    name: 'Tỷ lệ hồ sơ công khai kết quả trên Cổng dịch vụ công',
    numerator: ['3.4.1'],
    denominator: ['3.3.2', 'L'],
    whenZero: NO_DOSSIERS,
  },
  {
    id: 'site-publication',
    name: 'Tỷ lệ hồ sơ công khai kết quả trên Trang thông tin điện tử',
    numerator: ['3.4.2'],
    denominator: ['3.3.2', 'L'],
    whenZero: NO_DOSSIERS,
  },
  {
    id: 'apology-rate',
    name: 'Tỷ lệ hồ sơ quá hạn đã công khai xin lỗi',
    numerator: ['3.5'],
    denominator: ['L', 'Q'],
    whenZero: 'không có hồ sơ quá hạn',
    atMostWhole: true,
  },
  {
    id: 'payment-coverage',
    name: 'Tỷ lệ TTHC tích hợp thanh toán trực tuyến trên tổng số TTHC đang áp dụng (gồm cả TTHC không thu phí, lệ phí)',
    numerator: ['3.4.3'],
    denominator: ['3.1.3'],
    whenZero: NOT_COMPUTABLE,
  },
  {
    id: 'staffing',
    name: 'Tỷ lệ biên chế có mặt trên biên chế được giao',
    numerator: ['4.1.2'],
    denominator: ['4.1.1'],
    whenZero: NOT_COMPUTABLE,
  },
  {
    id: 'staff-cut',
    name: 'Tỷ lệ biên chế đã tinh giản trên biên chế được giao',
    numerator: ['4.1.3'],
    denominator: ['4.1.1'],
    whenZero: NOT_COMPUTABLE,
  },
  {
    id: 'online-service-coverage',
    name: 'Tỷ lệ TTHC cung cấp dịch vụ công trực tuyến trên tổng số TTHC đang áp dụng',
    numerator: ['7.5.1', '7.5.2'],
    denominator: ['3.1.3'],
    whenZero: NOT_COMPUTABLE,
  },
  {
    id: 'full-service-share',
    name: 'Tỷ lệ TTHC cung cấp dịch vụ công trực tuyến toàn trình trên tổng số TTHC đang áp dụng',
    numerator: ['7.5.2'],
    denominator: ['3.1.3'],
    whenZero: NOT_COMPUTABLE,
  },
];
