// The catalogue of what an official types once on "Thông tin báo cáo" because the annex has no row for it.

/** Numbers that rules use. K, P, Q … are the letters of the rule catalogue. */
export type InputKey = 'K' | 'L' | 'P' | 'Q' | 'B' | 'R';
export type InfoKey = InputKey | 'unit' | 'period' | 'chotso' | 'gomK';

export interface Input {
  readonly key: InfoKey;
  readonly label: string;
  readonly help: string;
  readonly kind: 'text' | 'count' | 'choice';
  readonly choices?: readonly string[];
  /** How a message names it. */
  readonly name?: string;
}

export const CARRIED_OVER_INCLUDED = 'Rồi';

export const INPUTS: readonly Input[] = [
  { key: 'unit', label: 'Đơn vị báo cáo', help: 'Ví dụ: UBND xã Hoằng Hợp.', kind: 'text' },
  { key: 'period', label: 'Kỳ báo cáo', help: 'Ví dụ: 6 tháng đầu năm 2024, quý I năm 2024, năm 2024.', kind: 'text' },
  { key: 'chotso', label: 'Số liệu tính đến ngày', help: 'Ví dụ: 31/5/2024.', kind: 'text' },
  {
    key: 'K',
    label: 'Hồ sơ kỳ trước chuyển sang',
    help: 'Chưa giải quyết xong khi hết kỳ trước.',
    kind: 'count',
    name: 'số hồ sơ kỳ trước chuyển sang',
  },
  {
    key: 'gomK',
    label: 'Dòng 3.3.1 đã cộng số hồ sơ kỳ trước chuyển sang chưa?',
    help: 'Chọn Chưa hoặc Rồi; để trống được hiểu là Chưa.',
    kind: 'choice',
    choices: ['Chưa', CARRIED_OVER_INCLUDED],
  },
  {
    key: 'L',
    label: 'Hồ sơ đã giải quyết nhưng quá hạn',
    help: 'Không gồm trong dòng 3.3.2. “Đúng hẹn” trong Phụ lục 01b gồm cả hồ sơ giải quyết trước hạn.',
    kind: 'count',
    name: 'số hồ sơ giải quyết quá hạn',
  },
  { key: 'P', label: 'Hồ sơ đang giải quyết', help: '', kind: 'count', name: 'số hồ sơ đang giải quyết' },
  {
    key: 'Q',
    label: 'Trong đó: hồ sơ đang giải quyết đã quá hạn',
    help: '',
    kind: 'count',
    name: 'số hồ sơ đang giải quyết đã quá hạn',
  },
  {
    key: 'B',
    label: 'Hồ sơ đang chờ người nộp bổ sung',
    help: '',
    kind: 'count',
    name: 'số hồ sơ chờ bổ sung',
  },
  {
    key: 'R',
    label: 'Hồ sơ trả lại hoặc người nộp xin rút',
    help: '',
    kind: 'count',
    name: 'số hồ sơ trả lại, xin rút',
  },
];
