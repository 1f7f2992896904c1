// What the desk says to its user.

export const WORDS = {
  example: 'Ví dụ – UBND xã Hoằng Hợp, 6 tháng đầu năm 2024.xlsx',
  newAnnex: 'Phụ lục 01b.xlsx',
  unsaved: 'Tệp đang mở có chỗ sửa chưa lưu. Bỏ các chỗ sửa đó và mở tệp khác?',
  unsavedNew: 'Tệp đang mở có chỗ sửa chưa lưu. Bỏ các chỗ sửa đó và tạo tệp mới?',
  noExample: 'Không tải được tệp ví dụ; hãy mở tệp khác hoặc tạo Phụ lục 01b mới.',
  unreadable: 'Không đọc được tệp này; hãy thử chọn lại tệp.',
  noSheets: 'Tệp không có trang tính nào chứa ô để hiện; hãy mở tệp bằng Excel, thêm một trang tính rồi thử lại.',
  longText: (sheet: string) =>
    `Trang tính “${sheet}” có ô chứa hơn 32.767 ký tự, quá giới hạn của Excel nên không hiện được; hãy rút gọn ô đó rồi thử lại.`,
  oneFile: 'Mỗi lần chỉ mở được một tệp; đã mở tệp đầu tiên.',
  opening: (name: string) => `Đang mở “${name}”…`,
  creating: 'Đang tạo Phụ lục 01b mới…',
  saving: 'Đang lưu…',
  saved: (name: string) => `Đã lưu “${name}” vào thư mục tải xuống.`,
  hasFormula: (at: string) => `Ô ${at} có công thức nên chưa đổi; muốn sửa công thức, hãy mở tệp bằng Excel.`,
  noFormula: 'Ở đây chưa nhập được công thức; hãy ghi số, hoặc mở tệp bằng Excel để đặt công thức.',
  noForm:
    'Ở đây chỉ sửa được nội dung ô. Muốn thêm, xóa dòng, cột, trang tính hoặc đổi định dạng, hãy mở tệp bằng Excel.',
  cannotWrite: (at: string) => `Không ghi được vào ô ${at} của tệp; ô đã trở về như cũ.`,
} as const;
