// The places that a Word template may fill in, by the names officials write between braces.

/** A place for one text: `{name}`; it may also be asked whether there is one: `{#name}…{/name}`. */
export interface Place {
  readonly name: string;
  readonly meaning: string;
  readonly example: string;
}

/** A stretch of the template: repeated for each of a list, or kept only where it applies. `{#name}…{/name}` */
export interface Stretch {
  readonly name: string;
  readonly meaning: string;
  /** What may stand in it besides the places of the whole report. */
  readonly places: readonly Place[];
  readonly stretches: readonly Stretch[];
  /** Why a template without it would give a wrong document; absent when it may be left out. */
  readonly required?: string;
}

export const PLACES: readonly Place[] = [
  {
    name: 'co_quan_cap_tren',
    meaning: 'Tên cơ quan chủ quản trực tiếp; để trống nếu địa phương không ghi',
    example: 'UBND HUYỆN HOẰNG HÓA',
  },
  {
    name: 'ten_co_quan',
    meaning: 'Tên cơ quan ban hành, có thể gồm hai dòng',
    example: 'ỦY BAN NHÂN DÂN XÃ HOẰNG HỢP',
  },
  {
    name: 'ke_co_quan',
    meaning: 'Đường kẻ dưới tên cơ quan, dài khoảng 2/5 dòng chữ (dùng với kiểu “Đường kẻ”)',
    example: '———',
  },
  { name: 'so_ky_hieu', meaning: 'Số và ký hiệu của báo cáo', example: 'Số: 12/BC-UBND' },
  {
    name: 'dia_danh_ngay_thang',
    meaning: 'Địa danh và thời gian ban hành',
    example: 'Hoằng Hợp, ngày 04 tháng 6 năm 2024',
  },
  {
    name: 'trich_yeu',
    meaning: 'Trích yếu nội dung, dưới chữ “BÁO CÁO”; có thể gồm nhiều dòng',
    example: 'Kết quả công tác cải cách hành chính 6 tháng đầu năm 2024',
  },
  {
    name: 'ke_trich_yeu',
    meaning: 'Đường kẻ dưới trích yếu, dài khoảng 2/5 dòng chữ (dùng với kiểu “Đường kẻ”)',
    example: '———',
  },
  {
    name: 'kinh_gui',
    meaning: 'Nơi kính gửi: một nơi, hoặc mỗi nơi một dòng',
    example: 'Ủy ban nhân dân huyện Hoằng Hóa',
  },
  { name: 'noi_nhan', meaning: 'Các dòng dưới chữ “Nơi nhận:”', example: '- Như trên;' },
  {
    name: 'quyen_han_ky',
    meaning: 'Quyền hạn và chức vụ của người ký, mỗi ý một dòng',
    example: 'TM. ỦY BAN NHÂN DÂN CHỦ TỊCH',
  },
  { name: 'nguoi_ky', meaning: 'Họ và tên người ký', example: 'Nguyễn Văn A' },
  { name: 'ten_phu_luc', meaning: 'Tên phụ lục, có thể gồm nhiều dòng', example: 'Phụ lục 01b' },
  {
    name: 'kem_theo',
    meaning: 'Dòng “(Kèm theo Báo cáo số …)” của phụ lục; để trống nếu không ghi',
    example: '(Kèm theo Báo cáo số 12/BC-UBND ngày 04 tháng 6 năm 2024 của UBND xã Hoằng Hợp)',
  },
];

function kind(name: string, meaning: string): Stretch {
  return { name, meaning, places: [], stretches: [] };
}

export const STRETCHES: readonly Stretch[] = [
  {
    ...kind('ban_nhap', 'Chỉ giữ lại khi báo cáo còn là bản nháp; nên đặt ở đầu trang'),
    required: 'bản nháp sẽ trông như bản chính thức',
  },
  kind('gui_mot_noi', 'Chỉ giữ lại khi báo cáo gửi một nơi'),
  kind('gui_nhieu_noi', 'Chỉ giữ lại khi báo cáo gửi từ hai nơi trở lên'),
  {
    name: 'noi_dung',
    meaning: 'Lặp lại cho từng đoạn của phần lời văn',
    places: [{ name: 'chu', meaning: 'Lời văn của đoạn', example: 'I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH' }],
    stretches: [
      kind('la_muc', 'Đoạn là tên mục (I, II, III…)'),
      kind('la_khoan', 'Đoạn là tên khoản (1, 2, 3…)'),
      kind('la_diem', 'Đoạn là tên điểm (a, b, c…)'),
      kind('la_doan', 'Đoạn là lời văn'),
      kind('la_cau_hoi', 'Đoạn là chỗ còn phải bổ sung “⟦…⟧” của bản nháp'),
      kind(
        'la_cuoi',
        'Đoạn đứng cuối phần lời văn, thuộc loại nào cũng vậy: để giữ cùng trang với chữ ký; không cần có trong mẫu',
      ),
    ],
    required: 'báo cáo sẽ không có lời văn',
  },
  {
    name: 'dong_phu_luc',
    meaning: 'Lặp lại cho từng dòng của phụ lục; đặt trong hàng của bảng',
    places: [
      { name: 'ma', meaning: 'Số thứ tự (mã) của dòng', example: '3.3.1' },
      { name: 'chi_tieu', meaning: 'Chỉ tiêu thống kê', example: 'Tổng số hồ sơ tiếp nhận' },
      { name: 'don_vi', meaning: 'Đơn vị tính', example: 'Hồ sơ' },
      { name: 'so_lieu', meaning: 'Số liệu', example: '494' },
      { name: 'ghi_chu', meaning: 'Ghi chú', example: '' },
    ],
    stretches: [kind('la_tieu_de', 'Dòng là tiêu đề, thường in đậm')],
  },
];
