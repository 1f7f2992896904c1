// Tells files that are no .xlsx by their first bytes and their parts, and says what to do with each.

import { FileError, isOle2, isZip, ole2Names, type Package } from '../ooxml/index.ts';
import { notASpreadsheet } from './workbook.ts';

/** Throws FileError for bytes that are empty, an old Office container, or no zip at all. */
export function refuseForeignBytes(bytes: Uint8Array): void {
  if (bytes.length === 0) {
    throw new FileError('corrupt', 'Tệp rỗng, không có dữ liệu; hãy tải lại hoặc xin bản khác từ nơi gửi.');
  }
  if (isOle2(bytes)) throw describeOle2(bytes);
  if (!isZip(bytes)) {
    throw new FileError(
      'not-a-spreadsheet',
      'Tệp không phải là bảng tính .xlsx (có thể chỉ mang đuôi .xlsx); hãy mở bằng Excel và lưu lại thành .xlsx rồi thử lại.',
    );
  }
}

function describeOle2(bytes: Uint8Array): FileError {
  const names = ole2Names(bytes);
  if (names.has('EncryptedPackage') || names.has('EncryptionInfo')) {
    return new FileError(
      'encrypted',
      'Tệp được bảo vệ bằng mật khẩu; hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi thử lại.',
    );
  }
  if (names.has('Workbook') || names.has('Book')) {
    return new FileError(
      'unsupported',
      'Tệp ở dạng .xls cũ; hãy mở bằng Excel, chọn Lưu thành… dạng .xlsx rồi thử lại.',
    );
  }
  if (names.has('WordDocument') || names.has('PowerPoint Document')) return notASpreadsheet();
  return new FileError(
    'unsupported',
    'Tệp ở dạng Office cũ; hãy mở bằng Excel, chọn Lưu thành… dạng .xlsx rồi thử lại.',
  );
}

/** Throws FileError for packages of other programs and for what the main part cannot tell. */
export function refuseForeignPackage(pack: Package): void {
  if (pack.has('mimetype') && pack.has('content.xml')) {
    throw new FileError(
      'unsupported',
      'Tệp ở dạng OpenDocument (.ods); hãy mở bằng LibreOffice hoặc Excel, lưu thành .xlsx rồi thử lại.',
    );
  }
  if (pack.has('Index/Document.iwa')) {
    throw new FileError('unsupported', 'Tệp ở dạng Numbers; hãy xuất ra dạng .xlsx rồi thử lại.');
  }
  if (pack.has('xl/workbook.bin')) {
    throw new FileError(
      'unsupported',
      'Tệp ở dạng .xlsb (nhị phân); hãy mở bằng Excel, chọn Lưu thành… dạng .xlsx rồi thử lại.',
    );
  }
}
