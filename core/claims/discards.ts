// Numbers that count nothing: dates, document numbers, years, legal references, list numbers. Records, tried in this order.

export interface Discard {
  /** What it is, for docs. */
  readonly name: string;
  /** The whole expression, from its first digit on, and what must stand right before it (looked at backwards: fast). Groups: year, quarter, months, part, month. */
  readonly is: RegExp;
  readonly example: string;
}

const WORD_END = '(?![\\p{L}\\p{N}])';
const DOCUMENT =
  'quyết định|nghị định|nghị quyết|thông tư|thông tư liên tịch|chỉ thị|công văn|kế hoạch|luật|đề án|hướng dẫn|thông báo|báo cáo|tờ trình|chương trình|chương trình hành động|văn bản|pháp lệnh|kết luận|công điện|quy định|quy chế|giấy mời|hiến pháp|kế hoạch hành động';
const COUNTED = 'hồ sơ|hs|bộ hồ sơ|tthc|thủ tục|dịch vụ|dvc|nhiệm vụ|văn bản|người|biên chế|phiếu|lượt|đồng chí|%';

export const DISCARDS: readonly Discard[] = [
  { name: 'ngày tháng', is: /\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}(?!\d)/uy, example: 'ngày 02/01/2024' },
  {
    name: 'số, ký hiệu văn bản',
    is: /\d+[a-zA-Z]?(?: ?\/ ?\d{4})? ?\/ ?[A-ZĐƯ]{2,}[\p{L}&]*(?: ?- ?[A-ZĐƯ][\p{L}&]*)*/uy,
    example: 'Nghị định số 61/2018/NĐ-CP',
  },
  { name: 'số, ký hiệu văn bản', is: /\d+[a-z]? ?- ?[A-ZĐƯ][\p{L}]*\/[\p{L}-]+/uy, example: 'Nghị quyết số 06-NQ/TU' },
  {
    name: 'số văn bản',
    is: new RegExp(`(?<=(?:${DOCUMENT}) số ?:? ?)\\d+(?:\\/\\d{4})?[a-z]?`, 'iuy'),
    example: 'Công văn số 5869',
  },
  {
    name: 'số văn bản',
    is: new RegExp(
      `(?<=(?:quyết định|nghị định|nghị quyết|thông tư|chỉ thị|công văn|đề án) )\\d{1,5}${WORD_END}(?! ?(?:${COUNTED}))(?![.,/]\\d)`,
      'iuy',
    ),
    example: 'Quyết định 204 của Bộ Nội vụ',
  },
  { name: 'ký hiệu', is: /(?<=[\p{L}_])\d+(?:[.,/:-]\d+)*/uy, example: 'IPv6' },
  {
    name: 'tiêu chuẩn',
    is: /(?<=(?:tcvn|iso|qcvn|iec|windows|office)[ \p{L}/-]{0,8})\d+(?:[:.-]\d+)*/iuy,
    example: 'TCVN ISO 9001:2015',
  },
  {
    name: 'dẫn chiếu',
    is: new RegExp(
      `(?<=(?:^|[^\\p{L}])(?:điều|khoản|điểm|chương|mục|phụ lục|mẫu|biểu|tiêu chí|hạng|bậc|loại|cấp độ|khóa|khoá|thứ|thôn|xóm|ấp|tổ|khu|khu phố|tổ dân phố|số nhà|phường|quận|quốc lộ|giai đoạn|bước|vùng)(?: số)? )\\d+(?:\\.\\d+)*(?:\\.?[a-zđ])?${WORD_END}(?! ?(?:${COUNTED}))`,
      'iuy',
    ),
    example: 'Điều 5 khoản 2',
  },
  { name: 'giai đoạn', is: /(?:19|20)\d{2} ?[-–—] ?(?:19|20)\d{2}(?!\d)/uy, example: 'giai đoạn 2021-2025' },
  {
    name: 'kỳ báo cáo',
    is: new RegExp(
      `(?<months>1[0-2]|0?[1-9]) tháng(?: (?<part>đầu|cuối))?(?: năm)?(?:,? (?<year>20\\d\\d))?${WORD_END}`,
      'iuy',
    ),
    example: '6 tháng đầu năm 2024',
  },
  {
    name: 'thời gian',
    is: new RegExp(`\\d+(?:[.,]\\d+)? ?(?:ngày|năm|tuần|giờ|phút|giây|quý|tháng)${WORD_END}`, 'iuy'),
    example: '03 ngày làm việc',
  },
  { name: 'giờ', is: /\d{1,2}[:h]\d{2}(?!\d)/uy, example: '7h30' },
  { name: 'giờ', is: /24 ?\/ ?(?:24|0?7)(?!\d)(?: giờ)?/uy, example: '24/7' },
  { name: 'tháng năm', is: /(?:1[0-2]|0?[1-9]) ?[/-] ?(?<year>20\d\d)(?!\d)/uy, example: '6/2024' },
  { name: 'số điện thoại', is: /0\d{2,4}[. ]\d{3}[. ]\d{3,4}(?!\d)|0\d{9}(?!\d)/uy, example: '0237.123.456' },
  { name: 'cách mạng công nghiệp', is: /[45]\.0(?!\d)/uy, example: 'công nghiệp 4.0' },
  {
    name: 'năm',
    is: new RegExp(`(?<year>(?:19|20)\\d{2})${WORD_END}(?! ?(?:${COUNTED}))(?![.,/]\\d)`, 'uy'),
    example: 'nhiệm vụ CCHC 2024',
  },
];

/** Expressions that start with a word and hold a number, or name a period without one. */
export const DISCARDED_PHRASES: readonly Discard[] = [
  { name: 'liên kết', is: /(?:https?:\/\/|www\.)[^\s<>]+/uy, example: 'http://hoanghop.thanhhoa.gov.vn' },
  {
    name: 'quý',
    is: /[Qq][Uu][ýíÝÍ] ?(?<quarter>IV|III|II|I|iv|iii|ii|i|[1-4])(?![\p{L}\p{N}])(?:[ ,]*(?:năm|\/|-)? ?(?<year>20\d\d)(?!\d))?/uy,
    example: 'Quý 2',
  },
  {
    name: 'khoảng thời gian',
    is: /[Tt]ừ (?:ngày )?\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})? ?(?:đến|tới|-|–)(?: hết)?(?: ngày)? ?\d{1,2}[/.]\d{1,2}[/.](?<to>20\d\d)(?!\d)/uy,
    example: 'từ ngày 15/12/2023 đến ngày 14/6/2024',
  },
  {
    name: 'từ ngày, trước ngày',
    is: /(?:[Kk]ể t|[Tt])ừ (?:ngày )?(?<since>\d{1,2}[/.]\d{1,2}[/.]20\d\d)(?!\d)(?: ?(?:đến nay|trở đi))?|[Ss]au ngày (?<after>\d{1,2}[/.]\d{1,2}[/.]20\d\d)(?!\d)|[Tt]rước ngày (?<until>\d{1,2}[/.]\d{1,2}[/.]20\d\d)(?!\d)/uy,
    example: 'từ ngày 01/7/2025 đến nay',
  },
  {
    name: 'tính đến ngày',
    is: /(?:[Tt]ính đ|[Đđ])ến(?: hết)? (?:ngày )?(?<upTo>\d{1,2}[/.]\d{1,2}[/.]20\d\d)(?!\d)/uy,
    example: 'tính đến ngày 31/3/2024',
  },
  {
    name: 'ngày tháng',
    is: /[Nn]gày \d{1,2} ?tháng ?\d{1,2}(?: ?năm ?\d{4})?(?!\d)/uy,
    example: 'ngày 04 tháng 6 năm 2024',
  },
  {
    name: 'ngày tháng',
    is: /[Nn]gày (?:3[01]|[12]\d|0?[1-9])(?: ?[/-] ?\d{1,2}){0,2}(?: ?[/-] ?\d{4})?(?![\d.,]*\d)/uy,
    example: 'ngày 30/4',
  },
  {
    name: 'tháng',
    is: /[Tt]háng (?<month>1[0-2]|0?[1-9])(?!\d)(?: ?(?:\/|năm|-) ?(?<year>20\d\d)(?!\d))?/uy,
    example: 'tháng 6',
  },
  {
    name: 'kỳ báo cáo',
    is: /(?<words>[Ss]áu|[Cc]hín|[Bb]a) tháng (?<part>đầu|cuối)(?: năm)?(?: (?<year>20\d\d))?/uy,
    example: 'sáu tháng đầu năm',
  },
  { name: 'năm', is: /[Nn]ăm (?<year>(?:19|20)\d{2})(?!\d)(?: ?[-–—] ?(?:19|20)\d{2})?/uy, example: 'năm 2024' },
  {
    name: 'mức độ',
    is: /[Mm]ức (?:độ )?(?<level>[1-4](?:(?: ?, ?| ?\/ ?| và | ?- ?)(?:mức )?(?:độ )?[1-4])?)(?![\d.,]*\d)(?! ?%)/uy,
    example: 'mức độ 3, 4',
  },
];
