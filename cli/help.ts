// What `cchc --help` prints.
export const HELP = `cchc – kiểm tra số liệu Phụ lục 01b của báo cáo cải cách hành chính cấp xã

Cách dùng:
  cchc check TỆP… [--sheet TÊN] [--previous TỆP-KỲ-TRƯỚC] [--narrative LỜI-VĂN.docx|.txt|.md] [--format text|json] [--output TỆP.xlsx] [--force] [--jobs N]
      Kiểm tra số liệu. --output ghi một bản sao có đánh dấu ô cần xem, kèm trang tính
      “Phiếu kiểm tra số liệu” và “Tỷ lệ tính từ Phụ lục”. --sheet chọn trang tính có Phụ lục;
      --format json cho chương trình khác đọc; --jobs là số luồng khi kiểm tra nhiều tệp.
      --narrative đối chiếu các số trong lời văn báo cáo với Phụ lục (dùng với đúng một TỆP).
      --previous so với Phụ lục của kỳ trước ở tệp khác (dùng với đúng một TỆP); không có thì lấy cột
      “kỳ trước”, “cùng kỳ” hoặc trang tính kỳ trước của cùng đơn vị trong chính TỆP, nếu có.
  cchc compare TỆP TỆP [--sheet TÊN] [--format text|json]
      Đặt số liệu hai kỳ cạnh nhau: từng dòng, từng tỷ lệ, tăng, giảm bao nhiêu, rồi những chỗ cần xem giữa
      hai kỳ. Thứ tự hai tệp không quan trọng; một TỆP có cả hai kỳ (hai trang tính, hai cột) cũng được.
  cchc narrate TỆP [--output TỆP.xlsx|TỆP.docx|TỆP.txt] [--word-template MẪU.docx] [--previous TỆP-KỲ-TRƯỚC]
               [--sheet TÊN] [--force]
      Soạn lời văn báo cáo từ số liệu. --output .xlsx ghi một bản sao có trang tính “Lời văn báo cáo”
      (câu đã sửa tay được giữ, chỉ thay số); --output .docx ghi báo cáo Word theo Nghị định 30/2020/NĐ-CP hoặc
      theo mẫu riêng (--word-template); không có --output thì in lời văn ra màn hình. --previous là tệp của
      cùng kỳ năm trước hoặc kỳ trước: lời văn có thêm câu so sánh (tăng, giảm).
  cchc clear TỆP --output TỆP.xlsx [--sheets] [--force]
      Bỏ đánh dấu; thêm --sheets thì bỏ cả “Phiếu kiểm tra số liệu” và “Tỷ lệ tính từ Phụ lục”.
  cchc new TỆP.xlsx [--values TỆP.json] [--force]
      Tạo bảng Phụ lục 01b mới, kèm trang tính “Thông tin báo cáo”.
  cchc consolidate TỆP… --output TỆP.xlsx [--roster DANH-SÁCH.csv] [--period "KỲ"] [--resume] [--format text|json] [--force] [--jobs N]
      Tổng hợp Phụ lục 01b của nhiều đơn vị thành một tệp: trang tính “Tổng hợp”, “Tình hình nộp báo cáo”,
      “Lỗi và số khác thường”. --roster là danh sách đơn vị phải nộp (tên, mã, hạn nộp, ngày nhận);
      --period chọn kỳ, không có thì lấy kỳ mà nhiều tệp ghi nhất; --resume làm tiếp lần chạy bị ngắt.
  cchc facts TỆP… --output TỆP.csv|TỆP.parquet [--force] [--jobs N]
      Ghi số liệu của mọi tệp thành bảng dài, mỗi chỉ tiêu của mỗi đơn vị một dòng, cho DuckDB, Spark, Power BI.

Thêm --template MẪU.json vào bất kỳ lệnh nào để dùng mẫu biểu riêng của địa phương (bắt đầu từ
examples/mau-bieu.json). Tệp có trang tính “Mẫu biểu” thì tự dùng mẫu ghi ở đó; new --template ghi sẵn trang tính đó.

TỆP là .xlsx, .xlsm, .csv, .tsv; một thư mục (mọi tệp bên trong); hoặc một mẫu tên như "bao-cao/*.xlsx".
Tệp đầu vào không bao giờ bị sửa. Tệp đã có chỉ bị ghi đè khi có --force.
Mã kết thúc: 0 không có lỗi · 1 có ít nhất một lỗi · 2 không đọc được tệp hoặc lệnh chưa đúng.
`;
