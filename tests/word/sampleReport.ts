// A commune's report as it is really sent, for tests and for looking at.
import { type AnnexLine, type Block, pl01b2024, type ReportDocument, type TemplateRow } from '../../core/index.ts';

const BODY: readonly (readonly [Block['kind'], string])[] = [
  [
    'paragraph',
    'Thực hiện Kế hoạch số 08/KH-UBND ngày 12 tháng 01 năm 2024 của Ủy ban nhân dân (UBND) xã Hoằng Hợp về cải cách hành chính (CCHC) năm 2024, UBND xã báo cáo kết quả thực hiện công tác CCHC 6 tháng đầu năm 2024 (số liệu tính đến ngày 31/5/2024; số liệu chi tiết tại Phụ lục 01b kèm theo) như sau:',
  ],
  ['section', 'I. Công tác chỉ đạo, điều hành cải cách hành chính'],
  ['heading', '1. Về kế hoạch và tổ chức chỉ đạo, điều hành CCHC'],
  ['paragraph', 'Trong kỳ báo cáo, UBND xã đã ban hành 17\u00a0văn bản chỉ đạo, triển khai công tác CCHC.'],
  [
    'paragraph',
    'Kế hoạch CCHC năm 2024 của xã xác định 38\u00a0nhiệm vụ; đến hết kỳ báo cáo đã hoàn thành 21\u00a0nhiệm vụ, đạt 55,26%; còn 17\u00a0nhiệm vụ đang triển khai thực hiện theo đúng tiến độ.',
  ],
  ['heading', '2. Về kiểm tra CCHC'],
  [
    'paragraph',
    'UBND xã đã tự kiểm tra công tác CCHC tại 05\u00a0bộ phận chuyên môn; đã xử lý 02/03\u00a0vấn đề phát hiện qua kiểm tra, đạt 66,67%.',
  ],
  ['question', '⟦Cần bổ sung: nêu rõ 01 vấn đề chưa xử lý xong và thời hạn xử lý⟧'],
  ['heading', '3. Về công tác tuyên truyền CCHC'],
  [
    'paragraph',
    'UBND xã đã phát 06\u00a0chuyên mục và 25\u00a0tin bài về CCHC trên Đài Truyền thanh xã và trang thông tin điện tử của xã.',
  ],
  ['section', 'II. Kết quả thực hiện các nhiệm vụ cải cách hành chính'],
  ['heading', '1. Cải cách thể chế'],
  [
    'paragraph',
    'Trong kỳ báo cáo, HĐND, UBND xã không ban hành văn bản quy phạm pháp luật. UBND xã đã rà soát 17\u00a0văn bản theo quy định.',
  ],
  ['heading', '2. Cải cách thủ tục hành chính'],
  ['subheading', 'a) Về kiểm soát thủ tục hành chính'],
  [
    'paragraph',
    'Tổng số thủ tục hành chính (TTHC) thuộc thẩm quyền giải quyết của UBND xã là 207\u00a0thủ tục; trong đó 128\u00a0thủ tục thực hiện theo cơ chế một cửa, 79\u00a0thủ tục thực hiện theo cơ chế một cửa liên thông. 100% TTHC được niêm yết, công khai tại Bộ phận Tiếp nhận và Trả kết quả và trên Cổng Dịch vụ công quốc gia.',
  ],
  ['subheading', 'b) Về kết quả giải quyết thủ tục hành chính'],
  [
    'paragraph',
    'Trong kỳ, Bộ phận Tiếp nhận và Trả kết quả của xã đã tiếp nhận 494\u00a0hồ sơ; trong đó tiếp nhận trực tiếp 45\u00a0hồ sơ, qua dịch vụ bưu chính công ích 05\u00a0hồ sơ, trực tuyến một phần 265\u00a0hồ sơ, trực tuyến toàn trình 179\u00a0hồ sơ. Tỷ lệ hồ sơ nộp trực tuyến đạt 89,88%.',
  ],
  ['paragraph', 'Số hồ sơ giải quyết đúng hạn là 482\u00a0hồ sơ; không có hồ sơ quá hạn.'],
  ['heading', '3. Cải cách tổ chức bộ máy hành chính nhà nước'],
  ['paragraph', 'Số biên chế cán bộ, công chức được giao là 21\u00a0người; hiện có mặt 20\u00a0người.'],
  ['heading', '4. Cải cách chế độ công vụ'],
  [
    'paragraph',
    'Trong kỳ, xã đã cử 09\u00a0cán bộ, công chức tham gia đào tạo, bồi dưỡng; không có cán bộ, công chức bị xử lý kỷ luật.',
  ],
  ['heading', '5. Cải cách tài chính công'],
  [
    'paragraph',
    'Tổng kinh phí đầu tư công được giao trong năm là 8,8\u00a0tỷ đồng; đã giải ngân 5,1\u00a0tỷ đồng, đạt 57,95%.',
  ],
  ['heading', '6. Xây dựng, phát triển chính quyền điện tử, chính quyền số'],
  [
    'paragraph',
    '100% văn bản đi của UBND xã được ký số và gửi hoàn toàn trên môi trường điện tử (trừ văn bản mật); hệ thống một cửa điện tử được kết nối, liên thông từ tỉnh, huyện đến xã.',
  ],
  ['section', 'III. Phương hướng, nhiệm vụ 6 tháng cuối năm 2024'],
  [
    'paragraph',
    'Tập trung hoàn thành 17\u00a0nhiệm vụ còn lại của Kế hoạch CCHC năm 2024; nâng cao chất lượng tiếp nhận, giải quyết hồ sơ TTHC trên môi trường điện tử; tăng cường kỷ luật, kỷ cương hành chính.',
  ],
  ['section', 'IV. Kiến nghị, đề xuất'],
  ['paragraph', 'Không có.'],
  [
    'paragraph',
    'Trên đây là Báo cáo kết quả công tác CCHC 6 tháng đầu năm 2024; phương hướng, nhiệm vụ 6 tháng cuối năm 2024 của UBND xã Hoằng Hợp. Kính trình UBND huyện Hoằng Hóa xem xét, chỉ đạo./.',
  ],
];

/** The report of the tests; as a final its question is left out. */
export function sampleReport(change: Partial<ReportDocument> = {}): ReportDocument {
  const draft = change.draft ?? false;
  return {
    superior: '',
    issuer: ['ỦY BAN NHÂN DÂN', 'XÃ HOẰNG HỢP'],
    number: 'Số: 12/BC-UBND',
    placeDate: 'Hoằng Hợp, ngày 04 tháng 6 năm 2024',
    subject: [
      'Kết quả công tác cải cách hành chính 6 tháng đầu năm 2024;',
      'phương hướng, nhiệm vụ 6 tháng cuối năm 2024',
    ],
    addressees: ['- Ủy ban nhân dân huyện Hoằng Hóa;', '- Phòng Nội vụ huyện Hoằng Hóa.'],
    body: BODY.map(([kind, text]) => ({ kind, text })).filter(({ kind }) => draft || kind !== 'question'),
    recipients: [
      '- Như trên;',
      '- Thường trực Đảng ủy, Thường trực HĐND xã (b/c);',
      '- Chủ tịch, các Phó Chủ tịch UBND xã;',
      '- Lưu: VT.',
    ],
    signature: { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Lê Văn Thành' },
    annex: {
      title: ['PHỤ LỤC 01b', 'THỐNG KÊ SỐ LIỆU CẢI CÁCH HÀNH CHÍNH CỦA UBND XÃ HOẰNG HỢP', '6 THÁNG ĐẦU NĂM 2024'],
      note: '(Kèm theo Báo cáo số 12/BC-UBND ngày 04 tháng 6 năm 2024 của UBND xã Hoằng Hợp)',
      rows: pl01b2024.rows.map(annexLine),
    },
    draft,
    ...change,
  };
}

function annexLine(row: TemplateRow, index: number): AnnexLine {
  const heading = row.kind === 'heading';
  const value = heading ? '' : row.kind === 'percent' ? '96,43' : String((index * 37) % 1500);
  return { code: row.code ?? row.key, label: row.label, unit: row.unit ?? '', value, remark: '', heading };
}
