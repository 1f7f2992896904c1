// What the desk says to its user.

export const WORDS = {
  title: 'CCHC – Kiểm tra số liệu Phụ lục 01b',
  example: 'Tệp mẫu: UBND xã Hoằng Hợp, 6 tháng đầu năm 2024.xlsx',
  newAnnex: 'Phu luc 01b.xlsx',
  unsaved: 'Tệp đang mở có chỗ sửa chưa lưu. Bỏ các chỗ sửa đó và mở tệp khác?',
  unsavedNew: 'Tệp đang mở có chỗ sửa chưa lưu. Bỏ các chỗ sửa đó và tạo tệp mới?',
  unreadable: 'Không đọc được tệp này; hãy thử chọn lại tệp.',
  notWorkbook: 'Hãy chọn tệp bảng tính dạng .xlsx hoặc .xlsm; muốn mở tệp khác, hãy dùng Excel lưu lại thành .xlsx.',
  oneFile: 'Mỗi lần chỉ mở được một tệp; đã mở tệp đầu tiên.',
  saved: (name: string) => `Đã lưu “${name}” vào thư mục tải xuống.`,
  opened: (name: string) => `Đã mở “${name}”.`,
  notSaved: 'Có chỗ sửa không ghi được vào tệp nên chưa lưu; các ô đó đã trở về như cũ.',
  plainText: 'Chỉ đọc được tệp .docx, .txt hoặc .md; hãy lưu báo cáo ở một trong các dạng này rồi thử lại.',
  hasFormula: (at: string) => `Ô ${at} có công thức nên chưa đổi; muốn sửa công thức, hãy mở tệp bằng Excel.`,
  noFormula: 'Ở đây chưa nhập được công thức; hãy ghi số, hoặc mở tệp bằng Excel để đặt công thức.',
  noForm:
    'Ở đây chỉ sửa được nội dung ô. Muốn thêm, xóa dòng, cột, trang tính hoặc đổi định dạng, hãy mở tệp bằng Excel.',
  cannotWrite: (at: string) => `Không ghi được vào ô ${at} của tệp; ô đã trở về như cũ.`,
} as const;
