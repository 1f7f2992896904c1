// The catalogue of what an official types once on "Thông tin báo cáo" because the annex has no row for it.

/** Numbers that rules and sentences use. K, P, Q … are the letters of the rule catalogue. */
export const INPUT_KEYS = [
  'K',
  'L',
  'P',
  'Q',
  'B',
  'R',
  'nhap.chuyenmuc',
  'nhap.tinbai',
  'nhap.task_late',
  'nhap.pakn',
  'nhap.pakn_dung',
] as const;

export type InputKey = (typeof INPUT_KEYS)[number];

export type InfoKey =
  | InputKey
  | 'unit'
  | 'loai'
  | 'hoaloai'
  | 'huyen'
  | 'tinh'
  | 'period'
  | 'chotso'
  | 'gomK'
  | 'nhap.thungansach'
  | 'vb.so'
  | 'vb.ngay'
  | 'vb.captren'
  | 'vb.kinhgui'
  | 'vb.chucvu'
  | 'vb.nguoiky'
  | 'vb.noinhan'
  | 'vb.boPhanSoan'
  | 'kh.dang'
  | 'kh.so'
  | 'kh.ngay'
  | 'cv.loai'
  | 'cv.so'
  | 'cv.ngay'
  | 'cv.coquan'
  | 'cv.trichyeu'
  | 'xn.khonggiao'
  | 'xn.congbolai'
  | 'xn.diagioi'
  | 'xn.datdai'
  | 'themso0'
  | 'vanbanmat'
  | 'goiy';

/** What the official said, or what follows from it: see `isTold`. */
export type Told =
  | 'carriedOverIncluded'
  | 'noTasksAssigned'
  | 'listsRepublished'
  | 'noBoundaryFree'
  | 'noFieldDossiers'
  | 'exceptSecret'
  | 'suggestions'
  | 'requestLetter'
  | 'planByPlan'
  | 'planByDecision'
  | 'planDatedInPeriod'
  | 'cutOffDate'
  | 'budget'
  | 'nextPeriodKnown';

export interface Input {
  readonly key: InfoKey;
  readonly label: string;
  readonly kind: 'text' | 'count' | 'choice' | 'date';
  readonly choices?: readonly string[];
  /** How a message names it. */
  readonly name?: string;
}

export interface InputGroup {
  readonly title: string;
  readonly inputs: readonly Input[];
}

export const CARRIED_OVER_INCLUDED = 'Rồi';
export const YES = 'Có';
export const NO = 'Không';
export const DECISION = 'Quyết định';
export const DEPUTY = 'Phó Chủ tịch';
const YES_OR_NO = [YES, NO];

export const INPUT_GROUPS: readonly InputGroup[] = [
  {
    title: 'Đơn vị và kỳ báo cáo',
    inputs: [
      { key: 'unit', label: 'Đơn vị báo cáo', kind: 'text' },
      {
        key: 'loai',
        label: 'Loại đơn vị hành chính',
        kind: 'choice',
        choices: ['xã', 'phường', 'thị trấn', 'đặc khu'],
      },
      {
        key: 'hoaloai',
        label: 'Tên đơn vị đặt theo số, tên người hoặc sự kiện?',
        kind: 'choice',
        choices: YES_OR_NO,
      },
      {
        key: 'huyen',
        label: 'Thuộc huyện, quận, thị xã, thành phố',
        kind: 'text',
      },
      {
        key: 'tinh',
        label: 'Thuộc tỉnh, thành phố trực thuộc trung ương',
        kind: 'text',
      },
      {
        key: 'period',
        label: 'Kỳ báo cáo',
        kind: 'text',
      },
      { key: 'chotso', label: 'Số liệu tính đến ngày', kind: 'date' },
    ],
  },
  {
    title: 'Hồ sơ thủ tục hành chính',
    inputs: [
      {
        key: 'K',
        label: 'Hồ sơ kỳ trước chuyển sang',
        kind: 'count',
        name: 'số hồ sơ kỳ trước chuyển sang',
      },
      {
        key: 'gomK',
        label: 'Dòng 3.3.1 đã cộng số hồ sơ kỳ trước chuyển sang chưa?',
        kind: 'choice',
        choices: ['Chưa', CARRIED_OVER_INCLUDED],
      },
      {
        key: 'L',
        label: 'Hồ sơ đã giải quyết nhưng quá hạn',
        kind: 'count',
        name: 'số hồ sơ giải quyết quá hạn',
      },
      { key: 'P', label: 'Hồ sơ đang giải quyết', kind: 'count', name: 'số hồ sơ đang giải quyết' },
      {
        key: 'Q',
        label: 'Trong đó: hồ sơ đang giải quyết đã quá hạn',
        kind: 'count',
        name: 'số hồ sơ đang giải quyết đã quá hạn',
      },
      {
        key: 'B',
        label: 'Hồ sơ đang chờ người nộp bổ sung',
        kind: 'count',
        name: 'số hồ sơ chờ bổ sung',
      },
      {
        key: 'R',
        label: 'Hồ sơ trả lại hoặc người nộp xin rút',
        kind: 'count',
        name: 'số hồ sơ trả lại, xin rút',
      },
    ],
  },
  {
    title: 'Số liệu khác dùng trong lời văn',
    inputs: [
      { key: 'nhap.chuyenmuc', label: 'Chuyên mục truyền thanh về CCHC đã phát', kind: 'count' },
      { key: 'nhap.tinbai', label: 'Tin, bài về CCHC đã phát', kind: 'count' },
      {
        key: 'nhap.task_late',
        label: 'Nhiệm vụ cấp trên giao chưa hoàn thành đã quá hạn',
        kind: 'count',
      },
      {
        key: 'nhap.pakn',
        label: 'Phản ánh, kiến nghị về quy định hành chính đã tiếp nhận',
        kind: 'count',
      },
      { key: 'nhap.pakn_dung', label: 'Trong đó: đã xử lý đúng hạn', kind: 'count' },
      {
        key: 'nhap.thungansach',
        label: 'Thu ngân sách nhà nước trên địa bàn',
        kind: 'text',
      },
    ],
  },
  {
    title: 'Xác nhận khi số liệu chưa đủ rõ',
    inputs: [
      {
        key: 'xn.khonggiao',
        label: 'Mục 1.3.1 bằng 0: trong kỳ cấp trên không giao nhiệm vụ nào?',
        kind: 'choice',
        choices: YES_OR_NO,
      },
      {
        key: 'xn.congbolai',
        label: 'Mục 3.1.1 bằng mục 3.1.3: trong kỳ công bố lại toàn bộ danh mục TTHC?',
        kind: 'choice',
        choices: YES_OR_NO,
      },
      {
        key: 'xn.diagioi',
        label: 'Mục 3.2.6 bằng 0: chưa tiếp nhận hồ sơ không phụ thuộc vào địa giới hành chính?',
        kind: 'choice',
        choices: YES_OR_NO,
      },
      {
        key: 'xn.datdai',
        label: 'Mục 3.3.3 và 3.3.4 bằng 0: trong kỳ không phát sinh hồ sơ đất đai, xây dựng?',
        kind: 'choice',
        choices: YES_OR_NO,
      },
    ],
  },
  {
    title: 'Văn bản báo cáo',
    inputs: [
      { key: 'vb.so', label: 'Số báo cáo', kind: 'text' },
      { key: 'vb.ngay', label: 'Ngày ký báo cáo', kind: 'date' },
      {
        key: 'vb.captren',
        label: 'Ghi tên cơ quan cấp trên ở đầu báo cáo?',
        kind: 'choice',
        choices: YES_OR_NO,
      },
      {
        key: 'vb.kinhgui',
        label: 'Kính gửi',
        kind: 'text',
      },
      { key: 'vb.chucvu', label: 'Chức vụ người ký', kind: 'choice', choices: ['Chủ tịch', DEPUTY] },
      { key: 'vb.nguoiky', label: 'Họ và tên người ký', kind: 'text' },
      {
        key: 'vb.noinhan',
        label: 'Nơi nhận khác',
        kind: 'text',
      },
      {
        key: 'vb.boPhanSoan',
        label: 'Bộ phận soạn thảo (ghi sau “VT,” ở dòng Lưu)',
        kind: 'text',
      },
      {
        key: 'kh.dang',
        label: 'Kế hoạch CCHC của năm ban hành bằng',
        kind: 'choice',
        choices: ['Kế hoạch', DECISION],
      },
      { key: 'kh.so', label: 'Số của kế hoạch hoặc quyết định đó', kind: 'text' },
      { key: 'kh.ngay', label: 'Ngày ban hành kế hoạch hoặc quyết định đó', kind: 'date' },
      {
        key: 'cv.loai',
        label: 'Văn bản yêu cầu báo cáo: loại',
        kind: 'text',
      },
      { key: 'cv.so', label: 'Văn bản yêu cầu báo cáo: số, ký hiệu', kind: 'text' },
      { key: 'cv.ngay', label: 'Văn bản yêu cầu báo cáo: ngày', kind: 'date' },
      {
        key: 'cv.coquan',
        label: 'Văn bản yêu cầu báo cáo: cơ quan ban hành',
        kind: 'text',
      },
      {
        key: 'cv.trichyeu',
        label: 'Văn bản yêu cầu báo cáo: về việc',
        kind: 'text',
      },
    ],
  },
  {
    title: 'Cách viết lời văn',
    inputs: [
      {
        key: 'themso0',
        label: 'Viết số nhỏ hơn 10 có số 0 ở trước (04 hồ sơ)?',
        kind: 'choice',
        choices: YES_OR_NO,
      },
      {
        key: 'vanbanmat',
        label: 'Ghi “trừ văn bản mật theo quy định” ở câu về văn bản đi?',
        kind: 'choice',
        choices: YES_OR_NO,
      },
      {
        key: 'goiy',
        label: 'Thêm câu gợi ý cho phần Đánh giá chung?',
        kind: 'choice',
        choices: YES_OR_NO,
      },
    ],
  },
];

export const INPUTS: readonly Input[] = INPUT_GROUPS.flatMap((group) => group.inputs);
