// Tells files that are no .xlsx by their first bytes and their parts, and says what to do with each.

import { FileError, type Package } from '../ooxml/index.ts';
import { notASpreadsheet } from './workbook.ts';

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];

/** Throws FileError for bytes that are empty, an old Office container, or no zip at all. */
export function refuseForeignBytes(bytes: Uint8Array): void {
  if (bytes.length === 0) {
    throw new FileError('corrupt', 'Tệp rỗng, không có dữ liệu; hãy tải lại hoặc xin bản khác từ nơi gửi.');
  }
  if (startsWith(bytes, OLE2)) throw describeOle2(bytes);
  if (!startsWith(bytes, ZIP)) {
    throw new FileError(
      'not-a-spreadsheet',
      'Tệp không phải là bảng tính .xlsx (có thể chỉ mang đuôi .xlsx); hãy mở bằng Excel và lưu lại thành .xlsx rồi thử lại.',
    );
  }
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, i) => bytes[i] === byte);
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

/**
 * The names of an OLE2 container's directory. Entries are 128 bytes long and lie in sectors; rather than follow the
 * sector chains, every place where one may stand is looked at.
 */
function ole2Names(bytes: Uint8Array): ReadonlySet<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = new Set<string>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = view.getUint16(at + 64, true);
    const kind = bytes[at + 66] ?? 0;
    if (length < 4 || length > 64 || length % 2 !== 0 || kind < 1 || kind > 5) continue;
    let name = '';
    for (let i = 0; i < length - 2; i += 2) name += String.fromCharCode(view.getUint16(at + i, true));
    names.add(name);
  }
  return names;
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
