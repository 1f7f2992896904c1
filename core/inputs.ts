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
  readonly help: string;
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
      { key: 'unit', label: 'Đơn vị báo cáo', help: 'Ví dụ: UBND xã Hoằng Hợp.', kind: 'text' },
      {
        key: 'loai',
        label: 'Loại đơn vị hành chính',
        help: 'Để trống nếu tên đơn vị ở trên đã ghi xã, phường, thị trấn hay đặc khu.',
        kind: 'choice',
        choices: ['xã', 'phường', 'thị trấn', 'đặc khu'],
      },
      {
        key: 'hoaloai',
        label: 'Tên đơn vị đặt theo số, tên người hoặc sự kiện?',
        help: 'Có thì viết “Phường 14”, “Phường Điện Biên Phủ”.',
        kind: 'choice',
        choices: YES_OR_NO,
      },
      {
        key: 'huyen',
        label: 'Thuộc huyện, quận, thị xã, thành phố',
        help: 'Ví dụ: huyện Hoằng Hóa. Kỳ kết thúc sau ngày 01/7/2025 thì để trống.',
        kind: 'text',
      },
      {
        key: 'tinh',
        label: 'Thuộc tỉnh, thành phố trực thuộc trung ương',
        help: 'Ví dụ: tỉnh Thanh Hóa; thành phố Đà Nẵng.',
        kind: 'text',
      },
      {
        key: 'period',
        label: 'Kỳ báo cáo',
        help: 'Ví dụ: 6 tháng đầu năm 2024, quý I năm 2024, năm 2024.',
        kind: 'text',
      },
      { key: 'chotso', label: 'Số liệu tính đến ngày', help: 'Ví dụ: 31/5/2024.', kind: 'date' },
    ],
  },
  {
    title: 'Hồ sơ thủ tục hành chính',
    inputs: [
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
        help: 'Không gồm trong dòng 3.3.2. “Đúng hẹn” trong Phụ lục 01b gồm cả hồ sơ giải quyết trước hạn. Không có thì ghi 0.',
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
    ],
  },
  {
    title: 'Số liệu khác dùng trong lời văn',
    inputs: [
      { key: 'nhap.chuyenmuc', label: 'Chuyên mục truyền thanh về CCHC đã phát', help: '', kind: 'count' },
      { key: 'nhap.tinbai', label: 'Tin, bài về CCHC đã phát', help: '', kind: 'count' },
      {
        key: 'nhap.task_late',
        label: 'Nhiệm vụ cấp trên giao chưa hoàn thành đã quá hạn',
        help: 'Phụ lục 01b không có dòng này.',
        kind: 'count',
      },
      {
        key: 'nhap.pakn',
        label: 'Phản ánh, kiến nghị về quy định hành chính đã tiếp nhận',
        help: 'Không có thì ghi 0.',
        kind: 'count',
      },
      { key: 'nhap.pakn_dung', label: 'Trong đó: đã xử lý đúng hạn', help: '', kind: 'count' },
      {
        key: 'nhap.thungansach',
        label: 'Thu ngân sách nhà nước trên địa bàn',
        help: 'Ghi cả đơn vị, ví dụ: 8,8 tỷ đồng.',
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
        help: 'Có: đúng như vậy.',
        kind: 'choice',
        choices: YES_OR_NO,
      },
      {
        key: 'xn.congbolai',
        label: 'Mục 3.1.1 bằng mục 3.1.3: trong kỳ công bố lại toàn bộ danh mục TTHC?',
        help: 'Có: cấp có thẩm quyền công bố lại toàn bộ danh mục.',
        kind: 'choice',
        choices: YES_OR_NO,
      },
      {
        key: 'xn.diagioi',
        label: 'Mục 3.2.6 bằng 0: chưa tiếp nhận hồ sơ không phụ thuộc vào địa giới hành chính?',
        help: 'Chỉ hỏi với kỳ kết thúc sau ngày 01/7/2025. Có: đúng là chưa thực hiện.',
        kind: 'choice',
        choices: YES_OR_NO,
      },
      {
        key: 'xn.datdai',
        label: 'Mục 3.3.3 và 3.3.4 bằng 0: trong kỳ không phát sinh hồ sơ đất đai, xây dựng?',
        help: 'Có: không phát sinh. Có hồ sơ nhưng chưa giải quyết xong thì chọn Không.',
        kind: 'choice',
        choices: YES_OR_NO,
      },
    ],
  },
  {
    title: 'Văn bản báo cáo',
    inputs: [
      { key: 'vb.so', label: 'Số báo cáo', help: 'Ví dụ: 35. Để trống nếu lấy số khi phát hành.', kind: 'text' },
      { key: 'vb.ngay', label: 'Ngày ký báo cáo', help: 'Ví dụ: 04/6/2024.', kind: 'date' },
      {
        key: 'vb.captren',
        label: 'Ghi tên cơ quan cấp trên ở đầu báo cáo?',
        help: 'Theo quy định của địa phương; để trống được hiểu là Không.',
        kind: 'choice',
        choices: YES_OR_NO,
      },
      {
        key: 'vb.kinhgui',
        label: 'Kính gửi',
        help: 'Để trống thì gửi UBND và cơ quan nội vụ cấp trên trực tiếp. Nhiều nơi thì cách nhau bằng dấu chấm phẩy.',
        kind: 'text',
      },
      { key: 'vb.chucvu', label: 'Chức vụ người ký', help: '', kind: 'choice', choices: ['Chủ tịch', DEPUTY] },
      { key: 'vb.nguoiky', label: 'Họ và tên người ký', help: '', kind: 'text' },
      {
        key: 'vb.noinhan',
        label: 'Nơi nhận khác',
        help: 'Thêm vào các nơi mặc định; nhiều nơi thì cách nhau bằng dấu chấm phẩy.',
        kind: 'text',
      },
      {
        key: 'vb.boPhanSoan',
        label: 'Bộ phận soạn thảo (ghi sau “VT,” ở dòng Lưu)',
        help: 'Ví dụ: VP, VHXH.',
        kind: 'text',
      },
      {
        key: 'kh.dang',
        label: 'Kế hoạch CCHC của năm ban hành bằng',
        help: 'Kế hoạch, hoặc Quyết định ban hành kế hoạch.',
        kind: 'choice',
        choices: ['Kế hoạch', DECISION],
      },
      { key: 'kh.so', label: 'Số của kế hoạch hoặc quyết định đó', help: 'Ví dụ: 01.', kind: 'text' },
      { key: 'kh.ngay', label: 'Ngày ban hành kế hoạch hoặc quyết định đó', help: 'Ví dụ: 02/01/2024.', kind: 'date' },
      {
        key: 'cv.loai',
        label: 'Văn bản yêu cầu báo cáo: loại',
        help: 'Ví dụ: Công văn. Không có thì để trống cả năm dòng.',
        kind: 'text',
      },
      { key: 'cv.so', label: 'Văn bản yêu cầu báo cáo: số, ký hiệu', help: 'Ví dụ: 1250/UBND-NV.', kind: 'text' },
      { key: 'cv.ngay', label: 'Văn bản yêu cầu báo cáo: ngày', help: 'Ví dụ: 20/5/2024.', kind: 'date' },
      {
        key: 'cv.coquan',
        label: 'Văn bản yêu cầu báo cáo: cơ quan ban hành',
        help: 'Ví dụ: UBND huyện Hoằng Hóa.',
        kind: 'text',
      },
      {
        key: 'cv.trichyeu',
        label: 'Văn bản yêu cầu báo cáo: về việc',
        help: 'Ví dụ: báo cáo công tác cải cách hành chính 6 tháng đầu năm 2024.',
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
        help: 'Để trống được hiểu là Có.',
        kind: 'choice',
        choices: YES_OR_NO,
      },
      {
        key: 'vanbanmat',
        label: 'Ghi “trừ văn bản mật theo quy định” ở câu về văn bản đi?',
        help: 'Để trống được hiểu là Không.',
        kind: 'choice',
        choices: YES_OR_NO,
      },
      {
        key: 'goiy',
        label: 'Thêm câu gợi ý cho phần Đánh giá chung?',
        help: 'Câu gợi ý lấy từ số liệu; đơn vị đọc lại, sửa rồi dùng. Để trống được hiểu là Không.',
        kind: 'choice',
        choices: YES_OR_NO,
      },
    ],
  },
];

export const INPUTS: readonly Input[] = INPUT_GROUPS.flatMap((group) => group.inputs);
