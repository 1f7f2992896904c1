// Opens a .docx as a package and finds its text; tells what is no Word document and says what to do with it.
import { FileError, INFLATE, isOle2, isZip, ole2Names, Package, type Unpackers } from '../ooxml/index.ts';

export interface WordFile {
  readonly pack: Package;
  /** The name of the part that holds the text. */
  readonly part: string;
  readonly contentType: string;
}

/** Throws FileError for whatever is no document of Word 2007 or later, or cannot be read. */
export function openWordFile(bytes: Uint8Array, unpackers: Unpackers = INFLATE): WordFile {
  refuseForeignBytes(bytes);
  const pack = Package.open(bytes, unpackers);
  if (pack.has('mimetype') && pack.has('content.xml')) {
    throw new FileError(
      'unsupported',
      'Tệp ở dạng OpenDocument (.odt); hãy mở bằng LibreOffice hoặc Word, lưu thành .docx rồi thử lại.',
    );
  }
  return findText(pack);
}

/** The main part of a package, by the package's own word for it. */
export function findText(pack: Package): WordFile {
  const main = pack.relationships('').find(({ kind, external }) => kind === 'officeDocument' && !external);
  if (!main) throw notADocument();
  const contentType = pack.contentType(main.target) ?? '';
  if (/spreadsheetml|ms-excel/.test(contentType)) throw otherOffice('bảng tính Excel');
  if (/presentationml|ms-powerpoint/.test(contentType)) throw otherOffice('bản trình chiếu PowerPoint');
  if (!pack.has(main.target) || !/wordprocessingml|ms-word/.test(contentType)) throw notADocument();
  return { pack, part: main.target, contentType };
}

function notADocument(): FileError {
  return new FileError(
    'not-a-document',
    'Tệp không phải là văn bản Word .docx (có thể chỉ mang đuôi .docx); hãy mở bằng Word và lưu lại thành .docx rồi thử lại.',
  );
}

function otherOffice(what: string): FileError {
  return new FileError('not-a-document', `Tệp là ${what}, không phải văn bản Word; hãy chọn lại đúng tệp .docx.`);
}

function refuseForeignBytes(bytes: Uint8Array): void {
  if (bytes.length === 0) {
    throw new FileError('corrupt', 'Tệp rỗng, không có dữ liệu; hãy tải lại hoặc xin bản khác từ nơi gửi.');
  }
  if (isOle2(bytes)) throw describeOle2(bytes);
  if (isZip(bytes)) return;
  const head = String.fromCharCode(...bytes.subarray(0, 5));
  if (head === '%PDF-') {
    throw new FileError('not-a-document', 'Tệp là PDF, không phải văn bản Word; hãy dùng bản .docx của văn bản.');
  }
  if (head === '{\\rtf') throw oldFormat('.rtf');
  throw notADocument();
}

function oldFormat(what: string): FileError {
  return new FileError(
    'unsupported',
    `Tệp ở dạng ${what} cũ; hãy mở bằng Word, chọn Lưu thành… dạng .docx rồi thử lại.`,
  );
}

function describeOle2(bytes: Uint8Array): FileError {
  const names = ole2Names(bytes);
  if (names.has('EncryptedPackage') || names.has('EncryptionInfo')) {
    return new FileError(
      'encrypted',
      'Tệp được bảo vệ bằng mật khẩu; hãy mở bằng Word, bỏ mật khẩu, lưu lại rồi thử lại.',
    );
  }
  if (names.has('WordDocument')) return oldFormat('.doc');
  if (names.has('Workbook') || names.has('Book')) return otherOffice('bảng tính Excel');
  if (names.has('PowerPoint Document')) return otherOffice('bản trình chiếu PowerPoint');
  return oldFormat('Office');
}
